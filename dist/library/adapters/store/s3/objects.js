import { UNGUARDED } from '../../../ports/workspace.js';
import { listRepository } from '../remote/list-repository.js';
import { copyObject, finishCopy } from './copy.js';
import { EncryptionCarrier } from './encryption.js';
import { listObjects } from './list.js';
import { listCurrent } from './list-versions.js';
import { putObject } from './put.js';
import { digestObject, headWithSums, readObject, readObjectInto } from './read.js';
import { batchRemoval } from './removals.js';
import { removeObject } from './remove.js';
/** The port's requests in one dialect of conditions. */
export class S3Objects {
    batch;
    #context;
    #dialect;
    #carrier = new EncryptionCarrier();
    constructor(context, dialect) {
        this.#context = context;
        this.#dialect = dialect;
        this.batch = batchRemoval(context, dialect);
    }
    read(key) {
        return readObject(this.#context, key);
    }
    readInto(key, begin) {
        return readObjectInto(this.#context, key, begin);
    }
    head(key) {
        return headWithSums(this.#context, key);
    }
    digest(key) {
        return digestObject(this.#context, key);
    }
    list(prefix, options = {}) {
        const { keys } = this.#context;
        return listRepository(keys, prefix, options, (place, asked) => asked.versions === true && asked.shallow !== true
            ? listCurrent(this.#context, place, asked)
            : listObjects(this.#context, place, asked));
    }
    put(key, body, when, guard = UNGUARDED) {
        return putObject(this.#context, this.#dialect, { key, body, when, guard });
    }
    copy(source, to, guard = UNGUARDED) {
        return copyObject({ context: this.#context, dialect: this.#dialect, source, to, guard }, this.#carrier);
    }
    finishCopy(source, standing, guard = UNGUARDED) {
        const job = { context: this.#context, dialect: this.#dialect, source, to: standing.key, guard };
        return finishCopy(job, standing.revision);
    }
    async remove(key, revision, guard = UNGUARDED) {
        await removeObject(this.#context, this.#dialect, { key, revision }, guard);
    }
}
