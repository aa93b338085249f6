import { z } from 'zod';
/** What a store may or may not hold to, probed and never assumed (docs/compatibility.md). */
const holds = z.object({
    /** A put of a key that is there is refused. */
    create_only: z.boolean(),
    /** A put over another revision, or over an absent key, is refused. */
    compare_and_swap: z.boolean(),
    /** A removal of another revision is refused. */
    conditional_delete: z.boolean(),
    /** The same, key by key, in a batch. False also where there are no batches. */
    conditional_batch_delete: z.boolean(),
    /** A copy of another revision is refused. */
    conditional_copy_source: z.boolean(),
    /** A copy to a key that is there is refused. */
    conditional_copy_target: z.boolean(),
    /** A move of another revision, or to a key that is there, is refused. Absent where there are no moves. */
    conditional_move: z.boolean().optional(),
});
export const capabilitiesSchema = z.object({
    schema_version: z.literal(1),
    /** Version of this tool that probed: another one may know better. */
    tool_version: z.string(),
    /** Which service was probed: the same objects may be served by another one later. */
    service: z.string(),
    probed_at: z.string(),
    /** Whether the bucket kept versions then, where that makes a difference and could be read. */
    versioning: z.enum(['Enabled', 'Suspended', 'Off']).optional(),
    holds,
    /** Whether conditions have to name ETags without their quotation marks. */
    bare_etags: z.boolean().optional(),
    /** Whether there are removals by batch at all. */
    batch_delete: z.boolean(),
    /**
     * S3: whether a delete of what is not there is judged by its condition, or places a marker all the same. Absent where
     * the bucket keeps no versions.
     */
    judges_absent_deletes: z.boolean().optional(),
    /** S3: whether objects may have access lists of their own, as it was when this was last asked. */
    object_acls: z.boolean().optional(),
});
export const HOLDS_ALL = {
    create_only: true,
    compare_and_swap: true,
    conditional_delete: true,
    conditional_batch_delete: true,
    conditional_copy_source: true,
    conditional_copy_target: true,
};
export const HOLDS_NOTHING = {
    create_only: false,
    compare_and_swap: false,
    conditional_delete: false,
    conditional_batch_delete: false,
    conditional_copy_source: false,
    conditional_copy_target: false,
};
