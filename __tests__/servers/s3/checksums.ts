import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './errors.ts';

export const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A checksum as S3 keeps it with an object; `COMPOSITE` values end in `-N`. */
export interface Checksum {
  readonly algorithm: Algorithm;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
  readonly value: string;
}

/** Base64 of the big-endian digest. */
export function digest(algorithm: Algorithm, bytes: Uint8Array): string {
  switch (algorithm) {
    case 'SHA1':
      return createHash('sha1').update(bytes).digest('base64');
    case 'SHA256':
      return createHash('sha256').update(bytes).digest('base64');
    case 'CRC32':
      return bigEndian(BigInt(crc32(bytes)), 4);
    case 'CRC32C':
      return bigEndian(BigInt(crc32c(bytes)), 4);
    case 'CRC64NVME':
      return bigEndian(crc64nvme(bytes), 8);
  }
}

export function headerOf(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/**
 * Holds what a request says of its body against the body.
 * @returns the checksum that it came with
 * @throws S3Error InvalidDigest, BadDigest
 */
export function checkDigests(
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Checksum | undefined {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16) throw new S3Error('InvalidDigest');
    const actual = createHash('md5').update(body).digest('base64');
    if (actual !== md5)
      throw new S3Error('BadDigest', { elements: { ExpectedDigest: md5, CalculatedDigest: actual } });
  }
  const algorithm = ALGORITHMS.find((each) => headers[headerOf(each)] !== undefined);
  if (!algorithm) return undefined;
  const value = digest(algorithm, body);
  if (value !== headers[headerOf(algorithm)]) {
    throw new S3Error('BadDigest', {
      message: `The ${algorithm} you specified did not match the calculated checksum.`,
    });
  }
  return { algorithm, type: 'FULL_OBJECT', value };
}

function bigEndian(value: bigint, bytes: number): string {
  return Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex').toString('base64');
}

/** Reflected tables: the polynomials are the ones of RFC 3720 (Castagnoli) and of the NVM Express base specification. */
const CRC32C_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});
const CRC64_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n;
  return value;
});

function crc32c(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC32C_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function crc64nvme(bytes: Uint8Array): bigint {
  let value = 0xffffffffffffffffn;
  for (const byte of bytes) value = (CRC64_TABLE[Number(value & 0xffn) ^ byte] ?? 0n) ^ (value >> 8n);
  return value ^ 0xffffffffffffffffn;
}
