import { randomUUID } from 'node:crypto';
import { CRC32C } from '@google-cloud/storage';
import { ConflictError, UnansweredError, } from '../../../ports/object-store.js';
import { contentMetadata } from './content-metadata.js';
import { contentTypeOf } from './content-type.js';
import { encoded, jsonOf } from './json-api.js';
/** Puts and removals, each one changing request with its precondition. */
export class Writing {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** With attributes: first reads what they stand for, of that very generation; both must still be so at the write. */
    async put(key, body, when) {
        // As the wire has it: what the caller does with its bytes after the call is not what is stored.
        const bytes = Buffer.from(body);
        const subject = this.#subject(key, 'writing', when === 'absent' ? ['create'] : ['create', 'delete']);
        if (when === 'absent') {
            return this.#upload(subject, bytes, plain(key).resource, { ifGenerationMatch: 0 });
        }
        const { unchangedSince, attributes } = when;
        const carried = attributes === undefined ? plain(key) : await this.#carried(subject, unchangedSince);
        return this.#upload(subject, bytes, carried.resource, {
            ...carried.query,
            ifGenerationMatch: unchangedSince,
            ifMetagenerationMatch: carried.metageneration,
        });
    }
    /** Where versions are kept, this one becomes noncurrent. Absent already is success. */
    async remove(key, revision) {
        try {
            await this.#parts.api.once({
                method: 'DELETE',
                path: this.#parts.names.objectPath(key),
                query: { ifGenerationMatch: revision },
                subject: this.#subject(key, 'removing', ['delete']),
                expects: [404],
            });
        }
        catch (thrown) {
            // Whether a condition on an absent object is a 404 or a 412 is not documented.
            if (thrown instanceof ConflictError && (await this.#parts.head(key)) === undefined)
                return;
            throw thrown;
        }
    }
    #carried(subject, generation) {
        return contentMetadata(this.#parts, this.#parts.lists, subject, generation);
    }
    async #upload(subject, bytes, resource, when) {
        const crc32c = new CRC32C();
        crc32c.update(bytes);
        const answer = await this.#parts.api.once({
            method: 'POST',
            path: `/upload/storage/v1/b/${encoded(subject.bucket)}/o`,
            query: { uploadType: 'multipart', name: subject.object, ...when, fields: 'generation' },
            // The service compares the checksum and refuses bytes that changed on their way.
            body: multipart({ ...resource, crc32c: crc32c.toString() }, bytes),
            subject,
        });
        const { generation } = jsonOf(answer);
        if (generation !== undefined)
            return generation;
        throw new UnansweredError(`Google Cloud Storage did not tell the generation of ${subject.key}`, {
            landed: 'unknown',
        });
    }
    #subject(key, doing, verbs) {
        const { names } = this.#parts;
        const permissions = verbs.map((verb) => `storage.objects.${verb}`);
        return { doing, bucket: names.bucket, object: names.nameOf(key), key, permissions, conditional: true };
    }
}
const plain = (key) => ({
    resource: { contentType: contentTypeOf(key) },
    query: {},
    metageneration: undefined,
});
/** A resource and its bytes in one request: cloud.google.com/storage/docs/uploading-objects#rest-upload-objects. */
function multipart(resource, bytes) {
    const boundary = `part-${randomUUID()}`;
    const type = typeof resource.contentType === 'string' ? resource.contentType : 'application/octet-stream';
    const head = [
        `--${boundary}`,
        'content-type: application/json; charset=UTF-8',
        '',
        JSON.stringify(resource),
        `--${boundary}`,
        `content-type: ${type.replaceAll(/[^\x20-\x7e]/g, '?')}`,
        '',
        '',
    ].join('\r\n');
    const whole = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return { type: `multipart/related; boundary=${boundary}`, bytes: whole };
}
