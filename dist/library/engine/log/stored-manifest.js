import { createHash } from 'node:crypto';
import { JsonLists } from '../../domain/json-lists.js';
import { sha256Hex } from '../../domain/log-record.js';
import { PackedRows } from '../../domain/rows.js';
/**
 * Reads a manifest: of a bucket without ever having all of its bytes or artifacts in memory at once, of a folder as a
 * whole, where the reader's own code would take longer than a local restore has for it.
 */
export async function readManifest(store, key) {
    // Loaded only here: a start that finds no log never needs it.
    const schemas = await import('./schemas.js');
    if (store.workspaces === undefined)
        return store.readInto(key, () => new ManifestSink(schemas));
    const stored = await store.read(key);
    return stored && { sha256: sha256Hex(stored.body), manifest: schemas.decodeManifest(stored.body) };
}
/** Parses and hashes in one go. Never throws: only the hash tells whether bytes that are no manifest matter. */
class ManifestSink {
    #check;
    #hash = createHash('sha256');
    #lists;
    #json;
    #broken = false;
    constructor(schemas) {
        this.#check = schemas.checkManifest;
        this.#lists = {
            // The entry of a large release is long as well: its bytes are gone before the artifacts come.
            entries: new CheckedList(() => [], schemas.checkEntries),
            artifacts: new CheckedList(() => new PackedRows(), schemas.checkArtifacts),
            absent: new CheckedList(() => new PackedRows(), schemas.checkPaths),
        };
        this.#json = new JsonLists(this.#lists);
    }
    take(chunk) {
        this.#hash.update(chunk);
        if (this.#broken)
            return;
        try {
            this.#json.write(chunk);
        }
        catch {
            this.#broken = true;
        }
    }
    end() {
        return { sha256: this.#hash.digest('hex'), manifest: this.#manifest() };
    }
    #manifest() {
        if (this.#broken)
            return undefined;
        try {
            const rest = this.#check(this.#json.end());
            const { entries, artifacts, absent } = this.#lists;
            if (rest === undefined || !entries.right || !artifacts.right || !absent.right)
                return undefined;
            const manifest = { ...rest, entries: entries.items, artifacts: artifacts.items };
            return rest.absent === undefined ? manifest : { ...manifest, absent: absent.items };
        }
        catch {
            return undefined;
        }
    }
}
/** A list whose items are checked piece by piece; each beginning makes a new one. */
class CheckedList {
    items;
    /** Whether every item has its shape. */
    right = true;
    #gather;
    #check;
    constructor(gather, check) {
        this.#gather = gather;
        this.#check = check;
        this.items = gather();
    }
    begin() {
        this.items = this.#gather();
        this.right = true;
    }
    take(items) {
        const checked = this.#check(items);
        if (checked === undefined)
            this.right = false;
        else
            for (const item of checked)
                this.items.push(item);
    }
}
