// CRC-32C (Castagnoli), reflected polynomial 0x82F63B78: RFC 3720, appendix B.4.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc >>> 0;
});

/** Of `bytes`, or of what gave `before` followed by `bytes`. */
export function crc32c(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = ((TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)) | 0;
  return ~crc >>> 0;
}

/** As Cloud Storage shows it: base64 of the big-endian bytes. */
export function crc32cText(crc: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString('base64');
}

/** A linear map on 32 bits: what it makes of each single bit. */
type Matrix = readonly number[];

function apply(matrix: Matrix, vector: number): number {
  let sum = 0;
  for (let rest = vector, bit = 0; rest !== 0; rest >>>= 1, bit += 1) {
    if (rest & 1) sum ^= matrix[bit] as number;
  }
  return sum >>> 0;
}

/** The map that `zeros` zero bytes appended are to a CRC, by squaring. */
function appendZeros(zeros: number): Matrix {
  let square: Matrix = Array.from({ length: 32 }, (_, bit) => {
    const vector = 2 ** bit;
    return ((TABLE[vector & 0xff] as number) ^ (vector >>> 8)) >>> 0;
  });
  let result: Matrix = Array.from({ length: 32 }, (_, bit) => 2 ** bit);
  for (let rest = zeros; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.map((column) => apply(square, column));
    square = square.map((column) => apply(square, column));
  }
  return result;
}

/** The CRC of A followed by B, of their CRCs and the length of B. */
export function crc32cOfBoth(a: number, b: number, lengthOfB: number): number {
  return (apply(appendZeros(lengthOfB), a) ^ b) >>> 0;
}
