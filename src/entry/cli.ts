import type { CommandLine } from './cli/command-line.ts';
import { afterOutput } from './cli/lost-output.ts';
import { readPrepareReleaseArtifacts } from './cli/prepare-release-artifacts.ts';
import { readReleaseRollback } from './cli/release-rollback.ts';
import { runCommand } from './cli/run-command.ts';
import { isAllWritten, tolerateClosedPipes } from './cli/streams.ts';

/** `release-rollback [rollback|restore|recover|list|doctor] OPTIONS`. Resolves to the exit code. */
export function releaseRollback(argv: readonly string[]): Promise<number> {
  return carryOut(readReleaseRollback(argv));
}

/** `prepare-release-artifacts --rollback-release VERSION OPTIONS`, the guide's integrated script. */
export function prepareReleaseArtifacts(argv: readonly string[]): Promise<number> {
  return carryOut(readPrepareReleaseArtifacts(argv));
}

async function carryOut(line: CommandLine): Promise<number> {
  tolerateClosedPipes();
  // The AWS SDK's word to those who update it. In this bundle it is pinned, and who runs it can do nothing about it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return afterOutput(line, await runCommand(line));
}

/** Ends the process, at once where nothing is left to print: taking the heap down piece by piece takes milliseconds. */
export function endWith(exitCode: number): void {
  process.exitCode = exitCode;
  if (isAllWritten()) process.exit();
}
