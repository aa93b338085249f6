import { type ByteSink, type ObjectInfo, type StoredObject } from '../../../ports/object-store.ts';
import { type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
import type { Subject } from './refusals.ts';
/** What reads one object. */
export declare class Reading {
    #private;
    constructor(api: JsonApi, names: Names);
    /** One request: the attributes say only whose they are, and are asked for when something is replaced (writing.ts). */
    read(key: string): Promise<StoredObject | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    /** Each attempt has a sink of its own, which ends only when its bytes are what is stored. */
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    digest(key: string): Promise<string | undefined>;
    subject(key: string, doing?: string, permissions?: readonly string[]): Subject;
}
