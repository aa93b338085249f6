import { RollbackError } from '../../../domain/errors.ts';
import { BACKUPS } from '../../../domain/keys.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import { encoded, type JsonApi, jsonOf } from './json-api.ts';
import type { Names } from './names.ts';

const NAME = 'public access';
const EVERYBODY = ['allUsers', 'allAuthenticatedUsers'];
/** Roles by which objects are read; custom ones can't be told by their name. */
const READS = /^roles\/storage\.(object(Viewer|User|Admin)|admin|legacyObject(Reader|Owner))$/;

interface Binding {
  readonly role?: string;
  readonly members?: readonly string[];
  readonly condition?: { readonly expression?: string };
}

/**
 * Whether the world reads the repository: asked as the world asks, and looked up in the policy where we may see it. A
 * release that was pulled for a security hole must not stay readable in its backup.
 */
export async function publicReadability(
  api: JsonApi,
  names: Names,
  keys: readonly string[],
): Promise<Finding> {
  const [answers, granted] = await Promise.all([
    Promise.all(keys.map((key) => readableByAnybody(api, names, key))),
    grantedToAnybody(api, names),
  ]);
  const backups = names.keys.folderInBucket(BACKUPS);
  const told = [
    ...keys.flatMap((key, i) =>
      answers[i] === true ? [`${names.nameOf(key)} can be read without credentials`] : [],
    ),
    ...(granted ?? []).map((binding) => inWords(binding)),
  ];
  if (told.length > 0) {
    return {
      name: NAME,
      result: 'warning',
      detail: told.join('; '),
      advice: `Exclude ${backups} by a condition on the grant, or keep backups outside the public prefix (backup-prefix): a release that was rolled back would stay readable there.`,
    };
  }
  const seen = granted === undefined ? ' (the policy itself could not be seen)' : '';
  return { name: NAME, result: 'ok', detail: `Nobody reads without credentials${seen}`, advice: '' };
}

/** By the address that links and browsers use. A 404 told to a stranger says that he may look. */
async function readableByAnybody(api: JsonApi, names: Names, key: string): Promise<boolean> {
  const object = names.nameOf(key);
  const answer = await api.read({
    method: 'GET',
    path: `/${encoded(names.bucket)}/${object.split('/').map(encoded).join('/')}`,
    root: true,
    anonymous: true,
    subject: { doing: 'reading as anybody', bucket: names.bucket, object, key, permissions: [] },
    expects: [400, 401, 403, 404, 405],
  });
  return (
    answer.status < 300 || (answer.status === 404 && /NoSuchKey/.test(new TextDecoder().decode(answer.body)))
  );
}

/** Grants to everybody that may reach the backups; undefined when the policy can't be seen. */
async function grantedToAnybody(api: JsonApi, names: Names): Promise<readonly Binding[] | undefined> {
  const backups = names.keys.folderInBucket(BACKUPS);
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
    const { bindings = [] } = jsonOf<{ bindings?: readonly Binding[] }>(answer);
    return bindings.filter(
      ({ role = '', members = [], condition }) =>
        READS.test(role) &&
        members.some((member) => EVERYBODY.includes(member)) &&
        !excludes(condition, backups),
    );
  } catch (thrown) {
    if (thrown instanceof RollbackError && thrown.code !== 'UNREACHABLE') return undefined;
    throw thrown;
  }
}

/** The docs' rule that keeps the backups out. */
function excludes(condition: Binding['condition'], backups: string): boolean {
  const expression = condition?.expression ?? '';
  return [...expression.matchAll(/!\s*resource\.name\.startsWith\("[^"]*\/objects\/([^"]*)"\)/g)].some(
    ([, prefix = '']) => backups.startsWith(prefix),
  );
}

function inWords({ role, members = [], condition }: Binding): string {
  const whom = members.filter((member) => EVERYBODY.includes(member)).join(' and ');
  return `${role} is granted to ${whom}${condition === undefined ? '' : ' (with a condition)'}`;
}
