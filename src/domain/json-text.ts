import type { ManifestArtifact, OperationManifest } from './manifest.ts';

/** A value as the text of a member, one level in: indenting it afterwards would take three times as long. */
export const memberText = (value: unknown): string =>
  JSON.stringify({ '': value }, null, 2).slice('{\n  "": '.length, -'\n}'.length);

/** A list's text is asked for three times an operation, and is most of what these files hold. */
const known = new WeakMap<readonly ManifestArtifact[], string>();

/** The artifacts as the text of a member, one a line: a third less to write, sync and hash than one field a line. */
export function artifactsText(artifacts: readonly ManifestArtifact[]): string {
  const text = known.get(artifacts) ?? linesOf(artifacts);
  known.set(artifacts, text);
  return text;
}

function linesOf(artifacts: readonly ManifestArtifact[]): string {
  if (artifacts.length === 0) return '[]';
  return `[\n    ${artifacts.map((artifact) => JSON.stringify(artifact)).join(',\n    ')}\n  ]`;
}

/** The operation's own manifest, as it is stored and hashed. */
export function encodeManifest({ artifacts, ...rest }: OperationManifest): Uint8Array {
  const members = Object.entries(rest).filter(([, value]) => value !== undefined);
  const texts = members.map(([name, value]) => [name, memberText(value)] as const);
  return encodeMembers({ ...Object.fromEntries(texts), artifacts: artifactsText(artifacts) });
}

/** A JSON file from its members' texts, which are taken over as they are. */
export const encodeMembers = (members: Readonly<Record<string, string>>): Uint8Array =>
  new TextEncoder().encode(`${membersText(members)}\n`);

/** An object from its members' texts. */
export function membersText(members: Readonly<Record<string, string>>, indent = ''): string {
  const lines = Object.entries(members).map(([name, text]) => `${indent}  ${JSON.stringify(name)}: ${text}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
