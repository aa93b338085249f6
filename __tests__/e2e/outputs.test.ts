import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from './cli-run.ts';
import { type Sandbox, sandbox, snapshot } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

const V = ['--version', 'v1.0.2'];

describe('list', () => {
  test.each(['--json-report', '--text-report'])(
    '%s never replaces a part of the repository',
    async (option) => {
      await cli(box, V);
      const before = await snapshot(box.home);
      const record =
        Object.keys(before).find((path) => /^repository\/\.rollback-log\/\d{20}$/.test(path)) ?? '';
      await symlink(join(box.home, record), join(box.home, 'link.json'));
      for (const place of [record, 'repository/index.json', 'repository/v1.0.1/README.md', 'link.json']) {
        const ended = await cli(box, ['list', option, place]);
        expect(ended, place).toMatchObject({ code: 49, stdout: '' });
        expect(ended.stderr).toContain('Choose a place outside the repository, such as ');
      }
      const { 'link.json': _, ...after } = await snapshot(box.home);
      expect(after).toEqual(before);
    },
  );

  test('replaces neither the key nor evidence', async () => {
    await writeFile(join(box.home, 'kk.pem'), 'the key');
    await cli(box, V);
    const before = await snapshot(box.home);
    for (const place of ['./kk.pem', 'v1.0.2.rollback-audit.json']) {
      const signed = ['--sign-audit-log', '--signing-key', 'kk.pem'];
      expect(await cli(box, ['list', ...signed, '--json-report', place])).toMatchObject({ code: 49 });
    }
    expect(await snapshot(box.home)).toEqual(before);
  });
});
