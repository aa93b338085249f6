import { ArtifactMarks } from '../../../domain/artifact-marks.js';
import { compareChecksums } from '../../../domain/checksum.js';
import { artifactsPrefix } from '../../../domain/keys.js';
import { RowIndex } from '../../../domain/row-index.js';
import { PackedRows } from '../../../domain/rows.js';
/** What stands below a folder, by key: packed, for there may be as much as the release is large. */
export async function listed(store, folder) {
    const rows = new PackedRows();
    for await (const { key, revision, size, checksum } of store.list(folder)) {
        rows.push(checksum === undefined ? { key, revision, size } : { key, revision, size, checksum });
    }
    return new RowIndex(rows, (standing) => standing.key);
}
/** Marks those of the artifacts of which `holds` is true, as the pages come; `folder` is what stands before their paths. */
export async function markListed(store, folder, manifest, artifacts, holds) {
    const marks = new ArtifactMarks(artifacts);
    for await (const info of store.list(folder + versionPrefix(manifest))) {
        const artifact = marks.find(info.key.slice(folder.length));
        if (artifact !== undefined && holds(artifact, info))
            marks.mark(artifact.path);
    }
    return marks;
}
export const versionPrefix = ({ version }) => artifactsPrefix(version);
/** How the manifest's artifacts stand in the version folder. */
export async function surveyFolder(store, manifest) {
    const prefix = versionPrefix(manifest);
    const found = new ArtifactMarks(manifest.artifacts);
    const changed = [];
    const unknown = [];
    // As the pages come: of a large release all that stands there is never in memory at once.
    for await (const info of store.list(prefix)) {
        const artifact = found.mark(info.key);
        if (artifact !== undefined && !isUnchanged(artifact, info))
            changed.push(info.key);
        if (artifact === undefined && info.key !== prefix)
            unknown.push(info.key);
    }
    return { removed: found.unmarkedPaths(), changed, unknown };
}
/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
export function isUnchanged(artifact, info) {
    if (info.revision !== artifact.revision)
        return false;
    return artifact.modified === undefined || seconds(artifact.modified) === seconds(info.modified);
}
const seconds = (milliseconds) => Math.floor(milliseconds / 1000);
/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
export async function sameBytes(store, left, right) {
    const [a, b] = await Promise.all([store.head(left), store.head(right)]);
    if (a === undefined || b === undefined || a.size !== b.size)
        return false;
    const verdict = compareChecksums(a.checksum, b.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    const [x, y] = await Promise.all([store.digest(left), store.digest(right)]);
    return x !== undefined && x === y;
}
/** An artifact where it was when the plan was made. */
export const sourceOf = (artifact) => ({
    key: artifact.path,
    revision: artifact.revision,
    size: artifact.size,
    checksum: artifact.checksum,
    storage_class: artifact.storage_class,
});
