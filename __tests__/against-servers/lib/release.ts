import { fixtureFiles } from '../../builders/remote-world.ts';

export const VERSION = 'v1.0.2';

/** Over two parts of the smallest size that S3 takes, so that it is copied in parts. */
const BIG = 11 * 2 ** 20;

/** Beside what the index lists: what is easily lost on the way. */
const UNLISTED: ReadonlyMap<string, Uint8Array> = new Map([
  [`${VERSION}/extra/empty`, new Uint8Array()],
  [
    `${VERSION}/extra/every byte+#?&%25 "ü" 🚀.bin`,
    Uint8Array.from({ length: 70_001 }, (_, i) => (i * 31) % 256),
  ],
  [`${VERSION}/extra/big.bin`, new Uint8Array(BIG).map((_, i) => (i * 7 + (i >> 13)) % 251)],
]);

/** The fixture repository, more in the release, and a neighbour whose name begins with the same letters. */
export const releaseFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map([...fixtureFiles(), ...UNLISTED, [`${VERSION}0/neighbour`, new TextEncoder().encode('stays')]]);
