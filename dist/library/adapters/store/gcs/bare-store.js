import { listRepository } from '../remote/list-repository.js';
import { BATCH_SIZE } from './batch.js';
import { CarriedMetadata } from './content-metadata.js';
import { Copying } from './copying.js';
import { listPlace } from './listing.js';
import { Reading } from './reading.js';
import { Writing } from './writing.js';
/** The objects of a repository, every condition sent, whether or not the server holds to it. */
export class BareStore {
    mover;
    batch;
    #parts;
    #reading;
    #writing;
    #copying;
    constructor(parts) {
        this.#parts = parts;
        this.#reading = new Reading(parts.api, parts.names);
        const carried = new CarriedMetadata(parts.api, parts.names, parts.lists);
        const changing = { ...parts, carried, head: (key) => this.head(key) };
        this.#writing = new Writing(changing);
        this.#copying = new Copying(changing);
        this.batch = { size: BATCH_SIZE, remove: (objects) => this.#writing.removeBatch(objects) };
        this.mover = { move: (from, revision, to) => this.#copying.move(from, revision, to) };
    }
    read(key) {
        return this.#reading.read(key);
    }
    readInto(key, begin) {
        return this.#reading.readInto(key, begin);
    }
    head(key) {
        return this.#reading.head(key);
    }
    digest(key) {
        return this.#reading.digest(key);
    }
    list(prefix, options = {}) {
        const place = (below, how) => listPlace(this.#parts, below, how);
        return listRepository(this.#parts.names.keys, prefix, options, place);
    }
    put(key, body, when, guard) {
        return this.#writing.put(key, body, when, guard);
    }
    copy(source, to, guard) {
        return this.#copying.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#copying.finishCopy(source, standing, guard);
    }
    remove(key, revision) {
        return this.#writing.remove(key, revision);
    }
}
