/** The workflow run that we are part of. */
export interface GithubRun {
  readonly actor: string;
  /** For the log and the audit trail: the URL of this attempt. */
  readonly run: string;
  readonly runUrl: string;
  readonly attempt: number;
}

/** Who runs which workflow. Fields that the runner does not set are empty, never guessed. */
export async function readRun(): Promise<GithubRun> {
  const { context } = await import('@actions/github');
  const { actor = '', runId, runAttempt, serverUrl } = context;
  const attempt = Number.isInteger(runAttempt) ? runAttempt : 1;
  const runUrl = Number.isInteger(runId) ? `${serverUrl}/${repositoryOf(context)}/actions/runs/${runId}` : '';
  return { actor, run: runUrl === '' ? 'github-actions' : `${runUrl}/attempts/${attempt}`, runUrl, attempt };
}

/** `context.repo` throws outside a repository's event. */
function repositoryOf(context: { readonly repo: { owner: string; repo: string } }): string {
  try {
    return `${context.repo.owner}/${context.repo.repo}`;
  } catch {
    return 'unknown/unknown';
  }
}
