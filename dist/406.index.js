export const id = 406;
export const ids = [406];
export const modules = {

/***/ 30406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGcs: () => (/* binding */ openGcs)
});

// EXTERNAL MODULE: ./lib/domain/tool-version.js
var tool_version = __webpack_require__(4825);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(11199);
// EXTERNAL MODULE: ./lib/domain/keys.js
var domain_keys = __webpack_require__(76850);
// EXTERNAL MODULE: ./lib/adapters/store/remote/capability-file.js
var capability_file = __webpack_require__(39238);
// EXTERNAL MODULE: ./lib/adapters/store/remote/key-map.js
var key_map = __webpack_require__(57633);
// EXTERNAL MODULE: ./lib/adapters/store/remote/look-first.js
var look_first = __webpack_require__(14633);
// EXTERNAL MODULE: ./lib/adapters/store/remote/read-retries.js
var read_retries = __webpack_require__(79554);
// EXTERNAL MODULE: ./lib/adapters/store/remote/store-clock.js
var store_clock = __webpack_require__(25975);
// EXTERNAL MODULE: ./lib/adapters/store/remote/list-repository.js
var list_repository = __webpack_require__(34414);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(95272);
// EXTERNAL MODULE: ./lib/adapters/store/remote/time-limit.js
var time_limit = __webpack_require__(47262);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/no-answer.js



/** Failures from before a connection stood: nothing was sent. */
const NOT_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const BROKEN = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);
const LOGIN = "Run google-github-actions/auth before this step (with 'id-token: write'), or set GOOGLE_APPLICATION_CREDENTIALS; " +
    'docs: README, "Google Cloud Storage".';
/** The request went out, or tried to, and no whole answer came back. */
function noAnswer(thrown) {
    if (thrown instanceof errors/* RollbackError */.ZS)
        return thrown;
    if (thrown instanceof time_limit/* TimedOut */.GA) {
        return new object_store/* UnansweredError */.jd(`Google Cloud Storage gave ${thrown.message}`, { landed: 'unknown' });
    }
    const code = codeOf(thrown);
    const landed = NOT_SENT.has(code) ? 'no' : 'unknown';
    const what = code === '' ? 'the connection broke' : code;
    return new object_store/* UnansweredError */.jd(`Google Cloud Storage could not be reached or broke off (${what})`, { landed });
}
/** No token could be had. What the library throws may carry requests with secrets: only its words go on, and no cause. */
function credentialsFailure(thrown) {
    const [status, code] = [statusOf(thrown), codeOf(thrown)];
    if (NOT_SENT.has(code) || BROKEN.has(code) || status >= 500 || status === 429) {
        const why = code === '' ? `status ${status}` : code;
        return new object_store/* UnansweredError */.jd(`No token for Google Cloud Storage could be fetched (${why})`, {
            landed: 'no',
        });
    }
    const words = wordsOf(thrown);
    const none = /could not load the default credentials/i.test(words);
    const message = none
        ? 'There are no Google credentials here'
        : `The Google credentials can't be used: ${words}`;
    return (0,errors/* failure */.V2)('PERMISSION', message, { advice: LOGIN });
}
/** The first line, short, and nothing in it that could be a token or a signed URL. */
function harmless(text) {
    const line = text.split(/[\r\n]/, 1)[0] ?? '';
    const hidden = line
        .replaceAll(/\b(ya29\.|eyJ|1\/\/|ghs_)[\w.~+/=-]+/g, '***')
        .replaceAll(/([?&](?:X-Goog-[\w-]+|Signature|access_token|GoogleAccessId|Expires)=)[^&\s]+/gi, '$1***')
        .replaceAll(/\b(Bearer|Basic)\s+\S+/gi, '$1 ***');
    return hidden.length > 300 ? `${hidden.slice(0, 299)}…` : hidden;
}
function wordsOf(thrown) {
    return thrown instanceof Error ? harmless(thrown.message) : 'for a reason that was not told';
}
function codeOf(thrown) {
    for (let each = thrown; each instanceof Error; each = each.cause) {
        if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z_]+$/.test(each.code))
            return each.code;
    }
    return '';
}
function statusOf(thrown) {
    return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number'
        ? thrown.status
        : 0;
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/refusals.js




const TOO_BUSY = ['rateLimitExceeded', 'userRateLimitExceeded', 'concurrentLimitExceeded'];
/** One object may be changed once a second: cloud.google.com/storage/quotas#objects. */
const ONCE_A_SECOND = 1000;
/** What a status means (cloud.google.com/storage/docs/json_api/v1/status-codes), in words where a person can act. */
function refusal(answer, subject) {
    const { status } = answer;
    const complaint = complaintOf(answer);
    if (status === 412)
        return new object_store/* ConflictError */.fK(subject.key);
    if (status === 404)
        return notFound(complaint, subject);
    if (status === 429 || (status === 403 && TOO_BUSY.includes(complaint.reason)))
        return throttled(answer.headers, subject);
    // Of a 5xx it is not promised that nothing happened; the same for two writers at once and an answer too late.
    if ((status >= 500 && status !== 501) || status === 408 || status === 409) {
        return new object_store/* UnansweredError */.jd(`Google Cloud Storage answered ${status} while ${phrase(subject)}`, {
            landed: 'unknown',
            retryAfterMs: waitOf(answer.headers),
        });
    }
    if (status === 410) {
        return new object_store/* UnansweredError */.jd(`A rewrite was begun too long ago while ${phrase(subject)}`, { landed: 'no' });
    }
    if (status === 401)
        return notAccepted(complaint);
    if (/requester pays|serviceusage\.services\.use/i.test(complaint.message))
        return payerWanted(complaint, subject);
    if (status === 403)
        return forbidden(complaint, subject);
    return (0,errors/* failure */.V2)('STEP_FAILED', `${place(subject)}: ${sentence(subject, status, complaint)}`);
}
function notFound({ message }, subject) {
    if (subject.object === undefined || /bucket.* does not exist/i.test(message))
        return noBucket(subject.bucket);
    if (subject.conditional === true)
        return new object_store/* ConflictError */.fK(subject.key);
    return (0,errors/* failure */.V2)('STEP_FAILED', `${place(subject)} is not there`);
}
const noBucket = (bucket) => (0,errors/* failure */.V2)('NO_REPOSITORY', `There is no bucket '${bucket}' in Google Cloud Storage`, {
    advice: 'Check --repository-bucket; a bucket is never created.',
});
function throttled(headers, subject) {
    return new object_store/* UnansweredError */.jd(`Google Cloud Storage throttles (once a second per object) while ${phrase(subject)}`, {
        landed: 'no',
        retryAfterMs: Math.max(ONCE_A_SECOND, waitOf(headers) ?? 0),
    });
}
function notAccepted({ message }) {
    return (0,errors/* failure */.V2)('PERMISSION', `Google Cloud Storage does not accept the credentials: ${message}`, {
        advice: 'Let google-github-actions/auth log in right before this step, and check that its service account or ' +
            'workload identity pool still exists.',
    });
}
/** cloud.google.com/storage/docs/requester-pays: 400 without a project, 403 without the right to use it. */
function payerWanted({ message }, { bucket }) {
    return (0,errors/* failure */.V2)('PERMISSION', `Requests to gs://${bucket} need a project that pays for them`, {
        advice: 'Name the project that pays by gcs-project-id, and grant the account serviceusage.services.use on it, e.g. by ' +
            'roles/serviceusage.serviceUsageConsumer.',
        details: message === '' ? [] : [message],
    });
}
/** The object itself refuses, a key of KMS does, or a permission is missing; the message tells more than the reason. */
function forbidden({ reason, message }, subject) {
    // The service gives a hold the reason 'forbidden', too.
    if (reason === 'objectUnderActiveHold' || /under active .*hold/i.test(message)) {
        return (0,errors/* failure */.V2)('STEP_FAILED', `${place(subject)} is under a hold and can be neither removed nor replaced`, {
            advice: 'Release the hold (gcloud storage objects update --no-event-based-hold --no-temporary-hold), then run again.',
            details: [message],
        });
    }
    if (reason === 'retentionPolicyNotMet' || /retention policy|object retention/i.test(message)) {
        return (0,errors/* failure */.V2)('STEP_FAILED', `${place(subject)} is under a retention and can be neither removed nor replaced yet`, {
            advice: 'Wait until the retention ends, or have it lifted where that is allowed.',
            details: [message],
        });
    }
    if (/\bKMS\b/i.test(message)) {
        return (0,errors/* failure */.V2)('PERMISSION', `The Cloud KMS key of ${place(subject)} can't be used`, {
            advice: "Give the project's Cloud Storage service agent roles/cloudkms.cryptoKeyEncrypterDecrypter on the key, and " +
                'check that the key is enabled.',
            details: [message],
        });
    }
    const named = /\b(storage\.[A-Za-z]+\.[A-Za-z]+)\b/.exec(message)?.[1];
    const missing = named === undefined ? subject.permissions.join(' or ') : named;
    return (0,errors/* failure */.V2)('PERMISSION', `${missing} is denied for ${place(subject)}`, {
        advice: `Grant ${missing}, e.g. by roles/storage.objectUser on the bucket, to the account that runs the rollback.`,
        details: message === '' ? [] : [message],
    });
}
function complaintOf({ body }) {
    const text = new TextDecoder().decode(body.subarray(0, 10_000));
    try {
        const { error } = JSON.parse(text);
        const [first] = error?.errors ?? [];
        return { reason: first?.reason ?? '', message: harmless(String(error?.message ?? first?.message ?? '')) };
    }
    catch {
        return { reason: '', message: harmless(text.replaceAll(/<[^>]*>/g, ' ').trim()) };
    }
}
const sentence = (subject, status, { message }) => `${subject.doing} was refused with ${status}${message === '' ? '' : `: ${message}`}`;
const phrase = (subject) => `${subject.doing} ${place(subject)}`;
const place = ({ bucket, object }) => object === undefined ? `the bucket gs://${bucket}` : `gs://${bucket}/${object}`;
/** What the answer asks us to wait, milliseconds. */
const waitOf = (headers) => (0,read_retries/* retryAfterMs */.V)(headers.get('retry-after') ?? undefined, Date.parse(headers.get('date') ?? ''));

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/batch.js




/** "You should not include more than 100 calls in a single batch request": cloud.google.com/storage/docs/batch. */
const BATCH_SIZE = 100;
/** Many calls as the body of one request; each is known by its number. */
function batchBody(calls) {
    const boundary = `batch-${(0,external_node_crypto_.randomUUID)()}`;
    const parts = calls.map(({ method, target }, at) => [
        `--${boundary}`,
        'content-type: application/http',
        `content-id: <${at}>`,
        '',
        `${method} ${target} HTTP/1.1`,
        '',
        '',
    ].join('\r\n'));
    const text = `${parts.join('')}--${boundary}--\r\n`;
    return { type: `multipart/mixed; boundary=${boundary}`, bytes: new TextEncoder().encode(text) };
}
/** The answers by the numbers of their calls; what is missing or can't be read is undefined: nothing is known of it. */
function batchAnswers(answer, count) {
    const answers = new Array(count).fill(undefined);
    const boundary = /boundary="?([^";,\s]+)"?/i.exec(answer.headers.get('content-type') ?? '')?.[1];
    if (boundary === undefined)
        return answers;
    // Latin-1 keeps every byte, and every place in the text is a place in the bytes.
    const text = Buffer.from(answer.body).toString('latin1');
    for (const part of text.split(`--${boundary}`).slice(1, -1)) {
        const at = Number(/^content-id:\s*<response-(\d+)>/im.exec(part)?.[1] ?? Number.NaN);
        if (at < count)
            answers[at] = answerOf(part);
    }
    return answers;
}
/** Headers of the part, then the status line, headers and body of the answer. */
function answerOf(part) {
    const [, ...http] = part.split('\r\n\r\n');
    const [head = '', ...rest] = http;
    const [line = '', ...fields] = head.split('\r\n');
    const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(line.trimStart())?.[1] ?? 0);
    if (status === 0)
        return undefined;
    const headers = new Headers();
    for (const field of fields) {
        const colon = field.indexOf(':');
        if (colon > 0)
            headers.set(field.slice(0, colon).trim(), field.slice(colon + 1).trim());
    }
    const whole = rest.join('\r\n\r\n');
    const length = headers.get('content-length');
    const body = length === null ? whole.replace(/\r\n$/, '') : whole.slice(0, Number(length));
    if (length !== null && body.length < Number(length))
        return undefined;
    return { status, headers, body: Buffer.from(body, 'latin1') };
}
/**
 * What the refusal of a whole batch means; a server without batches says so by one of these. A batch "is taken apart into
 * a set of n requests before processing" (storage/docs/batch): after a 5xx some of them may have been carried out, while
 * a 429 turns it away at the door.
 */
function batchRefusal(answer, subject) {
    if (![400, 404, 405, 501].includes(answer.status))
        return refusal(answer, subject);
    return (0,errors/* failure */.V2)('STEP_FAILED', `This server takes no batches (${answer.status})`);
}
const notAnswered = (key) => new object_store/* UnansweredError */.jd(`A batch was answered without a word on ${key}`, { landed: 'unknown' });

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/encryption-keys.js
/** The key that a request names, of the key's version that a resource names. */
const withoutVersion = (kmsKeyName) => kmsKeyName.replace(/\/cryptoKeyVersions\/.*$/, '');
/**
 * Customer's keys (CMEK) of objects, as their last listing told, where they are not the bucket's own: a rewrite that
 * names none takes the bucket's.
 */
class EncryptionKeys {
    #keys = new Map();
    /** `ofBucket`: the bucket's default key, as far as it is known. */
    note({ key, revision }, { kmsKeyName }, ofBucket) {
        const kms = kmsKeyName === undefined ? undefined : withoutVersion(kmsKeyName);
        if (kms === undefined || kms === ofBucket)
            this.#keys.delete(key);
        else
            this.#keys.set(key, { revision, kms });
    }
    /** Undefined where a rewrite may leave it to the bucket. */
    of({ key, revision }) {
        const known = this.#keys.get(key);
        return known?.revision === revision ? known.kms : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/joined-reads.js


/**
 * Reads that are asked for in the same turn of the event loop go as one request, where the server takes batches: a
 * listing of the release with one of its markers, the metadata of index.json with those of index.md.
 */
class JoinedReads {
    /** Whether the server is known to take batches. */
    joins = false;
    #api;
    #waiting = [];
    constructor(api) {
        this.#api = api;
    }
    /** Sent once; throws as a request of its own would. */
    ask(request) {
        if (!this.joins)
            return this.#api.once(request);
        return new Promise((resolve, reject) => {
            this.#waiting.push({ request, resolve, reject });
            if (this.#waiting.length === 1)
                setImmediate(() => this.#sendAll());
        });
    }
    #sendAll() {
        const waiting = this.#waiting;
        this.#waiting = [];
        for (let at = 0; at < waiting.length; at += BATCH_SIZE) {
            const some = waiting.slice(at, at + BATCH_SIZE);
            this.#send(some).catch((thrown) => {
                for (const { reject } of some)
                    reject(thrown);
            });
        }
    }
    async #send(waiting) {
        const [first] = waiting;
        if (first === undefined)
            return;
        if (waiting.length === 1)
            return first.resolve(await this.#api.once(first.request));
        const requests = waiting.map(({ request }) => request);
        const answers = await this.#api.batch(requests, first.request.subject);
        for (const [at, { request, resolve, reject }] of waiting.entries()) {
            try {
                const answer = answers[at];
                if (answer === undefined)
                    throw new object_store/* UnansweredError */.jd('A part of a batch got no answer', { landed: 'no' });
                resolve(this.#api.accepted(answer, request));
            }
            catch (thrown) {
                reject(thrown);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/json-api.js







/**
 * The JSON API of Google Cloud Storage. All requests go this way, and none through the client's own methods: those lack
 * the source's precondition on moves, hide rewrite tokens and `Date`, and repeat what must be sent once. So there is one
 * place for preconditions, for time-outs, and for what a status means.
 */
class JsonApi {
    joined;
    #transport;
    #again;
    #heard;
    #userProject;
    /**
     * `heard` is told the headers of every answer. `userProject` pays for the requests, where the bucket lets its requesters
     * pay: cloud.google.com/storage/docs/requester-pays.
     */
    constructor(transport, again, heard, userProject) {
        this.joined = new JoinedReads(this);
        this.#userProject = userProject;
        this.#transport = transport;
        this.#again = again;
        this.#heard = heard;
    }
    get endpoint() {
        return this.#transport.endpoint;
    }
    /** A reading request, sent again when it got no answer. */
    read(request) {
        return this.#again(() => this.once(request));
    }
    /** The same, perhaps together with others. */
    readJoined(request) {
        return this.#again(() => this.joined.ask(request));
    }
    /** Anything that reads in several requests: all of it again when one of them got no answer. */
    again(read) {
        return this.#again(read);
    }
    /** At most one request. Throws what the refusal means; a status that is expected comes back. */
    async once(request) {
        const answer = await this.#transport.send(this.#http(request));
        this.#heard(answer.headers);
        return this.accepted(answer, request);
    }
    /** The answer, if it is one that was expected; else throws what the refusal means. */
    accepted(answer, request) {
        if (isFine(answer.status, request))
            return answer;
        throw refusal(answer, request.subject);
    }
    /** At most one request; `take` is given its body as it comes in, unless the status is another that was expected. */
    async stream(request, take) {
        const { status, headers, body } = await this.#transport.stream(this.#http(request));
        this.#heard(headers);
        const chunks = [];
        const fine = status >= 200 && status < 300;
        const each = fine ? take : (chunk) => chunks.push(chunk);
        await (0,time_limit/* eachChunk */.H1)(body, this.#transport.timeoutMs, each, (reason) => body.destroy(reason)).catch((thrown) => {
            throw noAnswer(thrown);
        });
        return this.accepted({ status, headers, body: Buffer.concat(chunks) }, request);
    }
    /** At most one request for many calls; undefined for a call that got no answer. Refusals are the caller's to read. */
    async batch(calls, subject) {
        const parts = calls.map((call) => {
            if (call.method === 'POST')
                throw new Error('a batch carries no bodies');
            return { method: call.method, target: this.#http(call).url.slice(this.endpoint.length) };
        });
        const body = batchBody(parts);
        const answer = await this.#transport.send({
            method: 'POST',
            url: `${this.endpoint}/batch/storage/v1`,
            headers: { 'content-type': body.type },
            body: body.bytes,
        });
        this.#heard(answer.headers);
        if (!isFine(answer.status, { expects: undefined }))
            throw batchRefusal(answer, subject);
        return batchAnswers(answer, calls.length);
    }
    #http({ method, path, query, json, body, headers, anonymous, root }) {
        const search = searchOf(anonymous === true ? query : { ...query, userProject: this.#userProject });
        const api = root === true || path.startsWith('/upload/') ? '' : '/storage/v1';
        const type = json === undefined ? body?.type : 'application/json';
        return {
            method,
            url: `${this.endpoint}${api}${path}${search}`,
            headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
            body: json === undefined ? body?.bytes : new TextEncoder().encode(JSON.stringify(json)),
            anonymous,
        };
    }
}
const isFine = (status, { expects }) => (status >= 200 && status < 300) || expects?.includes(status) === true;
function searchOf(query = {}) {
    const given = Object.entries(query).flatMap(([name, value]) => [value].flat().flatMap((each) => (each === undefined ? [] : [`${name}=${encoded(String(each))}`])));
    return given.length === 0 ? '' : `?${given.join('&')}`;
}
/**
 * A name as one segment of a path: '/' becomes %2F, so that nothing in it is a folder to a URL parser. Only the names
 * '.' and '..' as a whole could not be sent, and the service has none (see keys.ts).
 */
function encoded(name) {
    return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The answer's JSON. A broken one is no answer: whatever was asked for may have happened. */
function jsonOf({ body, status }) {
    try {
        const value = JSON.parse(new TextDecoder().decode(body));
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Told below.
    }
    throw new object_store/* UnansweredError */.jd(`Google Cloud Storage answered ${status} with something that is no JSON`, {
        landed: 'unknown',
    });
}
/** The endpoint as a person may have given it. Throws BAD_INPUT. */
function checkedEndpoint(endpoint) {
    if (endpoint === undefined || endpoint === '')
        return undefined;
    if (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))
        return endpoint;
    throw (0,errors/* failure */.V2)('BAD_INPUT', 'The endpoint of Google Cloud Storage is no http or https URL');
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/content-metadata.js





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
const NEXT = { [domain_keys/* INDEX_KEY */.lr]: domain_keys/* INDEX_MARKDOWN_KEY */.he };
/** What objects carry beside their bytes, read directly before they are replaced or copied. */
class CarriedMetadata {
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
            throw new object_store/* ConflictError */.fK(subject.key);
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
            if (!(thrown instanceof errors/* RollbackError */.ZS) || thrown.code !== 'PERMISSION')
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

// EXTERNAL MODULE: ./lib/domain/checksum.js
var checksum = __webpack_require__(80297);
// EXTERNAL MODULE: ./lib/ports/workspace.js
var workspace = __webpack_require__(46529);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/resource.js

const FIELDS = 'name,generation,size,crc32c,md5Hash,timeCreated,storageClass';
/** What keeps an object where it is. */
const HOLDS = 'eventBasedHold,temporaryHold,retentionExpirationTime';
const OBJECT_FIELDS = FIELDS;
const REWRITE_FIELDS = `done,rewriteToken,resource(${FIELDS})`;
const LIST_FIELDS = `nextPageToken,prefixes,items(${FIELDS},kmsKeyName,${HOLDS})`;
/** As the port has it. Throws UnansweredError for an answer that is not one of the service's. */
function infoOf(key, resource) {
    const { generation, size, timeCreated, storageClass } = resource;
    if (generation === undefined) {
        throw new object_store/* UnansweredError */.jd(`Google Cloud Storage did not tell the generation of ${key}`, {
            landed: 'unknown',
        });
    }
    const bytes = Number(size ?? 0);
    const folder = key.endsWith('/') && bytes === 0;
    const checksum = checksumOf(resource);
    return {
        key,
        type: folder ? 'folder' : 'file',
        size: bytes,
        revision: generation,
        modified: timeCreated === undefined ? 0 : Date.parse(timeCreated),
        ...(checksum === undefined ? {} : { checksum }),
        ...(storageClass === undefined || storageClass === 'STANDARD' ? {} : { storage_class: storageClass }),
        ...(folder ? { folder_object: true } : {}),
    };
}
function checksumOf({ crc32c, md5Hash }) {
    if (crc32c !== undefined)
        return `crc32c:${crc32c}`;
    return md5Hash === undefined ? undefined : `md5:${md5Hash}`;
}
/** Why this object can't be removed, in words; undefined when nothing keeps it. `now` by the store's clock. */
function keptBy(resource, now) {
    if (resource.temporaryHold === true)
        return 'a temporary hold';
    if (resource.eventBasedHold === true)
        return 'an event-based hold';
    const until = Date.parse(resource.retentionExpirationTime ?? '');
    return until > now ? `a retention until ${new Date(until).toISOString()}` : undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/copying.js






/** Copies and moves within the bucket, on condition of both ends. */
class Copying {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** objects.rewrite; as many calls as the service wants, and one more where it fell into the wrong storage class. */
    async copy(source, to, guard = workspace/* UNGUARDED */.I) {
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
    async finishCopy(source, standing, guard = workspace/* UNGUARDED */.I) {
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
            throw (0,errors/* failure */.V2)(code, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
        }
    }
    /** A 412 does not say which end it is about. */
    async #whose(thrown, from, revision, to) {
        if (!(thrown instanceof object_store/* ConflictError */.fK))
            return thrown;
        const source = await this.#parts.head(from);
        return source?.revision === revision ? new object_store/* ConflictError */.fK(to) : thrown;
    }
    #subject(key, doing, permissions) {
        const { names } = this.#parts;
        return { doing, bucket: names.bucket, object: names.nameOf(key), key, permissions, conditional: true };
    }
}
function demandSame(source, made) {
    const same = made.size === source.size && (0,checksum/* compareChecksums */.a)(source.checksum, made.checksum) !== 'different';
    if (same)
        return made;
    throw (0,errors/* failure */.V2)('BACKUP', `The copy of ${source.key} at ${made.key} is not the same as the original`);
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/listing.js





/** Names in one answer, at most: cloud.google.com/storage/docs/json_api/v1/objects/list. */
const PAGE = 1000;
/** What is below one prefix of the repository's keys, in one place of the bucket. */
async function* listPlace(lister, prefix, options) {
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let token;
    while (left > 0) {
        const page = await pageOf(lister, prefix, options, Math.min(left, PAGE), token);
        // Not every server counts the folders among its results.
        for (const info of infosOf(lister, prefix, options, page).slice(0, left)) {
            yield info;
            left -= 1;
        }
        token = page.nextPageToken;
        if (token === undefined || token === '')
            return;
    }
}
async function pageOf({ api, names }, prefix, { shallow }, maxResults, pageToken) {
    const folder = names.keys.folderInBucket(prefix);
    const answer = await api.readJoined({
        method: 'GET',
        path: names.bucketPath('/o'),
        query: {
            prefix: folder === '' ? undefined : folder,
            delimiter: shallow === true ? '/' : undefined,
            maxResults,
            pageToken,
            fields: LIST_FIELDS,
        },
        subject: { doing: 'listing', bucket: names.bucket, key: prefix, permissions: ['storage.objects.list'] },
    });
    return jsonOf(answer);
}
/** Objects and folders of a page in one order; what is none of ours is left out. */
function infosOf(lister, prefix, { shallow }, page) {
    const infos = [];
    for (const resource of page.items ?? []) {
        const key = keyOf(lister.names, prefix, resource.name);
        if (key === undefined || (shallow === true && key === prefix))
            continue;
        const info = infoOf(key, resource);
        lister.seen(info, resource);
        infos.push(info);
    }
    if (page.prefixes === undefined)
        return infos;
    for (const name of page.prefixes) {
        const key = keyOf(lister.names, prefix, name);
        if (key !== undefined)
            infos.push((0,list_repository/* folderInfo */.T)(key));
    }
    return infos.sort((a, b) => (0,object_store/* compareKeys */.YD)(a.key, b.key));
}
function keyOf({ keys }, prefix, name) {
    const parsed = keys.parse(name ?? '');
    if (!('key' in parsed) || !parsed.key.startsWith(prefix))
        return undefined;
    // Backups that lie elsewhere are listed from there, also when that is within the repository.
    const twice = keys.backupsElsewhere && parsed.key.startsWith(domain_keys/* BACKUPS */.Gk) && !prefix.startsWith(domain_keys/* BACKUPS */.Gk);
    return twice ? undefined : parsed.key;
}

// EXTERNAL MODULE: ./node_modules/@google-cloud/storage/build/esm/src/index.js + 27 modules
var src = __webpack_require__(23923);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/reading.js






const GET = 'storage.objects.get';
/** As stored: what is kept as gzip must not be unpacked on its way. */
const RAW = { 'accept-encoding': 'gzip' };
/** What reads one object. */
class Reading {
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
            const crc32c = new src/* CRC32C */.Pz();
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
            const crc32c = new src/* CRC32C */.Pz();
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
            const hash = (0,external_node_crypto_.createHash)('sha256');
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
        throw new object_store/* UnansweredError */.jd(`${key} changed while it was read`, { landed: 'no' });
    }
}
/** Throws UnansweredError: what came is not what is stored, and it is read again. */
function checkWhole(key, { headers }, crc32c, size) {
    const told = /\bcrc32c=([\w+/]+=*)/.exec(headers.get('x-goog-hash') ?? '')?.[1];
    const length = headers.get('x-goog-stored-content-length');
    if ((told === undefined || told === crc32c) && (length === null || Number(length) === size))
        return;
    throw new object_store/* UnansweredError */.jd(`${key} did not come whole: its checksum is another`, { landed: 'no' });
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

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/content-type.js

const TYPES = {
    json: 'application/json',
    md: 'text/markdown; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    html: 'text/html; charset=utf-8',
};
/** Of what we create ourselves; what we replace keeps its own. Records of the log are JSON without a suffix. */
function contentTypeOf(key) {
    const suffix = /\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? '';
    return TYPES[suffix] ?? (key.startsWith(domain_keys/* LOG */.$9) ? 'application/json' : 'application/octet-stream');
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/writing.js










/** Puts and removals, each one changing request with its precondition. */
class Writing {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** With attributes: first reads what they stand for, of that very generation; both must still be so at the write. */
    async put(key, body, when, guard = workspace/* UNGUARDED */.I) {
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
            if (!carried.early || !(thrown instanceof object_store/* ConflictError */.fK))
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
            if (thrown instanceof object_store/* ConflictError */.fK && (await this.#parts.head(key)) === undefined)
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
        if (!(thrown instanceof object_store/* ConflictError */.fK))
            return { key, result: 'failed', error: (0,errors/* asRollbackError */.p2)(thrown) };
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
        const crc32c = new src/* CRC32C */.Pz();
        for (const part of (0,byte_parts/* partsOf */.CI)(bytes))
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
        throw new object_store/* UnansweredError */.jd(`Google Cloud Storage did not tell the generation of ${subject.key}`, {
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
    const boundary = `part-${(0,external_node_crypto_.randomUUID)()}`;
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
    const whole = (0,byte_parts/* byteParts */.vM)(function* () {
        yield Buffer.from(head);
        yield* (0,byte_parts/* partsOf */.CI)(bytes);
        yield Buffer.from(tail);
    });
    return { type: `multipart/related; boundary=${boundary}`, bytes: whole };
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/bare-store.js







/** The objects of a repository, every condition sent, whether or not the server holds to it. */
class BareStore {
    mover;
    batch;
    #parts;
    #reading;
    #writing;
    #copying;
    constructor(parts) {
        this.#parts = parts;
        this.#reading = new Reading(parts.api, parts.names);
        const carried = new CarriedMetadata(parts.api, parts.names, parts.lists);
        const changing = { ...parts, carried, head: (key) => this.head(key) };
        this.#writing = new Writing(changing);
        this.#copying = new Copying(changing);
        this.batch = { size: BATCH_SIZE, remove: (objects) => this.#writing.removeBatch(objects) };
        this.mover = { move: (from, revision, to) => this.#copying.move(from, revision, to) };
    }
    read(key) {
        return this.#reading.read(key);
    }
    readInto(key, begin) {
        return this.#reading.readInto(key, begin);
    }
    head(key) {
        return this.#reading.head(key);
    }
    digest(key) {
        return this.#reading.digest(key);
    }
    list(prefix, options = {}) {
        const place = (below, how) => listPlace(this.#parts, below, how);
        return (0,list_repository/* listRepository */.j)(this.#parts.names.keys, prefix, options, place);
    }
    put(key, body, when, guard) {
        return this.#writing.put(key, body, when, guard);
    }
    copy(source, to, guard) {
        return this.#copying.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#copying.finishCopy(source, standing, guard);
    }
    remove(key, revision) {
        return this.#writing.remove(key, revision);
    }
}

// EXTERNAL MODULE: ./lib/adapters/store/remote/requirements.js
var requirements = __webpack_require__(10673);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/bucket-settings.js



const bucket_settings_FIELDS = 'storageClass,retentionPolicy,softDeletePolicy,versioning,lifecycle,defaultEventBasedHold,iamConfiguration,encryption,hierarchicalNamespace';
/** One request; undefined when we may not see them. Throws NO_REPOSITORY when there is no such bucket. */
async function bucketSettings(api, names) {
    const subject = {
        doing: 'looking at',
        bucket: names.bucket,
        key: '',
        permissions: ['storage.buckets.get'],
    };
    try {
        const request = { method: 'GET', path: names.bucketPath(), query: { fields: bucket_settings_FIELDS }, subject };
        return jsonOf(await api.read(request));
    }
    catch (thrown) {
        if (thrown instanceof errors/* RollbackError */.ZS && ['PERMISSION', 'STEP_FAILED'].includes(thrown.code))
            return undefined;
        throw thrown;
    }
}
const UNSEEN = "The bucket's settings can't be seen (storage.buckets.get): a retention policy, or a lifecycle rule that would " +
    'delete backups, would not be noticed';
/** What there is to know before artifacts are taken out or put back, in words. */
function settingsWarnings(settings, names) {
    return [...keepsEverything(settings), ...lifecycle(settings, names)];
}
/** Why the bucket lets no new object go, in words. */
function keepsEverything(settings) {
    return [retention(settings), eventBasedHold(settings)].filter((reason) => reason !== undefined);
}
function retention({ retentionPolicy }) {
    const seconds = Number(retentionPolicy?.retentionPeriod ?? 0);
    if (seconds === 0)
        return undefined;
    return `The bucket keeps every object for ${duration(seconds)} (retention policy): what is younger can be neither removed nor replaced, index.json included, and a backup can't be moved back before that`;
}
function eventBasedHold({ defaultEventBasedHold }) {
    return defaultEventBasedHold === true
        ? 'The bucket places an event-based hold on every new object: neither index.json nor a backup could be changed again'
        : undefined;
}
const HARM = [
    [domain_keys/* BACKUPS */.Gk, 'a backup could be gone when it is wanted'],
    [domain_keys/* LOG */.$9, 'the log must never lose a record'],
];
/** Rules that would delete live backups, or the log. */
function lifecycle({ lifecycle: rules }, { keys }) {
    const deleting = (rules?.rule ?? [])
        .filter(({ action }) => action?.type === 'Delete')
        .map(({ condition = {} }) => condition)
        .filter(meetsLive);
    return HARM.flatMap(([ours, harm]) => {
        const folder = keys.folderInBucket(ours);
        return deleting
            .filter((condition) => meets(condition, folder))
            .map((condition) => `A lifecycle rule of the bucket deletes objects below ${folder} (${inWords(condition)}): ${harm}`);
    });
}
/** A rule for noncurrent versions only leaves live objects alone. */
const NONCURRENT = ['numNewerVersions', 'daysSinceNoncurrentTime', 'noncurrentTimeBefore'];
const meetsLive = (condition) => condition.isLive !== false && !NONCURRENT.some((name) => Number(condition[name] ?? 0) !== 0);
function meets({ matchesPrefix }, folder) {
    if (matchesPrefix === undefined || matchesPrefix.length === 0)
        return true;
    return matchesPrefix.some((prefix) => prefix.startsWith(folder) || folder.startsWith(prefix));
}
function inWords(condition) {
    const parts = Object.entries(condition).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
    return parts.length === 0 ? 'any' : parts.join(', ');
}
function duration(seconds) {
    const [count, unit] = seconds >= 86_400 ? [seconds / 86_400, 'days'] : [seconds, 'seconds'];
    return `${Number(count.toFixed(1))} ${unit}`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/permissions.js




/**
 * What a rollback needs. A move needs no more: create, and get with delete (objects/move, "Required permissions"), but
 * for real folders (folders.ts).
 */
const NEEDED = [
    'storage.objects.list',
    'storage.objects.get',
    'storage.objects.create',
    'storage.objects.delete',
];
/** One request, which itself needs no permission; undefined where there is none such. */
async function missingPermissions(api, names, asked = NEEDED) {
    try {
        const answer = await api.read({
            method: 'GET',
            path: names.bucketPath('/iam/testPermissions'),
            query: { permissions: asked },
            subject: { doing: 'testing the permissions of', bucket: names.bucket, key: '', permissions: [] },
        });
        const { permissions: granted = [] } = jsonOf(answer);
        return asked.filter((permission) => !granted.includes(permission));
    }
    catch (thrown) {
        if (thrown instanceof errors/* RollbackError */.ZS &&
            ['PERMISSION', 'STEP_FAILED', 'NO_REPOSITORY'].includes(thrown.code)) {
            return undefined;
        }
        throw thrown;
    }
}
/**
 * Of what the bucket as a whole does not grant, what is really denied at `folder`: a condition or a managed folder may
 * grant it there. Asked for by requests that can't have any effect, since their precondition can't hold.
 */
async function deniedAt({ api, names }, missing, folder) {
    const denied = [];
    for (const permission of missing) {
        // Where a server should ignore the precondition after all, nothing must appear in a release.
        const place = permission === 'storage.objects.create' ? domain_keys/* WORK */.Ar : folder;
        if (await isDenied(api, attempt(names, permission, `${place}permission-test`))) {
            denied.push(permission);
        }
    }
    return denied;
}
/** The generation of an object that never was. */
const NEVER = { ifGenerationMatch: 1 };
function attempt(names, permission, key) {
    const object = names.nameOf(key);
    const subject = { doing: 'testing', bucket: names.bucket, object, key, permissions: [permission] };
    switch (permission) {
        case 'storage.objects.list':
            return {
                method: 'GET',
                path: names.bucketPath('/o'),
                query: { prefix: object, maxResults: 1 },
                subject,
            };
        case 'storage.objects.get':
            return { method: 'GET', path: names.objectPath(key), subject, expects: [404] };
        case 'storage.objects.delete':
            return { method: 'DELETE', path: names.objectPath(key), query: NEVER, subject, expects: [404] };
        case 'storage.objects.create':
            return {
                method: 'POST',
                path: `/upload/storage/v1/b/${encoded(names.bucket)}/o`,
                query: { uploadType: 'media', name: object, ...NEVER },
                body: { type: 'application/octet-stream', bytes: new Uint8Array() },
                subject,
                expects: [404],
            };
    }
}
async function isDenied(api, request) {
    try {
        await api.read(request);
        return false;
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK)
            return false;
        if (thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'PERMISSION')
            return true;
        throw thrown;
    }
}
function permissionFailure(denied, location) {
    const what = denied.join(', ');
    return (0,errors/* failure */.V2)('PERMISSION', `Not granted on ${location}: ${what}`, {
        details: denied.map((permission) => `${permission} is missing`),
        advice: `Grant ${what} on the bucket or the prefix, e.g. by roles/storage.objectUser, to the account that runs the rollback.`,
    });
}
/** Access lists that copies and the index can't take along; asked only where the bucket has them. */
async function accessListWarnings(api, names, settings) {
    if (settings.iamConfiguration?.uniformBucketLevelAccess?.enabled !== false)
        return [];
    const missing = await missingPermissions(api, names, [
        'storage.objects.getIamPolicy',
        'storage.objects.setIamPolicy',
    ]);
    return missing === undefined || missing.length === 0
        ? []
        : [
            `The bucket has access lists of single objects, and ${missing.join(' and ')} is not granted: what is replaced or copied (index.json; artifacts, where they can't be moved) gets the bucket's default access list`,
        ];
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/folders.js


const CREATE_FOLDERS = 'storage.folders.create';
/**
 * What is denied of folders, where they are real (hierarchical namespace): a move makes those that its target lacks
 * (storage/docs/json_api/v1/objects/move), and the backup of each rollback is a new one. Where the bucket as a whole
 * does not grant it, it is asked for by a request that can't have an effect: the folder's parent is not there.
 */
async function foldersDenied({ api, names }, settings) {
    if (settings?.hierarchicalNamespace?.enabled !== true)
        return [];
    const missing = await missingPermissions(api, names, [CREATE_FOLDERS]);
    if (missing === undefined || missing.length === 0)
        return [];
    const key = `${domain_keys/* WORK */.Ar}permission-test/absent/folder/`;
    const name = names.nameOf(key);
    const denied = await isDenied(api, {
        method: 'POST',
        path: names.bucketPath('/folders'),
        json: { name },
        subject: { doing: 'testing', bucket: names.bucket, object: name, key, permissions: [CREATE_FOLDERS] },
        expects: [400, 404, 409, 412],
    });
    return denied ? [CREATE_FOLDERS] : [];
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/public-readability.js



const NAME = 'public access';
const EVERYBODY = ['allUsers', 'allAuthenticatedUsers'];
/** Roles by which objects are read; custom ones can't be told by their name. */
const READS = /^roles\/storage\.(object(Viewer|User|Admin)|admin|legacyObject(Reader|Owner))$/;
/**
 * Whether the world reads the backups: asked as the world asks, and looked up in the policy where we may see it. A
 * release that was pulled for a security hole must not stay readable there; that the index is public is no fault.
 */
async function publicReadability(api, names, backup) {
    const [index, kept, grants] = await Promise.all([
        readableByAnybody(api, names, domain_keys/* INDEX_KEY */.lr),
        backup === undefined ? false : readableByAnybody(api, names, backup),
        grantsToAnybody(api, names),
    ]);
    const backups = names.keys.folderInBucket(domain_keys/* BACKUPS */.Gk);
    const open = grants?.filter(({ condition }) => !excludes(condition, backups)) ?? [];
    const told = [
        ...(kept ? [`${names.nameOf(backup ?? '')} can be read without credentials`] : []),
        ...open.map(public_readability_inWords),
    ];
    if (told.length === 0 && index && grants === undefined) {
        told.push('index.json can be read without credentials, and the policy that could exclude the backups can not be seen');
    }
    // Then it is the object's own access list, which goes along with a move.
    if (told.length === 0 && index && grants?.length === 0) {
        told.push('index.json can be read without credentials by its own access list: artifacts that have such a one, too, stay readable when they are moved');
    }
    if (told.length === 0) {
        const detail = index
            ? 'The index is public, and the backups are not'
            : 'Nobody reads without credentials';
        return { name: NAME, result: 'ok', detail, advice: '' };
    }
    return {
        name: NAME,
        result: 'warning',
        detail: told.join('; '),
        advice: `Exclude ${backups} by a condition on the grant, or keep backups outside the public prefix (backup-prefix): a release that was rolled back would stay readable there.`,
    };
}
/** By the address that links and browsers use. */
async function readableByAnybody(api, names, key) {
    const object = names.nameOf(key);
    const answer = await api.read({
        method: 'GET',
        path: `/${encoded(names.bucket)}/${object.split('/').map(encoded).join('/')}`,
        root: true,
        anonymous: true,
        subject: { doing: 'reading as anybody', bucket: names.bucket, object, key, permissions: [] },
        expects: [400, 401, 403, 404, 405],
    });
    return (answer.status < 300 || (answer.status === 404 && /NoSuchKey/.test(new TextDecoder().decode(answer.body))));
}
/** Undefined when the policy can't be seen. */
async function grantsToAnybody(api, names) {
    try {
        const answer = await api.read({
            method: 'GET',
            path: names.bucketPath('/iam'),
            query: { optionsRequestedPolicyVersion: 3 },
            subject: {
                doing: 'reading the policy of',
                bucket: names.bucket,
                key: '',
                permissions: ['storage.buckets.getIamPolicy'],
            },
        });
        const { bindings = [] } = jsonOf(answer);
        return bindings.filter(({ role = '', members = [] }) => READS.test(role) && members.some((member) => EVERYBODY.includes(member)));
    }
    catch (thrown) {
        if (thrown instanceof errors/* RollbackError */.ZS && thrown.code !== 'UNREACHABLE')
            return undefined;
        throw thrown;
    }
}
/** The docs' rule that keeps the backups out. */
function excludes(condition, backups) {
    const expression = condition?.expression ?? '';
    return [...expression.matchAll(/!\s*resource\.name\.startsWith\("[^"]*\/objects\/([^"]*)"\)/g)].some(([, prefix = '']) => backups.startsWith(prefix));
}
function public_readability_inWords({ role, members = [], condition }) {
    const whom = members.filter((member) => EVERYBODY.includes(member)).join(' and ');
    return `${role} is granted to ${whom}${condition === undefined ? '' : ' (with a condition)'}`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/diagnose.js








/** Everything that `doctor` can find out without touching a release; each look stands for itself. */
async function diagnose(inspection) {
    const { api, names } = inspection.parts;
    const findings = [];
    const look = async (name, at) => {
        try {
            findings.push(...[await at()].flat());
            return true;
        }
        catch (thrown) {
            findings.push(failed(name, thrown));
            return false;
        }
    };
    let settings;
    const reached = await look('bucket', async () => {
        settings = await bucketSettings(api, names);
        return bucketFinding(settings, inspection);
    });
    if (!reached)
        return findings;
    await look('permissions', () => permissions(inspection, settings));
    await look('conditions', () => conditions(inspection));
    if (settings !== undefined) {
        const seen = settings;
        await look('settings', async () => keeping(seen, inspection));
        await look('access lists', () => accessLists(seen, inspection));
    }
    await look('public access', async () => publicReadability(api, names, await anyBackup(inspection)));
    await look('clock', async () => clock(inspection));
    return findings;
}
async function anyBackup({ parts }) {
    for await (const { key } of parts.subject.list(domain_keys/* BACKUPS */.Gk, { limit: 1 }))
        return key;
    return undefined;
}
function failed(name, thrown) {
    const known = thrown instanceof errors/* RollbackError */.ZS;
    const detail = thrown instanceof Error ? [thrown.message, ...(known ? thrown.details : [])].join('; ') : String(thrown);
    return { name, result: 'failed', detail, advice: known ? thrown.advice : '' };
}
const ok = (name, detail) => ({ name, result: 'ok', detail, advice: '' });
const warning = (name, detail, advice = '') => ({
    name,
    result: 'warning',
    detail,
    advice,
});
function bucketFinding(settings, { parts }) {
    if (settings !== undefined)
        return ok('bucket', `${parts.names.keys.location} answers, and its settings can be seen`);
    return warning('bucket', `The settings of gs://${parts.names.bucket} can't be seen`, 'Grant storage.buckets.get (e.g. by roles/storage.bucketViewer) to have retention and lifecycle looked at.');
}
async function permissions({ parts }, settings) {
    const { api, names } = parts;
    const missing = await missingPermissions(api, names);
    if (missing === undefined) {
        return {
            name: 'permissions',
            result: 'skipped',
            detail: 'This server has no test of permissions',
            advice: '',
        };
    }
    const denied = [...(await deniedAt(parts, missing, domain_keys/* BACKUPS */.Gk)), ...(await foldersDenied(parts, settings))];
    if (denied.length > 0) {
        const what = denied.join(', ');
        return {
            name: 'permissions',
            result: 'failed',
            detail: `Not granted: ${what}`,
            advice: `Grant ${what} on the bucket or the prefix.`,
        };
    }
    return ok('permissions', 'Objects may be listed, read, created and removed');
}
async function conditions(inspection) {
    const { holds } = await inspection.probeAnew();
    const moves = inspection.method === 'move';
    const missing = (0,requirements/* notHeld */.H7)(holds, { artifacts: true, copies: !moves });
    const held = missing.length === 0
        ? ok('conditions', 'Every condition that was sent was held')
        : {
            name: 'conditions',
            result: inspection.parts.singleWriter ? 'warning' : 'failed',
            detail: `Not held: ${(0,requirements/* inWords */.r4)(missing)}`,
            advice: 'Use single-writer only where nobody else writes to the repository while a rollback runs.',
        };
    return [
        held,
        moves
            ? ok('moves', 'Artifacts are moved to the backup and back, one atomic request each')
            : warning('moves', 'Artifacts are copied to the backup and then removed: moves are not offered here or hold to no conditions'),
    ];
}
const KEPT = 'Rollbacks and restores are refused there: take it off the bucket, or keep releases in one without it.';
function keeping(settings, { parts }) {
    const warnings = settingsWarnings(settings, parts.names);
    const rules = lifecycle(settings, parts.names);
    const findings = warnings.map((detail) => rules.includes(detail)
        ? warning('lifecycle', detail, 'Limit the rule by matchesPrefix to what it is meant for; backups can be kept elsewhere, too (backup-prefix).')
        : { name: 'retention', result: 'failed', detail, advice: KEPT });
    if (findings.length === 0)
        findings.push(ok('retention and lifecycle', 'Nothing keeps objects from being removed, or deletes backups'));
    const kept = [];
    const seconds = Number(settings.softDeletePolicy?.retentionDurationSeconds ?? 0);
    if (seconds > 0)
        kept.push(`deleted objects can be brought back for ${duration(seconds)} (soft delete)`);
    if (settings.versioning?.enabled === true)
        kept.push('replaced and deleted objects stay as noncurrent versions');
    if (kept.length > 0)
        findings.push(ok('what stays', `Whoever may, still reads what was removed: ${kept.join('; ')}`));
    return findings;
}
async function accessLists(settings, { parts }) {
    if (settings.iamConfiguration?.uniformBucketLevelAccess?.enabled !== false) {
        return ok('access lists', 'Access is the same for all objects (uniform bucket-level access)');
    }
    const [missing] = await accessListWarnings(parts.api, parts.names, settings);
    if (missing !== undefined)
        return warning('access lists', missing, 'Grant roles/storage.objectAdmin, or turn uniform bucket-level access on.');
    return ok('access lists', 'Access lists of single objects go along with moves, and are put back where something is replaced or copied');
}
async function clock({ parts }) {
    await parts.now();
    const { skew } = parts.clock;
    if (skew === undefined)
        return { name: 'clock', result: 'skipped', detail: 'The server does not tell its time', advice: '' };
    const seconds = Math.round(skew / 1000);
    if (Math.abs(skew) <= store_clock/* MOST_SKEW */.T)
        return ok('clock', `The store's clock is ${seconds} s ahead of ours`);
    return warning('clock', `The store's clock is ${seconds} s ahead of ours`, 'Let this machine set its clock by NTP.');
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/holds.js


/** Objects that can't be removed, as their last listing told. */
class KeptObjects {
    #kept = new Map();
    note({ key, revision }, resource) {
        // Whatever the time is, one of them is told.
        if (keptBy(resource, 0) === undefined)
            this.#kept.delete(key);
        else
            this.#kept.set(key, { revision, resource });
    }
    /** Throws STEP_FAILED naming every artifact that would refuse: before anything changes, not half-way through. */
    check(artifacts, now) {
        if (this.#kept.size === 0)
            return;
        const details = [];
        for (const { path, revision } of artifacts) {
            const kept = this.#kept.get(path);
            const by = kept?.revision === revision ? keptBy(kept.resource, now) : undefined;
            if (by !== undefined)
                details.push(`${path}: ${by}`);
        }
        if (details.length === 0)
            return;
        throw (0,errors/* failure */.V2)('STEP_FAILED', `${details.length} artifacts can't be taken out: they are held or retained`, {
            details,
            advice: 'Release the holds, or wait until the retention ends, then run again. Nothing was changed.',
        });
    }
}

// EXTERNAL MODULE: ./lib/ports/existence.js
var existence = __webpack_require__(28824);
// EXTERNAL MODULE: ./lib/adapters/store/remote/probe.js
var probe = __webpack_require__(96127);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/inspect.js








/** What a look at the bucket told, kept for the requests that follow. */
class Inspection {
    settings;
    holds;
    parts;
    constructor(parts) {
        this.parts = parts;
    }
    /** Of the same bucket: what another look told need not be asked again. */
    follow({ settings, holds, parts }) {
        this.settings = settings;
        this.holds = holds;
        Object.assign(this.parts.lists, parts.lists);
        this.parts.api.joined.joins = parts.api.joined.joins;
    }
    /** Moves need nothing that copies don't, and are one request for two; only where they hold to conditions. */
    get method() {
        return this.holds?.conditional_move === true ? 'move' : 'copy';
    }
    /**
     * One request for the capabilities; with artifacts one for the settings, and for writing one for the permissions.
     * More only where something is unknown or missing: the probe, once per bucket and version of this tool.
     */
    async inspect(options) {
        const { forWriting, version, takesArtifacts = true, begins = false } = options;
        const { api, names } = this.parts;
        const [known, settings, missing] = await Promise.all([
            this.parts.file.read(),
            takesArtifacts ? bucketSettings(api, names) : undefined,
            takesArtifacts && forWriting ? missingPermissions(api, names) : undefined,
        ]);
        if (settings !== undefined)
            this.#learn(settings);
        if (begins)
            this.#mustLetGo(settings);
        if (missing !== undefined && missing.length > 0) {
            const denied = await deniedAt(this.parts, missing, version === undefined ? domain_keys/* WORK */.Ar : (0,domain_keys/* artifactsPrefix */.oP)(version));
            if (denied.length > 0)
                throw permissionFailure(denied, names.keys.location);
        }
        const staying = version === undefined ? [] : await this.#backupsThatStay(missing);
        this.holds = known.capabilities?.holds;
        if (forWriting && known.capabilities === undefined)
            await this.#probe(known.stored);
        if (forWriting && this.method === 'move')
            await this.#demandFolders(settings);
        // Whoever only reads sends nothing but GETs.
        api.joined.joins = forWriting && this.holds?.conditional_batch_delete === true;
        return [
            ...this.#conditions(takesArtifacts),
            ...staying,
            ...(takesArtifacts ? await this.#settingsInWords(settings, forWriting) : []),
        ];
    }
    /** No reason to refuse: nothing depends on whether a backup that is not needed after all can go again. */
    async #backupsThatStay(missing) {
        const removal = (missing ?? []).filter((permission) => permission === 'storage.objects.delete');
        const [denied] = await deniedAt(this.parts, removal, domain_keys/* BACKUPS */.Gk);
        if (denied === undefined)
            return [];
        return [`A backup that is not needed after all will stay: ${denied} is not granted below ${domain_keys/* BACKUPS */.Gk}`];
    }
    /** Throws PERMISSION where moves would be refused for the folders that they have to make. */
    async #demandFolders(settings) {
        const denied = await foldersDenied(this.parts, settings);
        if (denied.length > 0)
            throw permissionFailure(denied, this.parts.names.keys.location);
    }
    /** For `doctor`, whatever was found before. Throws PERMISSION and UNREACHABLE. */
    async probeAnew() {
        const { stored } = await this.parts.file.read();
        return this.#probe(stored);
    }
    sweepProbes() {
        return (0,probe/* clearStale */.p)(this.parts.subject, this.parts.now);
    }
    async #probe(stored) {
        const { subject, toolVersion, api, now, id, names } = this.parts;
        const { location } = names.keys;
        await (0,existence/* mustHoldSomething */.H)({ location, list: (prefix, options) => subject.list(prefix, options) });
        // What a bucket keeps looks like a condition that is not held, and the probe's objects would stay.
        this.#mustLetGo(this.settings ?? (await bucketSettings(this.parts.api, names)));
        await this.sweepProbes();
        const { holds, batch_delete } = await (0,probe/* probe */.d)(subject, id());
        this.holds = holds;
        const found = {
            schema_version: 1,
            tool_version: toolVersion,
            service: api.endpoint,
            probed_at: new Date(await now()).toISOString(),
            holds,
            batch_delete,
        };
        await this.parts.file.keep(found, stored);
        return found;
    }
    /** What is put there can't be taken away again, so nothing could be undone: neither a rollback nor a restore. */
    #mustLetGo(settings) {
        const [reason] = settings === undefined ? [] : keepsEverything(settings);
        if (reason === undefined)
            return;
        const { bucket } = this.parts.names;
        throw (0,errors/* failure */.V2)('BAD_INPUT', `Neither a rollback nor a restore can be made in gs://${bucket}: ${reason}`, {
            advice: 'Take the policy off the bucket, or keep releases in one without it.',
        });
    }
    #learn(settings) {
        this.settings = settings;
        const uniform = settings.iamConfiguration?.uniformBucketLevelAccess?.enabled;
        if (uniform !== undefined)
            this.parts.lists.counted = !uniform;
    }
    /** Throws BAD_INPUT where all-or-nothing could not be held, unless a person answers for it. */
    #conditions(artifacts) {
        if (this.holds === undefined)
            return [];
        const missing = (0,requirements/* notHeld */.H7)(this.holds, { artifacts, copies: this.method === 'copy' });
        return (0,requirements/* judgeConditions */.U2)(missing, this.parts.names.keys.location, this.parts.singleWriter);
    }
    async #settingsInWords(settings, forWriting) {
        const { api, names } = this.parts;
        if (settings === undefined)
            return [UNSEEN];
        const lists = forWriting ? await accessListWarnings(api, names, settings) : [];
        return [...settingsWarnings(settings, names), ...lists];
    }
}

// EXTERNAL MODULE: ./lib/domain/version.js
var version = __webpack_require__(59416);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/names.js



/** Names of objects as the service has them: cloud.google.com/storage/docs/objects#naming. */
class Names {
    keys;
    bucket;
    constructor(keys, bucket) {
        this.keys = keys;
        this.bucket = bucket;
    }
    /** The whole name of a key's object. Throws BAD_INPUT for one that the service can't have. */
    nameOf(key) {
        const name = this.keys.toBucket(key);
        const problem = problemOf(name);
        if (problem === undefined)
            return name;
        throw (0,errors/* failure */.V2)('BAD_INPUT', `Google Cloud Storage has no object named '${(0,version/* printable */.g$)(name)}': ${problem}`);
    }
    bucketPath(below = '') {
        return `/b/${encoded(this.bucket)}${below}`;
    }
    objectPath(key) {
        return this.bucketPath(`/o/${encoded(this.nameOf(key))}`);
    }
}
/** A name that could not be sent would be another one, or the bucket itself, to a URL parser in between. */
function problemOf(name) {
    if (name === '.' || name === '..')
        return "'.' and '..' are no names";
    if (/[\r\n]/.test(name))
        return 'it contains a line break';
    if (name.startsWith('.well-known/acme-challenge/'))
        return 'that place is reserved';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/patient.js

/** At most so often one object may be changed, milliseconds. */
const patient_ONCE_A_SECOND = 1000;
/**
 * The same store for the probe, which changes one object several times: one that is turned away (once a second, per
 * object) had no effect, and is sent again after the wait that was asked for.
 */
function patient(store, clock, retries) {
    const sent = async (request) => {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await request();
            }
            catch (thrown) {
                const away = thrown instanceof object_store/* UnansweredError */.jd && thrown.landed === 'no';
                if (!away || attempt > retries)
                    throw thrown;
                await clock.sleep(Math.max(patient_ONCE_A_SECOND, (0,object_store/* askedWait */.Uy)(thrown)));
            }
        }
    };
    const { mover, batch } = store;
    return {
        put: (key, body, when) => sent(() => store.put(key, body, when)),
        copy: (source, to, guard) => sent(() => store.copy(source, to, guard)),
        remove: (key, revision) => sent(() => store.remove(key, revision)),
        list: (prefix, options) => store.list(prefix, options),
        ...(batch === undefined
            ? {}
            : { batch: { size: batch.size, remove: (objects) => removeAll(batch, objects, sent) } }),
        ...(mover === undefined
            ? {}
            : { mover: { move: (from, revision, to) => sent(() => mover.move(from, revision, to)) } }),
    };
}
/** Each key that was turned away alone is asked for again, until all have another answer. */
async function removeAll(batch, objects, sent) {
    const answers = new Map();
    await sent(async () => {
        const open = objects.filter(({ key }) => awayOf(answers.get(key)) !== undefined || !answers.has(key));
        for (const answer of await batch.remove(open))
            answers.set(answer.key, answer);
        for (const answer of answers.values()) {
            const away = awayOf(answer);
            if (away !== undefined)
                throw away;
        }
    });
    return [...answers.values()];
}
function awayOf(answer) {
    if (answer?.result !== 'failed')
        return undefined;
    const { error } = answer;
    return error instanceof object_store/* UnansweredError */.jd && error.landed === 'no' ? error : undefined;
}

// EXTERNAL MODULE: ./node_modules/google-auth-library/build/src/index.js
var build_src = __webpack_require__(492);
// EXTERNAL MODULE: ./lib/adapters/store/remote/proxies.js
var proxies = __webpack_require__(74429);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./lib/adapters/store/remote/bodies.js
var bodies = __webpack_require__(65797);
;// CONCATENATED MODULE: ./lib/adapters/store/gcs/exchange.js




/**
 * The last step of the library's transport, in place of its `fetch`: that one pipes every answer, see `collectBody`.
 * Follows no redirects. The answer's `data` is the body's bytes, or the body itself where a stream was asked for.
 */
async function exchange(prepared, body) {
    const answer = await answerTo(prepared, body);
    const data = (prepared.responseType === 'stream' ? answer : await (0,bodies/* collectBody */.P)(answer));
    const { statusCode: status = 0, headers } = answer;
    const fields = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return Object.assign(new Response(null, { status, headers: fields }), { config: prepared, data });
}
/** Resolves when the answer begins; the signal ends the whole exchange, whenever it comes. */
function answerTo({ url, method, headers, signal, agent }, body) {
    const send = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const through = typeof agent === 'function' ? agent(url) : agent;
    return new Promise((resolve, reject) => {
        const options = {
            method: method ?? 'GET',
            headers: Object.fromEntries(headers),
            ...(through === undefined ? {} : { agent: through }),
            ...(signal === null || signal === undefined ? {} : { signal }),
        };
        const request = send(url, options, resolve);
        request.on('error', reject);
        sendBody(request, body);
    });
}
function sendBody(request, body) {
    if (body === undefined || body instanceof Uint8Array) {
        request.end(body);
        return;
    }
    request.setHeader('content-length', (0,byte_parts/* lengthOf */.Y5)(body));
    (0,bodies/* streamOf */.m)(body)
        .on('error', (thrown) => request.destroy(thrown))
        .pipe(request);
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/transport.js






/** What every request is sent with: never again by itself, every status an answer, and the bytes as they are stored. */
const ONCE = { retry: false, validateStatus: () => true };
/**
 * The library knows HTTPS_PROXY, and NO_PROXY in part: neither '*', nor ports, nor a domain without its dot. So tokens
 * and objects go the way that requests to S3 go.
 */
function clientOptions() {
    const agents = (0,proxies/* proxyAgents */.H)(process.env);
    if (agents === undefined)
        return {};
    const agent = ({ protocol }) => (protocol === 'https:' ? agents.httpsAgent : agents.httpAgent);
    return { transporterOptions: { agent } };
}
/**
 * The client library's credentials and its HTTP transport, without its retries: one call here is at most one request.
 * Nothing is sent in clear text with a token, so emulators and loopback get none.
 */
class Transport {
    /** Scheme and host, without '/' at the end. */
    endpoint;
    timeoutMs;
    #storage;
    #nobody;
    #anonymous;
    constructor({ endpoint, timeoutMs }) {
        const options = clientOptions();
        this.#nobody = new build_src.PassThroughClient(options);
        this.#storage = new src/* Storage */.wc({
            clientOptions: options,
            retryOptions: { autoRetry: false, maxRetries: 0 },
            ...(endpoint === undefined ? {} : { apiEndpoint: endpoint }),
            // No request needs the library's project; without one it would look for it in three places, for seconds.
            projectId: 'none',
        });
        this.endpoint = this.#storage.apiEndpoint.replace(/\/+$/, '');
        const emulated = endpoint === undefined && process.env.STORAGE_EMULATOR_HOST !== undefined;
        this.#anonymous = emulated || !this.endpoint.startsWith('https:') || isLoopback(this.endpoint);
        this.timeoutMs = timeoutMs;
    }
    /** Throws UnansweredError when there is no whole answer, PERMISSION when there are no credentials. */
    async send(request) {
        return this.#inTime(async (signal) => {
            const { client, options } = await this.#authorized(request, signal);
            const whole = { ...options, responseType: 'arraybuffer' };
            const { status, headers, data } = await client.transporter.request(whole);
            return { status, headers, body: data };
        });
    }
    /** The same with the body as a stream; the time-out is for the answer to begin. */
    async stream(request) {
        return this.#inTime(async (signal) => {
            const { client, options } = await this.#authorized(request, signal);
            const streamed = { ...options, responseType: 'stream' };
            const { status, headers, data } = await client.transporter.request(streamed);
            return { status, headers, body: data };
        });
    }
    async #inTime(request) {
        try {
            return await (0,time_limit/* within */.ux)(this.timeoutMs, request);
        }
        catch (thrown) {
            throw noAnswer(thrown);
        }
    }
    /** The request with the credentials of its sender; too late, it is not sent any more. */
    async #authorized({ method, url, headers: own, body, anonymous }, signal) {
        const client = this.#anonymous || anonymous === true ? this.#nobody : await this.#credentials();
        const headers = await this.#headers(client, url);
        signal.throwIfAborted();
        for (const [name, value] of Object.entries(own ?? {}))
            headers.set(name, value);
        const adapter = (prepared) => exchange(prepared, body);
        return { client, options: { ...ONCE, method, url, headers, signal, adapter } };
    }
    async #credentials() {
        try {
            return withOneTransporter(await this.#storage.authClient.getClient());
        }
        catch (thrown) {
            throw credentialsFailure(thrown);
        }
    }
    async #headers(client, url) {
        try {
            return new Headers(await client.getRequestHeaders(url));
        }
        catch (thrown) {
            throw credentialsFailure(thrown);
        }
    }
}
/** A client of workload identity has a second transporter, for tokens of OIDC, that is given no options. */
function withOneTransporter(client) {
    const { stsCredential } = client;
    if (stsCredential !== undefined)
        stsCredential.transporter = client.transporter;
    return client;
}
function isLoopback(endpoint) {
    const { hostname } = new URL(endpoint);
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/gcs-store.js

















/**
 * A repository in a bucket of Google Cloud Storage. A revision is a generation: every content has its own, also the
 * same bytes written again.
 */
class GcsStore {
    type = 'gcs';
    location;
    lateRequests = true;
    requests;
    mover;
    #options;
    #names;
    #singleWriter;
    #clock;
    #bare;
    #inspection;
    #kept = new KeptObjects();
    #keys = new EncryptionKeys();
    constructor(options) {
        const { concurrency, retries, random, singleWriter } = options;
        this.#clock = new store_clock/* StoreClock */.m(options.clock);
        const names = new Names(new key_map/* KeyMap */.QA({ ...options, scheme: 'gs' }), options.bucket);
        this.#options = options;
        this.#names = names;
        this.location = names.keys.location;
        this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
        this.#singleWriter = singleWriter;
        const parts = {
            api: apiOf(options, this.#clock),
            names,
            lists: unknownLists(),
        };
        this.#bare = new BareStore({
            ...parts,
            seen: (info, resource) => this.#note(info, resource),
            defaultClass: () => this.#inspection.settings?.storageClass,
            keyOf: (source) => this.#keys.of(source),
        });
        this.mover = this.#bare.mover;
        this.#inspection = new Inspection({
            ...parts,
            file: new capability_file/* CapabilityFile */.n(this, { tool_version: options.toolVersion, service: parts.api.endpoint }),
            subject: patient(unknowing(parts), options.clock, retries),
            singleWriter,
            toolVersion: options.toolVersion,
            clock: this.#clock,
            now: () => this.now(),
            id: external_node_crypto_.randomUUID,
        });
    }
    /** Sends nothing yet; credentials are looked for by the first request. Throws BAD_INPUT for an endpoint that is none. */
    static async open(options) {
        return new GcsStore(options);
    }
    async inspect(options) {
        const warnings = await this.#inspection.inspect(options);
        return [...warnings, ...this.#clock.warnings()];
    }
    sweepProbes() {
        return this.#inspection.sweepProbes();
    }
    diagnose() {
        return diagnose(this.#inspection);
    }
    now() {
        return this.#clock.now(() => this.head(domain_keys/* CAPABILITIES_KEY */.l7));
    }
    read(key) {
        return this.#bare.read(key);
    }
    readInto(key, begin) {
        return this.#bare.readInto(key, begin);
    }
    head(key) {
        return this.#bare.head(key);
    }
    digest(key) {
        return this.#bare.digest(key);
    }
    list(prefix, options = {}) {
        return this.#bare.list(prefix, options);
    }
    async put(key, body, when, guard) {
        // As the wire has it: what the caller does with its bytes after the call is not what is stored.
        const sent = body instanceof Uint8Array ? (0,byte_parts/* joinBytes */.mE)([body]) : body;
        if (when === 'absent')
            await this.#lookAbsent('create_only', key);
        else
            await this.#lookUnchanged('compare_and_swap', key, when.unchangedSince);
        return this.#bare.put(key, sent, when, guard);
    }
    async copy(source, to, guard) {
        await this.#lookUnchanged('conditional_copy_source', source.key, source.revision);
        await this.#lookAbsent('conditional_copy_target', to);
        await guard?.();
        return this.#bare.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#bare.finishCopy(source, standing, guard);
    }
    async remove(key, revision, guard) {
        await this.#lookUnchanged('conditional_delete', key, revision);
        await guard?.();
        return this.#bare.remove(key, revision);
    }
    get backups() {
        const options = this.#options;
        return {
            prefix: this.#names.keys.backupPrefix,
            problem: (key) => this.#names.keys.problem(key),
            at: async (backupPrefix) => {
                (0,key_map/* demandApart */._4)(options.prefix, backupPrefix);
                const there = new GcsStore({ ...options, backupPrefix });
                there.#inspection.follow(this.#inspection);
                return there;
            },
        };
    }
    get replacesBlindly() {
        return this.#inspection.holds?.compare_and_swap === false;
    }
    /** Only where it holds to conditions, key by key. */
    get batch() {
        return this.#inspection.holds?.conditional_batch_delete === true ? this.#bare.batch : undefined;
    }
    /** Throws STEP_FAILED where artifacts are held or retained: better now than half-way through. */
    async backupMethod(artifacts) {
        this.#kept.check(artifacts, await this.now());
        return this.#inspection.method;
    }
    #note(info, resource) {
        this.#kept.note(info, resource);
        this.#keys.note(info, resource, this.#inspection.settings?.encryption?.defaultKmsKeyName);
    }
    /** Only for a server that is known not to hold to a condition, where a person says that nobody else writes. */
    #looks(condition) {
        return this.#singleWriter && this.#inspection.holds?.[condition] === false;
    }
    async #lookAbsent(condition, key) {
        if (this.#looks(condition))
            await (0,look_first/* lookAbsent */.r)((each) => this.head(each), key);
    }
    async #lookUnchanged(condition, key, revision) {
        if (this.#looks(condition))
            await (0,look_first/* lookUnchanged */.p)((each) => this.head(each), key, revision);
    }
}
/** Knows nothing that could keep a condition from being sent. */
const unknowing = (parts) => new BareStore({
    ...parts,
    lists: unknownLists(),
    seen: () => { },
    defaultClass: () => undefined,
    keyOf: () => undefined,
});
const unknownLists = () => ({ counted: undefined, visible: undefined });
function apiOf(options, clock) {
    const transport = new Transport({
        endpoint: checkedEndpoint(options.endpoint),
        timeoutMs: options.requestTimeoutMs,
    });
    const retries = new read_retries/* ReadRetries */.p(options);
    return new JsonApi(transport, (read) => retries.run(read), (headers) => clock.observe(headers.get('date') ?? undefined), options.projectId);
}

;// CONCATENATED MODULE: ./lib/adapters/store/gcs/open-gcs.js


/** A store with this process's chance; sends nothing yet. */
function openGcs(place, { clock }) {
    return GcsStore.open({ ...place, clock, toolVersion: tool_version/* TOOL_VERSION */.w, random: Math.random });
}


/***/ })

};
