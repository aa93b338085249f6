export const id = 35;
export const ids = [35];
export const modules = {

/***/ 5035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3: () => (/* binding */ openS3)
});

// EXTERNAL MODULE: ./lib/domain/tool-version.js
var tool_version = __webpack_require__(4825);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(76850);
// EXTERNAL MODULE: ./lib/ports/existence.js
var existence = __webpack_require__(28824);
// EXTERNAL MODULE: ./lib/adapters/store/remote/capability-file.js
var capability_file = __webpack_require__(39238);
// EXTERNAL MODULE: ./lib/adapters/store/remote/key-map.js
var key_map = __webpack_require__(57633);
// EXTERNAL MODULE: ./lib/adapters/store/remote/probe.js
var probe = __webpack_require__(96127);
// EXTERNAL MODULE: ./lib/adapters/store/remote/read-retries.js
var read_retries = __webpack_require__(79554);
// EXTERNAL MODULE: ./lib/adapters/store/remote/requirements.js
var requirements = __webpack_require__(10673);
// EXTERNAL MODULE: ./lib/adapters/store/remote/store-clock.js
var store_clock = __webpack_require__(25975);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(53711);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/ports/workspace.js
var workspace = __webpack_require__(46529);
// EXTERNAL MODULE: ./lib/adapters/store/remote/time-limit.js
var time_limit = __webpack_require__(47262);
// EXTERNAL MODULE: ./lib/domain/version.js
var version = __webpack_require__(59416);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(95272);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(50000);
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
    if (thrown instanceof time_limit/* TimedOut */.GA) {
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
        network: status === undefined && code !== undefined && NETWORK.test(code) ? code : undefined,
        cause: thrown,
    };
}
/** Refused by an answer without a body, as those to a HEAD are: the SDK has no name for it. */
const isMute = ({ code, status }) => code === 'Unknown' && (status === 400 || status === 403);
/** The SDK keeps the answer where a spread would miss it. */
const withHidden = (thrown) => ({
    name: thrown.name,
    message: thrown.message,
    code: thrown.code,
    $metadata: thrown.$metadata,
    $response: thrown.$response,
});
/** What Node calls a connection that could not be made, broke, or was not safe; a file that is missing is none. */
const NETWORK = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EADDR|ETIMEDOUT|EPIPE|EPROTO|EMFILE|HPE_|ERR_(TLS|SSL|SOCKET|STREAM|HTTP)|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA)/;
/** Thrown before anything was sent. */
const isRegionMissing = ({ message, status }) => status === undefined && message.startsWith('Region is missing');
const SECRETS = /(?:A(?:KIA|SIA)[A-Z0-9]{12,}|(?:X-Amz-\w+|Signature|Credential|AWSAccessKeyId|authorization)=[^\s&,]+|https?:\/\/[^\s]*\?[^\s]*)/gi;
/** A store's own words, without what might be secret, and harmless to print. */
function safeText(message) {
    const words = message.replace(SECRETS, '***').replace(/\s+/g, ' ').trim();
    return words.length > 300 ? `${printableLong(words.slice(0, 297))}...` : printableLong(words);
}
/** `printable` cuts at 80 characters. */
const printableLong = (text) => (text.match(/.{1,80}/gsu) ?? []).map((part) => (0,version/* printable */.g$)(part)).join('');

;// CONCATENATED MODULE: ./lib/adapters/store/s3/credentials.js




/** A request could not even be signed; `worked` when one of this client was before. */
class CredentialsFailure extends Error {
    worked;
    profile;
    constructor(cause, worked, profile) {
        super('no credentials', { cause });
        this.worked = worked;
        this.profile = profile;
    }
}
/**
 * Tells what fails before a request is sent: the SDK asks files, programs and services for credentials then, whose
 * refusals would look like the store's own.
 */
function watchCredentials(client, profile) {
    const sent = new WeakSet();
    let worked = false;
    client.middlewareStack.add((next, context) => async (args) => {
        try {
            return await next(args);
        }
        catch (thrown) {
            if (sent.has(context) || isRegionMissing(readThrown(thrown)))
                throw thrown;
            throw new CredentialsFailure(thrown, worked, profile);
        }
    }, { step: 'initialize', priority: 'high', name: 'tellCredentials' });
    client.middlewareStack.add((next, context) => (args) => {
        sent.add(context);
        worked = true;
        return next(args);
    }, { step: 'deserialize', priority: 'low', name: 'noteSent' });
}
const LOG_IN = 'Log in first (in GitHub Actions: aws-actions/configure-aws-credentials), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
const LOG_IN_AGAIN = 'Log in again, then run `release-rollback recover`: it brings to an end what was begun, if anything was.';
/** Nothing was sent. Who had credentials before may have them again: that turns no operation back. */
function credentialsFailure({ cause, worked, profile }, { location }) {
    const thrown = readThrown(cause);
    const told = safeText(thrown.message);
    const busy = thrown.network !== undefined || (thrown.status ?? 0) >= 500 || thrown.status === 429;
    const reason = new Error(`${thrown.code}: ${told}`);
    if (worked || busy) {
        return new object_store/* UnansweredError */.jd(`No AWS credentials could be had for ${location} this time: ${told}`, {
            landed: 'no',
            cause: reason,
            advice: LOG_IN_AGAIN,
        });
    }
    // Of a profile that is not there, or whose program fails, the SDK says no more than of none at all.
    if (!/from any providers/.test(told)) {
        const message = `The AWS credentials for ${location} can't be had: ${told}`;
        return (0,errors/* failure */.V2)('PERMISSION', message, { cause: reason, advice: LOG_IN });
    }
    return (0,errors/* failure */.V2)('PERMISSION', `No AWS credentials were found for ${location}`, {
        cause: reason,
        details: profile === undefined ? [] : [`Looked for in profile '${(0,version/* printable */.g$)(profile)}' (AWS_PROFILE)`],
        advice: profile === undefined
            ? LOG_IN
            : 'See that the profile of AWS_PROFILE is in the AWS configuration, and that its credential_process works (`aws sts get-caller-identity`).',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/refusals.js




const BAD_CREDENTIALS = new Set([
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
    if (isRegionMissing(thrown)) {
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
    return (0,errors/* failure */.V2)('PERMISSION', `The credentials are not accepted at ${where.location} (${code})`, {
        cause,
        details: [told],
        advice: LOG_IN,
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
    // A permission, also to the probe: a refused copy must not pass for a condition that the store does not know.
    return (0,errors/* failure */.V2)('PERMISSION', `Could not ${what}: the KMS key that encrypts it can't be used`, {
        ...said,
        advice: 'Grant kms:Decrypt and kms:GenerateDataKey on the key, and see that it is enabled.',
    });
}
const isKms = ({ code, message, status }) => code.startsWith('KMS.') || ((status === 403 || status === 400) && /\bkms:|KMS/.test(message));
function wrongRegion(region, where, cause) {
    const asked = where.region === undefined ? 'the one that was found' : `'${where.region}'`;
    const named = region === '' ? `another region than ${asked}` : `region '${region}', not in ${asked}`;
    return (0,errors/* failure */.V2)('BAD_INPUT', `Bucket '${(0,version/* printable */.g$)(where.bucket)}' is in ${named}`, {
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
    // Its message names a region, and not whose it is.
    if (code === 'IllegalLocationConstraintException')
        return told ?? '';
    if (code !== 'AuthorizationHeaderMalformed')
        return undefined;
    return told ?? /expecting '([a-z0-9-]+)'/.exec(message)?.[1];
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/errors.js








/** The key is not there, or whatever else `code` says. */
class AbsentError extends Error {
    code;
    constructor(message, code, options) {
        super(message, options);
        this.code = code;
    }
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
/** A store that has no such thing. */
const isNotImplemented = ({ details }) => details.some((each) => /^(NotImplemented|MethodNotAllowed):/.test(each));
/** An object that has to be taken out of an archive before it can be read. */
const isArchived = ({ details }) => details.some((each) => each.startsWith('InvalidObjectState:'));
/** Whatever a request threw, in the port's terms and in words; never with credentials, URLs or headers. */
function translate(thrown, doing, where) {
    if (thrown instanceof errors/* RollbackError */.ZS || thrown instanceof object_store/* ConflictError */.fK || thrown instanceof AbsentError)
        return thrown;
    if (thrown instanceof CredentialsFailure)
        return credentialsFailure(thrown, where);
    return translateCode(readThrown(thrown), doing, where);
}
/** The same of an error that an answer names for one key of a batch. */
function translateCode(thrown, doing, where) {
    const { code, status } = thrown;
    const cause = new Error(`${code}${status === undefined ? '' : ` (${status})`}: ${safeText(thrown.message)}`);
    if (code === 'PreconditionFailed' || status === 412)
        return new object_store/* ConflictError */.fK(doing.key ?? '', { cause });
    if (code === 'NoSuchBucket')
        return noBucket(where, cause);
    if (status === 404) {
        const message = `Could not ${doing.what} in ${where.location}: it is not there (${code})`;
        return new AbsentError(message, code, { cause });
    }
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
        retryAfterMs: (0,read_retries/* retryAfterMs */.V)(thrown.headers['retry-after'], Date.parse(thrown.headers.date ?? '')),
        cause,
        ...(EXPIRED.test(code) ? { advice: LOG_IN_AGAIN } : {}),
    });
    const message = `Could not ${doing.what} in ${where.location}: ${wordsFor(thrown)}`;
    const turnedAway = TURNED_AWAY.has(code) || status === 429 || (status === 400 && isMute(thrown));
    if (turnedAway)
        return new object_store/* UnansweredError */.jd(message, options('no'));
    if (network !== undefined && NEVER_SENT.test(network))
        return new object_store/* UnansweredError */.jd(message, options('no'));
    // What is no answer of the service's (a broken connection, a document cut short) says nothing of the effect.
    if (status === undefined || status < 300 || status >= 500) {
        return code === 'NotImplemented' || isRegionMissing(thrown)
            ? undefined
            : new object_store/* UnansweredError */.jd(message, options('unknown'));
    }
    return code === 'RequestTimeout' ? new object_store/* UnansweredError */.jd(message, options('unknown')) : undefined;
}
const EXPIRED = /^Expired|^TokenRefresh/;
function wordsFor(thrown) {
    const { code, message, network, cause } = thrown;
    if (cause instanceof time_limit/* TimedOut */.GA)
        return cause.message;
    if (isMute(thrown))
        return 'it was refused with 400 without a reason, often for an expired token';
    if (code === 'RequestTimeTooSkewed') {
        return 'the clock of this machine and that of the store are too far apart (RequestTimeTooSkewed); set this clock right';
    }
    if (EXPIRED.test(code))
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
    #turns;
    constructor(parts) {
        this.#client = parts.client;
        this.where = parts.where;
        this.timeoutMs = Math.min(parts.timeoutMs, LONGEST_REQUEST);
        this.#retries = new read_retries/* ReadRetries */.p(parts);
        this.#turns = parts.turns;
    }
    /**
     * A request that changes something: sent once, whatever comes of it. When its turn has come, `guard` is asked, and only
     * then its time begins.
     */
    change(doing, send, guard = workspace/* UNGUARDED */.I) {
        const request = async () => {
            await guard();
            try {
                return await (0,time_limit/* within */.ux)(this.timeoutMs, (abortSignal) => send(this.#client, { abortSignal }));
            }
            catch (thrown) {
                throw translate(thrown, doing, this.where);
            }
        };
        // A guard may have to say in the log that we live: that must not wait for those who wait for the guard.
        return doing.key?.startsWith(keys/* LOG */.$9) === true ? request() : this.#turns(request);
    }
    /** A change that does no harm when it is made twice: sent again while there is no answer, the guard asked before each. */
    repeat(doing, guard, send) {
        return this.#retries.run(() => this.change(doing, send, guard));
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

;// CONCATENATED MODULE: ./lib/adapters/store/s3/context.js

/** A revision that no object has. */
const NEVER = 'ffffffffffffffffffffffffffffffff';
const quoted = (key) => `'${(0,version/* printable */.g$)(key)}'`;

;// CONCATENATED MODULE: ./lib/adapters/store/s3/archive.js






/** Classes whose objects can't be read before they are taken out of the archive (`GLACIER_IR` can). */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
const isArchive = (storageClass) => ARCHIVES.has(storageClass ?? '');
/** What listings showed to be in an archive. */
class ArchiveNotes {
    #objects = new Set();
    #versions = new Set();
    note({ key, storage_class: storageClass }) {
        mark(this.#objects, key, isArchive(storageClass));
    }
    /** A version that was taken out for a while can be read until it goes back. */
    noteVersion(key, versionId, { StorageClass, RestoreStatus }) {
        const out = RestoreStatus?.IsRestoreInProgress === false && RestoreStatus.RestoreExpiryDate !== undefined;
        mark(this.#versions, versionName(key, versionId), isArchive(StorageClass) && !out);
    }
    /** Throws BACKUP where what these artifacts are to be put back from is in an archive, as the last listings told. */
    async demandKept(context, { backup_method: method, backup_path: folder }, artifacts) {
        if (method === 'copy') {
            const archived = artifacts.filter(({ path }) => this.#objects.has(folder + path));
            const keys = archived.map(({ path }) => folder + path);
            return demandReadable(context, keys, "A backup in an archive can't be copied back", OUT);
        }
        const versions = artifacts.filter(({ path, version_id: id = '' }) => this.#versions.has(versionName(path, id)));
        refuse(versions.map(named), 'Archived versions would be listed, and nobody could read them', OUT_FOR_GOOD);
    }
}
const versionName = (key, versionId) => `${versionId} ${key}`;
const named = ({ path, version_id: id }) => `${path} (version ${id})`;
function mark(set, name, is) {
    if (is)
        set.add(name);
    else
        set.delete(name);
}
const OUT = 'Take them out of the archive first (`aws s3api restore-object`); when that is done, run again.';
const OUT_FOR_GOOD = 'Take these versions out of the archive (`aws s3api restore-object --version-id`); when that is done, run again. Then copy each artifact onto itself in a class that can be read, or it goes back into the archive.';
/** Throws BACKUP naming the artifacts that are to be copied, and can't be, since they are in an archive. */
const demandCopyable = (context, artifacts) => demandReadable(context, artifacts.filter(({ storage_class: each }) => isArchive(each)).map(({ path }) => path), "Archived artifacts can't be copied to a backup", `${OUT} Or let the bucket keep versions: then nothing is copied.`);
/** A class alone does not tell: what was taken out keeps it, and some stores give the name to what can be read. */
async function demandReadable(context, keys, message, advice) {
    for (let at = 0; at < keys.length; at += context.concurrency) {
        const some = keys.slice(at, at + context.concurrency);
        const readable = await (0,p_map["default"])(some, (key) => isReadable(context, key), {
            concurrency: context.concurrency,
        });
        refuse(some.filter((_, each) => readable[each] === false), message, advice);
    }
}
/** Names those that were found; there may be more. */
function refuse(names, message, advice) {
    if (names.length === 0)
        return;
    throw (0,errors/* failure */.V2)('BACKUP', `${message}: ${quoted(names[0] ?? '')}${names.length > 1 ? ' and others' : ''}`, {
        details: names.map(quoted),
        advice,
    });
}
async function isReadable(context, key) {
    const doing = { what: `read a byte of ${quoted(key)}`, action: 's3:GetObject', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), Range: 'bytes=0-0' };
    const asked = context.caller.ask(doing, async (client, options) => {
        const { Body } = await client.send(new dist_cjs/* GetObjectCommand */.jLs(command), options);
        await Body?.transformToByteArray();
    });
    try {
        await unlessAbsent(asked);
        return true;
    }
    catch (thrown) {
        if (thrown instanceof errors/* RollbackError */.ZS && isArchived(thrown))
            return false;
        // An empty object has no first byte.
        if (thrown instanceof errors/* RollbackError */.ZS && thrown.details.some((each) => each.startsWith('InvalidRange:')))
            return true;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/acl.js





/** WRITE means nothing for an object (User Guide, "What permissions can I grant?"), and no put can give it. */
const HEADERS = {
    FULL_CONTROL: 'GrantFullControl',
    READ: 'GrantRead',
    READ_ACP: 'GrantReadACP',
    WRITE_ACP: 'GrantWriteACP',
};
/** Who may do what with an object; undefined where it is absent, or only its owner may, as with any new object. */
async function grantsOf(context, key) {
    const doing = { what: `read the access list of ${quoted(key)}`, action: 's3:GetObjectAcl', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const answer = await unlessAbsent(context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* GetObjectAclCommand */.hsf(command), options))).catch((thrown) => {
        // A store without access lists has none to lose.
        if (thrown instanceof errors/* RollbackError */.ZS && isNotImplemented(thrown))
            return undefined;
        throw thrown;
    });
    const grants = answer?.Grants ?? [];
    const own = ({ Grantee, Permission }) => Permission === 'FULL_CONTROL' && Grantee?.ID !== undefined && Grantee.ID === answer?.Owner?.ID;
    return grants.every(own) ? undefined : inHeaders(grants);
}
function inHeaders(grants) {
    const headers = {};
    for (const { Permission, Grantee } of grants) {
        const header = HEADERS[Permission];
        const who = Grantee?.URI === undefined ? `id="${Grantee?.ID ?? ''}"` : `uri="${Grantee.URI}"`;
        if (header !== undefined)
            headers[header] = [headers[header] ?? [], who].flat().join(', ');
    }
    return headers;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/etag.js
/**
 * An ETag as our revision: without the quotation marks, which stores treat each in their own way. Through bytes: what is
 * cut out of a page of a listing would hold on to the whole page.
 */
const revisionOf = (etag) => Buffer.from(etag?.replace(/^"(.*)"$/s, '$1') ?? '').toString();
/** A revision as a condition names it. Amazon reads both forms; Ceph wants it bare. */
const asCondition = (revision, bare) => (bare ? revision : `"${revision}"`);
/**
 * What is told of the bytes. Whether an ETag is an MD5 depends on encryption (KMS and customer keys: it is not) and on
 * how it was uploaded (parts: it is not), and a listing does not tell the former: so no ETag counts as an MD5 here, and
 * different ones prove nothing (`compareChecksums`).
 */
const checksumOf = (revision) => `etag:${revision}`;

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

;// CONCATENATED MODULE: ./lib/adapters/store/s3/tags.js






/**
 * The tags of an object whose attributes were read; asks only where there are any, or where their count is not told.
 * Throws ConflictError when the object went away since.
 */
async function tagsToCarry(context, key, read) {
    if (!hasTags(read) && context.beside.countsTags)
        return '';
    try {
        return await tagging(context, key);
    }
    catch (thrown) {
        if (!(thrown instanceof AbsentError))
            throw thrown;
        // Some stores have a word of their own for an object without tags.
        if (thrown.code === 'NoSuchTagSet')
            return '';
        throw new object_store/* ConflictError */.fK(key, { cause: thrown });
    }
}
/** The tags of an object as the header of a request carries them. */
async function tagging(context, key) {
    const doing = { what: `read the tags of ${quoted(key)}`, action: 's3:GetObjectTagging', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const asked = context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* GetObjectTaggingCommand */.u4b(command), options));
    const { TagSet = [] } = await asked.catch((thrown) => {
        // A store without tags has none to lose.
        if (thrown instanceof errors/* RollbackError */.ZS && isNotImplemented(thrown))
            return { TagSet: [] };
        throw thrown;
    });
    // Blanks as %20: '+' is taken for itself by some stores.
    return TagSet.map(({ Key = '', Value = '' }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`).join('&');
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/beside.js









/** What stands beside an object and does not come with its bytes: as far as it is known whether it can be carried over. */
class Beside {
    /** Access lists of what is replaced: there can be none, or they are carried over. */
    acls = 'unknown';
    /** Keys whose access list is lost when they are replaced, after a warning. */
    lostAcls = new Set();
    /** Whether an answer that counts no tags means that there are none: S3 tells the count only to who may read tags. */
    countsTags = false;
}
/** All that is replaced by a rollback, besides files of ours. */
const REPLACED = [keys/* INDEX_KEY */.lr, keys/* INDEX_MARKDOWN_KEY */.he];
/**
 * Whether the access lists of what is replaced can be put back; warns, before anything changes, where they will be lost.
 * Nothing is asked where objects can have none.
 */
async function inspectAcls(context, dialect, objectAcls) {
    const { beside } = context;
    beside.acls = objectAcls === false ? 'none' : 'carried';
    if (objectAcls === false)
        return [];
    const warned = await Promise.all(REPLACED.map(async (key) => ({ key, warning: await aclWarning(context, dialect, key) })));
    beside.lostAcls = new Set(warned.flatMap(({ key, warning }) => (warning === undefined ? [] : [key])));
    return warned.flatMap(({ warning }) => warning ?? []);
}
async function aclWarning(context, dialect, key) {
    try {
        const grants = await grantsOf(context, key);
        if (grants !== undefined)
            await tryGrants(context, dialect, key, grants);
        return undefined;
    }
    catch (thrown) {
        if ((0,object_store/* isUnanswered */.Ni)(thrown) || !(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        return `The access list (ACL) of ${quoted(key)} can't be put back when it is edited, and only the bucket's owner may read it then, unless a policy says otherwise: ${thrown.message}`;
    }
}
/** A put that can't hold, of no object's revision: whether grants may be given is looked at first. */
async function tryGrants(context, { holds, bareEtags }, key, grants) {
    if (!holds.compare_and_swap)
        return;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        Body: new Uint8Array(),
        IfMatch: asCondition(NEVER, bareEtags),
        ...grants,
    };
    const doing = { what: `give ${quoted(key)} an access list`, action: 's3:PutObjectAcl', key };
    try {
        await unlessAbsent(context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* PutObjectCommand */.wKZ(command), options)));
    }
    catch (thrown) {
        if (!(thrown instanceof object_store/* ConflictError */.fK))
            throw thrown;
    }
}
/** Throws BACKUP where it can't be told whether the index has tags: a replacement would lose them. */
async function inspectTags(context) {
    if (context.beside.countsTags)
        return;
    try {
        await unlessAbsent(tagging(context, keys/* INDEX_KEY */.lr));
    }
    catch (thrown) {
        if ((0,object_store/* isUnanswered */.Ni)(thrown) || !(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        throw (0,errors/* failure */.V2)('BACKUP', `Tags that ${quoted(keys/* INDEX_KEY */.lr)} may have would be lost: ${thrown.message}`, {
            cause: thrown,
            details: thrown.details,
            advice: 'Grant s3:GetObjectTagging, and s3:PutObjectTagging where there are tags.',
        });
    }
}
/** The access list for the object that takes the place of another. */
async function grantsFor(context, key) {
    const { acls, lostAcls } = context.beside;
    if (acls !== 'carried' || !REPLACED.includes(key) || lostAcls.has(key))
        return {};
    return (await grantsOf(context, key)) ?? {};
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/adapters/store/remote/bodies.js
var bodies = __webpack_require__(65797);
// EXTERNAL MODULE: ./lib/adapters/store/remote/proxies.js
var proxies = __webpack_require__(74429);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/client.js





const SILENT = { trace() { }, debug() { }, info() { }, warn() { }, error() { } };
/** The SDK's client: one attempt a request, since whoever asks decides whether to ask again. */
function openClient(options, parts, observe) {
    const client = new dist_cjs/* S3Client */.YxF({ ...configOf(options, parts), ...credentialsOf(parts) });
    // It makes a copy of every request and answer for a log that nobody reads.
    client.middlewareStack.remove('loggerMiddleware');
    watch(client, observe);
    watchCredentials(client, parts.env.AWS_PROFILE);
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
        streamCollector: bodies/* collectBody */.P,
        requestHandler: {
            // Bodies that are read outlast their turn, two for each comparison; the log must still find a connection.
            ...(0,proxies/* agentsFor */.m)(parts.env, options.concurrency * 3 + 8),
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
/** A listing that has more and does not say where: taken for a whole one, what is not listed would count as gone. */
const brokenOff = ({ keys }, prefix) => new object_store/* UnansweredError */.jd(`The listing of ${quoted(prefix)} in ${keys.location} breaks off and does not say where to go on`, { landed: 'no' });
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
const orderIn = (xml) => [...xml.matchAll(/<(Version|DeleteMarker)[\s>]/g)].map(([, kind]) => kind);
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
async function* listVersions(context, prefix, see = () => { }) {
    for await (const { version, told } of pages(context, prefix)) {
        see(version, told);
        yield version;
    }
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
        if (page.IsTruncated !== true)
            return;
        const marker = decodeListed(page.NextKeyMarker ?? '', page.EncodingType);
        if (marker === undefined || marker === '')
            throw brokenOff(context, prefix);
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
            OptionalObjectAttributes: ['RestoreStatus'],
            ...from,
        });
        const order = keepOrder(command);
        return { page: await client.send(command, options), order: order() };
    });
}
/**
 * The SDK tells versions and markers apart in two lists; `order` is how they stood in the answer. Those that it does not
 * name come last, and are put in their place by their times: one that is overlooked would count as gone.
 */
function listedOf(context, page, order) {
    const { Versions = [], DeleteMarkers = [] } = page;
    const versions = Versions.values();
    const markers = DeleteMarkers.values();
    const listed = [];
    const take = (told, marker) => {
        const key = told && ownKey(context, told.Key, page.EncodingType);
        if (told !== undefined && key !== undefined)
            listed.push({ told, version: storedVersion(key, told, marker) });
    };
    for (const kind of order)
        take((kind === 'Version' ? versions : markers).next().value, kind === 'DeleteMarker');
    for (const told of versions)
        take(told, false);
    for (const told of markers)
        take(told, true);
    return isNewestFirst(listed) ? listed : listed.sort(({ version: a }, { version: b }) => newestFirst(a, b));
}
/**
 * By key, and what is current before all else of its key: then the answer's order is S3's own, the only one that tells
 * two of the same second apart (and an upload in parts has the time at which it began).
 */
const isNewestFirst = (listed) => listed.every(({ version: { key, current } }, at) => {
    const before = listed[at - 1]?.version.key;
    return before === undefined || (0,object_store/* compareKeys */.YD)(before, key) < (current ? 0 : 1);
});
/** For stores that list all versions before all markers: times are all there is. */
const newestFirst = (a, b) => (0,object_store/* compareKeys */.YD)(a.key, b.key) || Number(b.current) - Number(a.current) || b.modified - a.modified;
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
 * Whether strangers can read the index, and, what counts, a backup or a version that is not current any more: a release
 * pulled for a security hole must not stay readable there.
 */
async function publicFinding({ context, anonymous, list }, versioning) {
    const client = anonymous();
    const backup = await firstBackup(list);
    const old = versioning === undefined || versioning === 'Off' ? undefined : await oldVersion(context, backup);
    const [index, kept, hidden] = await Promise.all([
        readable(client, context, { key: keys/* INDEX_KEY */.lr }),
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
    const places = [...(release === undefined ? [] : [`${release}/`]), keys/* INDEX_KEY */.lr];
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
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        context.debug(thrown.message);
    }
    return undefined;
}
async function firstBackup(list) {
    for await (const info of list(keys/* BACKUPS */.Gk))
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
        await (0,time_limit/* within */.ux)(context.caller.timeoutMs, async (abortSignal) => {
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
/** For the file of capabilities; nothing where it can't be told. */
const aclsIn = (ownership) => 'value' in ownership ? { object_acls: ownership.value !== 'BucketOwnerEnforced' } : {};
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
    const [log, backups] = [touching(keys/* LOG */.$9), touching(keys/* BACKUPS */.Gk)];
    // Of versions the manifests lie there, without which nothing is restored.
    const lost = versions
        ? "the manifests of backups: an older release can't be restored any more"
        : "backups: an older release can't be restored any more";
    const what = versions ? 'the manifests of backups' : 'backups';
    // What lies below our own folders is never replaced, so nothing there becomes noncurrent that a restore needs.
    const releases = touching('').filter((rule) => !prefixOf(rule).startsWith(inBucket(OURS)));
    return [
        ...log.flatMap((rule) => expiring(rule, 'the operation log, which must never lose a record')),
        ...(versions ? releases.flatMap((rule) => [...forgetting(rule), ...archivingVersions(rule)]) : []),
        ...backups.flatMap((rule) => expiring(rule, lost)),
        ...backups.flatMap((rule) => archiving(rule, what)),
        ...log.flatMap((rule) => archiving(rule, 'the operation log')),
    ];
}
/** Where each of our own folders begins. */
const OURS = '.rollback-';
function expiring(rule, what) {
    const { Days: days, Date: date } = rule.Expiration ?? {};
    if (days === undefined && date === undefined)
        return [];
    return [`Lifecycle rule ${nameOf(rule)} deletes ${what} (${when(days, date)})`];
}
const when = (days, date) => days === undefined && date !== undefined
    ? `on ${date.toISOString().slice(0, 10)}`
    : `after ${days ?? 0} days`;
function forgetting(rule) {
    const days = rule.NoncurrentVersionExpiration?.NoncurrentDays;
    if (days === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} deletes versions that are not current after ${days} days: a release rolled back longer ago can't be restored any more`,
    ];
}
function archivingVersions(rule) {
    const found = rule.NoncurrentVersionTransitions?.find(({ StorageClass }) => isArchive(StorageClass));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives versions that are not current (${found.StorageClass}, after ${found.NoncurrentDays ?? 0} days): a release rolled back longer ago has to be taken out of the archive before a restore`,
    ];
}
function archiving(rule, what) {
    const found = rule.Transitions?.find(({ StorageClass }) => isArchive(StorageClass));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives ${what} (${found.StorageClass}, ${when(found.Days, found.Date)}): nothing there can be read until it is taken out of the archive`,
    ];
}
const nameOf = ({ ID }) => `'${safeText(ID ?? 'without a name')}'`;
const prefixOf = ({ Filter, Prefix }) => Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
const overlaps = (left, right) => left.startsWith(right) || right.startsWith(left);

// EXTERNAL MODULE: ./lib/adapters/store/remote/capabilities.js
var remote_capabilities = __webpack_require__(37471);
// EXTERNAL MODULE: ./lib/adapters/store/remote/look-first.js
var look_first = __webpack_require__(14633);
// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(11199);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/head.js


/**
 * A HEAD. One that is refused comes without a body, so without a reason: an expired token, a clock that is off, a
 * customer's own key and a missing permission look alike. A GET of the same tells, and needs no other permission.
 */
const headOf = ({ Bucket, Key, ChecksumMode }) => async (client, options) => {
    try {
        return await client.send(new dist_cjs/* HeadObjectCommand */.l81({ Bucket, Key, ChecksumMode }), options);
    }
    catch (thrown) {
        if (!isMute(readThrown(thrown)))
            throw thrown;
        const { Body } = await client.send(new dist_cjs/* GetObjectCommand */.jLs({ Bucket, Key }), options);
        Body?.destroy();
        throw thrown;
    }
};

;// CONCATENATED MODULE: ./lib/adapters/store/s3/sums.js
/** What S3 may know of an object's bytes. */
const SUMS = [
    'ChecksumCRC64NVME',
    'ChecksumCRC32C',
    'ChecksumCRC32',
    'ChecksumSHA256',
    'ChecksumSHA1',
];
/** Of parts: it depends on where these were cut. */
const isComposite = ({ ChecksumType }) => ChecksumType === 'COMPOSITE';
/** Those of the whole object, as `crc64nvme:…`; a HEAD tells them where it is asked to. */
const wholeSums = (answer) => isComposite(answer)
    ? []
    : SUMS.flatMap((sum) => {
        const value = answer[sum];
        return value === undefined ? [] : [`${sum.replace('Checksum', '').toLowerCase()}:${value}`];
    });

;// CONCATENATED MODULE: ./lib/adapters/store/s3/read.js










/** The whole object at once: meant for the index and files of ours. */
function readObject(context, key) {
    return get(context, key, async (answer, each) => {
        const chunks = [];
        await each((chunk) => chunks.push(chunk));
        return { info: toldOf(key, answer), body: (0,byte_parts/* joinBytes */.mE)(chunks), attributes: attributesOf(answer) };
    });
}
/** Each attempt has a sink of its own. */
function readObjectInto(context, key, begin) {
    return get(context, key, async (_, each) => {
        const sink = begin();
        await each((chunk) => sink.take(chunk));
        return sink.end();
    });
}
function digestObject(context, key) {
    return readObjectInto(context, key, () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        return { take: (chunk) => hash.update(chunk), end: () => hash.digest('hex') };
    });
}
async function headObject(context, key) {
    const answer = await headAnswer(context, key);
    return answer && toldOf(key, answer);
}
/** The same with all that the store knows of the bytes: where ETags differ it saves reading them. */
async function headWithSums(context, key) {
    const answer = await headAnswer(context, key, true);
    if (answer === undefined)
        return undefined;
    const info = toldOf(key, answer);
    return { ...info, checksum: [info.checksum, ...wholeSums(answer)].join(' ') };
}
/** With `checksums` also what the store knows of the bytes. */
function headAnswer(context, key, checksums = false) {
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
    return unlessAbsent(context.caller.stream(doing, (client, options) => client.send(new dist_cjs/* GetObjectCommand */.jLs(command), options), (answer) => {
        const body = answer.Body;
        const each = (chunk) => (0,time_limit/* eachChunk */.H1)(body, context.caller.timeoutMs, chunk, (reason) => body.destroy(reason));
        return take(answer, each);
    }));
}
const toldOf = (key, answer) => infoOf(key, { ...answer, Size: answer.ContentLength });

;// CONCATENATED MODULE: ./lib/adapters/store/s3/remove.js






/**
 * Deletes what is at `revision`; undefined when it was absent already. Never names a version: where the bucket keeps
 * versions this only places a marker, and nothing is lost.
 */
async function removeObject(context, { holds, bareEtags }, { key, revision }, guard) {
    const conditional = holds.conditional_delete;
    if (!conditional && !(await (0,look_first/* lookUnchanged */.p)((at) => headObject(context, at), key, revision)))
        return undefined;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(conditional ? { IfMatch: asCondition(revision, bareEtags) } : {}),
    };
    const doing = { what: `delete ${quoted(key)}`, action: 's3:DeleteObject', key };
    return unlessAbsent(context.caller.change(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options), guard));
}
/** Deletes exactly one stored version or marker for good; one that is gone already is success. */
async function removeVersion(context, key, versionId, guard) {
    const { doing, send } = versionDeletion(context, key, versionId);
    await unlessAbsent(context.caller.change(doing, send, guard));
}
/** The same of a version that never was, asked as often as a read: nothing can come of it. */
async function tryRemoveVersion(context, key) {
    const { doing, send } = versionDeletion(context, key, 'null');
    await unlessAbsent(context.caller.ask(doing, send));
}
function versionDeletion(context, key, versionId) {
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), VersionId: versionId };
    const what = `delete version ${versionId} of ${quoted(key)}`;
    const send = (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options);
    return { doing: { what, action: 's3:DeleteObjectVersion', key }, send };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/absent-delete.js








/**
 * Whether a delete of what is not there is judged by its condition, and so changes nothing: tried in a place of the
 * probe's own, where a marker that is placed all the same is removed again. Undefined where no markers are placed.
 */
async function judgesAbsentDeletes(context, { holds, bareEtags }, { versioning, id }) {
    if (versioning === 'Off')
        return undefined;
    if (!holds.conditional_delete)
        return false;
    const key = `${keys/* WORK */.Ar}probe-${id}/not-there`;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        IfMatch: asCondition(NEVER, bareEtags),
    };
    const doing = { what: `delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
    const asked = context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options));
    try {
        const answer = await unlessAbsent(asked);
        if (answer === undefined)
            return true;
        const placed = answer.VersionId !== undefined || answer.DeleteMarker === true;
        // Many stores answer a delete of nothing like any other; where versions are kept that is no proof.
        if (!placed && versioning === undefined)
            return true;
        // Not seen by a listing, and small; so a permission that is missing for it is no matter.
        if (answer.VersionId !== undefined)
            await removeVersion(context, key, answer.VersionId, workspace/* UNGUARDED */.I).catch(() => { });
        return false;
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK)
            return true;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./lib/adapters/store/remote/list-repository.js
var list_repository = __webpack_require__(34414);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-job.js



/** Which of the two is not as it was believed: the answer does not say it everywhere. */
async function blamed({ context, source, to }, thrown) {
    if (thrown instanceof AbsentError && thrown.code === 'NoSuchUpload')
        return withoutUpload(thrown);
    if (thrown instanceof AbsentError)
        return new object_store/* ConflictError */.fK(source.key, { cause: thrown });
    if (!(thrown instanceof object_store/* ConflictError */.fK))
        return thrown;
    const standing = await headObject(context, source.key);
    const changed = standing?.revision !== source.revision;
    return new object_store/* ConflictError */.fK(changed ? source.key : to, { cause: thrown });
}
/** A lifecycle rule or a person took the upload away: nothing was made, and the whole copy may be asked for again. */
const withoutUpload = (cause) => new object_store/* UnansweredError */.jd(`${cause.message}: somebody aborted the upload`, { landed: 'no', cause });

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-source.js
/**
 * The `x-amz-copy-source` header: the path of bucket and key, each part percent-encoded. '+' too, which would be taken
 * for a blank; '//' stays. Of an access point it is its ARN, then `/object/`.
 */
function copySourceOf(bucket, bucketKey) {
    const key = bucketKey.split('/').map(encodeURIComponent).join('/');
    return bucket.startsWith('arn:') ? `${bucket}/object/${key}` : `${bucket}/${key}`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/uploads.js







/**
 * Takes an upload back that nobody will complete; asked for again while there is no answer, since it does no harm twice.
 * Best effort: parts that stay cost room, and nothing else.
 */
async function abortUpload(context, bucketKey, uploadId, guard = workspace/* UNGUARDED */.I) {
    const doing = { what: 'abort an upload', action: 's3:AbortMultipartUpload' };
    const command = { Bucket: context.bucket, Key: bucketKey, UploadId: uploadId };
    try {
        await unlessAbsent(context.caller.repeat(doing, guard, (client, options) => client.send(new dist_cjs/* AbortMultipartUploadCommand */.tfP(command), options)));
        return true;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        context.debug(thrown.message);
        return false;
    }
}
/**
 * Those below backups that began before `since`, when nothing was open: of runs that closed and could not abort them.
 * Elsewhere in the bucket another repository may keep its backups, too, whose log we don't know: only what no run can be
 * at work on any more.
 */
async function sweepUploads(context, since) {
    try {
        const slack = context.keys.backupsElsewhere ? FORGOTTEN : SLACK;
        await abortUploads(context, keys/* BACKUPS */.Gk, (_, initiated) => initiated < since - slack, workspace/* UNGUARDED */.I);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        context.debug(thrown.message);
    }
}
/** Times of the store are estimated from whole seconds; milliseconds. */
const SLACK = 5000;
/** A day: no copy of one object takes as long. */
const FORGOTTEN = 86_400_000;
/** Aborts the uploads of ours that are under way below `prefix`; how many there were. */
async function abortUploads(context, prefix, isOurs, guard) {
    const doing = { what: `list the uploads below ${quoted(prefix)}`, action: 's3:ListBucketMultipartUploads' };
    const place = context.keys.folderInBucket(prefix);
    let aborted = 0;
    let from = {};
    for (;;) {
        const command = { Bucket: context.bucket, Prefix: place, EncodingType: 'url', ...from };
        const page = await context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* ListMultipartUploadsCommand */.mo2(command), options));
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
            const key = ownKey(context, Key, page.EncodingType);
            if (key === undefined || !key.startsWith(prefix) || UploadId === undefined)
                continue;
            // Without a time it is neither before nor after another: a publisher's must not pass for one of ours.
            if (!isOurs(key, Initiated?.getTime() ?? Number.NaN))
                continue;
            if (await abortUpload(context, context.keys.toBucket(key), UploadId, guard))
                aborted += 1;
        }
        const marker = decodeListed(page.NextKeyMarker ?? '', page.EncodingType);
        // Without a place to go on it would begin anew for ever.
        if (page.IsTruncated !== true || marker === undefined || marker === '')
            return aborted;
        from = { KeyMarker: marker, UploadIdMarker: page.NextUploadIdMarker };
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy-parts.js














/** S3 takes no more parts of one object. */
const MOST_PARTS = 10_000;
/** Bytes of each part: as many as wanted, more where it would be too many parts. */
const sizeOfParts = (wanted, whole) => Math.max(wanted, Math.ceil(whole / MOST_PARTS));
/**
 * A copy in parts, which carries nothing over by itself: content type, metadata, tags, class and encryption are given by
 * hand. The parts belong to exactly the source's revision; whatever goes wrong, the upload is aborted.
 */
async function copyInParts(job) {
    const { context, source, to } = job;
    // A copy of ours whose reply was lost is not made again, only to be refused at its end.
    await (0,look_first/* lookAbsent */.r)((key) => headObject(context, key), to);
    const answer = await headAnswer(context, source.key);
    if (answer === undefined || revisionOf(answer.ETag) !== source.revision)
        throw new object_store/* ConflictError */.fK(source.key);
    const attributes = attributesOf(answer);
    const tags = await tagsToCarry(context, source.key, attributes);
    const target = { Bucket: context.bucket, Key: context.keys.toBucket(to) };
    const command = { ...target, ...carried(attributes), ...(tags === '' ? {} : { Tagging: tags }) };
    const { UploadId } = await context.caller.change(doing(job), (client, options) => client.send(new dist_cjs/* CreateMultipartUploadCommand */.nG4(command), options), job.guard);
    try {
        const parts = await copyParts(job, UploadId ?? '');
        return await complete(job, UploadId ?? '', parts);
    }
    catch (thrown) {
        await abortUpload(context, target.Key, UploadId ?? '');
        throw thrown;
    }
}
/** Nothing was made: the whole copy may be asked for again. */
function twinOr(thrown, parts) {
    if (thrown instanceof AbsentError)
        return withoutUpload(thrown);
    const refused = thrown instanceof errors/* RollbackError */.ZS && thrown.details.some((each) => /^InvalidPart:/.test(each));
    if (!refused || !parts.some(({ again }) => again))
        return thrown;
    return new object_store/* UnansweredError */.jd(`${thrown.message}: a part was made twice`, { landed: 'no', cause: thrown });
}
const doing = ({ source, to }) => ({
    what: `copy ${quoted(source.key)} to ${quoted(to)} in parts`,
    action: 's3:PutObject',
    key: to,
});
/** All have ended before the first failure is told: none lands in an upload that is aborted already. */
async function copyParts(job, uploadId) {
    const { context, source } = job;
    const size = sizeOfParts(context.partSize, source.size);
    const numbers = Array.from({ length: Math.ceil(source.size / size) }, (_, at) => at + 1);
    let failed;
    const parts = [];
    const copyPart = async (number) => {
        if (failed !== undefined)
            return;
        const first = (number - 1) * size;
        const last = Math.min(first + size, source.size) - 1;
        try {
            parts[number - 1] = await sendPart(job, uploadId, number, `bytes=${first}-${last}`);
        }
        catch (thrown) {
            failed ??= { thrown };
        }
    };
    await (0,p_map["default"])(numbers, copyPart, { concurrency: context.concurrency });
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
    let sent = 0;
    try {
        // One busy moment must not throw away hundreds of parts.
        const { CopyPartResult } = await context.caller.repeat(doing(job), job.guard, (client, options) => {
            sent += 1;
            return client.send(new dist_cjs/* UploadPartCopyCommand */.Xp2(command), options);
        });
        return { PartNumber: number, ETag: CopyPartResult?.ETag, again: sent > 1 };
    }
    catch (thrown) {
        throw await blamed(job, thrown);
    }
}
/** Not every store that looks at the condition of a copy also looks at this one: so we look, too. */
async function complete(job, uploadId, parts) {
    const { context, dialect, to } = job;
    await (0,look_first/* lookAbsent */.r)((key) => headObject(context, key), to);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        UploadId: uploadId,
        MultipartUpload: { Parts: parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) },
        ...(dialect.holds.conditional_copy_target ? { IfNoneMatch: '*' } : {}),
    };
    const completing = context.caller.change(doing(job), (client, options) => client.send(new dist_cjs/* CompleteMultipartUploadCommand */.Gym(command), options), job.guard);
    const { ETag } = await completing.catch((thrown) => Promise.reject(twinOr(thrown, parts)));
    // Ceph makes the object and does not tell its ETag.
    const revision = revisionOf(ETag) || (await headObject(context, to))?.revision;
    return { revision: revision ?? '', modified: undefined };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/encryption.js
const encryptionOf = ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, WebsiteRedirectLocation, }) => ({
    ServerSideEncryption,
    SSEKMSKeyId,
    BucketKeyEnabled,
    WebsiteRedirectLocation,
});
/** Whether a copy that asked for nothing got what its source had. What never was encrypted can't be asked for. */
const isCarried = (source, copy) => source.WebsiteRedirectLocation === copy.WebsiteRedirectLocation && isEncryptionCarried(source, copy);
const isEncryptionCarried = (source, copy) => source.ServerSideEncryption === undefined ||
    (source.ServerSideEncryption === copy.ServerSideEncryption &&
        source.SSEKMSKeyId === copy.SSEKMSKeyId &&
        (source.BucketKeyEnabled ?? false) === (copy.BucketKeyEnabled ?? false));
/**
 * A copy gets the bucket's default encryption unless it asks for another, and only a HEAD tells what its source has: one
 * request more for each. So the first copy of a kind (backup, restore) is a sample. If it got what its source has, all
 * others are taken to be like it: a release is uploaded in one go. If not, each is looked at; also where the sample sends
 * on to another place, which no copy takes over. One that is encrypted otherwise than the sample after all shows by its
 * ETag (copy.ts).
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
    const { WebsiteRedirectLocation: redirect } = wanted;
    const made = await requests.copy(redirect === undefined ? undefined : { WebsiteRedirectLocation: redirect });
    if (isEncryptionCarried(wanted, made)) {
        return { verdict: redirect === undefined ? 'default' : 'each', made };
    }
    return { verdict: 'each', made: await requests.copyOver(made, wanted) };
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/verify-copy.js





/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. Throws BACKUP when they are not the same.
 */
async function demandSame({ context, source, to }, revision) {
    const [original, copy] = await Promise.all([
        headAnswer(context, source.key, true),
        headAnswer(context, to, true),
    ]);
    const problem = difference(source.size, original, copy, revision);
    if (problem === undefined)
        return { original, copy };
    throw (0,errors/* failure */.V2)('BACKUP', `The copy of ${quoted(source.key)} at ${quoted(to)} is not the same: ${problem}`);
}
function difference(size, original, copy, revision) {
    if (copy === undefined)
        return 'it is not there';
    if (revisionOf(copy.ETag) !== revision)
        return 'somebody wrote over it';
    if (copy.ContentLength !== size)
        return `it has ${copy.ContentLength} bytes instead of ${size}`;
    // Ceph drops the tags of an upload in parts.
    if ((original?.TagCount ?? 0) !== (copy.TagCount ?? 0))
        return 'its tags did not come along';
    // Of parts they depend on where these were cut.
    if (original === undefined || isComposite(original) || isComposite(copy))
        return undefined;
    const differing = SUMS.find((sum) => original[sum] !== undefined && copy[sum] !== undefined && original[sum] !== copy[sum]);
    return differing === undefined ? undefined : `${differing} differs`;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/copy.js















/** Server-side copy of exactly `source.revision` to an absent key, with all its attributes; verified. */
async function copyObject(job, carrier) {
    const { context, source, to } = job;
    demandRoom(job);
    await lookBefore(job);
    const whole = source.size < context.copyThreshold;
    const made = whole ? await copyWhole(job, carrier) : await copyInParts(job);
    const { revision, modified } = made.revision === source.revision ? made : await verified(job, made, whole);
    const told = { ETag: revision, Size: source.size, LastModified: modified };
    return infoOf(to, { ...told, StorageClass: source.storage_class });
}
/** A copy of ours whose answer was lost may have stopped between the copy and the copy over it. */
async function finishCopy(job, standing) {
    const { context, source, to } = job;
    const whole = source.size < context.copyThreshold;
    const { revision, modified } = await verified(job, { revision: standing }, whole);
    const told = { ETag: revision, Size: source.size, LastModified: modified };
    return infoOf(to, { ...told, StorageClass: source.storage_class });
}
/** With another ETag than its source's its encryption may be another, too: the sample of its kind was like others. */
async function verified(job, { revision }, whole) {
    const { original, copy } = await demandSame(job, revision);
    const carried = original === undefined || copy === undefined || isCarried(encryptionOf(original), encryptionOf(copy));
    if (!whole || carried)
        return { revision, modified: copy?.LastModified };
    const again = await send(job, encryptionOf(original), onlyOver(job, revision));
    const last = await demandSame(job, again.revision);
    return { revision: again.revision, modified: last.copy?.LastModified };
}
/** A backup's key is longer than the artifact's. */
function demandRoom({ context, source, to }) {
    const bytes = new TextEncoder().encode(context.keys.folderInBucket(to)).length;
    if (bytes <= key_map/* LONGEST_KEY */.rD)
        return;
    throw (0,errors/* failure */.V2)('BACKUP', `The backup of ${quoted(source.key)} would have a key of ${bytes} bytes`, {
        advice: `S3 allows ${key_map/* LONGEST_KEY */.rD} bytes. Give a short backup-prefix, or turn versioning of the bucket on: then nothing is copied.`,
    });
}
async function lookBefore({ context, dialect, source, to }) {
    const head = (key) => headObject(context, key);
    if (!dialect.holds.conditional_copy_source && !(await (0,look_first/* lookUnchanged */.p)(head, source.key, source.revision))) {
        throw new object_store/* ConflictError */.fK(source.key);
    }
    if (!dialect.holds.conditional_copy_target)
        await (0,look_first/* lookAbsent */.r)(head, to);
}
function copyWhole(job, carrier) {
    return carrier.copy(job.to.startsWith(keys/* BACKUPS */.Gk) ? 'backup' : 'restore', {
        look: async () => {
            const answer = await headAnswer(job.context, job.source.key);
            if (answer === undefined)
                throw new object_store/* ConflictError */.fK(job.source.key);
            return encryptionOf(answer);
        },
        copy: (encryption) => send(job, encryption, onlyIfAbsent(job)),
        copyOver: (made, encryption) => send(job, encryption, onlyOver(job, made.revision)),
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
        // Looks came before, or the sample of another copy.
        const answer = await context.caller.change(doing, (client, options) => client.send(new dist_cjs/* CopyObjectCommand */.s9Z(command), options), job.guard);
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
        if (page.IsTruncated !== true)
            return;
        token = page.NextContinuationToken;
        if (token === undefined)
            throw brokenOff(context, prefix);
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
    const doing = { what: `list ${quoted(prefix)}`, action: 's3:ListBucket', key: prefix };
    return context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* ListObjectsV2Command */.u6x(command), options));
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
            objects.push((0,list_repository/* folderInfo */.T)(key));
    }
    return objects.sort((a, b) => (0,object_store/* compareKeys */.YD)(a.key, b.key));
}

// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(30558);
;// CONCATENATED MODULE: ./lib/adapters/store/s3/put.js















async function putObject(context, dialect, put) {
    if (put.key !== keys/* CAPABILITIES_KEY */.l7) {
        return put_send(context, dialect, put, await attributesFor(context, put.key, put.when));
    }
    const plain = { ContentType: contentTypeOf(put.key) };
    try {
        return await put_send(context, dialect, put, { ...plain, Tagging: CANARY });
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS) || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        return put_send(context, dialect, put, plain);
    }
}
/** Whoever reads this file and is told of a tag may read tags: then others that tell of none have none. */
const CANARY = 'release-rollback=capabilities';
async function put_send(context, dialect, { key, body, when, guard }, kept) {
    const condition = await conditionFor(context, dialect, key, when);
    const sent = sentAs(body, context.checksums);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...sent.fields,
        ...kept,
        ...condition,
    };
    const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
    try {
        const answer = await context.caller.change(doing, (client, options) => client.send(signedAs(new dist_cjs/* PutObjectCommand */.wKZ(command), sent.sha256), options), guard);
        return revisionOf(answer.ETag);
    }
    catch (thrown) {
        // If-Match of a key that is gone.
        if (thrown instanceof AbsentError)
            throw new object_store/* ConflictError */.fK(key, { cause: thrown });
        throw thrown;
    }
}
/** What is sent as a stream has its sums told before: else the SDK would send it in chunks with a trailer of its own. */
function sentAs(body, checksums) {
    if (body instanceof Uint8Array)
        return { fields: { Body: body, ContentLength: body.length }, sha256: undefined };
    const sha256 = (0,log_record/* sha256Hex */.fg)(body);
    const sum = checksums ? { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') } : {};
    return { fields: { Body: (0,bodies/* streamOf */.m)(body), ContentLength: (0,byte_parts/* lengthOf */.Y5)(body), ...sum }, sha256 };
}
/** Signed with the hash of its body, as any request that is not a stream. */
function signedAs(command, sha256) {
    if (sha256 === undefined)
        return command;
    command.middlewareStack.add((next) => (args) => {
        const { headers } = args.request;
        headers['x-amz-content-sha256'] = sha256;
        return next(args);
    }, { step: 'build', name: 'tellContentSha256' });
    return command;
}
async function attributesFor(context, key, when) {
    const attributes = when === 'absent' ? undefined : when.attributes;
    if (attributes === undefined)
        return { ContentType: contentTypeOf(key) };
    const [tags, grants] = await Promise.all([tagsToCarry(context, key, attributes), grantsFor(context, key)]);
    return { ...carried(attributes), ...grants, ...(tags === '' ? {} : { Tagging: tags }) };
}
async function conditionFor(context, { holds, bareEtags }, key, when) {
    const head = (at) => headObject(context, at);
    if (when === 'absent') {
        if (holds.create_only)
            return { IfNoneMatch: '*' };
        await (0,look_first/* lookAbsent */.r)(head, key);
        return {};
    }
    if (holds.compare_and_swap)
        return { IfMatch: asCondition(when.unchangedSince, bareEtags) };
    if (!(await (0,look_first/* lookUnchanged */.p)(head, key, when.unchangedSince)))
        throw new object_store/* ConflictError */.fK(key);
    return {};
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/batch.js







/** DeleteObjects takes no more. */
const BATCH = 1000;
/** S3 takes some thousand deletes a second below one prefix; and each batch under way holds its keys and their answers. */
const BATCHES_AT_ONCE = 4;
/** Deletes many by one request and reads every answer; keys that XML can't carry go one by one. Throws without any answer. */
async function deleteBatch(context, deletions, { one, guard }) {
    const { concurrency } = context;
    const fits = deletions.filter(({ key }) => isXmlSafe(context.keys.toBucket(key)));
    const others = deletions.filter(({ key }) => !isXmlSafe(context.keys.toBucket(key)));
    const together = fits.length === 0 ? [] : await deleteTogether(context, fits, guard);
    const alone = await (0,p_map["default"])(others, (deletion) => settled(deletion, one), { concurrency });
    return [...together, ...alone];
}
/** Whatever a request for one key threw, as its answer. */
async function settled(deletion, one) {
    try {
        return await one(deletion);
    }
    catch (thrown) {
        if (thrown instanceof workspace/* SupersededError */.Z)
            throw thrown;
        return outcomeOf(deletion.key, thrown);
    }
}
async function deleteTogether(context, deletions, guard) {
    const action = actionFor(deletions[0]);
    const Objects = deletions.map(({ key, etag, versionId }) => ({
        Key: context.keys.toBucket(key),
        ETag: etag,
        VersionId: versionId,
    }));
    const doing = { what: `delete ${deletions.length} objects`, action };
    const command = { Bucket: context.bucket, Delete: { Objects, Quiet: false } };
    const answer = await context.caller.change(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectsCommand */.xvx(command), options), guard);
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

;// CONCATENATED MODULE: ./lib/adapters/store/s3/removals.js








/** Deletes by batch, each key only at its revision: by the store's own conditions, or by a look at each directly before. */
async function deletePinned(context, dialect, objects, guard) {
    const revisions = new Map(objects.map(({ key, revision }) => [key, revision]));
    const one = async ({ key }) => {
        const answer = await removeObject(context, dialect, { key, revision: revisions.get(key) ?? '' }, guard);
        return answer === undefined
            ? { key, result: 'absent' }
            : { key, result: 'deleted', markerId: answer.VersionId };
    };
    if (dialect.holds.conditional_batch_delete) {
        const deletions = objects.map(({ key, revision }) => ({
            key,
            etag: asCondition(revision, dialect.bareEtags),
        }));
        return deleteBatch(context, deletions, { one, guard });
    }
    const looks = await (0,p_map["default"])(objects, (object) => look(context, object), { concurrency: context.concurrency });
    const standing = looks.filter((each) => each.result === 'there');
    const decided = looks.flatMap((each) => each.result === 'there' ? [] : [{ key: each.key, result: each.result }]);
    return [...decided, ...(await deleteBatch(context, standing, { one, guard }))];
}
async function look(context, { key, revision }) {
    try {
        const there = await (0,look_first/* lookUnchanged */.p)((at) => headObject(context, at), key, revision);
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
        atOnce: BATCHES_AT_ONCE,
        remove: async (objects, guard = workspace/* UNGUARDED */.I) => (await deletePinned(context, dialect, objects, guard)).map(asAnswer),
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
    readInto(key, begin) {
        return readObjectInto(this.#context, key, begin);
    }
    head(key) {
        return headWithSums(this.#context, key);
    }
    digest(key) {
        return digestObject(this.#context, key);
    }
    list(prefix, options = {}) {
        const { keys } = this.#context;
        return (0,list_repository/* listRepository */.j)(keys, prefix, options, (place, asked) => asked.versions === true && asked.shallow !== true
            ? listCurrent(this.#context, place, asked)
            : listObjects(this.#context, place, asked));
    }
    put(key, body, when, guard = workspace/* UNGUARDED */.I) {
        return putObject(this.#context, this.#dialect, { key, body, when, guard });
    }
    copy(source, to, guard = workspace/* UNGUARDED */.I) {
        return copyObject({ context: this.#context, dialect: this.#dialect, source, to, guard }, this.#carrier);
    }
    finishCopy(source, standing, guard = workspace/* UNGUARDED */.I) {
        const job = { context: this.#context, dialect: this.#dialect, source, to: standing.key, guard };
        return finishCopy(job, standing.revision);
    }
    async remove(key, revision, guard = workspace/* UNGUARDED */.I) {
        await removeObject(this.#context, this.#dialect, { key, revision }, guard);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/probing.js








/** What the store holds to, found out by trying; see `probe`. */
async function probeStore(parts) {
    const { context } = parts;
    const asked = await readSetting(context, askVersioning(context));
    const versioning = 'value' in asked ? asked.value : undefined;
    const found = await tryDialects(parts).catch((thrown) => onlyPlainWrites(parts, thrown));
    const dialect = { holds: found.holds, bareEtags: 'bare_etags' in found };
    const judges = await judgesAbsentDeletes(context, dialect, { versioning, id: (0,external_node_crypto_.randomUUID)() });
    return {
        schema_version: 1,
        tool_version: parts.toolVersion,
        service: parts.service,
        probed_at: new Date(parts.clock.now()).toISOString(),
        ...(versioning === undefined ? {} : { versioning }),
        ...(judges === undefined ? {} : { judges_absent_deletes: judges }),
        ...found,
    };
}
/** A store that refuses the right ETag may want it without quotation marks. */
async function tryDialects(parts) {
    const quoted = await tryDialect(parts, false);
    if (quoted.holds.compare_and_swap)
        return quoted;
    const bare = await tryDialect(parts, true);
    return bare.holds.compare_and_swap ? { ...bare, bare_etags: true } : quoted;
}
const tryDialect = ({ context, retries }, bareEtags) => retries.run(() => (0,probe/* probe */.d)(new S3Objects(context, { holds: remote_capabilities/* HOLDS_ALL */.ZG, bareEtags }), (0,external_node_crypto_.randomUUID)()));
/** Backblaze B2 refuses a write with a condition, and takes the same without one. What refuses both is refused. */
async function onlyPlainWrites({ context, retries }, thrown) {
    if (!(thrown instanceof errors/* RollbackError */.ZS) || thrown.code !== 'STEP_FAILED')
        throw thrown;
    const plain = new S3Objects(context, { holds: remote_capabilities/* HOLDS_NOTHING */.DA, bareEtags: false });
    const write = async () => {
        const key = `${keys/* WORK */.Ar}probe-${(0,external_node_crypto_.randomUUID)()}/plain`;
        await plain.remove(key, await plain.put(key, new TextEncoder().encode('plain'), 'absent'));
    };
    await retries.run(write).catch(() => Promise.reject(thrown));
    return { holds: remote_capabilities/* HOLDS_NOTHING */.DA, batch_delete: false };
}
/** Until something else is known, every condition is sent: a store that knows them holds to them. */
const dialectOf = (capabilities) => ({
    holds: capabilities?.holds ?? remote_capabilities/* HOLDS_ALL */.ZG,
    bareEtags: capabilities?.bare_etags === true,
});

;// CONCATENATED MODULE: ./lib/adapters/store/s3/try-delete.js






/** Below a folder: a name that nothing has. */
const NOTHING = '.rollback-nothing';
/**
 * Whether objects may be deleted, asked by a delete that changes nothing: of a key that is not there, at a revision that
 * no object has. Throws PERMISSION. S3 looks at the permission first, and only then at key and condition.
 */
async function tryDelete(context, { holds, bareEtags }, { version, versioning, judged }) {
    // Without a condition that is held a bucket with versions would place a marker over nothing.
    if (versioning !== 'Off' && !(holds.conditional_delete && judged === true))
        return;
    const key = `${version === undefined ? keys/* WORK */.Ar : (0,keys/* artifactsPrefix */.oP)(version)}${NOTHING}`;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(holds.conditional_delete ? { IfMatch: asCondition(NEVER, bareEtags) } : {}),
    };
    const doing = { what: `try to delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
    const asked = context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectCommand */.k4j(command), options));
    try {
        await unlessAbsent(asked);
    }
    catch (thrown) {
        if (!(thrown instanceof object_store/* ConflictError */.fK))
            throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/try-deletes.js





/** Where versions are kept a delete of what is not there places a marker, and no copies are made that would have to go. */
const triesBoth = ({ batch_delete: batches }, versioning) => batches && versioning === 'Off';
/**
 * Tries at once to delete below the release and below the backups, at names that nothing has. Nothing depends on the
 * second: a copy that is not needed after all would stay, which is a warning. Whatever the first meets is for `alone` to
 * say, which tries it by itself.
 */
async function tryDeletes(context, version, alone) {
    const [release, backup] = [(0,keys/* artifactsPrefix */.oP)(version), keys/* BACKUPS */.Gk].map((folder) => context.keys.toBucket(folder + NOTHING));
    const Objects = [{ Key: release }, { Key: backup }];
    const command = { Bucket: context.bucket, Delete: { Objects } };
    const doing = { what: 'try to delete what is not there', action: 's3:DeleteObject' };
    const asked = context.caller.ask(doing, (client, options) => client.send(new dist_cjs/* DeleteObjectsCommand */.xvx(command), options));
    const refusals = await asked.then(({ Errors = [] }) => Errors, unlessTold);
    if (refusals === undefined || refusals.some(({ Key }) => Key === release))
        await alone();
    if (!refusals?.some(({ Key, Code }) => Key === backup && Code === 'AccessDenied'))
        return [];
    return [
        `A backup that is not needed after all will stay: s3:DeleteObject is denied below ${context.keys.folderInBucket(keys/* BACKUPS */.Gk)}`,
    ];
}
/** A batch that is refused as a whole says nothing of either. */
function unlessTold(thrown) {
    if ((0,object_store/* isUnanswered */.Ni)(thrown) || !(thrown instanceof errors/* RollbackError */.ZS))
        throw thrown;
}

;// CONCATENATED MODULE: ./lib/adapters/store/s3/inspect.js








/** Preflight: what would stop a change half-way is found before it begins. One to five requests, and the probe once. */
async function inspectStore(parts, options) {
    const { context, file } = parts;
    const { forWriting, takesArtifacts = true } = options;
    // Tells at once whether bucket, region, credentials and the permission to read are right.
    const asked = takesArtifacts ? settingsOf(context, forWriting) : NO_SETTINGS;
    // What the first says goes before whatever refuses a setting.
    void Promise.resolve(asked).catch(() => { });
    const known = await file.read();
    context.beside.countsTags = hasTags(known.stored?.attributes ?? {});
    const settings = await asked;
    const capable = takesArtifacts ? stillTrue(known.capabilities, settings.versioning) : known.capabilities;
    const kept = { ...known, capabilities: capable };
    const found = [];
    const tell = (words) => void found.push(...words);
    const capabilities = forWriting ? await prove(parts, options, kept, settings, tell) : kept.capabilities;
    const warnings = [...judge(parts, options, capabilities, settings.versioning), ...settings.warnings];
    warnings.push(...found);
    if (forWriting && capabilities !== undefined) {
        if (takesArtifacts)
            warnings.push(...trialWarnings(context, capabilities, settings.versioning));
        await inspectTags(context);
        warnings.push(...(await inspectAcls(context, dialectOf(capabilities), capabilities.object_acls)));
    }
    return { capabilities, versioning: settings.versioning, warnings };
}
/** What was probed before, or is now; where objects begin or cease to have ACLs, that is kept, too. */
async function prove({ context, probe, keep }, { version, takesArtifacts = true }, { capabilities, stored }, { versioning, ownership }, tell) {
    if (capabilities === undefined) {
        // Among all else it tries to delete.
        const found = await probe();
        await keep(found, stored);
        return found;
    }
    const judged = capabilities.judges_absent_deletes;
    const alone = () => tryDelete(context, dialectOf(capabilities), { version, versioning, judged });
    if (takesArtifacts && version !== undefined && triesBoth(capabilities, versioning))
        tell(await tryDeletes(context, version, alone));
    else if (takesArtifacts)
        await alone();
    // The index alone asks only for what nobody asked before.
    const asksNow = ownership === undefined && capabilities.object_acls === undefined;
    const told = asksNow ? await readSetting(context, askOwnership(context)) : ownership;
    const current = { ...capabilities, ...(told === undefined ? {} : aclsIn(told)) };
    if (current.object_acls !== capabilities.object_acls)
        await keep(current, stored);
    return current;
}
/**
 * What some stores hold to depends on whether they keep versions: found before that was changed, it is not known any more.
 * Nor is it where it was not tried yet whether a delete of nothing changes nothing.
 */
function stillTrue(capabilities, versioning) {
    if (versioning !== undefined && capabilities?.versioning !== versioning)
        return undefined;
    const untried = versioning !== 'Off' && capabilities?.judges_absent_deletes === undefined;
    return untried ? undefined : capabilities;
}
/** That deletes are permitted is tried by one that can't hold; not where that would place a marker. */
const trialWarnings = ({ keys }, { holds, judges_absent_deletes: judges }, versioning) => versioning === 'Off' || judges !== false || !holds.conditional_delete
    ? []
    : [
        `Whether objects may be deleted in ${keys.location} is not tried before anything changes: this store places a delete marker over what is not there, whatever the condition`,
    ];
/** A listing needs no conditions; a dry run is judged as the real run would be. */
function judge({ context, singleWriter, amazon }, { forWriting, version, takesArtifacts = true }, capabilities, versioning) {
    if (!forWriting && version === undefined)
        return [];
    const { location } = context.keys;
    if (capabilities === undefined) {
        if (amazon)
            return [];
        return [
            `What ${location} holds to was not probed yet as it is set up now, and a dry run does not write: the next real run probes it`,
        ];
    }
    const copies = versioning !== 'Enabled';
    return (0,requirements/* judgeConditions */.U2)((0,requirements/* notHeld */.H7)(capabilities.holds, { artifacts: takesArtifacts, copies }), location, singleWriter);
}
const NO_SETTINGS = { versioning: undefined, warnings: [] };
async function settingsOf(context, forWriting) {
    const asked = readSetting(context, askVersioning(context));
    if (!forWriting) {
        const versioning = known(await asked);
        return { versioning, warnings: versioningWarnings(context, versioning) };
    }
    const [told, lifecycle, ownership] = await Promise.all([
        asked,
        readSetting(context, askLifecycle(context)),
        readSetting(context, askOwnership(context)),
    ]);
    const versioning = known(told);
    const versions = versioning === 'Enabled';
    const inBucket = (prefix) => context.keys.folderInBucket(prefix);
    return {
        versioning,
        ownership,
        warnings: [
            ...versioningWarnings(context, versioning),
            ...lifecycleWarnings({ rules: known(lifecycle) ?? [], versions, inBucket }),
            ...('value' in ownership && !versions ? ownershipWarnings(ownership.value) : []),
        ],
    };
}
const known = (setting) => ('value' in setting ? setting.value : undefined);
const versioningWarnings = ({ bucket }, versioning) => versioning === 'Suspended'
    ? [
        `Versioning of bucket '${bucket}' is suspended: artifacts are copied, and only what is copied can be put back`,
    ]
    : [];
const ownershipWarnings = (ownership) => ownership === 'BucketOwnerEnforced'
    ? []
    : [
        "Objects of this bucket can have ACLs of their own: those of artifacts that are not the default can't be put back by a restore",
    ];

;// CONCATENATED MODULE: ./lib/adapters/store/s3/settings-findings.js



/** The bucket's own settings, as far as we may read them. */
function settingFindings(context, versioning) {
    return Promise.all([
        Promise.resolve(versioningFinding(versioning)),
        lifecycleFinding(context, versioning),
        ownershipFinding(context, versioning),
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
async function ownershipFinding(context, versioning) {
    const name = 'ownership';
    const asked = await readSetting(context, askOwnership(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const [warning] = ownershipWarnings(asked.value);
    if (warning === undefined)
        return { name, result: 'ok', detail: 'Objects have no ACLs of their own', advice: '' };
    if (versioning === 'Enabled')
        return { name, result: 'ok', detail: 'Objects keep ACLs of their own: nothing is copied', advice: '' };
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
    let hopeless = false;
    const reach = await told('reach', () => reachFinding(parts), ({ code }) => {
        // Without the bucket all else would say the same again; without one permission it would not.
        hopeless = code !== 'PERMISSION';
    });
    if (hopeless)
        return [reach];
    const versioning = await askVersioning(parts.context).catch(() => undefined);
    return [
        reach,
        await told('conditions', () => conditionsFinding(parts, versioning)),
        await told('versions', () => versionsFinding(parts, versioning)),
        ...(await settingFindings(parts.context, versioning)),
        await told('public access', () => publicFinding(parts, versioning)),
        clockFinding(parts.skew()),
    ];
}
/** What a look threw is what was found. */
async function told(name, look, failed = () => { }) {
    try {
        return await look();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        failed(thrown);
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
/** As a rollback would judge it: what it can do without is no failure. */
async function conditionsFinding({ context, probe, singleWriter }, versioning) {
    const { holds, probed_at, judges_absent_deletes: judges } = await probe();
    const name = 'conditions';
    const missing = Object.keys(holds).filter((condition) => !holds[condition]);
    if (missing.length === 0 && judges === false) {
        const detail = `${context.keys.location} holds to every condition, but for a delete of what is not there: that places a marker`;
        return { name, result: 'warning', detail, advice: UNTRIED };
    }
    if (missing.length === 0) {
        const detail = `${context.keys.location} may be read, written and deleted, and holds to every condition (${probed_at})`;
        return { name, result: 'ok', detail, advice: '' };
    }
    const needed = (0,requirements/* notHeld */.H7)(holds, { artifacts: true, copies: versioning !== 'Enabled' });
    const detail = `The store can't: ${(0,requirements/* inWords */.r4)(missing)}`;
    if (needed.length > 0)
        return { name, ...unmet(singleWriter), detail };
    return { name, result: 'warning', detail, advice: needless(missing) };
}
const UNTRIED = 'Nothing is deleted that should not be. But see to s3:DeleteObject below the prefix: before a rollback it can not be tried.';
const unmet = (singleWriter) => singleWriter
    ? {
        result: 'warning',
        advice: 'With single-writer we look before each request instead: see that nobody else writes.',
    }
    : {
        result: 'failed',
        advice: 'Use a store that honours conditional requests, or single-writer if nobody else ever writes.',
    };
const needless = (missing) => missing.includes('conditional_batch_delete')
    ? 'Objects are removed one by one: slower, and just as safe.'
    : 'Nothing is copied while the bucket keeps versions: leave versioning enabled.';
async function versionsFinding({ context, keeper }, versioning) {
    const name = 'versions';
    if (versioning !== 'Enabled') {
        const detail = 'The bucket keeps no versions: backups are copies';
        return { name, result: 'skipped', detail, advice: '' };
    }
    for await (const _ of listVersions(context, keys/* BACKUPS */.Gk))
        break;
    await keeper.demandUnhide(keys/* WORK */.Ar);
    const detail = 'The versions of objects may be listed, and delete markers taken away';
    return { name, result: 'ok', detail, advice: '' };
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

;// CONCATENATED MODULE: ./lib/adapters/store/s3/version-keeper.js










/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
class S3VersionKeeper {
    size = BATCH;
    atOnce = BATCHES_AT_ONCE;
    #context;
    #dialect;
    #archive;
    constructor(context, dialect, archive) {
        this.#context = context;
        this.#dialect = dialect;
        this.#archive = archive;
    }
    async keeps() {
        return (await askVersioning(this.#context)) === 'Enabled';
    }
    list(prefix) {
        return listVersions(this.#context, prefix, ({ key, version_id }, told) => this.#archive.noteVersion(key, version_id, told));
    }
    async hide(objects, guard = workspace/* UNGUARDED */.I) {
        return (await deletePinned(this.#context, this.#dialect(), objects, guard)).map(asHidden);
    }
    /** By the deletion of a version that never was, of a key that never was: S3 has nothing to do, but asks who may. */
    async demandUnhide(folder) {
        const key = `${folder}permission-test-${(0,external_node_crypto_.randomUUID)()}`;
        try {
            await tryRemoveVersion(this.#context, key);
        }
        catch (thrown) {
            // Whatever else it says of a version that is none is no answer to the question.
            if ((0,object_store/* isUnanswered */.Ni)(thrown) || (thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'PERMISSION'))
                throw thrown;
        }
    }
    async unhide(markers, guard = workspace/* UNGUARDED */.I) {
        const deletions = markers.map(({ key, version_id: versionId }) => ({ key, versionId }));
        const one = async ({ key, versionId = '' }) => {
            await removeVersion(this.#context, key, versionId, guard);
            return { key, result: 'deleted', markerId: undefined };
        };
        const answers = await deleteBatch(this.#context, deletions, { one, guard });
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
    #turns;
    #archive = new ArchiveNotes();
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
        this.#clock = new store_clock/* StoreClock */.m(clock);
        this.#turns = parts.turns ?? (0,p_limit/* default */.A)(concurrency);
        this.#retries = new read_retries/* ReadRetries */.p({ clock, random, retries });
        const keys = new key_map/* KeyMap */.QA({ scheme: 's3', ...options });
        const client = openClient(options, parts, ({ date }) => this.#clock.observe(date));
        const where = { location: keys.location, bucket, region: options.region };
        const timeoutMs = options.requestTimeoutMs;
        this.#context = {
            bucket,
            keys,
            caller: new Caller({ client, where, timeoutMs, clock, random, retries, turns: this.#turns }),
            concurrency,
            checksums: options.endpoint === undefined,
            pageSize: parts.pageSize ?? 1000,
            copyThreshold: parts.multipartCopyThreshold ?? COPY_THRESHOLD,
            partSize: parts.partSize ?? PART_SIZE,
            beside: new Beside(),
            debug: parts.debug ?? (() => { }),
        };
        this.#objects = new S3Objects(this.#context, this.#dialect);
        this.location = keys.location;
        this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
        this.versions = new S3VersionKeeper(this.#context, () => this.#dialect, this.#archive);
    }
    static async open(options, parts) {
        return new S3Store(options, parts);
    }
    async inspect(options) {
        const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
        if (capabilities !== undefined)
            this.#speak(capabilities);
        this.#versioning = versioning ?? 'unknown';
        return [...warnings, ...this.#clock.warnings()];
    }
    async now() {
        return this.#clock.now(() => this.#objects.head(keys/* CAPABILITIES_KEY */.l7));
    }
    read(key) {
        return this.#objects.read(key);
    }
    readInto(key, begin) {
        return this.#objects.readInto(key, begin);
    }
    head(key) {
        return this.#objects.head(key);
    }
    async *list(prefix, options = {}) {
        const versions = options.versions === true && (await this.#keepsVersions());
        for await (const info of this.#objects.list(prefix, { ...options, versions })) {
            this.#archive.note(info);
            yield info;
        }
    }
    put(key, body, when, guard) {
        return this.#objects.put(key, body, when, guard);
    }
    copy(source, to, guard) {
        return this.#objects.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#objects.finishCopy(source, standing, guard);
    }
    digest(key) {
        return this.#objects.digest(key);
    }
    /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
    remove(key, revision, guard) {
        return this.#objects.remove(key, revision, guard);
    }
    get backups() {
        const options = this.#options;
        return {
            prefix: this.#context.keys.backupPrefix,
            problem: (key) => this.#context.keys.problem(key),
            at: async (backupPrefix) => {
                (0,key_map/* demandApart */._4)(options.prefix, backupPrefix);
                const there = new S3Store({ ...options, backupPrefix }, { ...this.#parts, turns: this.#turns });
                there.#follow(this);
                return there;
            },
        };
    }
    /** The same bucket: what is known of it need not be asked again. */
    #follow(known) {
        this.#dialect = known.#dialect;
        this.#batches = known.#batches;
        this.#versioning = known.#versioning;
        Object.assign(this.#context.beside, known.#context.beside);
        this.#objects = new S3Objects(this.#context, this.#dialect);
    }
    get replacesBlindly() {
        return !this.#dialect.holds.compare_and_swap;
    }
    /** Without batches that hold to conditions, keys are removed one by one. */
    get batch() {
        const { holds } = this.#dialect;
        const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
        return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
    }
    #batches = true;
    async backupMethod(artifacts, keeps = true) {
        const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
        if (pinned && (await this.#keepsVersions()))
            return 'versions';
        const missing = (0,requirements/* notHeld */.H7)(this.#dialect.holds, { artifacts: true, copies: true });
        (0,requirements/* judgeConditions */.U2)(missing, this.location, this.#options.singleWriter);
        if (keeps)
            await demandCopyable(this.#context, artifacts);
        return 'copy';
    }
    demandReadable(manifest, artifacts) {
        return this.#archive.demandKept(this.#context, manifest, artifacts);
    }
    abortUploads(folder, isOurs, guard) {
        return abortUploads(this.#context, folder, isOurs, guard);
    }
    sweepUploads(since) {
        return sweepUploads(this.#context, since);
    }
    sweepProbes() {
        return (0,probe/* clearStale */.p)(this.#objects, () => this.now());
    }
    diagnose() {
        const { file, probe, keep } = this.#inspectParts();
        return diagnose({
            context: this.#context,
            keeper: this.versions,
            anonymous: () => openAnonymousClient(this.#options, this.#parts),
            probe: async () => {
                const capabilities = await probe();
                await keep(capabilities, (await file.read()).stored);
                return capabilities;
            },
            list: (prefix) => this.#objects.list(prefix, { limit: 50 }),
            skew: () => this.#clock.skew,
            monotonic: () => this.#parts.clock.monotonic(),
            singleWriter: this.#options.singleWriter,
        });
    }
    #inspectParts() {
        const context = this.#context;
        const { clock, toolVersion } = this.#parts;
        const { endpoint, singleWriter } = this.#options;
        const service = endpoint === undefined ? 'aws' : new URL(endpoint).host;
        const file = new capability_file/* CapabilityFile */.n(this, { tool_version: toolVersion, service });
        return {
            context,
            file,
            singleWriter,
            amazon: endpoint === undefined,
            probe: async () => {
                await (0,existence/* mustHoldSomething */.H)(this);
                await this.sweepProbes();
                const found = await probeStore({ context, clock, toolVersion, service, retries: this.#retries });
                return { ...found, ...aclsIn(await readSetting(context, askOwnership(context))) };
            },
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
        toolVersion: tool_version/* TOOL_VERSION */.w,
        random: Math.random,
        env: process.env,
    });
}


/***/ })

};
