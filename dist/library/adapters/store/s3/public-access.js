import { GetObjectCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS, INDEX_KEY } from '../../../domain/keys.js';
import { within } from '../remote/time-limit.js';
import { listVersions } from './list-versions.js';
import { readThrown } from './thrown.js';
const NAME = 'public access';
/**
 * Whether strangers can read the index, and, what counts, a backup or a version that is not current any more: a release
 * pulled for a security hole must not stay readable there.
 */
export async function publicFinding({ context, anonymous, list }, versioning) {
    const client = anonymous();
    const backup = await firstBackup(list);
    const old = versioning === undefined || versioning === 'Off' ? undefined : await oldVersion(context, backup);
    const [index, kept, hidden] = await Promise.all([
        readable(client, context, { key: INDEX_KEY }),
        backup === undefined ? undefined : readable(client, context, { key: backup }),
        old === undefined ? undefined : readable(client, context, old),
    ]);
    client.destroy();
    if (kept === true || hidden === true)
        return stillReadable(kept === true, hidden === true);
    if (index === true && backup === undefined) {
        return {
            name: NAME,
            result: 'warning',
            detail: 'Everybody can read the repository; there is no backup yet to see whether those are public, too',
            advice: 'Deny s3:GetObject to others below the backup folder before the first rollback (see the docs).',
        };
    }
    const publicly = PUBLICLY[String(index)] ?? '';
    return { name: NAME, result: index === undefined ? 'skipped' : 'ok', detail: publicly, advice: '' };
}
function stillReadable(backups, versions) {
    const what = [backups ? 'the backups' : [], versions ? 'versions that are not current any more' : []];
    const rules = [
        backups
            ? 'Deny s3:GetObject to others below the backup folder (see the docs), or move it with backup-prefix.'
            : [],
        versions ? 'Deny s3:GetObjectVersion to others below the whole prefix (see the docs).' : [],
    ];
    return {
        name: NAME,
        result: 'warning',
        detail: `Everybody can read ${what.flat().join(' and ')}: a release that was pulled stays readable there`,
        advice: rules.flat().join(' '),
    };
}
/** Versions that are looked through at most. */
const MOST = 1000;
/** One that a plain GET does not find: of a release that was taken out, else of the index, which is often replaced. */
async function oldVersion(context, backup) {
    const release = /^\.rollback-backups\/(.+)-\d{8}_\d{6}-[0-9a-f]{8}\//.exec(backup ?? '')?.[1];
    const places = [...(release === undefined ? [] : [`${release}/`]), INDEX_KEY];
    try {
        for (const place of places) {
            let left = MOST;
            for await (const { key, version_id: versionId, current, marker } of listVersions(context, place)) {
                if (!current && !marker)
                    return { key, versionId };
                left -= 1;
                if (left === 0)
                    break;
            }
        }
    }
    catch (thrown) {
        // Who may not list versions is told so by a check of its own.
        if (!(thrown instanceof RollbackError))
            throw thrown;
        context.debug(thrown.message);
    }
    return undefined;
}
async function firstBackup(list) {
    for await (const info of list(BACKUPS))
        if (info.type === 'file')
            return info.key;
    return undefined;
}
/** Undefined when it can't be told. */
async function readable(client, context, { key, versionId }) {
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        VersionId: versionId,
        Range: 'bytes=0-0',
    };
    try {
        await within(context.caller.timeoutMs, async (abortSignal) => {
            const { Body } = await client.send(new GetObjectCommand(command), { abortSignal });
            await Body?.transformToByteArray();
        });
        return true;
    }
    catch (thrown) {
        const { status } = readThrown(thrown);
        // An absent key is only told apart where anybody may list.
        if (status === 416)
            return true;
        return status === 403 || status === 401 || status === 404 ? false : undefined;
    }
}
const PUBLICLY = {
    true: 'Everybody can read releases, but not backups',
    false: 'Strangers can read nothing',
    undefined: 'Could not be told',
};
