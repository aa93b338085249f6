import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIXTURE } from '../builders/memory-world.ts';
import type { Bucket } from '../servers/gcs/bucket.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import { GithubStandIn } from '../servers/github-stand-in.ts';
import { runAction } from './action-run.ts';
import { cli } from './cli-run.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

const PREFIX = 'team/tars';

let box: Sandbox;
let server: GcsServer;
let bucket: Bucket;
beforeEach(async () => {
  box = await sandbox();
  server = await GcsServer.start();
  bucket = server.createBucket('releases');
  for (const entry of readdirSync(FIXTURE, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile())
      bucket.put(`${PREFIX}${path.slice(FIXTURE.length)}`, readFileSync(path), { cacheControl: 'no-cache' });
  }
});
afterEach(async () => {
  await server.close();
  await box.remove();
});

/** What readers see, the index's time left out. */
function published(): Record<string, unknown> {
  const names = bucket
    .names(`${PREFIX}/`)
    .filter((name) => !name.includes('/.rollback-') && !name.endsWith('index.md'));
  return Object.fromEntries(
    names.map((name) => [
      name,
      [bucket.text(name)?.replace(/"last_updated": "[^"]*"/, ''), bucket.live(name)?.cacheControl],
    ]),
  );
}
const artifacts = () => bucket.names(`${PREFIX}/v1.0.2/`).length;

describe.each(['full', 'artifacts_only', 'index_only'])(
  'a bucket of Google Cloud Storage, type %s',
  (type) => {
    test('by the Action: rolled back and restored, with evidence', async () => {
      const github = await GithubStandIn.start();
      const before = published();
      const where = {
        'repository-type': 'gcs',
        'repository-bucket': 'releases',
        'repository-prefix': PREFIX,
      };
      const inputs = { ...where, 'gcs-endpoint': server.endpoint, version: 'v1.0.2' };
      const gone = await runAction(box, { ...inputs, 'rollback-type': type }, { github });
      expect(gone).toMatchObject({ code: 0, errors: [], warnings: [] });
      expect(gone.outputs).toMatchObject({
        status: 'success',
        'index-updated': String(type !== 'artifacts_only'),
      });
      expect(artifacts()).toBe(type === 'index_only' ? 6 : 0);
      expect(github.artifacts).toHaveLength(1);
      const back = await runAction(box, { ...inputs, operation: 'restore' }, { github });
      expect(back).toMatchObject({ code: 0, errors: [], warnings: [] });
      expect(published()).toEqual(before);
      await github.stop();
    });

    test('by the command', async () => {
      const before = published();
      const where = [
        '--repository',
        `gs://releases/${PREFIX}`,
        '--gcs-endpoint',
        server.endpoint,
        '--version',
        'v1.0.2',
      ];
      const dry = await cli(box, [...where, '--rollback-type', type, '--dry-run']);
      expect(dry).toMatchObject({ code: 0 });
      expect(published()).toEqual(before);
      expect(server.log.writes).toEqual([]);
      expect(await cli(box, [...where, '--rollback-type', type])).toMatchObject({ code: 0 });
      expect(published()).not.toEqual(before);
      expect(await cli(box, ['restore', ...where])).toMatchObject({ code: 0 });
      expect(published()).toEqual(before);
    });
  },
);

test('without credentials the command says what to do', async () => {
  const ended = await cli(box, ['--version', 'v1.0.2', '--repository', 'gs://releases/tars'], {
    env: { METADATA_SERVER_DETECTION: 'none' },
  });
  expect(ended.code).toBe(49);
  expect(ended.stderr).toContain('There are no Google credentials here');
  expect(ended.stderr).toContain('google-github-actions/auth');
});
