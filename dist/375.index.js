export const id = 375;
export const ids = [375];
export const modules = {

/***/ 65797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ collectBody),
/* harmony export */   m: () => (/* binding */ streamOf)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11199);


/** Bytes that are sent at once. */
const PIECE = 64 * 1024;
/** Parts as a body that is made while it is sent. */
const streamOf = (bytes) => 
// Whoever pipes it hears of no error of making it: the request then ends without an answer, not the process.
node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from((0,_domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .inPieces */ .xE)(bytes, PIECE), { objectMode: false }).on('error', () => { });
/**
 * All bytes of an answer's body, which must not be piped to get them: what `pipe` and `pipeline` leave behind ties each
 * request to the next, so that none of them is young garbage; of 100,000 that is 250 MiB until the next full collection.
 */
function collectBody(body) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        body.on('data', (chunk) => chunks.push(chunk));
        body.once('end', () => resolve((0,_domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .joinBytes */ .mE)(chunks)));
        body.once('error', reject);
        body.once('close', () => reject(new Error('the answer broke off')));
    });
}


/***/ }),

/***/ 37471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ HOLDS_NOTHING),
/* harmony export */   ZG: () => (/* binding */ HOLDS_ALL),
/* harmony export */   g$: () => (/* binding */ capabilitiesSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50000);

/** What a store may or may not hold to, probed and never assumed (docs/compatibility.md). */
const holds = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** A put of a key that is there is refused. */
    create_only: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** A put over another revision, or over an absent key, is refused. */
    compare_and_swap: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** A removal of another revision is refused. */
    conditional_delete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** The same, key by key, in a batch. False also where there are no batches. */
    conditional_batch_delete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** A copy of another revision is refused. */
    conditional_copy_source: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** A copy to a key that is there is refused. */
    conditional_copy_target: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** A move of another revision, or to a key that is there, is refused. Absent where there are no moves. */
    conditional_move: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
});
const capabilitiesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    /** Version of this tool that probed: another one may know better. */
    tool_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Which service was probed: the same objects may be served by another one later. */
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    probed_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Whether the bucket kept versions then, where that makes a difference and could be read. */
    versioning: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['Enabled', 'Suspended', 'Off']).optional(),
    holds,
    /** Whether conditions have to name ETags without their quotation marks. */
    bare_etags: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** Whether there are removals by batch at all. */
    batch_delete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /**
     * S3: whether a delete of what is not there is judged by its condition, or places a marker all the same. Absent where
     * the bucket keeps no versions.
     */
    judges_absent_deletes: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** S3: whether objects may have access lists of their own, as it was when this was last asked. */
    object_acls: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
});
const HOLDS_ALL = {
    create_only: true,
    compare_and_swap: true,
    conditional_delete: true,
    conditional_batch_delete: true,
    conditional_copy_source: true,
    conditional_copy_target: true,
};
const HOLDS_NOTHING = {
    create_only: false,
    compare_and_swap: false,
    conditional_delete: false,
    conditional_batch_delete: false,
    conditional_copy_source: false,
    conditional_copy_target: false,
};


/***/ }),

/***/ 39238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ CapabilityFile)
/* harmony export */ });
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76850);
/* harmony import */ var _domain_log_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30558);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95272);
/* harmony import */ var _capabilities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37471);




/** `.rollback-log/capabilities.json`: what a probe found, kept for the runs that follow. */
class CapabilityFile {
    #store;
    #expected;
    constructor(store, expected) {
        this.#store = store;
        this.#expected = expected;
    }
    async read() {
        const stored = await this.#store.read(_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .CAPABILITIES_KEY */ .l7);
        return { capabilities: stored && this.#decode(stored.body), stored };
    }
    /** Another run may have kept its own meanwhile, which says the same; without an answer the next run probes again. */
    async keep(capabilities, stored) {
        const when = stored === undefined
            ? 'absent'
            : { unchangedSince: stored.info.revision, attributes: stored.attributes };
        try {
            await this.#store.put(_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .CAPABILITIES_KEY */ .l7, (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeJson */ .Pr)(capabilities), when);
        }
        catch (thrown) {
            if (!(thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .ConflictError */ .fK) && !(0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnanswered */ .Ni)(thrown))
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
        const { success, data } = _capabilities_js__WEBPACK_IMPORTED_MODULE_2__/* .capabilitiesSchema */ .g$.safeParse(json);
        if (!success)
            return undefined;
        const { tool_version, service } = this.#expected;
        return data.tool_version === tool_version && data.service === service ? data : undefined;
    }
}


/***/ }),

/***/ 57633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ KeyMap),
/* harmony export */   _4: () => (/* binding */ demandApart),
/* harmony export */   rD: () => (/* binding */ LONGEST_KEY)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76850);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59416);



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
        this.#elsewhere = backups === '' || backups === this.#root + _domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKUPS */ .Gk ? undefined : backups;
    }
    /** Throws BAD_INPUT for a key that no bucket can hold. */
    toBucket(key) {
        const mapped = this.folderInBucket(key);
        const problem = keyProblem(mapped);
        if (key !== '' && problem === undefined)
            return mapped;
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(key)}' can't be a key of the bucket: ${problem ?? 'is empty'}`);
    }
    /** Why no bucket can hold this key, in words; undefined when it can. */
    problem(key) {
        return keyProblem(this.folderInBucket(key));
    }
    /** The same of a prefix of keys, which may be empty. */
    folderInBucket(prefix) {
        if (this.#elsewhere === undefined || !prefix.startsWith(_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKUPS */ .Gk))
            return this.#root + prefix;
        return this.#elsewhere + prefix.slice(_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKUPS */ .Gk.length);
    }
    parse(bucketKey) {
        const problem = keyProblem(bucketKey);
        if (problem !== undefined)
            return { reason: problem };
        if (this.#elsewhere !== undefined && bucketKey.startsWith(this.#elsewhere)) {
            return { key: _domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKUPS */ .Gk + bucketKey.slice(this.#elsewhere.length) };
        }
        if (!bucketKey.startsWith(this.#root))
            return { reason: 'is not below the repository' };
        const key = bucketKey.slice(this.#root.length);
        if (key === '')
            return { reason: 'is the folder of the repository itself' };
        if (this.#elsewhere === undefined || !key.startsWith(_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKUPS */ .Gk))
            return { key };
        return { reason: 'lies where backups would be if they were not kept elsewhere' };
    }
    /** The folder of backups that are not below the repository, without '/' at its end; else empty. */
    get backupPrefix() {
        return this.#elsewhere?.slice(0, -1) ?? '';
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
/** Throws BAD_INPUT for a folder of backups that a request would not have been given: the log may say anything. */
function demandApart(prefix, backupPrefix) {
    if (backupPrefix === '')
        return;
    const [root, backups] = [folder(prefix), folder(backupPrefix)];
    const odd = backupPrefix.split('/').some((part) => ['', '.', '..'].includes(part)) ||
        /\p{Cc}/u.test(backupPrefix) ||
        keyProblem(backupPrefix) !== undefined;
    if (!odd && !backups.startsWith(root) && !root.startsWith(backups))
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', `The log names '${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(backupPrefix)}' as the place of backups, which is none`);
}


/***/ }),

/***/ 34414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ folderInfo),
/* harmony export */   j: () => (/* binding */ listRepository)
/* harmony export */ });
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76850);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95272);


/** A listing as the port has it, also of the whole repository with its backups in another place of the bucket. */
async function* listRepository(keys, prefix, options, place) {
    if (prefix !== '' || !keys.backupsElsewhere) {
        yield* place(prefix, options);
        return;
    }
    const backups = options.shallow === true ? namesBackups(place) : place(_domain_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .BACKUPS */ .Gk, options);
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
    for await (const _ of place(_domain_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .BACKUPS */ .Gk, { limit: 1 }))
        yield folderInfo(_domain_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .BACKUPS */ .Gk);
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
            if (b.done === true || (a.done !== true && (0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .compareKeys */ .YD)(a.value.key, b.value.key) <= 0)) {
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


/***/ }),

/***/ 14633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ lookUnchanged),
/* harmony export */   r: () => (/* binding */ lookAbsent)
/* harmony export */ });
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95272);

// Where a store does not hold to a condition and a person says that nobody else writes (single-writer): a look directly
// before the request. What happens between the two is not noticed; that window is what was given up.
/** Throws ConflictError when the key is there. */
async function lookAbsent(head, key) {
    if ((await head(key)) !== undefined)
        throw new _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .ConflictError */ .fK(key);
}
/** Whether the key is there at this revision; false when it is absent. Throws ConflictError when it is another. */
async function lookUnchanged(head, key, revision) {
    const standing = await head(key);
    if (standing === undefined)
        return false;
    if (standing.revision !== revision)
        throw new _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .ConflictError */ .fK(key);
    return true;
}


/***/ }),

/***/ 96127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probe),
/* harmony export */   p: () => (/* binding */ clearStale)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76850);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95272);



/**
 * Tries each condition, right and wrong, on keys of its own below `.rollback-work/probe-<id>/`, and removes them again.
 * Throws PERMISSION naming what is not allowed, and UNREACHABLE when an answer did not come: then nothing was learned.
 */
async function probe(subject, id) {
    const folder = `${_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .WORK */ .Ar}probe-${id}/`;
    try {
        return await tryAll(subject, folder);
    }
    finally {
        await clear(subject, folder);
    }
}
/** A probe is over in seconds; older objects are of one that died, or was not allowed to clear. Milliseconds. */
const STALE_AFTER = 3_600_000;
const OF_A_PROBE = new RegExp(`^${_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .WORK */ .Ar.replaceAll('.', '\\.')}probe-[0-9a-f-]{36}/`);
/** Removes what probes that died left behind; `now` by the store's clock. What refuses is left for the next. */
async function clearStale(subject, now) {
    try {
        for await (const { key, revision, modified } of subject.list(_domain_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .WORK */ .Ar)) {
            if (OF_A_PROBE.test(key) && (await now()) - modified > STALE_AFTER)
                await ends(subject.remove(key, revision));
        }
    }
    catch (thrown) {
        if (!(thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS))
            throw thrown;
    }
}
async function tryAll(subject, folder) {
    const key = `${folder}object`;
    const first = await subject.put(key, text('first'), 'absent');
    const again = await ends(subject.put(key, text('second, of another size'), 'absent'));
    const swap = await trySwap(subject, folder, again.value ?? first);
    const stale = swap.current === first ? NEVER : first;
    const copies = await tryCopies(subject, folder, { key, revision: swap.current }, stale);
    const moves = await tryMoves(subject, folder, stale);
    const batch = await tryBatch(subject, folder, stale);
    await demandOrder(subject, folder);
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
/** Names that a listing by time of writing, by length or by hash would have in another order. */
const OUT_OF_ORDER = ['order/b', 'order/a', 'order/c/d', 'order/ab'];
/** Throws BAD_INPUT where listings are in no order: the newest record of the log is the first that is listed. */
async function demandOrder(subject, folder) {
    for (const name of OUT_OF_ORDER)
        await subject.put(folder + name, text(name), 'absent');
    const listed = [];
    for await (const { key } of subject.list(folder))
        listed.push(key);
    const missing = OUT_OF_ORDER.filter((name) => !listed.includes(folder + name));
    const problem = missing.length > 0 ? 'lacks what was just written' : 'is in no order';
    const ordered = listed.every((key, at) => at === 0 || (0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .compareKeys */ .YD)(listed[at - 1] ?? '', key) < 0);
    if (missing.length === 0 && ordered)
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', `A listing of this store ${problem}: the newest record of the log could not be found`, {
        advice: 'Use a store whose listings are current and in the order of keys, as those of S3 and GCS buckets are.',
    });
}
async function trySwap(subject, folder, before) {
    const swap = (name, body) => ends(subject.put(folder + name, text(body), { unchangedSince: before }));
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
    const revision = await subject.put(from, text('on the move'), 'absent');
    await subject.put(taken, text('taken'), 'absent');
    const late = await ends(mover.move(from, stale, `${folder}move-of-old`));
    const onto = await ends(mover.move(from, revision, taken));
    const right = await ends(mover.move(from, revision, `${folder}moved`));
    return { conditional_move: late.end === 'refused' && onto.end === 'refused' && right.end === 'done' };
}
async function tryBatch(subject, folder, stale) {
    if (subject.batch === undefined)
        return { holds: false, works: false };
    const [wrong, right] = [`${folder}batch-wrong`, `${folder}batch-right`];
    await subject.put(wrong, text('wrong'), 'absent');
    const revision = await subject.put(right, text('right'), 'absent');
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
        if (thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .ConflictError */ .fK)
            return { end: 'refused' };
        if (!(thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS) || (0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnanswered */ .Ni)(thrown) || isDenied(thrown))
            throw thrown;
        return { end: 'unknown' };
    }
}
const isDenied = (thrown) => thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS && (thrown.code === 'PERMISSION' || thrown.code === 'NO_REPOSITORY');
/** What can't be cleared is small, and lies in a folder that nothing else looks at. */
async function clear(subject, folder) {
    try {
        for await (const { key, revision } of subject.list(folder))
            await ends(subject.remove(key, revision));
    }
    catch (thrown) {
        if (!(thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS))
            throw thrown;
    }
}
const text = (words) => new TextEncoder().encode(words);


/***/ }),

/***/ 74429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents),
/* harmony export */   m: () => (/* binding */ agentsFor)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var http_proxy_agent__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81970);
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3669);





/**
 * Milliseconds that a connection may wait to be used again, as of Node's own agent: a request that meets one which the
 * store is just closing gets no answer, and a change without an answer makes the whole run wait for the fence.
 */
const IDLE = 5000;
/** For a client that keeps connections by itself: nothing where no proxy is named. */
function proxyAgents(env) {
    const named = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => variable(env, name) !== undefined);
    return named ? agentsFor(env, Number.POSITIVE_INFINITY) : undefined;
}
/** Connections that are kept, through a proxy where HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say so. */
function agentsFor(env, maxSockets, idleMs = IDLE) {
    const settings = { keepAlive: true, maxSockets, timeout: idleMs };
    const plain = { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(settings), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(settings) };
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
class SecureTunnel extends https_proxy_agent__WEBPACK_IMPORTED_MODULE_4__.HttpsProxyAgent {
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
class ClearTunnel extends http_proxy_agent__WEBPACK_IMPORTED_MODULE_3__.HttpProxyAgent {
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
/** Host names with all below them, and addresses, each with a port or without; `*` for every host. */
function exemptions(list) {
    const rules = (list ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
    return (host, port) => {
        const asked = canonical(host);
        return rules.some((rule) => {
            if (rule === '*')
                return true;
            const { name, only } = readRule(rule);
            if (only !== undefined && Number(only) !== port)
                return false;
            const bare = canonical(name.replace(/^\*?\./, ''));
            return asked === bare || asked.endsWith(`.${bare}`);
        });
    };
}
/** An IPv6 address has colons of its own: with a port it stands in brackets. */
function readRule(rule) {
    const [, bracketed, port] = /^\[(.*)\](?::(\d+))?$/.exec(rule) ?? [];
    if (bracketed !== undefined)
        return { name: bracketed, only: port };
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(rule))
        return { name: rule };
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(rule) ?? [];
    return { name, only };
}
/** `::1` and `0:0::1` are the same address. */
function canonical(host) {
    const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
    return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(bare) && !bare.includes('%') ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
}


/***/ }),

/***/ 79554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs),
/* harmony export */   p: () => (/* binding */ ReadRetries)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74995);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95272);


/** First and longest wait between two attempts where the store asks for no longer one, milliseconds. */
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
        return (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(attempt, {
            retries: this.#parts.retries,
            // The waits are ours, by the clock that came in through the door.
            minTimeout: 0,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!(0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error))
                    return false;
                await this.#parts.clock.sleep(this.#wait(attemptNumber, error));
                return true;
            },
        });
    }
    /** Full jitter: many clients that failed together don't come back together; what the store asks for is the least. */
    #wait(attempt, error) {
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * this.#parts.random();
        return Math.max((0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .askedWait */ .Uy)(error), backoff);
    }
}
/** Milliseconds of a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date; undefined for anything else. */
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(header.trim()))
        return Number(header) * 1000;
    // `Date.parse` takes a mere number for a year.
    const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 10673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H7: () => (/* binding */ notHeld),
/* harmony export */   U2: () => (/* binding */ judgeConditions),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);

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
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', `The store of ${location} does not hold to conditions that all-or-nothing rests on`, {
        details: missing.map((condition) => `It can't ${WORDS[condition]}`),
        advice: 'If nobody else writes to this repository while a rollback or restore runs, set single-writer; otherwise use a store that honours conditional requests.',
    });
}


/***/ }),

/***/ 25975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ MOST_SKEW),
/* harmony export */   m: () => (/* binding */ StoreClock)
/* harmony export */ });
/** A clock that falls back by more than this has been set; less is the second that a `Date` header is rounded to. */
const SET_BACK = 5000;
/** Further off than this, times in log and evidence mislead people; what decides for us is the store's clock alone. */
const MOST_SKEW = 60_000;
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
    /** For preflight: what a person should know of this machine's clock, in words; mostly nothing. */
    warnings() {
        const skew = this.#skew ?? 0;
        if (Math.abs(skew) <= MOST_SKEW)
            return [];
        const [seconds, way] = [Math.round(Math.abs(skew) / 1000), skew > 0 ? 'behind' : 'ahead of'];
        return [
            `This machine's clock is ${seconds} s ${way} the store's: times in the log and in the evidence are off by that`,
        ];
    }
}


/***/ }),

/***/ 47262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ TimedOut),
/* harmony export */   H1: () => (/* binding */ eachChunk),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
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


/***/ }),

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** Of this tool, not of a release; a test compares it with package.json. */
const TOOL_VERSION = '0.1.0';


/***/ })

};
