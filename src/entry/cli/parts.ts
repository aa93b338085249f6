import { SystemClock } from '../../adapters/clock/system-clock.ts';
import { ConsoleReporter } from '../../adapters/console/console-reporter.ts';
import type { KeySource } from '../../adapters/sign/rsa-pss-signer.ts';
import { stateFolder, stateFolderIfAny } from '../../adapters/sign/state-folder.ts';
import { watchSignals } from '../signals.ts';
import type { EntryParts } from '../wiring.ts';
import { streams } from './streams.ts';

export interface CliParts {
  readonly parts: EntryParts;
  /** Ends the watch for signals. */
  stop(): void;
}

/** The entry's parts for a command at a terminal or in a script. */
export function cliParts(options: { verbose: boolean; signingKey: string | undefined }): CliParts {
  const clock = new SystemClock();
  const reporter = new ConsoleReporter({
    write: (text) => process.stderr.writable && process.stderr.write(text),
    verbose: options.verbose,
    terminal: process.stderr.isTTY === true,
    now: () => clock.monotonic(),
  });
  const { signal, stop } = watchSignals(streams.err);
  return {
    parts: {
      voice: 'cli',
      reporter,
      cancelled: signal,
      clock,
      signingKey: () => keySource(options.signingKey),
      standbyKey: keyOfEnvironment,
      machineKeyFolder: stateFolderIfAny(),
    },
    stop,
  };
}

/** --signing-key, then ROLLBACK_SIGNING_KEY, then a key of this machine, which is made when it is first needed. */
function keySource(file: string | undefined): KeySource {
  if (file !== undefined) return { kind: 'file', path: file };
  return keyOfEnvironment() ?? { kind: 'machine', folder: stateFolder() };
}

function keyOfEnvironment(): KeySource | undefined {
  const pem = process.env.ROLLBACK_SIGNING_KEY;
  return pem ? { kind: 'pem', pem, name: 'ROLLBACK_SIGNING_KEY' } : undefined;
}
