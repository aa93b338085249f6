/** A foreign text on one line, harmless in a terminal and in a workflow log; what is escaped reads `\u{1b}`. */
export declare function oneLine(text: string, longest?: number): string;
/** The same inside JSON text, where it must stay the same value. */
export declare function harmlessJson(json: string): string;
/** Whether nothing in it would have to be escaped. */
export declare const isHarmless: (text: string) => boolean;
