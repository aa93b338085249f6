/** Of what we create ourselves; what we replace keeps its own. Records of the log are JSON without a suffix. */
export declare function contentTypeOf(key: string): string;
