import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answers, CREDENTIALS, freePort, has, run, serve } from './processes.mjs';

/** Debian 12's: other releases hold to other conditions. */
const VERSION = '16.2';
const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'];

/** Ceph's object gateway in front of a cluster of one monitor and one OSD that keeps everything in memory. */
export const ceph = {
  name: 'ceph',
  kind: 's3',
  version: VERSION,
  onDemand: 'it installs packages as root; ask for it by name',
  missing() {
    if (process.getuid?.() !== 0) return 'it needs root';
    if (has('radosgw', '--version') || has('apt-get', '--version')) return undefined;
    return 'neither radosgw nor apt-get is there';
  },
  install() {
    if (!has('radosgw', '--version') || !has('ceph-mon', '--version') || !has('ceph-osd', '--version')) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update'], { env });
      run('apt-get', ['install', '--yes', '--no-install-recommends', ...PACKAGES], { env });
    }
    const installed = run('radosgw', ['--version']).trim();
    if (!installed.includes(`version ${VERSION}.`)) throw new Error(`it is ${installed}, not ${VERSION}`);
  },
  async start(_cache, data) {
    const cluster = await configure(data);
    const servers = [];
    const stop = async () => {
      for (const server of servers.reverse()) await server.stop();
    };
    try {
      servers.push(await startMonitor(cluster));
      servers.push(await startOsd(cluster));
      addUser(cluster);
      const port = await freePort();
      const endpoint = `http://127.0.0.1:${port}`;
      const args = ['-f', '-n', 'client.admin', ...cluster.conf];
      args.push(`--rgw-frontends=beast endpoint=127.0.0.1:${port}`);
      servers.push(await serve('radosgw', args, answers(endpoint)));
      return { endpoint, env: CREDENTIALS, stop };
    } catch (thrown) {
      await stop();
      throw thrown;
    }
  },
};

async function configure(data) {
  const [id, v1, v2] = [randomUUID(), await freePort(), await freePort()];
  const monitor = `[v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]`;
  const path = (name) => join(data, name);
  for (const name of ['mon', 'osd', 'rgw', 'run']) await mkdir(path(name));
  await writeFile(path('ceph.conf'), configuration({ id, monitor, path }));
  const everything = ['mon', 'osd'].flatMap((service) => ['--cap', service, 'allow *']);
  for (const [name, ...caps] of [['mon.'], ['client.admin'], ['osd.0']]) {
    const create = name === 'mon.' ? ['--create-keyring'] : [];
    run('ceph-authtool', [path('keyring'), ...create, '--gen-key', '-n', name, ...caps, ...everything]);
  }
  run('monmaptool', ['--create', '--fsid', id, '--addv', 'a', monitor, path('monmap')]);
  return { path, conf: ['--conf', path('ceph.conf')] };
}

/** One copy of everything, and nothing outside the data folder. */
const configuration = ({ id, monitor, path }) => `[global]
fsid = ${id}
mon host = ${monitor}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = ${path('keyring')}
run dir = ${path('run')}
admin socket =
log file = ${path('$name.log')}
pid file =
mon data = ${path('mon')}
mon allow pool size one = true
mon data avail warn = 1
mon data avail crit = 1
osd data = ${path('osd')}
osd objectstore = memstore
memstore device bytes = 4294967296
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
rgw data = ${path('rgw')}
`;

async function startMonitor({ path, conf }) {
  run('ceph-mon', ['-i', 'a', ...conf, '--mkfs', '--monmap', path('monmap'), '--keyring', path('keyring')]);
  const ready = async () => has('ceph', ...conf, '--connect-timeout', '5', 'mon', 'stat');
  return serve('ceph-mon', ['-f', '-i', 'a', ...conf], ready);
}

async function startOsd({ conf }) {
  const id = randomUUID();
  run('ceph', [...conf, 'osd', 'new', id]);
  run('ceph-osd', ['-i', '0', ...conf, '--mkfs', '--osd-uuid', id]);
  const ready = async () => run('ceph', [...conf, 'osd', 'stat']).includes('1 up');
  return serve('ceph-osd', ['-f', '-i', '0', ...conf], ready);
}

function addUser({ conf }) {
  const keys = [
    '--access-key',
    CREDENTIALS.AWS_ACCESS_KEY_ID,
    '--secret-key',
    CREDENTIALS.AWS_SECRET_ACCESS_KEY,
  ];
  run('radosgw-admin', [...conf, 'user', 'create', '--uid', 'test', '--display-name', 'test', ...keys]);
}
