import { type ByteParts, type Bytes } from './byte-parts.ts';
import type { ManifestArtifact, OperationManifest } from './manifest.ts';
import type { Rows } from './rows.ts';
/** JSON of one member's value, one level in; as bytes where it is large, or stands somewhere else already. */
export type MemberJson = string | Bytes;
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
export declare const memberText: (value: unknown) => string;
/** A list as a member whose items stand one a line, `depth` levels in; its text is never there as a whole. */
export declare function listLines(items: Iterable<unknown>, depth: number, write?: (item: unknown) => string): ByteParts;
/** The artifacts as a member, one a line: a third less to write, sync and hash than one field a line. */
export declare function artifactLines(artifacts: Rows<ManifestArtifact>): ByteParts;
/** The operation's own manifest, as it is stored and hashed. */
export declare function encodeManifest({ artifacts, ...rest }: OperationManifest): ByteParts;
/**
 * JSON text with something long in place of the last two characters of `blank`. Within a string the quotation marks of
 * `blank` would be escaped: nothing else can be taken for it.
 */
export declare function filledIn(text: string, blank: string, long: ByteParts): ByteParts;
/** A JSON file from its members, which are taken over as they are. */
export declare function encodeMembers(members: Readonly<Record<string, MemberJson>>): ByteParts;
/** An object as a member, one level in; `list` is one of its members and too long to be text as a whole. */
export declare function withLongList<T extends object>(value: T, list: keyof T & string): ByteParts;
