import { failure } from '../../../domain/errors.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { BATCH, deleteBatch } from './batch.js';
import { quoted } from './context.js';
import { listVersions } from './list-versions.js';
import { asAnswer, deletePinned } from './removals.js';
import { removeVersion } from './remove.js';
import { askVersioning } from './settings.js';
/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
export class S3VersionKeeper {
    size = BATCH;
    #context;
    #dialect;
    constructor(context, dialect) {
        this.#context = context;
        this.#dialect = dialect;
    }
    async keeps() {
        return (await askVersioning(this.#context)) === 'Enabled';
    }
    list(prefix) {
        return listVersions(this.#context, prefix);
    }
    async hide(objects, guard = UNGUARDED) {
        return (await deletePinned(this.#context, this.#dialect(), objects, guard)).map(asHidden);
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
