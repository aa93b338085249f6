import type { InspectOptions } from '../../../ports/object-store.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import type { CapabilityFile } from '../remote/capability-file.ts';
import { judgeConditions, notHeld } from '../remote/requirements.ts';
import type { S3Context } from './context.ts';
import { lifecycleWarnings } from './lifecycle.ts';
import { dialectOf } from './probing.ts';
import { askLifecycle, askOwnership, askVersioning, readSetting, type Versioning } from './settings.ts';
import { tryDelete } from './try-delete.ts';

export interface InspectParts {
  readonly context: S3Context;
  readonly file: CapabilityFile;
  readonly probe: () => Promise<Capabilities>;
  /** Keeps what was probed, in the dialect that was found. */
  readonly keep: (capabilities: Capabilities, stored: Stored) => Promise<void>;
  readonly singleWriter: boolean;
  /** Amazon's own: known to hold to every condition. */
  readonly amazon: boolean;
}

type Stored = Awaited<ReturnType<CapabilityFile['read']>>['stored'];

export interface Inspected {
  readonly warnings: readonly string[];
  readonly capabilities: Capabilities | undefined;
  /** Undefined when it was not asked for, or may not be known. */
  readonly versioning: Versioning | undefined;
}

/** Preflight: what would stop a change half-way is found before it begins. One to five requests, and the probe once. */
export async function inspectStore(parts: InspectParts, options: InspectOptions): Promise<Inspected> {
  const { file } = parts;
  const { forWriting, takesArtifacts = true } = options;
  // Tells at once whether bucket, region, credentials and the permission to read are right.
  const asked = takesArtifacts ? settingsOf(parts.context, forWriting) : NO_SETTINGS;
  // What the first says goes before whatever refuses a setting.
  void Promise.resolve(asked).catch(() => {});
  const known = await file.read();
  const settings = await asked;
  let { capabilities } = known;
  if (capabilities === undefined && forWriting) {
    // Among all else it tries to delete.
    capabilities = await parts.probe();
    await parts.keep(capabilities, known.stored);
  } else if (capabilities !== undefined && forWriting && takesArtifacts) {
    await tryDelete(parts.context, dialectOf(capabilities), { ...options, versioning: settings.versioning });
  }
  const conditions = judge(parts, options, capabilities, settings.versioning);
  return { capabilities, versioning: settings.versioning, warnings: [...conditions, ...settings.warnings] };
}

/** A listing needs no conditions; a dry run is judged as the real run would be. */
function judge(
  { context, singleWriter, amazon }: InspectParts,
  { forWriting, version, takesArtifacts = true }: InspectOptions,
  capabilities: Capabilities | undefined,
  versioning: Versioning | undefined,
): readonly string[] {
  if (!forWriting && version === undefined) return [];
  const { location } = context.keys;
  if (capabilities === undefined) {
    if (amazon) return [];
    return [
      `What ${location} holds to was not probed yet, and a dry run does not write: the first real run probes it`,
    ];
  }
  const copies = versioning !== 'Enabled';
  return judgeConditions(
    notHeld(capabilities.holds, { artifacts: takesArtifacts, copies }),
    location,
    singleWriter,
  );
}

const NO_SETTINGS = { versioning: undefined, warnings: [] };

async function settingsOf(context: S3Context, forWriting: boolean) {
  const [asked, lifecycle] = await Promise.all([
    readSetting(context, askVersioning(context)),
    forWriting ? readSetting(context, askLifecycle(context)) : { unknown: '' },
  ]);
  const versioning = 'value' in asked ? asked.value : undefined;
  if (!forWriting) return { versioning, warnings: versioningWarnings(context, versioning) };
  const ownership =
    versioning === 'Enabled' ? { unknown: '' } : await readSetting(context, askOwnership(context));
  const rules = 'value' in lifecycle ? lifecycle.value : [];
  const inBucket = (prefix: string) => context.keys.folderInBucket(prefix);
  return {
    versioning,
    warnings: [
      ...versioningWarnings(context, versioning),
      ...lifecycleWarnings({ rules, versions: versioning === 'Enabled', inBucket }),
      ...('value' in ownership ? ownershipWarnings(ownership.value) : []),
    ],
  };
}

const versioningWarnings = ({ bucket }: S3Context, versioning: Versioning | undefined): readonly string[] =>
  versioning === 'Suspended'
    ? [
        `Versioning of bucket '${bucket}' is suspended: artifacts are copied, and only what is copied can be put back`,
      ]
    : [];

export const ownershipWarnings = (ownership: string | undefined): readonly string[] =>
  ownership === 'BucketOwnerEnforced'
    ? []
    : [
        "Objects of this bucket can have ACLs of their own: those that are not the default can't be put back by a restore",
      ];
