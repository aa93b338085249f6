import { compareChecksums } from '../../../domain/checksum.js';
import { listed, markListed, versionPrefix } from './surveys.js';
/** What lies in the backup folder of the version, by key. */
export const keptOf = (store, manifest) => listed(store, manifest.backup_path + versionPrefix(manifest));
/** As far as the store tells: where it knows no checksums, the size. */
export function isWhole({ size, checksum }, kept) {
    return kept?.size === size && compareChecksums(checksum, kept.checksum) !== 'different';
}
/** The artifacts that the backup folder could not give back. */
export async function damagedIn(store, manifest, artifacts) {
    if (artifacts.length === 0)
        return [];
    const whole = await markListed(store, manifest.backup_path, manifest, artifacts, isWhole);
    return Array.from(whole.unmarked(), ({ path }) => path);
}
