import type { OperationManifest } from '../../../domain/manifest.ts';
import { type LocalRoot } from './local-root.ts';
import type { WorkFolder } from './work-folder.ts';
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
export declare function demandRoom(root: LocalRoot, version: string | undefined): Promise<void>;
/** The same for what a restore copies back: the whole tree, or nothing where it is a rename. */
export declare function demandRoomToReturn(work: WorkFolder, manifest: OperationManifest): void;
