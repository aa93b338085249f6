// The contract suite and the whole rollback and restore flow against servers that others wrote, each started here on
// loopback: `npm run test:servers [-- NAME...]`. A server whose installer is not there is skipped, and said so; one that
// was asked for by name must be there. What is installed stays in node_modules/.cache/. docs/compatibility.md tells what
// was found.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
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
/** As the suites put it into the titles of tests that have to fail (__tests__/contracts/deviations.ts). */
const DEVIATES = ' [deviates: ';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SERVERS.some((server) => server.name === name));
if (unknown.length > 0) {
  console.error(
    `No such server: ${unknown.join(', ')}; there are ${SERVERS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

// The suites end by the same signal; what was started is ended then, too.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
  });
}

const results = [];
for (const server of SERVERS) {
  if (interrupted || (asked.length > 0 && !asked.includes(server.name))) continue;
  const { failed = false, ending } = await testAgainst(server);
  results.push({ failed, line: `${server.name} ${server.version}: ${ending}` });
}
console.log('');
for (const { line } of results) console.log(line);
process.exitCode = interrupted || results.some(({ failed }) => failed) ? 1 : 0;

async function testAgainst(server) {
  const wanted = asked.includes(server.name);
  const missing = server.missing() ?? (wanted ? undefined : server.onDemand);
  if (missing !== undefined) return { ending: `skipped, ${missing}`, failed: wanted };
  console.log(`\n== ${server.name} ${server.version}`);
  const data = await mkdtemp(join(tmpdir(), 'test-servers-'));
  let running;
  try {
    await mkdir(CACHE, { recursive: true });
    server.install(CACHE);
    running = await server.start(CACHE, data);
    return await runSuites(server, running, join(data, 'results.json'));
  } catch (thrown) {
    console.error(thrown);
    return { ending: `FAILED: ${thrown.message.split('\n')[0]}`, failed: true };
  } finally {
    await running?.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function runSuites({ name }, { endpoint, env }, outputFile) {
  const args = ['run', '--config', 'vitest.servers.config.ts', '--reporter=dot'];
  args.push('--reporter=json', `--outputFile.json=${outputFile}`);
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env, TEST_SERVER: name, TEST_SERVER_ENDPOINT: endpoint },
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  const {
    numPassedTests: passed,
    numFailedTests: failures,
    testResults,
  } = JSON.parse(await readFile(outputFile, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const deviations = new Set(tests.map(({ title }) => title).filter((title) => title.includes(DEVIATES)));
  const counts = `${passed} tests, ${deviations.size} known deviations`;
  return code === 0
    ? { ending: `passed, ${counts}` }
    : { ending: `FAILED, ${failures} failures, ${counts}`, failed: true };
}
