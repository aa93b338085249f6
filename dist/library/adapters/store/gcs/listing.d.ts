import { type ListOptions, type ObjectInfo } from '../../../ports/object-store.ts';
import { type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
import { type ObjectResource } from './resource.ts';
/** Told of each object as the listing has it: what keeps it, for one. */
export type Seen = (info: ObjectInfo, resource: ObjectResource) => void;
export interface Lister {
    readonly api: JsonApi;
    readonly names: Names;
    readonly seen: Seen;
}
/** What is below one prefix of the repository's keys, in one place of the bucket. */
export declare function listPlace(lister: Lister, prefix: string, options: ListOptions): AsyncIterable<ObjectInfo>;
