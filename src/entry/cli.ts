import { readPrepareReleaseArtifacts } from './cli/prepare-release-artifacts.ts';
import { readReleaseRollback } from './cli/release-rollback.ts';
import { runCommand } from './cli/run-command.ts';

/** `release-rollback [rollback|restore|recover|list|doctor] OPTIONS`. Resolves to the exit code; the process ends by itself. */
export const releaseRollback = (argv: readonly string[]): Promise<number> =>
  runCommand(readReleaseRollback(argv));

/** `prepare-release-artifacts --rollback-release VERSION OPTIONS`, the guide's integrated script. */
export const prepareReleaseArtifacts = (argv: readonly string[]): Promise<number> =>
  runCommand(readPrepareReleaseArtifacts(argv));
