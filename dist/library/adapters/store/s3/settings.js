import { GetBucketEncryptionCommand, GetBucketLifecycleConfigurationCommand, GetBucketOwnershipControlsCommand, GetBucketVersioningCommand, } from '@aws-sdk/client-s3';
import { isUnanswered } from '../../../ports/object-store.js';
import { unlessAbsent } from './caller.js';
/** Asked anew each time. Throws as any request does. */
export async function askVersioning(context) {
    const doing = { what: 'see whether the bucket keeps versions', action: 's3:GetBucketVersioning' };
    const { Status } = await context.caller.ask(doing, (client, options) => client.send(new GetBucketVersioningCommand({ Bucket: context.bucket }), options));
    return Status ?? 'Off';
}
/** Out of reach is out of reach; any other refusal only means that this one thing is not known. */
export async function readSetting(context, asked) {
    try {
        return { value: await asked };
    }
    catch (thrown) {
        if (isUnanswered(thrown) || !(thrown instanceof Error))
            throw thrown;
        context.debug(thrown.message);
        return { unknown: thrown.message };
    }
}
export async function askLifecycle(context) {
    const doing = { what: 'read the lifecycle rules of the bucket', action: 's3:GetLifecycleConfiguration' };
    const answer = await context.caller.askIfThere(doing, (client, options) => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: context.bucket }), options));
    return answer?.Rules ?? [];
}
/** Undefined where ownership was never said: then objects have ACLs of their own. */
export async function askOwnership(context) {
    const doing = { what: "read who owns the bucket's objects", action: 's3:GetBucketOwnershipControls' };
    const answer = await unlessAbsent(context.caller.ask(doing, (client, options) => client.send(new GetBucketOwnershipControlsCommand({ Bucket: context.bucket }), options)));
    return answer?.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
}
/** For the file of capabilities; nothing where it can't be told. */
export const aclsIn = (ownership) => 'value' in ownership ? { object_acls: ownership.value !== 'BucketOwnerEnforced' } : {};
export async function askEncryption(context) {
    const doing = {
        what: 'read the default encryption of the bucket',
        action: 's3:GetEncryptionConfiguration',
    };
    const answer = await context.caller.askIfThere(doing, (client, options) => client.send(new GetBucketEncryptionCommand({ Bucket: context.bucket }), options));
    return answer?.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
}
