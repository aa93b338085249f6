import { failure } from '../../../domain/errors.ts';
import type { ManifestArtifact } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo, Revision } from '../../../ports/object-store.ts';
import { keptBy, type ObjectResource } from './resource.ts';

/** Objects that can't be removed, as their last listing told. */
export class KeptObjects {
  readonly #kept = new Map<string, { readonly revision: Revision; readonly resource: ObjectResource }>();

  note({ key, revision }: ObjectInfo, resource: ObjectResource): void {
    // Whatever the time is, one of them is told.
    if (keptBy(resource, 0) === undefined) this.#kept.delete(key);
    else this.#kept.set(key, { revision, resource });
  }

  /** Throws STEP_FAILED naming every artifact that would refuse: before anything changes, not half-way through. */
  check(artifacts: Rows<ManifestArtifact>, now: number): void {
    if (this.#kept.size === 0) return;
    const details: string[] = [];
    for (const { path, revision } of artifacts) {
      const kept = this.#kept.get(path);
      const by = kept?.revision === revision ? keptBy(kept.resource, now) : undefined;
      if (by !== undefined) details.push(`${path}: ${by}`);
    }
    if (details.length === 0) return;
    throw failure(
      'STEP_FAILED',
      `${details.length} artifacts can't be taken out: they are held or retained`,
      {
        details,
        advice: 'Release the holds, or wait until the retention ends, then run again. Nothing was changed.',
      },
    );
  }
}
