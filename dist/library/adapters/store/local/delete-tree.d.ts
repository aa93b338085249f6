/** Deletes a whole tree, also folders that their owner made read-only; what is large takes other threads to do. */
export declare function deleteTree(path: string): Promise<void>;
