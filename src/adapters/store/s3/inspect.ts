import type { InspectOptions } from '../../../ports/object-store.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import type { CapabilityFile } from '../remote/capability-file.ts';
import { judgeConditions, notHeld } from '../remote/requirements.ts';
import { hasTags } from './attributes.ts';
import { inspectAcls, inspectTags } from './beside.ts';
import type { S3Context } from './context.ts';
import { lifecycleWarnings } from './lifecycle.ts';
import { dialectOf } from './probing.ts';
import {
  aclsIn,
  askLifecycle,
  askOwnership,
  askVersioning,
  readSetting,
  type Setting,
  type Versioning,
} from './settings.ts';
import { tryDelete } from './try-delete.ts';
import { triesBoth, tryDeletes } from './try-deletes.ts';

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

type Known = Awaited<ReturnType<CapabilityFile['read']>>;
type Stored = Known['stored'];

export interface Inspected {
  readonly warnings: readonly string[];
  readonly capabilities: Capabilities | undefined;
  /** Undefined when it was not asked for, or may not be known. */
  readonly versioning: Versioning | undefined;
}

/** Preflight: what would stop a change half-way is found before it begins. One to five requests, and the probe once. */
export async function inspectStore(parts: InspectParts, options: InspectOptions): Promise<Inspected> {
  const { context, file } = parts;
  const { forWriting, takesArtifacts = true } = options;
  // Tells at once whether bucket, region, credentials and the permission to read are right.
  const asked = takesArtifacts ? settingsOf(context, forWriting) : NO_SETTINGS;
  // What the first says goes before whatever refuses a setting.
  void Promise.resolve(asked).catch(() => {});
  const known = await file.read();
  context.beside.countsTags = hasTags(known.stored?.attributes ?? {});
  const settings = await asked;
  const capable = takesArtifacts ? stillTrue(known.capabilities, settings.versioning) : known.capabilities;
  const kept = { ...known, capabilities: capable };
  const found: string[] = [];
  const tell = (words: readonly string[]): void => void found.push(...words);
  const capabilities = forWriting ? await prove(parts, options, kept, settings, tell) : kept.capabilities;
  const warnings = [...judge(parts, options, capabilities, settings.versioning), ...settings.warnings];
  warnings.push(...found);
  if (forWriting && capabilities !== undefined) {
    if (takesArtifacts) warnings.push(...trialWarnings(context, capabilities, settings.versioning));
    await inspectTags(context);
    warnings.push(...(await inspectAcls(context, dialectOf(capabilities), capabilities.object_acls)));
  }
  return { capabilities, versioning: settings.versioning, warnings };
}

/** What was probed before, or is now; where objects begin or cease to have ACLs, that is kept, too. */
async function prove(
  { context, probe, keep }: InspectParts,
  { version, takesArtifacts = true }: InspectOptions,
  { capabilities, stored }: Known,
  { versioning, ownership }: Settings,
  tell: (warnings: readonly string[]) => void,
): Promise<Capabilities> {
  if (capabilities === undefined) {
    // Among all else it tries to delete.
    const found = await probe();
    await keep(found, stored);
    return found;
  }
  const judged = capabilities.judges_absent_deletes;
  const alone = () => tryDelete(context, dialectOf(capabilities), { version, versioning, judged });
  if (takesArtifacts && version !== undefined && triesBoth(capabilities, versioning))
    tell(await tryDeletes(context, version, alone));
  else if (takesArtifacts) await alone();
  // The index alone asks only for what nobody asked before.
  const asksNow = ownership === undefined && capabilities.object_acls === undefined;
  const told = asksNow ? await readSetting(context, askOwnership(context)) : ownership;
  const current = { ...capabilities, ...(told === undefined ? {} : aclsIn(told)) };
  if (current.object_acls !== capabilities.object_acls) await keep(current, stored);
  return current;
}

/**
 * What some stores hold to depends on whether they keep versions: found before that was changed, it is not known any more.
 * Nor is it where it was not tried yet whether a delete of nothing changes nothing.
 */
function stillTrue(
  capabilities: Capabilities | undefined,
  versioning: Versioning | undefined,
): Capabilities | undefined {
  if (versioning !== undefined && capabilities?.versioning !== versioning) return undefined;
  const untried = versioning !== 'Off' && capabilities?.judges_absent_deletes === undefined;
  return untried ? undefined : capabilities;
}

/** That deletes are permitted is tried by one that can't hold; not where that would place a marker. */
const trialWarnings = (
  { keys }: S3Context,
  { holds, judges_absent_deletes: judges }: Capabilities,
  versioning: Versioning | undefined,
): readonly string[] =>
  versioning === 'Off' || judges !== false || !holds.conditional_delete
    ? []
    : [
        `Whether objects may be deleted in ${keys.location} is not tried before anything changes: this store places a delete marker over what is not there, whatever the condition`,
      ];

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
      `What ${location} holds to was not probed yet as it is set up now, and a dry run does not write: the next real run probes it`,
    ];
  }
  const copies = versioning !== 'Enabled';
  return judgeConditions(
    notHeld(capabilities.holds, { artifacts: takesArtifacts, copies }),
    location,
    singleWriter,
  );
}

interface Settings {
  readonly versioning: Versioning | undefined;
  /** Whose the objects are; undefined when it was not asked for. */
  readonly ownership?: Setting<string | undefined>;
  readonly warnings: readonly string[];
}

const NO_SETTINGS: Settings = { versioning: undefined, warnings: [] };

async function settingsOf(context: S3Context, forWriting: boolean): Promise<Settings> {
  const asked = readSetting(context, askVersioning(context));
  if (!forWriting) {
    const versioning = known(await asked);
    return { versioning, warnings: versioningWarnings(context, versioning) };
  }
  const [told, lifecycle, ownership] = await Promise.all([
    asked,
    readSetting(context, askLifecycle(context)),
    readSetting(context, askOwnership(context)),
  ]);
  const versioning = known(told);
  const versions = versioning === 'Enabled';
  const inBucket = (prefix: string) => context.keys.folderInBucket(prefix);
  return {
    versioning,
    ownership,
    warnings: [
      ...versioningWarnings(context, versioning),
      ...lifecycleWarnings({ rules: known(lifecycle) ?? [], versions, inBucket }),
      ...('value' in ownership && !versions ? ownershipWarnings(ownership.value) : []),
    ],
  };
}

const known = <T>(setting: Setting<T>): T | undefined => ('value' in setting ? setting.value : undefined);

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
        "Objects of this bucket can have ACLs of their own: those of artifacts that are not the default can't be put back by a restore",
      ];
