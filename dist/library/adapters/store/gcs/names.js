import { failure } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
import { encoded } from './json-api.js';
/** Names of objects as the service has them: cloud.google.com/storage/docs/objects#naming. */
export class Names {
    keys;
    bucket;
    constructor(keys, bucket) {
        this.keys = keys;
        this.bucket = bucket;
    }
    /** The whole name of a key's object. Throws BAD_INPUT for one that the service can't have. */
    nameOf(key) {
        const name = this.keys.toBucket(key);
        const problem = problemOf(name);
        if (problem === undefined)
            return name;
        throw failure('BAD_INPUT', `Google Cloud Storage has no object named '${printable(name)}': ${problem}`);
    }
    bucketPath(below = '') {
        return `/b/${encoded(this.bucket)}${below}`;
    }
    objectPath(key) {
        return this.bucketPath(`/o/${encoded(this.nameOf(key))}`);
    }
}
/** A name that could not be sent would be another one, or the bucket itself, to a URL parser in between. */
function problemOf(name) {
    if (name === '.' || name === '..')
        return "'.' and '..' are no names";
    if (/[\r\n]/.test(name))
        return 'it contains a line break';
    if (name.startsWith('.well-known/acme-challenge/'))
        return 'that place is reserved';
    return undefined;
}
