import { type Ended, PREPARE_RELEASE_ARTIFACTS, RELEASE_ROLLBACK, run, type Surroundings } from './bundle.ts';
import type { Sandbox } from './sandbox.ts';

type More = Partial<Surroundings>;

/** `release-rollback` in the sandbox's home, where the default `./repository` is the copy of the fixture. */
export const cli = (box: Sandbox, argv: readonly string[], more: More = {}): Promise<Ended> =>
  run(RELEASE_ROLLBACK, argv, { cwd: box.home, ...more });

export const prepare = (box: Sandbox, argv: readonly string[], more: More = {}): Promise<Ended> =>
  run(PREPARE_RELEASE_ARTIFACTS, argv, { cwd: box.home, ...more });

/** Words of a command line, as a POSIX shell would split a simple one. */
export const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
