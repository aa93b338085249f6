// What installers there are, before anything is begun with them: undefined, or why it can't be done.
import { spawnSync } from 'node:child_process';

/** What a command wrote to stdout, trimmed; undefined when it could not be started or failed. */
function told(command, ...args) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
  return error === undefined && status === 0 ? stdout.trim() : undefined;
}

/** Debian has Python without what a virtual environment needs: python3-venv is a package of its own. */
export function missingPython(tell = told) {
  if (tell('python3', '--version') === undefined) return 'python3 is not there';
  if (tell('python3', '-c', 'import ensurepip, venv') !== undefined) return undefined;
  return 'python3 is there without venv (Debian, Ubuntu: python3-venv)';
}

/** `needed` as in a go.mod, '1.25'. From 1.21 on, Go fetches a newer toolchain by itself, unless it may not. */
export function missingGo(needed, tell = told) {
  const version = tell('go', 'env', 'GOVERSION');
  if (version === undefined) return 'go is not there';
  const found = /^go(\d+)\.(\d+)/.exec(version);
  const [, minor] = needed.split('.').map(Number);
  if (found === null || Number(found[1]) !== 1 || Number(found[2]) >= minor) return undefined;
  const fetches = Number(found[2]) >= 21 && tell('go', 'env', 'GOTOOLCHAIN') !== 'local';
  return fetches ? undefined : `go ${needed} is needed, and ${version} is there`;
}
