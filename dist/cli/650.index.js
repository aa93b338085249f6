export const id = 650;
export const ids = [650];
export const modules = {

/***/ 8650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cliParts: () => (/* binding */ cliParts)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
;// CONCATENATED MODULE: ./lib/adapters/console/console-reporter.js

/** Milliseconds between two looks of the progress line, and before it shows at all. */
const PROGRESS_EVERY = 100;
const CLEAR_LINE = '\r\u001b[2K';
/** Tells on stderr what happens as it happens; each warning once. */
class ConsoleReporter {
    #options;
    #warned = new Set();
    #toldAt = 0;
    #lineOpen = false;
    constructor(options) {
        this.#options = options;
    }
    stageStarted(stage) {
        this.#toldAt = this.#options.now();
        this.debug(`${stage} …`);
    }
    stageEnded(stage, seconds) {
        this.#line(`${stage.padEnd(10)}${seconds.toFixed(3).padStart(9)} s`);
    }
    progress(stage, done, total) {
        const { terminal, write, now } = this.#options;
        if (!terminal || now() - this.#toldAt < PROGRESS_EVERY)
            return;
        this.#toldAt = now();
        this.#lineOpen = true;
        const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
        write(`${CLEAR_LINE}${stage}: ${done} of ${total} (${percent} %)`);
    }
    warn(message) {
        if (this.#warned.has(message))
            return;
        this.#warned.add(message);
        this.#line(`WARNING: ${message}`);
    }
    info(message) {
        this.#line(message);
    }
    debug(message) {
        if (this.#options.verbose)
            this.#line(message);
    }
    #line(text) {
        if (this.#lineOpen)
            this.#options.write(CLEAR_LINE);
        this.#lineOpen = false;
        this.#options.write(`${(0,safe_text.oneLine)(text)}\n`);
    }
}

;// CONCATENATED MODULE: ./lib/entry/signals.js
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Turns signals into a wish to end: before the commit the operation ends, after it it goes on. A second signal
 * does not kill it half-way; it says why. (GitHub sends SIGINT, after 7.5 s SIGTERM, and kills 2.5 s later.)
 */
function watchSignals(say) {
    const controller = new AbortController();
    const onSignal = (name) => {
        const first = !controller.signal.aborted;
        controller.abort(new Error(`cancelled by ${name}`));
        say(first
            ? `${name}: ending cleanly; ${SAFE}`
            : `${name} again: already ending, which takes a moment; ${SAFE}`);
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    return {
        signal: controller.signal,
        stop: () => {
            for (const name of SIGNALS)
                process.off(name, onSignal);
        },
    };
}
const SAFE = 'nothing is lost if it is killed: the next run, or `release-rollback recover`, finishes or undoes it';

// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/parts.js





/** The entry's parts for a command at a terminal or in a script. */
async function cliParts(options) {
    const { SystemClock } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.bind(__webpack_require__, 9627));
    const clock = new SystemClock();
    const reporter = new ConsoleReporter({
        write: (text) => process.stderr.writable && process.stderr.write(text),
        verbose: options.verbose,
        terminal: process.stderr.isTTY === true,
        now: () => clock.monotonic(),
    });
    const { signal, stop } = watchSignals(streams/* streams */.oS.err);
    return {
        parts: { reporter, cancelled: signal, clock, signingKey: () => keySource(options.signingKey) },
        stop,
    };
}
/** --signing-key, then ROLLBACK_SIGNING_KEY, then a key of this machine, which is made when it is first needed. */
function keySource(file) {
    const pem = process.env.ROLLBACK_SIGNING_KEY;
    if (file !== undefined)
        return { kind: 'file', path: file };
    if (pem)
        return { kind: 'pem', pem, name: 'ROLLBACK_SIGNING_KEY' };
    return { kind: 'machine', folder: stateFolder() };
}
/** XDG Base Directory Specification: a relative path there is to be ignored. */
function stateFolder() {
    const { XDG_STATE_HOME = '' } = process.env;
    const base = (0,external_node_path_.isAbsolute)(XDG_STATE_HOME) ? XDG_STATE_HOME : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state');
    return (0,external_node_path_.join)(base, 'release-rollback');
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   harmlessJson: () => (/* binding */ harmlessJson),
/* harmony export */   isHarmless: () => (/* binding */ isHarmless),
/* harmony export */   oneLine: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * What a terminal, a log or a page may take for something else than text: control characters, escape sequences,
 * line and paragraph separators, invisible characters and those that turn the direction of writing.
 */
const TREACHEROUS = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A GitHub runner takes a line that begins with `::` for a command to itself, and `##[` anywhere. */
const COMMAND = /^(\s*):(?=:)|:(?=:[a-z][\w-]*(?: [^:]*)?::)|#(?=#\[)/giu;
const LONGEST = 2000;
/** A foreign text on one line, harmless in a terminal and in a workflow log; what is escaped reads `\u{1b}`. */
function oneLine(text, longest = LONGEST) {
    const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
    return cut
        .replace(TREACHEROUS, escaped)
        .replace(COMMAND, (match, blank) => (blank ?? '') + escaped(match.trimStart()));
}
/** The same inside JSON text, where it must stay the same value. */
function harmlessJson(json) {
    return json
        .replace(/[\p{Cs}\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, jsonEscaped)
        .replace(/#(?=#\[)/g, jsonEscaped);
}
/** Whether nothing in it would have to be escaped. */
const isHarmless = (text) => oneLine(text, text.length) === text;
function escaped(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
const jsonEscaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;


/***/ })

};
