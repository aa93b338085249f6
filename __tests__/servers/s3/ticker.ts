import { createHash } from 'node:crypto';

const DIGITS = 10;

/** Hands out times, sequences, and the ids that follow from them, so that runs repeat exactly. */
export class Ticker {
  readonly #now: () => number;
  #sequence: number;

  constructor(now: () => number, sequence = 0) {
    this.#now = now;
    this.#sequence = sequence;
  }

  get now(): number {
    return this.#now();
  }

  next(): { sequence: number; versionId: string; now: number } {
    this.#sequence += 1;
    return { sequence: this.#sequence, versionId: idOf(this.#sequence), now: this.#now() };
  }

  clone(): Ticker {
    return new Ticker(this.#now, this.#sequence);
  }
}

/** Opaque for clients; it begins with its sequence, so that a list can go on behind a version that is gone. */
function idOf(sequence: number): string {
  const hash = createHash('sha256').update(String(sequence)).digest('base64url').replace(/[-_]/g, 'x');
  return `${sequence.toString(36).padStart(DIGITS, '0')}${hash.slice(0, 22)}`;
}

/** The sequence in a version's id, if there is one (`null` has none). */
export function sequenceIn(versionId: string): number | undefined {
  return versionId.length === DIGITS + 22 ? Number.parseInt(versionId.slice(0, DIGITS), 36) : undefined;
}
