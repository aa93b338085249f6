import { failure } from '../../../domain/errors.js';
import { UnansweredError } from '../../../ports/object-store.js';
import { eachChunk } from '../remote/time-limit.js';
import { batchAnswers, batchBody, batchRefusal } from './batch.js';
import { JoinedReads } from './joined-reads.js';
import { noAnswer } from './no-answer.js';
import { refusal } from './refusals.js';
/**
 * The JSON API of Google Cloud Storage. All requests go this way, and none through the client's own methods: those lack
 * the source's precondition on moves, hide rewrite tokens and `Date`, and repeat what must be sent once. So there is one
 * place for preconditions, for time-outs, and for what a status means.
 */
export class JsonApi {
    joined;
    #transport;
    #again;
    #heard;
    #userProject;
    /**
     * `heard` is told the headers of every answer. `userProject` pays for the requests, where the bucket lets its requesters
     * pay: cloud.google.com/storage/docs/requester-pays.
     */
    constructor(transport, again, heard, userProject) {
        this.joined = new JoinedReads(this);
        this.#userProject = userProject;
        this.#transport = transport;
        this.#again = again;
        this.#heard = heard;
    }
    get endpoint() {
        return this.#transport.endpoint;
    }
    /** A reading request, sent again when it got no answer. */
    read(request) {
        return this.#again(() => this.once(request));
    }
    /** The same, perhaps together with others. */
    readJoined(request) {
        return this.#again(() => this.joined.ask(request));
    }
    /** Anything that reads in several requests: all of it again when one of them got no answer. */
    again(read) {
        return this.#again(read);
    }
    /** At most one request. Throws what the refusal means; a status that is expected comes back. */
    async once(request) {
        const answer = await this.#transport.send(this.#http(request));
        this.#heard(answer.headers);
        return this.accepted(answer, request);
    }
    /** The answer, if it is one that was expected; else throws what the refusal means. */
    accepted(answer, request) {
        if (isFine(answer.status, request))
            return answer;
        throw refusal(answer, request.subject);
    }
    /** At most one request; `take` is given its body as it comes in, unless the status is another that was expected. */
    async stream(request, take) {
        const { status, headers, body } = await this.#transport.stream(this.#http(request));
        this.#heard(headers);
        const chunks = [];
        const fine = status >= 200 && status < 300;
        const each = fine ? take : (chunk) => chunks.push(chunk);
        await eachChunk(body, this.#transport.timeoutMs, each, (reason) => body.destroy(reason)).catch((thrown) => {
            throw noAnswer(thrown);
        });
        return this.accepted({ status, headers, body: Buffer.concat(chunks) }, request);
    }
    /** At most one request for many calls; undefined for a call that got no answer. Refusals are the caller's to read. */
    async batch(calls, subject) {
        const parts = calls.map((call) => {
            if (call.method === 'POST')
                throw new Error('a batch carries no bodies');
            return { method: call.method, target: this.#http(call).url.slice(this.endpoint.length) };
        });
        const body = batchBody(parts);
        const answer = await this.#transport.send({
            method: 'POST',
            url: `${this.endpoint}/batch/storage/v1`,
            headers: { 'content-type': body.type },
            body: body.bytes,
        });
        this.#heard(answer.headers);
        if (!isFine(answer.status, { expects: undefined }))
            throw batchRefusal(answer, subject);
        return batchAnswers(answer, calls.length);
    }
    #http({ method, path, query, json, body, headers, anonymous, root }) {
        const search = searchOf(anonymous === true ? query : { ...query, userProject: this.#userProject });
        const api = root === true || path.startsWith('/upload/') ? '' : '/storage/v1';
        const type = json === undefined ? body?.type : 'application/json';
        return {
            method,
            url: `${this.endpoint}${api}${path}${search}`,
            headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
            body: json === undefined ? body?.bytes : new TextEncoder().encode(JSON.stringify(json)),
            anonymous,
        };
    }
}
const isFine = (status, { expects }) => (status >= 200 && status < 300) || expects?.includes(status) === true;
function searchOf(query = {}) {
    const given = Object.entries(query).flatMap(([name, value]) => [value].flat().flatMap((each) => (each === undefined ? [] : [`${name}=${encoded(String(each))}`])));
    return given.length === 0 ? '' : `?${given.join('&')}`;
}
/**
 * A name as one segment of a path: '/' becomes %2F, so that nothing in it is a folder to a URL parser. Only the names
 * '.' and '..' as a whole could not be sent, and the service has none (see keys.ts).
 */
export function encoded(name) {
    return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The answer's JSON. A broken one is no answer: whatever was asked for may have happened. */
export function jsonOf({ body, status }) {
    try {
        const value = JSON.parse(new TextDecoder().decode(body));
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Told below.
    }
    throw new UnansweredError(`Google Cloud Storage answered ${status} with something that is no JSON`, {
        landed: 'unknown',
    });
}
/** The endpoint as a person may have given it. Throws BAD_INPUT. */
export function checkedEndpoint(endpoint) {
    if (endpoint === undefined || endpoint === '')
        return undefined;
    if (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))
        return endpoint;
    throw failure('BAD_INPUT', 'The endpoint of Google Cloud Storage is no http or https URL');
}
