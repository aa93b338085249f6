import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Places } from './places.ts';
import { type Holding } from './put-each.ts';
import type { WorkFolder } from './work-folder.ts';
/**
 * A restore moved its files out of the backup, and some of them have to stay where it put them: the tree that goes back
 * gets a copy of each that it lacks. What can't be copied is looked for afterwards, by `lackingIn`.
 */
export declare function keepStaying(work: WorkFolder, holding: Holding, taken: Rows<ManifestArtifact>, makeInTree: (folders: readonly string[]) => Promise<void>): Promise<void>;
/** What the restore had put, and the backup has not now. */
export declare function lackingIn(places: Places, manifest: OperationManifest): readonly string[];
