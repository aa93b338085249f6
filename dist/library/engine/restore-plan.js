import { artifactIndex } from '../domain/artifact-marks.js';
import { failure } from '../domain/errors.js';
import { parseIndex, readPlaced } from '../domain/index/mod.js';
import { RowIndex } from '../domain/row-index.js';
import { view } from '../domain/rows.js';
import { takesArtifacts, takesEntry } from '../domain/types.js';
import { readManifest } from './log/stored-manifest.js';
import { named } from './named.js';
import { latestOf } from './publication.js';
import { foreignEntries, show } from './transaction/entries.js';
import { isSameArtifact } from './transaction/same-artifact.js';
/** The manifest that the log names by hash. Throws BACKUP. */
export async function loadManifest(store, marker) {
    const stored = await readManifest(store, marker.manifest_key);
    const manifest = stored?.sha256 === marker.manifest_sha256 ? stored.manifest : undefined;
    if (manifest === undefined) {
        throw failure('BACKUP', `The backup's manifest ${marker.manifest_key} is ${stored === undefined ? 'missing' : 'not the one that was written'}`, { advice: store.backups === undefined ? NOT_WHOLE : MOVED });
    }
    return manifest;
}
const MOVED = 'It was looked for where the rollback kept it, and where backup-prefix says. If somebody moved the backup, bring it back, or name its folder by backup-prefix.';
/** A tree that was moved was never read: size and time are all that is known of its files. */
const WITHOUT_TIMES = 'If the repository was only copied without its times (cp -r, git, zip), docs/recovery.md says how to set them back.';
const NOT_WHOLE = 'Somebody removed or changed what the rollback had kept. Bring it back to where the backup is, or publish the release anew; then nothing needs this restore.';
/** Throws POLICY_VIOLATION when something else is in the way, BACKUP when the backup is not whole. */
export async function checkRestorable(context, workspace, manifest, { reading, found }) {
    const { store, clock } = context;
    const doc = usableIndex(reading, manifest);
    const there = new RowIndex(found, ({ key }) => key);
    const absent = takesArtifacts(manifest.rollback_type)
        ? manifest.artifacts.filter((artifact) => !there.has(artifact.path))
        : [];
    if (found.length > 0)
        await refuseOtherBytes(store, manifest, there);
    const damaged = await workspace.damaged(manifest, absent);
    if (damaged.length > 0)
        throw failure('BACKUP', `The backup is not whole: ${named(damaged)}`, {
            advice: store.workspaces === undefined ? NOT_WHOLE : `${NOT_WHOLE} ${WITHOUT_TIMES}`,
        });
    await store.demandReadable?.(manifest, absent);
    if (doc !== undefined)
        refuseUnbacked(manifest, there);
    const shown = doc === undefined ? undefined : show(doc, manifest, new Date(clock.now()));
    const next = shown === undefined ? doc : parseIndex(shown);
    return {
        manifest,
        absent,
        listsAgain: takesEntry(manifest.rollback_type) && shown !== undefined,
        latest: doc === undefined ? '' : latestOf(doc),
        latestAfter: next === undefined ? '' : latestOf(next),
        indexBytes: reading.state === 'present' ? reading.object.body : undefined,
        indexRevision: reading.state === 'present' ? reading.object.info.revision : '',
        warnings: strangers(manifest, found),
    };
}
function usableIndex(reading, manifest) {
    if (reading.state === 'broken')
        throw failure('POLICY_VIOLATION', `index.json is not a usable index: ${reading.reason}`);
    if (reading.state === 'missing') {
        if (manifest.entries.length === 0)
            return undefined;
        throw failure('POLICY_VIOLATION', 'index.json is missing; the entry has no index to go back to', {
            advice: 'Put index.json back (the rollback manifest has index_state_before), then restore again.',
        });
    }
    const foreign = foreignEntries(reading.doc, manifest);
    if (foreign.length > 0) {
        throw failure('POLICY_VIOLATION', `index.json lists another release as ${manifest.version}: it was published again`, {
            advice: 'Roll the newer publication back first, or leave the old one in its backup.',
        });
    }
    return reading.doc;
}
async function refuseOtherBytes(store, manifest, there) {
    if (!takesArtifacts(manifest.rollback_type))
        return;
    const other = [];
    for (const artifact of manifest.artifacts) {
        const info = there.find(artifact.path);
        if (info !== undefined && !(await isSameArtifact(store, manifest, artifact, info)))
            other.push(artifact.path);
    }
    if (other.length === 0)
        return;
    throw failure('POLICY_VIOLATION', `Other files are in the way: ${named(other)}`, {
        advice: 'Move them away, then restore again; nothing is ever overwritten.',
    });
}
/** No restore lists an entry whose artifacts are not all there (marked ones aside). */
function refuseUnbacked(manifest, there) {
    const back = artifactIndex(takesArtifacts(manifest.rollback_type) ? manifest.artifacts : []);
    const missing = manifest.entries.flatMap((placement) => {
        const entry = readPlaced(placement);
        if (entry.version !== manifest.version || entry.removed !== undefined)
            return [];
        // In about the order of what they are looked for in, whatever the index has: that is quickest for packed rows.
        const sought = [...entry.artifacts].sort();
        const unbacked = new Set(sought.filter((path) => !there.has(path) && !back.has(path)));
        return entry.artifacts.filter((path) => unbacked.has(path));
    });
    if (missing.length === 0)
        return;
    throw failure('POLICY_VIOLATION', `The entry lists artifacts that would not be there: ${named(missing)}`, {
        advice: 'Bring the artifacts back first; a release is never listed before it is whole.',
    });
}
function strangers(manifest, found) {
    if (!takesArtifacts(manifest.rollback_type))
        return [];
    const known = artifactIndex(manifest.artifacts);
    const unknown = found.filter(({ key }) => !known.has(key) && key !== `${manifest.version}/`);
    if (unknown.length === 0)
        return [];
    return [`Not part of the release, left where it is: ${named(unknown.map(({ key }) => key))}`];
}
/** The restore's own manifest: what the rollback took, and which keys were absent. */
export function restoreManifest(plan, open, marker, reason) {
    return {
        ...plan.manifest,
        operation: 'restore',
        operation_id: open.operation_id,
        created_at: open.began,
        reason,
        index_revision: plan.indexRevision,
        undoes: marker.operation_id,
        absent: view(plan.absent, ({ path }) => path),
    };
}
