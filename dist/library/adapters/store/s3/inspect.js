import { judgeConditions, notHeld } from '../remote/requirements.js';
import { lifecycleWarnings } from './lifecycle.js';
import { askLifecycle, askOwnership, askVersioning, readSetting } from './settings.js';
/** Preflight: what would stop a change half-way is found before it begins. One to four requests, and the probe once. */
export async function inspectStore(parts, options) {
    const { file } = parts;
    const { forWriting, takesArtifacts = true } = options;
    // Tells at once whether bucket, region, credentials and the permission to read are right.
    const asked = takesArtifacts ? settingsOf(parts.context, forWriting) : NO_SETTINGS;
    // What the first says goes before whatever refuses a setting.
    void Promise.resolve(asked).catch(() => { });
    const known = await file.read();
    const settings = await asked;
    let { capabilities } = known;
    if (capabilities === undefined && forWriting) {
        capabilities = await parts.probe();
        await parts.keep(capabilities, known.stored);
    }
    const conditions = judge(parts, options, capabilities, settings.versioning);
    return { capabilities, versioning: settings.versioning, warnings: [...conditions, ...settings.warnings] };
}
/** A listing needs no conditions; a dry run is judged as the real run would be. */
function judge({ context, singleWriter, amazon }, { forWriting, version, takesArtifacts = true }, capabilities, versioning) {
    if (!forWriting && version === undefined)
        return [];
    const { location } = context.keys;
    if (capabilities === undefined) {
        if (amazon)
            return [];
        return [
            `What ${location} holds to was not probed yet, and a dry run does not write: the first real run probes it`,
        ];
    }
    const copies = versioning !== 'Enabled';
    return judgeConditions(notHeld(capabilities.holds, { artifacts: takesArtifacts, copies }), location, singleWriter);
}
const NO_SETTINGS = { versioning: undefined, warnings: [] };
async function settingsOf(context, forWriting) {
    const [asked, lifecycle] = await Promise.all([
        readSetting(context, askVersioning(context)),
        forWriting ? readSetting(context, askLifecycle(context)) : { unknown: '' },
    ]);
    const versioning = 'value' in asked ? asked.value : undefined;
    if (!forWriting)
        return { versioning, warnings: versioningWarnings(context, versioning) };
    const ownership = versioning === 'Enabled' ? { unknown: '' } : await readSetting(context, askOwnership(context));
    const rules = 'value' in lifecycle ? lifecycle.value : [];
    const inBucket = (prefix) => context.keys.folderInBucket(prefix);
    return {
        versioning,
        warnings: [
            ...versioningWarnings(context, versioning),
            ...lifecycleWarnings({ rules, versions: versioning === 'Enabled', inBucket }),
            ...('value' in ownership ? ownershipWarnings(ownership.value) : []),
        ],
    };
}
const versioningWarnings = ({ bucket }, versioning) => versioning === 'Suspended'
    ? [
        `Versioning of bucket '${bucket}' is suspended: artifacts are copied, and only what is copied can be put back`,
    ]
    : [];
export const ownershipWarnings = (ownership) => ownership === 'BucketOwnerEnforced'
    ? []
    : [
        "Objects of this bucket can have ACLs of their own: those that are not the default can't be put back by a restore",
    ];
