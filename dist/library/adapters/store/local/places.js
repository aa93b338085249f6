import { isThere } from './file-info.js';
import { pathOf } from './local-root.js';
export function placesOf(work, manifest) {
    const backup = manifest.backup_path === '' ? undefined : pathOf(work.root, manifest.backup_path);
    const keeper = backup ?? work.path;
    return {
        version: pathOf(work.root, manifest.version),
        tree: work.tree,
        kept: backup === undefined ? `${keeper}/removed` : `${keeper}/${manifest.version}`,
        keeper,
        copied: `${keeper}/copied.json`,
        reinstated: `${work.path}/reinstated`,
    };
}
/** Whether `kept` is a verified copy, so that the original is not moved but deleted. */
export const isCopied = (places) => isThere(places.kept) && isThere(places.copied);
