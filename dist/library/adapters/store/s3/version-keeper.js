import { randomUUID } from 'node:crypto';
import { failure, RollbackError } from '../../../domain/errors.js';
import { isUnanswered, } from '../../../ports/object-store.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { BATCH, BATCHES_AT_ONCE, deleteBatch } from './batch.js';
import { quoted } from './context.js';
import { listVersions } from './list-versions.js';
import { asAnswer, deletePinned } from './removals.js';
import { removeVersion, tryRemoveVersion } from './remove.js';
import { askVersioning } from './settings.js';
/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
export class S3VersionKeeper {
    size = BATCH;
    atOnce = BATCHES_AT_ONCE;
    #context;
    #dialect;
    #archive;
    constructor(context, dialect, archive) {
        this.#context = context;
        this.#dialect = dialect;
        this.#archive = archive;
    }
    async keeps() {
        return (await askVersioning(this.#context)) === 'Enabled';
    }
    list(prefix) {
        return listVersions(this.#context, prefix, ({ key, version_id }, told) => this.#archive.noteVersion(key, version_id, told));
    }
    async hide(objects, guard = UNGUARDED) {
        return (await deletePinned(this.#context, this.#dialect(), objects, guard)).map(asHidden);
    }
    /** By the deletion of a version that never was, of a key that never was: S3 has nothing to do, but asks who may. */
    async demandUnhide(folder) {
        const key = `${folder}permission-test-${randomUUID()}`;
        try {
            await tryRemoveVersion(this.#context, key);
        }
        catch (thrown) {
            // Whatever else it says of a version that is none is no answer to the question.
            if (isUnanswered(thrown) || (thrown instanceof RollbackError && thrown.code === 'PERMISSION'))
                throw thrown;
        }
    }
    async unhide(markers, guard = UNGUARDED) {
        const deletions = markers.map(({ key, version_id: versionId }) => ({ key, versionId }));
        const one = async ({ key, versionId = '' }) => {
            await removeVersion(this.#context, key, versionId, guard);
            return { key, result: 'deleted', markerId: undefined };
        };
        const answers = await deleteBatch(this.#context, deletions, { one, guard });
        return answers.map(asAnswer);
    }
}
/** A delete that made no marker took the object away for good, or wrote over another `null` version. */
function asHidden(deleted) {
    if (deleted.result !== 'deleted')
        return deleted;
    const { key, markerId } = deleted;
    if (markerId !== undefined && markerId !== 'null')
        return { key, result: 'hidden', marker_id: markerId };
    const message = `${quoted(key)} was deleted, but no delete marker of its own was placed: the bucket does not keep versions any more`;
    return { key, result: 'failed', error: failure('STEP_FAILED', message) };
}
