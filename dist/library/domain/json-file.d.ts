import type { ManifestArtifact, OperationManifest } from './manifest.ts';
/** JSON of one member's value, one level in; as bytes where it is large, or stands somewhere else already. */
export type MemberJson = string | Uint8Array;
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
export declare const memberText: (value: unknown) => string;
/** The artifacts as a member, one a line: a third less to write, sync and hash than one field a line. */
export declare function artifactLines(artifacts: readonly ManifestArtifact[]): Uint8Array;
/** The operation's own manifest, as it is stored and hashed. */
export declare function encodeManifest({ artifacts, ...rest }: OperationManifest): Uint8Array;
/** A JSON file from its members, which are taken over as they are. No text of the whole is made: it would be large. */
export declare function encodeMembers(members: Readonly<Record<string, MemberJson>>): Uint8Array;
