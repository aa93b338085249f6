import type { OperationManifest } from '../../../domain/manifest.ts';
import type { WorkFolder } from './work-folder.ts';
/** Where a version's tree can be; it is moved whole, so it is in one of these places at a time. */
export interface Places {
    /** `<version>`, where readers see it. */
    readonly version: string;
    /** In the work folder, on its way; the only copy, never deleted. */
    readonly tree: string;
    /** Where a rollback puts it at last: in the backup, or, without one, in the work folder until that is closed. */
    readonly kept: string;
    /** Folder of `kept`. */
    readonly keeper: string;
    /** Beside `kept`: SHA-256 of each file when the tree could not be moved and was copied. */
    readonly copied: string;
    /** What is left after its files were put back one by one; deleted with the work folder. */
    readonly reinstated: string;
}
export declare function placesOf(work: WorkFolder, manifest: OperationManifest): Places;
/** Whether `kept` is a verified copy, so that the original is not moved but deleted. */
export declare const isCopied: (places: Places) => boolean;
