import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { copyFile, makeFolder } from './folders.ts';

export interface ArtifactOrder {
  readonly name: string;
  /** Absolute paths; `artifactFileNames` says what they are called in the artifact. */
  readonly files: readonly string[];
  readonly retentionDays: number | undefined;
  /** Where the files are gathered first: an artifact takes only what lies below one folder. */
  readonly temp: string;
}

/** Why no artifact can be uploaded from here, or undefined when it can. Asked before anything is changed. */
export function uploadObstacle(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const {
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_RESULTS_URL: results,
    GITHUB_SERVER_URL: server,
  } = environment;
  if (isEnterpriseServer(server || 'https://github.com')) {
    return `GitHub Enterprise Server (${server}) does not take these artifacts`;
  }
  const missing = [...(token ? [] : ['ACTIONS_RUNTIME_TOKEN']), ...(results ? [] : ['ACTIONS_RESULTS_URL'])];
  return missing.length === 0 ? undefined : `this runner gives no ${missing.join(' and no ')}`;
}

/** As @actions/artifact judges it (internal/shared/config.ts), which throws only after the rollback. */
function isEnterpriseServer(server: string): boolean {
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : server;
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

/** Uploads the files as one workflow artifact and answers its id. Throws an Error in words. */
export async function uploadArtifact({ name, files, retentionDays, temp }: ArtifactOrder): Promise<number> {
  await makeFolder(temp);
  const folder = await mkdtemp(join(temp, 'release-rollback-upload-'));
  try {
    const gathered = [];
    const names = artifactFileNames(files);
    for (const [i, file] of files.entries()) {
      const target = join(folder, names[i] ?? '');
      await copyFile(file, target);
      gathered.push(target);
    }
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const options = retentionDays === undefined ? {} : { retentionDays };
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, gathered, folder, options);
    if (id === undefined) throw new Error('GitHub gave the artifact no id');
    return id;
  } catch (thrown) {
    throw new Error(inWords(name, thrown), { cause: thrown });
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * Their own names; `report.2.txt` where the name is taken, also for who ignores case, and `_` for characters that
 * @actions/artifact refuses.
 */
export function artifactFileNames(files: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const { name, ext } = parse(basename(file).replaceAll(/[":<>|*?\\\r\n]/g, '_'));
    let free = name + ext;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${name}.${copy}${ext}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** A refused blob surfaces as an empty object, a name that is taken as a bare 409. */
function inWords(name: string, thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message.trim() : '';
  const status = (thrown as { statusCode?: unknown } | undefined)?.statusCode;
  const usable = message !== '' && !message.startsWith('{');
  const why = usable
    ? message
    : `the storage refused it${typeof status === 'number' ? ` (status ${status})` : ''}`;
  const taken = /\b409\b/.test(message) ? '; an artifact of this name is there already' : '';
  return `Workflow artifact '${name}' could not be uploaded: ${why}${taken}`;
}

export interface NameParts {
  readonly operation: string;
  readonly version: string;
  readonly rollbackId: string;
  readonly dryRun: boolean;
  /** Whether the rollback id tells this run from any other: one that only found things as asked has another's. */
  readonly changed: boolean;
  readonly attempt: number;
}

/**
 * `rollback-<version>-<rollback_id>-<attempt>`, of characters that an artifact's name may have. Names in one run must
 * differ: a restore has the id of the rollback that it undoes, so its artifact begins with `restore-`; what has no id
 * of its own (a dry run, a failure) gets something random.
 */
export function artifactName(parts: NameParts): string {
  const { operation, version, rollbackId, dryRun, changed, attempt } = parts;
  const id = dryRun ? 'dry-run' : rollbackId || 'none';
  const own = rollbackId !== '' && changed && !dryRun;
  const random = own ? [] : [randomBytes(4).toString('hex')];
  return [operation, version === '' ? 'unknown' : version, id, ...random, String(attempt)]
    .map((part) => part.replaceAll(/[^A-Za-z0-9._+~@-]/g, '_'))
    .join('-')
    .slice(0, 200);
}
