import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArtifactMarks } from '../../src/domain/artifact-marks.ts';
import { compareKeys } from '../../src/domain/keys.ts';
import type { ManifestArtifact } from '../../src/domain/manifest.ts';
import { LazyRows, PackedRows } from '../../src/domain/rows.ts';

const artifactOf = (path: string): ManifestArtifact => ({
  path,
  type: 'file',
  size: 1,
  revision: `r-${path}`,
  listed: true,
});
const pathsOf = (artifacts: Iterable<ManifestArtifact>): string[] =>
  Array.from(artifacts, ({ path }) => path);

/** Few letters, so that neighbours and misses are frequent; a surrogate, whose order is not that of its units. */
const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\uffee', '😀'), minLength: 1, maxLength: 5 });
const question = fc.record({
  known: fc.uniqueArray(path, { maxLength: 150 }),
  asked: fc.array(path, { maxLength: 60 }),
  picked: fc.array(fc.nat(), { maxLength: 60 }),
});

const kinds = {
  'an array': (paths: readonly string[]) => paths.map(artifactOf),
  'packed rows': (paths: readonly string[]) => PackedRows.from(paths.map(artifactOf)),
};

describe.each(Object.entries(kinds))('marks on %s', (_, artifactsOf) => {
  test.each([
    ['in order', true],
    ['in no order', false],
  ])('%s find what is there, and remember it', (_order, inOrder) => {
    fc.assert(
      fc.property(question, ({ known, asked, picked }) => {
        const paths = inOrder ? [...known].sort(compareKeys) : known;
        const marks = new ArtifactMarks(artifactsOf(paths));
        const questions = [...asked, ...picked.flatMap((at) => known[at % Math.max(1, known.length)] ?? [])];
        const expected = new Set<string>();
        for (const each of questions) {
          const there = known.includes(each);
          expect(marks.mark(each)?.path).toBe(there ? each : undefined);
          if (there) expected.add(each);
        }
        for (const each of questions) expect(marks.isMarked(each)).toBe(expected.has(each));
        expect(pathsOf(marks.marked())).toEqual(paths.filter((each) => expected.has(each)));
        expect(pathsOf(marks.unmarked())).toEqual(paths.filter((each) => !expected.has(each)));
        expect([...marks.markedPaths()]).toEqual(pathsOf(marks.marked()));
        const others = new ArtifactMarks(artifactsOf(paths)).markAll(marks.unmarkedPaths());
        expect(pathsOf(others.unmarked())).toEqual(pathsOf(marks.marked()));
      }),
    );
  });

  test('go through a listing of which some are gone', () => {
    const paths = Array.from({ length: 1000 }, (_each, at) => `v1/${String(at).padStart(4, '0')}`);
    const standing = paths.filter((_each, at) => at % 7 !== 0 && (at < 300 || at > 600));
    const marks = new ArtifactMarks(artifactsOf(paths)).markAll(standing);
    expect(pathsOf(marks.marked())).toEqual(standing);
  });
});

/** Tells how many rows were asked for by their position. */
class CountingRows extends LazyRows<ManifestArtifact> {
  asked = 0;
  readonly #paths: readonly string[];
  constructor(paths: readonly string[]) {
    super();
    this.#paths = paths;
  }
  get length(): number {
    return this.#paths.length;
  }
  at(position: number): ManifestArtifact {
    this.asked += 1;
    return artifactOf(this.#paths[position] ?? '');
  }
  *[Symbol.iterator](): Generator<ManifestArtifact> {
    for (const path of this.#paths) yield artifactOf(path);
  }
}

test.each([
  ['in their order', 1],
  ['as answers come', 7919],
])('finding and marking %s asks for few rows around each', (_, step) => {
  const paths = Array.from({ length: 20_000 }, (_each, at) => `v1/${String(at).padStart(6, '0')}`);
  const rows = new CountingRows(paths);
  const marks = new ArtifactMarks(rows);
  for (let at = 0; at < paths.length; at += 1) {
    const path = paths[(at * step) % paths.length] ?? '';
    expect(marks.find(path)?.path).toBe(path);
    expect(marks.isMarked(path)).toBe(false);
    expect(marks.mark(path)?.path).toBe(path);
  }
  expect(marks.find('v1/')).toBeUndefined();
  expect(rows.asked).toBeLessThan(paths.length * 3 * 10);
});
