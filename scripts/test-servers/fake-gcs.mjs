import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingGo } from './installers.mjs';
import { answers, freePort, run, serve } from './processes.mjs';

/** Earlier versions than those of August 2026 ignore preconditions. */
const VERSION = 'v1.56.1';
/** As its go.mod says. */
const NEEDS_GO = '1.26';
const folder = (cache) => join(cache, `fake-gcs-server-${VERSION}`);

export const fakeGcs = {
  name: 'fake-gcs-server',
  kind: 'gcs',
  version: VERSION,
  missing: () => missingGo(NEEDS_GO),
  install(cache) {
    if (existsSync(join(folder(cache), 'fake-gcs-server'))) return;
    run('go', ['install', `github.com/fsouza/fake-gcs-server@${VERSION}`], {
      env: { ...process.env, GOBIN: folder(cache) },
    });
  },
  async start(cache) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const args = ['-scheme', 'http', '-host', '127.0.0.1', '-port', String(port)];
    args.push('-backend', 'memory', '-external-url', endpoint, '-public-host', `127.0.0.1:${port}`);
    const { stop } = await serve(
      join(folder(cache), 'fake-gcs-server'),
      args,
      answers(`${endpoint}/storage/v1/b`),
    );
    return { endpoint, env: {}, stop };
  },
};
