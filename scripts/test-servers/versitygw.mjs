import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { missingGo } from './installers.mjs';
import { answers, CREDENTIALS, freePort, run, serve } from './processes.mjs';

const VERSION = 'v1.8.0';
/** As its go.mod says. */
const NEEDS_GO = '1.25';
const folder = (cache) => join(cache, `versitygw-${VERSION}`);

export const versitygw = {
  name: 'versitygw',
  kind: 's3',
  version: VERSION,
  missing: () => missingGo(NEEDS_GO),
  install(cache) {
    if (existsSync(join(folder(cache), 'versitygw'))) return;
    run('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${VERSION}`], {
      env: { ...process.env, GOBIN: folder(cache) },
    });
  },
  async start(cache, data) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    for (const name of ['buckets', 'versions']) await mkdir(join(data, name));
    const args = ['--port', `127.0.0.1:${port}`, '--access', CREDENTIALS.AWS_ACCESS_KEY_ID];
    args.push('--secret', CREDENTIALS.AWS_SECRET_ACCESS_KEY, '--region', 'us-east-1');
    args.push('posix', '--versioning-dir', join(data, 'versions'), join(data, 'buckets'));
    const { stop } = await serve(join(folder(cache), 'versitygw'), args, answers(endpoint));
    return { endpoint, env: CREDENTIALS, stop };
  },
};
