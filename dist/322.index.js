export const id = 322;
export const ids = [322];
export const modules = {

/***/ 11322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3: () => (/* binding */ openS3)
});

;// CONCATENATED MODULE: ./lib/domain/tool-version.js
/** Of this tool, not of a release; a test compares it with package.json. */
const TOOL_VERSION = '0.1.0';

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/keys.js
var domain_keys = __webpack_require__(76850);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(30558);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(95272);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(50000);
;// CONCATENATED MODULE: ./lib/adapters/store/remote/capabilities.js

/** What a store may or may not hold to, probed and never assumed (docs/compatibility.md). */
const holds = schemas/* object */.Ikc({
    /** A put of a key that is there is refused. */
    create_only: schemas/* boolean */.zMY(),
    /** A put over another revision, or over an absent key, is refused. */
    compare_and_swap: schemas/* boolean */.zMY(),
    /** A removal of another revision is refused. */
    conditional_delete: schemas/* boolean */.zMY(),
    /** The same, key by key, in a batch. False also where there are no batches. */
    conditional_batch_delete: schemas/* boolean */.zMY(),
    /** A copy of another revision is refused. */
    conditional_copy_source: schemas/* boolean */.zMY(),
    /** A copy to a key that is there is refused. */
    conditional_copy_target: schemas/* boolean */.zMY(),
    /** A move of another revision, or to a key that is there, is refused. Absent where there are no moves. */
    conditional_move: schemas/* boolean */.zMY().optional(),
});
const capabilitiesSchema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    /** Version of this tool that probed: another one may know better. */
    tool_version: schemas/* string */.YjP(),
    /** Which service was probed: the same objects may be served by another one later. */
    service: schemas/* string */.YjP(),
    probed_at: schemas/* string */.YjP(),
    holds,
    /** Whether conditions have to name ETags without their quotation marks. */
    bare_etags: schemas/* boolean */.zMY().optional(),
    /** Whether there are removals by batch at all. */
    batch_delete: schemas/* boolean */.zMY(),
});
const HOLDS_ALL = {
    create_only: true,
    compare_and_swap: true,
    conditional_delete: true,
    conditional_batch_delete: true,
    conditional_copy_source: true,
    conditional_copy_target: true,
};

;// CONCATENATED MODULE: ./lib/adapters/store/remote/capability-file.js




const CAPABILITIES_KEY = `${domain_keys/* LOG */.$9}capabilities.json`;
/** `.rollback-log/capabilities.json`: what a probe found, kept for the runs that follow. */
class CapabilityFile {
    #store;
    #expected;
    constructor(store, expected) {
        this.#store = store;
        this.#expected = expected;
    }
    async read() {
        const stored = await this.#store.read(CAPABILITIES_KEY);
        return { capabilities: stored && this.#decode(stored.body), stored };
    }
    /** Another run may have kept its own meanwhile, which says the same; without an answer the next run probes again. */
    async keep(capabilities, stored) {
        const when = stored === undefined
            ? 'absent'
            : { unchangedSince: stored.info.revision, attributes: stored.attributes };
        try {
            await this.#store.put(CAPABILITIES_KEY, (0,log_record/* encodeJson */.Pr)(capabilities), when);
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK) && !(0,object_store/* isUnanswered */.Ni)(thrown))
                throw thrown;
        }
    }
    #decode(body) {
        let json;
        try {
            json = JSON.parse(new TextDecoder().decode(body));
        }
        catch {
            return undefined;
        }
        const { success, data } = capabilitiesSchema.safeParse(json);
        if (!success)
            return undefined;
        const { tool_version, service } = this.#expected;
        return data.tool_version === tool_version && data.service === service ? data : undefined;
    }
}

// EXTERNAL MODULE: ./lib/domain/version.js
var version = __webpack_require__(59416);
;// CONCATENATED MODULE: ./lib/adapters/store/remote/key-map.js



/** S3 and Google Cloud Storage alike: bytes of a key in UTF-8. */
const LONGEST_KEY = 1024;
/** Keys of the repository and keys of the bucket; both ways, and back, they are the same. */
class KeyMap {
    /** For people: `s3://bucket/prefix`. */
    location;
    #root;
    /** Where backups are when they are not below the repository. */
    #elsewhere;
    constructor({ scheme, bucket, prefix, backupPrefix }) {
        this.location = `${scheme}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
        this.#root = folder(prefix);
        const backups = folder(backupPrefix);
        this.#elsewhere = backups === '' || backups === this.#root + domain_keys/* BACKUPS */.Gk ? undefined : backups;
    }
    /** Throws BAD_INPUT for a key that no bucket can hold. */
    toBucket(key) {
        const mapped = this.folderInBucket(key);
        const problem = keyProblem(mapped);
        if (key !== '' && problem === undefined)
            return mapped;
        throw (0,errors/* failure */.V2)('BAD_INPUT', `'${(0,version/* printable */.g$)(key)}' can't be a key of the bucket: ${problem ?? 'is empty'}`);
    }
    /** The same of a prefix of keys, which may be empty. */
    folderInBucket(prefix) {
        if (this.#elsewhere === undefined || !prefix.startsWith(domain_keys/* BACKUPS */.Gk))
            return this.#root + prefix;
        return this.#elsewhere + prefix.slice(domain_keys/* BACKUPS */.Gk.length);
    }
    parse(bucketKey) {
        const problem = keyProblem(bucketKey);
        if (problem !== undefined)
            return { reason: problem };
        if (this.#elsewhere !== undefined && bucketKey.startsWith(this.#elsewhere)) {
            return { key: domain_keys/* BACKUPS */.Gk + bucketKey.slice(this.#elsewhere.length) };
        }
        if (!bucketKey.startsWith(this.#root))
            return { reason: 'is not below the repository' };
        const key = bucketKey.slice(this.#root.length);
        if (key === '')
            return { reason: 'is the folder of the repository itself' };
        if (this.#elsewhere === undefined || !key.startsWith(domain_keys/* BACKUPS */.Gk))
            return { key };
        return { reason: 'lies where backups would be if they were not kept elsewhere' };
    }
    /** Whether a listing of the whole repository has to look at a second place for backups. */
    get backupsElsewhere() {
        return this.#elsewhere !== undefined;
    }
}
const folder = (prefix) => (prefix === '' ? '' : `${prefix}/`);
function keyProblem(bucketKey) {
    if (!bucketKey.isWellFormed())
        return 'is not valid Unicode';
    if (new TextEncoder().encode(bucketKey).length > LONGEST_KEY)
        return `is longer than ${LONGEST_KEY} bytes`;
    return undefined;
}

// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(74995);
;// CONCATENATED MODULE: ./lib/adapters/store/remote/read-retries.js


/** First and longest wait between two attempts, milliseconds. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/**
 * Sends what only reads again when no answer came. Changing requests never go through here: the engine sends them
 * again, after proving that the operation is still ours.
 */
class ReadRetries {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Throws what the last attempt threw. */
    run(attempt) {
        return (0,p_retry/* default */.Ay)(attempt, {
            retries: this.#parts.retries,
            // The waits are ours, by the clock that came in through the door.
            minTimeout: 0,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!(0,object_store/* isUnanswered */.Ni)(error))
                    return false;
                await this.#parts.clock.sleep(this.#wait(attemptNumber, error));
                return true;
            },
        });
    }
    /** Full jitter: many clients that failed together don't come back together; what the store asks for is the least. */
    #wait(attempt, error) {
        const asked = error instanceof object_store/* UnansweredError */.jd ? (error.retryAfterMs ?? 0) : 0;
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * this.#parts.random();
        return Math.min(LONGEST_WAIT, Math.max(asked, backoff));
    }
}
/** Milliseconds of a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date; undefined for anything else. */
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/requirements.js

const WORDS = {
    create_only: 'create a key only if it is absent',
    compare_and_swap: 'replace an object only if it is unchanged',
    conditional_delete: 'remove an object only if it is unchanged',
    conditional_batch_delete: 'remove objects of a batch only if they are unchanged',
    conditional_copy_source: 'copy an object only if it is unchanged',
    conditional_copy_target: 'copy only to an absent key',
    conditional_move: 'move an object only if it is unchanged, and only to an absent key',
};
/** In words, one per condition. */
const inWords = (conditions) => conditions.map((condition) => WORDS[condition]).join('; ');
/** What an operation needs and the store does not hold. A batch that holds no conditions is done one by one. */
function notHeld(holds, { artifacts, copies }) {
    const needed = ['create_only', 'compare_and_swap'];
    if (artifacts)
        needed.push('conditional_delete');
    if (artifacts && copies)
        needed.push('conditional_copy_source', 'conditional_copy_target');
    return needed.filter((condition) => !holds[condition]);
}
/** Throws BAD_INPUT unless a person answers for it that nobody else writes; then a warning says what was given up. */
function judgeConditions(missing, location, singleWriter) {
    if (missing.length === 0)
        return [];
    const what = inWords(missing);
    if (singleWriter) {
        return [
            `${location} does not hold to conditions (${what}): with single-writer we look directly before each such request instead, and a writer in between would not be noticed`,
        ];
    }
    throw (0,errors/* failure */.V2)('BAD_INPUT', `The store of ${location} does not hold to conditions that all-or-nothing rests on`, {
        details: missing.map((condition) => `It can't ${WORDS[condition]}`),
        advice: 'If nobody else writes to this repository while a rollback or restore runs, set single-writer; otherwise use a store that honours conditional requests.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/store-clock.js
/** A clock that falls back by more than this has been set; less is the second that a `Date` header is rounded to. */
const SET_BACK = 5000;
/** The store's clock, as its answers tell it by `Date` headers, carried on by our monotonic clock between them. */
class StoreClock {
    #clock;
    /** The store's time minus our monotonic clock. */
    #offset;
    /** The store's time minus our wall clock at the last answer. */
    #skew;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Takes note of a `Date` header of an answer that just came. */
    observe(date) {
        const told = date === undefined ? Number.NaN : Date.parse(date);
        if (Number.isNaN(told))
            return;
        const offset = told - this.#clock.monotonic();
        this.#skew = told - this.#clock.now();
        // Headers are rounded down and take their time to come: the latest estimate is the best one.
        if (this.#offset === undefined || offset > this.#offset || this.#offset - offset > SET_BACK) {
            this.#offset = offset;
        }
    }
    /** Milliseconds since the epoch; `ask` makes the store answer anything when it has not yet. */
    async now(ask) {
        if (this.#offset === undefined)
            await ask();
        // A store without `Date` headers can't be asked: ours is as good a clock as any.
        return Math.round(this.#offset === undefined ? this.#clock.now() : this.#clock.monotonic() + this.#offset);
    }
    /** How far the store's clock is ahead of ours, milliseconds, as far as seconds tell; undefined before any answer. */
    get skew() {
        return this.#skew;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/time-limit.js
/** No answer in time; whether the request had its effect is not known. */
class TimedOut extends Error {
    constructor(milliseconds) {
        super(`no answer within ${milliseconds / 1000} seconds`);
        this.name = 'TimedOut';
    }
}
/**
 * One request, given up when its whole answer has not come in time: it then rejects with TimedOut, also when the
 * request does not heed the signal. The machine's own timer: how long a socket is silent no other clock can tell.
 */
async function within(milliseconds, request) {
    const controller = new AbortController();
    const late = new TimedOut(milliseconds);
    let timer;
    const limit = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(late);
            controller.abort(late);
        }, milliseconds);
    });
    try {
        return await Promise.race([request(controller.signal), limit]);
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * Hands on every chunk of a body, however long all of it takes; TimedOut when nothing comes for `milliseconds`.
 * `stop` ends the transfer.
 */
async function eachChunk(body, milliseconds, take, stop) {
    const chunks = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await within(milliseconds, () => chunks.next());
            if (next.done === true)
                return;
            take(next.value);
        }
    }
    catch (thrown) {
        stop(thrown instanceof Error ? thrown : new Error(String(thrown)));
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/thrown.js



const shape = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().catch('Error'),
    message: schemas/* string */.YjP().catch(''),
    code: schemas/* string */.YjP().optional().catch(undefined),
    $metadata: schemas/* object */.Ikc({ httpStatusCode: schemas/* number */.aig().optional() }).optional().catch(undefined),
    $response: schemas/* object */.Ikc({
        statusCode: schemas/* number */.aig().optional().catch(undefined),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional().catch(undefined),
    })
        .optional()
        .catch(undefined),
});
function readThrown(thrown) {
    if (thrown instanceof TimedOut) {
        return { code: 'TimedOut', message: thrown.message, status: undefined, headers: {}, cause: thrown };
    }
    const parsed = shape.safeParse(thrown instanceof Error ? withHidden(thrown) : {});
    if (!parsed.success)
        return { code: 'Error', message: 'unknown', status: undefined, headers: {} };
    const { name, message, code, $metadata, $response } = parsed.data;
    const status = $metadata?.httpStatusCode ?? $response?.statusCode;
    return {
        code: name,
        message,
        status,
        headers: $response?.headers ?? {},
        network: status === undefined ? code : undefined,
        fromSdk: status === undefined && isOfSdk(name, message),
        cause: thrown,
    };
}
/** The SDK keeps the answer where a spread would miss it. */
const withHidden = (thrown) => ({
    name: thrown.name,
    message: thrown.message,
    code: thrown.code,
    $metadata: thrown.$metadata,
    $response: thrown.$response,
});
const isOfSdk = (name, message) => name === 'CredentialsProviderError' ||
    name === 'TokenProviderError' ||
    message.startsWith('Region is missing');
const SECRETS = /(?:A(?:KIA|SIA)[A-Z0-9]{12,}|(?:X-Amz-\w+|Signature|Credential|AWSAccessKeyId|authorization)=[^\s&,]+|https?:\/\/[^\s]*\?[^\s]*)/gi;
/** A store's own words, without what might be secret, and harmless to print. */
function safeText(message) {
    const words = message.replace(SECRETS, '…').replace(/\s+/g, ' ').trim();
    return words.length > 300 ? `${printableLong(words.slice(0, 297))}...` : printableLong(words);
}
/** `printable` cuts at 80 characters. */
const printableLong = (text) => (text.match(/.{1,80}/gsu) ?? []).map((part) => (0,version/* printable */.g$)(part)).join('');

;// CONCATENATED MODULE: ./lib/adapters/store/s3/refusals.js



const BAD_CREDENTIALS = new Set([
    'CredentialsProviderError',
    'TokenProviderError',
    'InvalidAccessKeyId',
    'SignatureDoesNotMatch',
    'InvalidToken',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'AccountProblem',
    'NotSignedUp',
]);
const NO_ROOM = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage', 'EntityTooLarge']);
/** An answer that says no for good. */
function refusal(thrown, doing, where, cause) {
    const { code, status, message } = thrown;
    const told = safeText(message);
    if (BAD_CREDENTIALS.has(code))
        return badCredentials(code, told, where, cause);
    if (/^Region is missing/.test(message)) {
        return (0,errors/* failure */.V2)('BAD_INPUT', 'No region is known', { cause, advice: 'Set s3-region, or AWS_REGION.' });
    }
    const region = rightRegion(thrown);
    if (region !== undefined)
        return wrongRegion(region, where, cause);
    const said = { cause, details: [`${code}: ${told}`] };
    if (code === 'InvalidObjectState') {
        return (0,errors/* failure */.V2)('STEP_FAILED', `Could not ${doing.what}: the object is archived (InvalidObjectState)`, {
            ...said,
            advice: 'Restore the object from its archive first (`aws s3api restore-object`), then run again.',
        });
    }
    if (isKms(thrown))
        return kmsRefused(doing, said);
    if (/object lock|legal hold|retention|WORM/i.test(message) && status === 403) {
        return (0,errors/* failure */.V2)('STEP_FAILED', `Could not ${doing.what}: the object is locked`, {
            ...said,
            advice: 'A retention period or legal hold protects it; release it, or leave the release where it is.',
        });
    }
    if (status === 403 || code === 'AccessDenied' || status === 401)
        return denied(doing, where, said);
    if (NO_ROOM.has(code) || status === 507)
        return (0,errors/* failure */.V2)('BACKUP', `Could not ${doing.what}: no room is left`, said);
    if (/server side encryption|customer/i.test(message) && status === 400) {
        return (0,errors/* failure */.V2)('STEP_FAILED', `Could not ${doing.what}: it is encrypted with a customer's own key (SSE-C)`, {
            ...said,
            advice: 'Such objects can only be handled with their key, which this tool is never given.',
        });
    }
    if (code === 'InvalidBucketName')
        return (0,errors/* failure */.V2)('BAD_INPUT', `'${(0,version/* printable */.g$)(where.bucket)}' is no bucket name`, said);
    return (0,errors/* failure */.V2)('STEP_FAILED', `Could not ${doing.what} in ${where.location}: ${code}`, said);
}
function badCredentials(code, told, where, cause) {
    const none = code === 'CredentialsProviderError' || code === 'TokenProviderError';
    const message = none
        ? `No AWS credentials were found for ${where.location}`
        : `The credentials are not accepted at ${where.location} (${code})`;
    return (0,errors/* failure */.V2)('PERMISSION', message, {
        cause,
        details: none ? [] : [told],
        advice: 'Log in first (in GitHub Actions: aws-actions/configure-aws-credentials), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    });
}
function denied({ what, action }, where, said) {
    return (0,errors/* failure */.V2)('PERMISSION', `${action} is denied: could not ${what} in ${where.location}`, {
        ...said,
        advice: action.startsWith('s3:GetObject')
            ? `Grant ${action}, and s3:ListBucket, without which an absent key looks like a forbidden one.`
            : `Grant ${action} to the account that runs the rollback.`,
    });
}
function kmsRefused({ what }, said) {
    return (0,errors/* failure */.V2)('STEP_FAILED', `Could not ${what}: the KMS key that encrypts it can't be used`, {
        ...said,
        advice: 'Grant kms:Decrypt and kms:GenerateDataKey on the key, and see that it is enabled.',
    });
}
const isKms = ({ code, message, status }) => code.startsWith('KMS.') || ((status === 403 || status === 400) && /\bkms:|KMS/.test(message));
function wrongRegion(region, where, cause) {
    const asked = where.region === undefined ? 'another region' : `'${where.region}'`;
    const named = region === '' ? 'in another region' : `in region '${region}'`;
    return (0,errors/* failure */.V2)('BAD_INPUT', `Bucket '${(0,version/* printable */.g$)(where.bucket)}' is ${named}, not in ${asked}`, {
        cause,
        advice: region === '' ? 'Set s3-region to the region of the bucket.' : `Set s3-region to ${region}.`,
    });
}
/** The bucket's region, where the answer says that it is another one; empty when it does not say which. */
function rightRegion({ code, status, headers, message }) {
    const told = headers['x-amz-bucket-region'];
    const redirected = status === 301 || status === 307 || code === 'PermanentRedirect';
    if (redirected)
        return told ?? '';
    if (code !== 'AuthorizationHeaderMalformed' && code !== 'IllegalLocationConstraintException')
        return undefined;
    return told ?? /expecting '([a-z0-9-]+)'/.exec(message)?.[1];
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/errors.js







/** The key is not there. */
class AbsentError extends Error {
}
/** Turned away without an effect. */
const TURNED_AWAY = new Set([
    'SlowDown',
    'TooManyRequests',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'Throttling',
    'ThrottlingException',
    'ConditionalRequestConflict',
    'OperationAborted',
    'RequestTimeTooSkewed',
    'ExpiredToken',
    'ExpiredTokenException',
    'TokenRefreshRequired',
]);
/** No connection was made, so nothing was sent. */
const NEVER_SENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** Whatever a request threw, in the port's terms and in words; never with credentials, URLs or headers. */
function translate(thrown, doing, where) {
    if (thrown instanceof errors/* RollbackError */.ZS || thrown instanceof object_store/* ConflictError */.fK || thrown instanceof AbsentError)
        return thrown;
    return translateCode(readThrown(thrown), doing, where);
}
/** The same of an error that an answer names for one key of a batch. */
function translateCode(thrown, doing, where) {
    const { code, status } = thrown;
    const cause = new Error(`${code}${status === undefined ? '' : ` (${status})`}: ${thrown.message}`);
    if (code === 'PreconditionFailed' || status === 412)
        return new object_store/* ConflictError */.fK(doing.key ?? '', { cause });
    if (code === 'NoSuchBucket')
        return noBucket(where, cause);
    if (status === 404)
        return new AbsentError(doing.what, { cause });
    return unanswered(thrown, doing, where, cause) ?? refusal(thrown, doing, where, cause);
}
function noBucket({ bucket }, cause) {
    return (0,errors/* failure */.V2)('NO_REPOSITORY', `There is no bucket '${(0,version/* printable */.g$)(bucket)}'`, {
        cause,
        advice: 'Check repository-bucket, s3-endpoint and the account; a bucket is never created.',
    });
}
function unanswered(thrown, doing, where, cause) {
    const { code, status, network } = thrown;
    const options = (landed) => ({
        landed,
        retryAfterMs: retryAfterMs(thrown.headers['retry-after'], Date.parse(thrown.headers.date ?? '')),
        cause,
    });
    const message = `Could not ${doing.what} in ${where.location}: ${wordsFor(thrown)}`;
    if (TURNED_AWAY.has(code) || status === 429)
        return new object_store/* UnansweredError */.jd(message, options('no'));
    if (network !== undefined && NEVER_SENT.test(network))
        return new object_store/* UnansweredError */.jd(message, options('no'));
    // What is no answer of the service's (a broken connection, a document cut short) says nothing of the effect.
    if (status === undefined || status < 300 || status >= 500) {
        return code === 'NotImplemented' || thrown.fromSdk
            ? undefined
            : new object_store/* UnansweredError */.jd(message, options('unknown'));
    }
    return code === 'RequestTimeout' ? new object_store/* UnansweredError */.jd(message, options('unknown')) : undefined;
}
function wordsFor({ code, message, network, cause }) {
    if (cause instanceof TimedOut)
        return cause.message;
    if (code === 'RequestTimeTooSkewed') {
        return 'the clock of this machine and that of the store are too far apart (RequestTimeTooSkewed); set this clock right';
    }
    if (/^Expired|^TokenRefresh/.test(code))
        return `the credentials have expired (${code})`;
    if (network === 'ENOTFOUND' || network === 'EAI_AGAIN')
        return `its host can't be found (${network})`;
    if (network !== undefined)
        return `the connection failed (${network})`;
    return `${code}: ${safeText(message)}`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/options.js
const LONGEST_REQUEST = 20_000;
/**
 * CopyObject takes up to 5 GiB, but has to answer within a request's 20 seconds, or it would be sent again for ever;
 * parts also go side by side.
 */
const COPY_THRESHOLD = 2 ** 30;
const PART_SIZE = 2 ** 28;

;// CONCATENATED MODULE: ./lib/adapters/store/s3/caller.js




/** Sends requests, each within its time, and tells failures in the port's terms. */
class Caller {
    where;
    timeoutMs;
    #client;
    #retries;
    constructor(parts) {
        this.#client = parts.client;
        this.where = parts.where;
        this.timeoutMs = Math.min(parts.timeoutMs, LONGEST_REQUEST);
        this.#retries = new ReadRetries(parts);
    }
    /** A request that changes something: sent once, whatever comes of it. */
    async change(doing, send) {
        try {
            return await within(this.timeoutMs, (abortSignal) => send(this.#client, { abortSignal }));
        }
        catch (thrown) {
            throw translate(thrown, doing, this.where);
        }
    }
    /** A request that only reads, with whatever `send` does with its answer: sent again while there is none. */
    ask(doing, send) {
        return this.#retries.run(() => this.change(doing, send));
    }
    /** The same for a key that need not be there. */
    async askIfThere(doing, send) {
        return unlessAbsent(this.ask(doing, send));
    }
    /** Like `ask`, with a part after the answer's beginning that has its own limits of time. */
    async stream(doing, send, take) {
        return this.#retries.run(async () => {
            const answer = await this.change(doing, send);
            try {
                return await take(answer);
            }
            catch (thrown) {
                throw translate(thrown, doing, this.where);
            }
        });
    }
}
async function unlessAbsent(asked) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (thrown instanceof AbsentError)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(53711);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./node_modules/http-proxy-agent/dist/index.js
var dist = __webpack_require__(81970);
// EXTERNAL MODULE: ./node_modules/https-proxy-agent/dist/index.js
var https_proxy_agent_dist = __webpack_require__(3669);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/proxies.js




/** Connections that are kept, through a proxy where HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say so. */
function agentsFor(env, maxSockets) {
    const settings = { keepAlive: true, maxSockets };
    const plain = { httpAgent: new external_node_http_.Agent(settings), httpsAgent: new external_node_https_.Agent(settings) };
    const exempt = exemptions(variable(env, 'NO_PROXY'));
    const secure = variable(env, 'HTTPS_PROXY') ?? variable(env, 'ALL_PROXY');
    const clear = variable(env, 'HTTP_PROXY') ?? variable(env, 'ALL_PROXY');
    return {
        httpAgent: clear === undefined ? plain.httpAgent : new ClearTunnel(clear, settings, exempt, plain.httpAgent),
        // Agents of proxies are http.Agents by type, whatever they connect to.
        httpsAgent: secure === undefined
            ? plain.httpsAgent
            : new SecureTunnel(secure, settings, exempt, plain.httpsAgent),
    };
}
class SecureTunnel extends https_proxy_agent_dist.HttpsProxyAgent {
    #exempt;
    #direct;
    constructor(proxy, settings, exempt, direct) {
        super(proxy, settings);
        this.#exempt = exempt;
        this.#direct = direct;
    }
    async connect(...[request, options]) {
        const host = 'host' in options ? options.host : undefined;
        if (this.#exempt(host ?? '', Number(options.port ?? 443)))
            return this.#direct;
        return super.connect(request, options);
    }
}
class ClearTunnel extends dist.HttpProxyAgent {
    #exempt;
    #direct;
    constructor(proxy, settings, exempt, direct) {
        super(proxy, settings);
        this.#exempt = exempt;
        this.#direct = direct;
    }
    /** Of a direct connection the request's path stays as it is; a proxy needs the whole URL in it. */
    addRequest(...[request, options]) {
        const { host, port } = options;
        const direct = this.#direct;
        if (this.#exempt(host ?? '', Number(port ?? 80)))
            direct.addRequest(request, options);
        else
            super.addRequest(request, options);
    }
}
function variable(env, name) {
    const value = env[name] ?? env[name.toLowerCase()];
    return value === undefined || value === '' ? undefined : value;
}
/** Host names with all below them, each with a port or without; `*` for every host. */
function exemptions(list) {
    const rules = (list ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
    return (host, port) => rules.some((rule) => {
        if (rule === '*')
            return true;
        const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(rule) ?? [];
        if (only !== undefined && Number(only) !== port)
            return false;
        const bare = name.replace(/^\*?\./, '').toLowerCase();
        return host.toLowerCase() === bare || host.toLowerCase().endsWith(`.${bare}`);
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/client.js



const SILENT = { trace() { }, debug() { }, info() { }, warn() { }, error() { } };
/** The SDK's client: one attempt a request, since whoever asks decides whether to ask again. */
function openClient(options, parts, observe) {
    const client = new dist_cjs/* S3Client */.YxF({ ...configOf(options, parts), ...credentialsOf(parts) });
    watch(client, observe);
    if (options.endpoint !== undefined)
        addContentMd5(client);
    return client;
}
/** The same without any signature: what everybody can do. */
function openAnonymousClient(options, parts) {
    return new dist_cjs/* S3Client */.YxF({
        ...configOf(options, parts),
        credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
        signer: { sign: async (request) => request },
    });
}
function configOf(options, parts) {
    const { endpoint, forcePathStyle } = options;
    const region = options.region ?? parts.env.AWS_REGION ?? parts.env.AWS_DEFAULT_REGION;
    // Amazon checks what we send and we what it sends; other stores need not know these checksums, and get them only
    // where a request can't do without.
    const checksums = endpoint === undefined ? 'WHEN_SUPPORTED' : 'WHEN_REQUIRED';
    return {
        maxAttempts: 1,
        forcePathStyle,
        ...(endpoint === undefined ? {} : { endpoint }),
        // Most other stores have no regions; the signature needs one.
        ...(region !== undefined || endpoint !== undefined ? { region: region ?? 'us-east-1' } : {}),
        requestChecksumCalculation: checksums,
        responseChecksumValidation: checksums,
        logger: SILENT,
        requestHandler: {
            ...agentsFor(parts.env, Math.max(options.concurrency * 2, 16)),
            logger: SILENT,
            throwOnRequestTimeout: false,
        },
    };
}
const credentialsOf = ({ credentials }) => (credentials === undefined ? {} : { credentials });
/** Sees the headers of every answer, errors included, before it is taken apart. */
function watch(client, observe) {
    client.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const { response } = result;
        if (hasHeaders(response))
            observe(response.headers);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'observeAnswers' });
}
const hasHeaders = (response) => typeof response === 'object' && response !== null && 'headers' in response;
/** Older stores want an MD5 with DeleteObjects, where Amazon takes any checksum. */
function addContentMd5(client) {
    client.middlewareStack.add((next, context) => (args) => {
        const request = args.request;
        if (context.commandName === 'DeleteObjectsCommand') {
            request.headers['content-md5'] = (0,external_node_crypto_.createHash)('md5').update(request.body).digest('base64');
        }
        return next(args);
    }, { step: 'build', priority: 'low', name: 'addContentMd5' });
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/context.js

const quoted = (key) => `'${(0,version/* printable */.g$)(key)}'`;

;// CONCATENATED MODULE: ./lib/adapters/store/s3/etag.js
/** An ETag as our revision: without the quotation marks, which stores treat each in their own way. */
const revisionOf = (etag) => etag?.replace(/^"(.*)"$/s, '$1') ?? '';
/** A revision as a condition names it. Amazon reads both forms; Ceph wants it bare. */
const asCondition = (revision, bare) => (bare ? revision : `"${revision}"`);
/**
 * What is told of the bytes. Whether an ETag is an MD5 depends on encryption (KMS and customer keys: it is not) and on
 * how it was uploaded (parts: it is not), and a listing does not tell the former: so no ETag counts as an MD5 here, and
 * different ones prove nothing (`compareChecksums`).
 */
const checksumOf = (revision) => `etag:${revision}`;

;// CONCATENATED MODULE: ./lib/adapters/store/s3/info.js

function infoOf(key, told, versionId) {
    const size = told.Size ?? 0;
    const revision = revisionOf(told.ETag);
    // Consoles make such objects to show a folder.
    const isFolder = key.endsWith('/') && size === 0;
    const { StorageClass: storageClass = 'STANDARD' } = told;
    return {
        key,
        type: isFolder ? 'folder' : 'file',
        size,
        revision,
        modified: told.LastModified?.getTime() ?? 0,
        checksum: checksumOf(revision),
        ...(versionId === undefined ? {} : { version_id: versionId }),
        ...(storageClass === 'STANDARD' ? {} : { storage_class: storageClass }),
        ...(isFolder ? { folder_object: true } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/listed-key.js

/** `encoding-type=url` is that of forms: '+' is a blank. Undefined for what is no UTF-8. */
function decodeListed(text, encoding) {
    if (encoding !== 'url')
        return text;
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        return undefined;
    }
}
/** A listed key as one of ours; undefined, and a word for who debugs, for what is none. */
function ownKey({ keys, debug }, listed, encoding) {
    const decoded = decodeListed(listed ?? '', encoding);
    const parsed = decoded === undefined ? { reason: 'is not valid Unicode' } : keys.parse(decoded);
    if ('key' in parsed)
        return parsed.key;
    debug(`left out of a listing: '${(0,version/* printable */.g$)(listed ?? '')}' ${parsed.reason}`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/version-order.js
/**
 * Notes in which order versions and markers stand in the answer to a command, before the SDK puts them into two lists:
 * their times, in whole seconds, don't tell what is newer. To be called before the command is sent; the result is asked
 * for after.
 */
function keepOrder(command) {
    let order = [];
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const { response } = result;
        if (isAnswer(response) && response.statusCode === 200) {
            const body = await collect(response.body);
            response.body = body;
            order = orderIn(new TextDecoder().decode(body));
        }
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepVersionOrder' });
    return () => order;
}
/** A '<' in a key or name is escaped, so these are the elements themselves. */
const orderIn = (xml) => [...xml.matchAll(/<(Version|DeleteMarker)>/g)].map(([, kind]) => kind);
const isAnswer = (response) => typeof response === 'object' && response !== null && 'body' in response && 'statusCode' in response;
async function collect(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/list-versions.js







/** Every version and marker below `prefix`, by key in UTF-8 order, newest first within a key. */
async function* listVersions(context, prefix) {
    for await (const { version } of pages(context, prefix))
        yield version;
}
/** What a plain listing gives, with the version of each that is current. */
async function* listCurrent(context, prefix, { limit = Number.POSITIVE_INFINITY }) {
    let left = limit;
    for await (const { version, told } of pages(context, prefix)) {
        if (left <= 0)
            return;
        if (!version.current || version.marker)
            continue;
        left -= 1;
        yield infoOf(version.key, told, version.version_id);
    }
}
async function* pages(context, prefix) {
    let from = {};
    for (;;) {
        const { page, order } = await askPage(context, prefix, from);
        yield* listedOf(context, page, order);
        if (page.IsTruncated !== true || page.NextKeyMarker === undefined)
            return;
        const marker = decodeListed(page.NextKeyMarker, page.EncodingType);
        from = { KeyMarker: marker, VersionIdMarker: page.NextVersionIdMarker };
    }
}
async function askPage(context, prefix, from) {
    const doing = { what: `list the versions of ${quoted(prefix)}`, action: 's3:ListBucketVersions' };
    return context.caller.ask(doing, async (client, options) => {
        const command = new dist_cjs/* ListObjectVersionsCommand */.uc$({
            Bucket: context.bucket,
            Prefix: context.keys.folderInBucket(prefix),
            MaxKeys: context.pageSize,
            EncodingType: 'url',
            ...from,
        });
        const order = keepOrder(command);
        return { page: await client.send(command, options), order: order() };
    });
}
/** The SDK tells versions and markers apart in two lists; `order` is how they stood in the answer. */
function listedOf(context, page, order) {
    const versions = (page.Versions ?? []).values();
    const markers = (page.DeleteMarkers ?? []).values();
    const listed = [];
    for (const kind of order) {
        const told = (kind === 'Version' ? versions : markers).next().value;
        const key = told && ownKey(context, told.Key, page.EncodingType);
        if (told === undefined || key === undefined)
            continue;
        listed.push({ told, version: storedVersion(key, told, kind === 'DeleteMarker') });
    }
    // Stable: within a key the answer's order stays, which is the only one that tells two of the same second apart.
    return listed.sort((a, b) => (0,object_store/* compareKeys */.YD)(a.version.key, b.version.key));
}
function storedVersion(key, told, marker) {
    return {
        key,
        version_id: told.VersionId ?? 'null',
        current: told.IsLatest === true,
        marker,
        revision: revisionOf(told.ETag),
        size: told.Size ?? 0,
        modified: told.LastModified?.getTime() ?? 0,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/public-access.js




const NAME = 'public access';
/**
 * Whether strangers can read the index, and, what counts, a backup: a release pulled for a security hole must not stay
 * readable there.
 */
async function publicFinding({ context, anonymous, list, }) {
    const client = anonymous();
    const backup = await firstBackup(list);
    const [index, kept] = await Promise.all([
        readable(client, context, domain_keys/* INDEX_KEY */.lr),
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
    for await (const info of list(domain_keys/* BACKUPS */.Gk))
        if (info.type === 'file')
            return info.key;
    return undefined;
}
/** Undefined when it can't be told. */
async function readable(client, context, key) {
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), Range: 'bytes=0-0' };
    try {
        await within(context.caller.timeoutMs, async (abortSignal) => {
            const { Body } = await client.send(new dist_cjs/* GetObjectCommand */.jLs(command), { abortSignal });
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

;// CONCATENATED MODULE: ./lib/adapters/store/s3/settings.js



/** Asked anew each time. Throws as any request does. */
async function askVersioning(context) {
    const doing = { what: 'see whether the bucket keeps versions', action: 's3:GetBucketVersioning' };
    const { Status } = await context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* GetBucketVersioningCommand */._rj({ Bucket: context.bucket }), options));
    return Status ?? 'Off';
}
/** Out of reach is out of reach; any other refusal only means that this one thing is not known. */
async function readSetting(context, asked) {
    try {
        return { value: await asked };
    }
    catch (thrown) {
        if ((0,object_store/* isUnanswered */.Ni)(thrown) || !(thrown instanceof Error))
            throw thrown;
        context.debug(thrown.message);
        return { unknown: thrown.message };
    }
}
async function askLifecycle(context) {
    const doing = { what: 'read the lifecycle rules of the bucket', action: 's3:GetLifecycleConfiguration' };
    const answer = await context.caller.askIfThere(doing, (client, options) => client.send(new dist_cjs/* GetBucketLifecycleConfigurationCommand */.iQ1({ Bucket: context.bucket }), options));
    return answer?.Rules ?? [];
}
/** Undefined where ownership was never said: then objects have ACLs of their own. */
async function askOwnership(context) {
    const doing = { what: "read who owns the bucket's objects", action: 's3:GetBucketOwnershipControls' };
    const answer = await unlessAbsent(context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* GetBucketOwnershipControlsCommand */.$rC({ Bucket: context.bucket }), options)));
    return answer?.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
}
async function askEncryption(context) {
    const doing = {
        what: 'read the default encryption of the bucket',
        action: 's3:GetEncryptionConfiguration',
    };
    const answer = await context.caller.askIfThere(doing, (client, options) => client.send(new dist_cjs/* GetBucketEncryptionCommand */.tQT({ Bucket: context.bucket }), options));
    return answer?.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/lifecycle.js


/** Rules that would eat what a restore needs, in words with their name and days. */
function lifecycleWarnings({ rules, versions, inBucket }) {
    const active = rules.filter(({ Status }) => Status === 'Enabled');
    const touching = (prefix) => active.filter((rule) => overlaps(prefixOf(rule), inBucket(prefix)));
    const warnings = touching(domain_keys/* LOG */.$9).flatMap((rule) => expiring(rule, 'the operation log, which must never lose a record'));
    if (versions)
        return [...warnings, ...touching('').flatMap(forgetting)];
    const backups = touching(domain_keys/* BACKUPS */.Gk);
    return [
        ...warnings,
        ...backups.flatMap((rule) => expiring(rule, "backups: an older release can't be restored any more")),
        ...backups.flatMap(archiving),
    ];
}
function expiring(rule, what) {
    const { Days: days, Date: date } = rule.Expiration ?? {};
    if (days === undefined && date === undefined)
        return [];
    const when = days === undefined ? `on ${date?.toISOString().slice(0, 10)}` : `after ${days} days`;
    return [`Lifecycle rule ${nameOf(rule)} deletes ${what} (${when})`];
}
function forgetting(rule) {
    const days = rule.NoncurrentVersionExpiration?.NoncurrentDays;
    if (days === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} deletes versions that are not current after ${days} days: a release rolled back longer ago can't be restored any more`,
    ];
}
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
function archiving(rule) {
    const found = rule.Transitions?.find(({ StorageClass }) => ARCHIVES.has(StorageClass ?? ''));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives backups (${found.StorageClass}, after ${found.Days ?? 0} days): they have to be taken out of the archive before a restore`,
    ];
}
const nameOf = ({ ID }) => `'${safeText(ID ?? 'without a name')}'`;
const prefixOf = ({ Filter, Prefix }) => Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
const overlaps = (left, right) => left.startsWith(right) || right.startsWith(left);

;// CONCATENATED MODULE: ./lib/adapters/store/s3/inspect.js



/** Preflight: what would stop a change half-way is found before it begins. One to four requests, and the probe once. */
async function inspectStore(parts, options) {
    const { file } = parts;
    const { forWriting, takesArtifacts = true } = options;
    // Tells at once whether bucket, region, credentials and the permission to read are right.
    const known = await file.read();
    const settings = takesArtifacts ? await settingsOf(parts.context, forWriting) : NO_SETTINGS;
    let { capabilities } = known;
    if (capabilities === undefined && forWriting) {
        capabilities = await parts.probe();
        await parts.keep(capabilities, known.stored);
    }
    const conditions = judge(parts, options, capabilities, settings.versioning);
    return { capabilities, versioning: settings.versioning, warnings: [...conditions, ...settings.warnings] };
}
/** A listing needs no conditions; a dry run is judged as the real run would be. */
function judge({ context, singleWriter, amazon }, { forWriting, version, takesArtifacts = true }, capabilities, versioning) {
    if (!forWriting && version === undefined)
        return [];
    const { location } = context.keys;
    if (capabilities === undefined) {
        if (amazon)
            return [];
        return [
            `What ${location} holds to was not probed yet, and a dry run does not write: the first real run probes it`,
        ];
    }
    const copies = versioning !== 'Enabled';
    return judgeConditions(notHeld(capabilities.holds, { artifacts: takesArtifacts, copies }), location, singleWriter);
}
const NO_SETTINGS = { versioning: undefined, warnings: [] };
async function settingsOf(context, forWriting) {
    const asked = await readSetting(context, askVersioning(context));
    const versioning = 'value' in asked ? asked.value : undefined;
    if (!forWriting)
        return { versioning, warnings: versioningWarnings(context, versioning) };
    const [lifecycle, ownership] = await Promise.all([
        readSetting(context, askLifecycle(context)),
        versioning === 'Enabled' ? { unknown: '' } : readSetting(context, askOwnership(context)),
    ]);
    const rules = 'value' in lifecycle ? lifecycle.value : [];
    const inBucket = (prefix) => context.keys.folderInBucket(prefix);
    return {
        versioning,
        warnings: [
            ...versioningWarnings(context, versioning),
            ...lifecycleWarnings({ rules, versions: versioning === 'Enabled', inBucket }),
            ...('value' in ownership ? ownershipWarnings(ownership.value) : []),
        ],
    };
}
const versioningWarnings = ({ bucket }, versioning) => versioning === 'Suspended'
    ? [
        `Versioning of bucket '${bucket}' is suspended: artifacts are copied, and only what is copied can be put back`,
    ]
    : [];
const ownershipWarnings = (ownership) => ownership === 'BucketOwnerEnforced'
    ? []
    : [
        "Objects of this bucket can have ACLs of their own: those that are not the default can't be put back by a restore",
    ];

;// CONCATENATED MODULE: ./lib/adapters/store/s3/settings-findings.js



/** The bucket's own settings, as far as we may read them. */
function settingFindings(context, versioning) {
    return Promise.all([
        Promise.resolve(versioningFinding(versioning)),
        lifecycleFinding(context, versioning),
        ownershipFinding(context),
        encryptionFinding(context),
    ]);
}
function versioningFinding(versioning) {
    const name = 'versioning';
    switch (versioning) {
        case undefined:
            return skipped(name, 'Could not be read (s3:GetBucketVersioning); releases are copied');
        case 'Enabled':
            return { name, result: 'ok', detail: 'Enabled: nothing is copied, deletes place markers', advice: '' };
        case 'Suspended':
            return {
                name,
                result: 'warning',
                detail: 'Suspended: releases are copied, and overwritten objects are lost',
                advice: 'Enable versioning again, or leave it as it is knowingly.',
            };
        case 'Off':
            return { name, result: 'ok', detail: 'Off: releases are copied before they are removed', advice: '' };
    }
}
async function lifecycleFinding(context, versioning) {
    const name = 'lifecycle';
    const asked = await readSetting(context, askLifecycle(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const warnings = lifecycleWarnings({
        rules: asked.value,
        versions: versioning === 'Enabled',
        inBucket: (prefix) => context.keys.folderInBucket(prefix),
    });
    if (warnings.length === 0)
        return { name, result: 'ok', detail: 'No rule touches backups or the log', advice: '' };
    return {
        name,
        result: 'warning',
        detail: warnings.join('; '),
        advice: 'Limit the rule to other prefixes, or give backups another backup-prefix.',
    };
}
async function ownershipFinding(context) {
    const name = 'ownership';
    const asked = await readSetting(context, askOwnership(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const [warning] = ownershipWarnings(asked.value);
    if (warning === undefined)
        return { name, result: 'ok', detail: 'Objects have no ACLs of their own', advice: '' };
    return { name, result: 'warning', detail: warning, advice: 'Set object ownership to BucketOwnerEnforced.' };
}
async function encryptionFinding(context) {
    const name = 'encryption';
    const asked = await readSetting(context, askEncryption(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const { SSEAlgorithm: algorithm = 'none', KMSMasterKeyID: key } = asked.value ?? {};
    const kms = algorithm.startsWith('aws:kms');
    return {
        name,
        result: 'ok',
        detail: `Default encryption: ${algorithm}${key === undefined ? '' : ' with a key of its own'}`,
        advice: kms
            ? 'kms:Decrypt and kms:GenerateDataKey are needed on the key; every copy costs two requests more.'
            : '',
    };
}
const skipped = (name, detail) => ({ name, result: 'skipped', detail, advice: '' });

;// CONCATENATED MODULE: ./lib/adapters/store/s3/diagnose.js







/** Everything that `doctor` looks at, in this order. */
async function diagnose(parts) {
    const reach = await told('reach', () => reachFinding(parts));
    // Without the bucket all else would say the same again.
    if (reach.result === 'failed')
        return [reach];
    const versioning = await askVersioning(parts.context).catch(() => undefined);
    return [
        reach,
        await told('conditions', () => conditionsFinding(parts)),
        await told('versions', () => versionsFinding(parts, versioning)),
        ...(await settingFindings(parts.context, versioning)),
        await told('public access', () => publicFinding(parts)),
        clockFinding(parts.skew()),
    ];
}
/** What a look threw is what was found. */
async function told(name, look) {
    try {
        return await look();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        const detail = [thrown.message, ...thrown.details].join('; ');
        return { name, result: 'failed', detail, advice: thrown.advice };
    }
}
/** A request that takes longer makes a release of many objects slow. */
const SLOW = 2000;
async function reachFinding({ context, list, monotonic }) {
    const began = monotonic();
    for await (const _ of list(''))
        break;
    const took = Math.round(monotonic() - began);
    const slow = took > SLOW;
    return {
        name: 'reach',
        result: slow ? 'warning' : 'ok',
        detail: `${context.keys.location} answers; a listing took ${took} ms`,
        advice: slow ? 'Run nearer to the bucket: every object costs one request or two.' : '',
    };
}
async function conditionsFinding({ context, probe }) {
    const { holds, probed_at } = await probe();
    const missing = Object.keys(holds).filter((condition) => !holds[condition]);
    const name = 'conditions';
    const serious = missing.filter((condition) => condition !== 'conditional_batch_delete');
    if (missing.length === 0) {
        const detail = `${context.keys.location} may be read, written and deleted, and holds to every condition (${probed_at})`;
        return { name, result: 'ok', detail, advice: '' };
    }
    return {
        name,
        result: serious.length > 0 ? 'failed' : 'warning',
        detail: `The store can't: ${inWords(missing)}`,
        advice: serious.length > 0
            ? 'Use a store that honours conditional requests, or single-writer if nobody else ever writes.'
            : 'Objects are removed one by one: slower, and just as safe.',
    };
}
async function versionsFinding({ context }, versioning) {
    const name = 'versions';
    if (versioning !== 'Enabled') {
        const detail = 'The bucket keeps no versions: backups are copies';
        return { name, result: 'skipped', detail, advice: '' };
    }
    for await (const _ of listVersions(context, domain_keys/* BACKUPS */.Gk))
        break;
    return {
        name,
        result: 'ok',
        detail: 'The versions of objects may be listed; a restore needs s3:DeleteObjectVersion besides, which is not tried here',
        advice: '',
    };
}
const MOST_SKEW = 60_000;
function clockFinding(skew) {
    const name = 'clock';
    if (skew === undefined)
        return { name, result: 'skipped', detail: 'The store does not tell its time', advice: '' };
    const seconds = Math.round(Math.abs(skew) / 1000);
    const off = Math.abs(skew) > MOST_SKEW;
    return {
        name,
        result: off ? 'warning' : 'ok',
        detail: `This clock is ${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the store's`,
        advice: off ? 'Set this clock right: from 15 minutes on, S3 refuses every request.' : '',
    };
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/list-repository.js


/** A listing as the port has it, also of the whole repository with its backups in another place of the bucket. */
async function* listRepository(keys, prefix, options, place) {
    if (prefix !== '' || !keys.backupsElsewhere) {
        yield* place(prefix, options);
        return;
    }
    const backups = options.shallow === true ? namesBackups(place) : place(domain_keys/* BACKUPS */.Gk, options);
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    for await (const info of merged(place('', options), backups)) {
        if (left <= 0)
            return;
        left -= 1;
        yield info;
    }
}
/** The one name that backups kept elsewhere have directly below the repository. */
async function* namesBackups(place) {
    for await (const _ of place(domain_keys/* BACKUPS */.Gk, { limit: 1 }))
        yield folderInfo(domain_keys/* BACKUPS */.Gk);
}
/** A name that stands for everything below it; nothing is stored under it. */
const folderInfo = (key) => ({
    key,
    type: 'folder',
    size: 0,
    revision: '',
    modified: 0,
});
/** Two ordered listings as one. */
async function* merged(left, right) {
    const sources = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()];
    try {
        let [a, b] = await Promise.all([sources[0].next(), sources[1].next()]);
        while (a.done !== true || b.done !== true) {
            if (b.done === true || (a.done !== true && (0,object_store/* compareKeys */.YD)(a.value.key, b.value.key) <= 0)) {
                yield a.value;
                a = await sources[0].next();
            }
            else {
                yield b.value;
                b = await sources[1].next();
            }
        }
    }
    finally {
        await Promise.all(sources.map((source) => source.return?.()));
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/look-first.js

// Where a store does not hold to a condition and a person says that nobody else writes (single-writer): a look directly
// before the request. What happens between the two is not noticed; that window is what was given up.
/** Throws ConflictError when the key is there. */
async function lookAbsent(head, key) {
    if ((await head(key)) !== undefined)
        throw new object_store/* ConflictError */.fK(key);
}
/** Whether the key is there at this revision; false when it is absent. Throws ConflictError when it is another. */
async function lookUnchanged(head, key, revision) {
    const standing = await head(key);
    if (standing === undefined)
        return false;
    if (standing.revision !== revision)
        throw new object_store/* ConflictError */.fK(key);
    return true;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/attributes.js

const attributes_text = schemas/* string */.YjP().optional();
const schema = schemas/* object */.Ikc({
    ContentType: attributes_text,
    CacheControl: attributes_text,
    ContentDisposition: attributes_text,
    ContentEncoding: attributes_text,
    ContentLanguage: attributes_text,
    ExpiresString: attributes_text,
    WebsiteRedirectLocation: attributes_text,
    Metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    ServerSideEncryption: attributes_text,
    SSEKMSKeyId: attributes_text,
    BucketKeyEnabled: schemas/* boolean */.zMY().optional(),
    StorageClass: attributes_text,
    TagCount: schemas/* number */.aig().optional(),
});
/** Everything that a GET or HEAD tells and that has to survive a replacement. */
function attributesOf(answer) {
    const encoding = (answer.ContentEncoding ?? '')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '' && each !== 'aws-chunked')
        .join(',');
    const kept = {
        ContentType: answer.ContentType,
        CacheControl: answer.CacheControl,
        ContentDisposition: answer.ContentDisposition,
        ContentEncoding: encoding === '' ? undefined : encoding,
        ContentLanguage: answer.ContentLanguage,
        ExpiresString: answer.ExpiresString,
        WebsiteRedirectLocation: answer.WebsiteRedirectLocation,
        Metadata: answer.Metadata,
        ServerSideEncryption: answer.ServerSideEncryption,
        SSEKMSKeyId: answer.SSEKMSKeyId,
        BucketKeyEnabled: answer.BucketKeyEnabled,
        StorageClass: answer.StorageClass,
        TagCount: answer.TagCount,
    };
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
/** As a request gives them to the new object; tags stand elsewhere. */
function carried(attributes) {
    const { ExpiresString: expires, TagCount: _, ...kept } = schema.parse(attributes);
    const date = expires === undefined ? undefined : new Date(expires);
    return {
        ...kept,
        // What is no date can't be sent by this SDK; caches treat it as expired either way.
        ...(date === undefined || Number.isNaN(date.getTime()) ? {} : { Expires: date }),
    };
}
const hasTags = (attributes) => (schema.parse(attributes).TagCount ?? 0) > 0;
/** As browsers are to treat what we make ourselves. */
function contentTypeOf(key) {
    const suffix = /\.[a-z0-9]+$/.exec(key)?.[0];
    // Records have names without a suffix.
    if (suffix === '.json' || /^\.rollback-log\//.test(key))
        return 'application/json';
    if (suffix === '.md')
        return 'text/markdown; charset=utf-8';
    if (suffix === '.txt')
        return 'text/plain; charset=utf-8';
    return 'application/octet-stream';
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/read.js







/** The whole object at once: meant for the index and files of ours. */
function readObject(context, key) {
    return get(context, key, async (answer, each) => {
        const chunks = [];
        await each((chunk) => chunks.push(chunk));
        return { info: toldOf(key, answer), body: Buffer.concat(chunks), attributes: attributesOf(answer) };
    });
}
function digestObject(context, key) {
    return get(context, key, async (_, each) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await each((chunk) => hash.update(chunk));
        return hash.digest('hex');
    });
}
async function headObject(context, key) {
    const answer = await headAnswer(context, key);
    return answer && toldOf(key, answer);
}
/** With `checksums` also what the store knows of the bytes. */
function headAnswer(context, key, checksums = false) {
    const doing = { what: `look at ${quoted(key)}`, action: 's3:GetObject', key };
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(checksums ? { ChecksumMode: 'ENABLED' } : {}),
    };
    return context.caller.askIfThere(doing, (client, options) => client.send(new dist_cjs/* HeadObjectCommand */.l81(command), options));
}
/** A GET whose body may take its time, as long as something comes; sent again as a whole when it breaks off. */
function get(context, key, take) {
    const doing = { what: `read ${quoted(key)}`, action: 's3:GetObject', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    return unlessAbsent(context.caller.stream(doing, (client, options) => client.send(new dist_cjs/* GetObjectCommand */.jLs(command), options), (answer) => {
        const body = answer.Body;
        const each = (chunk) => eachChunk(body, context.caller.timeoutMs, chunk, (reason) => body.destroy(reason));
        return take(answer, each);
    }));
}
const toldOf = (key, answer) => infoOf(key, { ...answer, Size: answer.ContentLength });

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-job.js



/** Which of the two is not as it was believed: the answer does not say it everywhere. */
async function blamed({ context, source, to }, thrown) {
    if (thrown instanceof AbsentError)
        return new object_store/* ConflictError */.fK(source.key, { cause: thrown });
    if (!(thrown instanceof object_store/* ConflictError */.fK))
        return thrown;
    const standing = await headObject(context, source.key);
    const changed = standing?.revision !== source.revision;
    return new object_store/* ConflictError */.fK(changed ? source.key : to, { cause: thrown });
}

// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-source.js
/**
 * The `x-amz-copy-source` header: the path of bucket and key, each part percent-encoded. '+' too, which would be taken
 * for a blank; '//' stays. Of an access point it is its ARN, then `/object/`.
 */
function copySourceOf(bucket, bucketKey) {
    const key = bucketKey.split('/').map(encodeURIComponent).join('/');
    return bucket.startsWith('arn:') ? `${bucket}/object/${key}` : `${bucket}/${key}`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/tags.js


/** The tags of an object as the header of a request carries them. */
async function tagging(context, key) {
    const doing = { what: `read the tags of ${quoted(key)}`, action: 's3:GetObjectTagging', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const { TagSet = [] } = await context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* GetObjectTaggingCommand */.u4b(command), options));
    // Blanks as %20: '+' is taken for itself by some stores.
    return TagSet.map(({ Key = '', Value = '' }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`).join('&');
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/uploads.js





/** Takes an upload back that nobody will complete. Best effort: parts that stay cost room, and nothing else. */
async function abortUpload(context, bucketKey, uploadId) {
    const doing = { what: 'abort an upload', action: 's3:AbortMultipartUpload' };
    const command = { Bucket: context.bucket, Key: bucketKey, UploadId: uploadId };
    try {
        await unlessAbsent(context.caller.change(doing, (client, options) => client.send(new dist_cjs/* AbortMultipartUploadCommand */.tfP(command), options)));
        return true;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        context.debug(thrown.message);
        return false;
    }
}
/** Aborts every upload that is under way below `prefix`; how many there were. */
async function abortUploads(context, prefix) {
    const doing = { what: `list the uploads below ${quoted(prefix)}`, action: 's3:ListBucketMultipartUploads' };
    const place = context.keys.folderInBucket(prefix);
    let aborted = 0;
    let from = {};
    for (;;) {
        const command = { Bucket: context.bucket, Prefix: place, EncodingType: 'url', ...from };
        const page = await context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* ListMultipartUploadsCommand */.mo2(command), options));
        for (const { Key, UploadId } of page.Uploads ?? []) {
            const key = decodeListed(Key ?? '', page.EncodingType);
            if (key === undefined || !key.startsWith(place) || UploadId === undefined)
                continue;
            if (await abortUpload(context, key, UploadId))
                aborted += 1;
        }
        if (page.IsTruncated !== true || page.NextKeyMarker === undefined)
            return aborted;
        from = {
            KeyMarker: decodeListed(page.NextKeyMarker, page.EncodingType),
            UploadIdMarker: page.NextUploadIdMarker,
        };
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-parts.js












/** S3 takes no more parts of one object. */
const MOST_PARTS = 10_000;
/**
 * A copy in parts, which carries nothing over by itself: content type, metadata, tags, class and encryption are given by
 * hand. The parts belong to exactly the source's revision; whatever goes wrong, the upload is aborted.
 */
async function copyInParts(job) {
    const { context, source, to } = job;
    const answer = await headAnswer(context, source.key);
    if (answer === undefined || revisionOf(answer.ETag) !== source.revision)
        throw new object_store/* ConflictError */.fK(source.key);
    const attributes = attributesOf(answer);
    const tags = hasTags(attributes) ? await tagging(context, source.key) : '';
    const target = { Bucket: context.bucket, Key: context.keys.toBucket(to) };
    await job.guard();
    const { UploadId } = await context.caller.change(doing(job), (client, options) => client.send(new dist_cjs/* CreateMultipartUploadCommand */.nG4({
        ...target,
        ...carried(attributes),
        ...(tags === '' ? {} : { Tagging: tags }),
    }), options));
    try {
        const parts = await copyParts(job, UploadId ?? '');
        return await complete(job, UploadId ?? '', parts);
    }
    catch (thrown) {
        await abortUpload(context, target.Key, UploadId ?? '');
        throw thrown;
    }
}
const doing = ({ source, to }) => ({
    what: `copy ${quoted(source.key)} to ${quoted(to)} in parts`,
    action: 's3:PutObject',
    key: to,
});
/** All have ended before the first failure is told: none lands in an upload that is aborted already. */
async function copyParts(job, uploadId) {
    const { context, source } = job;
    const size = Math.max(context.partSize, Math.ceil(source.size / MOST_PARTS));
    const numbers = Array.from({ length: Math.ceil(source.size / size) }, (_, at) => at + 1);
    let failed;
    const parts = [];
    const copyPart = async (number) => {
        if (failed !== undefined)
            return;
        const first = (number - 1) * size;
        const last = Math.min(first + size, source.size) - 1;
        try {
            await job.guard();
            parts[number - 1] = await sendPart(job, uploadId, number, `bytes=${first}-${last}`);
        }
        catch (thrown) {
            failed ??= { thrown };
        }
    };
    await (0,p_map/* default */.Ay)(numbers, copyPart, { concurrency: context.concurrency });
    if (failed !== undefined)
        throw failed.thrown;
    return parts;
}
async function sendPart(job, uploadId, number, range) {
    const { context, dialect, source, to } = job;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        UploadId: uploadId,
        PartNumber: number,
        CopySource: copySourceOf(context.bucket, context.keys.toBucket(source.key)),
        CopySourceRange: range,
        ...(dialect.holds.conditional_copy_source
            ? { CopySourceIfMatch: asCondition(source.revision, dialect.bareEtags) }
            : {}),
    };
    try {
        const { CopyPartResult } = await context.caller.change(doing(job), (client, options) => client.send(new dist_cjs/* UploadPartCopyCommand */.Xp2(command), options));
        return { PartNumber: number, ETag: CopyPartResult?.ETag };
    }
    catch (thrown) {
        throw await blamed(job, thrown);
    }
}
/** Not every store that looks at the condition of a copy also looks at this one: so we look, too. */
async function complete(job, uploadId, parts) {
    const { context, dialect, to } = job;
    await lookAbsent((key) => headObject(context, key), to);
    await job.guard();
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        UploadId: uploadId,
        MultipartUpload: { Parts: [...parts] },
        ...(dialect.holds.conditional_copy_target ? { IfNoneMatch: '*' } : {}),
    };
    const { ETag } = await context.caller.change(doing(job), (client, options) => client.send(new dist_cjs/* CompleteMultipartUploadCommand */.Gym(command), options));
    return { revision: revisionOf(ETag), modified: undefined };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/encryption.js
const encryptionOf = ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, }) => ({
    ServerSideEncryption,
    SSEKMSKeyId,
    BucketKeyEnabled,
});
/** Whether a copy that asked for nothing got what its source had. What never was encrypted can't be asked for. */
const isCarried = (source, copy) => source.ServerSideEncryption === undefined ||
    (source.ServerSideEncryption === copy.ServerSideEncryption &&
        source.SSEKMSKeyId === copy.SSEKMSKeyId &&
        (source.BucketKeyEnabled ?? false) === (copy.BucketKeyEnabled ?? false));
/**
 * A copy gets the bucket's default encryption unless it asks for another, and only a HEAD tells what its source has: one
 * request more for each. So the first copy of a kind (backup, restore) is a sample. If it got what its source has, all
 * others are taken to be like it: a release is uploaded in one go. If not, each is looked at.
 */
class EncryptionCarrier {
    #samples = new Map();
    async copy(kind, requests) {
        const sampled = this.#samples.get(kind);
        if (sampled === undefined)
            return this.#sample(kind, requests);
        const verdict = await sampled;
        // The sample failed: this one is the next.
        if (verdict === undefined)
            return this.copy(kind, requests);
        return verdict === 'default' ? requests.copy() : requests.copy(await requests.look());
    }
    async #sample(kind, requests) {
        const sample = takeSample(requests);
        this.#samples.set(kind, sample.then(({ verdict }) => verdict, () => undefined));
        try {
            return (await sample).made;
        }
        catch (thrown) {
            this.#samples.delete(kind);
            throw thrown;
        }
    }
}
async function takeSample(requests) {
    const wanted = await requests.look();
    const made = await requests.copy();
    if (isCarried(wanted, made))
        return { verdict: 'default', made };
    return { verdict: 'each', made: await requests.copyOver(made, wanted) };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/verify-copy.js




const SUMS = [
    'ChecksumCRC64NVME',
    'ChecksumCRC32C',
    'ChecksumCRC32',
    'ChecksumSHA256',
    'ChecksumSHA1',
];
/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. When it was made. Throws BACKUP when they are not the same.
 */
async function demandSame({ context, source, to }, revision) {
    const [original, copy] = await Promise.all([
        headAnswer(context, source.key, true),
        headAnswer(context, to, true),
    ]);
    const problem = difference(source.size, original, copy, revision);
    if (problem === undefined)
        return copy?.LastModified;
    throw (0,errors/* failure */.V2)('BACKUP', `The copy of ${quoted(source.key)} at ${quoted(to)} is not the same: ${problem}`);
}
function difference(size, original, copy, revision) {
    if (copy === undefined)
        return 'it is not there';
    if (revisionOf(copy.ETag) !== revision)
        return 'somebody wrote over it';
    if (copy.ContentLength !== size)
        return `it has ${copy.ContentLength} bytes instead of ${size}`;
    // Of parts they depend on where these were cut.
    if (original === undefined || isComposite(original) || isComposite(copy))
        return undefined;
    const differing = SUMS.find((sum) => original[sum] !== undefined && copy[sum] !== undefined && original[sum] !== copy[sum]);
    return differing === undefined ? undefined : `${differing} differs`;
}
const isComposite = ({ ChecksumType }) => ChecksumType === 'COMPOSITE';

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy.js















/** Server-side copy of exactly `source.revision` to an absent key, with all its attributes; verified. */
async function copyObject(job, carrier) {
    const { context, source, to } = job;
    demandRoom(job);
    await lookBefore(job);
    const made = source.size >= context.copyThreshold ? await copyInParts(job) : await copyWhole(job, carrier);
    const same = made.revision === source.revision;
    const modified = same ? made.modified : await demandSame(job, made.revision);
    const told = { ETag: made.revision, Size: source.size, LastModified: modified };
    return infoOf(to, { ...told, StorageClass: source.storage_class });
}
/** A backup's key is longer than the artifact's. */
function demandRoom({ context, source, to }) {
    const bytes = new TextEncoder().encode(context.keys.folderInBucket(to)).length;
    if (bytes <= LONGEST_KEY)
        return;
    throw (0,errors/* failure */.V2)('BACKUP', `The backup of ${quoted(source.key)} would have a key of ${bytes} bytes`, {
        advice: `S3 allows ${LONGEST_KEY} bytes. Give a short backup-prefix, or turn versioning of the bucket on: then nothing is copied.`,
    });
}
async function lookBefore({ context, dialect, source, to }) {
    const head = (key) => headObject(context, key);
    if (!dialect.holds.conditional_copy_source && !(await lookUnchanged(head, source.key, source.revision))) {
        throw new object_store/* ConflictError */.fK(source.key);
    }
    if (!dialect.holds.conditional_copy_target)
        await lookAbsent(head, to);
}
function copyWhole(job, carrier) {
    return carrier.copy(job.to.startsWith(domain_keys/* BACKUPS */.Gk) ? 'backup' : 'restore', {
        look: async () => {
            const answer = await headAnswer(job.context, job.source.key);
            if (answer === undefined)
                throw new object_store/* ConflictError */.fK(job.source.key);
            await job.guard();
            return encryptionOf(answer);
        },
        copy: (encryption) => send(job, encryption, onlyIfAbsent(job)),
        copyOver: async (made, encryption) => {
            await job.guard();
            return send(job, encryption, onlyOver(job, made.revision));
        },
    });
}
const onlyIfAbsent = ({ dialect }) => dialect.holds.conditional_copy_target ? { IfNoneMatch: '*' } : {};
const onlyOver = ({ dialect }, revision) => dialect.holds.conditional_copy_target ? { IfMatch: asCondition(revision, dialect.bareEtags) } : {};
async function send(job, encryption, condition) {
    const { context, dialect, source, to } = job;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        CopySource: copySourceOf(context.bucket, context.keys.toBucket(source.key)),
        ...(dialect.holds.conditional_copy_source
            ? { CopySourceIfMatch: asCondition(source.revision, dialect.bareEtags) }
            : {}),
        ...condition,
        // Metadata and tags come along by themselves; the storage class does not.
        ...(source.storage_class === undefined ? {} : { StorageClass: source.storage_class }),
        ...encryption,
    };
    const doing = { what: `copy ${quoted(source.key)} to ${quoted(to)}`, action: 's3:PutObject', key: to };
    try {
        const answer = await context.caller.change(doing, (client, options) => client.send(new dist_cjs/* CopyObjectCommand */.s9Z(command), options));
        const { ETag, LastModified } = answer.CopyObjectResult ?? {};
        return { revision: revisionOf(ETag), modified: LastModified, ...encryptionOf(answer) };
    }
    catch (thrown) {
        throw await blamed(job, thrown);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/list.js






/** ListObjectsV2, page by page: S3's order is that of the UTF-8 bytes already. */
async function* listObjects(context, prefix, { limit = Number.POSITIVE_INFINITY, shallow = false }) {
    let left = limit;
    let token;
    while (left > 0) {
        const page = await list_askPage(context, prefix, { shallow, size: Math.min(context.pageSize, left), token });
        for (const info of infosOf(context, page)) {
            if (shallow && info.key === prefix)
                continue;
            left -= 1;
            yield info;
            if (left <= 0)
                return;
        }
        token = page.NextContinuationToken;
        if (page.IsTruncated !== true || token === undefined)
            return;
    }
}
function list_askPage(context, prefix, { shallow, size, token }) {
    const place = context.keys.folderInBucket(prefix);
    const command = {
        Bucket: context.bucket,
        Prefix: place,
        MaxKeys: size,
        // Keys may hold what XML can't.
        EncodingType: 'url',
        ContinuationToken: token,
        ...(shallow ? { Delimiter: '/' } : {}),
        // The folder itself is no name below it.
        ...(shallow && place !== '' && token === undefined ? { StartAfter: place } : {}),
    };
    return context.caller.ask({ what: `list ${quoted(prefix)}`, action: 's3:ListBucket' }, (client, options) => client.send(new dist_cjs/* ListObjectsV2Command */.u6x(command), options));
}
function infosOf(context, page) {
    const objects = [];
    for (const told of page.Contents ?? []) {
        const key = ownKey(context, told.Key, page.EncodingType);
        if (key !== undefined)
            objects.push(infoOf(key, told));
    }
    if (page.CommonPrefixes === undefined)
        return objects;
    for (const { Prefix } of page.CommonPrefixes) {
        const key = ownKey(context, Prefix, page.EncodingType);
        if (key !== undefined)
            objects.push(folderInfo(key));
    }
    return objects.sort((a, b) => (0,object_store/* compareKeys */.YD)(a.key, b.key));
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/put.js









async function putObject(context, dialect, object, when) {
    const { key, body } = object;
    const kept = await attributesFor(context, key, when);
    const condition = await conditionFor(context, dialect, key, when);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        Body: body,
        ContentLength: body.length,
        ...kept,
        ...condition,
    };
    const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
    try {
        const answer = await context.caller.change(doing, (client, options) => client.send(new dist_cjs/* PutObjectCommand */.wKZ(command), options));
        return revisionOf(answer.ETag);
    }
    catch (thrown) {
        // If-Match of a key that is gone.
        if (thrown instanceof AbsentError)
            throw new object_store/* ConflictError */.fK(key, { cause: thrown });
        throw thrown;
    }
}
async function attributesFor(context, key, when) {
    const attributes = when === 'absent' ? undefined : when.attributes;
    if (attributes === undefined)
        return { ContentType: contentTypeOf(key) };
    return { ...carried(attributes), ...(hasTags(attributes) ? { Tagging: await tagging(context, key) } : {}) };
}
async function conditionFor(context, { holds, bareEtags }, key, when) {
    const head = (at) => headObject(context, at);
    if (when === 'absent') {
        if (holds.create_only)
            return { IfNoneMatch: '*' };
        await lookAbsent(head, key);
        return {};
    }
    if (holds.compare_and_swap)
        return { IfMatch: asCondition(when.unchangedSince, bareEtags) };
    if (!(await lookUnchanged(head, key, when.unchangedSince)))
        throw new object_store/* ConflictError */.fK(key);
    return {};
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/batch.js






/** DeleteObjects takes no more. */
const BATCH = 1000;
/** Deletes many by one request and reads every answer; keys that XML can't carry go one by one. Throws without any answer. */
async function deleteBatch(context, deletions, one) {
    const { concurrency } = context;
    const fits = deletions.filter(({ key }) => isXmlSafe(context.keys.toBucket(key)));
    const others = deletions.filter(({ key }) => !isXmlSafe(context.keys.toBucket(key)));
    const together = fits.length === 0 ? [] : await deleteTogether(context, fits);
    const alone = await (0,p_map/* default */.Ay)(others, (deletion) => settled(deletion, one), { concurrency });
    return [...together, ...alone];
}
/** Whatever a request for one key threw, as its answer. */
async function settled(deletion, one) {
    try {
        return await one(deletion);
    }
    catch (thrown) {
        return outcomeOf(deletion.key, thrown);
    }
}
async function deleteTogether(context, deletions) {
    const action = actionFor(deletions[0]);
    const Objects = deletions.map(({ key, etag, versionId }) => ({
        Key: context.keys.toBucket(key),
        ETag: etag,
        VersionId: versionId,
    }));
    const doing = { what: `delete ${deletions.length} objects`, action };
    const answer = await context.caller.change(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectsCommand */.xvx({ Bucket: context.bucket, Delete: { Objects, Quiet: false } }), options));
    const deleted = new Map((answer.Deleted ?? []).map((each) => [each.Key, each]));
    const errors = new Map((answer.Errors ?? []).map((each) => [each.Key, each]));
    return deletions.map(({ key }, at) => {
        const bucketKey = Objects[at]?.Key;
        return answerFor(context, { key, action }, deleted.get(bucketKey), errors.get(bucketKey));
    });
}
function answerFor({ caller }, { key, action }, deleted, error) {
    if (error === undefined && deleted !== undefined) {
        return { key, result: 'deleted', markerId: deleted.DeleteMarkerVersionId };
    }
    const what = `delete ${quoted(key)}`;
    if (error === undefined) {
        const message = `Could not ${what} in ${caller.where.location}: the answer to the batch does not name it`;
        return { key, result: 'failed', error: new object_store/* UnansweredError */.jd(message, { landed: 'unknown' }) };
    }
    const { Code: code = 'UnknownError', Message: message = '' } = error;
    const thrown = { code, message, status: STATUS[code] ?? 400, headers: {} };
    return outcomeOf(key, translateCode(thrown, { what, action, key }, caller.where));
}
function outcomeOf(key, thrown) {
    if (thrown instanceof AbsentError)
        return { key, result: 'absent' };
    if (thrown instanceof object_store/* ConflictError */.fK)
        return { key, result: 'changed' };
    return { key, result: 'failed', error: (0,errors/* asRollbackError */.p2)(thrown) };
}
const actionFor = (deletion) => deletion?.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
/** What S3 answers with each code where it stands alone; in a batch it does not say. */
const STATUS = {
    AccessDenied: 403,
    NoSuchKey: 404,
    NoSuchVersion: 404,
    InternalError: 500,
    ServiceUnavailable: 503,
    SlowDown: 503,
    BadGateway: 502,
    GatewayTimeout: 504,
};
/** XML has no control characters, and parsers trim and turn around the blanks that it has. */
const isXmlSafe = (key) => !/[\p{Cc}\u2028\uFFFE\uFFFF]|^\s|\s$/u.test(key);

;// CONCATENATED MODULE: ./lib/adapters/store/s3/remove.js






/**
 * Deletes what is at `revision`; undefined when it was absent already. Never names a version: where the bucket keeps
 * versions this only places a marker, and nothing is lost.
 */
async function removeObject(context, { holds, bareEtags }, key, revision) {
    const conditional = holds.conditional_delete;
    if (!conditional && !(await lookUnchanged((at) => headObject(context, at), key, revision)))
        return undefined;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(conditional ? { IfMatch: asCondition(revision, bareEtags) } : {}),
    };
    const doing = { what: `delete ${quoted(key)}`, action: 's3:DeleteObject', key };
    return unlessAbsent(context.caller.change(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options)));
}
/** Deletes exactly one stored version or marker for good; one that is gone already is success. */
async function removeVersion(context, key, versionId) {
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), VersionId: versionId };
    const doing = {
        what: `delete version ${versionId} of ${quoted(key)}`,
        action: 's3:DeleteObjectVersion',
        key,
    };
    await unlessAbsent(context.caller.change(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options)));
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/removals.js







/** Deletes by batch, each key only at its revision: by the store's own conditions, or by a look at each directly before. */
async function deletePinned(context, dialect, objects) {
    const revisions = new Map(objects.map(({ key, revision }) => [key, revision]));
    const one = async ({ key }) => {
        const answer = await removeObject(context, dialect, key, revisions.get(key) ?? '');
        return answer === undefined
            ? { key, result: 'absent' }
            : { key, result: 'deleted', markerId: answer.VersionId };
    };
    if (dialect.holds.conditional_batch_delete) {
        const deletions = objects.map(({ key, revision }) => ({
            key,
            etag: asCondition(revision, dialect.bareEtags),
        }));
        return deleteBatch(context, deletions, one);
    }
    const looks = await (0,p_map/* default */.Ay)(objects, (object) => look(context, object), { concurrency: context.concurrency });
    const standing = looks.filter((each) => each.result === 'there');
    const decided = looks.flatMap((each) => each.result === 'there' ? [] : [{ key: each.key, result: each.result }]);
    return [...decided, ...(await deleteBatch(context, standing, one))];
}
async function look(context, { key, revision }) {
    try {
        const there = await lookUnchanged((at) => headObject(context, at), key, revision);
        return { key, result: there ? 'there' : 'absent' };
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK)
            return { key, result: 'changed' };
        throw thrown;
    }
}
function batchRemoval(context, dialect) {
    return {
        size: BATCH,
        remove: async (objects) => (await deletePinned(context, dialect, objects)).map(asAnswer),
    };
}
function asAnswer(deleted) {
    if (deleted.result === 'failed')
        return deleted;
    return { key: deleted.key, result: deleted.result === 'changed' ? 'changed' : 'gone' };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/objects.js









/** The port's requests in one dialect of conditions. */
class S3Objects {
    batch;
    #context;
    #dialect;
    #carrier = new EncryptionCarrier();
    constructor(context, dialect) {
        this.#context = context;
        this.#dialect = dialect;
        this.batch = batchRemoval(context, dialect);
    }
    read(key) {
        return readObject(this.#context, key);
    }
    head(key) {
        return headObject(this.#context, key);
    }
    digest(key) {
        return digestObject(this.#context, key);
    }
    list(prefix, options = {}) {
        const { keys } = this.#context;
        return listRepository(keys, prefix, options, (place, asked) => asked.versions === true && asked.shallow !== true
            ? listCurrent(this.#context, place, asked)
            : listObjects(this.#context, place, asked));
    }
    put(key, body, when) {
        return putObject(this.#context, this.#dialect, { key, body }, when);
    }
    copy(source, to, guard = async () => { }) {
        return copyObject({ context: this.#context, dialect: this.#dialect, source, to, guard }, this.#carrier);
    }
    async remove(key, revision) {
        await removeObject(this.#context, this.#dialect, key, revision);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/remote/probe.js



/**
 * Tries each condition, right and wrong, on keys of its own below `.rollback-work/probe-<id>/`, and removes them again.
 * Throws PERMISSION naming what is not allowed, and UNREACHABLE when an answer did not come: then nothing was learned.
 */
async function probe(subject, id) {
    const folder = `${domain_keys/* WORK */.Ar}probe-${id}/`;
    try {
        return await tryAll(subject, folder);
    }
    finally {
        await clear(subject, folder);
    }
}
async function tryAll(subject, folder) {
    const key = `${folder}object`;
    const first = await subject.put(key, probe_text('first'), 'absent');
    const again = await ends(subject.put(key, probe_text('second, of another size'), 'absent'));
    const swap = await trySwap(subject, folder, again.value ?? first);
    const stale = swap.current === first ? NEVER : first;
    const copies = await tryCopies(subject, folder, { key, revision: swap.current }, stale);
    const moves = await tryMoves(subject, folder, stale);
    const batch = await tryBatch(subject, folder, stale);
    const late = await ends(subject.remove(key, stale));
    const right = await ends(subject.remove(key, swap.current));
    return {
        holds: {
            create_only: again.end === 'refused',
            compare_and_swap: swap.holds,
            conditional_delete: late.end === 'refused' && right.end === 'done',
            conditional_batch_delete: batch.holds,
            ...copies,
            ...moves,
        },
        batch_delete: batch.works,
    };
}
/** A revision that no object has, where none can be had that once was the right one. */
const NEVER = 'ffffffffffffffffffffffffffffffff';
async function trySwap(subject, folder, before) {
    const swap = (name, body) => ends(subject.put(folder + name, probe_text(body), { unchangedSince: before }));
    const right = await swap('object', 'the third');
    const late = await swap('object', 'a fourth that comes late');
    const absent = await swap('nothing', 'nothing was here');
    return {
        holds: right.end === 'done' && late.end === 'refused' && absent.end === 'refused',
        current: late.value ?? right.value ?? before,
    };
}
async function tryCopies(subject, folder, source, stale) {
    const copy = (revision, to) => ends(subject.copy({ key: source.key, revision, size: 'the third'.length }, folder + to));
    const late = await copy(stale, 'copy-of-old');
    const right = await copy(source.revision, 'copy');
    const again = await copy(source.revision, 'copy');
    return {
        conditional_copy_source: right.end === 'done' && late.end === 'refused',
        conditional_copy_target: right.end === 'done' && again.end === 'refused',
    };
}
async function tryMoves(subject, folder, stale) {
    const { mover } = subject;
    if (mover === undefined)
        return {};
    const [from, taken] = [`${folder}move`, `${folder}move-target`];
    const revision = await subject.put(from, probe_text('on the move'), 'absent');
    await subject.put(taken, probe_text('taken'), 'absent');
    const late = await ends(mover.move(from, stale, `${folder}move-of-old`));
    const onto = await ends(mover.move(from, revision, taken));
    const right = await ends(mover.move(from, revision, `${folder}moved`));
    return { conditional_move: late.end === 'refused' && onto.end === 'refused' && right.end === 'done' };
}
async function tryBatch(subject, folder, stale) {
    if (subject.batch === undefined)
        return { holds: false, works: false };
    const [wrong, right] = [`${folder}batch-wrong`, `${folder}batch-right`];
    await subject.put(wrong, probe_text('wrong'), 'absent');
    const revision = await subject.put(right, probe_text('right'), 'absent');
    const objects = [
        { key: right, revision },
        { key: wrong, revision: stale },
    ];
    const answers = (await ends(subject.batch.remove(objects))).value ?? [];
    const result = (key) => answers.find((answer) => answer.key === key)?.result;
    return {
        holds: result(right) === 'gone' && result(wrong) === 'changed',
        works: [right, wrong].some((key) => result(key) === 'gone'),
    };
}
async function ends(request) {
    try {
        return { end: 'done', value: await request };
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK)
            return { end: 'refused' };
        if (!(thrown instanceof errors/* RollbackError */.ZS) || (0,object_store/* isUnanswered */.Ni)(thrown) || isDenied(thrown))
            throw thrown;
        return { end: 'unknown' };
    }
}
const isDenied = (thrown) => thrown instanceof errors/* RollbackError */.ZS && (thrown.code === 'PERMISSION' || thrown.code === 'NO_REPOSITORY');
/** What can't be cleared is small, and lies in a folder that nothing else looks at. */
async function clear(subject, folder) {
    try {
        for await (const { key, revision } of subject.list(folder))
            await ends(subject.remove(key, revision));
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
    }
}
const probe_text = (words) => new TextEncoder().encode(words);

;// CONCATENATED MODULE: ./lib/adapters/store/s3/probing.js




/** What the store holds to, found out by trying; see `probe`. */
async function probeStore(parts) {
    const quoted = await tryDialect(parts, false);
    // A store that refuses the right ETag may want it without quotation marks.
    const bare = quoted.holds.compare_and_swap ? undefined : await tryDialect(parts, true);
    const found = bare?.holds.compare_and_swap === true ? { ...bare, bare_etags: true } : quoted;
    return {
        schema_version: 1,
        tool_version: parts.toolVersion,
        service: parts.service,
        probed_at: new Date(parts.clock.now()).toISOString(),
        ...found,
    };
}
const tryDialect = ({ context, retries }, bareEtags) => retries.run(() => probe(new S3Objects(context, { holds: HOLDS_ALL, bareEtags }), (0,external_node_crypto_.randomUUID)()));
/** Until something else is known, every condition is sent: a store that knows them holds to them. */
const dialectOf = (capabilities) => ({
    holds: capabilities?.holds ?? HOLDS_ALL,
    bareEtags: capabilities?.bare_etags === true,
});

;// CONCATENATED MODULE: ./lib/adapters/store/s3/version-keeper.js







/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
class S3VersionKeeper {
    size = BATCH;
    #context;
    #dialect;
    constructor(context, dialect) {
        this.#context = context;
        this.#dialect = dialect;
    }
    async keeps() {
        return (await askVersioning(this.#context)) === 'Enabled';
    }
    list(prefix) {
        return listVersions(this.#context, prefix);
    }
    async hide(objects) {
        return (await deletePinned(this.#context, this.#dialect(), objects)).map(asHidden);
    }
    async unhide(markers) {
        const deletions = markers.map(({ key, version_id: versionId }) => ({ key, versionId }));
        const answers = await deleteBatch(this.#context, deletions, async ({ key, versionId = '' }) => {
            await removeVersion(this.#context, key, versionId);
            return { key, result: 'deleted', markerId: undefined };
        });
        return answers.map(asAnswer);
    }
}
/** A delete that made no marker took the object away for good, or wrote over another `null` version. */
function asHidden(deleted) {
    if (deleted.result !== 'deleted')
        return deleted;
    const { key, markerId } = deleted;
    if (markerId !== undefined && markerId !== 'null')
        return { key, result: 'hidden', marker_id: markerId };
    const message = `${quoted(key)} was deleted, but no delete marker of its own was placed: the bucket does not keep versions any more`;
    return { key, result: 'failed', error: (0,errors/* failure */.V2)('STEP_FAILED', message) };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/s3-store.js
















/** A bucket and a prefix of it as a repository: Amazon S3, or a store that speaks its language. */
class S3Store {
    type = 's3';
    lateRequests = true;
    location;
    requests;
    versions;
    #options;
    #parts;
    #context;
    #clock;
    #retries;
    #dialect = dialectOf(undefined);
    #objects;
    /** Undefined until it was asked for; 'unknown' when it can't, or need not, be told. */
    #versioning;
    /** Sends nothing yet. */
    constructor(options, parts) {
        const { bucket, concurrency, retries } = options;
        const { clock, random } = parts;
        this.#options = options;
        this.#parts = parts;
        this.#clock = new StoreClock(clock);
        this.#retries = new ReadRetries({ clock, random, retries });
        const keys = new KeyMap({ scheme: 's3', ...options });
        const client = openClient(options, parts, ({ date }) => this.#clock.observe(date));
        const where = { location: keys.location, bucket, region: options.region };
        const timeoutMs = options.requestTimeoutMs;
        this.#context = {
            bucket,
            keys,
            caller: new Caller({ client, where, timeoutMs, clock, random, retries }),
            concurrency,
            pageSize: parts.pageSize ?? 1000,
            copyThreshold: parts.multipartCopyThreshold ?? COPY_THRESHOLD,
            partSize: parts.partSize ?? PART_SIZE,
            debug: parts.debug ?? (() => { }),
        };
        this.#objects = new S3Objects(this.#context, this.#dialect);
        this.location = keys.location;
        this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
        this.versions = new S3VersionKeeper(this.#context, () => this.#dialect);
    }
    static async open(options, parts) {
        return new S3Store(options, parts);
    }
    async inspect(options) {
        const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
        if (capabilities !== undefined)
            this.#speak(capabilities);
        this.#versioning = versioning ?? 'unknown';
        return warnings;
    }
    async now() {
        return this.#clock.now(() => this.#objects.head('index.json'));
    }
    read(key) {
        return this.#objects.read(key);
    }
    head(key) {
        return this.#objects.head(key);
    }
    async *list(prefix, options = {}) {
        const versions = options.versions === true && (await this.#keepsVersions());
        yield* this.#objects.list(prefix, { ...options, versions });
    }
    put(key, body, when) {
        return this.#objects.put(key, body, when);
    }
    copy(source, to, guard) {
        return this.#objects.copy(source, to, guard);
    }
    digest(key) {
        return this.#objects.digest(key);
    }
    /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
    remove(key, revision) {
        return this.#objects.remove(key, revision);
    }
    /** Without batches that hold to conditions, keys are removed one by one. */
    get batch() {
        const { holds } = this.#dialect;
        const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
        return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
    }
    #batches = true;
    async backupMethod(artifacts) {
        const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
        if (pinned && (await this.#keepsVersions()))
            return 'versions';
        const missing = notHeld(this.#dialect.holds, { artifacts: true, copies: true });
        judgeConditions(missing, this.location, this.#options.singleWriter);
        return 'copy';
    }
    /**
     * Takes back uploads that dead runs left below `prefix`; how many. To be called by a recovery, below the backup folder
     * of its operation and below the version's folder, after the fence: then no part is under way any more.
     */
    abortUploads(prefix) {
        if (!prefix.endsWith('/'))
            throw (0,errors/* failure */.V2)('INTERNAL', `'${prefix}' is no folder`);
        return abortUploads(this.#context, prefix);
    }
    diagnose() {
        const { file, probe, keep } = this.#inspectParts();
        return diagnose({
            context: this.#context,
            anonymous: () => openAnonymousClient(this.#options, this.#parts),
            probe: async () => {
                const capabilities = await probe();
                await keep(capabilities, (await file.read()).stored);
                return capabilities;
            },
            list: (prefix) => this.#objects.list(prefix, { limit: 50 }),
            skew: () => this.#clock.skew,
            monotonic: () => this.#parts.clock.monotonic(),
        });
    }
    #inspectParts() {
        const context = this.#context;
        const { clock, toolVersion } = this.#parts;
        const { endpoint, singleWriter } = this.#options;
        const service = endpoint === undefined ? 'aws' : new URL(endpoint).host;
        const file = new CapabilityFile(this, { tool_version: toolVersion, service });
        return {
            context,
            file,
            singleWriter,
            amazon: endpoint === undefined,
            probe: () => probeStore({ context, clock, toolVersion, service, retries: this.#retries }),
            keep: async (capabilities, stored) => {
                this.#speak(capabilities);
                await file.keep(capabilities, stored);
            },
        };
    }
    #speak(capabilities) {
        this.#dialect = dialectOf(capabilities);
        this.#batches = capabilities.batch_delete;
        this.#objects = new S3Objects(this.#context, this.#dialect);
    }
    async #keepsVersions() {
        if (this.#versioning === undefined) {
            const asked = await readSetting(this.#context, askVersioning(this.#context));
            this.#versioning = 'value' in asked ? asked.value : 'unknown';
        }
        return this.#versioning === 'Enabled';
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/open-s3.js


/** A store with this process's chance and environment; sends nothing yet. */
function openS3(options, parts) {
    return S3Store.open(options, {
        ...parts,
        toolVersion: TOOL_VERSION,
        random: Math.random,
        env: process.env,
    });
}


/***/ })

};
