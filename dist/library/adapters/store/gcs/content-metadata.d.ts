import { type JsonApi, type Query } from './json-api.ts';
import type { Names } from './names.ts';
import type { Subject } from './refusals.ts';
/** What must be said again when a content takes the place of this one. */
export interface ContentMetadata {
    /** The writable part of the Objects resource. */
    readonly resource: Readonly<Record<string, unknown>>;
    /** Parameters of the request: the key that encrypts it. */
    readonly query: Query;
    /** Changes with the metadata. */
    readonly metageneration: string | undefined;
}
/** Access lists of single objects (fine-grained access). */
export interface AccessLists {
    /** Whether the bucket has them; undefined before its settings were seen. */
    counted: boolean | undefined;
    /** Whether we may see them; undefined before the first look. */
    visible: boolean | undefined;
}
export interface Carried extends ContentMetadata {
    /** Asked for some time ago: it may have changed. */
    readonly early: boolean;
}
/** What objects carry beside their bytes, read directly before they are replaced or copied. */
export declare class CarriedMetadata {
    #private;
    constructor(api: JsonApi, names: Names, lists: AccessLists);
    /**
     * Of exactly this generation; one request, two where access lists may not be seen. Sent once: the caller is about to
     * change something, and time counts. Throws ConflictError when it is not the live one.
     */
    of(subject: Subject, generation: string): Promise<Carried>;
}
