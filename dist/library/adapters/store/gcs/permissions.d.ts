import { RollbackError } from '../../../domain/errors.ts';
import type { BucketSettings } from './bucket-settings.ts';
import { type ApiRequest, type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
/**
 * What a rollback needs. A move needs no more: create, and get with delete (objects/move, "Required permissions"), but
 * for real folders (folders.ts).
 */
export declare const NEEDED: readonly ['storage.objects.list', 'storage.objects.get', 'storage.objects.create', 'storage.objects.delete'];
/** One request, which itself needs no permission; undefined where there is none such. */
export declare function missingPermissions(api: JsonApi, names: Names, asked?: readonly string[]): Promise<readonly string[] | undefined>;
/**
 * Of what the bucket as a whole does not grant, what is really denied at `folder`: a condition or a managed folder may
 * grant it there. Asked for by requests that can't have any effect, since their precondition can't hold.
 */
export declare function deniedAt({ api, names }: {
    readonly api: JsonApi;
    readonly names: Names;
}, missing: readonly string[], folder: string): Promise<readonly string[]>;
export declare function isDenied(api: JsonApi, request: ApiRequest): Promise<boolean>;
export declare function permissionFailure(denied: readonly string[], location: string): RollbackError;
/** Access lists that copies and the index can't take along; asked only where the bucket has them. */
export declare function accessListWarnings(api: JsonApi, names: Names, settings: BucketSettings): Promise<readonly string[]>;
