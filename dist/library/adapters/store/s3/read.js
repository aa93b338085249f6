import { createHash } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { joinBytes } from '../../../domain/byte-parts.js';
import { eachChunk } from '../remote/time-limit.js';
import { attributesOf } from './attributes.js';
import { unlessAbsent } from './caller.js';
import { quoted } from './context.js';
import { headOf } from './head.js';
import { infoOf } from './info.js';
import { wholeSums } from './sums.js';
/** The whole object at once: meant for the index and files of ours. */
export function readObject(context, key) {
    return get(context, key, async (answer, each) => {
        const chunks = [];
        await each((chunk) => chunks.push(chunk));
        return { info: toldOf(key, answer), body: joinBytes(chunks), attributes: attributesOf(answer) };
    });
}
/** Each attempt has a sink of its own. */
export function readObjectInto(context, key, begin) {
    return get(context, key, async (_, each) => {
        const sink = begin();
        await each((chunk) => sink.take(chunk));
        return sink.end();
    });
}
export function digestObject(context, key) {
    return readObjectInto(context, key, () => {
        const hash = createHash('sha256');
        return { take: (chunk) => hash.update(chunk), end: () => hash.digest('hex') };
    });
}
export async function headObject(context, key) {
    const answer = await headAnswer(context, key);
    return answer && toldOf(key, answer);
}
/** The same with all that the store knows of the bytes: where ETags differ it saves reading them. */
export async function headWithSums(context, key) {
    const answer = await headAnswer(context, key, true);
    if (answer === undefined)
        return undefined;
    const info = toldOf(key, answer);
    return { ...info, checksum: [info.checksum, ...wholeSums(answer)].join(' ') };
}
/** With `checksums` also what the store knows of the bytes. */
export function headAnswer(context, key, checksums = false) {
    const doing = { what: `look at ${quoted(key)}`, action: 's3:GetObject', key };
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(checksums ? { ChecksumMode: 'ENABLED' } : {}),
    };
    return context.caller.askIfThere(doing, headOf(command));
}
/** A GET whose body may take its time, as long as something comes; sent again as a whole when it breaks off. */
function get(context, key, take) {
    const doing = { what: `read ${quoted(key)}`, action: 's3:GetObject', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    return unlessAbsent(context.caller.stream(doing, (client, options) => client.send(new GetObjectCommand(command), options), (answer) => {
        const body = answer.Body;
        const each = (chunk) => eachChunk(body, context.caller.timeoutMs, chunk, (reason) => body.destroy(reason));
        return take(answer, each);
    }));
}
const toldOf = (key, answer) => infoOf(key, { ...answer, Size: answer.ContentLength });
