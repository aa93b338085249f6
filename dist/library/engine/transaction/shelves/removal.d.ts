import type { ManifestArtifact } from '../../../domain/manifest.ts';
import { type ObjectStore, type Pinned } from '../../../ports/object-store.ts';
import type { Guard, Progress } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
export interface Removing {
    readonly tell?: Progress | undefined;
    /** Hears of each key that is gone. */
    readonly gone?: ((key: string) => unknown) | undefined;
}
/**
 * Removes each key that still is at its revision, in batches where the store has them; every answer is read. The keys that
 * somebody else changed, which stay.
 */
export declare function removeAll(store: ObjectStore, requests: Requests, objects: Counted<Pinned>, { tell, gone }?: Removing): Promise<readonly string[]>;
/** How many they are is known before they are gone through. */
export type Counted<T> = Iterable<T> & {
    readonly length: number;
};
/** As they are needed: all of them at once would be as many objects as artifacts. */
export declare const pinnedOf: (artifacts: Counted<ManifestArtifact>) => Counted<Pinned>;
interface Answer {
    readonly key: string;
    readonly result: string;
}
/** One batch; keys without an answer are asked for again, a refusal is told after all the others are noted. */
export declare function sendBatch<Item extends {
    key: string;
}, A extends Answer>(requests: Requests, items: readonly Item[], ask: (pending: readonly Item[], guard: Guard) => Promise<readonly A[]>, note: (answer: A) => void): Promise<void>;
export declare function chunks<T>(items: Iterable<T>, size: number): Iterable<readonly T[]>;
export {};
