import { createHash } from 'node:crypto';
import { JsonLists } from '../../domain/json-lists.js';
import { gathering } from '../publication.js';
/** Reads a manifest without ever having all of its bytes, or on a bucket all of its artifacts, in memory at once. */
export async function readManifest(store, key) {
    // Loaded only here: a start that finds no log never needs it.
    const schemas = await import('./schemas.js');
    return store.readInto(key, () => new ManifestSink(store, schemas));
}
/** Parses and hashes in one go. Never throws: only the hash tells whether bytes that are no manifest matter. */
class ManifestSink {
    #schemas;
    #hash = createHash('sha256');
    #artifacts;
    #absent;
    #json;
    #broken = false;
    constructor(store, schemas) {
        this.#schemas = schemas;
        this.#artifacts = new CheckedList(() => gathering(store), schemas.checkArtifacts);
        this.#absent = new CheckedList(() => gathering(store), schemas.checkPaths);
        this.#json = new JsonLists({ artifacts: this.#artifacts, absent: this.#absent });
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
            const rest = this.#schemas.checkManifest(this.#json.end());
            const [artifacts, absent] = [this.#artifacts.rows, this.#absent.rows];
            if (rest === undefined || artifacts === undefined || absent === undefined)
                return undefined;
            return { ...rest, artifacts, ...(rest.absent === undefined ? {} : { absent }) };
        }
        catch {
            return undefined;
        }
    }
}
/** A list whose items are checked piece by piece; each beginning makes a new one. */
class CheckedList {
    #gather;
    #check;
    #rows;
    #right = true;
    constructor(gather, check) {
        this.#gather = gather;
        this.#check = check;
        this.#rows = gather();
    }
    /** Undefined where an item has another shape. */
    get rows() {
        return this.#right ? this.#rows : undefined;
    }
    begin() {
        this.#rows = this.#gather();
        this.#right = true;
    }
    take(items) {
        const checked = this.#check(items);
        if (checked === undefined)
            this.#right = false;
        else
            for (const item of checked)
                this.#rows.push(item);
    }
}
