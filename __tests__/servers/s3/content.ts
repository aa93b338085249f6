import { createHash } from 'node:crypto';

/** A stretch of an endless, seeded sequence of bytes: described, not kept. */
interface Stretch {
  readonly seed: number;
  readonly from: number;
  readonly length: number;
}
type Piece = Buffer | Stretch;

const CHUNK = 64 * 1024;

/**
 * What an object holds: bytes, or a rule that tells them, so that objects of many gigabytes take no memory.
 * Stretches that follow one another become one again, so a copy in parts describes itself as its source does.
 */
export class Content {
  readonly size: number;
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  static of(bytes: Uint8Array | string): Content {
    return new Content([typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)]);
  }

  /** `size` bytes that follow from `seed`. */
  static byRule(size: number, seed = 0): Content {
    return new Content([{ seed, from: 0, length: size }]);
  }

  static concat(contents: readonly Content[]): Content {
    const pieces: Piece[] = [];
    for (const piece of contents.flatMap((content) => content.#pieces)) {
      const last = pieces.at(-1);
      if (piece.length === 0) continue;
      if (last && isStretch(last) && isStretch(piece) && follows(last, piece)) {
        pieces[pieces.length - 1] = { ...last, length: last.length + piece.length };
      } else pieces.push(piece);
    }
    return new Content(pieces);
  }

  /** Without `end`, which is exclusive. */
  slice(start: number, end: number): Content {
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const from = Math.max(0, start - at);
      const to = Math.min(piece.length, end - at);
      at += piece.length;
      if (from >= to) continue;
      pieces.push(
        isStretch(piece)
          ? { ...piece, from: piece.from + from, length: to - from }
          : piece.subarray(from, to),
      );
    }
    return new Content(pieces);
  }

  /** Whether a rule tells these bytes; then their digests are those of the rule's description. */
  get described(): boolean {
    return this.#pieces.some(isStretch);
  }

  /** MD5 in hexadecimal: of the bytes, or of the description where bytes would be too many to go through. */
  md5(): string {
    const hash = createHash('md5');
    for (const piece of this.#pieces) {
      hash.update(isStretch(piece) ? `${piece.seed}:${piece.from}:${piece.length};` : piece);
    }
    return hash.digest('hex');
  }

  *chunks(): Generator<Buffer> {
    for (const piece of this.#pieces) {
      if (!isStretch(piece)) {
        yield piece;
        continue;
      }
      for (let at = 0; at < piece.length; at += CHUNK) {
        const from = piece.from + at;
        yield Buffer.from(
          Uint8Array.from({ length: Math.min(CHUNK, piece.length - at) }, (_, index) =>
            byteAt(piece.seed, from + index),
          ),
        );
      }
    }
  }

  bytes(): Buffer {
    return Buffer.concat([...this.chunks()]);
  }

  text(): string {
    return this.bytes().toString();
  }

  /** The same bytes, as far as that can be told without going through gigabytes. */
  equals(other: Content): boolean {
    return this.size === other.size && this.md5() === other.md5();
  }
}

function isStretch(piece: Piece): piece is Stretch {
  return !Buffer.isBuffer(piece);
}

function follows(first: Stretch, second: Stretch): boolean {
  return first.seed === second.seed && first.from + first.length === second.from;
}

function byteAt(seed: number, position: number): number {
  const low = position % 251;
  const high = Math.floor(position / 251) % 253;
  return (seed * 31 + low * 7 + high * 13) & 0xff;
}
