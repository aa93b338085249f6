import { ownershipWarnings } from './inspect.js';
import { lifecycleWarnings } from './lifecycle.js';
import { askEncryption, askLifecycle, askOwnership, readSetting } from './settings.js';
/** The bucket's own settings, as far as we may read them. */
export function settingFindings(context, versioning) {
    return Promise.all([
        Promise.resolve(versioningFinding(versioning)),
        lifecycleFinding(context, versioning),
        ownershipFinding(context, versioning),
        encryptionFinding(context),
    ]);
}
function versioningFinding(versioning) {
    const name = 'versioning';
    switch (versioning) {
        case undefined:
            return skipped(name, 'Could not be read (s3:GetBucketVersioning); releases are copied');
        case 'Enabled':
            return { name, result: 'ok', detail: 'Enabled: nothing is copied, deletes place markers', advice: '' };
        case 'Suspended':
            return {
                name,
                result: 'warning',
                detail: 'Suspended: releases are copied, and overwritten objects are lost',
                advice: 'Enable versioning again, or leave it as it is knowingly.',
            };
        case 'Off':
            return { name, result: 'ok', detail: 'Off: releases are copied before they are removed', advice: '' };
    }
}
async function lifecycleFinding(context, versioning) {
    const name = 'lifecycle';
    const asked = await readSetting(context, askLifecycle(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const warnings = lifecycleWarnings({
        rules: asked.value,
        versions: versioning === 'Enabled',
        inBucket: (prefix) => context.keys.folderInBucket(prefix),
    });
    if (warnings.length === 0)
        return { name, result: 'ok', detail: 'No rule touches backups or the log', advice: '' };
    return {
        name,
        result: 'warning',
        detail: warnings.join('; '),
        advice: 'Limit the rule to other prefixes, or give backups another backup-prefix.',
    };
}
async function ownershipFinding(context, versioning) {
    const name = 'ownership';
    const asked = await readSetting(context, askOwnership(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const [warning] = ownershipWarnings(asked.value);
    if (warning === undefined)
        return { name, result: 'ok', detail: 'Objects have no ACLs of their own', advice: '' };
    if (versioning === 'Enabled')
        return { name, result: 'ok', detail: 'Objects keep ACLs of their own: nothing is copied', advice: '' };
    return { name, result: 'warning', detail: warning, advice: 'Set object ownership to BucketOwnerEnforced.' };
}
async function encryptionFinding(context) {
    const name = 'encryption';
    const asked = await readSetting(context, askEncryption(context));
    if ('unknown' in asked)
        return skipped(name, asked.unknown);
    const { SSEAlgorithm: algorithm = 'none', KMSMasterKeyID: key } = asked.value ?? {};
    const kms = algorithm.startsWith('aws:kms');
    return {
        name,
        result: 'ok',
        detail: `Default encryption: ${algorithm}${key === undefined ? '' : ' with a key of its own'}`,
        advice: kms
            ? 'kms:Decrypt and kms:GenerateDataKey are needed on the key; every copy costs two requests more.'
            : '',
    };
}
const skipped = (name, detail) => ({ name, result: 'skipped', detail, advice: '' });
