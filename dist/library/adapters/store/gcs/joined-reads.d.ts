import type { ApiRequest, JsonApi } from './json-api.ts';
import type { HttpAnswer } from './transport.ts';
/**
 * Reads that are asked for in the same turn of the event loop go as one request, where the server takes batches: a
 * listing of the release with one of its markers, the metadata of index.json with those of index.md.
 */
export declare class JoinedReads {
    #private;
    /** Whether the server is known to take batches. */
    joins: boolean;
    constructor(api: JsonApi);
    /** Sent once; throws as a request of its own would. */
    ask(request: ApiRequest): Promise<HttpAnswer>;
}
