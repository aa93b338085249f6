import type { ProcessSight, ProcessTable } from './process-table.ts';

/** Runs a command; its output, or empty text when it fails. */
export type Run = (file: string, args: readonly string[]) => Promise<string>;

/** Start times are printed in the reader's time zone and language: both are fixed here. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/** macOS, which has no pid namespaces. */
export function darwinProcesses(run: Run = runQuietly): ProcessTable {
  return {
    bootId: async () => (await run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])).trim(),
    namespace: async () => 'darwin',
    look: async (pid) => parsePs(await run('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)])),
  };
}

/** `Ss   Mon Nov 23 09:30:00 2026`; one second is as fine as it gets. */
export function parsePs(line: string): ProcessSight | undefined {
  const [, state, start] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
  if (state === undefined || start === undefined) return undefined;
  return { start: start.replace(/\s+/g, ' '), zombie: state.startsWith('Z') };
}

async function runQuietly(file: string, args: readonly string[]): Promise<string> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    execFile(file, args, { env: ENVIRONMENT, timeout: 5000 }, (error, stdout) =>
      resolve(error ? '' : stdout),
    );
  });
}
