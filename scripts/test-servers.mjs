// The contract suite and the whole rollback and restore flow against servers that others wrote, each started here on
// loopback: `npm run test:servers [NAME...]`. A server whose installer is not there is skipped, and said so. What is
// installed stays in node_modules/.cache/. docs/compatibility.md quotes what this prints.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ceph } from './test-servers/ceph.mjs';
import { fakeGcs } from './test-servers/fake-gcs.mjs';
import { moto } from './test-servers/moto.mjs';
import { versitygw } from './test-servers/versitygw.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/test-servers');
const SERVERS = [moto, versitygw, fakeGcs, ceph];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SERVERS.some((server) => server.name === name));
if (unknown.length > 0) {
  console.error(
    `No such server: ${unknown.join(', ')}; there are ${SERVERS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const results = [];
for (const server of SERVERS) {
  // Ceph takes minutes and root: only where it is asked for by name.
  const wanted = asked.length > 0 ? asked.includes(server.name) : server.onDemand !== true;
  if (wanted) results.push(await testAgainst(server));
}
console.log('');
for (const { name, ending } of results) console.log(`${name}: ${ending}`);
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;

async function testAgainst(server) {
  const name = `${server.name} ${server.version}`;
  const missing = await server.missing();
  if (missing !== undefined) {
    console.log(`${name}: SKIPPED, ${missing}`);
    return { name, ending: `skipped, ${missing}`, failed: false };
  }
  console.log(`\n== ${name}`);
  const data = await mkdtemp(join(tmpdir(), `test-${server.name}-`));
  let running;
  try {
    await mkdir(CACHE, { recursive: true });
    await server.install(CACHE);
    running = await server.start(CACHE, data);
    const code = await runSuite(server, running);
    return { name, ending: code === 0 ? 'passed' : 'FAILED', failed: code !== 0 };
  } catch (thrown) {
    console.error(thrown);
    return { name, ending: `FAILED to start: ${thrown.message}`, failed: true };
  } finally {
    await running?.stop();
    await rm(data, { recursive: true, force: true });
  }
}

function runSuite({ name, kind }, { endpoint, env }) {
  const args = ['run', '--config', 'vitest.servers.config.ts'];
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      TEST_SERVER: name,
      TEST_SERVER_KIND: kind,
      TEST_SERVER_ENDPOINT: endpoint,
    },
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
}
