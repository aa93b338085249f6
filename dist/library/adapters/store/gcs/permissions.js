import { failure, RollbackError } from '../../../domain/errors.js';
import { WORK } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { encoded, jsonOf } from './json-api.js';
/**
 * What a rollback needs. A move needs no more: create, and get with delete (objects/move, "Required permissions"), but
 * for real folders (folders.ts).
 */
export const NEEDED = [
    'storage.objects.list',
    'storage.objects.get',
    'storage.objects.create',
    'storage.objects.delete',
];
/** One request, which itself needs no permission; undefined where there is none such. */
export async function missingPermissions(api, names, asked = NEEDED) {
    try {
        const answer = await api.read({
            method: 'GET',
            path: names.bucketPath('/iam/testPermissions'),
            query: { permissions: asked },
            subject: { doing: 'testing the permissions of', bucket: names.bucket, key: '', permissions: [] },
        });
        const { permissions: granted = [] } = jsonOf(answer);
        return asked.filter((permission) => !granted.includes(permission));
    }
    catch (thrown) {
        if (thrown instanceof RollbackError &&
            ['PERMISSION', 'STEP_FAILED', 'NO_REPOSITORY'].includes(thrown.code)) {
            return undefined;
        }
        throw thrown;
    }
}
/**
 * Of what the bucket as a whole does not grant, what is really denied at `folder`: a condition or a managed folder may
 * grant it there. Asked for by requests that can't have any effect, since their precondition can't hold.
 */
export async function deniedAt({ api, names }, missing, folder) {
    const denied = [];
    for (const permission of missing) {
        // Where a server should ignore the precondition after all, nothing must appear in a release.
        const place = permission === 'storage.objects.create' ? WORK : folder;
        if (await isDenied(api, attempt(names, permission, `${place}permission-test`))) {
            denied.push(permission);
        }
    }
    return denied;
}
/** The generation of an object that never was. */
const NEVER = { ifGenerationMatch: 1 };
function attempt(names, permission, key) {
    const object = names.nameOf(key);
    const subject = { doing: 'testing', bucket: names.bucket, object, key, permissions: [permission] };
    switch (permission) {
        case 'storage.objects.list':
            return {
                method: 'GET',
                path: names.bucketPath('/o'),
                query: { prefix: object, maxResults: 1 },
                subject,
            };
        case 'storage.objects.get':
            return { method: 'GET', path: names.objectPath(key), subject, expects: [404] };
        case 'storage.objects.delete':
            return { method: 'DELETE', path: names.objectPath(key), query: NEVER, subject, expects: [404] };
        case 'storage.objects.create':
            return {
                method: 'POST',
                path: `/upload/storage/v1/b/${encoded(names.bucket)}/o`,
                query: { uploadType: 'media', name: object, ...NEVER },
                body: { type: 'application/octet-stream', bytes: new Uint8Array() },
                subject,
                expects: [404],
            };
    }
}
export async function isDenied(api, request) {
    try {
        await api.read(request);
        return false;
    }
    catch (thrown) {
        if (thrown instanceof ConflictError)
            return false;
        if (thrown instanceof RollbackError && thrown.code === 'PERMISSION')
            return true;
        throw thrown;
    }
}
export function permissionFailure(denied, location) {
    const what = denied.join(', ');
    return failure('PERMISSION', `Not granted on ${location}: ${what}`, {
        details: denied.map((permission) => `${permission} is missing`),
        advice: `Grant ${what} on the bucket or the prefix, e.g. by roles/storage.objectUser, to the account that runs the rollback.`,
    });
}
/** Access lists that copies and the index can't take along; asked only where the bucket has them. */
export async function accessListWarnings(api, names, settings) {
    if (settings.iamConfiguration?.uniformBucketLevelAccess?.enabled !== false)
        return [];
    const missing = await missingPermissions(api, names, [
        'storage.objects.getIamPolicy',
        'storage.objects.setIamPolicy',
    ]);
    return missing === undefined || missing.length === 0
        ? []
        : [
            `The bucket has access lists of single objects, and ${missing.join(' and ')} is not granted: what is replaced or copied (index.json; artifacts, where they can't be moved) gets the bucket's default access list`,
        ];
}
