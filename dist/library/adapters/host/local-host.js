import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { darwinProcesses } from './darwin-processes.js';
import { linuxProcesses } from './linux-processes.js';
import { BLIND } from './process-table.js';
/** This machine, Linux or macOS (DESIGN §4). Anywhere else, and where the system hides, liveness is unknown. */
export class LocalHost {
    machineId = hostname();
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
        return randomUUID();
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
