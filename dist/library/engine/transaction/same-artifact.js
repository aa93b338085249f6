import { compareChecksums } from '../../domain/checksum.js';
import { sameBytes } from './shelves/surveys.js';
/** Whether what stands at an artifact's key is the artifact, be it put back under a new revision. */
export async function isSameArtifact(store, manifest, artifact, info) {
    if (info.revision === artifact.revision)
        return true;
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'folder')
        return true;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    const verdict = compareChecksums(info.checksum, artifact.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    // Nothing is left to compare with.
    if (manifest.backup_path === '')
        return false;
    return sameBytes(store, artifact.path, manifest.backup_path + artifact.path);
}
