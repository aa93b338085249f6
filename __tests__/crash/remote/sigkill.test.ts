import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GcsRemote } from '../../builders/gcs-remote.ts';
import { BUCKET, PREFIX, type RemoteWorld } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { type Ended, RELEASE_ROLLBACK, run, type Surroundings } from '../../e2e/bundle.ts';
import { Chance } from '../scheduler.ts';
import { FULL, printsTotals } from '../totals.ts';
import { RESTORES, ROLLBACKS, type Scenario } from './scenarios.ts';
import { Trial } from './trial.ts';

const SEED = Number(process.env.CRASH_SEED ?? 20261124);
const totals = { kills: 0, 'recoveries killed': 0 };
printsTotals('SIGKILL over HTTP', totals);

/** The child's clock is the machine's. */
class WallClock extends VirtualClock {
  override now(): number {
    return Date.now();
  }
}

interface Kind {
  readonly name: string;
  start(): Promise<RemoteWorld>;
  reach(world: RemoteWorld): Surrounding;
}

type Surrounding = { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> };

function reachS3(world: RemoteWorld): Surrounding {
  const { server } = world as S3Remote;
  const { accessKeyId, secretAccessKey } = server.credentials;
  const where = ['--repository', `s3://${BUCKET}/${PREFIX}`, '--s3-endpoint', server.endpoint];
  return {
    flags: [...where, '--s3-region', server.region, '--s3-force-path-style'],
    env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
  };
}

function reachGcs(world: RemoteWorld): Surrounding {
  const { endpoint } = (world as GcsRemote).server;
  const where = ['--repository', `gs://${BUCKET}/${PREFIX}`, '--gcs-endpoint', endpoint];
  return { flags: [...where, '--gcs-project-id', 'acme'], env: {} };
}

const s3 = (versioned: boolean) => () => S3Remote.start({ versioned, clock: new WallClock() });
const gcs = (moves: boolean) => () => GcsRemote.start({ moves, clock: new WallClock() });
const KINDS: readonly Kind[] = [
  { name: 'S3, copies', start: s3(false), reach: reachS3 },
  { name: 'Google Cloud Storage, moves', start: gcs(true), reach: reachGcs },
  { name: 'S3, versions', start: s3(true), reach: reachS3 },
  { name: 'Google Cloud Storage, rewrites', start: gcs(false), reach: reachGcs },
];

const ACTS: readonly { readonly scenario: Scenario; readonly argv: readonly string[] }[] = [
  { scenario: ROLLBACKS[0] as Scenario, argv: ['--version', 'v1.0.2'] },
  { scenario: RESTORES[0] as Scenario, argv: ['restore', '--version', 'v1.0.2'] },
];

/** The real CLI as a process of its own, really killed while a request of it is in the server's hands. */
describe.each(FULL ? KINDS : KINDS.slice(0, 2))('$name', ({ name, start, reach }) => {
  describe.each(ACTS)('$scenario.name', ({ scenario, argv }) => {
    let trial: Trial;
    let home: string;
    beforeAll(async () => {
      trial = await Trial.start(await start(), scenario);
      home = await mkdtemp(join(tmpdir(), 'release-rollback-killed-'));
    });
    afterAll(async () => {
      await trial.world.close();
      await rm(home, { recursive: true, force: true });
    });

    const cli = (words: readonly string[], watch?: Surroundings['watch']): Promise<Ended> => {
      const { flags, env } = reach(trial.world);
      const around = { cwd: home, env, ...(watch === undefined ? {} : { watch }) };
      return run(RELEASE_ROLLBACK, [...words, ...flags, '--fence-seconds', '0'], around);
    };

    /** Whether it got that far: killed at its n-th change. */
    async function killed(words: readonly string[], nth: number, when: 'before' | 'after') {
      const cut = trial.world.cut(nth, when);
      const gone = Promise.withResolvers<void>();
      const ended = cli(words, (child) => {
        child.once('exit', () => gone.resolve());
        cut.whenStruck = () => {
          child.kill('SIGKILL');
          return gone.promise;
        };
      });
      const { signal, stderr } = await ended;
      cut.undo();
      expect(signal, stderr).toBe(cut.struck ? 'SIGKILL' : null);
      return cut;
    }

    it('is whole when another process recovers it', { timeout: 3_600_000 }, async () => {
      const count = trial.changes.length;
      const chance = new Chance(SEED + name.length + argv.length);
      const points = FULL ? Array.from({ length: count * 2 }, (_, at) => at) : [chance.below(count * 2)];
      for (const point of points) {
        trial.begin();
        const when = point % 2 === 0 ? 'before' : 'after';
        const first = await killed(argv, 1 + Math.floor(point / 2), when);
        // Batches are filled as answers come: another process may need one change less.
        if (!first.struck && point >= 2 * (count - 1)) continue;
        let label = `seed ${SEED}: killed ${when} change ${1 + Math.floor(point / 2)} (${first.at})`;
        expect(first.struck, label).toBe(true);
        totals.kills += 1;
        if (point % 3 === 1) {
          const second = await killed(['recover'], 1 + (point % 5), 'after');
          if (second.struck) totals['recoveries killed'] += 1;
          label += second.struck ? `, its recovery after ${second.at}` : '';
        }
        const recovery = await cli(['recover']);
        expect(recovery.code, `${label}\n${recovery.stderr}`).toBe(0);
        trial.agrees(await trial.recoverTwice(label), label);
      }
    });
  });
});
