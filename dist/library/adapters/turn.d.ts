/**
 * Lets in what waits: a signal, a timer, a reply. Calls that wait for the disk in place give up nothing of their own,
 * so this comes before each change and between the parts of what is long.
 */
export declare const turn: () => Promise<void>;
/** The same where it is due: for each step of a loop that would be long on a slow disk. */
export declare function turnWhenDue(): Promise<void>;
