import { createHash } from 'node:crypto';
import { CRC32C } from '@google-cloud/storage';
import { UnansweredError, } from '../../../ports/object-store.js';
import { jsonOf } from './json-api.js';
import { noBucket } from './refusals.js';
import { infoOf, OBJECT_FIELDS } from './resource.js';
const GET = 'storage.objects.get';
/** As stored: what is kept as gzip must not be unpacked on its way. */
const RAW = { 'accept-encoding': 'gzip' };
/** What reads one object. */
export class Reading {
    #api;
    #names;
    constructor(api, names) {
        this.#api = api;
        this.#names = names;
    }
    /** One request: the attributes say only whose they are, and are asked for when something is replaced (writing.ts). */
    read(key) {
        return this.#api.again(async () => {
            const answer = await this.#api.once({ ...this.#media(key), headers: RAW });
            if (!this.#found(answer))
                return undefined;
            const crc32c = new CRC32C();
            crc32c.update(Buffer.from(answer.body));
            checkWhole(key, answer, crc32c.toString(), answer.body.length);
            const info = infoFromHeaders(key, answer) ?? (await this.#infoOf(key, `crc32c:${crc32c.toString()}`));
            return { info, body: answer.body, attributes: { of_generation: info.revision } };
        });
    }
    async head(key) {
        const answer = await this.#api.read({
            method: 'GET',
            path: this.#names.objectPath(key),
            query: { fields: OBJECT_FIELDS },
            subject: this.subject(key),
            expects: [404],
        });
        return this.#found(answer) ? infoOf(key, jsonOf(answer)) : undefined;
    }
    /** Each attempt has a sink of its own, which ends only when its bytes are what is stored. */
    readInto(key, begin) {
        return this.#api.again(async () => {
            const sink = begin();
            const crc32c = new CRC32C();
            let size = 0;
            const answer = await this.#api.stream({ ...this.#media(key), headers: RAW }, (chunk) => {
                sink.take(chunk);
                crc32c.update(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
                size += chunk.length;
            });
            if (!this.#found(answer))
                return undefined;
            checkWhole(key, answer, crc32c.toString(), size);
            return sink.end();
        });
    }
    digest(key) {
        return this.readInto(key, () => {
            const hash = createHash('sha256');
            return { take: (chunk) => hash.update(chunk), end: () => hash.digest('hex') };
        });
    }
    subject(key, doing = 'reading', permissions = [GET]) {
        return { doing, bucket: this.#names.bucket, object: this.#names.nameOf(key), key, permissions };
    }
    #media(key) {
        return {
            method: 'GET',
            path: this.#names.objectPath(key),
            query: { alt: 'media' },
            subject: this.subject(key),
            expects: [404],
        };
    }
    #found(answer) {
        if (answer.status !== 404)
            return true;
        if (/bucket.* does not exist/i.test(new TextDecoder().decode(answer.body)))
            throw noBucket(this.#names.bucket);
        return false;
    }
    /** For a server that tells nothing about the object beside its bytes. */
    async #infoOf(key, checksum) {
        const info = await this.head(key);
        if (info?.checksum === checksum)
            return info;
        throw new UnansweredError(`${key} changed while it was read`, { landed: 'no' });
    }
}
/** Throws UnansweredError: what came is not what is stored, and it is read again. */
function checkWhole(key, { headers }, crc32c, size) {
    const told = /\bcrc32c=([\w+/]+=*)/.exec(headers.get('x-goog-hash') ?? '')?.[1];
    const length = headers.get('x-goog-stored-content-length');
    if ((told === undefined || told === crc32c) && (length === null || Number(length) === size))
        return;
    throw new UnansweredError(`${key} did not come whole: its checksum is another`, { landed: 'no' });
}
/** The generation is the content's, so nothing can come between the two. */
function infoFromHeaders(key, { headers, body }) {
    const generation = headers.get('x-goog-generation');
    const modified = Date.parse(headers.get('last-modified') ?? '');
    const hashes = headers.get('x-goog-hash') ?? '';
    if (generation === null || Number.isNaN(modified) || hashes === '')
        return undefined;
    const crc32c = /\bcrc32c=([\w+/]+=*)/.exec(hashes)?.[1];
    const md5Hash = /\bmd5=([\w+/]+=*)/.exec(hashes)?.[1];
    const storageClass = headers.get('x-goog-storage-class');
    return infoOf(key, {
        generation,
        size: String(body.length),
        timeCreated: new Date(modified).toISOString(),
        ...(crc32c === undefined ? {} : { crc32c }),
        ...(md5Hash === undefined ? {} : { md5Hash }),
        ...(storageClass === null ? {} : { storageClass }),
    });
}
