import type { ManifestArtifact } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { type ObjectResource } from './resource.ts';
/** Objects that can't be removed, as their last listing told. */
export declare class KeptObjects {
    #private;
    note({ key, revision }: ObjectInfo, resource: ObjectResource): void;
    /** Throws STEP_FAILED naming every artifact that would refuse: before anything changes, not half-way through. */
    check(artifacts: Rows<ManifestArtifact>, now: number): void;
}
