// Starting and ending what is not ours.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a command can be started at all. */
export const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

/** Runs to the end; throws with the last of its output when it fails. */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${(stdout + stderr).slice(-2000)}`);
  return stdout;
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether anything at all is answered there. */
export const answers = (url) => () =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** A server as a child process, once it is ready; `stop` ends it by its own pid. */
export async function serve(command, args, ready) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  }
  const ended = new Promise((resolve) => child.on('exit', resolve).on('error', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
  };
  for (let tries = 0; tries < 240; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${command} ended at once: ${output}`);
    if (await ready()) return { stop };
    await sleep(250);
  }
  await stop();
  throw new Error(`${command} did not get ready within a minute: ${output}`);
}

/** What the SDKs take for credentials; each server that checks them is told of this pair. */
export const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret-key' };
