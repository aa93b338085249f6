import { ArtifactMarks } from '../../domain/artifact-marks.js';
import { failure } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/log-record.js';
import { PackedRows } from '../../domain/rows.js';
import { ConflictError } from '../../ports/object-store.js';
import { CopiesShelf } from './shelves/copies.js';
import { MovesShelf } from './shelves/moves.js';
import { removeAll } from './shelves/removal.js';
import { VersionsShelf } from './shelves/versions.js';
/** The workspace of stores without folders; how artifacts are kept is what the manifest says. */
export class StoreWorkspace {
    #store;
    #requests;
    constructor(store, requests) {
        this.#store = store;
        this.#requests = requests;
    }
    async open() { }
    async lockIndex() { }
    async unlockIndex() { }
    async close() { }
    /** One attempt: whether it may be sent again is for the caller to find out, who reads the index anew. */
    async replace({ info, attributes }, body) {
        const { guard } = this.#requests;
        await guard();
        return this.#store.put(info.key, body, { unchangedSince: info.revision, attributes }, guard);
    }
    async create(key, body) {
        try {
            await this.#requests.send((guard) => this.#store.put(key, body, 'absent', guard));
        }
        catch (thrown) {
            if (!(thrown instanceof ConflictError))
                throw thrown;
            const standing = await this.#store.read(key);
            if (standing === undefined || sha256Hex(standing.body) !== sha256Hex(body))
                throw thrown;
        }
    }
    prepareBackup(manifest, progress) {
        return this.#shelf(manifest).prepare(manifest, progress);
    }
    survey(manifest) {
        const shelf = this.#shelf(manifest);
        return shelf.surveyTaken?.(manifest) ?? shelf.survey(manifest);
    }
    async withdraw(manifest, progress, fresh = true) {
        const shelf = this.#shelf(manifest);
        const before = await shelf.survey(manifest);
        // What a dead run had removed may have been published again: only a fresh run knows that nothing was.
        if (fresh && before.changed.length > 0)
            return { ...before, untouched: true };
        const { covered = [] } = before;
        const removed = new ArtifactMarks(manifest.artifacts).markAll(before.removed);
        const others = new ArtifactMarks(manifest.artifacts).markAll(before.removed);
        const standing = others.markAll(before.changed).markAll(covered).unmarkedRows();
        const taken = await shelf.take(manifest, standing, progress);
        return {
            removed: removed.markAll(taken.removed).markedPaths(),
            changed: [...before.changed, ...taken.changed],
            unknown: before.unknown,
            covered,
            // A recovery can't tell, and looks at the backup whatever it finds.
            missed: taken.missed === true || (fresh && before.removed.length > 0),
        };
    }
    async uncover(manifest, keys) {
        await this.#shelf(manifest).uncover?.(manifest, keys);
    }
    reinstate(manifest, artifacts, progress) {
        return this.#shelf(manifest).putBack(manifest, artifacts, progress);
    }
    retract(manifest, artifacts, progress) {
        return this.#shelf(manifest).takeAgain(manifest, artifacts, progress);
    }
    damaged(manifest, artifacts) {
        return this.#shelf(manifest).damaged(manifest, artifacts);
    }
    /** Removes the backup; the manifest last: while it is there, whoever comes after us knows what else to remove. */
    async discard(manifest) {
        if (manifest.backup_path === '')
            return;
        const own = [`${manifest.backup_path}restored.json`, `${manifest.backup_path}manifest.json`];
        const { copies } = this.#shelf(manifest);
        const found = new PackedRows();
        const last = [];
        for await (const { key, revision } of this.#store.list(manifest.backup_path)) {
            if (key === own[1])
                last.push({ key, revision });
            else if (copies || key === own[0])
                found.push({ key, revision });
        }
        await removeAll(this.#store, this.#requests, found);
        await removeAll(this.#store, this.#requests, last);
    }
    #shelf({ backup_method: method }) {
        const { mover, versions } = this.#store;
        if (method === 'versions' && versions !== undefined)
            return new VersionsShelf(this.#store, versions, this.#requests);
        if (method === 'move' && mover !== undefined)
            return new MovesShelf(this.#store, mover, this.#requests);
        if (method === 'copy')
            return new CopiesShelf(this.#store, this.#requests);
        throw failure('BACKUP', `This store has no way to keep a release by '${method}', as the manifest says`);
    }
}
