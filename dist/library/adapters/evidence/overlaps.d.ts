/** What else a run writes or reads; no report may replace it or be in its way. */
export interface Spared {
    /** Output folders of the evidence. */
    readonly folders?: readonly (string | undefined)[] | undefined;
    /** Files of the signing key. */
    readonly keys?: readonly string[] | undefined;
}
/**
 * Throws BAD_INPUT, links resolved, for a report that would replace evidence, the signing key or another report, or
 * stand where a folder is to be. Reads only.
 */
export declare function refuseOverlaps(reports: readonly string[], spared: Spared): void;
/** Throws BAD_INPUT for a key that evidence would be put in the place of. Reads only. */
export declare function refuseKeyAsEvidence({ folders, keys }: Spared): void;
