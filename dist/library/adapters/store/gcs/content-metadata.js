import { RollbackError } from '../../../domain/errors.js';
import { INDEX_KEY, INDEX_MARKDOWN_KEY } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { withoutVersion } from './encryption-keys.js';
import { jsonOf } from './json-api.js';
/** What a writer may say of an object beside its bytes. A retention is not among it: what is under one stays anyway. */
const CARRIED = [
    'contentType',
    'cacheControl',
    'contentDisposition',
    'contentEncoding',
    'contentLanguage',
    'customTime',
    'metadata',
    'storageClass',
    'eventBasedHold',
    'contexts',
];
/** index.md is rendered right after index.json was edited: what it carries is asked for together with that. */
const NEXT = { [INDEX_KEY]: INDEX_MARKDOWN_KEY };
/** What objects carry beside their bytes, read directly before they are replaced or copied. */
export class CarriedMetadata {
    #api;
    #names;
    #lists;
    #early = new Map();
    constructor(api, names, lists) {
        this.#api = api;
        this.#names = names;
        this.#lists = lists;
    }
    /**
     * Of exactly this generation; one request, two where access lists may not be seen. Sent once: the caller is about to
     * change something, and time counts. Throws ConflictError when it is not the live one.
     */
    async of(subject, generation) {
        const known = this.#early.get(subject.key);
        this.#early.delete(subject.key);
        if (known?.generation === generation)
            return { ...metadataOf(known), early: true };
        const next = this.#api.joined.joins ? NEXT[subject.key] : undefined;
        const [told] = await Promise.all([
            this.#visible((projection) => this.#get(subject, projection)),
            next === undefined
                ? undefined
                : this.#ahead(next, { ...subject, key: next, object: this.#names.nameOf(next) }),
        ]);
        if (told?.generation !== generation)
            throw new ConflictError(subject.key);
        return { ...metadataOf(told), early: false };
    }
    async #ahead(key, subject) {
        const projection = this.#lists.visible === false || this.#lists.counted === false ? 'noAcl' : 'full';
        try {
            const told = await this.#get(subject, projection);
            if (told !== undefined)
                this.#early.set(key, told);
        }
        catch {
            // Whoever needs it asks again, and is told.
        }
    }
    async #get(subject, projection) {
        const answer = await this.#api.joined.ask({
            method: 'GET',
            path: this.#names.objectPath(subject.key),
            query: { projection },
            subject,
            expects: [404],
        });
        return answer.status === 404 ? undefined : jsonOf(answer);
    }
    async #visible(get) {
        const lists = this.#lists;
        if (lists.visible === false || lists.counted === false)
            return get('noAcl');
        try {
            const told = await get('full');
            lists.visible = true;
            return told;
        }
        catch (thrown) {
            if (!(thrown instanceof RollbackError) || thrown.code !== 'PERMISSION')
                throw thrown;
            lists.visible = false;
            return get('noAcl');
        }
    }
}
function metadataOf(told) {
    const resource = {};
    for (const name of CARRIED)
        if (told[name] !== undefined)
            resource[name] = told[name];
    const entries = told.acl?.map(({ entity, role }) => ({ entity, role })) ?? [];
    if (entries.length > 0)
        resource.acl = entries;
    // The resource names the key's version; a request names the key.
    const key = typeof told.kmsKeyName === 'string' ? withoutVersion(told.kmsKeyName) : undefined;
    const metageneration = typeof told.metageneration === 'string' ? told.metageneration : undefined;
    return { resource, query: { kmsKeyName: key }, metageneration };
}
