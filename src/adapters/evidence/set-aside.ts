import { readFileSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { type Bytes, joinBytes, partsOf } from '../../domain/byte-parts.ts';
import { sha256Hex } from '../../domain/log-record.ts';
import { linkNew } from './durable.ts';
import { codeOf } from './folder-failure.ts';

/** Ids that are safe in a file name: what stands in a file may be anybody's. */
const SAFE_ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_COPIES = 1000;

/** The bytes that stand there; undefined when nothing does. */
export function standing(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** The same; undefined also where it can't be read. */
export function readable(path: string): Uint8Array | undefined {
  try {
    return standing(path);
  } catch {
    return undefined;
  }
}

/** The operation that a manifest or an audit log says it is of; undefined when it says none. */
export function idIn(bytes: Bytes): string | undefined {
  const id = memberOf(bytes, 'rollback_id');
  return id !== undefined && SAFE_ID.test(id) ? id : undefined;
}

/** Whether the signature file is over exactly these bytes, by the hash that it names. */
export function isSignatureOf(signature: Uint8Array, audit: Uint8Array): boolean {
  return memberOf(signature, 'hash') === sha256Hex(audit);
}

/** Stands in for the id of a file that names none. */
export const anonymousId = (bytes: Uint8Array): string => `unknown-${sha256Hex(bytes).slice(0, 8)}`;

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
export function keepAside(paths: readonly string[], id: string): readonly Aside[] {
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const suffix = copy === 1 ? id : `${id}.${copy}`;
    const kept = asideAs(paths, suffix);
    if (kept !== undefined) return kept;
  }
  throw new Error(`there are ${MOST_COPIES} files of that name already`);
}

/** Makes the second names give way to the first ones again. */
export function putBack({ path, aside, made }: Aside): void {
  rmSync(path, { force: true });
  linkNew(aside, path);
  if (made) rmSync(aside);
}

function asideAs(paths: readonly string[], suffix: string): readonly Aside[] | undefined {
  const kept: Aside[] = [];
  for (const path of paths) {
    const { dir, name, ext } = parse(path);
    const aside = join(dir, `${name}.${suffix}${ext}`);
    try {
      linkNew(path, aside);
      kept.push({ path, aside, made: true });
    } catch (thrown) {
      const taken = codeOf(thrown) === 'EEXIST';
      // The same bytes under that name already: an earlier attempt of ours that died.
      if (taken && sameBytes(path, aside)) {
        kept.push({ path, aside, made: false });
        continue;
      }
      for (const each of kept) if (each.made) rmSync(each.aside, { force: true });
      if (!taken) throw thrown;
      return undefined;
    }
  }
  return kept;
}

function sameBytes(one: string, other: string): boolean {
  const [a, b] = [standing(one), readable(other)];
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

/** Bytes at whose beginning a member is looked for: ours stand there, and evidence of a large release has megabytes. */
const HEAD = 2048;

/** A member of the outermost object that is a text; undefined when there is none. */
function memberOf(bytes: Bytes, name: string): string | undefined {
  const text = new TextDecoder().decode(headOf(bytes));
  for (let end = text.lastIndexOf(','); end > 0; end = text.lastIndexOf(',', end - 1)) {
    const value = textIn(() => `${text.slice(0, end)}}`, name);
    if (value !== undefined) return value;
  }
  return textIn(() => new TextDecoder('utf-8', { fatal: true }).decode(joinBytes(bytes)), name);
}

/** No more of what is made piece by piece is made than that. */
function headOf(bytes: Bytes): Uint8Array {
  const head: Uint8Array[] = [];
  let length = 0;
  for (const part of partsOf(bytes)) {
    head.push(part.subarray(0, HEAD - length));
    length += part.length;
    if (length >= HEAD) break;
  }
  return joinBytes(head);
}

function textIn(json: () => string, name: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(json());
    const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
