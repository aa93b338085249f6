import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS, INDEX_KEY } from '../../../domain/keys.js';
import { encoded, jsonOf } from './json-api.js';
const NAME = 'public access';
const EVERYBODY = ['allUsers', 'allAuthenticatedUsers'];
/** Roles by which objects are read; custom ones can't be told by their name. */
const READS = /^roles\/storage\.(object(Viewer|User|Admin)|admin|legacyObject(Reader|Owner))$/;
/**
 * Whether the world reads the backups: asked as the world asks, and looked up in the policy where we may see it. A
 * release that was pulled for a security hole must not stay readable there; that the index is public is no fault.
 */
export async function publicReadability(api, names, backup) {
    const [index, kept, grants] = await Promise.all([
        readableByAnybody(api, names, INDEX_KEY),
        backup === undefined ? false : readableByAnybody(api, names, backup),
        grantsToAnybody(api, names),
    ]);
    const backups = names.keys.folderInBucket(BACKUPS);
    const open = grants?.filter(({ condition }) => !excludes(condition, backups)) ?? [];
    const told = [
        ...(kept ? [`${names.nameOf(backup ?? '')} can be read without credentials`] : []),
        ...open.map(inWords),
    ];
    if (told.length === 0 && index && grants === undefined) {
        told.push('index.json can be read without credentials, and the policy that could exclude the backups can not be seen');
    }
    // Then it is the object's own access list, which goes along with a move.
    if (told.length === 0 && index && grants?.length === 0) {
        told.push('index.json can be read without credentials by its own access list: artifacts that have such a one, too, stay readable when they are moved');
    }
    if (told.length === 0) {
        const detail = index
            ? 'The index is public, and the backups are not'
            : 'Nobody reads without credentials';
        return { name: NAME, result: 'ok', detail, advice: '' };
    }
    return {
        name: NAME,
        result: 'warning',
        detail: told.join('; '),
        advice: `Exclude ${backups} by a condition on the grant, or keep backups outside the public prefix (backup-prefix): a release that was rolled back would stay readable there.`,
    };
}
/** By the address that links and browsers use. */
async function readableByAnybody(api, names, key) {
    const object = names.nameOf(key);
    const answer = await api.read({
        method: 'GET',
        path: `/${encoded(names.bucket)}/${object.split('/').map(encoded).join('/')}`,
        root: true,
        anonymous: true,
        subject: { doing: 'reading as anybody', bucket: names.bucket, object, key, permissions: [] },
        expects: [400, 401, 403, 404, 405],
    });
    return (answer.status < 300 || (answer.status === 404 && /NoSuchKey/.test(new TextDecoder().decode(answer.body))));
}
/** Undefined when the policy can't be seen. */
async function grantsToAnybody(api, names) {
    try {
        const answer = await api.read({
            method: 'GET',
            path: names.bucketPath('/iam'),
            query: { optionsRequestedPolicyVersion: 3 },
            subject: {
                doing: 'reading the policy of',
                bucket: names.bucket,
                key: '',
                permissions: ['storage.buckets.getIamPolicy'],
            },
        });
        const { bindings = [] } = jsonOf(answer);
        return bindings.filter(({ role = '', members = [] }) => READS.test(role) && members.some((member) => EVERYBODY.includes(member)));
    }
    catch (thrown) {
        if (thrown instanceof RollbackError && thrown.code !== 'UNREACHABLE')
            return undefined;
        throw thrown;
    }
}
/** The docs' rule that keeps the backups out. */
function excludes(condition, backups) {
    const expression = condition?.expression ?? '';
    return [...expression.matchAll(/!\s*resource\.name\.startsWith\("[^"]*\/objects\/([^"]*)"\)/g)].some(([, prefix = '']) => backups.startsWith(prefix));
}
function inWords({ role, members = [], condition }) {
    const whom = members.filter((member) => EVERYBODY.includes(member)).join(' and ');
    return `${role} is granted to ${whom}${condition === undefined ? '' : ' (with a condition)'}`;
}
