import { type Answer, empty, xmlAnswer } from './answer.ts';
import { demandAcls, hasAcls } from './attributes.ts';
import { type Call, requestedVersion, versionHeader } from './call.ts';
import { S3Error } from './errors.ts';
import { grant, group, user } from './grants.ts';
import { childrenOf, document, type Element, leaf, node, parseXml } from './xml.ts';

/** Whose every object is. */
export const OWNER_ID = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const OWNER = leaf('ID', OWNER_ID);
const EVERYBODY = 'http://acs.amazonaws.com/groups/global/AllUsers';
const AUTHENTICATED = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';

/** Grants of the canned ACLs beyond the owner's (User Guide, "Canned ACL"). */
const CANNED: Readonly<Record<string, readonly string[]>> = {
  private: [],
  'bucket-owner-full-control': [],
  'public-read': [grant(group(EVERYBODY), 'READ')],
  'public-read-write': [grant(group(EVERYBODY), 'READ'), grant(group(EVERYBODY), 'WRITE')],
  'authenticated-read': [grant(group(AUTHENTICATED), 'READ')],
};

export function getAcl(call: Call): Answer {
  const version = requestedVersion(call);
  // Where ACLs are off each is told as its owner's alone (User Guide, "Controlling ownership of objects").
  const canned = hasAcls(call.bucket) ? CANNED[version.acl] : [];
  const grants = canned ? [grant(user(OWNER_ID), 'FULL_CONTROL'), ...canned] : [version.acl];
  const policy = document('AccessControlPolicy', node('Owner', OWNER), node('AccessControlList', ...grants));
  return xmlAnswer(policy, versionHeader(call.bucket, version));
}

/** By a canned name in the header, or by grants in the body, which are kept as they were put. */
export function putAcl(call: Call): Answer {
  const { request, bucket } = call;
  const canned = request.headers['x-amz-acl'];
  const acl = canned ?? grantsIn(request.body.toString());
  if (canned !== undefined && !CANNED[canned]) throw new S3Error('InvalidArgument');
  demandAcls(bucket, acl);
  bucket.amend(requestedVersion(call), { acl });
  return empty(200);
}

/** @throws S3Error MalformedXML */
function grantsIn(body: string): string {
  const [list] = childrenOf(parseXml(body), 'AccessControlList');
  if (!list) throw new S3Error('MalformedXML');
  return list.children
    .map((each) => {
      const [grantee] = childrenOf(each, 'Grantee');
      const [permission] = childrenOf(each, 'Permission');
      if (!grantee || !permission) throw new S3Error('MalformedXML');
      return grant(granteeOf(grantee), permission.text);
    })
    .join('');
}

function granteeOf(grantee: Element): string {
  const [id] = childrenOf(grantee, 'ID');
  const [uri] = childrenOf(grantee, 'URI');
  if (uri) return group(uri.text);
  return user(id?.text);
}
