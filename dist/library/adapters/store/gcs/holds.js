import { failure } from '../../../domain/errors.js';
import { keptBy } from './resource.js';
/** Objects that can't be removed, as their last listing told. */
export class KeptObjects {
    #kept = new Map();
    note({ key, revision }, resource) {
        // Whatever the time is, one of them is told.
        if (keptBy(resource, 0) === undefined)
            this.#kept.delete(key);
        else
            this.#kept.set(key, { revision, resource });
    }
    /** Throws STEP_FAILED naming every artifact that would refuse: before anything changes, not half-way through. */
    check(artifacts, now) {
        if (this.#kept.size === 0)
            return;
        const details = [];
        for (const { path, revision } of artifacts) {
            const kept = this.#kept.get(path);
            const by = kept?.revision === revision ? keptBy(kept.resource, now) : undefined;
            if (by !== undefined)
                details.push(`${path}: ${by}`);
        }
        if (details.length === 0)
            return;
        throw failure('STEP_FAILED', `${details.length} artifacts can't be taken out: they are held or retained`, {
            details,
            advice: 'Release the holds, or wait until the retention ends, then run again. Nothing was changed.',
        });
    }
}
