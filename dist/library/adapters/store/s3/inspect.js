import { judgeConditions, notHeld } from '../remote/requirements.js';
import { hasTags } from './attributes.js';
import { inspectAcls, inspectTags } from './beside.js';
import { lifecycleWarnings } from './lifecycle.js';
import { dialectOf } from './probing.js';
import { aclsIn, askLifecycle, askOwnership, askVersioning, readSetting, } from './settings.js';
import { tryDelete } from './try-delete.js';
import { triesBoth, tryDeletes } from './try-deletes.js';
/** Preflight: what would stop a change half-way is found before it begins. One to five requests, and the probe once. */
export async function inspectStore(parts, options) {
    const { context, file } = parts;
    const { forWriting, takesArtifacts = true } = options;
    // Tells at once whether bucket, region, credentials and the permission to read are right.
    const asked = takesArtifacts ? settingsOf(context, forWriting) : NO_SETTINGS;
    // What the first says goes before whatever refuses a setting.
    void Promise.resolve(asked).catch(() => { });
    const known = await file.read();
    context.beside.countsTags = hasTags(known.stored?.attributes ?? {});
    const settings = await asked;
    const capable = takesArtifacts ? stillTrue(known.capabilities, settings.versioning) : known.capabilities;
    const kept = { ...known, capabilities: capable };
    const found = [];
    const tell = (words) => void found.push(...words);
    const capabilities = forWriting ? await prove(parts, options, kept, settings, tell) : kept.capabilities;
    const warnings = [...judge(parts, options, capabilities, settings.versioning), ...settings.warnings];
    warnings.push(...found);
    if (forWriting && capabilities !== undefined) {
        if (takesArtifacts)
            warnings.push(...trialWarnings(context, capabilities, settings.versioning));
        await inspectTags(context);
        warnings.push(...(await inspectAcls(context, dialectOf(capabilities), capabilities.object_acls)));
    }
    return { capabilities, versioning: settings.versioning, warnings };
}
/** What was probed before, or is now; where objects begin or cease to have ACLs, that is kept, too. */
async function prove({ context, probe, keep }, { version, takesArtifacts = true }, { capabilities, stored }, { versioning, ownership }, tell) {
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
    else if (takesArtifacts)
        await alone();
    // The index alone asks only for what nobody asked before.
    const asksNow = ownership === undefined && capabilities.object_acls === undefined;
    const told = asksNow ? await readSetting(context, askOwnership(context)) : ownership;
    const current = { ...capabilities, ...(told === undefined ? {} : aclsIn(told)) };
    if (current.object_acls !== capabilities.object_acls)
        await keep(current, stored);
    return current;
}
/**
 * What some stores hold to depends on whether they keep versions: found before that was changed, it is not known any more.
 * Nor is it where it was not tried yet whether a delete of nothing changes nothing.
 */
function stillTrue(capabilities, versioning) {
    if (versioning !== undefined && capabilities?.versioning !== versioning)
        return undefined;
    const untried = versioning !== 'Off' && capabilities?.judges_absent_deletes === undefined;
    return untried ? undefined : capabilities;
}
/** That deletes are permitted is tried by one that can't hold; not where that would place a marker. */
const trialWarnings = ({ keys }, { holds, judges_absent_deletes: judges }, versioning) => versioning === 'Off' || judges !== false || !holds.conditional_delete
    ? []
    : [
        `Whether objects may be deleted in ${keys.location} is not tried before anything changes: this store places a delete marker over what is not there, whatever the condition`,
    ];
/** A listing needs no conditions; a dry run is judged as the real run would be. */
function judge({ context, singleWriter, amazon }, { forWriting, version, takesArtifacts = true }, capabilities, versioning) {
    if (!forWriting && version === undefined)
        return [];
    const { location } = context.keys;
    if (capabilities === undefined) {
        if (amazon)
            return [];
        return [
            `What ${location} holds to was not probed yet as it is set up now, and a dry run does not write: the next real run probes it`,
        ];
    }
    const copies = versioning !== 'Enabled';
    return judgeConditions(notHeld(capabilities.holds, { artifacts: takesArtifacts, copies }), location, singleWriter);
}
const NO_SETTINGS = { versioning: undefined, warnings: [] };
async function settingsOf(context, forWriting) {
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
    const inBucket = (prefix) => context.keys.folderInBucket(prefix);
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
const known = (setting) => ('value' in setting ? setting.value : undefined);
const versioningWarnings = ({ bucket }, versioning) => versioning === 'Suspended'
    ? [
        `Versioning of bucket '${bucket}' is suspended: artifacts are copied, and only what is copied can be put back`,
    ]
    : [];
export const ownershipWarnings = (ownership) => ownership === 'BucketOwnerEnforced'
    ? []
    : [
        "Objects of this bucket can have ACLs of their own: those of artifacts that are not the default can't be put back by a restore",
    ];
