// What stands in the bucket before each run.
import { artifactPaths, indexOf, OLDER } from '../release.mjs';

export const BUCKET = 'bench';
const SIZE = 1000;

/** Each with its text, or the size and seed of a content by rule. */
export function* release(objects) {
  const artifacts = artifactPaths(objects);
  yield { key: 'index.json', text: indexOf(artifacts) };
  yield { key: OLDER, text: 'An older release\n' };
  for (const [seed, key] of artifacts.entries()) yield { key, size: SIZE, seed };
}
