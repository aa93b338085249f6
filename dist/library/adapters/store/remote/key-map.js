import { failure } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { printable } from '../../../domain/version.js';
/** S3 and Google Cloud Storage alike: bytes of a key in UTF-8. */
export const LONGEST_KEY = 1024;
/** Keys of the repository and keys of the bucket; both ways, and back, they are the same. */
export class KeyMap {
    /** For people: `s3://bucket/prefix`. */
    location;
    #root;
    /** Where backups are when they are not below the repository. */
    #elsewhere;
    constructor({ scheme, bucket, prefix, backupPrefix }) {
        this.location = `${scheme}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
        this.#root = folder(prefix);
        const backups = folder(backupPrefix);
        this.#elsewhere = backups === '' || backups === this.#root + BACKUPS ? undefined : backups;
    }
    /** Throws BAD_INPUT for a key that no bucket can hold. */
    toBucket(key) {
        const mapped = this.folderInBucket(key);
        const problem = keyProblem(mapped);
        if (key !== '' && problem === undefined)
            return mapped;
        throw failure('BAD_INPUT', `'${printable(key)}' can't be a key of the bucket: ${problem ?? 'is empty'}`);
    }
    /** Why no bucket can hold this key, in words; undefined when it can. */
    problem(key) {
        return keyProblem(this.folderInBucket(key));
    }
    /** The same of a prefix of keys, which may be empty. */
    folderInBucket(prefix) {
        if (this.#elsewhere === undefined || !prefix.startsWith(BACKUPS))
            return this.#root + prefix;
        return this.#elsewhere + prefix.slice(BACKUPS.length);
    }
    parse(bucketKey) {
        const problem = keyProblem(bucketKey);
        if (problem !== undefined)
            return { reason: problem };
        if (this.#elsewhere !== undefined && bucketKey.startsWith(this.#elsewhere)) {
            return { key: BACKUPS + bucketKey.slice(this.#elsewhere.length) };
        }
        if (!bucketKey.startsWith(this.#root))
            return { reason: 'is not below the repository' };
        const key = bucketKey.slice(this.#root.length);
        if (key === '')
            return { reason: 'is the folder of the repository itself' };
        if (this.#elsewhere === undefined || !key.startsWith(BACKUPS))
            return { key };
        return { reason: 'lies where backups would be if they were not kept elsewhere' };
    }
    /** The folder of backups that are not below the repository, without '/' at its end; else empty. */
    get backupPrefix() {
        return this.#elsewhere?.slice(0, -1) ?? '';
    }
    /** Whether a listing of the whole repository has to look at a second place for backups. */
    get backupsElsewhere() {
        return this.#elsewhere !== undefined;
    }
}
const folder = (prefix) => (prefix === '' ? '' : `${prefix}/`);
function keyProblem(bucketKey) {
    if (!bucketKey.isWellFormed())
        return 'is not valid Unicode';
    if (new TextEncoder().encode(bucketKey).length > LONGEST_KEY)
        return `is longer than ${LONGEST_KEY} bytes`;
    return undefined;
}
/** Throws BAD_INPUT for a folder of backups that a request would not have been given: the log may say anything. */
export function demandApart(prefix, backupPrefix) {
    if (backupPrefix === '')
        return;
    const [root, backups] = [folder(prefix), folder(backupPrefix)];
    const odd = backupPrefix.split('/').some((part) => ['', '.', '..'].includes(part)) ||
        /\p{Cc}/u.test(backupPrefix) ||
        keyProblem(backupPrefix) !== undefined;
    if (!odd && !backups.startsWith(root) && !root.startsWith(backups))
        return;
    throw failure('BAD_INPUT', `The log names '${printable(backupPrefix)}' as the place of backups, which is none`);
}
