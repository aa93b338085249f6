import { describe, expect, test } from 'vitest';
import { BUCKET, PREFIX } from '../builders/remote-world.ts';
import { policyBelow } from './permissions-page.ts';
import { decides } from './policies.ts';

const ARN = `arn:aws:s3:::${BUCKET}`;
const CLOSED = await policyBelow('S3: the deny rule');

describe('S3: the deny rule', () => {
  const role = 'arn:aws:iam::ACCOUNT:role/release-rollback';
  const reads = (action: string, key: string, principal?: string) =>
    decides(CLOSED, {
      action,
      resource: `${ARN}/${PREFIX}/${key}`,
      context: principal === undefined ? {} : { 'aws:PrincipalArn': principal },
    });

  test.each(['.rollback-backups/b/v1/file', '.rollback-log/999', '.rollback-work/probe-1/object'])(
    'closes %s for everybody but the roles',
    (key) => {
      // Strangers and services such as CloudFront have no role.
      expect(reads('s3:GetObject', key)).toBe('denied');
      expect(reads('s3:GetObject', key, 'arn:aws:iam::ACCOUNT:role/publisher')).toBe('denied');
      expect(reads('s3:GetObject', key, role)).toBe('unsaid');
      expect(reads('s3:GetObject', key, 'arn:aws:iam::ACCOUNT:role/release-reader')).toBe('unsaid');
    },
  );

  test('leaves releases readable, and closes their old versions', () => {
    expect(reads('s3:GetObject', 'v1.0.2/README.md')).toBe('unsaid');
    expect(reads('s3:GetObject', 'index.json')).toBe('unsaid');
    expect(reads('s3:GetObjectVersion', 'v1.0.2/README.md')).toBe('denied');
    expect(reads('s3:GetObjectVersion', 'v1.0.2/README.md', role)).toBe('unsaid');
  });
});
