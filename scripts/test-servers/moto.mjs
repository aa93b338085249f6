import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingPython } from './installers.mjs';
import { answers, CREDENTIALS, freePort, run, serve } from './processes.mjs';

const VERSION = '5.2.5';
const folder = (cache) => join(cache, `moto-${VERSION}`);

export const moto = {
  name: 'moto',
  kind: 's3',
  version: VERSION,
  missing: () => missingPython(),
  install(cache) {
    if (existsSync(join(folder(cache), 'bin/moto_server'))) return;
    run('python3', ['-m', 'venv', folder(cache)]);
    run(join(folder(cache), 'bin/pip'), ['install', '--quiet', `moto[server,s3]==${VERSION}`]);
  },
  async start(cache) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const server = join(folder(cache), 'bin/moto_server');
    const { stop } = await serve(server, ['-H', '127.0.0.1', '-p', String(port)], answers(endpoint));
    return { endpoint, env: CREDENTIALS, stop };
  },
};
