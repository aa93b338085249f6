import { createHash } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { blankBytes, joinBytes, textParts, textPieces } from '../../src/domain/byte-parts.ts';

const KIB = 1024;
const LONG = `${'é'.repeat(64 * KIB - 1)}😀${'x'.repeat(64 * KIB)}😀`;

describe('a long text', () => {
  test('comes in pieces that are the text again, none of which ends within a character', () => {
    for (const shift of [0, 1, 2]) {
      const text = 'a'.repeat(shift) + LONG;
      const pieces = [...textPieces(text)];
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      expect(joinBytes([...textParts(text)])).toEqual(new TextEncoder().encode(text));
    }
  });
});

describe.each([0, 1, 512 * KIB - 1, 512 * KIB, 3 * KIB * KIB + 1])('%i blank bytes', (length) => {
  test('are zeroes of just this length', () => {
    const bytes = blankBytes(length);
    expect(bytes).toHaveLength(length);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  test('are taken by whoever takes bytes', async () => {
    const bytes = blankBytes(length).fill(0x61);
    const same = Buffer.alloc(length, 0x61);
    expect(new TextDecoder().decode(bytes)).toBe('a'.repeat(length));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      createHash('sha256').update(same).digest('hex'),
    );
    expect(Buffer.from(bytes.buffer, bytes.byteOffset, length).equals(same)).toBe(true);
    expect(await echo(bytes)).toEqual(same);
  });
});

/** What a server makes of it. */
async function echo(body: Uint8Array): Promise<Buffer> {
  const server = createServer((incoming, answer) => incoming.pipe(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await new Promise((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'PUT' }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve(Buffer.concat(chunks)));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  } finally {
    server.close();
  }
}
