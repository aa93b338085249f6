import { compareChecksums } from '../../../domain/checksum.js';
import { failure } from '../../../domain/errors.js';
import { ConflictError } from '../../../ports/object-store.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { encoded, jsonOf } from './json-api.js';
import { infoOf, OBJECT_FIELDS, REWRITE_FIELDS } from './resource.js';
/** Copies and moves within the bucket, on condition of both ends. */
export class Copying {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** objects.rewrite; as many calls as the service wants, and one more where it fell into the wrong storage class. */
    async copy(source, to, guard = UNGUARDED) {
        const wanted = source.storage_class ?? 'STANDARD';
        const { lists, defaultClass, keyOf } = this.#parts;
        const plain = { key: to, replaces: '0', resource: {}, query: { destinationKmsKeyName: keyOf(source) } };
        const explicit = lists.counted === true || wanted !== (defaultClass() ?? 'STANDARD');
        const first = explicit ? { ...plain, ...(await this.#said(source, wanted)) } : plain;
        if (explicit)
            await guard();
        const made = await this.#rewrite(source, first, guard);
        return demandSame(source, explicit ? made : await this.#inClass(source, made, guard));
    }
    /** A copy of ours whose answer was lost may have fallen into the wrong storage class. */
    async finishCopy(source, standing, guard = UNGUARDED) {
        return demandSame(source, await this.#inClass(source, standing, guard));
    }
    /** Rewritten over itself where it is in another storage class than its source. */
    async #inClass(source, made, guard) {
        const wanted = source.storage_class ?? 'STANDARD';
        if ((made.storage_class ?? 'STANDARD') === wanted)
            return made;
        const said = await this.#said(source, wanted);
        await guard();
        return this.#rewrite(source, { key: made.key, replaces: made.revision, ...said }, guard);
    }
    /** objects.move: one transaction, and everything about the object goes along, its access list too. */
    async move(from, revision, to) {
        const { api, names } = this.#parts;
        const target = this.#target(to, 'STEP_FAILED');
        try {
            const answer = await api.once({
                method: 'POST',
                path: `${names.objectPath(from)}/moveTo/o/${encoded(target)}`,
                query: { ifSourceGenerationMatch: revision, ifGenerationMatch: 0, fields: OBJECT_FIELDS },
                subject: this.#subject(from, 'moving', ['storage.objects.create', 'storage.objects.delete']),
            });
            return infoOf(to, jsonOf(answer));
        }
        catch (thrown) {
            throw await this.#whose(thrown, from, revision, to);
        }
    }
    async #rewrite({ key, revision }, to, guard) {
        const { api, names } = this.#parts;
        const target = names.bucketPath(`/o/${encoded(this.#target(to.key, 'BACKUP'))}`);
        const path = `${names.objectPath(key)}/rewriteTo${target}`;
        let token;
        for (;;) {
            const query = {
                ...to.query,
                ifSourceGenerationMatch: revision,
                ifGenerationMatch: to.replaces,
                rewriteToken: token,
                fields: REWRITE_FIELDS,
            };
            const subject = this.#subject(key, 'copying', ['storage.objects.get', 'storage.objects.create']);
            try {
                const json = Object.keys(to.resource).length === 0 ? undefined : to.resource;
                const answer = jsonOf(await api.once({ method: 'POST', path, query, subject, json }));
                if (answer.done === true)
                    return infoOf(to.key, answer.resource ?? {});
                token = answer.rewriteToken;
            }
            catch (thrown) {
                throw await this.#whose(thrown, key, revision, to.key);
            }
            await guard();
        }
    }
    /** All that the source says of itself, said again, since the class can only be named together with it. */
    async #said({ key, revision }, storageClass) {
        const subject = this.#subject(key, 'reading', ['storage.objects.get']);
        const { resource, query } = await this.#parts.carried.of(subject, revision);
        return { resource: { ...resource, storageClass }, query: { destinationKmsKeyName: query.kmsKeyName } };
    }
    /** The folder in front may make a name too long that was none before. */
    #target(key, code) {
        try {
            return this.#parts.names.nameOf(key);
        }
        catch (thrown) {
            throw failure(code, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
        }
    }
    /** A 412 does not say which end it is about. */
    async #whose(thrown, from, revision, to) {
        if (!(thrown instanceof ConflictError))
            return thrown;
        const source = await this.#parts.head(from);
        return source?.revision === revision ? new ConflictError(to) : thrown;
    }
    #subject(key, doing, permissions) {
        const { names } = this.#parts;
        return { doing, bucket: names.bucket, object: names.nameOf(key), key, permissions, conditional: true };
    }
}
function demandSame(source, made) {
    const same = made.size === source.size && compareChecksums(source.checksum, made.checksum) !== 'different';
    if (same)
        return made;
    throw failure('BACKUP', `The copy of ${source.key} at ${made.key} is not the same as the original`);
}
