export const id = 154;
export const ids = [154];
export const modules = {

/***/ 297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ compareChecksums)
/* harmony export */ });
/**
 * Compares what a store tells of two contents without reading them: `<kind>:<value>`, several with a blank between.
 * Equal values of a kind mean equal bytes; unequal ones mean different bytes, except of ETags, which also depend on how
 * the bytes were uploaded.
 */
function compareChecksums(left, right) {
    if (left === undefined || right === undefined)
        return 'unknown';
    const told = byKind(left);
    const common = [...byKind(right)].filter(([kind]) => told.has(kind));
    if (common.some(([kind, value]) => told.get(kind) === value))
        return 'same';
    return common.some(([kind]) => kind !== 'etag') ? 'different' : 'unknown';
}
const byKind = (checksums) => new Map(checksums.split(' ').map((checksum) => {
    const colon = checksum.indexOf(':');
    return [checksum.slice(0, colon), checksum.slice(colon + 1)];
}));


/***/ }),

/***/ 7397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ReportDraft)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8737);


/** The report while the operation runs: facts are set as they become true, durations measured as stages end. */
class ReportDraft {
    fields;
    warnings = [];
    errors = [];
    notes = [];
    #context;
    #began;
    #seconds = new Map();
    constructor(context, about) {
        this.#context = context;
        this.#began = context.clock.monotonic();
        this.fields = {
            ...BLANK,
            repository_type: context.store.type,
            repository_location: context.store.location,
            ...about,
        };
    }
    /** Runs one stage, tells the reporter, adds its seconds. */
    async stage(name, work) {
        const { clock, reporter } = this.#context;
        const began = clock.monotonic();
        reporter.stageStarted(name);
        try {
            return await work();
        }
        finally {
            const seconds = (clock.monotonic() - began) / 1000;
            this.#seconds.set(name, (this.#seconds.get(name) ?? 0) + seconds);
            reporter.stageEnded(name, seconds);
        }
    }
    warn = (message) => {
        if (this.warnings.includes(message))
            return;
        this.warnings.push(message);
        this.#context.reporter.warn(message);
    };
    progress(stage) {
        return (done, total) => this.#context.reporter.progress(stage, done, total);
    }
    /** The operation reached its end. */
    succeed(summary) {
        return this.#report({
            status: this.fields.dry_run ? 'dry_run' : 'success',
            exit_code: 0,
            summary,
            advice: '',
        });
    }
    /** It ended with this error; `changed` and `partial` say what is left. */
    fail(error, how = {}) {
        for (const line of [error.message, ...error.details])
            if (!this.errors.includes(line))
                this.errors.push(line);
        return this.#report({
            status: how.partial === true ? 'partial' : 'failed',
            exit_code: error.exitCode,
            summary: error.message,
            error_code: error.code,
            advice: error.advice,
            changed: how.changed ?? false,
            ...(how.changed === undefined || how.changed === false ? NOTHING_CHANGED : {}),
        });
    }
    /** A dry run that would fail: 47, with the code of the real run beside it. */
    wouldFail(code, error) {
        return {
            ...this.fail(error),
            exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.DRY_RUN.exitCode,
            error_code: 'DRY_RUN',
            would_exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[code].exitCode,
        };
    }
    #report(ending) {
        const { clock } = this.#context;
        return {
            ...this.fields,
            timestamp: new Date(clock.now()).toISOString(),
            rollback_duration_seconds: rounded((clock.monotonic() - this.#began) / 1000),
            warnings: [...this.warnings],
            errors: [...this.errors],
            notes: [...this.notes],
            stages: this.#stages(),
            ...ending,
        };
    }
    #stages() {
        return _domain_types_js__WEBPACK_IMPORTED_MODULE_1__/* .STAGES */ .an.flatMap((name) => {
            const seconds = this.#seconds.get(name);
            return seconds === undefined ? [] : [{ name, seconds: rounded(seconds) }];
        });
    }
}
const rounded = (seconds) => Math.round(seconds * 10_000) / 10_000;
/** What is true of an operation that left everything as it was. */
const NOTHING_CHANGED = {
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    index_updated: false,
    index_marked: false,
    backup_created: false,
    backup_path: '',
    can_restore: false,
};
const BLANK = {
    schema_version: 1,
    version: '',
    status: 'failed',
    timestamp: '',
    rollback_type: 'full',
    rollback_id: '',
    repository_type: 'local',
    repository_location: '',
    policy_mode: 'strict',
    dry_run: false,
    version_exists: false,
    policy_passed: false,
    dependencies_satisfied: false,
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    rollback_duration_seconds: 0,
    index_updated: false,
    backup_created: false,
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    warnings: [],
    errors: [],
    exit_code: 49,
    summary: '',
    backup_path: '',
    previous_latest: '',
    new_latest: '',
    forced: false,
    superseded: false,
    notes: [],
    stages: [],
    changed: false,
    advice: '',
    can_restore: false,
    estimated_duration_seconds: 0,
    evidence: {},
};


/***/ }),

/***/ 1124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ac: () => (/* reexport */ doctor),
  lj: () => (/* reexport */ recover),
  PF: () => (/* reexport */ restore),
  dU: () => (/* reexport */ rollback),
  LK: () => (/* reexport */ unexamined),
  IT: () => (/* reexport */ withFailedCheck)
});

// UNUSED EXPORTS: list

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(6850);
// EXTERNAL MODULE: ./lib/ports/existence.js
var existence = __webpack_require__(8824);
// EXTERNAL MODULE: ./lib/ports/workspace.js
var ports_workspace = __webpack_require__(6529);
// EXTERNAL MODULE: ./lib/engine/log/operation-log.js
var operation_log = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(558);
;// CONCATENATED MODULE: ./lib/engine/log/tenure.js




/** How long a holder goes on without a word before it proves itself by a `beat` (DESIGN §4), milliseconds. */
const SILENCE_LIMIT = 40_000;
const BEAT_EVERY = 20_000;
/** How often each operation is being worked on in this very process: a record of ours without is a dead holder's. */
const working = new Map();
const isWorking = (operationId) => (working.get(operationId) ?? 0) > 0;
const work = (operationId, change) => {
    const count = (working.get(operationId) ?? 0) + change;
    if (count > 0)
        working.set(operationId, count);
    else
        working.delete(operationId);
};
/** One holder's turn at an open operation: the only way to append to the log while it is open. */
class Tenure {
    #parts;
    #holder;
    #open;
    #head;
    #began;
    #queue = Promise.resolve();
    #stopBeating = () => { };
    #lost;
    #released = false;
    /** Appends of ours whose outcome is unknown; one may stand at the number that the next one would have. */
    #unclear = new Set();
    /** Whether a create or delete of ours got no answer, so that a late one may still land. */
    unresolved = false;
    constructor(parts, holder, open, head, began) {
        this.#parts = parts;
        this.#holder = holder;
        this.#open = open;
        this.#head = head;
        this.#began = began;
    }
    /** Opens an operation after `head`, whose repository has none open. Throws LostRace. */
    static async claim(parts, open, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'claim', open, after, acceptsBreak);
    }
    /** Takes a dead holder's operation over: the next epoch of the same operation. Throws LostRace. */
    static async takeOver(parts, dead, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'takeover', { ...dead, epoch: dead.epoch + 1 }, after, acceptsBreak);
    }
    static async #begin(parts, kind, open, after, acceptsBreak) {
        const holder = await parts.host.holder();
        const record = {
            ...stamp(parts, open, holder, kind),
            open,
            ...(acceptsBreak ? { accepts_break: true } : {}),
        };
        // Before the record is there: another session of this process would take it for a dead holder's.
        work(open.operation_id, 1);
        const began = timeOf(parts.clock);
        try {
            const tenure = new Tenure(parts, holder, open, await parts.log.append(record, after), began);
            tenure.#keepBeating();
            return tenure;
        }
        catch (thrown) {
            work(open.operation_id, -1);
            throw thrown;
        }
    }
    /** A beat that fails is no verdict yet: the guard tries again before anything is sent. */
    #keepBeating() {
        this.#stopBeating = this.#parts.clock.every(BEAT_EVERY, () => {
            void this.#beatIfQuiet().catch(() => { });
        });
    }
    get open() {
        return this.#open;
    }
    get head() {
        return this.#head;
    }
    /** Sequence that the next record will have, if nothing comes between. */
    get nextSequence() {
        return this.#head.record.sequence + 1;
    }
    /** Asked before every changing request: a holder that was silent too long first proves that it still holds. */
    guard = async () => {
        // What is swept after the closer is the operation's own, under a name that nobody else has.
        if ((0,log_record/* isCloser */.L_)(this.#head.record.kind))
            return;
        if (this.#lost !== undefined)
            throw this.#lost;
        // A beat that took long itself proves nothing of now.
        while (this.#silence() > SILENCE_LIMIT)
            await this.beat();
    };
    async beat() {
        return this.#append('beat', this.#open);
    }
    /** Appends `commit` or `reverting`, with what changes about the open operation. */
    async advance(kind, change) {
        await this.#append(kind, { ...this.#open, ...change });
    }
    async close(kind, outcome) {
        await this.#append(kind, null, outcome);
        this.release();
    }
    /** Stops beating; the operation stays as the log has it. */
    release() {
        this.#stopBeating();
        if (!this.#released)
            work(this.#open.operation_id, -1);
        this.#released = true;
    }
    #silence() {
        const { clock } = this.#parts;
        return Math.max(clock.now() - this.#began.wall, clock.monotonic() - this.#began.monotonic);
    }
    async #beatIfQuiet() {
        if (this.#silence() >= BEAT_EVERY)
            await this.beat();
    }
    /** One append at a time: beats of the timer and records of the transaction queue up here. */
    #append(kind, open, outcome) {
        const next = this.#queue.then(() => this.#appendNow(kind, open, outcome));
        this.#queue = next.catch(() => { });
        return next;
    }
    async #appendNow(kind, open, outcome) {
        if ((0,log_record/* isCloser */.L_)(this.#head.record.kind))
            throw (0,errors/* failure */.V2)('INTERNAL', 'The operation is closed already');
        const began = timeOf(this.#parts.clock);
        // A beat that waited behind another record says what that record made true.
        const now = kind === 'beat' ? this.#open : open;
        const draft = {
            ...stamp(this.#parts, this.#open, this.#holder, kind),
            open: now === null
                ? null
                : { ...now, ...(kind === 'commit' ? { commit_sequence: this.nextSequence } : {}) },
            ...(outcome === undefined ? {} : { outcome }),
        };
        const after = { sequence: this.#head.record.sequence, hash: this.#head.hash };
        try {
            this.#head = await this.#parts.log.append(draft, after);
        }
        catch (thrown) {
            if (this.#adopt(thrown))
                return this.#appendNow(kind, open, outcome);
            if (!(thrown instanceof operation_log/* LostRace */.S))
                this.#unclear.add(draft.nonce);
            else
                this.#lost = new ports_workspace/* SupersededError */.Z();
            throw thrown instanceof operation_log/* LostRace */.S ? this.#lost : thrown;
        }
        this.#began = began;
        this.#open = draft.open ?? this.#open;
        return this.#head;
    }
    /** What stands at our number may be a record of ours whose reply was lost: then it is still our turn. */
    #adopt(thrown) {
        const standing = thrown instanceof operation_log/* LostRace */.S ? thrown.standing : undefined;
        if (standing === undefined || !this.#unclear.has(standing.record.nonce))
            return false;
        this.#head = standing;
        this.#open = standing.record.open ?? this.#open;
        return true;
    }
}
const timeOf = (clock) => ({ wall: clock.now(), monotonic: clock.monotonic() });
function stamp(parts, open, holder, kind) {
    return {
        operation_id: open.operation_id,
        epoch: open.epoch,
        nonce: parts.host.uuid(),
        kind,
        operation: open.operation,
        version: open.version,
        actor: parts.actor,
        run: parts.run,
        holder,
        time: new Date(parts.clock.now()).toISOString(),
    };
}

// EXTERNAL MODULE: ./lib/engine/draft.js
var engine_draft = __webpack_require__(7397);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(5272);
;// CONCATENATED MODULE: ./lib/engine/failures.js



/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
function engineFailure(thrown, code = 'INTERNAL') {
    if (thrown instanceof ports_workspace/* SupersededError */.Z || thrown instanceof operation_log/* LostRace */.S) {
        return (0,errors/* failure */.V2)('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
    }
    return (0,errors/* asRollbackError */.p2)(thrown, code);
}


// EXTERNAL MODULE: ./lib/engine/log/decoding.js
var decoding = __webpack_require__(7262);
// EXTERNAL MODULE: ./lib/engine/log/markers.js
var log_markers = __webpack_require__(6608);
// EXTERNAL MODULE: ./lib/domain/evidence.js
var evidence = __webpack_require__(3151);
// EXTERNAL MODULE: ./lib/domain/types.js
var types = __webpack_require__(8737);
;// CONCATENATED MODULE: ./lib/engine/transaction/evidence.js



/** Step 3: the files in full beside their place, so that neither room nor permission is missing at the end. */
async function stageEvidence(operation, index) {
    const report = operation.draft.succeed('');
    const { files } = await compose(operation, index, report, operation.tenure.head);
    await operation.context.evidence.stage(files);
}
/** Step 8: composed anew with what is true now, proved to be still ours by an append, renamed into place. */
async function publishEvidence(operation, index, report) {
    const { draft, context, tenure } = operation;
    const head = await tenure.beat();
    const { files, auditSha256 } = await draft.stage('manifest', () => compose(operation, index, report, head));
    const paths = await draft.stage('audit', async () => {
        await context.evidence.stage(files);
        await tenure.guard();
        return context.evidence.publish();
    });
    return { paths, auditSha256 };
}
/** The operation was put back or given up: evidence that tells of its success must not stay. */
async function withdrawEvidence({ context, tenure, draft }) {
    const { operation, version, rollback_id: rollbackId } = tenure.open;
    Object.assign(draft.fields, NO_EVIDENCE);
    const stuck = await context.evidence.withdraw({ operation, version, rollbackId });
    for (const path of stuck)
        draft.warn(`Delete '${path}': it tells of a ${operation} that was put back, and could not be taken away`);
}
const NO_EVIDENCE = {
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    evidence: {},
};
async function compose(operation, index, report, head) {
    const { context, manifest, tenure } = operation;
    const names = (0,evidence/* evidenceNames */.Y$)(manifest.operation, manifest.version);
    const manifestBytes = (0,evidence/* buildRollbackManifest */.et)({
        operation: manifest,
        timestamp: report.timestamp,
        indexBefore: index.before,
        indexAfter: index.after,
        canRestore: canRestore(operation),
        forced: tenure.open.forced,
    });
    const files = [];
    if (context.evidence.writes.manifest)
        files.push({ kind: 'manifest', name: names.manifest, body: manifestBytes });
    if (!context.evidence.writes.audit)
        return { files, auditSha256: '' };
    const audit = (0,evidence/* buildAuditLog */.Ks)({
        audit_id: manifest.operation_id,
        version: manifest.version,
        timestamp: report.timestamp,
        machine_id: context.host.machineId,
        rollback_id: manifest.rollback_id,
        rollback_type: manifest.rollback_type,
        actor: tenure.open.actor,
        run: tenure.open.run,
        log_head: { sequence: head.record.sequence, hash: head.hash },
        manifestBytes,
        report,
    });
    files.push({ kind: 'audit', name: names.audit, body: audit });
    const signature = await context.signer?.sign(audit, report.timestamp);
    if (signature !== undefined)
        files.push({ kind: 'signature', name: names.signature, body: (0,log_record/* encodeJson */.Pr)(signature) });
    return { files, auditSha256: (0,log_record/* sha256Hex */.fg)(audit) };
}
/** With a backup, or when nothing but the index was touched and the manifest itself is the backup. */
function canRestore(operation) {
    const { manifest } = operation;
    if (manifest.operation === 'restore')
        return false;
    return manifest.create_backup || !(0,types/* takesArtifacts */.Qe)(manifest.rollback_type);
}

// EXTERNAL MODULE: ./lib/engine/transaction/requests.js
var transaction_requests = __webpack_require__(5211);
// EXTERNAL MODULE: ./lib/domain/checksum.js
var domain_checksum = __webpack_require__(297);
;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/surveys.js


/** What stands below a prefix, by key. */
async function listed(store, prefix) {
    const there = new Map();
    for await (const info of store.list(prefix))
        there.set(info.key, info);
    return there;
}
const versionPrefix = ({ version }) => (0,keys/* artifactsPrefix */.oP)(version);
/** How the manifest's artifacts stand in the version folder. */
async function surveyFolder(store, manifest) {
    const prefix = versionPrefix(manifest);
    const expected = new Map(manifest.artifacts.map((artifact) => [artifact.path, artifact]));
    const changed = [];
    const unknown = [];
    // As the pages come: of a large release all that stands there is never in memory at once.
    for await (const info of store.list(prefix)) {
        const artifact = expected.get(info.key);
        if (artifact === undefined)
            unknown.push(info.key);
        else if (!isUnchanged(artifact, info))
            changed.push(info.key);
        expected.delete(info.key);
    }
    return { removed: [...expected.keys()], changed, unknown: unknown.filter((key) => key !== prefix) };
}
function compare(manifest, there, unchanged) {
    const removed = [];
    const changed = [];
    for (const artifact of manifest.artifacts) {
        const standing = there.get(artifact.path);
        if (standing === undefined)
            removed.push(artifact.path);
        else if (!unchanged(artifact, standing))
            changed.push(artifact.path);
        there.delete(artifact.path);
    }
    there.delete(versionPrefix(manifest));
    return { removed, changed, unknown: [...there.keys()] };
}
/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
function isUnchanged(artifact, info) {
    if (info.revision !== artifact.revision)
        return false;
    return artifact.modified === undefined || seconds(artifact.modified) === seconds(info.modified);
}
const seconds = (milliseconds) => Math.floor(milliseconds / 1000);
/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
async function sameBytes(store, left, right) {
    const [a, b] = await Promise.all([store.head(left), store.head(right)]);
    if (a === undefined || b === undefined || a.size !== b.size)
        return false;
    const verdict = (0,domain_checksum/* compareChecksums */.a)(a.checksum, b.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    const [x, y] = await Promise.all([store.digest(left), store.digest(right)]);
    return x !== undefined && x === y;
}
/** An artifact where it was when the plan was made. */
const sourceOf = (artifact) => ({
    key: artifact.path,
    revision: artifact.revision,
    size: artifact.size,
    checksum: artifact.checksum,
    storage_class: artifact.storage_class,
});

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/backup-folder.js


/** What lies in the backup folder of the version, by key. */
const keptOf = (store, manifest) => listed(store, manifest.backup_path + versionPrefix(manifest));
/** As far as the store tells: where it knows no checksums, the size. */
function isWhole({ size, checksum }, kept) {
    return kept?.size === size && (0,domain_checksum/* compareChecksums */.a)(checksum, kept.checksum) !== 'different';
}
/** The artifacts that the backup folder could not give back. */
async function damagedIn(store, manifest, artifacts) {
    if (artifacts.length === 0)
        return [];
    const kept = await keptOf(store, manifest);
    return artifacts
        .filter((artifact) => !isWhole(artifact, kept.get(manifest.backup_path + artifact.path)))
        .map(({ path }) => path);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/removal.js

/** Removes each key that still is at its revision, in batches where the store has them; every answer is read. */
async function removeAll(store, requests, objects, progress = () => { }) {
    const outcome = { removed: [], changed: [] };
    const { batch } = store;
    const note = (answer) => {
        if (answer.result === 'failed')
            throw answer.error;
        (answer.result === 'gone' ? outcome.removed : outcome.changed).push(answer.key);
        progress(outcome.removed.length + outcome.changed.length, objects.length);
    };
    if (batch === undefined) {
        await requests.each(objects, async (object) => note(await removeOne(store, requests, object)));
    }
    else {
        const ask = (pending, guard) => batch.remove(pending, guard);
        await requests.each(chunks(objects, batch.size), (chunk) => sendBatch(requests, chunk, ask, note));
    }
    return outcome;
}
async function removeOne(store, requests, { key, revision }) {
    try {
        await requests.send((guard) => store.remove(key, revision, guard));
        return { key, result: 'gone' };
    }
    catch (thrown) {
        // Somebody wrote it meanwhile: it stays.
        if (thrown instanceof object_store/* ConflictError */.fK)
            return { key, result: 'changed' };
        throw thrown;
    }
}
/** One batch; keys without an answer are asked for again, a refusal is told after all the others are noted. */
async function sendBatch(requests, items, ask, note) {
    let pending = items;
    let refused;
    await requests.send(async (guard) => {
        const open = new Set();
        let unanswered;
        for (const answer of await ask(pending, guard)) {
            try {
                note(answer);
            }
            catch (thrown) {
                if (!(0,object_store/* isUnanswered */.Ni)(thrown))
                    refused ??= thrown;
                else {
                    // One that may have landed counts for all: the fence depends on it.
                    if (unanswered === undefined || !(0,object_store/* mayHaveLanded */.I7)(unanswered))
                        unanswered = thrown;
                    open.add(answer.key);
                }
            }
        }
        pending = pending.filter(({ key }) => open.has(key));
        if (unanswered !== undefined)
            throw unanswered;
    });
    if (refused !== undefined)
        throw refused;
}
function* chunks(items, size) {
    for (let at = 0; at < items.length; at += size)
        yield items.slice(at, at + size);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/copies.js






/** Keeps server-side copies in the backup folder; takes artifacts out by conditional delete. */
class CopiesShelf {
    copies = true;
    #store;
    #requests;
    constructor(store, requests) {
        this.#store = store;
        this.#requests = requests;
    }
    async prepare(manifest, progress) {
        if (manifest.backup_path === '')
            return;
        const { artifacts, backup_path: folder } = manifest;
        const copy = (artifact) => this.#copyOut(artifact, folder + artifact.path);
        await this.#requests.each(artifacts, copy, { tell: progress, total: artifacts.length });
    }
    survey(manifest) {
        return surveyFolder(this.#store, manifest);
    }
    take(_manifest, standing, progress) {
        return removeAll(this.#store, this.#requests, standing.map(pinned), progress);
    }
    async putBack(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const absent = artifacts.filter(({ path, revision }) => there.get(path)?.revision !== revision);
        if (absent.length === 0)
            return;
        const kept = await keptOf(this.#store, manifest);
        const copy = async (artifact) => {
            const source = kept.get(manifest.backup_path + artifact.path);
            if (source === undefined)
                throw (0,errors/* failure */.V2)('STEP_FAILED', `There is no backup of ${artifact.path}`);
            await this.#copy(copyOf(source, artifact), artifact.path);
        };
        await this.#requests.each(absent, copy, { tell: progress, total: absent.length });
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const kept = await keptOf(this.#store, manifest);
        const ours = [];
        const left = [];
        const judge = async ({ path }) => {
            const standing = there.get(path);
            if (standing === undefined)
                return;
            const copy = kept.get(manifest.backup_path + path);
            // The listings tell of most; only what they leave open is looked at.
            const verdict = copy?.size === standing.size ? (0,domain_checksum/* compareChecksums */.a)(standing.checksum, copy.checksum) : 'different';
            const same = verdict === 'unknown'
                ? await sameBytes(this.#store, path, manifest.backup_path + path)
                : verdict === 'same';
            if (same)
                ours.push({ key: path, revision: standing.revision });
            else
                left.push(path);
        };
        await this.#requests.each(artifacts, judge);
        const { changed } = await removeAll(this.#store, this.#requests, ours, progress);
        return [...left, ...changed];
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    async #copyOut(artifact, to) {
        const copied = await this.#copy(sourceOf(artifact), to);
        if (!isWhole(artifact, copied)) {
            throw (0,errors/* failure */.V2)('BACKUP', `The backup of ${artifact.path} is not the same as the original`);
        }
    }
    /** To an absent key; the same bytes there already are our own earlier success. */
    async #copy(source, to) {
        try {
            return await this.#requests.send((guard) => this.#store.copy(source, to, guard));
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            const standing = await this.#store.head(to);
            if (standing === undefined) {
                throw (0,errors/* failure */.V2)('SUPERSEDED', `${source.key} was changed by somebody else while we worked`, {
                    cause: thrown,
                });
            }
            if (standing.size !== source.size || !(await sameBytes(this.#store, source.key, to))) {
                throw (0,errors/* failure */.V2)('STEP_FAILED', `${to} is there already with other content`, { cause: thrown });
            }
            return standing;
        }
    }
}
const pinned = ({ path, revision }) => ({ key: path, revision });
const copyOf = ({ key, revision, size, checksum }, artifact) => ({
    key,
    revision,
    size,
    checksum,
    storage_class: artifact.storage_class,
});

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/moves.js




/** Moves each artifact into the backup folder and back; the bytes are never in two places, nor in none. */
class MovesShelf {
    /** What lies there is the only one. */
    copies = false;
    #store;
    #mover;
    #requests;
    constructor(store, mover, requests) {
        this.#store = store;
        this.#mover = mover;
        this.#requests = requests;
    }
    async prepare() { }
    survey(manifest) {
        return surveyFolder(this.#store, manifest);
    }
    async take(manifest, standing, progress) {
        const taken = { removed: [], changed: [] };
        const move = async (artifact) => {
            const { path, revision } = artifact;
            const moved = await this.#move(path, revision, manifest.backup_path + path, artifact);
            (moved ? taken.removed : taken.changed).push(path);
        };
        await this.#requests.each(standing, move, { tell: progress, total: standing.length });
        return taken;
    }
    async putBack(manifest, artifacts, progress) {
        if (artifacts.length === 0)
            return;
        const [there, kept] = await Promise.all([
            listed(this.#store, versionPrefix(manifest)),
            keptOf(this.#store, manifest),
        ]);
        const back = async (artifact) => {
            const source = kept.get(manifest.backup_path + artifact.path);
            if (source === undefined) {
                if (isWhole(artifact, there.get(artifact.path)))
                    return;
                throw (0,errors/* failure */.V2)('STEP_FAILED', `There is no backup of ${artifact.path}`);
            }
            if (!(await this.#move(source.key, source.revision, artifact.path, artifact))) {
                throw (0,errors/* failure */.V2)('STEP_FAILED', `Something else is in the way of ${artifact.path}`);
            }
        };
        await this.#requests.each(artifacts, back, { tell: progress, total: artifacts.length });
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const left = [];
        const away = async (artifact) => {
            const standing = there.get(artifact.path);
            if (standing === undefined)
                return;
            const moved = isWhole(artifact, standing) &&
                (await this.#move(artifact.path, standing.revision, manifest.backup_path + artifact.path, artifact));
            if (!moved)
                left.push(artifact.path);
        };
        await this.#requests.each(artifacts, away, { tell: progress, total: artifacts.length });
        return left;
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    /** Whether it is at `to` now, by this request or by an earlier one of ours; false when somebody else wrote either. */
    async #move(from, revision, to, artifact) {
        try {
            await this.#requests.send(() => this.#mover.move(from, revision, to));
            return true;
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            const [source, target] = await Promise.all([this.#store.head(from), this.#store.head(to)]);
            return source === undefined && isWhole(artifact, target);
        }
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/versions.js



/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
class VersionsShelf {
    copies = false;
    #keeper;
    #requests;
    constructor(keeper, requests) {
        this.#keeper = keeper;
        this.#requests = requests;
    }
    async prepare() { }
    async survey(manifest) {
        const stacks = await this.#stacks(manifest);
        const visible = new Map([...stacks].filter(([, stack]) => isVisible(stack)));
        return compare(manifest, visible, (artifact, stack) => stack[0]?.version_id === artifact.version_id);
    }
    async take(manifest, standing, progress) {
        if (!(await this.#keeper.keeps())) {
            throw (0,errors/* failure */.V2)('STEP_FAILED', `The bucket does not keep versions any more, on which the backup of ${manifest.version} rests`);
        }
        return this.#hide(standing, progress);
    }
    async putBack(manifest, artifacts, progress) {
        const stacks = await this.#stacks(manifest);
        const markers = artifacts.flatMap((artifact) => markersOver(artifact, stacks.get(artifact.path) ?? []));
        let done = 0;
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            done += 1;
            progress(done, markers.length);
        };
        // One marker a request and key: the answers go by key.
        for (const round of rounds(markers)) {
            await this.#requests.each(chunks(round, this.#keeper.size), (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note));
        }
    }
    async takeAgain(manifest, artifacts, progress) {
        const stacks = await this.#stacks(manifest);
        const visible = artifacts.filter(({ path }) => isVisible(stacks.get(path) ?? []));
        const isOurs = ({ path, version_id }) => stacks.get(path)?.[0]?.version_id === version_id;
        const { changed } = await this.#hide(visible.filter(isOurs), progress);
        return [...visible.filter((artifact) => !isOurs(artifact)).map(({ path }) => path), ...changed];
    }
    async damaged(manifest, artifacts) {
        if (artifacts.length === 0)
            return [];
        const stacks = await this.#stacks(manifest);
        const isKept = ({ path, version_id }) => stacks.get(path)?.some((version) => !version.marker && version.version_id === version_id) === true;
        return artifacts.filter((artifact) => !isKept(artifact)).map(({ path }) => path);
    }
    async #hide(artifacts, progress) {
        const taken = { removed: [], changed: [] };
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            (answer.result === 'changed' ? taken.changed : taken.removed).push(answer.key);
            progress(taken.removed.length + taken.changed.length, artifacts.length);
        };
        const objects = artifacts.map(({ path, revision }) => ({ key: path, revision }));
        await this.#requests.each(chunks(objects, this.#keeper.size), (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note));
        return taken;
    }
    async #stacks(manifest) {
        const stacks = new Map();
        for await (const version of this.#keeper.list(versionPrefix(manifest))) {
            const stack = stacks.get(version.key);
            if (stack === undefined)
                stacks.set(version.key, [version]);
            else
                stack.push(version);
        }
        return stacks;
    }
}
const isVisible = ([top]) => top !== undefined && !top.marker;
/** The markers that lie over the pinned version; throws STEP_FAILED when it is gone or under something else. */
function markersOver({ path, version_id: pinned }, stack) {
    const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
    if (at === -1)
        throw (0,errors/* failure */.V2)('STEP_FAILED', `The pinned version of ${path} is gone: there is nothing to put back`);
    const above = stack.slice(0, at);
    if (above.length > 0 && above.some((version) => !version.marker)) {
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Something else is in the way of ${path}`);
    }
    return above;
}
/** Splits so that no key comes twice in one round. */
function rounds(items) {
    const result = [];
    const seen = new Map();
    for (const item of items) {
        const round = seen.get(item.key) ?? 0;
        seen.set(item.key, round + 1);
        const there = result[round];
        if (there === undefined)
            result.push([item]);
        else
            there.push(item);
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/engine/transaction/store-workspace.js







/** The workspace of stores without folders; how artifacts are kept is what the manifest says. */
class StoreWorkspace {
    #store;
    #requests;
    constructor(store, requests) {
        this.#store = store;
        this.#requests = requests;
    }
    async open() { }
    async lockIndex() { }
    async unlockIndex() { }
    async close() { }
    /** One attempt: whether it may be sent again is for the caller to find out, who reads the index anew. */
    async replace({ info, attributes }, body) {
        const { guard } = this.#requests;
        await guard();
        return this.#store.put(info.key, body, { unchangedSince: info.revision, attributes }, guard);
    }
    async create(key, body) {
        try {
            await this.#requests.send((guard) => this.#store.put(key, body, 'absent', guard));
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            const standing = await this.#store.read(key);
            if (standing === undefined || (0,log_record/* sha256Hex */.fg)(standing.body) !== (0,log_record/* sha256Hex */.fg)(body))
                throw thrown;
        }
    }
    prepareBackup(manifest, progress) {
        return this.#shelf(manifest).prepare(manifest, progress);
    }
    survey(manifest) {
        return this.#shelf(manifest).survey(manifest);
    }
    async withdraw(manifest, progress, fresh = true) {
        const shelf = this.#shelf(manifest);
        const before = await shelf.survey(manifest);
        // What a dead run had removed may have been published again: only a fresh run knows that nothing was.
        if (fresh && before.changed.length > 0)
            return { ...before, untouched: true };
        const skip = new Set([...before.changed, ...before.removed]);
        const standing = manifest.artifacts.filter((artifact) => !skip.has(artifact.path));
        const taken = await shelf.take(manifest, standing, progress);
        return {
            removed: [...before.removed, ...taken.removed],
            changed: [...before.changed, ...taken.changed],
            unknown: before.unknown,
        };
    }
    reinstate(manifest, artifacts, progress) {
        return this.#shelf(manifest).putBack(manifest, artifacts, progress);
    }
    retract(manifest, artifacts, progress) {
        return this.#shelf(manifest).takeAgain(manifest, artifacts, progress);
    }
    damaged(manifest, artifacts) {
        return this.#shelf(manifest).damaged(manifest, artifacts);
    }
    /** Removes the backup; the manifest last: while it is there, whoever comes after us knows what else to remove. */
    async discard(manifest) {
        if (manifest.backup_path === '')
            return;
        const own = [`${manifest.backup_path}restored.json`, `${manifest.backup_path}manifest.json`];
        const { copies } = this.#shelf(manifest);
        const found = [];
        for await (const info of this.#store.list(manifest.backup_path)) {
            if (copies || own.includes(info.key))
                found.push(info);
        }
        const last = found.filter(({ key }) => key === own[1]);
        await removeAll(this.#store, this.#requests, found.filter((info) => !last.includes(info)));
        await removeAll(this.#store, this.#requests, last);
    }
    #shelf({ backup_method: method }) {
        const { mover, versions } = this.#store;
        if (method === 'versions' && versions !== undefined)
            return new VersionsShelf(versions, this.#requests);
        if (method === 'move' && mover !== undefined)
            return new MovesShelf(this.#store, mover, this.#requests);
        if (method === 'copy')
            return new CopiesShelf(this.#store, this.#requests);
        throw (0,errors/* failure */.V2)('BACKUP', `This store has no way to keep a release by '${method}', as the manifest says`);
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/operation.js


function workspaceFor(context, tenure) {
    const { operation_id: operationId, epoch, version } = tenure.open;
    const ticket = { operationId, epoch, version };
    return (context.store.workspaces?.create(ticket, tenure.guard) ??
        new StoreWorkspace(context.store, requestsOf(context, tenure)));
}
const senderOf = ({ context, tenure }) => requestsOf(context, tenure);
/** Changing requests that belong to an operation: only while it is ours, and an unanswered one is remembered. */
function requestsOf({ store, clock, cancelled }, tenure) {
    const unresolved = () => {
        tenure.unresolved = true;
    };
    const policy = store.requests ?? transaction_requests/* DEFAULT_POLICY */.z;
    return new transaction_requests/* Requests */.l({ clock, policy, guard: tenure.guard, unresolved, cancelled });
}
function indexParts(operation) {
    const { context, workspace, waits, draft } = operation;
    return {
        store: context.store,
        clock: context.clock,
        workspace,
        lockTimeoutMs: context.cancelled.aborted ? 0 : waits.lockTimeoutMs,
        requests: senderOf(operation),
        rendersAgain: operation.recovering,
        warn: draft.warn,
    };
}
/** Cancelled after the commit, where a wait or a revert would begin: the operation stays open (DESIGN §4). */
class CancelledError extends Error {
    constructor() {
        super('cancelled after the commit');
        this.name = 'CancelledError';
    }
}
/** Waits until a request of ours that got no answer can't land any more; the happy path never waits. */
async function fence(operation) {
    const { context, tenure, waits } = operation;
    if (!context.store.lateRequests || !tenure.unresolved)
        return;
    if (context.cancelled.aborted)
        throw new CancelledError();
    context.reporter.info(`A request got no answer; waiting ${waits.fenceMs / 1000} s until it can't land any more`);
    await context.clock.sleep(waits.fenceMs);
    await tenure.beat();
    tenure.unresolved = false;
}
const isOpen = (open) => open !== null && open !== undefined;

// EXTERNAL MODULE: ./lib/engine/publication.js
var engine_publication = __webpack_require__(6184);
// EXTERNAL MODULE: ./lib/domain/index/mod.js + 14 modules
var mod = __webpack_require__(802);
;// CONCATENATED MODULE: ./lib/engine/transaction/entries.js


/** Ours are the entries whose raw bytes are the manifest's; another entry of the same version is never touched. */
function ourEntries(doc, manifest) {
    const raws = manifest.entries.map((placement) => placement.raw);
    return (0,mod/* entriesOf */.Mc)(doc, manifest.version).filter((entry) => raws.includes((0,mod/* entryText */.u0)(doc, entry)));
}
/** Entries of the version that are neither ours nor ours marked: somebody published it again. */
function foreignEntries(doc, manifest) {
    const ours = new Set(ourEntries(doc, manifest));
    return (0,mod/* entriesOf */.Mc)(doc, manifest.version).filter((entry) => !ours.has(entry) && !isMarkedBy(entry, manifest));
}
/** Foreign entries that promise artifacts: an entry marked by an earlier rollback publishes nothing. */
function republished(doc, manifest) {
    return foreignEntries(doc, manifest).filter((entry) => entry.removed === undefined);
}
const isMarkedBy = (entry, manifest) => manifest.mark !== undefined && entry.removed?.rollbackId === manifest.mark.rollback_id;
/** Takes the release out of the index, or marks it; undefined when that is done already. */
function hide(doc, manifest, now) {
    const ours = ourEntries(doc, manifest);
    if (ours.length === 0)
        return undefined;
    const { mark } = manifest;
    if ((0,types/* takesEntry */.vj)(manifest.rollback_type) || mark === undefined)
        return (0,mod/* cutEntries */.tG)(doc, ours, now);
    return fold(doc, (current) => {
        const next = ourEntries(current, manifest)[0];
        const fields = { removedAt: mark.removed_at, rollbackId: mark.rollback_id };
        return next === undefined ? undefined : (0,mod/* markEntry */.gj)(current, next, fields, now);
    });
}
/** The opposite of `hide`: entries back between their old neighbours, or unmarked; undefined when all are there. */
function show(doc, manifest, now) {
    if ((0,types/* takesEntry */.vj)(manifest.rollback_type)) {
        return fold(doc, (current) => {
            // Oldest first: each then finds the neighbours that it had.
            const missing = missingPlacements(current, manifest).at(-1);
            return missing === undefined ? undefined : (0,mod/* insertEntry */.Ax)(current, missing, now);
        });
    }
    return fold(doc, (current) => {
        const marked = (0,mod/* entriesOf */.Mc)(current, manifest.version).find((entry) => isMarkedBy(entry, manifest));
        if (marked === undefined || manifest.mark === undefined)
            return undefined;
        const original = manifest.entries[0]?.raw;
        const result = (0,mod/* unmarkEntry */.p0)(current, marked, {
            rollbackId: manifest.mark.rollback_id,
            ...(original !== undefined && manifest.entries.length === 1 ? { originalRaw: original } : {}),
        }, now);
        return result === 'not-ours' ? undefined : result;
    });
}
function missingPlacements(doc, manifest) {
    return manifest.entries.filter((placement) => (0,mod/* findRaw */.yw)(doc, manifest.version, placement.raw) === undefined);
}
/** Applies a one-entry edit until it has nothing left to do. */
function fold(doc, edit) {
    let bytes;
    for (let current = doc;;) {
        const next = edit(current);
        if (next === undefined)
            return bytes;
        bytes = next;
        current = (0,mod/* parseIndex */.A1)(next);
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/index-edit.js







const ATTEMPTS = 50;
/**
 * Edits index.json on condition that it is what was read; on a conflict it reads again and redoes the edit. Then
 * renders index.md, whose failure is a warning. Throws INDEX_WRITE, or UNREACHABLE when the outcome is unknown.
 */
async function editIndex(parts, change) {
    await translated(() => parts.workspace.lockIndex(parts.lockTimeoutMs));
    try {
        const result = await translated(() => replaceUntilDone(parts, change));
        const changed = result.after !== result.before || parts.rendersAgain;
        if (result.after !== undefined && changed)
            await renderMarkdown(parts, result.after);
        return result;
    }
    finally {
        await parts.workspace.unlockIndex().catch((thrown) => {
            if (thrown instanceof ports_workspace/* SupersededError */.Z)
                throw thrown;
            parts.warn(`index.json.lock could not be removed: ${index_edit_text(thrown)}`);
        });
    }
}
async function replaceUntilDone(parts, change) {
    const attempts = { unanswered: 0, pending: false, before: undefined };
    try {
        for (let reading = parts.known, round = 0; round < ATTEMPTS; round += 1) {
            reading ??= await (0,engine_publication/* readIndex */.vY)(parts.store, parts.clock);
            const result = await replaceOnce(parts, change, reading, attempts);
            if (result !== undefined)
                return result;
            reading = undefined;
        }
    }
    catch (thrown) {
        if (attempts.pending)
            parts.requests.unresolved();
        throw thrown;
    }
    throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json was changed by others ${ATTEMPTS} times in a row`);
}
/** Undefined when the index has to be read again: somebody changed it, or no answer came. */
async function replaceOnce({ clock, workspace, requests }, change, reading, attempts) {
    if (reading.state === 'missing')
        return { before: undefined, after: undefined };
    if (reading.state === 'broken')
        throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json is not a usable index: ${reading.reason}`);
    const before = reading.object.body;
    const after = change(reading.doc, new Date(clock.now()));
    // Nothing left to do: done before, or by our own request whose reply was lost.
    if (after === undefined)
        return { before: attempts.before ?? before, after: before };
    try {
        await workspace.replace(reading.object, after);
        return { before, after };
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK) {
            attempts.pending = false;
            return undefined;
        }
        attempts.pending ||= (0,object_store/* mayHaveLanded */.I7)(thrown);
        attempts.unanswered += 1;
        if (!(0,object_store/* isUnanswered */.Ni)(thrown) || attempts.unanswered > requests.retries)
            throw thrown;
        attempts.before ??= before;
        await requests.pause(attempts.unanswered, thrown);
        return undefined;
    }
}
async function renderMarkdown(parts, index) {
    const { requests } = parts;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await renderOnce(parts, index);
        }
        catch (thrown) {
            if (thrown instanceof ports_workspace/* SupersededError */.Z)
                throw thrown;
            if ((0,object_store/* isUnanswered */.Ni)(thrown) && attempt <= requests.retries) {
                await requests.pause(attempt, thrown);
                continue;
            }
            if ((0,object_store/* mayHaveLanded */.I7)(thrown))
                requests.unresolved();
            return parts.warn(`index.md could not be rendered again: ${index_edit_text(thrown)}`);
        }
    }
}
/** Reads anew each time: it may stand there already, by an attempt whose reply was lost. */
async function renderOnce({ store, workspace }, index) {
    const current = await store.read(keys/* INDEX_MARKDOWN_KEY */.he);
    if (current === undefined || !(0,mod/* isOurIndexMarkdown */.Eu)(new TextDecoder().decode(current.body)))
        return;
    const markdown = new TextEncoder().encode((0,mod/* renderIndexMarkdown */.mf)((0,mod/* parseIndex */.A1)(index)));
    if ((0,log_record/* sha256Hex */.fg)(markdown) !== (0,log_record/* sha256Hex */.fg)(current.body))
        await workspace.replace(current, markdown);
}
/** What refuses the index is 44, whatever it was; unknown outcomes and takeovers keep their names. */
async function translated(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        const named = ['INDEX_WRITE', 'SUPERSEDED'];
        if (thrown instanceof errors/* RollbackError */.ZS && named.includes(thrown.code))
            throw thrown;
        throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json could not be written: ${index_edit_text(thrown)}`, { cause: thrown });
    }
}
const index_edit_text = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

;// CONCATENATED MODULE: ./lib/engine/transaction/restore-steps.js







/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
function absentArtifacts(manifest) {
    const absent = new Set(manifest.absent ?? []);
    return manifest.artifacts.filter((artifact) => absent.has(artifact.path));
}
/** Artifacts back first, the index last: a release is never listed before it is whole. */
async function restoreForward(operation) {
    const { draft, manifest, workspace } = operation;
    const artifacts = absentArtifacts(manifest);
    // So far it is only planned; a revert asks whether the index was touched.
    draft.fields.index_updated = false;
    await draft.stage('artifacts', async () => {
        if (artifacts.length > 0 || manifest.folder_present) {
            await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
        }
        const files = artifacts.filter((artifact) => artifact.type !== 'folder');
        draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
        draft.fields.total_artifacts_removed = files.length;
        draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
    });
    await draft.stage('verify', () => verifyArtifacts(operation));
    return draft.stage('index', () => showEntry(operation));
}
async function verifyArtifacts(operation) {
    const { context, manifest } = operation;
    if (manifest.artifacts.length === 0)
        return;
    const found = await (0,engine_publication/* listArtifacts */.wn)(context.store, manifest.version);
    const there = new Map(found.map((info) => [info.key, info]));
    const wrong = manifest.artifacts.filter((artifact) => {
        const info = there.get(artifact.path);
        if (info === undefined || info.type !== artifact.type || info.size !== artifact.size)
            return true;
        return (0,domain_checksum/* compareChecksums */.a)(info.checksum, artifact.checksum) === 'different';
    });
    if (wrong.length > 0) {
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Not back as it was: ${wrong
            .slice(0, 5)
            .map(({ path }) => path)
            .join(', ')}`);
    }
}
async function showEntry(operation) {
    const { draft, manifest } = operation;
    if (manifest.entries.length === 0)
        return { before: undefined, after: undefined };
    const result = await editIndex(indexParts(operation), (doc, now) => {
        const foreign = foreignEntries(doc, manifest);
        if ((0,types/* takesEntry */.vj)(manifest.rollback_type) && foreign.length > 0) {
            throw (0,errors/* failure */.V2)('SUPERSEDED', `${manifest.version} was published again while we worked`);
        }
        if (draft.fields.previous_latest === '')
            draft.fields.previous_latest = (0,engine_publication/* latestOf */.Te)(doc);
        return show(doc, manifest, now);
    });
    if (result.after === undefined)
        throw (0,errors/* failure */.V2)('INDEX_WRITE', 'index.json is missing');
    draft.fields.index_updated = (0,types/* takesEntry */.vj)(manifest.rollback_type);
    const reading = await (0,engine_publication/* readIndex */.vY)(operation.context.store, operation.context.clock);
    if (reading.state === 'present')
        draft.fields.new_latest = (0,engine_publication/* latestOf */.Te)(reading.doc);
    return result;
}

;// CONCATENATED MODULE: ./lib/engine/named.js
/** Keys for a message: the first five, and how many more. */
function named(keys) {
    const shown = keys.slice(0, 5).join(', ');
    return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
}

;// CONCATENATED MODULE: ./lib/engine/transaction/same-artifact.js

/** Whether what stands at an artifact's key is the artifact, be it put back under a new revision. */
async function isSameArtifact(store, manifest, artifact, info) {
    if (info.revision === artifact.revision)
        return true;
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'folder')
        return true;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    const verdict = (0,domain_checksum/* compareChecksums */.a)(info.checksum, artifact.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    const [standing, kept] = await Promise.all([
        store.digest(artifact.path),
        store.digest(manifest.backup_path + artifact.path),
    ]);
    return standing !== undefined && standing === kept;
}

;// CONCATENATED MODULE: ./lib/engine/transaction/revert.js











/** Puts everything back as it was before the commit, and looks; the log says `reverting` before the first change. */
async function putBack(operation) {
    const { tenure, manifest, draft } = operation;
    if (tenure.open.phase !== 'reverting')
        await tenure.advance('reverting', { phase: 'reverting' });
    await fence(operation);
    const undo = manifest.operation === 'rollback' ? undoRollback : undoRestore;
    const foreign = await undo(operation);
    if (foreign.length > 0)
        draft.warn(`Written by somebody else meanwhile, left alone: ${named(foreign)}`);
    await markReverted(operation);
    await fence(operation);
    return { foreign };
}
async function undoRollback(operation) {
    const { manifest, workspace, draft } = operation;
    let foreign = [];
    if ((0,types/* takesArtifacts */.Qe)(manifest.rollback_type) && manifest.folder_present) {
        const missing = new Set(await missingKeys(operation));
        const absent = manifest.artifacts.filter(({ path }) => missing.has(path));
        // Also with nothing absent: a tree in the work folder must not go with it.
        await workspace.reinstate(manifest, absent, draft.progress('artifacts'));
        const left = await missingKeys(operation);
        if (left.length > 0)
            throw (0,errors/* failure */.V2)('STEP_FAILED', `Could not be put back: ${named(left)}`);
        foreign = await rewritten(operation, missing);
        // What we had taken is back, but not all of it is ours any more: the old entry must not list other bytes.
        if (missing.size > 0 && foreign.length > 0) {
            throw (0,errors/* failure */.V2)('STEP_FAILED', `Written by somebody else meanwhile: ${named(foreign)}`);
        }
    }
    if (manifest.entries.length > 0)
        await showAgain(operation);
    return foreign;
}
/** Keys that stand there with other bytes; what a killed revert of ours put back before has only a new revision. */
async function rewritten({ manifest, workspace, context }, putBackNow) {
    const changed = new Set((await workspace.survey(manifest)).changed.filter((path) => !putBackNow.has(path)));
    if (changed.size === 0)
        return [];
    const found = await (0,engine_publication/* listArtifacts */.wn)(context.store, manifest.version);
    const there = new Map(found.map((info) => [info.key, info]));
    const foreign = [];
    for (const artifact of manifest.artifacts) {
        const info = changed.has(artifact.path) ? there.get(artifact.path) : undefined;
        if (info !== undefined && !(await isSameArtifact(context.store, manifest, artifact, info)))
            foreign.push(artifact.path);
    }
    return foreign;
}
async function showAgain(operation) {
    const { manifest, draft } = operation;
    if (await untouchedIndex(operation))
        return releaseLock(operation);
    const { after } = await editIndex(indexParts(operation), (doc, now) => {
        if (!(0,types/* takesEntry */.vj)(manifest.rollback_type) || foreignEntries(doc, manifest).length === 0)
            return show(doc, manifest, now);
        draft.warn(`${manifest.version} is listed by somebody else now; the old entry is not put beside it`);
        return undefined;
    });
    if (after === undefined)
        throw (0,errors/* failure */.V2)('INDEX_WRITE', 'index.json is missing; the entry has no index to go back to');
}
/** The lock that a run of this operation died with; a foreign one stays. */
const releaseLock = ({ workspace }) => workspace.unlockIndex();
/** An index that we never changed and that is broken or gone now is not ours to mend. */
async function untouchedIndex(operation) {
    const reading = await (0,engine_publication/* readIndex */.vY)(operation.context.store, operation.context.clock);
    if (reading.state === 'present')
        return show(reading.doc, operation.manifest, new Date(0)) === undefined;
    const { index_updated: cut, index_marked: marked } = operation.draft.fields;
    return !cut && marked !== true && !operation.recovering;
}
async function undoRestore(operation) {
    const { manifest, workspace, draft } = operation;
    // Whoever holds the index, or broke it, is no hindrance where we never listed the release.
    if (manifest.entries.length > 0) {
        if (await untouchedByRestore(operation))
            await releaseLock(operation);
        else
            await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
    const counted = await listedByOthers(operation);
    const ours = absentArtifacts(manifest).filter(({ path }) => !counted.has(path));
    return workspace.retract(manifest, ours, draft.progress('artifacts'));
}
async function untouchedByRestore(operation) {
    const { manifest, context, draft, recovering } = operation;
    const reading = await (0,engine_publication/* readIndex */.vY)(context.store, context.clock);
    if (reading.state === 'present')
        return hide(reading.doc, manifest, new Date(0)) === undefined;
    return (0,types/* takesEntry */.vj)(manifest.rollback_type) && !draft.fields.index_updated && !recovering;
}
/** Artifacts that a foreign entry of the version counts on: taking them away would leave it listed without them (I1). */
async function listedByOthers({ manifest, context }) {
    const reading = await (0,engine_publication/* readIndex */.vY)(context.store, context.clock);
    if (reading.state !== 'present')
        return new Set();
    const { doc } = reading;
    return new Set(republished(doc, manifest).flatMap((entry) => (0,mod/* readEntry */.hB)(doc, entry).artifacts));
}
/**
 * Removes the backup that a rollback made and does not need: only after its closer, since until then a recovery
 * puts things back from it. A restore's manifest names the rollback's backup, which is never its own to remove.
 */
async function discardBackup(workspace, manifest) {
    if (manifest?.operation === 'rollback' && manifest.backup_path !== '')
        await workspace.discard(manifest);
}
/** Keys of the manifest that are not in the version folder. */
async function missingKeys(operation) {
    const found = await (0,engine_publication/* listArtifacts */.wn)(operation.context.store, operation.manifest.version);
    const there = new Set(found.map((info) => info.key));
    return operation.manifest.artifacts.map(({ path }) => path).filter((path) => !there.has(path));
}
/** Keys that are not where they should be: missing, or written by somebody else. */
async function misplacedKeys(operation) {
    const missing = await missingKeys(operation);
    if (operation.manifest.operation !== 'rollback')
        return missing;
    return [...missing, ...(await rewritten(operation, new Set(missing)))];
}
/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
async function markReverted(operation) {
    const { context, manifest, tenure } = operation;
    const markers = await (0,log_markers/* readMarkers */.mC)(context.store, manifest.version);
    const ours = markers.find((marker) => marker.operation_id === manifest.operation_id && marker.event !== 'reverted');
    if (ours === undefined || markers.some((marker) => marker.undoes === manifest.operation_id))
        return;
    const marker = {
        ...ours,
        event: 'reverted',
        sequence: tenure.head.record.sequence,
        undoes: manifest.operation_id,
        time: new Date(context.clock.now()).toISOString(),
    };
    await (0,log_markers/* writeMarker */.en)(context.store, senderOf(operation), marker);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/rollback-steps.js








/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
async function rollForward(operation) {
    const { draft } = operation;
    const index = await draft.stage('index', () => hideEntry(operation));
    const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation));
    const { listed, changed } = await draft.stage('verify', () => verify(operation, withdrawal));
    if (operation.recovering)
        await warnOfDamage(operation, withdrawal.removed);
    const superseded = listed || changed.length > 0;
    if (superseded) {
        draft.fields.superseded = true;
        const keys = changed.length > 0 ? named(changed) : `${operation.manifest.version}/`;
        draft.errors.push(`Published again while we worked, left alone: ${keys}`);
    }
    return { index, superseded };
}
async function hideEntry(operation) {
    const { manifest, draft } = operation;
    if (manifest.entries.length === 0)
        return lookOnly(operation);
    const parts = { ...indexParts(operation), known: operation.reading };
    const result = await editIndex(parts, (doc, now) => {
        noteLatest(operation, doc);
        return hide(doc, manifest, now);
    });
    if (result.after === undefined)
        draft.warn('index.json is gone: somebody removed it while we worked');
    else if ((0,types/* takesEntry */.vj)(manifest.rollback_type))
        draft.fields.index_updated = true;
    else
        draft.fields.index_marked = true;
    return result;
}
/** Nothing of ours is in the index; says what is latest all the same. */
async function lookOnly(operation) {
    if (operation.manifest.index_revision === '')
        return { before: undefined, after: undefined };
    const reading = await (0,engine_publication/* readIndex */.vY)(operation.context.store, operation.context.clock);
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    noteLatest(operation, reading.doc);
    return { before: reading.object.body, after: reading.object.body };
}
function noteLatest(operation, doc) {
    const { manifest, draft } = operation;
    const hidden = manifest.entries.length > 0;
    const latest = (0,engine_publication/* latestOf */.Te)(doc);
    if (draft.fields.previous_latest === '')
        draft.fields.previous_latest = latest;
    const foreign = foreignEntries(doc, manifest).length > 0;
    draft.fields.new_latest = hidden && !foreign ? (0,engine_publication/* latestOf */.Te)(doc, manifest.version) : latest;
}
async function takeArtifacts(operation) {
    const { manifest, workspace, draft } = operation;
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present) {
        return { removed: [], changed: [], unknown: [] };
    }
    const begun = await leftToRepublished(operation);
    const fresh = !operation.recovering;
    const withdrawal = begun ?? (await workspace.withdraw(manifest, draft.progress('artifacts'), fresh));
    if (withdrawal.untouched === true && withdrawal.changed.length > 0) {
        throw (0,errors/* failure */.V2)('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${named(withdrawal.changed)}`);
    }
    noteRemoved(operation, withdrawal.removed);
    warnOfStrangers(operation, withdrawal);
    return withdrawal;
}
function warnOfStrangers({ draft }, { unknown }) {
    for (const key of unknown.slice(0, 10))
        draft.warn(`Not ours, left where it is: ${key}`);
}
/** A recovery may come late: what the backup rests on may have been deleted by somebody else since. */
async function warnOfDamage(operation, removed) {
    const { manifest, workspace, draft, context } = operation;
    if (!manifest.create_backup || context.store.workspaces !== undefined)
        return;
    const taken = new Set(removed);
    const gone = manifest.artifacts.filter(({ path }) => taken.has(path));
    const damaged = await workspace.damaged(manifest, gone);
    if (damaged.length === 0)
        return;
    draft.fields.can_restore = false;
    draft.warn(`The backup is not whole, a restore will refuse: ${named(damaged)}`);
}
function noteRemoved({ manifest, draft }, removed) {
    const gone = new Set(removed);
    const files = manifest.artifacts.filter(({ path, type }) => gone.has(path) && type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
}
/**
 * A foreign entry of the version is listed (DESIGN §4, 'Published again meanwhile'): throws SUPERSEDED while nothing is
 * removed; otherwise answers how things stand, and nothing more is removed. Undefined when there is no such entry.
 */
async function leftToRepublished(operation) {
    const { manifest, workspace } = operation;
    const reading = await (0,engine_publication/* readIndex */.vY)(operation.context.store, operation.context.clock);
    if (reading.state !== 'present' || republished(reading.doc, manifest).length === 0)
        return undefined;
    const standing = await workspace.survey(manifest);
    // A recovery can't tell what was removed and published again from what was never removed.
    if (operation.recovering || standing.removed.length > 0)
        return standing;
    throw (0,errors/* failure */.V2)('SUPERSEDED', `${manifest.version} was published again while we worked`);
}
/** The last look before the operation is closed. */
async function verify(operation, withdrawal) {
    const survey = surveyEarly(operation);
    survey.catch(() => { });
    const doc = await verifyHidden(operation);
    const foreign = doc === undefined ? [] : republished(doc, operation.manifest);
    if (doc === undefined || foreign.length === 0)
        return { listed: false, changed: await verifyGone(operation, withdrawal, await survey) };
    await giveBack(operation, doc, foreign);
    return { listed: true, changed: withdrawal.changed };
}
/** How the artifacts stand, asked for while the index is looked at; undefined where none were to be taken. */
async function surveyEarly({ manifest, workspace }) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present)
        return undefined;
    return workspace.survey(manifest);
}
/** Nothing of ours is left: no manifest key in its manifest revision. The keys that somebody else wrote meanwhile. */
async function verifyGone(operation, withdrawal, now) {
    const { manifest } = operation;
    if (now === undefined)
        return [];
    warnOfStrangers(operation, now);
    const known = new Set([...now.removed, ...now.changed, ...withdrawal.changed]);
    const standing = manifest.artifacts.map(({ path }) => path).filter((path) => !known.has(path));
    // The same content has the same revision: what was gone and is there again was written by somebody else.
    const gone = new Set(withdrawal.removed);
    const left = standing.filter((path) => !gone.has(path));
    if (left.length > 0)
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Still there after the removal: ${named(left)}`);
    return [...new Set([...withdrawal.changed, ...now.changed, ...standing])];
}
/**
 * Somebody listed the version again and counts on artifacts that we took, which on an object store look the same when
 * they are uploaded again: those go back, so that nothing is listed without its artifacts (I1).
 */
async function giveBack(operation, doc, foreign) {
    const { manifest, workspace, context, draft } = operation;
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || context.store.workspaces !== undefined)
        return;
    const wanted = new Set(foreign.flatMap((entry) => (0,mod/* readEntry */.hB)(doc, entry).artifacts));
    const { removed } = await workspace.survey(manifest);
    const owed = new Set(removed.filter((path) => wanted.has(path)));
    if (owed.size === 0)
        return;
    draft.warn(`Listed again by somebody else without being there: ${named([...owed])}`);
    if (!manifest.create_backup)
        return;
    // A late delete of ours would take again what goes back: its revision is the same.
    await fence(operation);
    const artifacts = manifest.artifacts.filter(({ path }) => owed.has(path));
    await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
    noteRemoved(operation, (await workspace.survey(manifest)).removed);
}
/** Our entry is not listed; the index as it was found, undefined when there is none. */
async function verifyHidden(operation) {
    const { manifest, draft } = operation;
    for (let round = 0;; round += 1) {
        const reading = await (0,engine_publication/* readIndex */.vY)(operation.context.store, operation.context.clock);
        if (reading.state === 'missing')
            return undefined;
        if (reading.state === 'broken') {
            if (manifest.entries.length === 0)
                return undefined;
            throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json was broken meanwhile: ${reading.reason}`);
        }
        if (ourEntries(reading.doc, manifest).length === 0) {
            noteLatest(operation, reading.doc);
            return reading.doc;
        }
        if (round >= RELISTED_LIMIT) {
            throw (0,errors/* failure */.V2)('INDEX_WRITE', `${manifest.version} was listed again ${RELISTED_LIMIT} times by another writer`);
        }
        draft.warn(`${manifest.version} was listed again by a writer that takes no lock; taken out once more`);
        await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/complete.js









/**
 * After the commit: forward to `done`, or, when the repository refuses for good, everything back to `reverted`.
 * Also what a recovery does; every step finds out what was done before. Never throws.
 */
async function complete(operation) {
    try {
        return await goForward(operation);
    }
    catch (thrown) {
        return turnBack(operation, thrown);
    }
}
async function goForward(operation) {
    const { manifest, draft } = operation;
    draft.fields.can_restore = canRestore(operation);
    draft.fields.backup_path = manifest.backup_path;
    draft.fields.backup_created = manifest.operation === 'rollback' && manifest.create_backup;
    let index;
    let superseded = false;
    if (manifest.operation === 'rollback')
        ({ index, superseded } = await rollForward(operation));
    else
        index = await restoreForward(operation);
    draft.fields.changed = true;
    const ending = superseded ? SUPERSEDED : undefined;
    const evidence = await writeEvidence(operation, index, ending);
    await fence(operation);
    await (0,log_markers/* writeMarker */.en)(operation.context.store, senderOf(operation), markerOf(operation));
    if (manifest.operation === 'restore' && manifest.backup_path !== '')
        await markRestored(operation);
    const report = finalReport(operation, ending);
    await operation.tenure.close('done', {
        exit_code: report.exit_code,
        message: report.summary,
        ...(superseded ? { superseded: true } : {}),
        ...(evidence.auditSha256 === '' ? {} : { audit_sha256: evidence.auditSha256 }),
    });
    await tidy(operation);
    return report;
}
const SUPERSEDED = (0,errors/* failure */.V2)('SUPERSEDED', 'Published again while we worked: what was left of the release is taken out, the new one is left alone');
/** A recovery's own output folders being unwritable must not turn back what a dead run committed. */
async function writeEvidence(operation, index, ending) {
    const { draft, context } = operation;
    const { writes } = context.evidence;
    const planned = {
        manifest_created: writes.manifest,
        audit_log_created: writes.audit,
        audit_log_signed: writes.audit && context.signer !== undefined,
    };
    Object.assign(draft.fields, planned);
    try {
        const written = await publishEvidence(operation, index, finalReport(operation, ending));
        draft.fields.evidence = written.paths;
        return written;
    }
    catch (thrown) {
        Object.assign(draft.fields, NO_EVIDENCE);
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        const error = (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE');
        if (!operation.recovering)
            throw (0,errors/* failure */.V2)('EVIDENCE', `The evidence could not be written: ${error.message}`, { cause: thrown });
        draft.warn(`Finished, but without its evidence files: ${error.message}`);
        return { paths: {}, auditSha256: '' };
    }
}
function finalReport(operation, ending) {
    const { draft, manifest } = operation;
    if (ending !== undefined)
        return draft.fail(ending, { changed: true, partial: true });
    const verb = manifest.operation === 'restore' ? 'Restored' : 'Rolled back';
    const count = draft.fields.total_artifacts_removed;
    return draft.succeed(`${verb} ${manifest.version} (${manifest.rollback_type}): ${count} artifact${count === 1 ? '' : 's'}`);
}
function markerOf(operation) {
    const { manifest, tenure, context } = operation;
    return {
        schema_version: 1,
        event: manifest.operation === 'restore' ? 'restored' : 'rolled_back',
        sequence: tenure.open.commit_sequence,
        version: manifest.version,
        operation_id: manifest.operation_id,
        rollback_id: manifest.rollback_id,
        rollback_type: manifest.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: tenure.open.manifest_key,
        manifest_sha256: tenure.open.manifest_sha256,
        can_restore: canRestore(operation),
        time: new Date(context.clock.now()).toISOString(),
    };
}
/** The backup's manifest stays as the log knows it; a file beside it says that it was restored. */
async function markRestored(operation) {
    const { manifest, workspace, draft } = operation;
    const mark = {
        schema_version: 1,
        rollback_id: manifest.rollback_id,
        operation_id: manifest.operation_id,
        restored_at: manifest.created_at,
    };
    try {
        await workspace.create(`${manifest.backup_path}restored.json`, new TextEncoder().encode(`${JSON.stringify(mark, null, 2)}\n`));
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        draft.warn(`The backup could not be marked as restored: ${(0,errors/* asRollbackError */.p2)(thrown).message}`);
    }
}
/** After the closer: a failure here is only litter, which the next operation sweeps. */
async function tidy(operation, unused) {
    try {
        await discardBackup(operation.workspace, unused);
        await operation.workspace.close();
    }
    catch (thrown) {
        operation.draft.warn(`Left to be swept by the next operation: ${(0,errors/* asRollbackError */.p2)(thrown).message}`);
    }
}
/** The commit is made, but the way forward is closed. */
async function turnBack(operation, thrown) {
    const { context } = operation;
    const error = engineFailure(thrown, 'STEP_FAILED');
    await context.evidence.discard();
    const left = leftOpen(operation, thrown, error);
    if (left !== undefined)
        return left;
    if (isIrreversible(operation))
        return closePartly(operation, error);
    context.reporter.warn(`${error.message}; putting everything back`);
    return revertTo(operation, endingFor(error));
}
/** Puts everything back and closes with this ending; what can't be put back is abandoned, with every key named. */
async function revertTo(operation, ending) {
    const { draft, tenure, manifest } = operation;
    try {
        const { foreign } = await putBack(operation);
        await withdrawEvidence(operation);
        await tenure.close('reverted', { exit_code: ending.exitCode, message: ending.message });
        // Where somebody else wrote over an artifact, the backup has the only copy of what was there.
        await tidy(operation, foreign.length === 0 ? manifest : undefined);
        return draft.fail(ending);
    }
    catch (thrown) {
        return neitherWay(operation, ending, thrown);
    }
}
/** Taken over, out of reach, or a recovery that lacks a permission: the operation stays open for the next one. */
function leftOpen(operation, thrown, error) {
    const { draft, tenure } = operation;
    const unknown = { changed: 'unknown', partial: true };
    if (thrown instanceof ports_workspace/* SupersededError */.Z) {
        tenure.release();
        return draft.fail((0,errors/* failure */.V2)('SUPERSEDED', 'Another run took this operation over and finishes it', { cause: thrown }), unknown);
    }
    if (error.code === 'UNREACHABLE') {
        tenure.release();
        const advice = 'When the store answers again, run `release-rollback recover`: it finishes what was begun.';
        return draft.fail((0,errors/* failure */.V2)('UNREACHABLE', `Out of reach after the commit: ${error.message}`, { cause: thrown, advice }), unknown);
    }
    if (thrown instanceof CancelledError || operation.context.cancelled.aborted) {
        tenure.release();
        const advice = 'The next operation, or `release-rollback recover`, brings it to its end.';
        const why = `Cancelled after the commit; it stays open (${error.message})`;
        return draft.fail((0,errors/* failure */.V2)('REPOSITORY_HELD', why, { cause: thrown, advice }), unknown);
    }
    if (operation.recovering && error.code === 'PERMISSION') {
        tenure.release();
        return draft.fail((0,errors/* failure */.V2)('REPOSITORY_HELD', `Left open, a permission is missing: ${error.message}`, { cause: thrown }), unknown);
    }
    return undefined;
}
/** Without a backup on a store that only deletes, nothing can come back once the first artifact is gone. */
function isIrreversible(operation) {
    const { manifest, context, draft } = operation;
    const { create_backup: backup, backup_method: method } = manifest;
    const kept = backup || method !== 'copy' || context.store.workspaces !== undefined || manifest.operation === 'restore';
    return !kept && draft.fields.total_artifacts_removed > 0;
}
async function closePartly(operation, error) {
    const ending = endingFor(error);
    try {
        await fence(operation);
        await (0,log_markers/* writeMarker */.en)(operation.context.store, senderOf(operation), markerOf(operation));
        await operation.tenure.close('done', { exit_code: ending.exitCode, message: ending.message });
        return operation.draft.fail(ending, { changed: true, partial: true });
    }
    catch (second) {
        return neitherWay(operation, error, second);
    }
}
async function neitherWay(operation, first, thrown) {
    const { draft, tenure } = operation;
    const second = engineFailure(thrown, 'STEP_FAILED');
    draft.errors.push(`Putting back failed as well: ${second.message}`);
    const left = leftOpen({ ...operation, recovering: true }, thrown, second);
    if (left !== undefined)
        return left;
    try {
        // What is under way still may move a key that the closer names.
        await fence(operation);
        const misplaced = await misplacedKeys(operation);
        const details = misplaced.slice(0, 20).map((key) => `Not where it should be: ${key}`);
        const ending = (0,errors/* failure */.V2)('ABANDONED', `${first.message}; neither finished nor undone`, {
            cause: thrown,
            details,
        });
        await withdrawEvidence(operation);
        draft.fields.can_restore = false;
        await tenure.close('abandoned', { exit_code: ending.exitCode, message: ending.message, misplaced });
        return draft.fail(ending, { changed: true, partial: true });
    }
    catch (third) {
        tenure.release();
        return draft.fail(engineFailure(third), { changed: 'unknown', partial: true });
    }
}
/** After the commit only these keep their own code; whatever else failed is a step that failed (43). */
function endingFor(error) {
    const own = ['INDEX_WRITE', 'EVIDENCE', 'SUPERSEDED', 'STEP_FAILED'];
    if (own.includes(error.code))
        return error;
    return (0,errors/* failure */.V2)('STEP_FAILED', error.message, { cause: error, details: error.details });
}

;// CONCATENATED MODULE: ./lib/engine/recovery.js










/**
 * Brings an operation that was taken over to its end, in the direction that the log says: before the commit undone,
 * after it forward, `reverting` back. Idempotent; acts only on the manifest that the commit names by hash.
 */
async function resume(session, tenure, choice = 'log') {
    const operation = operationOf(session, tenure);
    try {
        await operation.workspace.open();
        await abortBackupUploads(operation);
        if (tenure.open.phase === 'claimed')
            return await abort(operation);
        const manifest = await committedManifest(session.context.store, tenure.open);
        const committed = { ...operation, manifest };
        await abortReturningUploads(committed);
        if (tenure.open.phase === 'reverting' || choice === 'revert')
            return await back(committed);
        const report = await complete(committed);
        return { report, ending: endingOf(report) };
    }
    catch (thrown) {
        tenure.release();
        const error = engineFailure(thrown);
        return { report: operation.draft.fail(error, { changed: 'unknown', partial: true }), ending: 'left' };
    }
}
/** To the backup: nobody else writes there. */
async function abortBackupUploads(operation) {
    const { version, began, rollback_id: id, operation: name, create_backup: backup } = operation.tenure.open;
    if (name !== 'rollback' || !backup)
        return;
    await abortUploads(operation, (0,keys/* backupPath */.wZ)(version, new Date(began), id), () => true);
}
/** Back to the version's folder, where publishers upload as well: only to keys that the dead run was putting back. */
async function abortReturningUploads(operation) {
    const { manifest, tenure } = operation;
    const restores = manifest.operation === 'restore';
    if (manifest.backup_method !== 'copy' || (!restores && tenure.open.phase !== 'reverting'))
        return;
    const returning = new Set(restores ? manifest.absent : manifest.artifacts.map(({ path }) => path));
    if (returning.size === 0 || manifest.backup_path === '')
        return;
    await abortUploads(operation, (0,keys/* artifactsPrefix */.oP)(manifest.version), (key) => returning.has(key));
}
/** Invisible, but paid for: parts of large copies that the dead run had not put together. */
async function abortUploads({ context, tenure, draft }, folder, isOurs) {
    try {
        await context.store.abortUploads?.(folder, isOurs, tenure.guard);
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z)
            throw thrown;
        draft.warn(`Unfinished uploads below ${folder} were not looked for: ${engineFailure(thrown).message}`);
    }
}
/** A report that says `unknown` left the operation open; one that changed something did not undo it. */
function endingOf(report) {
    if (report.changed === 'unknown')
        return 'left';
    if (report.error_code === 'ABANDONED')
        return 'abandoned';
    return report.changed ? 'finished' : 'undone';
}
async function back(operation) {
    const message = `Put back as it was before the ${operation.manifest.operation} of ${operation.manifest.version}`;
    const report = await revertTo(operation, (0,errors/* failure */.V2)('STEP_FAILED', message));
    return { report, ending: endingOf(report) };
}
/** Nothing visible was done: an invisible backup is cleaned up, the claim closed. */
async function abort(operation, message = 'Ended before its commit; nothing was changed', exitCode = errors/* FAILURES */.EM.STEP_FAILED.exitCode) {
    const { tenure, workspace, context } = operation;
    // What lands late, the manifest too, would outlive the clean-up; whoever is cancelled has no time to wait for it.
    if (!context.cancelled.aborted)
        await fence(operation);
    const manifest = await unboundManifest(context.store, tenure.open);
    await discardBackup(workspace, manifest);
    await tenure.close('aborted', { exit_code: exitCode, message });
    await workspace.close();
    return { report: operation.draft.fail((0,errors/* failure */.V2)('STEP_FAILED', message)), ending: 'undone' };
}
/** Where the operation's manifest is, derived from what the claim says. */
function manifestKeyOf(open) {
    if (open.operation === 'restore' || !open.create_backup)
        return (0,keys/* operationManifestKey */.MY)(open.operation_id);
    return `${(0,keys/* backupPath */.wZ)(open.version, new Date(open.began), open.rollback_id)}manifest.json`;
}
async function unboundManifest(store, open) {
    const stored = await store.read(manifestKeyOf(open));
    const manifest = stored === undefined ? undefined : await (0,decoding/* decodeManifest */.MK)(stored.body);
    return manifest?.operation_id === open.operation_id ? manifest : undefined;
}
/** Throws BACKUP when it is not the one that was committed. */
async function committedManifest(store, open) {
    const stored = await store.read(open.manifest_key);
    if (stored === undefined || (0,log_record/* sha256Hex */.fg)(stored.body) !== open.manifest_sha256) {
        throw (0,errors/* failure */.V2)('BACKUP', `The committed manifest ${open.manifest_key} is missing or was changed`, {
            advice: 'Run with the same backup-prefix as the run that began it; or put the manifest back, or give the operation up with `release-rollback recover --abandon`.',
        });
    }
    const manifest = await (0,decoding/* decodeManifest */.MK)(stored.body);
    if (manifest === undefined)
        throw (0,errors/* failure */.V2)('BACKUP', `The committed manifest ${open.manifest_key} is not readable`);
    return manifest;
}
function operationOf(session, tenure) {
    const { context, waits } = session;
    const { open } = tenure;
    const draft = new engine_draft/* ReportDraft */.G(context, {
        operation: open.operation,
        version: open.version,
        rollback_type: open.rollback_type,
        rollback_id: open.rollback_id,
        policy_mode: open.policy_mode,
        forced: open.forced,
        version_exists: true,
        policy_passed: !open.forced && (open.policy_mode === 'strict' || open.warnings.length === 0),
        dependencies_satisfied: true,
    });
    for (const warning of open.warnings)
        draft.warn(warning);
    const workspace = workspaceFor(context, tenure);
    return { context, tenure, workspace, draft, waits, recovering: true };
}

;// CONCATENATED MODULE: ./lib/engine/acquire.js







/** Without a process to ask, a holder counts as dead when its newest record is older (DESIGN §4), milliseconds. */
const DEAD_AFTER = 60_000;
const POLL_MS = 250;
function openSession(context, options) {
    const { store, clock, cancelled } = context;
    const unbound = { guard: ports_workspace/* UNGUARDED */.I, unresolved: () => { } };
    const sender = new transaction_requests/* Requests */.l({ clock, policy: store.requests ?? transaction_requests/* DEFAULT_POLICY */.z, cancelled, ...unbound });
    const log = new operation_log/* OperationLog */.a(store, sender);
    return {
        context,
        log,
        parts: { log, clock: context.clock, host: context.host, actor: options.actor, run: options.run },
        waits: { lockTimeoutMs: options.lockTimeout * 1000, fenceMs: options.fenceSeconds * 1000 },
    };
}
/**
 * Opens an operation of ours: waits for a living holder, first brings to an end what a dead one left. `early` is a look
 * at the log that was begun before: what came after it refuses the claim, and is looked at then.
 */
async function acquire(session, open, early) {
    const recovered = [];
    const deadline = session.context.clock.monotonic() + session.waits.lockTimeoutMs;
    for (let look = early;; look = undefined) {
        const head = await settle(session, deadline, recovered, look);
        const { store } = session.context;
        if (head === undefined && store.lateRequests)
            await (0,existence/* mustHoldSomething */.H)(store);
        stopIfCancelled(session.context);
        try {
            const tenure = await Tenure.claim(session.parts, open, after(head));
            return { tenure, recovered };
        }
        catch (thrown) {
            if (!(thrown instanceof operation_log/* LostRace */.S))
                throw thrown;
        }
    }
}
/** Returns when nothing is open; throws REPOSITORY_HELD when a living holder stays longer than the deadline. */
async function settle(session, deadline, recovered, early) {
    const { context, log, parts } = session;
    let look = early;
    for (let told = false;;) {
        stopIfCancelled(context);
        const head = await (look ?? log.head());
        look = undefined;
        const open = head?.record.open ?? null;
        if (head === undefined || open === null)
            return head;
        if (!(await isDead(context, head))) {
            if (context.clock.monotonic() >= deadline)
                throw held(head, open);
            if (!told)
                context.reporter.info(`Waiting for ${holderName(head)}, which holds the repository`);
            told = true;
            await context.clock.sleep(POLL_MS);
            continue;
        }
        if (context.store.lateRequests)
            await context.clock.sleep(session.waits.fenceMs);
        const tenure = await takeOver(parts, open, head);
        const ended = tenure && (await finish(session, tenure));
        if (ended !== undefined)
            recovered.push(ended);
    }
}
async function takeOver(parts, open, head) {
    try {
        return await Tenure.takeOver(parts, open, after(head));
    }
    catch (thrown) {
        if (thrown instanceof operation_log/* LostRace */.S)
            return undefined;
        throw thrown;
    }
}
/** Undefined when another run took it over from us in turn: then that one has to be waited for. */
async function finish(session, tenure) {
    const open = tenure.open;
    session.context.reporter.warn(`Finishing what ${open.run || 'another run'} left: ${open.operation} of ${open.version}`);
    const { report, ending } = await resume(session, tenure);
    if (ending !== 'left')
        return { open, report, ending };
    if (report.error_code === 'SUPERSEDED')
        return undefined;
    throw stillOpen(open, report);
}
/** Out of reach is 49; whatever else keeps an operation open is 43 (DESIGN §6). */
function stillOpen(open, report) {
    return (0,errors/* failure */.V2)(report.error_code === 'UNREACHABLE' ? 'UNREACHABLE' : 'REPOSITORY_HELD', `The ${open.operation} of ${open.version} that another run left stays open: ${report.summary}`, { details: report.errors, advice: report.advice });
}
/** Same machine and pid namespace: the process tells. Anything else: the age of the newest record, by the store's clock. */
async function isDead(context, head) {
    const { holder } = head.record;
    const verdict = await context.host.liveness(holder);
    if (verdict === 'dead')
        return true;
    if (verdict === 'unknown')
        return (await context.store.now()) - head.modified > DEAD_AFTER;
    const self = await context.host.holder();
    const sameProcess = self.pid === holder.pid && self.process_start === holder.process_start && self.boot_id === holder.boot_id;
    return sameProcess && !isWorking(head.record.operation_id);
}
function stopIfCancelled(context) {
    if (!context.cancelled.aborted)
        return;
    throw (0,errors/* failure */.V2)('STEP_FAILED', 'Cancelled before the commit; everything is exactly as before', {
        advice: 'Run the same command again when it is wanted.',
    });
}
const after = (head) => head === undefined ? undefined : { sequence: head.record.sequence, hash: head.hash };
function holderName(head) {
    const { holder, run, actor } = head.record;
    return `process ${holder.pid} on ${holder.host} (${[actor, run].filter((part) => part !== '').join(', ')})`;
}
function held(head, open) {
    return (0,errors/* failure */.V2)('REPOSITORY_HELD', `${holderName(head)} holds the repository: ${open.operation} of ${open.version} since ${open.began}`);
}

;// CONCATENATED MODULE: ./lib/engine/doctor-checks.js





/** In this order; `repository` first, for it says whether the others of the store make sense. */
const DOCTOR_CHECKS = [
    { name: 'repository', ofStore: true, look: lookAtRepository },
    { name: 'index', ofStore: true, look: lookAtIndex },
    { name: 'log', ofStore: true, look: lookAtLog },
    { name: 'leftovers', ofStore: true, look: lookForLeftovers },
    { name: 'output folders', ofStore: false, look: lookAtFolders },
    { name: 'signing key', ofStore: false, look: lookAtKey },
];
const MOST_NAMES = 5;
async function lookAtRepository({ store }) {
    const warnings = await store.inspect({ forWriting: true });
    if (warnings.length > 0)
        return { result: 'warning', detail: warnings.join('; ') };
    return { result: 'ok', detail: 'it is there, and what a rollback needs is permitted' };
}
async function lookAtIndex({ store, clock }) {
    const reading = await (0,engine_publication/* readIndex */.vY)(store, clock);
    if (reading.state === 'missing') {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `${keys/* INDEX_KEY */.lr} is missing`, {
            advice: 'Check that this is the place where releases are published; only its publisher makes the index.',
        });
    }
    if (reading.state === 'broken') {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `${keys/* INDEX_KEY */.lr} is not a usable index: ${reading.reason}`, {
            advice: 'Have its publisher write it again; a broken index is never edited.',
        });
    }
    return judgeIndex(reading.doc);
}
function judgeIndex(doc) {
    const { entries } = doc;
    const versions = entries.map(({ version }) => version);
    const twice = versions.filter((version, i) => versions.indexOf(version) !== i);
    const total = doc.totalReleases;
    const problems = [
        ...[...new Set(twice)].map((version) => `${version} is listed more than once`),
        ...(total !== undefined && total.value !== entries.length
            ? [`total_releases is not the number of releases, ${entries.length}`]
            : []),
    ];
    const latest = (0,engine_publication/* latestOf */.Te)(doc);
    const detail = `${entries.length} releases, latest ${latest === '' ? 'none' : latest}`;
    if (problems.length === 0)
        return { result: 'ok', detail };
    return {
        result: 'warning',
        detail: [detail, ...problems].join('; '),
        advice: 'In strict mode these are violations (41); have the publisher mend the index.',
    };
}
async function lookAtLog(context) {
    const log = new operation_log/* OperationLog */.a(context.store);
    const head = await log.head();
    if (head === undefined)
        return { result: 'ok', detail: 'there is none yet; the first rollback begins it' };
    await log.link(head);
    const { open, sequence } = head.record;
    if (open === null)
        return { result: 'ok', detail: `${sequence} records, its end is whole, nothing is open` };
    const what = `the ${open.operation} of ${open.version} is open since ${open.began}`;
    if (!(await isDead(context, head))) {
        return { result: 'warning', detail: `${what}, and ${holderName(head)} is at it`, advice: 'Wait for it.' };
    }
    return {
        result: 'warning',
        detail: `${what}, and its run is dead`,
        advice: 'Run `release-rollback recover`, or leave it to the next rollback.',
    };
}
/** What is there though nothing, or something else, is open. */
async function lookForLeftovers({ store }) {
    const open = await openOperationId(store);
    const found = [];
    for await (const { key } of store.list(keys/* WORK */.Ar, { shallow: true, limit: 100 })) {
        const own = open !== undefined && key.startsWith(`${keys/* WORK */.Ar}${open}-`);
        if (key !== keys/* WORK */.Ar && !own)
            found.push(key);
    }
    if (open === undefined && (await store.head(keys/* INDEX_LOCK_KEY */.ZH)) !== undefined)
        found.push(keys/* INDEX_LOCK_KEY */.ZH);
    if (found.length === 0)
        return { result: 'ok', detail: 'no operation left anything behind' };
    const more = found.length > MOST_NAMES ? ` and ${found.length - MOST_NAMES} more` : '';
    const locked = found.includes(keys/* INDEX_LOCK_KEY */.ZH);
    return {
        result: 'warning',
        detail: `${found.slice(0, MOST_NAMES).join(', ')}${more}`,
        advice: locked
            ? `${keys/* INDEX_LOCK_KEY */.ZH} is a publisher's: make sure that none is at work before you remove it.`
            : 'Run `release-rollback recover`: it removes what nobody needs any more.',
    };
}
/** A log that can't be read is told by its own check. */
async function openOperationId(store) {
    const head = await new operation_log/* OperationLog */.a(store).head().catch(() => undefined);
    return head?.record.open?.operation_id;
}
async function lookAtFolders({ evidence }) {
    const { manifest, audit } = evidence.writes;
    if (!manifest && !audit)
        return { result: 'skipped', detail: 'none is given' };
    await evidence.prepare('');
    return { result: 'ok', detail: 'they can be written' };
}
async function lookAtKey({ signer }) {
    if (signer === undefined)
        return { result: 'skipped', detail: 'signing is not asked for' };
    const told = await signer.prepare();
    const notes = signer.notes ?? [];
    const warnings = told.filter((each) => !notes.includes(each));
    return {
        result: warnings.length > 0 ? 'warning' : 'ok',
        detail: ['it can sign', ...warnings, ...notes].join('; '),
    };
}

;// CONCATENATED MODULE: ./lib/engine/doctor.js



/** Without a repository there is nothing else in it to look at. */
const HOPELESS = new Set(['NO_REPOSITORY', 'UNREACHABLE']);
/** Looks at everything that a rollback needs; changes no release. Never throws: what fails is in the report. */
async function doctor(_request, context) {
    const found = [];
    let hopeless;
    for (const { name, ofStore, look } of DOCTOR_CHECKS) {
        if (ofStore && hopeless !== undefined) {
            found.push({ check: check(name, { result: 'skipped', detail: hopeless }), exitCode: 0 });
            continue;
        }
        try {
            found.push(examined(name, await look(context)));
            if (name === 'repository')
                found.push(...(await diagnosed(context)));
        }
        catch (thrown) {
            const error = engineFailure(thrown);
            found.push(failed(name, error));
            if (name === 'repository' && HOPELESS.has(error.code))
                hopeless = 'the repository is out of reach';
        }
    }
    return report({ type: context.store.type, location: context.store.location }, found);
}
/** The report of a repository, or of inputs, that could not even be opened. */
function unexamined(error, repository) {
    const rest = DOCTOR_CHECKS.slice(1).map(({ name }) => examined(name, { result: 'skipped', detail: 'nothing could be opened' }));
    return report(repository, [failed('repository', error), ...rest]);
}
/** The same report with one thing more that failed, e.g. that the report itself can't be written. */
function withFailedCheck(found, name, error) {
    const { check, exitCode } = failed(name, error);
    return {
        ...found,
        checks: [...found.checks, check],
        exit_code: found.exit_code === 0 ? exitCode : found.exit_code,
    };
}
/** What a store knows to look at in itself; a permission or a condition that is missing is 49 as in a rollback. */
async function diagnosed({ store }) {
    const findings = (await store.diagnose?.()) ?? [];
    return findings.map((check) => ({
        check,
        exitCode: check.result === 'failed' ? errors/* FAILURES */.EM.BAD_INPUT.exitCode : 0,
    }));
}
const check = (name, { result, detail, advice = '' }) => ({
    name,
    result,
    detail,
    advice,
});
const examined = (name, finding) => ({
    check: check(name, finding),
    exitCode: 0,
});
function failed(name, { message, details, advice, exitCode }) {
    const detail = [message, ...details].join('; ');
    return { check: { name, result: 'failed', detail, advice }, exitCode };
}
function report({ type, location }, found) {
    return {
        schema_version: 1,
        repository_type: type,
        repository_location: location,
        checks: found.map((each) => each.check),
        exit_code: found.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    };
}

// EXTERNAL MODULE: ./lib/engine/list.js
var list = __webpack_require__(6764);
// EXTERNAL MODULE: ./lib/domain/publication.js
var domain_publication = __webpack_require__(4098);
;// CONCATENATED MODULE: ./lib/domain/policy.js



/** The guide's policy checks over what was read: all violations at once, the first in DESIGN's order decides the code. */
function evaluatePolicy(publication, question) {
    const violations = findViolations(publication, question.type);
    const override = question.force || question.mode === 'lenient';
    const blocking = violations.filter((violation) => violation.hard || !override);
    const tolerated = violations.filter((violation) => !blocking.includes(violation));
    return {
        allowed: blocking.length === 0,
        passed: violations.length === 0,
        versionExists: publication.exists,
        dependenciesSatisfied: !violations.some((violation) => violation.code === 'DEPENDENCY'),
        alreadyDone: violations.some((violation) => violation.code === 'ALREADY_ROLLED_BACK'),
        code: blocking[0]?.code,
        errors: blocking.flatMap((violation) => violation.messages),
        warnings: tolerated.flatMap((violation) => lenientMessages(publication, violation)),
    };
}
/** Order: a broken index, then 40 or 46, then 42, then the rest of 41. */
function findViolations(publication, type) {
    const { version, index } = publication;
    if (index.state === 'broken') {
        return [hard(`index.json is not a usable index: ${index.reason}`)];
    }
    const presence = presenceViolation(publication, type);
    const rest = presence?.code === 'VERSION_NOT_FOUND' ? [] : consistencyViolations(publication);
    const escaping = publication.entries.flatMap((entry) => entry.artifacts.flatMap((path) => {
        const problem = (0,keys/* artifactPathProblem */.JP)(version, path);
        return problem === undefined
            ? []
            : [`index.json lists an artifact of ${version} whose path ${problem}`];
    }));
    const dependency = dependencyViolation(publication);
    return [
        ...(presence === undefined ? [] : [presence]),
        ...(dependency === undefined ? [] : [dependency]),
        ...(escaping.length === 0 ? [] : [{ ...hard(''), messages: escaping }]),
        ...rest,
    ];
}
const hard = (message) => ({ code: 'POLICY_VIOLATION', messages: [message], hard: true });
const soft = (code, ...messages) => ({ code, messages, hard: false });
function presenceViolation(publication, type) {
    const { version } = publication;
    const active = (0,domain_publication/* activeRollbacks */.K)(publication.history);
    const [latest] = active;
    const work = (0,domain_publication/* remainingWork */.a)(publication, type);
    const done = !work.artifacts && !work.cut && !work.mark;
    if (latest !== undefined && done && covers(active, type)) {
        return soft('ALREADY_ROLLED_BACK', `Version ${version} is already rolled back (${latest.rollback_type}, rollback id ${latest.rollback_id})`);
    }
    if (publication.exists)
        return undefined;
    return soft('VERSION_NOT_FOUND', `Version ${version} not found in repository`);
}
/** Whether earlier rollbacks together took what this type would take; what vanished otherwise is not our doing. */
function covers(active, type) {
    const took = (part) => active.some(({ rollback_type: taken }) => part(taken));
    return (!(0,types/* takesArtifacts */.Qe)(type) || took(types/* takesArtifacts */.Qe)) && (!(0,types/* takesEntry */.vj)(type) || took(types/* takesEntry */.vj));
}
function dependencyViolation(publication) {
    const { version, dependents } = publication;
    if (dependents.length === 0)
        return undefined;
    const named = dependents.slice(0, 5).join(', ');
    const more = dependents.length > 5 ? ` and ${dependents.length - 5} more` : '';
    return soft('DEPENDENCY', `${named}${more} depend${dependents.length === 1 ? 's' : ''} on ${version}`);
}
function consistencyViolations(publication) {
    const { version, index, entries, artifacts } = publication;
    const found = [];
    const active = (0,domain_publication/* activeRollbacks */.K)(publication.history);
    if (index.state === 'missing')
        found.push(soft('POLICY_VIOLATION', 'index.json is missing'));
    const hiddenByUs = active.some((rollback) => rollback.rollback_type === 'index_only');
    const tookArtifacts = active.some((rollback) => (0,types/* takesArtifacts */.Qe)(rollback.rollback_type));
    // An entry that was published since promises artifacts of its own: our log does not explain that they are gone.
    const goneByUs = tookArtifacts && entries.length === 0 && !publication.folderPresent;
    if (index.state === 'present' && entries.length === 0 && !hiddenByUs && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `Version ${version} not found in index (index may be inconsistent)`));
    }
    const ours = new Set(active.map((rollback) => rollback.rollback_id));
    const marked = entries.length > 0 && entries.every(({ removed, removedBy }) => removed && ours.has(removedBy));
    if (artifacts.length === 0 && !marked && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `No artifacts found for ${version} (may already be rolled back)`));
    }
    const missing = missingArtifacts(publication);
    if (missing.length > 0 && artifacts.length > 0) {
        const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
        found.push(soft('POLICY_VIOLATION', `index.json lists artifacts that are not there: ${missing.slice(0, 3).join(', ')}${more}`));
    }
    if (entries.length > 1) {
        found.push(soft('POLICY_VIOLATION', `index.json lists ${version} ${entries.length} times`));
    }
    if (index.state === 'present' && index.total !== undefined && index.total !== index.count) {
        found.push(soft('POLICY_VIOLATION', `index.json says total_releases ${index.total}, but lists ${index.count}`));
    }
    return found;
}
function missingArtifacts(publication) {
    const there = new Set(publication.artifacts.map((artifact) => artifact.path));
    return publication.entries
        .filter((entry) => !entry.removed)
        .flatMap((entry) => entry.artifacts.filter((path) => !there.has(path)));
}
/** The guide's lenient output names both halves of 'not found'. */
function lenientMessages(publication, violation) {
    if (violation.code !== 'VERSION_NOT_FOUND')
        return violation.messages;
    const { version } = publication;
    return [
        `Version ${version} not found in index (index may be inconsistent)`,
        `No artifacts found for ${version} (may already be rolled back)`,
    ];
}

;// CONCATENATED MODULE: ./lib/domain/plan.js

/** Requests that any rollback makes besides those for each artifact: log, manifest, index, markers. */
const FIXED_REQUESTS = 20;
/** Artifact requests in flight at once. */
const CONCURRENCY = 16;
function planRollback(publication, question) {
    const { version, index, entries } = publication;
    const work = (0,domain_publication/* remainingWork */.a)(publication, question.type);
    const artifacts = work.artifacts ? publication.artifacts : [];
    const hidden = work.cut || work.mark;
    const previousLatest = index.state === 'present' ? index.latest : '';
    const requests = artifacts.length * question.requestsPerArtifact;
    return {
        version,
        rollbackType: question.type,
        artifacts,
        bytes: artifacts.reduce((sum, artifact) => sum + artifact.size, 0),
        folderPresent: work.artifacts,
        cut: work.cut ? entries.map((entry) => entry.placement) : [],
        mark: work.mark ? entries.filter((entry) => !entry.removed).map((entry) => entry.placement) : [],
        indexRevision: index.state === 'present' ? index.revision : '',
        previousLatest,
        newLatest: index.state === 'present' && hidden ? index.latestWithout : previousLatest,
        nothingToDo: !work.artifacts && !hidden,
        estimatedSeconds: 0.5 + 0.05 * (FIXED_REQUESTS + requests / CONCURRENCY),
        warnings: planWarnings(publication, artifacts, question),
        notes: planNotes(publication, question, previousLatest),
    };
}
function planWarnings(publication, artifacts, question) {
    const warnings = [];
    const unlisted = artifacts.filter((artifact) => !artifact.listed && artifact.type !== 'folder');
    if (unlisted.length > 0 && publication.entries.length > 0) {
        warnings.push(`${counted(unlisted.length, 'file')} not listed in the index ${unlisted.length === 1 ? 'is' : 'are'} taken along: ${plan_named(unlisted)}`);
    }
    const outward = artifacts.filter((artifact) => leaves(artifact));
    if (outward.length > 0) {
        warnings.push(`${counted(outward.length, 'link')} pointing out of the version folder ${outward.length === 1 ? 'is' : 'are'} moved as a link, never followed: ${plan_named(outward)}`);
    }
    if (!question.createBackup)
        warnings.push('No backup is made: this rollback cannot be restored');
    return warnings;
}
function planNotes(publication, question, previousLatest) {
    const notes = [];
    const { version, history } = publication;
    if (previousLatest === version)
        notes.push(`${version} was the latest release when this run began`);
    if (question.type === 'artifacts_only')
        notes.push('The index entry stays and is marked as removed');
    if (question.type === 'index_only')
        notes.push('The artifacts stay where they are; only the index entry goes');
    const earlier = (0,domain_publication/* activeRollbacks */.K)(history)[0];
    if (earlier !== undefined) {
        notes.push(`Goes on from rollback ${earlier.rollback_id} (${earlier.rollback_type})`);
    }
    return notes;
}
/** Whether a link leads out of the version folder. */
function leaves(artifact) {
    if (artifact.type !== 'symlink' || artifact.target === undefined)
        return false;
    if (artifact.target.startsWith('/'))
        return true;
    let depth = artifact.path.split('/').length - 2;
    for (const part of artifact.target.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '.' && part !== '')
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
function plan_named(artifacts) {
    const shown = artifacts
        .slice(0, 3)
        .map((artifact) => artifact.path)
        .join(', ');
    return artifacts.length > 3 ? `${shown} and ${artifacts.length - 3} more` : shown;
}

;// CONCATENATED MODULE: ./lib/engine/judgement.js




async function judge(request, context) {
    const { publication, reading } = await (0,engine_publication/* readPublication */.PT)(context.store, context.clock, request.version);
    const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
    return { publication, reading, decision: evaluatePolicy(publication, question) };
}
function makePlan(request, context, publication) {
    const perArtifact = context.store.workspaces !== undefined ? 0 : request.createBackup ? 2 : 1;
    return planRollback(publication, {
        type: request.rollbackType,
        createBackup: request.createBackup,
        requestsPerArtifact: perArtifact,
    });
}
function applyDecision(draft, decision, force) {
    draft.fields.version_exists = decision.versionExists;
    draft.fields.policy_passed = decision.passed;
    draft.fields.dependencies_satisfied = decision.dependenciesSatisfied;
    draft.fields.forced = force && decision.warnings.length > 0;
    for (const warning of decision.warnings)
        draft.warn(warning);
}
function denied(decision) {
    const [first = 'A policy check failed', ...details] = decision.errors;
    return (0,errors/* failure */.V2)(decision.code ?? 'POLICY_VIOLATION', first, { details });
}
function applyPlan(draft, plan) {
    draft.fields.previous_latest = plan.previousLatest;
    draft.fields.new_latest = plan.newLatest;
    draft.fields.estimated_duration_seconds = plan.estimatedSeconds;
    for (const warning of plan.warnings)
        draft.warn(warning);
    draft.notes.push(...plan.notes);
}

;// CONCATENATED MODULE: ./lib/engine/projection.js






/** What recovery would leave of this version, worked out without touching anything. */
async function project(context, version, open) {
    const { store } = context;
    const [seen, history, projection] = await Promise.all([
        look(context, version),
        (0,log_markers/* readMarkers */.mC)(store, version),
        foresee(context, open),
    ]);
    const { reading, found } = projection.state(version, seen);
    return { publication: (0,engine_publication/* describe */.q0)(version, reading, found, projection.markers(history)), reading };
}
async function look({ store, clock }, version) {
    const [reading, found] = await Promise.all([(0,engine_publication/* readIndex */.vY)(store, clock), (0,engine_publication/* listArtifacts */.wn)(store, version)]);
    return { reading, found };
}
async function foresee(context, open) {
    if (open === undefined || open.phase === 'claimed') {
        return { state: (_version, seen) => seen, markers: (history) => history };
    }
    const manifest = await committedManifest(context.store, open);
    const committed = open.phase === 'committed';
    const out = (open.operation === 'rollback') === committed;
    return {
        state: (version, { reading, found }) => ({
            reading: projectIndex(reading, manifest, out, new Date(context.clock.now())),
            found: version === open.version && (0,types/* takesArtifacts */.Qe)(open.rollback_type)
                ? projectArtifacts(found, manifest, out)
                : found,
        }),
        markers: (history) => {
            const others = history.filter((marker) => marker.operation_id !== open.operation_id);
            return committed ? [projection_markerOf(open, manifest), ...others] : others;
        },
    };
}
function projectIndex(reading, manifest, out, now) {
    if (reading.state !== 'present')
        return reading;
    const bytes = out ? hide(reading.doc, manifest, now) : show(reading.doc, manifest, now);
    return bytes === undefined ? reading : { ...reading, doc: (0,mod/* parseIndex */.A1)(bytes) };
}
function projectArtifacts(found, manifest, out) {
    const known = new Map(manifest.artifacts.map((artifact) => [artifact.path, artifact]));
    if (out)
        return found.filter((info) => known.get(info.key)?.revision !== info.revision);
    const there = new Set(found.map((info) => info.key));
    const missing = manifest.artifacts.filter((artifact) => !there.has(artifact.path));
    return [...found, ...missing.map(({ path, listed: _, ...rest }) => ({ key: path, modified: 0, ...rest }))];
}
function projection_markerOf(open, manifest) {
    return {
        schema_version: 1,
        event: open.operation === 'rollback' ? 'rolled_back' : 'restored',
        sequence: open.commit_sequence,
        version: open.version,
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        rollback_type: open.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: open.manifest_key,
        manifest_sha256: open.manifest_sha256,
        can_restore: manifest.create_backup || !(0,types/* takesArtifacts */.Qe)(open.rollback_type),
        time: open.began,
    };
}

;// CONCATENATED MODULE: ./lib/engine/dry-run.js








/** The same reading, policy and plan as the real run, and nothing written: it judges the state that recovery would leave. */
async function simulateRollback(request, context, draft) {
    try {
        const open = await draft.stage('preflight', () => dry_run_look(request, context, draft));
        const { publication } = await draft.stage('policy', () => project(context, request.version, open));
        const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
        const decision = evaluatePolicy(publication, question);
        if (finishes(request, open) && decision.alreadyDone) {
            draft.warn(`would finish what run ${open?.run ?? 'unknown'} left`);
            return draft.succeed(`DRY RUN: a real run would finish the rollback of ${request.version} that was begun`);
        }
        applyDecision(draft, decision, request.force);
        if (!decision.allowed)
            throw denied(decision);
        const plan = await draft.stage('plan', async () => makePlan(request, context, publication));
        applyPlan(draft, plan);
        const files = plan.artifacts.filter((artifact) => artifact.type !== 'folder');
        draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
        draft.fields.total_artifacts_removed = files.length;
        draft.fields.total_bytes_freed = plan.bytes;
        draft.fields.index_updated = plan.cut.length > 0;
        draft.fields.backup_created = request.createBackup;
        draft.fields.can_restore = request.createBackup || plan.artifacts.length === 0;
        return draft.succeed(`DRY RUN: would roll back ${request.version} (${request.rollbackType}): ${files.length} artifact${files.length === 1 ? '' : 's'}`);
    }
    catch (thrown) {
        return dryRunFailure(draft, engineFailure(thrown));
    }
}
/** 40 to 48 become 47; what no run could even begin with keeps 49. */
function dryRunFailure(draft, error) {
    if (error.exitCode === 49)
        return draft.fail(error);
    return draft.wouldFail(error.code, error);
}
async function dry_run_look(request, context, draft) {
    const { version, rollbackType } = request;
    const about = { forWriting: false, version, takesArtifacts: (0,types/* takesArtifacts */.Qe)(rollbackType) };
    for (const warning of await context.store.inspect(about))
        draft.warn(warning);
    return openNow(context, draft);
}
/** What is open now; a living holder is a warning, since a real run would wait for it. */
async function openNow(context, draft) {
    const head = await new operation_log/* OperationLog */.a(context.store).head();
    if (head === undefined && context.store.lateRequests)
        await (0,existence/* mustHoldSomething */.H)(context.store);
    if (head === undefined || head.record.open === null)
        return undefined;
    const { open } = head.record;
    const dead = await isDead(context, head);
    draft.warn(dead
        ? `A dead run left the ${open.operation} of ${open.version} open; a real run brings it to its end first`
        : `Another run is at the ${open.operation} of ${open.version}; a real run would wait for it`);
    return open;
}
function finishes(request, open) {
    return (open !== undefined &&
        open.operation === 'rollback' &&
        open.phase === 'committed' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}

;// CONCATENATED MODULE: ./lib/engine/fresh-operation.js
/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
function freshOperation(context, asked, rollbackId) {
    const operationId = context.host.uuid();
    return {
        ...asked,
        operation_id: operationId,
        rollback_id: rollbackId ?? operationId.slice(0, 8),
        phase: 'claimed',
        epoch: 1,
        began: new Date(context.clock.now()).toISOString(),
        warnings: [],
        manifest_key: '',
        manifest_sha256: '',
        commit_sequence: 0,
    };
}

;// CONCATENATED MODULE: ./lib/engine/recover.js










/** Brings what a dead run left to its end; 0 whenever nothing is open at the end. Always answers with a report. */
async function recover(request, context) {
    const draft = new engine_draft/* ReportDraft */.G(context, { operation: 'recover', dry_run: request.dryRun });
    try {
        if (request.dryRun)
            return await recover_look(context, draft);
        const session = openSession(context, request);
        for (const warning of await context.store.inspect({ forWriting: true }))
            draft.warn(warning);
        await context.evidence.prepare('');
        draft.notes.push(...((await context.signer?.prepare()) ?? []));
        if (request.acceptLogBreak)
            await acceptBreak(session, draft);
        if (request.choice !== 'forward')
            return await byChoice(request, session, draft);
        const recovered = [];
        await settle(session, context.clock.monotonic() + session.waits.lockTimeoutMs, recovered);
        await context.store.workspaces?.sweep(undefined);
        return summarise(draft, recovered);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, openUnknown(error.code));
    }
}
/** What stays open may be anywhere between before and after. */
const openUnknown = (code) => code === 'UNREACHABLE' || code === 'REPOSITORY_HELD' ? { changed: 'unknown', partial: true } : {};
async function recover_look(context, draft) {
    for (const warning of await context.store.inspect({ forWriting: false }))
        draft.warn(warning);
    const open = await openNow(context, draft);
    if (open === undefined)
        return draft.succeed('DRY RUN: nothing is open; there is nothing to recover');
    draft.fields.version = open.version;
    const direction = open.phase === 'committed' ? 'finish' : 'undo';
    return draft.succeed(`DRY RUN: would ${direction} the ${open.operation} of ${open.version} that ${open.run || 'a run'} left`);
}
function summarise(draft, recovered) {
    const last = recovered.at(-1);
    if (last === undefined)
        return draft.succeed('Nothing was open; the repository is whole');
    const { report, ending, open } = last;
    const { operation: _, error_code: __, warnings, errors, notes, stages: ___, ...facts } = report;
    Object.assign(draft.fields, facts, { operation: 'recover' });
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...notes);
    if (ending === 'undone')
        draft.notes.push(report.summary);
    else
        for (const error of errors)
            draft.warn(error);
    const ended = draft.succeed(`${VERBS[ending]} the ${open.operation} of ${open.version} that ${open.run || 'another run'} left`);
    return ending === 'abandoned' ? { ...ended, status: 'partial' } : ended;
}
const VERBS = { finished: 'Finished', undone: 'Undid', abandoned: 'Gave up' };
/** `--revert` and `--abandon`: a person chooses against the log's direction; a living holder is still left alone. */
async function byChoice(request, session, draft) {
    const { log, parts } = session;
    const head = await log.head();
    const open = head?.record.open ?? null;
    if (head === undefined || open === null)
        return draft.succeed('Nothing was open; the repository is whole');
    await mustBeDead(session, head, open);
    const tenure = await Tenure.takeOver(parts, open, after(head));
    draft.fields.version = open.version;
    draft.fields.rollback_id = open.rollback_id;
    if (request.choice === 'abandon')
        return abandon(request, session, tenure, draft);
    const { report, ending } = await resume(session, tenure, 'revert');
    if (ending === 'left')
        throw stillOpen(open, report);
    if (ending === 'abandoned')
        return summarise(draft, [{ open, report, ending }]);
    draft.fields.changed = open.phase !== 'claimed';
    for (const warning of report.warnings)
        draft.warn(warning);
    return draft.succeed(`Put back what the ${open.operation} of ${open.version} had changed`);
}
/** The closer names every key that is not where it should be (DESIGN §2). */
async function abandon(request, session, tenure, draft) {
    const { open } = tenure;
    const operation = operationOf(session, tenure);
    await operation.workspace.open();
    const manifest = open.phase === 'claimed'
        ? undefined
        : await committedManifest(session.context.store, open).catch(() => { });
    const misplaced = manifest === undefined ? [] : await misplacedKeys({ ...operation, manifest });
    const message = request.reason || 'Given up by a person';
    await withdrawEvidence(operation);
    await tenure.close('abandoned', { exit_code: 43, message, misplaced });
    draft.fields.changed = open.phase !== 'claimed';
    for (const key of misplaced.slice(0, 20))
        draft.warn(`Not in ${open.version}/: ${key}`);
    return draft.succeed(`Gave up the ${open.operation} of ${open.version}; what it moved stays where it is`);
}
/** A living holder is left alone; of a dead one no request may be under way any more. */
async function mustBeDead({ context, waits }, head, open) {
    if (!(await isDead(context, head))) {
        const message = `${holderName(head)} is still at work on the ${open.operation} of ${open.version}`;
        throw (0,errors/* failure */.V2)('REPOSITORY_HELD', message);
    }
    if (context.store.lateRequests)
        await context.clock.sleep(waits.fenceMs);
}
/** Goes on from the newest record that can be read, after a person looked: a claim that says so, closed at once. */
async function acceptBreak(session, draft) {
    const { context, log, parts } = session;
    try {
        const head = await log.head();
        if (head !== undefined)
            await log.link(head);
        return;
    }
    catch (thrown) {
        if (engineFailure(thrown).code !== 'LOG_BROKEN')
            throw thrown;
        draft.warn(`Accepted: ${engineFailure(thrown).message}`);
    }
    const salvaged = await log.salvage();
    const open = salvaged?.head?.record.open ?? null;
    if (salvaged?.head !== undefined && open !== null) {
        await mustBeDead(session, salvaged.head, open);
        const tenure = await Tenure.takeOver(parts, open, salvaged.newest, true);
        const { report, ending } = await resume(session, tenure);
        if (ending === 'left')
            throw stillOpen(open, report);
        return;
    }
    const claim = freshOperation(context, {
        operation: 'rollback',
        version: salvaged?.head?.record.version ?? 'none',
        rollback_type: 'index_only',
        create_backup: false,
        actor: parts.actor,
        run: parts.run,
        reason: 'accepted a break of the log',
        policy_mode: 'strict',
        forced: false,
    });
    const tenure = await Tenure.claim(parts, claim, salvaged?.newest, true);
    await tenure.close('aborted', { exit_code: 0, message: 'A break of the log was accepted' });
}

// EXTERNAL MODULE: ./lib/domain/json-file.js
var json_file = __webpack_require__(9591);
;// CONCATENATED MODULE: ./lib/engine/commit.js




/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
async function commit(operation, prepared) {
    const { draft, context, tenure } = operation;
    try {
        await tenure.advance('commit', {
            phase: 'committed',
            manifest_key: prepared.manifestKey,
            manifest_sha256: prepared.manifestSha256,
            forced: draft.fields.forced,
            warnings: [...draft.warnings],
        });
    }
    catch (thrown) {
        if (!(0,object_store/* isUnanswered */.Ni)(thrown))
            return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
        tenure.release();
        await context.evidence.discard();
        const message = `Out of reach at the commit: ${(0,errors/* asRollbackError */.p2)(thrown).message}`;
        const advice = 'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
        const error = (0,errors/* failure */.V2)('UNREACHABLE', message, { cause: thrown, advice });
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
    return complete({ ...operation, manifest: prepared.manifest, reading: prepared.reading });
}
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
async function closeUnchanged(operation, report) {
    await operation.context.evidence.discard();
    try {
        await abort(operation, report.summary, report.exit_code);
        return report;
    }
    catch (thrown) {
        operation.tenure.release();
        operation.context.reporter.debug(`The claim could not be closed: ${engineFailure(thrown).message}`);
        return {
            ...report,
            warnings: [...report.warnings, 'The claim could not be closed; the next operation does it'],
        };
    }
}

;// CONCATENATED MODULE: ./lib/engine/finished-before.js
/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
function noteRecovered(draft, recovered) {
    for (const { open, report } of recovered)
        draft.notes.push(`First brought to its end: ${open.operation} of ${open.version} (${open.run || 'another run'}): ${report.summary}`);
}
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
function finishedFor(request, recovered) {
    return recovered.find(({ open, ending, report }) => ending === 'finished' &&
        report.exit_code === 0 &&
        open.operation === 'rollback' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}
function adopt(draft, finished) {
    draft.warn(`finished what run ${finished.open.run || 'unknown'} left`);
    const own = draft.succeed(finished.report.summary);
    return {
        ...finished.report,
        warnings: [...new Set([...finished.report.warnings, ...own.warnings])],
        rollback_duration_seconds: own.rollback_duration_seconds,
    };
}

;// CONCATENATED MODULE: ./lib/engine/restore-plan.js









/** The manifest that the log names by hash. Throws BACKUP. */
async function loadManifest(store, marker) {
    const stored = await store.read(marker.manifest_key);
    const whole = stored !== undefined && (0,log_record/* sha256Hex */.fg)(stored.body) === marker.manifest_sha256;
    const manifest = whole ? await (0,decoding/* decodeManifest */.MK)(stored.body) : undefined;
    if (manifest === undefined) {
        throw (0,errors/* failure */.V2)('BACKUP', `The backup's manifest ${marker.manifest_key} is ${stored === undefined ? 'missing' : 'not the one that was written'}`, { advice: 'Was it made with another backup-prefix? Restore with the same one.' });
    }
    return manifest;
}
/** Throws POLICY_VIOLATION when something else is in the way, BACKUP when the backup is not whole. */
async function checkRestorable(context, workspace, manifest, { reading, found }) {
    const { store, clock } = context;
    const doc = usableIndex(reading, manifest);
    const there = new Map(found.map((info) => [info.key, info]));
    const absent = (0,types/* takesArtifacts */.Qe)(manifest.rollback_type)
        ? manifest.artifacts.filter((artifact) => !there.has(artifact.path))
        : [];
    await refuseOtherBytes(store, manifest, there);
    const damaged = await workspace.damaged(manifest, absent);
    if (damaged.length > 0)
        throw (0,errors/* failure */.V2)('BACKUP', `The backup is not whole: ${named(damaged)}`);
    if (doc !== undefined)
        refuseUnbacked(manifest, there);
    const shown = doc === undefined ? undefined : show(doc, manifest, new Date(clock.now()));
    const next = shown === undefined ? doc : (0,mod/* parseIndex */.A1)(shown);
    return {
        manifest,
        absent,
        listsAgain: (0,types/* takesEntry */.vj)(manifest.rollback_type) && shown !== undefined,
        latest: doc === undefined ? '' : (0,engine_publication/* latestOf */.Te)(doc),
        latestAfter: next === undefined ? '' : (0,engine_publication/* latestOf */.Te)(next),
        indexBytes: reading.state === 'present' ? reading.object.body : undefined,
        indexRevision: reading.state === 'present' ? reading.object.info.revision : '',
        warnings: strangers(manifest, there),
    };
}
function usableIndex(reading, manifest) {
    if (reading.state === 'broken')
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `index.json is not a usable index: ${reading.reason}`);
    if (reading.state === 'missing') {
        if (manifest.entries.length === 0)
            return undefined;
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', 'index.json is missing; the entry has no index to go back to', {
            advice: 'Put index.json back (the rollback manifest has index_state_before), then restore again.',
        });
    }
    const foreign = foreignEntries(reading.doc, manifest);
    if (foreign.length > 0) {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `index.json lists another release as ${manifest.version}: it was published again`, {
            advice: 'Roll the newer publication back first, or leave the old one in its backup.',
        });
    }
    return reading.doc;
}
async function refuseOtherBytes(store, manifest, there) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return;
    const other = [];
    for (const artifact of manifest.artifacts) {
        const info = there.get(artifact.path);
        if (info !== undefined && !(await isSameArtifact(store, manifest, artifact, info)))
            other.push(artifact.path);
    }
    if (other.length === 0)
        return;
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `Other files are in the way: ${named(other)}`, {
        advice: 'Move them away, then restore again; nothing is ever overwritten.',
    });
}
/** No restore lists an entry whose artifacts are not all there (marked ones aside). */
function refuseUnbacked(manifest, there) {
    const back = new Set((0,types/* takesArtifacts */.Qe)(manifest.rollback_type) ? manifest.artifacts.map(({ path }) => path) : []);
    const missing = manifest.entries.flatMap((placement) => {
        const doc = (0,mod/* parseIndex */.A1)(new TextEncoder().encode(`{"releases":[${placement.raw}]}`));
        const [entry] = (0,mod/* entriesOf */.Mc)(doc, manifest.version);
        if (entry === undefined || entry.removed !== undefined)
            return [];
        return (0,mod/* readEntry */.hB)(doc, entry).artifacts.filter((path) => !there.has(path) && !back.has(path));
    });
    if (missing.length === 0)
        return;
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `The entry lists artifacts that would not be there: ${named(missing)}`, {
        advice: 'Bring the artifacts back first; a release is never listed before it is whole.',
    });
}
function strangers(manifest, there) {
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    const unknown = [...there.keys()].filter((key) => !known.has(key) && key !== `${manifest.version}/`);
    if (unknown.length === 0 || !(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return [];
    return [`Not part of the release, left where it is: ${named(unknown)}`];
}
/** The restore's own manifest: what the rollback took, and which keys were absent. */
function restoreManifest(plan, open, marker, reason) {
    return {
        ...plan.manifest,
        operation: 'restore',
        operation_id: open.operation_id,
        created_at: open.began,
        reason,
        index_revision: plan.indexRevision,
        undoes: marker.operation_id,
        absent: plan.absent.map(({ path }) => path),
    };
}

;// CONCATENATED MODULE: ./lib/engine/restore-target.js



/**
 * Which rollback to undo. Throws VERSION_NOT_FOUND when none is known, POLICY_VIOLATION when a later one of the same
 * version must be restored first, BACKUP when it was made without a backup. `foreseen` adds what recovery would write.
 */
async function chooseRollback(store, request, foreseen = (markers) => markers) {
    const { version, rollbackId } = request;
    const read = version === undefined ? await (0,log_markers/* readAllMarkers */.zA)(store) : await (0,log_markers/* readMarkers */.mC)(store, version);
    const markers = foreseen(read);
    const rollbacks = markers.filter((marker) => marker.event === 'rolled_back' && !isReverted(marker, markers));
    const marker = rollbacks.find((candidate) => rollbackId === undefined || candidate.rollback_id === rollbackId);
    if (marker === undefined)
        throw unknown(request);
    const siblings = markers.filter((candidate) => candidate.version === marker.version);
    const active = (0,domain_publication/* activeRollbacks */.K)(siblings);
    if (!active.some((candidate) => candidate.operation_id === marker.operation_id))
        return { marker, restored: true };
    const [last] = active;
    if (last !== undefined && last.operation_id !== marker.operation_id) {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `Rollback ${last.rollback_id} of ${marker.version} is later and not restored`, {
            advice: `Restore the later one first: release-rollback restore --rollback-id ${last.rollback_id}`,
        });
    }
    if (!marker.can_restore) {
        throw (0,errors/* failure */.V2)('BACKUP', `Rollback ${marker.rollback_id} of ${marker.version} was made without a backup`, {
            advice: 'Publish the release again; there is nothing to restore it from.',
        });
    }
    return { marker, restored: false };
}
const isReverted = (marker, markers) => markers.some((other) => other.event === 'reverted' && other.undoes === marker.operation_id);
function unknown({ version, rollbackId }) {
    const what = [
        ...(rollbackId === undefined ? [] : [`rollback ${rollbackId}`]),
        ...(version === undefined ? [] : [`version ${version}`]),
    ].join(' of ');
    return (0,errors/* failure */.V2)('VERSION_NOT_FOUND', `No rollback is known: ${what}`, {
        advice: '`release-rollback list` shows the rollbacks that can be restored.',
    });
}

;// CONCATENATED MODULE: ./lib/engine/restore.js


















/** Brings back what a rollback took, exactly. Always answers with a report. */
async function restore(request, context) {
    const draft = new engine_draft/* ReportDraft */.G(context, {
        operation: 'restore',
        version: request.version ?? '',
        rollback_id: request.rollbackId ?? '',
        dry_run: request.dryRun,
    });
    try {
        return request.dryRun ? await simulate(request, context, draft) : await carryOut(request, context, draft);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error);
    }
}
async function simulate(request, context, draft) {
    const open = await draft.stage('preflight', async () => {
        for (const warning of await context.store.inspect({ forWriting: false }))
            draft.warn(warning);
        return openNow(context, draft);
    });
    const projection = await foresee(context, open);
    const target = await draft.stage('policy', () => chooseRollback(context.store, request, projection.markers));
    const { marker } = target;
    describe(draft, marker);
    if (target.restored)
        return draft.succeed(`DRY RUN: ${marker.version} is restored already`);
    const plan = await draft.stage('plan', async () => {
        const seen = projection.state(marker.version, await look(context, marker.version));
        const begun = open?.operation_id === marker.operation_id;
        return checkPlan(context, readOnlyWorkspace(context, begun), marker, seen, draft);
    });
    fillPlan(draft, plan);
    return draft.succeed(`DRY RUN: would restore ${target.marker.version} (rollback ${target.marker.rollback_id})`);
}
/** Of a workspace only the look at the backup; what recovery has yet to bring into it (`begun`) counts as there. */
function readOnlyWorkspace(context, begun) {
    if (begun)
        return { damaged: async () => [] };
    const guard = async () => {
        throw (0,errors/* failure */.V2)('INTERNAL', 'A dry run tried to change something');
    };
    const ticket = { operationId: 'dry-run', epoch: 0, version: '' };
    const { store, clock, cancelled } = context;
    const requests = { clock, policy: transaction_requests/* DEFAULT_POLICY */.z, guard, unresolved: () => { }, cancelled };
    return store.workspaces?.create(ticket, guard) ?? new StoreWorkspace(store, new transaction_requests/* Requests */.l(requests));
}
async function carryOut(request, context, draft) {
    const session = openSession(context, request);
    const recovered = [];
    const target = await draft.stage('preflight', () => preflight(request, session, draft, recovered));
    const { marker } = target;
    describe(draft, marker);
    if (target.restored)
        return restoredAlready(draft, marker, recovered);
    const open = claimFor(request, context, marker);
    const acquired = await draft.stage('preflight', () => acquire(session, open));
    const { tenure } = acquired;
    recovered.push(...acquired.recovered);
    noteRecovered(draft, recovered);
    await context.store.workspaces?.sweep(open.operation_id);
    const workspace = workspaceFor(context, tenure);
    const operation = { context, tenure, workspace, draft, waits: session.waits, recovering: false };
    return transact(request, operation, marker, recovered);
}
function restoredAlready(draft, marker, recovered) {
    const finished = recovered.find(({ open, ending }) => ending === 'finished' && open.operation === 'restore' && open.rollback_id === marker.rollback_id);
    if (finished !== undefined)
        return adopt(draft, finished);
    return draft.succeed(`${marker.version} is restored already (rollback ${marker.rollback_id})`);
}
async function preflight(request, session, draft, recovered) {
    const { context, waits } = session;
    const about = request.version === undefined ? {} : { version: request.version };
    for (const warning of await context.store.inspect({ forWriting: true, ...about }))
        draft.warn(warning);
    await context.evidence.prepare(request.version ?? '');
    draft.notes.push(...((await context.signer?.prepare()) ?? []));
    await settle(session, context.clock.monotonic() + waits.lockTimeoutMs, recovered);
    return chooseRollback(context.store, request);
}
function claimFor(request, context, marker) {
    return freshOperation(context, {
        operation: 'restore',
        version: marker.version,
        rollback_type: marker.rollback_type,
        create_backup: true,
        actor: request.actor,
        run: request.run,
        reason: request.reason,
        policy_mode: 'strict',
        forced: false,
    }, marker.rollback_id);
}
async function transact(request, operation, marker, recovered) {
    const { draft, context, workspace } = operation;
    let prepared;
    try {
        await workspace.open();
        // What was chosen before the claim may have been restored by somebody else since.
        const again = await chooseRollback(context.store, request);
        if (again.marker.operation_id !== marker.operation_id) {
            throw (0,errors/* failure */.V2)('SUPERSEDED', `Another run changed the rollbacks of ${marker.version} meanwhile`);
        }
        if (again.restored)
            return await closeUnchanged(operation, restoredAlready(draft, marker, recovered));
        prepared = await prepare(request, operation, marker);
        stopIfCancelled(context);
    }
    catch (thrown) {
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    return commit(operation, prepared);
}
/** Nothing visible changes: check, plan, the operation's manifest, the evidence ahead. */
async function prepare(request, operation, marker) {
    const { draft, context, workspace, tenure } = operation;
    const plan = await draft.stage('policy', async () => checkPlan(context, workspace, marker, await look(context, marker.version), draft));
    fillPlan(draft, plan);
    return draft.stage('plan', async () => {
        const manifest = restoreManifest(plan, tenure.open, marker, request.reason);
        const body = (0,json_file/* encodeManifest */.Gb)(manifest);
        const manifestKey = manifestKeyOf(tenure.open);
        await workspace.create(manifestKey, body);
        await stageEvidence({ ...operation, manifest }, { before: plan.indexBytes, after: plan.indexBytes });
        return { manifest, manifestKey, manifestSha256: (0,log_record/* sha256Hex */.fg)(body) };
    });
}
async function checkPlan(context, workspace, marker, seen, draft) {
    const manifest = await loadManifest(context.store, marker);
    const plan = await checkRestorable(context, workspace, manifest, seen);
    draft.fields.policy_passed = true;
    draft.fields.dependencies_satisfied = true;
    for (const warning of plan.warnings)
        draft.warn(warning);
    return plan;
}
function describe(draft, marker) {
    draft.fields.version = marker.version;
    draft.fields.version_exists = true;
    draft.fields.rollback_type = marker.rollback_type;
    draft.fields.rollback_id = draft.fields.dry_run ? '' : marker.rollback_id;
    draft.fields.backup_path = marker.backup_path;
}
function fillPlan(draft, plan) {
    draft.fields.previous_latest = plan.latest;
    draft.fields.new_latest = plan.latestAfter;
    const files = plan.absent.filter((artifact) => artifact.type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
    draft.fields.index_updated = plan.listsAgain;
}

;// CONCATENATED MODULE: ./lib/engine/rollback-manifest.js



/** Without a backup nothing is moved anywhere: artifacts are deleted, or lie under markers where versions are kept. */
async function backupMethodFor(request, { artifacts }, { store }) {
    if (store.workspaces !== undefined)
        return 'rename';
    if (!(0,types/* takesArtifacts */.Qe)(request.rollbackType) || artifacts.length === 0)
        return 'copy';
    const method = (await store.backupMethod?.(artifacts)) ?? 'copy';
    return method === 'move' && !request.createBackup ? 'copy' : method;
}
/** What this rollback is about to take, bound to the log by its commit. */
function manifestOf(request, open, plan, method, context) {
    const entries = plan.cut.length > 0 ? plan.cut : plan.mark;
    const mark = { removed_at: new Date(context.clock.now()).toISOString(), rollback_id: open.rollback_id };
    return {
        schema_version: 1,
        operation: 'rollback',
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        version: request.version,
        rollback_type: request.rollbackType,
        created_at: open.began,
        create_backup: request.createBackup,
        backup_method: method,
        reason: request.reason,
        backup_path: request.createBackup
            ? (0,keys/* backupPath */.wZ)(request.version, new Date(open.began), open.rollback_id)
            : '',
        artifacts: plan.artifacts,
        entries,
        index_revision: plan.indexRevision,
        ...(request.rollbackType === 'artifacts_only' ? { mark } : {}),
        folder_present: plan.folderPresent,
    };
}
/** The index as it will be, for the evidence that is written ahead. */
function foreseen(manifest, reading, context) {
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    const before = reading.object.body;
    return { before, after: hide(reading.doc, manifest, new Date(context.clock.now())) ?? before };
}

;// CONCATENATED MODULE: ./lib/engine/rollback.js

















/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
async function rollback(request, context) {
    const draft = draftFor(request, context);
    if (request.dryRun)
        return simulateRollback(request, context, draft);
    try {
        const session = openSession(context, request);
        const { tenure, recovered } = await draft.stage('preflight', () => begin(request, session, draft));
        const operation = {
            context,
            tenure,
            workspace: workspaceFor(context, tenure),
            draft,
            waits: session.waits,
            recovering: false,
        };
        noteRecovered(draft, recovered);
        return await rollback_carryOut(request, operation, recovered);
    }
    catch (thrown) {
        return draft.fail(engineFailure(thrown));
    }
}
function draftFor(request, context) {
    return new engine_draft/* ReportDraft */.G(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        policy_mode: request.policyMode,
        dry_run: request.dryRun,
    });
}
/** Step 0 and 1: what is in the way is found before anything changes, then the operation is claimed. */
async function begin(request, session, draft) {
    const { context } = session;
    const early = session.log.head();
    // What the preflight says goes first; a log that can't be read is told when it is needed.
    early.catch(() => { });
    const warnings = await context.store.inspect({
        forWriting: true,
        version: request.version,
        takesArtifacts: (0,types/* takesArtifacts */.Qe)(request.rollbackType),
    });
    await context.evidence.prepare(request.version);
    const keyNotes = (await context.signer?.prepare()) ?? [];
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...keyNotes);
    const open = freshOperation(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        create_backup: request.createBackup,
        actor: request.actor,
        run: request.run,
        reason: request.reason,
        policy_mode: request.policyMode,
        forced: false,
    });
    const acquired = await acquire(session, open, early);
    await context.store.workspaces?.sweep(open.operation_id);
    return acquired;
}
/** Step 2 to the end, the claim being ours. Before the commit every failure aborts; after it `complete` decides. */
async function rollback_carryOut(request, operation, recovered) {
    const { draft } = operation;
    let prepared;
    try {
        prepared = await rollback_prepare(request, operation, recovered);
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken) {
            await closeUnchanged(operation, draft.fail(engineFailure(thrown)));
            return rollback(request, operation.context);
        }
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    if ('exit_code' in prepared)
        return closeUnchanged(operation, prepared);
    return commit(operation, prepared);
}
/** A backup of this id is there, of the same version and second: the id is drawn again. */
class RollbackIdTaken extends Error {
}
/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function rollback_prepare(request, operation, recovered) {
    const { draft, context, tenure, workspace } = operation;
    await workspace.open();
    const { publication, reading, decision } = await draft.stage('policy', () => judge(request, context));
    const finished = finishedFor(request, recovered);
    if (finished !== undefined && decision.alreadyDone)
        return adopt(draft, finished);
    applyDecision(draft, decision, request.force);
    if (!decision.allowed)
        throw denied(decision);
    const plan = await draft.stage('plan', async () => makePlan(request, context, publication));
    applyPlan(draft, plan);
    if (plan.nothingToDo)
        return draft.succeed(`Nothing left to do for ${request.version}`);
    stopIfCancelled(context);
    return draft.stage('backup', async () => {
        const method = await backupMethodFor(request, plan, context);
        const manifest = manifestOf(request, tenure.open, plan, method, context);
        const manifestKey = manifestKeyOf(tenure.open);
        draft.fields.rollback_id = tenure.open.rollback_id;
        const manifestSha256 = await backUp(operation, manifest);
        await stageEvidence({ ...operation, manifest }, foreseen(manifest, reading, context));
        stopIfCancelled(context);
        const known = reading.state === 'present' ? reading : undefined;
        return { manifest, manifestKey, manifestSha256, reading: known };
    });
}
/** Step 3; whatever refuses the backup is 45, unless the store is out of reach or the release was changed. */
async function backUp(operation, manifest) {
    const { workspace, draft } = operation;
    try {
        const sha256 = await writeManifest(operation, manifest);
        await workspace.prepareBackup(manifest, draft.progress('backup'));
        return sha256;
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken)
            throw thrown;
        const error = engineFailure(thrown, 'BACKUP');
        if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code))
            throw error;
        const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
        throw (0,errors/* failure */.V2)(code, error.message, { cause: thrown, details: error.details });
    }
}
/** The SHA-256 of what was written; its bytes, which may be many, are gone when this returns. */
async function writeManifest({ workspace, tenure }, manifest) {
    const body = (0,json_file/* encodeManifest */.Gb)(manifest);
    await workspace.create(manifestKeyOf(tenure.open), body).catch((thrown) => {
        throw thrown instanceof object_store/* ConflictError */.fK ? new RollbackIdTaken('taken', { cause: thrown }) : thrown;
    });
    return (0,log_record/* sha256Hex */.fg)(body);
}

;// CONCATENATED MODULE: ./lib/engine/mod.js







/***/ }),

/***/ 1715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ reportFileOptions),
/* harmony export */   Li: () => (/* binding */ writeReports),
/* harmony export */   gy: () => (/* binding */ deliverable)
/* harmony export */ });
/* unused harmony export withLateFailure */
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);

/** Preflight: a report that can't be written is found before anything is changed. Throws EVIDENCE or BAD_INPUT. */
async function deliverable({ output, repository, request }, parts) {
    const paths = { json: output.jsonReport, text: output.textReport };
    if (paths.json === undefined && paths.text === undefined)
        return;
    const { prepareReportFiles } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 1886));
    await prepareReportFiles(paths, reportFileOptions(repository, 'version' in request ? request.version : undefined, parts));
}
/** Writes the reports; one that fails late changes the exit code only where nothing else went wrong. */
async function writeReports(report, order, parts) {
    const { output, repository } = order;
    const paths = { json: output.jsonReport, text: output.textReport };
    if (paths.json === undefined && paths.text === undefined)
        return { report, reports: {} };
    const { writeReportFiles } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 1886));
    try {
        const options = reportFileOptions(repository, report.version, parts);
        return { report, reports: await writeReportFiles(report, paths, options) };
    }
    catch (thrown) {
        return { report: withLateFailure(report, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRollbackError */ .p2)(thrown, 'EVIDENCE')), reports: {} };
    }
}
/** What a report file may not lie in, and how its folder is made. */
function reportFileOptions(repository, version, { makeFolder }) {
    const forbidden = repository.type === 'local' ? { repositoryRoot: repository.path, version: version ?? '' } : undefined;
    return { forbidden, makeFolder };
}
/** The operation ended well, and what was to tell of it did not: `partial`, never success. */
function withLateFailure(report, error) {
    if (report.exit_code !== 0)
        return { ...report, warnings: [...report.warnings, error.message] };
    const done = report.dry_run ? 'the dry run is done' : `the ${report.operation} itself is done`;
    return {
        ...report,
        status: 'partial',
        exit_code: error.exitCode,
        error_code: error.code,
        errors: [...report.errors, error.message],
        summary: `${error.message}; ${done}`,
        advice: error.advice,
    };
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ readBucketName),
/* harmony export */   fr: () => (/* binding */ readPrefix),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9416);
/* harmony import */ var _option_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5866);


// A bucket name of S3 or GCS, old ones with capitals and underscores included, or the ARN of an S3 access point.
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]$/;
const ACCESS_POINT = /^arn:[a-z0-9-]+:s3[a-z0-9-]*:[a-z0-9-]*:\d{0,12}:[A-Za-z0-9/:._-]{1,200}$/;
/** Always asked for: the guide's `default-bucket` may be a stranger's. */
function readBucketName(reader, name, type, bucket) {
    if (bucket === undefined)
        return '';
    if (/^[a-z0-9]+:\/\//i.test(bucket)) {
        reader.problem(name, `'${withoutCredentials(bucket)}' is a URL; give the bucket's name alone`);
    }
    else if (!BUCKET.test(bucket) && !(type === 's3' && ACCESS_POINT.test(bucket))) {
        reader.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(bucket)}' is not a bucket name`);
    }
    return bucket;
}
/** For messages: what stands before an '@' may be a secret. */
const withoutCredentials = (text) => (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text.replace(/^([^/]*:\/\/)?[^/]*@/, '$1'));
/** A folder in the bucket, without '/' at either end; empty for the whole bucket. */
function readPrefix(reader, name, given) {
    const prefix = given.replace(/^\//, '').replace(/\/$/, '');
    if (given.includes('//') || prefix.split('/').some((part) => part === '.' || part === '..')) {
        reader.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(given)}' contains an empty folder name, '.' or '..'`);
    }
    if ((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControl */ .aQ)(prefix))
        reader.problem(name, 'contains a control character');
    if (new TextEncoder().encode(prefix).length > 512)
        reader.problem(name, 'is longer than 512 bytes');
    return prefix;
}


/***/ }),

/***/ 3531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/**
 * The candidate that `word` most likely was meant to be, or undefined when none is near. Case and the kind of
 * separator cost nothing: `artifacts-only` means `artifacts_only`.
 */
function nearest(word, candidates) {
    const meant = normal(word);
    // Nobody mistypes a name so long; the table below would grow with it.
    if (meant === '' || meant.length > 60)
        return undefined;
    let best;
    for (const candidate of candidates) {
        const target = normal(candidate);
        const distance = editDistance(meant, target);
        const near = distance <= Math.max(1, Math.floor(Math.max(meant.length, target.length) * 0.4));
        if (near && (best === undefined || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? candidates.find((candidate) => isCutShort(meant, normal(candidate)));
}
const normal = (text) => text.toLowerCase().replaceAll(/[\s_-]+/g, '-');
/** `--manifest` for `--manifest-output-dir`. */
const isCutShort = (meant, target) => meant.length >= 4 && target.startsWith(meant);
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 5866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ orList),
/* harmony export */   F9: () => (/* binding */ OptionReader),
/* harmony export */   aQ: () => (/* binding */ hasControl),
/* harmony export */   cM: () => (/* binding */ andList)
/* harmony export */ });
/* unused harmony export misspelt */
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9416);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3531);


// YAML 1.2 core schema, the spellings that actions/toolkit accepts, too.
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
// Tab and line feed aside: the others reach terminals and logs.
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029]/u;
/** Reads raw options into typed values and collects every problem, so that all are told at once. */
class OptionReader {
    problems = [];
    #raw;
    #label;
    constructor(raw, label) {
        this.#raw = raw;
        this.#label = label;
    }
    label(name) {
        return this.#label(name);
    }
    given(name) {
        return this.#raw[name];
    }
    problem(name, what) {
        this.problems.push(`${this.label(name)}: ${what}`);
    }
    choice(name, allowed, fallback) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        const found = allowed.find((each) => each === value);
        if (found === undefined)
            this.problem(name, misspelt(value, allowed));
        return found ?? fallback;
    }
    flag(name, fallback = false) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        if (TRUE.has(value))
            return true;
        if (!FALSE.has(value))
            this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not allowed; use true or false`);
        return FALSE.has(value) ? false : fallback;
    }
    /** Fractions are allowed, unless `whole` numbers are asked for. */
    number(name, { min, max, whole = false }, fallback) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        const number = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
        if (number >= min && number <= max && (!whole || Number.isInteger(number)))
            return number;
        const kind = whole ? 'whole number' : 'number';
        this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not a ${kind} from ${min} to ${max}`);
        return fallback;
    }
    version(name) {
        const value = this.given(name);
        if (value === undefined)
            return undefined;
        if ((0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(value))
            return value;
        this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not a version: ${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionProblem */ .Ec)(value)}`);
        return undefined;
    }
    /** A path as it was given; the entry knows what it is relative to. */
    path(name) {
        const value = this.given(name);
        if (value === undefined)
            return undefined;
        if (value.trim() === '')
            this.problem(name, 'the path is empty');
        else if (hasControl(value))
            this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' contains a control character`);
        return value;
    }
    /** Free text; of control characters only tabs and line ends are taken. */
    text(name, longest) {
        const value = (this.given(name) ?? '').replaceAll('\r\n', '\n').trim();
        if (CONTROL.test(value))
            this.problem(name, 'contains a control character');
        if (value.length > longest) {
            this.problem(name, `has ${value.length} characters; at most ${longest} are allowed`);
        }
        return value;
    }
}
/** Whether a name or path contains any control character, line ends included. */
const hasControl = (text) => CONTROL.test(text) || /[\t\n]/.test(text);
/** `'lenietn' is not allowed; use strict or lenient (did you mean 'lenient'?)` */
function misspelt(value, allowed) {
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, allowed);
    const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
    return `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not allowed; use ${orList(allowed)}${question}`;
}
const orList = (words) => listed(words, 'or');
const andList = (words) => listed(words, 'and');
function listed(words, last) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}


/***/ }),

/***/ 6391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   oH: () => (/* binding */ withReach)
/* harmony export */ });
/* unused harmony exports locationGiven, reachOf */
/* harmony import */ var _bucket_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

/** Where it is, for people: a path, or a store's URL without anything secret. */
function locationOf(repository) {
    if (repository.type === 'local')
        return repository.path;
    const { type, bucket, prefix } = repository;
    const scheme = type === 's3' ? 's3' : 'gs';
    return `${scheme}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
}
/** Where it would have been, of options that are no order. */
function locationGiven(raw) {
    const given = raw.repository ?? raw['repository-path'] ?? raw['repository-bucket'] ?? '';
    return withoutCredentials(given);
}
/**
 * The options besides the type that lead to the same bucket again, and to the same backups in it; undefined for a
 * folder, whose location says all. How patient we are with the store is nobody's business later.
 */
function reachOf(repository) {
    if (repository.type === 'local')
        return undefined;
    const { type, bucket, prefix, backupPrefix, endpoint, singleWriter } = repository;
    const own = type === 's3' ? reachOfS3(repository) : { 'gcs-project-id': repository.projectId };
    return given({
        'repository-bucket': bucket,
        'repository-prefix': prefix,
        'backup-prefix': backupPrefix,
        [`${type}-endpoint`]: endpoint,
        ...own,
        'single-writer': singleWriter ? 'true' : '',
    });
}
/** So that the report alone says how to undo what it tells of. */
function withReach(report, repository) {
    const options = reachOf(repository);
    return options === undefined ? report : { ...report, repository_options: options };
}
const reachOfS3 = ({ region, forcePathStyle, }) => ({
    's3-region': region,
    's3-force-path-style': forcePathStyle ? 'true' : '',
});
function given(options) {
    return Object.fromEntries(Object.entries(options).filter((each) => each[1] !== undefined && each[1] !== ''));
}


/***/ })

};
