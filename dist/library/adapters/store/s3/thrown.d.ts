/** What is told of a failed request, whoever threw it. */
export interface Thrown {
    /** S3's code, or the name of the error. */
    readonly code: string;
    readonly message: string;
    /** Of the answer; undefined when there was none. */
    readonly status: number | undefined;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string | undefined>>;
    /** The code of a failed connection. */
    readonly network?: string | undefined;
    readonly cause?: unknown;
}
export declare function readThrown(thrown: unknown): Thrown;
/** Refused by an answer without a body, as those to a HEAD are: the SDK has no name for it. */
export declare const isMute: ({ code, status }: Thrown) => boolean;
/** Thrown before anything was sent. */
export declare const isRegionMissing: ({ message, status }: Pick<Thrown, 'message' | 'status'>) => boolean;
/** A store's own words, without what might be secret, and harmless to print. */
export declare function safeText(message: string): string;
