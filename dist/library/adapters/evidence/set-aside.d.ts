import { type Bytes } from '../../domain/byte-parts.ts';
/** The bytes that stand there; undefined when nothing does. */
export declare function standing(path: string): Uint8Array | undefined;
/** The same; undefined also where it can't be read. */
export declare function readable(path: string): Uint8Array | undefined;
/** The operation that a manifest or an audit log says it is of; undefined when it says none. */
export declare function idIn(bytes: Bytes): string | undefined;
/** Whether the signature file is over exactly these bytes, by the hash that it names. */
export declare function isSignatureOf(signature: Uint8Array, audit: Uint8Array): boolean;
/** Stands in for the id of a file that names none. */
export declare const anonymousId: (bytes: Uint8Array) => string;
/** A file's second name, and whether we made it. */
export interface Aside {
    readonly path: string;
    readonly aside: string;
    readonly made: boolean;
}
/**
 * Gives each file a second name that carries `id`, `a.json` → `a.<id>.json`, without replacing anything; the caller
 * then replaces or removes the first name. So a file is never gone, whatever dies in between. Files that belong
 * together get the same name: a number is added for all of them where one is taken.
 */
export declare function keepAside(paths: readonly string[], id: string): readonly Aside[];
/** Makes the second names give way to the first ones again. */
export declare function putBack({ path, aside, made }: Aside): void;
