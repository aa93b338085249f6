export const id = 554;
export const ids = [554];
export const modules = {

/***/ 9554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LocalHost: () => (/* binding */ LocalHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/adapters/host/darwin-processes.js

/** Start times are printed in the reader's time zone and language: both are fixed here. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
/** macOS, which has no pid namespaces. */
function darwinProcesses(run = runQuietly) {
    return {
        bootId: async () => (await run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])).trim(),
        namespace: async () => 'darwin',
        look: async (pid) => parsePs(await run('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)])),
    };
}
/** `Ss   Mon Nov 23 09:30:00 2026`; one second is as fine as it gets. */
function parsePs(line) {
    const [, state, start] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (state === undefined || start === undefined)
        return undefined;
    return { start: start.replace(/\s+/g, ' '), zombie: state.startsWith('Z') };
}
function runQuietly(file, args) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(file, args, { env: ENVIRONMENT, timeout: 5000 }, (error, stdout) => resolve(error ? '' : stdout));
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/adapters/host/linux-processes.js

/** Linux, from procfs (proc(5)). */
function linuxProcesses(root = '/proc', pid = process.pid) {
    const text = (path) => (0,promises_.readFile)(`${root}/${path}`, 'utf8').catch(() => '');
    const target = (path) => (0,promises_.readlink)(`${root}/${path}`).catch(() => '');
    return {
        bootId: async () => (await text('sys/kernel/random/boot_id')).trim(),
        namespace: async () => {
            // A /proc of another pid namespace shows other processes under our numbers.
            if ((await target('self')) !== String(pid))
                return '';
            const pids = await target('self/ns/pid');
            // Start times are told relative to the reader's time namespace.
            const times = await target('self/ns/time');
            return pids === '' || times === '' ? pids : `${pids} ${times}`;
        },
        look: async (id) => parseStat(await text(`${id}/stat`)),
    };
}
/** Field 22 of /proc/<pid>/stat is the start time; field 2 is a name in brackets that may hold anything. */
function parseStat(stat) {
    const fields = stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(/\s+/);
    const [state = ''] = fields;
    const start = fields[19];
    if (start === undefined || !/^\d+$/.test(start))
        return undefined;
    return { start, zombie: state === 'Z' || state === 'X' };
}

;// CONCATENATED MODULE: ./lib/adapters/host/process-table.js
/** For systems that we can't read: liveness is then unknown, never dead. */
const BLIND = {
    bootId: async () => '',
    namespace: async () => '',
    look: async () => undefined,
};

;// CONCATENATED MODULE: ./lib/adapters/host/local-host.js





/** This machine, Linux or macOS (DESIGN §4). Anywhere else, and where the system hides, liveness is unknown. */
class LocalHost {
    machineId = (0,external_node_os_.hostname)();
    #table;
    #holder;
    constructor(table = tableOf(process.platform)) {
        this.#table = table;
    }
    /** What it tells does not change while we run. */
    holder() {
        this.#holder ??= this.#describe();
        return this.#holder;
    }
    async liveness(holder) {
        const [bootId, namespace] = await Promise.all([this.#table.bootId(), this.#table.namespace()]);
        const told = [holder.boot_id, holder.pid_namespace, holder.process_start].every((part) => part !== '');
        const sameSystem = holder.boot_id === bootId && holder.pid_namespace === namespace;
        if (!told || !sameSystem || !Number.isSafeInteger(holder.pid) || holder.pid <= 0)
            return 'unknown';
        if (!exists(holder.pid))
            return 'dead';
        const sight = await this.#table.look(holder.pid);
        // Not seen: it ended just now, or /proc is mounted so that it hides the processes of others.
        if (sight === undefined)
            return exists(holder.pid) ? 'unknown' : 'dead';
        return sight.start === holder.process_start && !sight.zombie ? 'alive' : 'dead';
    }
    uuid() {
        return (0,external_node_crypto_.randomUUID)();
    }
    async #describe() {
        const [bootId, namespace, sight] = await Promise.all([
            this.#table.bootId(),
            this.#table.namespace(),
            this.#table.look(process.pid),
        ]);
        return {
            host: this.machineId,
            boot_id: bootId,
            pid_namespace: namespace,
            pid: process.pid,
            process_start: sight?.start ?? '',
        };
    }
}
function tableOf(platform) {
    if (platform === 'linux')
        return linuxProcesses();
    return platform === 'darwin' ? darwinProcesses() : BLIND;
}
/** Signal 0 asks without sending; EPERM means that it is there and another user's. */
function exists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (thrown) {
        return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
    }
}


/***/ })

};
