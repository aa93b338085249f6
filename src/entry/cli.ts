import { runCommand } from './cli/run-command.ts';
import { tolerateClosedPipes } from './cli/streams.ts';

/** `release-rollback [rollback|restore|recover|list|doctor] OPTIONS`. Resolves to the exit code; the process ends by itself. */
export async function releaseRollback(argv: readonly string[]): Promise<number> {
  tolerateClosedPipes();
  const { readReleaseRollback } = await import('./cli/release-rollback.ts');
  return runCommand(readReleaseRollback(argv));
}

/** `prepare-release-artifacts --rollback-release VERSION OPTIONS`, the guide's integrated script. */
export async function prepareReleaseArtifacts(argv: readonly string[]): Promise<number> {
  tolerateClosedPipes();
  const { readPrepareReleaseArtifacts } = await import('./cli/prepare-release-artifacts.ts');
  return runCommand(readPrepareReleaseArtifacts(argv));
}
