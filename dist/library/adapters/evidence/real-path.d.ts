/** Where a path leads: the links of what exists of it resolved, the rest added. Never throws. */
export declare function realPath(path: string): string;
/** The names that lead from `folder` down to `place`, none when they are the same; undefined when it is not in there. */
export declare function namesBelow(folder: string, place: string): readonly string[] | undefined;
