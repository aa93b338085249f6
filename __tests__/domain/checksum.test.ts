import { expect, test } from 'vitest';
import { compareChecksums } from '../../src/domain/checksum.ts';

test.each([
  ['crc32c:a', 'crc32c:a', 'same'],
  ['crc32c:a', 'crc32c:b', 'different'],
  ['etag:a', 'etag:a', 'same'],
  ['etag:a', 'etag:b', 'unknown'],
  ['etag:a', 'crc32c:a', 'unknown'],
  ['etag:a', undefined, 'unknown'],
  ['etag:a crc64nvme:x', 'etag:b crc64nvme:x', 'same'],
  ['etag:a crc64nvme:x', 'etag:b crc64nvme:y', 'different'],
  ['etag:a crc64nvme:x', 'etag:a', 'same'],
  ['etag:a crc64nvme:x', 'etag:b sha256:x', 'unknown'],
] as const)('%s and %s are %s', (left, right, verdict) => {
  expect(compareChecksums(left, right)).toBe(verdict);
  expect(compareChecksums(right, left)).toBe(verdict);
});
