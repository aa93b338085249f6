import { randomUUID } from 'node:crypto';
import { CRC32C } from '@google-cloud/storage';
import { byteParts, partsOf } from '../../../domain/byte-parts.js';
import { asRollbackError } from '../../../domain/errors.js';
import { ConflictError, UnansweredError, } from '../../../ports/object-store.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { notAnswered } from './batch.js';
import { contentTypeOf } from './content-type.js';
import { encoded, jsonOf } from './json-api.js';
import { refusal } from './refusals.js';
/** Puts and removals, each one changing request with its precondition. */
export class Writing {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** With attributes: first reads what they stand for, of that very generation; both must still be so at the write. */
    async put(key, body, when, guard = UNGUARDED) {
        const subject = this.#subject(key, 'writing', when === 'absent' ? ['create'] : ['create', 'delete']);
        if (when === 'absent') {
            await guard();
            return this.#upload(subject, body, plain(key).resource, { ifGenerationMatch: 0 });
        }
        const { unchangedSince, attributes } = when;
        const replace = async (carried) => {
            await guard();
            return this.#replace(subject, body, carried, unchangedSince);
        };
        if (attributes === undefined)
            return replace(plain(key));
        const carried = await this.#parts.carried.of(subject, unchangedSince);
        try {
            return await replace(carried);
        }
        catch (thrown) {
            if (!carried.early || !(thrown instanceof ConflictError))
                throw thrown;
            // It may have been the metadata alone that changed since.
            return replace(await this.#parts.carried.of(subject, unchangedSince));
        }
    }
    #replace(subject, bytes, carried, generation) {
        return this.#upload(subject, bytes, carried.resource, {
            ...carried.query,
            ifGenerationMatch: generation,
            ifMetagenerationMatch: carried.metageneration,
        });
    }
    /** Where versions are kept, this one becomes noncurrent. Absent already is success. */
    async remove(key, revision) {
        try {
            await this.#parts.api.once(this.#deletion({ key, revision }));
        }
        catch (thrown) {
            // Whether a condition on an absent object is a 404 or a 412 is not documented.
            if (thrown instanceof ConflictError && (await this.#parts.head(key)) === undefined)
                return;
            throw thrown;
        }
    }
    /** One request for up to a hundred keys, every answer read. */
    async removeBatch(objects) {
        const { api } = this.#parts;
        const calls = objects.map((object) => this.#deletion(object));
        const { bucket } = this.#parts.names;
        const doing = { doing: 'removing objects of', bucket, key: '', permissions: ['storage.objects.delete'] };
        const answers = await api.batch(calls, doing);
        return Promise.all(objects.map(({ key }, at) => this.#keyAnswer(key, calls[at], answers[at])));
    }
    async #keyAnswer(key, call, answer) {
        if (answer === undefined)
            return { key, result: 'failed', error: notAnswered(key) };
        if (answer.status === 404 || (answer.status >= 200 && answer.status < 300))
            return { key, result: 'gone' };
        const thrown = refusal(answer, call.subject);
        if (!(thrown instanceof ConflictError))
            return { key, result: 'failed', error: asRollbackError(thrown) };
        return { key, result: (await this.#parts.head(key)) === undefined ? 'gone' : 'changed' };
    }
    #deletion({ key, revision }) {
        return {
            method: 'DELETE',
            path: this.#parts.names.objectPath(key),
            query: { ifGenerationMatch: revision },
            subject: this.#subject(key, 'removing', ['delete']),
            expects: [404],
        };
    }
    async #upload(subject, bytes, resource, when) {
        const crc32c = new CRC32C();
        for (const part of partsOf(bytes))
            crc32c.update(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
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
    const tail = `\r\n--${boundary}--\r\n`;
    const whole = byteParts(function* () {
        yield Buffer.from(head);
        yield* partsOf(bytes);
        yield Buffer.from(tail);
    });
    return { type: `multipart/related; boundary=${boundary}`, bytes: whole };
}
