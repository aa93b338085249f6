import { GetObjectCommand } from '@aws-sdk/client-s3';
import { BACKUPS, INDEX_KEY } from '../../../domain/keys.js';
import { within } from '../remote/time-limit.js';
import { readThrown } from './thrown.js';
const NAME = 'public access';
/**
 * Whether strangers can read the index, and, what counts, a backup: a release pulled for a security hole must not stay
 * readable there.
 */
export async function publicFinding({ context, anonymous, list, }) {
    const client = anonymous();
    const backup = await firstBackup(list);
    const [index, kept] = await Promise.all([
        readable(client, context, INDEX_KEY),
        backup === undefined ? undefined : readable(client, context, backup),
    ]);
    client.destroy();
    if (kept === true) {
        return {
            name: NAME,
            result: 'warning',
            detail: 'Everybody can read the backups: a release that was pulled stays readable there',
            advice: 'Deny s3:GetObject to others below the backup folder (see the docs), or move it with backup-prefix.',
        };
    }
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
async function firstBackup(list) {
    for await (const info of list(BACKUPS))
        if (info.type === 'file')
            return info.key;
    return undefined;
}
/** Undefined when it can't be told. */
async function readable(client, context, key) {
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), Range: 'bytes=0-0' };
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
