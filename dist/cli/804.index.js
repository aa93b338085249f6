export const id = 804;
export const ids = [804];
export const modules = {

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

/***/ 5804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operate: () => (/* binding */ operate)
});

// EXTERNAL MODULE: ./lib/report/facts.js
var report_facts = __webpack_require__(5697);
// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
// EXTERNAL MODULE: ./lib/report/text-report.js
var text_report = __webpack_require__(3898);
// EXTERNAL MODULE: ./lib/report/undo-command.js
var undo_command = __webpack_require__(5782);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/console.js





const MOST_MESSAGES = 50;
const COLORS = { red: 31, green: 32, yellow: 33, bold: 1 };
function closingLines(report, { color }) {
    const paint = painter(color);
    return {
        warnings: messages('WARNING', report.warnings, (word) => paint('yellow', word)),
        results: [paint(hueOf(report), `Status: ${(0,words/* verdict */.WJ)(report)}`), ...resultLines(report, paint)],
        problems: report.exit_code === 0 ? [] : problemLines(report, paint),
    };
}
/** Colour is the only escape sequence that we ever write, and only here. */
function painter(color) {
    return (name, text) => (color ? `\u001b[${COLORS[name]}m${text}\u001b[0m` : text);
}
function hueOf({ exit_code, warnings }) {
    if (exit_code !== 0)
        return 'red';
    return warnings.length > 0 ? 'yellow' : 'green';
}
function resultLines(report, paint) {
    const went = report.exit_code === 0;
    // A failure's summary is its first error, which follows on stderr; a dry run's facts are in its block.
    const facts = report.dry_run ? [] : [...(0,report_facts/* factsOf */.xS)(report), ...(0,report_facts/* evidenceOf */.X1)(report)];
    return [
        ...(went ? [(0,safe_text/* oneLine */.TN)(report.summary)] : []),
        ...(0,text_report/* aligned */.b)(facts, '  '),
        ...report.notes.map((note) => `  Note: ${(0,safe_text/* oneLine */.TN)(note)}`),
        ...undoLines(report, paint),
    ].filter((line) => line !== '');
}
function undoLines(report, paint) {
    const undo = (0,undo_command/* undoCommand */.Eb)(report);
    const hides = (0,report_facts/* hidesRelease */.RP)(report) && !report.dry_run;
    return [
        ...(undo === undefined ? [] : ['To undo it:', `  ${paint('bold', undo)}`]),
        ...(hides ? [(0,report_facts/* noDowngrade */.DR)(report)] : []),
    ];
}
function problemLines(report, paint) {
    const errors = report.errors.length > 0 ? report.errors : [report.summary];
    const real = report.would_exit_code;
    return [
        ...messages('ERROR', errors, (word) => paint('red', word)),
        ...(report.dry_run ? [] : [(0,report_facts/* leftBehind */.aU)(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${(0,safe_text/* oneLine */.TN)(report.advice)}`]),
        `Exit Code: ${report.exit_code}`,
    ];
}
function messages(word, texts, paint) {
    const { shown, more } = (0,words/* first */.$1)(texts, MOST_MESSAGES);
    const lines = shown.map((text) => `${paint(`${word}:`)} ${(0,safe_text/* oneLine */.TN)(text)}`);
    return more > 0 ? [...lines, `${paint(`${word}:`)} ... and ${(0,words/* grouped */.zD)(more)} more`] : lines;
}

;// CONCATENATED MODULE: ./lib/report/dry-run.js



const RULE = '='.repeat(67);
const MOST_FILES = 10;
/** What the real run would do, in the guide's words and numbering (its order, not ours: DESIGN §2). */
function stepsOf(report) {
    if (report.status === 'failed')
        return [];
    const { operation, version, total_artifacts_removed: total, index_updated } = report;
    if (operation === 'recover')
        return [step(report.summary.replace(/^DRY RUN: /, ''))];
    const marks = (0,report_facts/* marksEntry */.Du)(report);
    const takes = total > 0 || index_updated || marks;
    const back = operation === 'restore';
    return [
        ...(!back && takes && report.backup_created
            ? [step(total > 0 ? `Backup version ${version}` : 'Backup index state')]
            : []),
        ...(total > 0
            ? [{ text: `${words/* OPERATIONS */.xb[operation].move} ${(0,words/* counted */.hS)(total, 'artifact')}:`, files: true }]
            : []),
        ...(index_updated
            ? [step(back ? `Put ${version} back into index` : `Remove ${version} from index`)]
            : []),
        ...(marks
            ? [step(back ? `Take the mark off ${version} in index` : `Mark ${version} as removed in index`)]
            : []),
    ];
}
const step = (text) => ({ text, files: false });
/** The guide's DRY RUN block ("Dry-Run Simulation"). */
function dryRunText(report) {
    const about = aboutLines(report);
    const body = report.status === 'failed' ? obstacles(report) : operations(report);
    const gap = about.length > 0 ? [''] : [];
    return [
        ...[RULE, 'DRY RUN SIMULATION', RULE],
        ...[...about, ...gap, ...body, ''],
        ...[RULE, 'DRY RUN COMPLETE - No changes made', RULE, ''],
    ].join('\n');
}
function aboutLines(report) {
    const { version, operation, total_artifacts_removed: total, estimated_duration_seconds: estimate } = report;
    const judged = report.status !== 'failed';
    const what = operation === 'restore' ? 'put back' : 'remove';
    return [
        ...(version === '' ? [] : [`Version: ${(0,safe_text/* oneLine */.TN)(version)}`]),
        ...(operation === 'recover' ? [] : [`Rollback Type: ${report.rollback_type}`]),
        ...(operation === 'recover' || !judged ? [] : [`Artifacts to ${what}: ${(0,words/* grouped */.zD)(total)}`]),
        ...(judged && estimate > 0 ? [`Estimated duration: ${estimate.toFixed(1)}s`] : []),
    ];
}
function operations(report) {
    const steps = stepsOf(report).flatMap(({ text, files }, i) => [
        `  ${i + 1}. ${(0,safe_text/* oneLine */.TN)(text)}`,
        ...(files ? fileLines(report.artifacts_removed) : []),
    ]);
    return ['Operations that would be performed:', ...(steps.length > 0 ? steps : ['  none'])];
}
function fileLines(paths) {
    const { shown, more } = (0,words/* first */.$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `     - ${(0,safe_text/* oneLine */.TN)(path)}`);
    return more > 0 ? [...lines, `     ... and ${(0,words/* grouped */.zD)(more)} more`] : lines;
}
function obstacles({ would_exit_code, exit_code, errors, operation }) {
    const { noun } = words/* OPERATIONS */.xb[operation];
    const { shown, more } = (0,words/* first */.$1)(errors, 20);
    const lines = shown.map((error) => `  - ${(0,safe_text/* oneLine */.TN)(error)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,words/* grouped */.zD)(more)} more`);
    return [`The ${noun} would fail with exit code ${would_exit_code ?? exit_code}:`, ...lines];
}

// EXTERNAL MODULE: ./lib/report/json-report.js
var json_report = __webpack_require__(1957);
// EXTERNAL MODULE: ./lib/entry/paths.js
var paths = __webpack_require__(5560);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/engine/list.js
var list = __webpack_require__(6764);
// EXTERNAL MODULE: ./lib/engine/log/operation-log.js
var operation_log = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(558);
// EXTERNAL MODULE: ./lib/ports/workspace.js
var ports_workspace = __webpack_require__(6529);
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
        if (this.#lost !== undefined)
            throw this.#lost;
        if (this.#silence() > SILENCE_LIMIT)
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

// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(6850);
// EXTERNAL MODULE: ./lib/engine/draft.js
var engine_draft = __webpack_require__(7397);
;// CONCATENATED MODULE: ./lib/engine/failures.js



/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
function engineFailure(thrown, code = 'INTERNAL') {
    if (thrown instanceof ports_workspace/* SupersededError */.Z || thrown instanceof operation_log/* LostRace */.S) {
        return (0,errors/* failure */.V2)('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
    }
    return (0,errors/* asRollbackError */.p2)(thrown, code);
}
const isUnreachable = (thrown) => thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'UNREACHABLE';

// EXTERNAL MODULE: ./lib/engine/log/schemas.js
var schemas = __webpack_require__(6343);
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

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

// EXTERNAL MODULE: ./lib/ports/object-store.js
var object_store = __webpack_require__(513);
;// CONCATENATED MODULE: ./lib/engine/transaction/copy-workspace.js




/** Artifact requests in flight at once. */
const CONCURRENCY = 16;
const ATTEMPTS = 4;
/** The workspace of stores without folders: backup by server-side copy, removal by conditional delete. */
class CopyWorkspace {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    async open() { }
    async lockIndex() { }
    async unlockIndex() { }
    async close() { }
    async replace(current, body) {
        await this.#parts.guard();
        return this.#parts.store.put(current.info.key, body, { unchangedSince: current.info.revision });
    }
    async create(key, body) {
        await this.#change(async () => {
            try {
                await this.#parts.store.put(key, body, 'absent');
            }
            catch (thrown) {
                if (!(thrown instanceof object_store/* ConflictError */.f))
                    throw thrown;
                const standing = await this.#parts.store.read(key);
                if (standing === undefined || !sameBytes(standing.body, body))
                    throw thrown;
            }
        });
    }
    async prepareBackup(manifest, progress) {
        if (manifest.backup_path === '')
            return;
        const files = manifest.artifacts;
        await this.#each(files, progress, async (artifact) => {
            const to = manifest.backup_path + artifact.path;
            const copied = await this.#copy(artifact.path, artifact.revision, to, artifact);
            if (copied.size !== artifact.size) {
                throw (0,errors/* failure */.V2)('BACKUP', `The backup of ${artifact.path} has ${copied.size} bytes instead of ${artifact.size}`);
            }
        });
    }
    async survey(manifest) {
        const there = new Map();
        for await (const info of this.#parts.store.list(`${manifest.version}/`))
            there.set(info.key, info);
        const removed = [];
        const changed = [];
        for (const artifact of manifest.artifacts) {
            const info = there.get(artifact.path);
            if (info === undefined)
                removed.push(artifact.path);
            else if (info.revision !== artifact.revision)
                changed.push(artifact.path);
            there.delete(artifact.path);
        }
        there.delete(`${manifest.version}/`);
        return { removed, changed, unknown: [...there.keys()] };
    }
    async withdraw(manifest, progress) {
        const before = await this.survey(manifest);
        // Published again and nothing removed yet: the caller puts everything back instead.
        if (before.changed.length > 0 && before.removed.length === 0)
            return before;
        const skip = new Set([...before.changed, ...before.removed]);
        const rest = manifest.artifacts.filter((artifact) => !skip.has(artifact.path));
        await this.#each(rest, progress, async (artifact) => {
            try {
                await this.#change(() => this.#parts.store.remove(artifact.path, artifact.revision));
            }
            catch (thrown) {
                // Somebody wrote it meanwhile: the survey names it, and it stays.
                if (!(thrown instanceof object_store/* ConflictError */.f))
                    throw thrown;
            }
        });
        return this.survey(manifest);
    }
    async reinstate(manifest, artifacts, progress) {
        await this.#each(artifacts, progress, async (artifact) => {
            const standing = await this.#parts.store.head(artifact.path);
            if (standing?.revision === artifact.revision)
                return;
            const from = manifest.backup_path + artifact.path;
            const source = manifest.backup_path === '' ? undefined : await this.#parts.store.head(from);
            if (source === undefined)
                throw (0,errors/* failure */.V2)('STEP_FAILED', `There is no backup of ${artifact.path}`);
            await this.#copy(from, source.revision, artifact.path, artifact);
        });
    }
    async retract(manifest, artifacts, progress) {
        const left = [];
        await this.#each(artifacts, progress, async (artifact) => {
            const standing = await this.#parts.store.head(artifact.path);
            if (standing === undefined)
                return;
            const same = await this.#same(artifact.path, manifest.backup_path + artifact.path);
            if (same)
                await this.#change(() => this.#parts.store.remove(artifact.path, standing.revision));
            else
                left.push(artifact.path);
        });
        return left;
    }
    async damaged(manifest, artifacts) {
        if (artifacts.length === 0)
            return [];
        const there = new Map();
        const prefix = manifest.backup_path + (0,keys/* artifactsPrefix */.oP)(manifest.version);
        for await (const info of this.#parts.store.list(prefix))
            there.set(info.key, info);
        const isWhole = ({ path, size, checksum }) => {
            const kept = there.get(manifest.backup_path + path);
            const differs = checksum !== undefined && kept?.checksum !== undefined && kept.checksum !== checksum;
            return kept?.size === size && !differs;
        };
        return artifacts.filter((artifact) => !isWhole(artifact)).map(({ path }) => path);
    }
    async discard(manifest) {
        if (manifest.backup_path === '')
            return;
        const found = [];
        for await (const info of this.#parts.store.list(manifest.backup_path))
            found.push(info);
        const remove = (info) => this.#change(() => this.#parts.store.remove(info.key, info.revision));
        // The manifest last: while it is there, whoever comes after us knows what else to remove.
        const manifestKey = `${manifest.backup_path}manifest.json`;
        await this.#each(found.filter(({ key }) => key !== manifestKey), () => { }, remove);
        await this.#each(found.filter(({ key }) => key === manifestKey), () => { }, remove);
    }
    /** Copies to an absent key; the same bytes there already are our own earlier success. */
    async #copy(from, revision, to, artifact) {
        return this.#change(async () => {
            try {
                return await this.#parts.store.copy(from, revision, to);
            }
            catch (thrown) {
                if (!(thrown instanceof object_store/* ConflictError */.f))
                    throw thrown;
                const standing = await this.#parts.store.head(to);
                if (standing === undefined) {
                    throw (0,errors/* failure */.V2)('SUPERSEDED', `${from} was changed by somebody else while we worked`, {
                        cause: thrown,
                    });
                }
                if (standing.size !== artifact.size || !(await this.#same(from, to))) {
                    throw (0,errors/* failure */.V2)('STEP_FAILED', `${to} is there already with other content`, { cause: thrown });
                }
                return standing;
            }
        });
    }
    async #same(left, right) {
        const [a, b] = await Promise.all([this.#parts.store.head(left), this.#parts.store.head(right)]);
        if (a === undefined || b === undefined || a.size !== b.size)
            return false;
        if (a.checksum !== undefined && b.checksum !== undefined)
            return a.checksum === b.checksum;
        const [x, y] = await Promise.all([this.#parts.store.read(left), this.#parts.store.read(right)]);
        return x !== undefined && y !== undefined && sameBytes(x.body, y.body);
    }
    /** One changing request: guarded, tried again when the answer got lost, which is remembered for the fence. */
    async #change(request) {
        for (let attempt = 1;; attempt += 1) {
            await this.#parts.guard();
            try {
                return await request();
            }
            catch (thrown) {
                const unclear = thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'UNREACHABLE';
                if (unclear)
                    this.#parts.unresolved();
                if (!unclear || attempt >= ATTEMPTS)
                    throw thrown;
            }
        }
    }
    async #each(items, progress, work) {
        const limit = pLimit(CONCURRENCY);
        let done = 0;
        const results = await Promise.allSettled(items.map((item) => limit(async () => {
            await work(item);
            done += 1;
            progress(done, items.length);
        })));
        // All have ended before the first failure is told: nothing of ours is still under way.
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
    }
}
const sameBytes = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);

;// CONCATENATED MODULE: ./lib/engine/transaction/operation.js

function workspaceFor(context, tenure) {
    const { operation_id: operationId, epoch, version } = tenure.open;
    const ticket = { operationId, epoch, version };
    return (context.store.workspaces?.create(ticket, tenure.guard) ??
        new CopyWorkspace({
            store: context.store,
            guard: tenure.guard,
            unresolved: () => {
                tenure.unresolved = true;
            },
        }));
}
function indexParts(operation) {
    const { context, workspace, waits, draft } = operation;
    return {
        store: context.store,
        clock: context.clock,
        workspace,
        lockTimeoutMs: context.cancelled.aborted ? 0 : waits.lockTimeoutMs,
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







const index_edit_ATTEMPTS = 50;
const UNCLEAR_ATTEMPTS = 4;
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
    let unclear = 0;
    let first;
    for (let attempt = 1; attempt <= index_edit_ATTEMPTS; attempt += 1) {
        const reading = await (0,engine_publication/* readIndex */.vY)(parts.store, parts.clock);
        if (reading.state === 'missing')
            return { before: undefined, after: undefined };
        if (reading.state === 'broken')
            throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json is not a usable index: ${reading.reason}`);
        const before = reading.object.body;
        const after = change(reading.doc, new Date(parts.clock.now()));
        // Nothing left to do: done before, or by our own request whose reply was lost.
        if (after === undefined)
            return { before: first ?? before, after: before };
        try {
            await parts.workspace.replace(reading.object, after);
            return { before, after };
        }
        catch (thrown) {
            if (thrown instanceof object_store/* ConflictError */.f)
                continue;
            unclear += 1;
            if (!index_edit_isUnreachable(thrown) || unclear >= UNCLEAR_ATTEMPTS)
                throw thrown;
            first = before;
        }
    }
    throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json was changed by others ${index_edit_ATTEMPTS} times in a row`);
}
async function renderMarkdown(parts, index) {
    try {
        const current = await parts.store.read(keys/* INDEX_MARKDOWN_KEY */.he);
        if (current === undefined || !(0,mod/* isOurIndexMarkdown */.Eu)(new TextDecoder().decode(current.body)))
            return;
        const markdown = new TextEncoder().encode((0,mod/* renderIndexMarkdown */.mf)((0,mod/* parseIndex */.A1)(index)));
        if ((0,log_record/* sha256Hex */.fg)(markdown) === (0,log_record/* sha256Hex */.fg)(current.body))
            return;
        await parts.workspace.replace(current, markdown);
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z)
            throw thrown;
        parts.warn(`index.md could not be rendered again: ${index_edit_text(thrown)}`);
    }
}
const index_edit_isUnreachable = (thrown) => thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'UNREACHABLE';
/** What refuses the index is 44, whatever it was; unknown outcomes and takeovers keep their names. */
async function translated(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || index_edit_isUnreachable(thrown))
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
        return info === undefined || info.type !== artifact.type || info.size !== artifact.size;
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
    if (info.checksum !== undefined && info.checksum === artifact.checksum)
        return true;
    const [standing, kept] = await Promise.all([
        store.read(artifact.path),
        store.read(manifest.backup_path + artifact.path),
    ]);
    return standing !== undefined && kept !== undefined && (0,log_record/* sha256Hex */.fg)(standing.body) === (0,log_record/* sha256Hex */.fg)(kept.body);
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
    }
    if (manifest.entries.length > 0)
        await showAgain(operation);
    return foreign;
}
/** Keys that stand there with other bytes; what a killed revert of ours put back before has only a new revision. */
async function rewritten({ manifest, workspace, context }, putBackNow) {
    const { changed } = await workspace.survey(manifest);
    const foreign = [];
    for (const artifact of manifest.artifacts) {
        if (!changed.includes(artifact.path) || putBackNow.has(artifact.path))
            continue;
        const info = await context.store.head(artifact.path);
        if (info !== undefined && !(await isSameArtifact(context.store, manifest, artifact, info)))
            foreign.push(artifact.path);
    }
    return foreign;
}
async function showAgain(operation) {
    const { manifest, draft } = operation;
    if (await untouchedIndex(operation))
        return;
    const { after } = await editIndex(indexParts(operation), (doc, now) => {
        if (!(0,types/* takesEntry */.vj)(manifest.rollback_type) || foreignEntries(doc, manifest).length === 0)
            return show(doc, manifest, now);
        draft.warn(`${manifest.version} is listed by somebody else now; the old entry is not put beside it`);
        return undefined;
    });
    if (after === undefined)
        throw (0,errors/* failure */.V2)('INDEX_WRITE', 'index.json is missing; the entry has no index to go back to');
}
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
    if (manifest.entries.length > 0) {
        await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
    const counted = await listedByOthers(operation);
    const ours = absentArtifacts(manifest).filter(({ path }) => !counted.has(path));
    return workspace.retract(manifest, ours, draft.progress('artifacts'));
}
/** Artifacts that a foreign entry of the version counts on: taking them away would leave it listed without them (I1). */
async function listedByOthers({ manifest, context }) {
    const reading = await (0,engine_publication/* readIndex */.vY)(context.store, context.clock);
    if (reading.state !== 'present')
        return new Set();
    const { doc } = reading;
    return new Set(republished(doc, manifest).flatMap((entry) => (0,mod/* readEntry */.hB)(doc, entry).artifacts));
}
function named(keys) {
    const shown = keys.slice(0, 5).join(', ');
    return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
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
/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
async function markReverted(operation) {
    const { context, manifest, tenure } = operation;
    await tenure.guard();
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
    await (0,log_markers/* writeMarker */.en)(context.store, marker, tenure.guard);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/rollback-steps.js







/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
async function rollForward(operation) {
    const { draft } = operation;
    const index = await draft.stage('index', () => hideEntry(operation));
    const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation));
    const listed = await draft.stage('verify', () => verify(operation, withdrawal));
    const superseded = listed || withdrawal.changed.length > 0;
    if (superseded) {
        draft.fields.superseded = true;
        const keys = withdrawal.changed.length > 0 ? rollback_steps_named(withdrawal.changed) : `${operation.manifest.version}/`;
        draft.errors.push(`Published again while we worked, left alone: ${keys}`);
    }
    return { index, superseded };
}
async function hideEntry(operation) {
    const { manifest, draft } = operation;
    if (manifest.entries.length === 0)
        return lookOnly(operation);
    const result = await editIndex(indexParts(operation), (doc, now) => {
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
    const withdrawal = begun ?? (await workspace.withdraw(manifest, draft.progress('artifacts')));
    if (withdrawal.changed.length > 0 && withdrawal.removed.length === 0) {
        throw (0,errors/* failure */.V2)('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${rollback_steps_named(withdrawal.changed)}`);
    }
    noteRemoved(operation, withdrawal.removed);
    warnOfStrangers(operation, withdrawal);
    return withdrawal;
}
function warnOfStrangers({ draft }, { unknown }) {
    for (const key of unknown.slice(0, 10))
        draft.warn(`Not ours, left where it is: ${key}`);
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
    if (standing.removed.length > 0)
        return standing;
    throw (0,errors/* failure */.V2)('SUPERSEDED', `${manifest.version} was published again while we worked`);
}
/** The last look before the operation is closed; whether the version is listed by somebody else now. */
async function verify(operation, withdrawal) {
    const doc = await verifyHidden(operation);
    const foreign = doc === undefined ? [] : republished(doc, operation.manifest);
    if (doc === undefined || foreign.length === 0) {
        await verifyGone(operation, withdrawal);
        return false;
    }
    await giveBack(operation, doc, foreign);
    return true;
}
/** Nothing of ours is left: no manifest key in its manifest revision. */
async function verifyGone(operation, withdrawal) {
    const { manifest, workspace } = operation;
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present)
        return;
    const now = await workspace.survey(manifest);
    warnOfStrangers(operation, now);
    const known = new Set([...now.removed, ...now.changed, ...withdrawal.changed]);
    const standing = manifest.artifacts.map(({ path }) => path).filter((path) => !known.has(path));
    if (standing.length > 0)
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Still there after the removal: ${rollback_steps_named(standing)}`);
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
    const owed = removed.filter((path) => wanted.has(path));
    if (owed.length === 0)
        return;
    draft.warn(`Listed again by somebody else without being there: ${rollback_steps_named(owed)}`);
    if (!manifest.create_backup)
        return;
    const artifacts = manifest.artifacts.filter(({ path }) => owed.includes(path));
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
function rollback_steps_named(keys) {
    const shown = keys.slice(0, 5).join(', ');
    return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
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
    await (0,log_markers/* writeMarker */.en)(operation.context.store, markerOf(operation), operation.tenure.guard);
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
        if (thrown instanceof ports_workspace/* SupersededError */.Z || isUnreachable(thrown))
            throw thrown;
        const error = (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE');
        if (!operation.recovering)
            throw (0,errors/* failure */.V2)('EVIDENCE', `The evidence could not be written: ${error.message}`, { cause: thrown });
        draft.warn(`Finished, but without its evidence files: ${error.message}`);
        return { paths: {}, auditSha256: '' };
    }
}
const NO_EVIDENCE = { manifest_created: false, audit_log_created: false, audit_log_signed: false };
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
        if (thrown instanceof ports_workspace/* SupersededError */.Z || isUnreachable(thrown))
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
        await tenure.close('reverted', { exit_code: ending.exitCode, message: ending.message });
        // Where somebody else wrote over an artifact, the backup has the only copy of what was there.
        await tidy(operation, foreign.length === 0 ? manifest : undefined);
        Object.assign(draft.fields, NO_EVIDENCE);
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
    const kept = manifest.create_backup || context.store.workspaces !== undefined || manifest.operation === 'restore';
    return !kept && draft.fields.total_artifacts_removed > 0;
}
async function closePartly(operation, error) {
    const ending = endingFor(error);
    try {
        await fence(operation);
        await (0,log_markers/* writeMarker */.en)(operation.context.store, markerOf(operation), operation.tenure.guard);
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
        const misplaced = await missingKeys(operation);
        const details = misplaced.slice(0, 20).map((key) => `Not where it should be: ${key}`);
        const ending = (0,errors/* failure */.V2)('ABANDONED', `${first.message}; neither finished nor undone`, {
            cause: thrown,
            details,
        });
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
        if (tenure.open.phase === 'claimed')
            return await abort(operation);
        const manifest = await committedManifest(session.context.store, tenure.open);
        const committed = { ...operation, manifest };
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
    const manifest = await unboundManifest(context.store, tenure.open);
    // A copy that lands late would outlive the clean-up; whoever is cancelled has no time to wait for it.
    if (!context.cancelled.aborted)
        await fence(operation);
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
    const manifest = stored === undefined ? undefined : (0,schemas/* decodeManifest */.MK)(stored.body);
    return manifest?.operation_id === open.operation_id ? manifest : undefined;
}
/** Throws BACKUP when it is not the one that was committed. */
async function committedManifest(store, open) {
    const stored = await store.read(open.manifest_key);
    if (stored === undefined || (0,log_record/* sha256Hex */.fg)(stored.body) !== open.manifest_sha256) {
        throw (0,errors/* failure */.V2)('BACKUP', `The committed manifest ${open.manifest_key} is missing or was changed`, {
            advice: 'Put the manifest back, or give the operation up with `release-rollback recover --abandon`.',
        });
    }
    const manifest = (0,schemas/* decodeManifest */.MK)(stored.body);
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
    const log = new operation_log/* OperationLog */.a(context.store);
    return {
        context,
        log,
        parts: { log, clock: context.clock, host: context.host, actor: options.actor, run: options.run },
        waits: { lockTimeoutMs: options.lockTimeout * 1000, fenceMs: options.fenceSeconds * 1000 },
    };
}
/** Opens an operation of ours: waits for a living holder, first brings to an end what a dead one left. */
async function acquire(session, open) {
    const recovered = [];
    const deadline = session.context.clock.monotonic() + session.waits.lockTimeoutMs;
    for (;;) {
        const head = await settle(session, deadline, recovered);
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
async function settle(session, deadline, recovered) {
    const { context, log, parts } = session;
    for (let told = false;;) {
        stopIfCancelled(context);
        const head = await log.head();
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

;// CONCATENATED MODULE: ./lib/domain/plan.js

/** Requests that any rollback makes besides those for each artifact: log, manifest, index, markers. */
const FIXED_REQUESTS = 20;
/** Artifact requests in flight at once. */
const plan_CONCURRENCY = 16;
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
        estimatedSeconds: 0.5 + 0.05 * (FIXED_REQUESTS + requests / plan_CONCURRENCY),
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
        notes.push(`${version} is the latest release`);
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
        return await carryOut(request, operation, recovered);
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
    const warnings = await context.store.inspect({ forWriting: true, version: request.version });
    await context.evidence.prepare(request.version);
    const keyNotes = (await context.signer?.prepare()) ?? [];
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...keyNotes);
    const open = await freshOperation(context, {
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
    const acquired = await acquire(session, open);
    await context.store.workspaces?.sweep(open.operation_id);
    return acquired;
}
/** A new operation; its id's first 8 hex are the rollback id, drawn again if a backup of that name is there. */
async function freshOperation(context, asked, rollbackId) {
    const began = new Date(context.clock.now());
    for (;;) {
        const operationId = context.host.uuid();
        const id = rollbackId ?? operationId.slice(0, 8);
        const taken = rollbackId === undefined &&
            (await context.store.head(`${(0,keys/* backupPath */.wZ)(asked.version, began, id)}manifest.json`));
        if (taken)
            continue;
        return {
            ...asked,
            operation_id: operationId,
            rollback_id: id,
            phase: 'claimed',
            epoch: 1,
            began: began.toISOString(),
            warnings: [],
            manifest_key: '',
            manifest_sha256: '',
            commit_sequence: 0,
        };
    }
}
/** Step 2 to the end, the claim being ours. Before the commit every failure aborts; after it `complete` decides. */
async function carryOut(request, operation, recovered) {
    const { draft } = operation;
    let prepared;
    try {
        prepared = await prepare(request, operation, recovered);
    }
    catch (thrown) {
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    if ('exit_code' in prepared)
        return closeUnchanged(operation, prepared);
    return commit(operation, prepared);
}
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
        if (!isUnreachable(thrown))
            return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
        tenure.release();
        await context.evidence.discard();
        const message = `Out of reach at the commit: ${(0,errors/* asRollbackError */.p2)(thrown).message}`;
        const advice = 'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
        const error = (0,errors/* failure */.V2)('UNREACHABLE', message, { cause: thrown, advice });
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
    return complete({ ...operation, manifest: prepared.manifest });
}
/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function prepare(request, operation, recovered) {
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
        const manifest = manifestOf(request, tenure.open, plan, context);
        const body = (0,log_record/* encodeJson */.Pr)(manifest);
        const manifestKey = manifestKeyOf(tenure.open);
        draft.fields.rollback_id = tenure.open.rollback_id;
        await backUp(operation, manifest, body);
        await stageEvidence({ ...operation, manifest }, foreseen(manifest, reading, context));
        stopIfCancelled(context);
        return { manifest, manifestKey, manifestSha256: (0,log_record/* sha256Hex */.fg)(body) };
    });
}
/** Step 3; whatever refuses the backup is 45, unless the store is out of reach or the release was changed. */
async function backUp(operation, manifest, body) {
    const { workspace, tenure, draft } = operation;
    try {
        await workspace.create(manifestKeyOf(tenure.open), body);
        await workspace.prepareBackup(manifest, draft.progress('backup'));
    }
    catch (thrown) {
        const error = engineFailure(thrown, 'BACKUP');
        if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code))
            throw error;
        const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
        throw (0,errors/* failure */.V2)(code, error.message, { cause: thrown, details: error.details });
    }
}
/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
function noteRecovered(draft, recovered) {
    for (const { open, report } of recovered)
        draft.notes.push(`First brought to its end: ${open.operation} of ${open.version} (${open.run || 'another run'}): ${report.summary}`);
}
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
function manifestOf(request, open, plan, context) {
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
        return draft.succeed(`DRY RUN: would roll back ${request.version} (${request.rollbackType}): ${files.length} artifacts`);
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
    for (const warning of await context.store.inspect({ forWriting: false, version: request.version }))
        draft.warn(warning);
    return openNow(context, draft);
}
/** What is open now; a living holder is a warning, since a real run would wait for it. */
async function openNow(context, draft) {
    const head = await new operation_log/* OperationLog */.a(context.store).head();
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
    const misplaced = manifest === undefined ? [] : await missingKeys({ ...operation, manifest });
    const message = request.reason || 'Given up by a person';
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
        await log.head();
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
    const claim = await freshOperation(context, {
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

;// CONCATENATED MODULE: ./lib/engine/restore-plan.js








/** The manifest that the log names by hash. Throws BACKUP. */
async function loadManifest(store, marker) {
    const stored = await store.read(marker.manifest_key);
    const whole = stored !== undefined && (0,log_record/* sha256Hex */.fg)(stored.body) === marker.manifest_sha256;
    const manifest = whole ? (0,schemas/* decodeManifest */.MK)(stored.body) : undefined;
    if (manifest === undefined) {
        throw (0,errors/* failure */.V2)('BACKUP', `The backup's manifest ${marker.manifest_key} is ${stored === undefined ? 'missing' : 'not the one that was written'}`);
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
        throw (0,errors/* failure */.V2)('BACKUP', `The backup is not whole: ${restore_plan_named(damaged)}`);
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
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `Other files are in the way: ${restore_plan_named(other)}`, {
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
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `The entry lists artifacts that would not be there: ${restore_plan_named(missing)}`, {
        advice: 'Bring the artifacts back first; a release is never listed before it is whole.',
    });
}
function strangers(manifest, there) {
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    const unknown = [...there.keys()].filter((key) => !known.has(key) && key !== `${manifest.version}/`);
    if (unknown.length === 0 || !(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return [];
    return [`Not part of the release, left where it is: ${restore_plan_named(unknown)}`];
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
function restore_plan_named(keys) {
    const shown = keys.slice(0, 5).join(', ');
    return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
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
        return request.dryRun ? await simulate(request, context, draft) : await restore_carryOut(request, context, draft);
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
    return (context.store.workspaces?.create(ticket, guard) ??
        new CopyWorkspace({ store: context.store, guard, unresolved: () => { } }));
}
async function restore_carryOut(request, context, draft) {
    const session = openSession(context, request);
    const recovered = [];
    const target = await draft.stage('preflight', () => preflight(request, session, draft, recovered));
    const { marker } = target;
    describe(draft, marker);
    if (target.restored)
        return restoredAlready(draft, marker, recovered);
    const open = await claimFor(request, context, marker);
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
async function claimFor(request, context, marker) {
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
        prepared = await restore_prepare(request, operation, marker);
        stopIfCancelled(context);
    }
    catch (thrown) {
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    return commit(operation, prepared);
}
/** Nothing visible changes: check, plan, the operation's manifest, the evidence ahead. */
async function restore_prepare(request, operation, marker) {
    const { draft, context, workspace, tenure } = operation;
    const plan = await draft.stage('policy', async () => checkPlan(context, workspace, marker, await look(context, marker.version), draft));
    fillPlan(draft, plan);
    return draft.stage('plan', async () => {
        const manifest = restoreManifest(plan, tenure.open, marker, request.reason);
        const body = (0,log_record/* encodeJson */.Pr)(manifest);
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

;// CONCATENATED MODULE: ./lib/engine/mod.js





;// CONCATENATED MODULE: ./lib/entry/reports.js

/** Preflight: a report that can't be written is found before anything is changed. Throws EVIDENCE or BAD_INPUT. */
async function deliverable({ output, repository, request }, parts) {
    const paths = { json: output.jsonReport, text: output.textReport };
    if (paths.json === undefined && paths.text === undefined)
        return;
    const { prepareReportFiles } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 1886));
    await prepareReportFiles(paths, optionsFor(repository, 'version' in request ? request.version : undefined, parts));
}
/** Writes the reports; one that fails late changes the exit code only where nothing else went wrong. */
async function writeReports(report, order, parts) {
    const { output, repository } = order;
    const paths = { json: output.jsonReport, text: output.textReport };
    if (paths.json === undefined && paths.text === undefined)
        return { report, reports: {} };
    const { writeReportFiles } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 1886));
    try {
        const options = optionsFor(repository, report.version, parts);
        return { report, reports: await writeReportFiles(report, paths, options) };
    }
    catch (thrown) {
        return { report: withLateFailure(report, (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE')), reports: {} };
    }
}
function optionsFor(repository, version, { makeFolder }) {
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

// EXTERNAL MODULE: ./lib/entry/unstarted.js
var unstarted = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/entry/wiring.js + 35 modules
var wiring = __webpack_require__(1165);
;// CONCATENATED MODULE: ./lib/entry/perform.js





/** Carries an order out and writes its reports. Never throws: whatever happens is in the report. */
async function perform(order, parts) {
    const report = await perform_carryOut(order, parts);
    return writeReports(report, order, parts);
}
async function perform_carryOut(order, parts) {
    const { request, repository, output } = order;
    try {
        const context = await (0,wiring/* openContext */.eA)(repository, output, parts);
        if (!request.dryRun)
            await deliverable(order, parts);
        switch (request.operation) {
            case 'rollback':
                return await rollback(request, context);
            case 'restore':
                return await restore(request, context);
            case 'recover':
                return await recover(request, context);
        }
    }
    catch (thrown) {
        return failedBefore(order, parts, (0,errors/* asRollbackError */.p2)(thrown));
    }
}
function failedBefore({ request, repository }, parts, error) {
    const rollback = request.operation === 'rollback';
    return (0,unstarted/* unstarted */.Z)(error, parts, {
        operation: request.operation,
        version: request.operation === 'recover' ? '' : (request.version ?? ''),
        dry_run: request.dryRun,
        repository_type: repository.type,
        repository_location: (0,wiring/* locationOf */.hD)(repository),
        ...(rollback ? { rollback_type: request.rollbackType, policy_mode: request.policyMode } : {}),
    });
}

// EXTERNAL MODULE: ./lib/entry/cli/parts.js + 3 modules
var cli_parts = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/operate.js







/** Carries an operation out and prints how it ended. Resolves to the exit code. */
async function operate(asked, task) {
    const { verbose } = task.output;
    const { parts, stop } = (0,cli_parts/* cliParts */.L)({ verbose, signingKey: asked.signingKey });
    try {
        const { report } = await perform((0,paths/* withAbsolutePaths */.M)(task, process.cwd()), parts);
        // Those that did not pass by as they happened: of a run that ours finished, of a report that can't be written.
        for (const warning of report.warnings)
            parts.reporter.warn(warning);
        operate_show(report, asked);
        return report.exit_code;
    }
    finally {
        stop();
    }
}
/** Results on stdout, problems on stderr; under --json only the report is on stdout. */
function operate_show(report, { json, color }) {
    const results = json ? streams/* streams */.oS.err : streams/* streams */.oS.out;
    if (report.dry_run) {
        results(dryRunText(report));
    }
    if (json) {
        streams/* streams */.oS.out(new TextDecoder().decode((0,json_report/* encodeReport */.B)(report)));
    }
    const colored = (0,streams/* wantsColor */.zK)(process.stdout, color) && (0,streams/* wantsColor */.zK)(process.stderr, color);
    const closing = closingLines(report, { color: colored });
    results(closing.results.join('\n'));
    streams/* streams */.oS.err(closing.problems.join('\n'));
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ unstarted)
/* harmony export */ });
/* harmony import */ var _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7397);

/** The report of an operation that ended before the engine began: bad input, no store, no key. */
function unstarted(error, { clock, reporter }, about) {
    const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
    // A draft asks the store only what it is called, and there is no store.
    const context = { clock, reporter, store };
    return new _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportDraft */ .G(context, about).fail(error);
}


/***/ }),

/***/ 5697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ noDowngrade),
/* harmony export */   Du: () => (/* binding */ marksEntry),
/* harmony export */   RP: () => (/* binding */ hidesRelease),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   _5: () => (/* binding */ verdictInWords),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   tg: () => (/* binding */ checksOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* unused harmony export meaningOf */
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



/** The checks before anything was changed, with their results. */
function checksOf(report) {
    const { version_exists, policy_passed, dependencies_satisfied } = report;
    const ran = (name) => report.stages.some((stage) => stage.name === name);
    const reached = policy_passed || ran('policy');
    const judge = (holds) => {
        if (holds)
            return 'passed';
        if (!reached)
            return 'not checked';
        return ran('plan') ? 'overridden' : 'failed';
    };
    const how = report.forced ? `${report.policy_mode}, forced` : report.policy_mode;
    return [
        { name: 'Version exists', result: judge(version_exists) },
        { name: `Policy (${how})`, result: judge(policy_passed) },
        { name: 'Dependencies satisfied', result: judge(dependencies_satisfied) },
    ];
}
/** What the operation did (a dry run: would do), for people; nothing when it did nothing. */
function factsOf(report) {
    // Where it is not known what was done, only what can be relied on is told.
    if (report.changed === 'unknown')
        return backupFacts(report);
    const nothing = report.dry_run ? report.status === 'failed' : report.changed === false;
    return nothing ? [] : [...movedFacts(report), ...backupFacts(report), ...latestFacts(report)];
}
function movedFacts(report) {
    const { total_artifacts_removed: total, operation, dry_run } = report;
    const parts = [
        ...(total > 0 ? [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, 'artifact')} (${bytesMoved(report)})`] : []),
        ...(report.index_updated ? ['the index entry'] : []),
    ];
    const mark = operation === 'restore' ? 'no longer marked as removed' : 'stays, marked as removed';
    const entry = marksEntry(report) ? [['Index entry', mark]] : [];
    if (parts.length === 0)
        return entry;
    return [[_words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[operation][dry_run ? 'moves' : 'moved'], parts.join(' and ')], ...entry];
}
/** DESIGN §7: bytes that a backup keeps are not freed, and we say so. */
function bytesMoved({ total_bytes_freed: bytes, operation, backup_created }) {
    return operation !== 'restore' && backup_created ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes)}, kept in the backup` : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes);
}
function backupFacts(report) {
    if (report.backup_path !== '') {
        if (report.operation === 'restore')
            return [['From', report.backup_path]];
        if (report.backup_created)
            return [['Backup', report.backup_path]];
    }
    const gone = report.operation !== 'restore' && report.total_artifacts_removed > 0 && !report.can_restore;
    return gone ? [['No backup', 'it cannot be restored']] : [];
}
function latestFacts(report) {
    const { new_latest: now, previous_latest: before } = report;
    if (now === '' && before === '')
        return [];
    const was = before === now || before === '' ? '' : ` (was ${before})`;
    return [
        [report.dry_run ? 'Latest then' : 'Latest now', (now === '' ? 'none: no release is left' : now) + was],
    ];
}
/** Where it is not said, an `artifacts_only` operation that did something marked its entry. */
function marksEntry(report) {
    return report.index_marked ?? report.rollback_type === 'artifacts_only';
}
/** Absolute paths of the evidence, in reading order. */
function evidenceOf({ evidence }) {
    const named = [
        ['Manifest', evidence.manifest],
        ['Audit log', evidence.audit],
        ['Signature', evidence.signature],
    ];
    return named.flatMap(([label, path]) => (path === undefined ? [] : [[label, path]]));
}
/** What the exit code means; empty for 0, and where the code alone stands for several things. */
function meaningOf(report) {
    if (report.error_code !== undefined)
        return _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[report.error_code].meaning;
    const meanings = Object.values(_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM).filter((kind) => kind.exitCode === report.exit_code);
    return meanings.length === 1 ? (meanings[0]?.meaning ?? '') : '';
}
/** What a failure left behind. */
function leftBehind({ changed, status }) {
    if (changed === 'unknown')
        return 'It is not known whether anything was changed.';
    if (changed === false)
        return 'Nothing was changed.';
    return status === 'partial'
        ? 'The repository was changed; something is left to do.'
        : 'The repository was changed.';
}
/** Meaning and what is left behind, once where the meaning says both. */
function verdictInWords(report) {
    const meaning = meaningOf(report);
    const left = report.dry_run ? '' : leftBehind(report);
    if (meaning === '')
        return left;
    const said = report.changed === false && /nothing was changed|as it was/.test(meaning);
    return said || left === '' ? `${meaning}.` : `${meaning}. ${left}`;
}
/** The remark that belongs to what was taken from clients' sight. */
const noDowngrade = ({ version }) => `Clients that already updated to ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(version)} do not downgrade by this.`;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
function hidesRelease(report) {
    if (report.operation === 'restore' || report.version === '')
        return false;
    if (report.dry_run)
        return report.operation === 'rollback' && report.status === 'dry_run';
    return report.changed === true && (report.operation === 'rollback' || report.can_restore);
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ encodeReport)
/* harmony export */ });
/* unused harmony export withoutFileLists */
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8641);

/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
function encodeReport(report) {
    return new TextEncoder().encode(`${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessJson */ .EL)(JSON.stringify(report, null, 2))}\n`);
}
const MOST_MESSAGES = 100;
const LONGEST_MESSAGE = 1000;
/** For an output of the Action, which holds at most 1 MB. */
function withoutFileLists({ artifacts_removed: _, ...rest }) {
    return { ...rest, warnings: brief(rest.warnings), errors: brief(rest.errors), notes: brief(rest.notes) };
}
function brief(messages) {
    const shown = messages.slice(0, MOST_MESSAGES).map((message) => message.slice(0, LONGEST_MESSAGE));
    const more = messages.length - shown.length;
    return more > 0 ? [...shown, `... and ${more} more`] : shown;
}


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ textReport),
/* harmony export */   b: () => (/* binding */ aligned)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);
/* harmony import */ var _undo_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5782);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);




const RULE = '='.repeat(67);
const MOST_FILES = 20;
const MOST_MESSAGES = 100;
const TITLES = {
    rollback: ['T.A.R.S. RELEASE ROLLBACK REPORT', 'ROLLBACK DETAILS'],
    restore: ['T.A.R.S. RELEASE RESTORE REPORT', 'RESTORE DETAILS'],
    recover: ['T.A.R.S. RELEASE RECOVERY REPORT', 'RECOVERY DETAILS'],
};
/** The text report, `--text-report` (DESIGN §7). */
function textReport(report) {
    const [heading, details] = TITLES[report.operation];
    const listed = report.dry_run ? `ARTIFACTS (dry run)` : _words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[report.operation].listed;
    return [
        [RULE, heading, RULE],
        aligned(headOf(report)),
        section('PRE-FLIGHT CHECKS', checkLines(report)),
        section(details, aligned(detailsOf(report), '  ')),
        section(`${listed} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(report.total_artifacts_removed)})`, fileLines(report.artifacts_removed)),
        section(`WARNINGS (${report.warnings.length})`, messageLines(report.warnings)),
        section(`ERRORS (${report.errors.length})`, messageLines(report.errors)),
        section('SUMMARY', summaryLines(report)),
        [`Exit Code: ${report.exit_code}`],
    ]
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
const headOf = (report) => [
    ['Status', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)(report)],
    ['Version', report.version === '' ? '-' : report.version],
    ['Timestamp', report.timestamp],
    ['Repository', `${report.repository_type} ${report.repository_location}`],
];
const MARKS = { passed: 'PASS', failed: 'FAIL', overridden: 'OVERRIDDEN', 'not checked': 'NOT CHECKED' };
const checkLines = (report) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .checksOf */ .tg)(report).map(({ name, result }) => `  [${MARKS[result]}] ${name}`);
function detailsOf(report) {
    const stages = report.stages.map(({ name, seconds }) => [`  ${name}`, (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .lasted */ .aG)(seconds)]);
    return [
        ...(report.operation === 'recover' ? [] : [['Rollback type', report.rollback_type]]),
        ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id]]),
        ['Policy mode', report.forced ? `${report.policy_mode} (forced)` : report.policy_mode],
        ['Dry run', report.dry_run ? 'yes' : 'no'],
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(report),
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceOf */ .X1)(report),
        ['Duration', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .lasted */ .aG)(report.rollback_duration_seconds)],
        ...stages,
    ];
}
function summaryLines(report) {
    const real = report.would_exit_code;
    const lines = [
        report.summary,
        ...(report.exit_code === 0 ? [] : [(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictInWords */ ._5)(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${report.advice}`]),
        ...report.notes.map((note) => `Note: ${note}`),
    ].map((line) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(line));
    // A command is quoted for the shell already; to change a character of it would be to break it.
    const undo = (0,_undo_command_js__WEBPACK_IMPORTED_MODULE_3__/* .undoCommand */ .Eb)(report);
    if (undo !== undefined)
        lines.push(`Undo: ${undo}`);
    if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hidesRelease */ .RP)(report))
        lines.push((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .noDowngrade */ .DR)(report));
    return lines.map((line) => `  ${line}`);
}
function fileLines(paths) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(path)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
function messageLines(messages) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(messages, MOST_MESSAGES);
    const lines = shown.map((message) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(message)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
const section = (title, lines) => [
    title,
    '-'.repeat(title.length),
    ...lines,
];
/** `Label:   value` in columns. */
function aligned(facts, indent = '') {
    const width = Math.max(0, ...facts.map(([label]) => label.length)) + 2;
    return facts.map(([label, value]) => `${indent}${`${label}:`.padEnd(width)}${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(value)}`);
}


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ undoCommand)
/* harmony export */ });
/* unused harmony exports undoInputs, shellQuoted */
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8641);

/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
function undoCommand(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const flags = undo.flags.map(([name, value]) => `--${name} ${shellQuoted(value)}`);
    return ['release-rollback', undo.operation, ...flags].join(' ');
}
/** The same for the Action: the `with:` block of a step. */
function undoInputs(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const inputs = [['operation', undo.operation], ...undo.flags];
    return ['with:', ...inputs.map(([name, value]) => `  ${name}: ${yamlQuoted(value)}`)].join('\n');
}
function undoing(report) {
    if (report.dry_run || report.changed !== true || report.version === '')
        return undefined;
    const repository = repositoryFlags(report);
    if (repository === undefined)
        return undefined;
    if (report.operation === 'restore') {
        const flags = [
            ['version', report.version],
            ['rollback-type', report.rollback_type],
        ];
        return { operation: 'rollback', flags: [...flags, ...repository] };
    }
    if (!report.can_restore || report.rollback_id === '')
        return undefined;
    return { operation: 'restore', flags: [['rollback-id', report.rollback_id], ...repository] };
}
/** A store's location is `s3://bucket/prefix` or `gs://bucket/prefix`; anything else is not guessed at. */
function repositoryFlags({ repository_type: type, repository_location: location, }) {
    const kind = ['repository-type', type];
    if (type === 'local')
        return [kind, ['repository-path', location]];
    const [, bucket, prefix = ''] = /^(?:s3|gs|gcs):\/\/([^/?#]+)\/?([^?#]*)$/.exec(location) ?? [];
    if (bucket === undefined)
        return undefined;
    const inside = prefix.replace(/\/+$/, '');
    const where = ['repository-bucket', bucket];
    return inside === '' ? [kind, where] : [kind, where, ['repository-prefix', inside]];
}
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~'))
        return text;
    if ((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isHarmless */ .EW)(text))
        return `'${text.replaceAll("'", "'\\''")}'`;
    const escaped = [...text].map((character) => {
        if (character === "'" || character === '\\')
            return `\\${character}`;
        if (/^[\x20-\x7e]$/.test(character) && character !== '#' && character !== ':')
            return character;
        const code = character.codePointAt(0) ?? 0;
        return code < 0x80 ? `\\x${hex(code, 2)}` : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return `$'${escaped.join('')}'`;
}
/** Always quoted: `12345678` and `1e234567` are text here. */
function yamlQuoted(text) {
    if (isHarmless(text))
        return `'${text.replaceAll("'", "''")}'`;
    const escaped = JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return escaped;
}
const hex = (code, digits) => code.toString(16).padStart(digits, '0');


/***/ })

};
