import { failure } from '../domain/errors.js';
import { backupPath } from '../domain/keys.js';
import { printable } from '../domain/version.js';
import { named } from './named.js';
/**
 * With the backups where an operation made its own: whoever recovers it may have been told another `backup-prefix`.
 * Throws BAD_INPUT for a place that no run of ours would have taken.
 */
export async function withBackupsAt(context, prefix) {
    const { store } = context;
    if (prefix === undefined || store.backups === undefined || store.backups.prefix === prefix)
        return context;
    return { ...context, store: await store.backups.at(prefix) };
}
/**
 * With the backups where a rollback's marker says that its own is, whatever `backup-prefix` this run was given: a restore
 * needs none. Only where nothing is there, and something is where this run was told to look, somebody has moved it.
 * `note` is told where a prefix that was given does not count. Throws BAD_INPUT as `withBackupsAt`.
 */
export async function withBackupOf(context, { backup_prefix: prefix, manifest_key: key }, note) {
    const there = await withBackupsAt(context, prefix);
    if (there === context)
        return context;
    const { store } = context;
    const given = store.backups?.prefix ?? '';
    const isThere = async (from) => (await from.head(key)) !== undefined;
    const kept = prefix === '' ? 'its usual place' : `'${printable(prefix ?? '')}'`;
    if (!(await isThere(there.store)) && (await isThere(store))) {
        note(`The rollback kept its backup in ${kept}; it was moved, and is taken from where this run looks for backups`);
        return context;
    }
    if (given !== '')
        note(`The rollback kept its backup in ${kept}: backup-prefix '${given}' does not count here`);
    return there;
}
/**
 * A backup's key is longer than its artifact's. Throws BAD_INPUT naming what the bucket can't hold a backup of: before
 * anything changes, not half-way through.
 */
export function demandRoomForNames({ store: { backups } }, version, artifacts, method) {
    // A pinned version stays where it is.
    if (backups === undefined || method === 'versions')
        return;
    // All backup folders of a version have names of one length.
    const folder = backupPath(version, new Date(0), '00000000');
    const paths = [];
    let why;
    for (const { path } of artifacts) {
        const problem = backups.problem(folder + path);
        if (problem === undefined)
            continue;
        why ??= problem;
        paths.push(path);
    }
    if (why === undefined)
        return;
    throw failure('BAD_INPUT', `The key of a backup ${why}: ${named(paths)}`, {
        advice: 'Give a short backup-prefix, or turn versioning on where the store is S3: then nothing is copied.',
    });
}
