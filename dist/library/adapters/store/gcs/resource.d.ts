import { type ObjectInfo } from '../../../ports/object-store.ts';
/** The part of the Objects resource that a listing asks for: cloud.google.com/storage/docs/json_api/v1/objects#resource. */
export interface ObjectResource {
    readonly name?: string;
    readonly generation?: string;
    readonly metageneration?: string;
    readonly size?: string;
    readonly crc32c?: string;
    readonly md5Hash?: string;
    readonly timeCreated?: string;
    readonly storageClass?: string;
    readonly kmsKeyName?: string;
    readonly eventBasedHold?: boolean;
    readonly temporaryHold?: boolean;
    readonly retentionExpirationTime?: string;
}
export declare const OBJECT_FIELDS = "name,generation,size,crc32c,md5Hash,timeCreated,storageClass";
export declare const REWRITE_FIELDS = "done,rewriteToken,resource(name,generation,size,crc32c,md5Hash,timeCreated,storageClass)";
export declare const LIST_FIELDS = "nextPageToken,prefixes,items(name,generation,size,crc32c,md5Hash,timeCreated,storageClass,kmsKeyName,eventBasedHold,temporaryHold,retentionExpirationTime)";
/** As the port has it. Throws UnansweredError for an answer that is not one of the service's. */
export declare function infoOf(key: string, resource: ObjectResource): ObjectInfo;
export declare function checksumOf({ crc32c, md5Hash }: ObjectResource): string | undefined;
/** Why this object can't be removed, in words; undefined when nothing keeps it. `now` by the store's clock. */
export declare function keptBy(resource: ObjectResource, now: number): string | undefined;
