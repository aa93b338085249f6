import * as core from '@actions/core';
import { oneLine } from '../../report/safe-text.ts';

/**
 * Text for the log that may hold names from a repository. The runner takes a line that begins with `::`, or has
 * `##[` anywhere, for a command to itself: neither may come from a file name.
 */
export function logLines(text: string): void {
  for (const line of text.split(/\r\n|[\r\n]/)) core.info(oneLine(line));
}

/** Runs the work with its lines folded under a title. */
export async function logGroup<T>(title: string, work: () => Promise<T>): Promise<T> {
  core.startGroup(title);
  try {
    return await work();
  } finally {
    core.endGroup();
  }
}
