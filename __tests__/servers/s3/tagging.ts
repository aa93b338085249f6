import { type Answer, empty, xmlAnswer } from './answer.ts';
import { checkTags } from './attributes.ts';
import { type Call, requestedVersion, versionHeader } from './call.ts';
import { checkDigests } from './checksums.ts';
import { S3Error } from './errors.ts';
import { childrenOf, childText, document, leaf, node, parseXml } from './xml.ts';

export function getTagging(call: Call): Answer {
  const version = requestedVersion(call);
  const tags = version.tags.map(({ key, value }) => node('Tag', leaf('Key', key), leaf('Value', value)));
  return xmlAnswer(document('Tagging', node('TagSet', ...tags)), versionHeader(call.bucket, version));
}

export function putTagging(call: Call): Answer {
  checkDigests(call.request.headers, call.request.body);
  const asked = parseXml(call.request.body.toString());
  const [set] = childrenOf(asked, 'TagSet');
  if (asked.name !== 'Tagging' || !set) throw new S3Error('MalformedXML');
  const tags = childrenOf(set, 'Tag').map((tag) => ({
    key: childText(tag, 'Key') ?? '',
    value: childText(tag, 'Value') ?? '',
  }));
  const version = call.bucket.amend(requestedVersion(call), { tags: checkTags(tags) });
  return empty(200, versionHeader(call.bucket, version));
}

export function deleteTagging(call: Call): Answer {
  const version = call.bucket.amend(requestedVersion(call), { tags: [] });
  return empty(204, versionHeader(call.bucket, version));
}
