/**
 * Adds a member to an object that has two or more, in the object's own layout: at its place if the keys are sorted
 * (the original publisher sorts them), else last. {@link withoutMembers} takes it out again without a trace.
 */
export declare function withMember(object: Uint8Array, name: string, value: unknown): Uint8Array;
/** Takes out every member of these names, each with the separator before it (at the head: behind it). */
export declare function withoutMembers(object: Uint8Array, names: readonly string[]): Uint8Array;
