import { readFileSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { joinBytes, partsOf } from '../../domain/byte-parts.js';
import { sha256Hex } from '../../domain/log-record.js';
import { linkNew } from './durable.js';
import { codeOf } from './folder-failure.js';
/** Ids that are safe in a file name: what stands in a file may be anybody's. */
const SAFE_ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_COPIES = 1000;
/** The bytes that stand there; undefined when nothing does. */
export function standing(path) {
    try {
        return readFileSync(path);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}
/** The same; undefined also where it can't be read. */
export function readable(path) {
    try {
        return standing(path);
    }
    catch {
        return undefined;
    }
}
/** The operation that a manifest or an audit log says it is of; undefined when it says none. */
export function idIn(bytes) {
    const id = memberOf(bytes, 'rollback_id');
    return id !== undefined && SAFE_ID.test(id) ? id : undefined;
}
/** Whether the signature file is over exactly these bytes, by the hash that it names. */
export function isSignatureOf(signature, audit) {
    return memberOf(signature, 'hash') === sha256Hex(audit);
}
/** Stands in for the id of a file that names none. */
export const anonymousId = (bytes) => `unknown-${sha256Hex(bytes).slice(0, 8)}`;
/**
 * Gives each file a second name that carries `id`, `a.json` → `a.<id>.json`, without replacing anything; the caller
 * then replaces or removes the first name. So a file is never gone, whatever dies in between. Files that belong
 * together get the same name: a number is added for all of them where one is taken.
 */
export function keepAside(paths, id) {
    for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
        const suffix = copy === 1 ? id : `${id}.${copy}`;
        const kept = asideAs(paths, suffix);
        if (kept !== undefined)
            return kept;
    }
    throw new Error(`there are ${MOST_COPIES} files of that name already`);
}
/** Makes the second names give way to the first ones again. */
export function putBack({ path, aside, made }) {
    rmSync(path, { force: true });
    linkNew(aside, path);
    if (made)
        rmSync(aside);
}
function asideAs(paths, suffix) {
    const kept = [];
    for (const path of paths) {
        const { dir, name, ext } = parse(path);
        const aside = join(dir, `${name}.${suffix}${ext}`);
        try {
            linkNew(path, aside);
            kept.push({ path, aside, made: true });
        }
        catch (thrown) {
            const taken = codeOf(thrown) === 'EEXIST';
            // The same bytes under that name already: an earlier attempt of ours that died.
            if (taken && sameBytes(path, aside)) {
                kept.push({ path, aside, made: false });
                continue;
            }
            for (const each of kept)
                if (each.made)
                    rmSync(each.aside, { force: true });
            if (!taken)
                throw thrown;
            return undefined;
        }
    }
    return kept;
}
function sameBytes(one, other) {
    const [a, b] = [standing(one), readable(other)];
    return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
/** Bytes at whose beginning a member is looked for: ours stand there, and evidence of a large release has megabytes. */
const HEAD = 2048;
/** A member of the outermost object that is a text; undefined when there is none. */
function memberOf(bytes, name) {
    const text = new TextDecoder().decode(headOf(bytes));
    for (let end = text.lastIndexOf(','); end > 0; end = text.lastIndexOf(',', end - 1)) {
        const value = textIn(() => `${text.slice(0, end)}}`, name);
        if (value !== undefined)
            return value;
    }
    return textIn(() => new TextDecoder('utf-8', { fatal: true }).decode(joinBytes(bytes)), name);
}
/** No more of what is made piece by piece is made than that. */
function headOf(bytes) {
    const head = [];
    let length = 0;
    for (const part of partsOf(bytes)) {
        head.push(part.subarray(0, HEAD - length));
        length += part.length;
        if (length >= HEAD)
            break;
    }
    return joinBytes(head);
}
function textIn(json, name) {
    try {
        const parsed = JSON.parse(json());
        const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
