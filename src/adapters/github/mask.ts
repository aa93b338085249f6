import * as core from '@actions/core';

/** Variables that hold a secret; the runner masks those that came from `secrets`, and not what a step made. */
const SECRET_VARIABLES = [
  'ROLLBACK_SIGNING_KEY',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'GOOGLE_CREDENTIALS',
];
/** A shorter piece gives nothing away, and masking it would blot out half the log. */
const SHORTEST = 8;

/** Hides secrets in the log, whole and line by line: the runner compares line by line. Comes before any output. */
export function maskSecrets(signingKey: string | undefined, environment: NodeJS.ProcessEnv): void {
  const secrets = [signingKey, ...SECRET_VARIABLES.map((name) => environment[name])];
  const pieces = new Set(secrets.flatMap((secret) => (secret === undefined ? [] : piecesOf(secret))));
  for (const piece of pieces) core.setSecret(piece);
}

/** Lines of a PEM, without its armour, which says nothing; `\n` may stand in it as two characters. */
function piecesOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n|\\n/).map((line) => line.trim());
  return [secret.trim(), ...lines].filter(
    (piece) => piece.length >= SHORTEST && !/^-----[A-Z ]+-----$/.test(piece),
  );
}
