import { RollbackError } from '../../../domain/errors.ts';
import { BACKUPS } from '../../../domain/keys.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Condition } from '../remote/capabilities.ts';
import { inWords, notHeld } from '../remote/requirements.ts';
import { MOST_SKEW } from '../remote/store-clock.ts';
import {
  type BucketSettings,
  bucketSettings,
  duration,
  lifecycle,
  settingsWarnings,
} from './bucket-settings.ts';
import { foldersDenied } from './folders.ts';
import type { Inspection } from './inspect.ts';
import { accessListWarnings, deniedAt, missingPermissions } from './permissions.ts';
import { publicReadability } from './public-readability.ts';

type Look = () => Promise<Finding | readonly Finding[]>;

/** Everything that `doctor` can find out without touching a release; each look stands for itself. */
export async function diagnose(inspection: Inspection): Promise<readonly Finding[]> {
  const { api, names } = inspection.parts;
  const findings: Finding[] = [];
  const look = async (name: string, at: Look): Promise<boolean> => {
    try {
      findings.push(...[await at()].flat());
      return true;
    } catch (thrown) {
      findings.push(failed(name, thrown));
      return false;
    }
  };
  let settings: BucketSettings | undefined;
  const reached = await look('bucket', async () => {
    settings = await bucketSettings(api, names);
    return bucketFinding(settings, inspection);
  });
  if (!reached) return findings;
  await look('permissions', () => permissions(inspection, settings));
  await look('conditions', () => conditions(inspection));
  if (settings !== undefined) {
    const seen = settings;
    await look('settings', async () => keeping(seen, inspection));
    await look('access lists', () => accessLists(seen, inspection));
  }
  await look('public access', async () => publicReadability(api, names, await anyBackup(inspection)));
  await look('clock', async () => clock(inspection));
  return findings;
}

async function anyBackup({ parts }: Inspection): Promise<string | undefined> {
  for await (const { key } of parts.subject.list(BACKUPS, { limit: 1 })) return key;
  return undefined;
}

function failed(name: string, thrown: unknown): Finding {
  const known = thrown instanceof RollbackError;
  const detail =
    thrown instanceof Error ? [thrown.message, ...(known ? thrown.details : [])].join('; ') : String(thrown);
  return { name, result: 'failed', detail, advice: known ? thrown.advice : '' };
}

const ok = (name: string, detail: string): Finding => ({ name, result: 'ok', detail, advice: '' });
const warning = (name: string, detail: string, advice = ''): Finding => ({
  name,
  result: 'warning',
  detail,
  advice,
});

function bucketFinding(settings: BucketSettings | undefined, { parts }: Inspection): Finding {
  if (settings !== undefined)
    return ok('bucket', `${parts.names.keys.location} answers, and its settings can be seen`);
  return warning(
    'bucket',
    `The settings of gs://${parts.names.bucket} can't be seen`,
    'Grant storage.buckets.get (e.g. by roles/storage.bucketViewer) to have retention and lifecycle looked at.',
  );
}

async function permissions({ parts }: Inspection, settings: BucketSettings | undefined): Promise<Finding> {
  const { api, names } = parts;
  const missing = await missingPermissions(api, names);
  if (missing === undefined) {
    return {
      name: 'permissions',
      result: 'skipped',
      detail: 'This server has no test of permissions',
      advice: '',
    };
  }
  const denied = [...(await deniedAt(parts, missing, BACKUPS)), ...(await foldersDenied(parts, settings))];
  if (denied.length > 0) {
    const what = denied.join(', ');
    return {
      name: 'permissions',
      result: 'failed',
      detail: `Not granted: ${what}`,
      advice: `Grant ${what} on the bucket or the prefix.`,
    };
  }
  return ok('permissions', 'Objects may be listed, read, created and removed');
}

async function conditions(inspection: Inspection): Promise<readonly Finding[]> {
  const { holds } = await inspection.probeAnew();
  const moves = inspection.method === 'move';
  const missing: readonly Condition[] = notHeld(holds, { artifacts: true, copies: !moves });
  const held: Finding =
    missing.length === 0
      ? ok('conditions', 'Every condition that was sent was held')
      : {
          name: 'conditions',
          result: inspection.parts.singleWriter ? 'warning' : 'failed',
          detail: `Not held: ${inWords(missing)}`,
          advice: 'Use single-writer only where nobody else writes to the repository while a rollback runs.',
        };
  return [
    held,
    moves
      ? ok('moves', 'Artifacts are moved to the backup and back, one atomic request each')
      : warning(
          'moves',
          'Artifacts are copied to the backup and then removed: moves are not offered here or hold to no conditions',
        ),
  ];
}

const KEPT =
  'Rollbacks and restores are refused there: take it off the bucket, or keep releases in one without it.';

function keeping(settings: BucketSettings, { parts }: Inspection): readonly Finding[] {
  const warnings = settingsWarnings(settings, parts.names);
  const rules = lifecycle(settings, parts.names);
  const findings = warnings.map((detail) =>
    rules.includes(detail)
      ? warning(
          'lifecycle',
          detail,
          'Limit the rule by matchesPrefix to what it is meant for; backups can be kept elsewhere, too (backup-prefix).',
        )
      : { name: 'retention', result: 'failed' as const, detail, advice: KEPT },
  );
  if (findings.length === 0)
    findings.push(
      ok('retention and lifecycle', 'Nothing keeps objects from being removed, or deletes backups'),
    );
  const kept: string[] = [];
  const seconds = Number(settings.softDeletePolicy?.retentionDurationSeconds ?? 0);
  if (seconds > 0) kept.push(`deleted objects can be brought back for ${duration(seconds)} (soft delete)`);
  if (settings.versioning?.enabled === true)
    kept.push('replaced and deleted objects stay as noncurrent versions');
  if (kept.length > 0)
    findings.push(ok('what stays', `Whoever may, still reads what was removed: ${kept.join('; ')}`));
  return findings;
}

async function accessLists(settings: BucketSettings, { parts }: Inspection): Promise<Finding> {
  if (settings.iamConfiguration?.uniformBucketLevelAccess?.enabled !== false) {
    return ok('access lists', 'Access is the same for all objects (uniform bucket-level access)');
  }
  const [missing] = await accessListWarnings(parts.api, parts.names, settings);
  if (missing !== undefined)
    return warning(
      'access lists',
      missing,
      'Grant roles/storage.objectAdmin, or turn uniform bucket-level access on.',
    );
  return ok(
    'access lists',
    'Access lists of single objects go along with moves, and are put back where something is replaced or copied',
  );
}

async function clock({ parts }: Inspection): Promise<Finding> {
  await parts.now();
  const { skew } = parts.clock;
  if (skew === undefined)
    return { name: 'clock', result: 'skipped', detail: 'The server does not tell its time', advice: '' };
  const seconds = Math.round(skew / 1000);
  if (Math.abs(skew) <= MOST_SKEW) return ok('clock', `The store's clock is ${seconds} s ahead of ours`);
  return warning(
    'clock',
    `The store's clock is ${seconds} s ahead of ours`,
    'Let this machine set its clock by NTP.',
  );
}
