import { readFileSync, readlinkSync } from 'node:fs';
/** Linux, from procfs (proc(5)). */
export function linuxProcesses(root = '/proc', pid = process.pid) {
    const text = (path) => orEmpty(() => readFileSync(`${root}/${path}`, 'utf8'));
    const target = (path) => orEmpty(() => readlinkSync(`${root}/${path}`));
    return {
        bootId: async () => text('sys/kernel/random/boot_id').trim(),
        namespace: async () => {
            // A /proc of another pid namespace shows other processes under our numbers.
            if (target('self') !== String(pid))
                return '';
            const pids = target('self/ns/pid');
            // Start times are told relative to the reader's time namespace.
            const times = target('self/ns/time');
            return pids === '' || times === '' ? pids : `${pids} ${times}`;
        },
        look: async (id) => parseStat(text(`${id}/stat`)),
    };
}
function orEmpty(read) {
    try {
        return read();
    }
    catch {
        return '';
    }
}
/** Field 22 of /proc/<pid>/stat is the start time; field 2 is a name in brackets that may hold anything. */
export function parseStat(stat) {
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
