import { type Answer, empty, xmlAnswer } from './answer.ts';
import { type Call, requestedVersion } from './call.ts';
import { S3Error } from './errors.ts';
import type { Version } from './version.ts';
import { childText, document, leaf, parseXml } from './xml.ts';

/**
 * A version under a legal hold or within its retention can't be deleted for good; a delete marker may cover it (User
 * Guide, "How S3 Object Lock works").
 * @throws S3Error AccessDenied
 */
export function demandUnlocked({ request, state }: Call, { legalHold, retention }: Version): void {
  const bypasses =
    retention?.mode === 'GOVERNANCE' && request.headers['x-amz-bypass-governance-retention'] === 'true';
  const retained = retention !== undefined && retention.until > state.ticker.now && !bypasses;
  if (legalHold || retained) {
    throw new S3Error('AccessDenied', { message: 'Access Denied because object protected by object lock.' });
  }
}

export function putLegalHold(call: Call): Answer {
  demandLockableBucket(call);
  const status = childText(parseXml(call.request.body.toString()), 'Status');
  if (status !== 'ON' && status !== 'OFF') throw new S3Error('MalformedXML');
  call.bucket.amend(requestedVersion(call), { legalHold: status === 'ON' });
  return empty(200);
}

export function getLegalHold(call: Call): Answer {
  demandLockableBucket(call);
  const { legalHold } = requestedVersion(call);
  if (!legalHold) throw new S3Error('NoSuchObjectLockConfiguration');
  return xmlAnswer(document('LegalHold', leaf('Status', 'ON')));
}

export function putRetention(call: Call): Answer {
  demandLockableBucket(call);
  const asked = parseXml(call.request.body.toString());
  const mode = childText(asked, 'Mode');
  const until = Date.parse(childText(asked, 'RetainUntilDate') ?? '');
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(until)) {
    throw new S3Error('MalformedXML');
  }
  call.bucket.amend(requestedVersion(call), { retention: { mode, until } });
  return empty(200);
}

export function getRetention(call: Call): Answer {
  demandLockableBucket(call);
  const { retention } = requestedVersion(call);
  if (!retention) throw new S3Error('NoSuchObjectLockConfiguration');
  const until = new Date(retention.until).toISOString();
  return xmlAnswer(document('Retention', leaf('Mode', retention.mode), leaf('RetainUntilDate', until)));
}

function demandLockableBucket({ bucket }: Call): void {
  if (bucket.documents.has('object-lock')) return;
  throw new S3Error('InvalidRequest', { message: 'Bucket is missing Object Lock Configuration' });
}
