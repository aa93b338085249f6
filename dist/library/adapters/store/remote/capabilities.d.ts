import { z } from 'zod';
export declare const capabilitiesSchema: z.ZodObject<{
    schema_version: z.ZodLiteral<1>;
    tool_version: z.ZodString;
    service: z.ZodString;
    probed_at: z.ZodString;
    versioning: z.ZodOptional<z.ZodEnum<{
        Enabled: "Enabled";
        Off: "Off";
        Suspended: "Suspended";
    }>>;
    holds: z.ZodObject<{
        create_only: z.ZodBoolean;
        compare_and_swap: z.ZodBoolean;
        conditional_delete: z.ZodBoolean;
        conditional_batch_delete: z.ZodBoolean;
        conditional_copy_source: z.ZodBoolean;
        conditional_copy_target: z.ZodBoolean;
        conditional_move: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strip>;
    bare_etags: z.ZodOptional<z.ZodBoolean>;
    batch_delete: z.ZodBoolean;
    judges_absent_deletes: z.ZodOptional<z.ZodBoolean>;
    object_acls: z.ZodOptional<z.ZodBoolean>;
}, z.core.$strip>;
export type Capabilities = z.infer<typeof capabilitiesSchema>;
export type Condition = keyof Capabilities['holds'];
export type Holds = Capabilities['holds'];
export declare const HOLDS_ALL: Holds;
export declare const HOLDS_NOTHING: Holds;
