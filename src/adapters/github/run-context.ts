import * as core from '@actions/core';

/** The workflow run that we are part of. */
export interface GithubRun {
  readonly actor: string;
  /** For the log and the audit trail: the URL of this attempt. */
  readonly run: string;
  /** Empty outside a run. */
  readonly runUrl: string;
  readonly attempt: number;
  /** The action that runs, `owner/repository@ref`; empty where it is not one of another repository (`uses: ./`). */
  readonly action: string;
}

/** Who runs which workflow. Fields that the runner does not set are empty, never guessed. */
export async function readRun(): Promise<GithubRun> {
  const action = actionOf(process.env);
  try {
    const { context } = await import('@actions/github');
    const { actor = '', runId, runAttempt, serverUrl, repo } = context;
    const attempt = Number.isInteger(runAttempt) ? runAttempt : 1;
    const runUrl = `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${runId}`;
    if (!Number.isInteger(runId)) return { actor, run: OUTSIDE, runUrl: '', attempt, action };
    return { actor, run: `${runUrl}/attempts/${attempt}`, runUrl, attempt, action };
  } catch (thrown) {
    // No repository, or an event file that is no JSON: who asked is worth knowing, not worth failing for.
    core.debug(`No context of a workflow run: ${thrown}`);
    return { actor: process.env.GITHUB_ACTOR ?? '', run: OUTSIDE, runUrl: '', attempt: 1, action };
  }
}

const OUTSIDE = 'github-actions';

function actionOf({
  GITHUB_ACTION_REPOSITORY: repository = '',
  GITHUB_ACTION_REF: ref = '',
}: NodeJS.ProcessEnv) {
  return repository === '' || ref === '' ? '' : `${repository}@${ref}`;
}
