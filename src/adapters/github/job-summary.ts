import * as core from '@actions/core';

/** GitHub refuses a larger summary of a step whole; core.summary does not look. */
const MOST_BYTES = 1024 * 1024;
const CUT = '\n\n… cut here: a job summary holds 1 MiB. The report has everything.\n';

/** Appends Markdown to the step's summary. Throws when the runner gives no file for it. */
export async function writeJobSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(fitted(markdown), true).write();
}

function fitted(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length < MOST_BYTES) return markdown;
  const room = MOST_BYTES - Buffer.byteLength(CUT) - 16;
  // A character that is cut in two becomes one that is not.
  return (
    bytes
      .subarray(0, room)
      .toString('utf8')
      .replace(/\uFFFD+$/, '') + CUT
  );
}
