// Loaded before the CLI (`node --import`): wraps what changes the file system in node:fs, counts the calls, and
// kills this very process at the n-th one, before or after its effect, or stops it there (KILL_SIGNAL=SIGSTOP) until
// somebody lets it go on. The source knows nothing of it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const at = Number(process.env.KILL_AT ?? 0);
const after = process.env.KILL_WHEN === 'after';
const signal = process.env.KILL_SIGNAL ?? 'SIGKILL';
const trace = process.env.KILL_TRACE;
const root = process.env.KILL_ROOT ?? '/';
const exdev = process.env.FAIL_RENAME_EXDEV;
const promises = [
  'rename',
  'link',
  'symlink',
  'unlink',
  'mkdir',
  'rmdir',
  'rm',
  'chmod',
  'lchown',
  'chown',
  'utimes',
  'lutimes',
  'writeFile',
  'copyFile',
  'truncate',
  'cp',
  'open',
];
/** On an open file, by its descriptor. */
const descriptor = [
  'write',
  'writev',
  'fsync',
  'fdatasync',
  'fchmod',
  'fchown',
  'futimes',
  'ftruncate',
  'appendFile',
];
const sync = [...promises, ...descriptor].map((name) => `${name}Sync`);
const handle = [
  'write',
  'writeFile',
  'appendFile',
  'writev',
  'sync',
  'datasync',
  'chmod',
  'chown',
  'utimes',
  'truncate',
];

// Its own notes are none of the calls.
const { appendFileSync } = fs;
let seen = 0;
/** Whether a call in place is at work: what it calls in turn is a part of it. */
let within = false;
const lines = [];

function die() {
  if (trace) appendFileSync(trace, `${lines.join('\n')}\n`);
  process.kill(process.pid, signal);
  return signal === 'SIGKILL';
}

/** Calls that only read are not counted. */
function changes(name, args) {
  if (!name.startsWith('open')) return true;
  return typeof args[1] === 'string'
    ? /[wa+]/.test(args[1])
    : typeof args[1] === 'number' && (args[1] & 3) !== 0;
}

/** Below the root; what is printed changes no file. */
const concerns = (args) =>
  args[0] !== 1 &&
  args[0] !== 2 &&
  args.every((arg) => typeof arg !== 'string' || !arg.startsWith('/') || arg.startsWith(root));

function step(name, args) {
  seen += 1;
  lines.push(
    `${seen} ${name} ${args
      .filter((arg) => typeof arg === 'string')
      .join(' → ')
      .replaceAll(root, '')
      .slice(0, 200)}`,
  );
  return seen === at;
}

function refuseElsewhere(name, args) {
  if (!exdev || !name.startsWith('rename')) return;
  const [from = '', to = ''] = args;
  if (new RegExp(exdev).test(`${from} ${to}`))
    throw Object.assign(new Error('EXDEV: cross-device link not permitted'), {
      code: 'EXDEV',
      errno: -18,
      syscall: 'rename',
    });
}

function wrapAsync(owner, name) {
  const original = owner[name];
  if (typeof original !== 'function') return;
  owner[name] = async function wrapped(...args) {
    if (!changes(name, args) || !concerns(args)) return original.apply(this, args);
    refuseElsewhere(name, args);
    const now = step(name, args);
    if (now && !after && die()) return new Promise(() => {});
    const result = await original.apply(this, args);
    if (now && after && die()) return new Promise(() => {});
    return result;
  };
}

function wrapSync(owner, name) {
  const original = owner[name];
  if (typeof original !== 'function') return;
  owner[name] = function wrapped(...args) {
    if (within || !changes(name, args) || !concerns(args)) return original.apply(this, args);
    refuseElsewhere(name, args);
    const now = step(name, args);
    if (now && !after) die();
    within = true;
    try {
      return original.apply(this, args);
    } finally {
      within = false;
      if (now && after) die();
    }
  };
}

const probe = await fs.promises.open(join(tmpdir()), 'r');
const FileHandle = Object.getPrototypeOf(probe);
await probe.close();
for (const name of handle) wrapAsync(FileHandle, name);
for (const name of promises) wrapAsync(fs.promises, name);
for (const name of sync) wrapSync(fs, name);
syncBuiltinESMExports();
process.on('exit', () => {
  if (trace) appendFileSync(trace, `${lines.join('\n')}\n`);
});
