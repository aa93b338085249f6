import * as core from '@actions/core';

/**
 * Appends Markdown to the step's summary. GitHub refuses a larger one than 1 MiB whole and core.summary does not look:
 * whoever renders it keeps to that. Throws when the runner gives no file for it.
 */
export async function writeJobSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(markdown, true).write();
}
