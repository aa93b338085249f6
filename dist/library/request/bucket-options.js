import { printable } from '../domain/version.js';
import { readBackupPrefix } from './backup-prefix.js';
import { DEFAULTS, RANGES } from './options.js';
// Part of a host's name.
const REGION = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
// An id, `example.com:id` of old projects, or a project's number.
const PROJECT = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,98}[A-Za-z0-9])?$/;
/** What S3 and GCS are told alike. */
export function readBucketOptions(reader, { bucket, prefix }, endpoint) {
    const number = (name) => reader.number(name, RANGES[name], DEFAULTS[name]);
    return {
        bucket,
        prefix,
        backupPrefix: readBackupPrefix(reader, prefix),
        singleWriter: reader.flag('single-writer'),
        endpoint: readEndpoint(reader, endpoint),
        concurrency: number('concurrency'),
        requestTimeoutMs: Math.round(number('request-timeout') * 1000),
        retries: number('retries'),
    };
}
export const readRegion = (reader) => matching(reader, 's3-region', REGION, 'a region, e.g. eu-west-1');
export const readProjectId = (reader) => matching(reader, 'gcs-project-id', PROJECT, 'the id of a project');
function matching(reader, name, grammar, what) {
    const value = reader.given(name);
    if (value !== undefined && !grammar.test(value)) {
        reader.problem(name, `'${printable(value)}' is not ${what}`);
    }
    return value;
}
/** Never shown when it is refused: a secret may be what is wrong with it. */
function readEndpoint(reader, name) {
    const value = reader.given(name);
    if (value === undefined)
        return undefined;
    const problem = endpointProblem(value);
    if (problem !== undefined)
        reader.problem(name, problem);
    return value;
}
function endpointProblem(value) {
    // The parser of URLs forgives blanks and a missing '//'; who wrote those may have meant something else.
    if (!/^https?:\/\/[^\s/\\]/i.test(value) || /[\s\\\p{Cc}]/u.test(value) || !URL.canParse(value)) {
        return 'is not a URL that begins with http:// or https://';
    }
    if (/^[^/]*\/\/[^/]*@/.test(value))
        return 'contains credentials; leave them out, the SDKs find them';
    if (value.includes('?'))
        return 'contains a query; give the URL without it';
    if (value.includes('#'))
        return 'contains a fragment; give the URL without it';
    return undefined;
}
