/** Start times are printed in the reader's time zone and language: both are fixed here. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
/** macOS, which has no pid namespaces. */
export function darwinProcesses(run = runQuietly) {
    return {
        bootId: async () => (await run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])).trim(),
        namespace: async () => 'darwin',
        look: async (pid) => parsePs(await run('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)])),
    };
}
/** `Ss   Mon Nov 23 09:30:00 2026`; one second is as fine as it gets. */
export function parsePs(line) {
    const [, state, start] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (state === undefined || start === undefined)
        return undefined;
    return { start: start.replace(/\s+/g, ' '), zombie: state.startsWith('Z') };
}
async function runQuietly(file, args) {
    const { execFile } = await import('node:child_process');
    return new Promise((resolve) => {
        execFile(file, args, { env: ENVIRONMENT, timeout: 5000 }, (error, stdout) => resolve(error ? '' : stdout));
    });
}
