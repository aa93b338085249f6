export const id = 764;
export const ids = [764];
export const modules = {

/***/ 6850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ LOG),
/* harmony export */   Ar: () => (/* binding */ WORK),
/* harmony export */   Gk: () => (/* binding */ BACKUPS),
/* harmony export */   Hy: () => (/* binding */ recordKey),
/* harmony export */   JP: () => (/* binding */ artifactPathProblem),
/* harmony export */   MY: () => (/* binding */ operationManifestKey),
/* harmony export */   TM: () => (/* binding */ BY_VERSION),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   WK: () => (/* binding */ markersPrefix),
/* harmony export */   ZH: () => (/* binding */ INDEX_LOCK_KEY),
/* harmony export */   he: () => (/* binding */ INDEX_MARKDOWN_KEY),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   nD: () => (/* binding */ sequenceOf),
/* harmony export */   oP: () => (/* binding */ artifactsPrefix),
/* harmony export */   qW: () => (/* binding */ countdown),
/* harmony export */   s8: () => (/* binding */ markerKey),
/* harmony export */   wZ: () => (/* binding */ backupPath)
/* harmony export */ });
/** Names inside a repository (DESIGN §1). All keys are relative to the repository, with '/'. */
const INDEX_KEY = 'index.json';
const INDEX_MARKDOWN_KEY = 'index.md';
const INDEX_LOCK_KEY = 'index.json.lock';
const BACKUPS = '.rollback-backups/';
const LOG = '.rollback-log/';
const WORK = '.rollback-work/';
const BY_VERSION = `${LOG}by-version/`;
const MANIFESTS = `${LOG}manifests/`;
const HIGHEST = 99999999999999999999n;
const COUNTDOWN = /^[0-9]{20}$/;
/** Names count down, so that one short listing finds the newest record. */
function countdown(sequence) {
    return (HIGHEST - BigInt(sequence)).toString();
}
/** The sequence behind a countdown name; undefined for any other name. */
function sequenceOf(name) {
    if (!COUNTDOWN.test(name))
        return undefined;
    const sequence = Number(HIGHEST - BigInt(name));
    return Number.isSafeInteger(sequence) && sequence >= 1 ? sequence : undefined;
}
const recordKey = (sequence) => LOG + countdown(sequence);
const markersPrefix = (version) => `${BY_VERSION}${version}/`;
const markerKey = (version, sequence) => markersPrefix(version) + countdown(sequence);
const operationManifestKey = (operationId) => `${MANIFESTS}${operationId}.json`;
const artifactsPrefix = (version) => `${version}/`;
/** `.rollback-backups/<version>-<YYYYMMDD_HHMMSS>-<8 hex>/`, time in UTC. */
function backupPath(version, at, rollbackId) {
    const [date = '', time = ''] = at.toISOString().split('T');
    const stamp = `${date.replaceAll('-', '')}_${time.slice(0, 8).replaceAll(':', '')}`;
    return `${BACKUPS}${version}-${stamp}-${rollbackId}/`;
}
/** Why an artifact path of an index entry leaves the version folder, or undefined when it stays inside. */
function artifactPathProblem(version, path) {
    if (path.includes('\0'))
        return 'contains a NUL character';
    if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path))
        return 'is absolute';
    const parts = path.split('/');
    if (parts.some((part) => part === '..' || part === '.'))
        return "contains '.' or '..' as a folder";
    if (parts[0] !== version || parts.length < 2 || parts.at(-1) === '') {
        return `is not inside ${version}/`;
    }
    return undefined;
}


/***/ }),

/***/ 4098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ activeRollbacks),
/* harmony export */   a: () => (/* binding */ remainingWork)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8737);

/** Rollbacks of the version that were neither restored nor reverted, newest first. */
function activeRollbacks(history) {
    const reverted = new Set(history.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    const restores = history.filter((marker) => marker.event === 'restored' && !reverted.has(marker.operation_id));
    const restored = new Set(restores.map(({ undoes }) => undoes));
    return history.filter(({ event, operation_id: id }) => event === 'rolled_back' && !reverted.has(id) && !restored.has(id));
}
/** What a rollback of this type would change now. */
function remainingWork(publication, type) {
    const { entries, artifacts, folderPresent } = publication;
    return {
        artifacts: (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .takesArtifacts */ .Qe)(type) && (artifacts.length > 0 || folderPresent),
        cut: (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .takesEntry */ .vj)(type) && entries.length > 0,
        mark: type === 'artifacts_only' && entries.some((entry) => !entry.removed),
    };
}


/***/ }),

/***/ 6764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _domain_publication_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4098);
/* harmony import */ var _log_markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6608);
/* harmony import */ var _log_operation_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1665);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6184);




/** Releases as the index has them, rollbacks as the log knows them, newest first. Throws RollbackError. */
async function list(context) {
    const { store, clock } = context;
    const warnings = [...(await store.inspect({ forWriting: false }))];
    const [reading, markers, head] = await Promise.all([
        (0,_publication_js__WEBPACK_IMPORTED_MODULE_2__/* .readIndex */ .vY)(store, clock),
        (0,_log_markers_js__WEBPACK_IMPORTED_MODULE_0__/* .readAllMarkers */ .zA)(store),
        new _log_operation_log_js__WEBPACK_IMPORTED_MODULE_1__/* .OperationLog */ .a(store).head(),
    ]);
    if (reading.state === 'missing')
        warnings.push('index.json is missing');
    if (reading.state === 'broken')
        warnings.push(`index.json is not a usable index: ${reading.reason}`);
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const open = head?.record.open ?? null;
    if (open !== null)
        warnings.push(`The ${open.operation} of ${open.version} is open since ${open.began}`);
    return {
        schema_version: 1,
        repository_type: store.type,
        repository_location: store.location,
        latest: doc === undefined ? '' : (0,_publication_js__WEBPACK_IMPORTED_MODULE_2__/* .latestOf */ .Te)(doc),
        releases: (doc?.entries ?? []).map((entry) => ({
            version: entry.version,
            timestamp: entry.timestamp ?? '',
            artifacts: entry.artifactCount,
            artifacts_removed: entry.removed !== undefined,
        })),
        rollbacks: listRollbacks(markers),
        open,
        warnings,
    };
}
function listRollbacks(markers) {
    const reverted = new Set(markers.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    return markers
        .filter((marker) => marker.event === 'rolled_back')
        .sort((left, right) => right.sequence - left.sequence)
        .map((marker) => {
        const siblings = markers.filter(({ version }) => version === marker.version);
        const active = (0,_domain_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .activeRollbacks */ .K)(siblings).includes(marker);
        const state = active ? 'rolled_back' : reverted.has(marker.operation_id) ? 'reverted' : 'restored';
        return {
            rollback_id: marker.rollback_id,
            version: marker.version,
            rollback_type: marker.rollback_type,
            time: marker.time,
            backup_path: marker.backup_path,
            state,
            can_restore: active && marker.can_restore,
        };
    });
}


/***/ }),

/***/ 6608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   mC: () => (/* binding */ readMarkers),
/* harmony export */   zA: () => (/* binding */ readAllMarkers)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6850);
/* harmony import */ var _domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(558);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(513);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6343);





const ATTEMPTS = 4;
/** The version's markers, newest first. */
async function readMarkers(store, version) {
    return readAll(store, (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .markersPrefix */ .WK)(version));
}
/** Every version's markers, newest first within a version. */
async function readAllMarkers(store) {
    return readAll(store, _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM);
}
async function readAll(store, prefix) {
    const markers = [];
    for await (const info of store.list(prefix)) {
        const [version = '', name = ''] = info.key.slice(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM.length).split('/');
        if ((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .sequenceOf */ .nD)(name) === undefined)
            continue;
        const stored = await store.read(info.key);
        const marker = stored === undefined ? undefined : (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeMarker */ .rH)(stored.body);
        if (marker === undefined || marker.version !== version) {
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.failure)('LOG_BROKEN', `The operation log is broken: marker ${info.key} is not readable`);
        }
        markers.push(marker);
    }
    return markers;
}
/** Creates the marker; the same operation's own marker there already is success (a recovery writes it again). */
async function writeMarker(store, marker, guard) {
    const key = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .markerKey */ .s8)(marker.version, marker.sequence);
    const body = (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .Pr)(marker);
    for (let attempt = 1;; attempt += 1) {
        await guard();
        try {
            await store.put(key, body, 'absent');
            return;
        }
        catch (thrown) {
            if (thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictError */ .f)
                return await settle(store, key, marker);
            const unclear = thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.RollbackError && thrown.code === 'UNREACHABLE';
            if (!unclear || attempt >= ATTEMPTS)
                throw thrown;
        }
    }
}
/** A marker stands there already: fine if it is the same operation's. */
async function settle(store, key, marker) {
    const stored = await store.read(key);
    const standing = stored === undefined ? undefined : (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeMarker */ .rH)(stored.body);
    if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.failure)('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
    }
}


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ LostRace),
/* harmony export */   a: () => (/* binding */ OperationLog)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6850);
/* harmony import */ var _domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(558);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(513);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6343);





/** Another record stands at the number that ours would have had; `standing` is that record, if it can be read. */
class LostRace extends Error {
    standing;
    constructor(message, standing) {
        super(message);
        this.standing = standing;
    }
}
const ATTEMPTS = 4;
/** Reads and appends the numbered, hash-chained records under `.rollback-log/` (DESIGN §2). */
class OperationLog {
    #store;
    constructor(store) {
        this.#store = store;
    }
    /** The newest record, its link to the one before it checked; undefined for a repository without a log. Throws LOG_BROKEN. */
    async head() {
        const [newest, before] = await this.#newest(2);
        if (newest === undefined)
            return undefined;
        const head = await this.#read(newest);
        if (head === undefined)
            throw broken(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(newest)} is not readable`);
        if (newest === 1 || head.record.accepts_break === true)
            return head;
        if (before !== newest - 1)
            throw broken(`the record before ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(newest)} is missing`);
        const previous = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(before));
        if (previous === undefined || (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(previous.body) !== head.record.previous_hash) {
            throw broken(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(before)} is not the one that ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(newest)} was chained to`);
        }
        return head;
    }
    /** For `recover --accept-log-break`; undefined for a repository without a log. */
    async salvage() {
        const sequences = await this.#newest(Number.POSITIVE_INFINITY);
        const [newest] = sequences;
        if (newest === undefined)
            return undefined;
        const stored = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(newest));
        const taken = { sequence: newest, hash: stored === undefined ? '' : (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(stored.body) };
        for (const sequence of sequences) {
            const head = await this.#read(sequence);
            if (head !== undefined)
                return { newest: taken, head };
        }
        return { newest: taken, head: undefined };
    }
    /** Every record, oldest first; unreadable ones as undefined. For `list` and the tests' invariants. */
    async all() {
        const sequences = [...(await this.#newest(Number.POSITIVE_INFINITY))].reverse();
        const records = [];
        for (const sequence of sequences)
            records.push({ sequence, head: await this.#read(sequence) });
        return records;
    }
    /**
     * Creates the record after `after`. A lost reply or a conflict may be our own success: the nonce tells.
     * Throws LostRace when another's record stands there, UNREACHABLE when it can't be found out.
     */
    async append(draft, after) {
        const sequence = (after?.sequence ?? 0) + 1;
        const record = {
            schema_version: 1,
            sequence,
            previous_hash: after?.hash ?? '',
            ...draft,
        };
        const body = (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .Pr)(record);
        const key = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(sequence);
        for (let attempt = 1;; attempt += 1) {
            try {
                await this.#store.put(key, body, 'absent');
                return { record, hash: (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(body), modified: await this.#store.now() };
            }
            catch (thrown) {
                const unclear = thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.RollbackError && thrown.code === 'UNREACHABLE' && attempt < ATTEMPTS;
                if (!(thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictError */ .f) && !unclear)
                    throw thrown;
                if (thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictError */ .f)
                    return await this.#settle(sequence, draft.nonce);
            }
        }
    }
    async #settle(sequence, nonce) {
        const standing = await this.#read(sequence);
        if (standing?.record.nonce === nonce)
            return standing;
        throw new LostRace(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(sequence)} is another's`, standing);
    }
    async #read(sequence) {
        const stored = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(sequence));
        const record = stored === undefined ? undefined : (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeRecord */ .eT)(stored.body);
        if (stored === undefined || record === undefined || record.sequence !== sequence)
            return undefined;
        return { record, hash: (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(stored.body), modified: stored.info.modified };
    }
    /** One short listing; whatever else lies there (`.DS_Store` sorts first) must not hide a record. */
    async #newest(atMost) {
        if (!Number.isFinite(atMost))
            return (await this.#numbers({})).found;
        const { found, strangers } = await this.#numbers({ limit: atMost });
        return strangers === 0 ? found : (await this.#numbers({})).found.slice(0, atMost);
    }
    async #numbers(options) {
        const found = [];
        let strangers = 0;
        for await (const info of this.#store.list(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .LOG */ .$9, { shallow: true, ...options })) {
            const sequence = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .sequenceOf */ .nD)(info.key.slice(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .LOG */ .$9.length));
            if (sequence !== undefined)
                found.push(sequence);
            else if (info.key !== _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM && info.key !== _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFESTS */ .V4)
                strangers += 1;
        }
        return { found, strangers };
    }
}
const broken = (what) => (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.failure)('LOG_BROKEN', `The operation log is broken: ${what}`);


/***/ }),

/***/ 6343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   eT: () => (/* binding */ decodeRecord),
/* harmony export */   rH: () => (/* binding */ decodeMarker)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);

/** What a store gives back is hostile until it is parsed here. */
const count = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._nonnegative */ .UI());
const rollbackType = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['full', 'artifacts_only', 'index_only']);
const operationName = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['rollback', 'restore']);
const holder = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    host: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    boot_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    pid_namespace: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    pid: count,
    process_start: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const openOperation = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    operation_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
    operation: operationName,
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_type: rollbackType,
    create_backup: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    phase: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['claimed', 'committed', 'reverting']),
    epoch: count,
    began: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    actor: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    reason: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    policy_mode: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['strict', 'lenient']),
    forced: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    warnings: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    manifest_key: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    manifest_sha256: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    commit_sequence: count,
});
const record = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    sequence: count,
    previous_hash: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    operation_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    epoch: count,
    nonce: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    kind: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
        'claim',
        'commit',
        'beat',
        'takeover',
        'reverting',
        'done',
        'aborted',
        'reverted',
        'abandoned',
    ]),
    operation: operationName,
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    actor: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    holder,
    time: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    open: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(openOperation),
    outcome: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        exit_code: count,
        message: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        superseded: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
        audit_sha256: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        misplaced: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    })),
    accepts_break: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
const marker = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    event: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['rolled_back', 'restored', 'reverted']),
    sequence: count,
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    operation_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_type: rollbackType,
    undoes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backup_path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    manifest_key: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    manifest_sha256: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    can_restore: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    time: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const artifact = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'symlink', 'folder']),
    size: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    revision: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    mode: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    target: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    checksum: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    listed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const manifest = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    operation: operationName,
    operation_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rollback_type: rollbackType,
    created_at: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    create_backup: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    reason: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backup_path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    artifacts: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(artifact),
    entries: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ raw: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), position: count })),
    index_revision: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    mark: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ removed_at: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), rollback_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    undoes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    absent: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    folder_present: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
/** Parses UTF-8 JSON of the given shape; undefined when it is anything else. */
function decode(schema, bytes) {
    try {
        const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
        return parsed.success ? parsed.data : undefined;
    }
    catch {
        return undefined;
    }
}
const decodeRecord = (bytes) => decode(record, bytes);
const decodeMarker = (bytes) => decode(marker, bytes);
const decodeManifest = (bytes) => decode(manifest, bytes);


/***/ }),

/***/ 6184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PT: () => (/* binding */ readPublication),
/* harmony export */   Te: () => (/* binding */ latestOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vY: () => (/* binding */ readIndex),
/* harmony export */   wn: () => (/* binding */ listArtifacts)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(802);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6850);
/* harmony import */ var _log_markers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6608);




/** How long an index that doesn't parse is read again before it counts as broken: someone may be writing it in place. */
const SETTLE_MS = 2000;
const SETTLE_STEP_MS = 250;
/** Reads and parses index.json; a broken one again for two seconds. */
async function readIndex(store, clock) {
    const deadline = clock.monotonic() + SETTLE_MS;
    for (;;) {
        const object = await store.read(_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .INDEX_KEY */ .lr);
        if (object === undefined)
            return { state: 'missing' };
        try {
            return { state: 'present', object, doc: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(object.body) };
        }
        catch (thrown) {
            if (!(thrown instanceof _domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenIndexError */ .Oj))
                throw thrown;
            if (clock.monotonic() >= deadline)
                return { state: 'broken', reason: thrown.reason, object };
        }
        await clock.sleep(SETTLE_STEP_MS);
    }
}
/** The newest listed release whose artifacts are there; empty if none. `without` leaves one version out. */
function latestOf(doc, without) {
    return doc.entries.find((entry) => entry.removed === undefined && entry.version !== without)?.version ?? '';
}
/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
async function listArtifacts(store, version) {
    const found = [];
    for await (const info of store.list((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsPrefix */ .oP)(version))) {
        if (info.type === 'other') {
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.failure)('BAD_INPUT', `'${info.key}' is a device, socket or pipe; nothing was changed`, {
                advice: 'Remove it from the version folder, then run again.',
            });
        }
        found.push(info);
    }
    return found;
}
/** Reads index, artifacts and log of one version. `reading` gives an index that was read already. */
async function readPublication(store, clock, version) {
    const [reading, found, history] = await Promise.all([
        readIndex(store, clock),
        listArtifacts(store, version),
        (0,_log_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .readMarkers */ .mC)(store, version),
    ]);
    return { publication: describe(version, reading, found, history), reading };
}
/** The same from what was read already. */
function describe(version, reading, found, history) {
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const entries = doc === undefined ? [] : (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(doc, version).map((entry) => describeEntry(doc, entry));
    const listed = new Set(entries.flatMap((entry) => entry.artifacts));
    const folder = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsPrefix */ .oP)(version);
    const artifacts = found.filter((info) => info.key !== folder).map((info) => asArtifact(info, listed));
    return {
        version,
        exists: entries.length > 0 || found.length > 0,
        index: describeIndex(reading, version),
        entries,
        dependents: doc === undefined ? [] : dependentsOf(doc, version),
        artifacts,
        folderPresent: found.length > 0,
        history,
    };
}
function describeEntry(doc, entry) {
    return {
        artifacts: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(doc, entry).artifacts,
        removed: entry.removed !== undefined,
        removedBy: entry.removed?.rollbackId ?? '',
        placement: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .placementOf */ .xc)(doc, entry),
    };
}
function describeIndex(reading, version) {
    if (reading.state !== 'present')
        return reading;
    const { doc, object } = reading;
    return {
        state: 'present',
        revision: object.info.revision,
        count: doc.entries.length,
        total: doc.totalReleases === undefined ? undefined : (doc.totalReleases.value ?? Number.NaN),
        latest: latestOf(doc),
        latestWithout: latestOf(doc, version),
    };
}
function dependentsOf(doc, version) {
    const names = doc.entries
        .filter((entry) => entry.version !== version)
        .filter((entry) => entry.baseVersion === version || entry.dependsOn.includes(version))
        .map((entry) => entry.version);
    return [...new Set(names)];
}
function asArtifact(info, listed) {
    return {
        path: info.key,
        type: info.type === 'other' ? 'file' : info.type,
        size: info.size,
        revision: info.revision,
        ...(info.mode === undefined ? {} : { mode: info.mode }),
        ...(info.target === undefined ? {} : { target: info.target }),
        ...(info.checksum === undefined ? {} : { checksum: info.checksum }),
        listed: listed.has(info.key),
    };
}


/***/ }),

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ compareKeys),
/* harmony export */   f: () => (/* binding */ ConflictError)
/* harmony export */ });
/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
class ConflictError extends Error {
    key;
    constructor(key, options) {
        super(`'${key}' is not what it was believed to be`, options);
        this.name = 'ConflictError';
        this.key = key;
    }
}
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
function compareKeys(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const outsideBasicPlane = Number(isSurrogate(x)) - Number(isSurrogate(y));
        return outsideBasicPlane === 0 ? x - y : outsideBasicPlane;
    }
    return a.length - b.length;
}
const isSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdfff;


/***/ })

};
