import { hasAcls } from './attributes.ts';
import type { Bucket } from './bucket.ts';
import { Denials } from './denials.ts';
import type { S3Request } from './request.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** What a request without a signature may do: what the bucket's policy or the object's own ACL lets everybody do. */
export function strangersDenials(bucket: Bucket, request: S3Request): Denials {
  const denials = new Denials();
  denials.allowOnly((action, name, key) => {
    const effects = effectsOf(bucket, action, `arn:aws:s3:::${name}${key === '' ? '' : `/${key}`}`);
    if (effects.includes('Deny')) return false;
    return (
      effects.includes('Allow') || (/^s3:GetObject(Version)?$/.test(action) && isPublic(bucket, request))
    );
  });
  return denials;
}

/**
 * A stranger has no ARN, account or address that a condition could name: a denial is taken to hold for him, and no
 * permission that depends on one.
 */
function effectsOf(bucket: Bucket, action: string, resource: string): readonly Statement['Effect'][] {
  const policy = bucket.documents.get('policy');
  if (policy === undefined || blocks(bucket, 'RestrictPublicBuckets')) return [];
  const { Statement: statements } = JSON.parse(policy) as { Statement: readonly Statement[] };
  return statements
    .filter(({ Principal }) => Principal === '*' || JSON.stringify(Principal) === '{"AWS":"*"}')
    .filter(({ Effect, Condition }) => Effect === 'Deny' || Condition === undefined)
    .filter(({ Action, Resource }) => names(Action, action) && names(Resource, resource))
    .map(({ Effect }) => Effect);
}

function isPublic(bucket: Bucket, { key, query }: S3Request): boolean {
  const versionId = query.get('versionId');
  const version = versionId === null ? bucket.current(key) : bucket.version(key, versionId);
  return (
    hasAcls(bucket) && !blocks(bucket, 'IgnorePublicAcls') && version?.acl.startsWith('public-read') === true
  );
}

const blocks = (bucket: Bucket, setting: string): boolean =>
  (bucket.documents.get('publicAccessBlock') ?? '').includes(`<${setting}>true<`);

const names = (patterns: string | readonly string[], text: string): boolean =>
  [patterns].flat().some((pattern) => expression(pattern).test(text));

const expression = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
