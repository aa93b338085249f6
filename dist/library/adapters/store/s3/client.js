import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { collectBody } from '../remote/bodies.js';
import { agentsFor } from '../remote/proxies.js';
import { watchCredentials } from './credentials.js';
const SILENT = { trace() { }, debug() { }, info() { }, warn() { }, error() { } };
/** The SDK's client: one attempt a request, since whoever asks decides whether to ask again. */
export function openClient(options, parts, observe) {
    const client = new S3Client({ ...configOf(options, parts), ...credentialsOf(parts) });
    // It makes a copy of every request and answer for a log that nobody reads.
    client.middlewareStack.remove('loggerMiddleware');
    watch(client, observe);
    watchCredentials(client, parts.env.AWS_PROFILE);
    if (options.endpoint !== undefined)
        addContentMd5(client);
    return client;
}
/** The same without any signature: what everybody can do. */
export function openAnonymousClient(options, parts) {
    return new S3Client({
        ...configOf(options, parts),
        credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
        signer: { sign: async (request) => request },
    });
}
function configOf(options, parts) {
    const { endpoint, forcePathStyle } = options;
    const region = options.region ?? parts.env.AWS_REGION ?? parts.env.AWS_DEFAULT_REGION;
    // Amazon checks what we send and we what it sends; other stores need not know these checksums, and get them only
    // where a request can't do without.
    const checksums = endpoint === undefined ? 'WHEN_SUPPORTED' : 'WHEN_REQUIRED';
    return {
        maxAttempts: 1,
        forcePathStyle,
        ...(endpoint === undefined ? {} : { endpoint }),
        // Most other stores have no regions; the signature needs one.
        ...(region !== undefined || endpoint !== undefined ? { region: region ?? 'us-east-1' } : {}),
        requestChecksumCalculation: checksums,
        responseChecksumValidation: checksums,
        logger: SILENT,
        streamCollector: collectBody,
        requestHandler: {
            // Bodies that are read outlast their turn, two for each comparison; the log must still find a connection.
            ...agentsFor(parts.env, options.concurrency * 3 + 8),
            logger: SILENT,
            throwOnRequestTimeout: false,
        },
    };
}
const credentialsOf = ({ credentials }) => (credentials === undefined ? {} : { credentials });
/** Sees the headers of every answer, errors included, before it is taken apart. */
function watch(client, observe) {
    client.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const { response } = result;
        if (hasHeaders(response))
            observe(response.headers);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'observeAnswers' });
}
const hasHeaders = (response) => typeof response === 'object' && response !== null && 'headers' in response;
/** Older stores want an MD5 with DeleteObjects, where Amazon takes any checksum. */
function addContentMd5(client) {
    client.middlewareStack.add((next, context) => (args) => {
        const request = args.request;
        if (context.commandName === 'DeleteObjectsCommand') {
            request.headers['content-md5'] = createHash('md5').update(request.body).digest('base64');
        }
        return next(args);
    }, { step: 'build', priority: 'low', name: 'addContentMd5' });
}
