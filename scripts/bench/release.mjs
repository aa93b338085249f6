// A repository with one release to roll back, put back as it was after each run.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const VERSION = 'v1.0.2';
export const OLDER_VERSION = 'v1.0.1';
export const OLDER = `${OLDER_VERSION}/README.md`;
const FOLDERS = 20;

export const artifactPaths = (files) =>
  Array.from({ length: files }, (_, at) => `${VERSION}/part-${at % FOLDERS}/file-${at}.bin`);

export class BenchRelease {
  #index;

  constructor(home, { files, bytes }) {
    this.root = join(home, `repository-${files}`);
    this.output = join(home, `output-${files}`);
    this.tree = join(this.root, VERSION);
    this.report = join(this.output, 'report.json');
    const artifacts = artifactPaths(files);
    const body = randomBytes(Math.ceil(bytes / files));
    for (const path of [...artifacts, OLDER]) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), body);
    }
    this.#index = indexOf(artifacts);
    this.reset();
  }

  /** Arguments of a rollback that writes all its evidence. */
  get rollback() {
    const { root, output } = this;
    const folders = ['--manifest-output-dir', output, '--audit-output-dir', output];
    return ['--version', VERSION, '--repository-path', root, ...folders];
  }

  get dryRun() {
    return ['--version', VERSION, '--repository-path', this.root, '--dry-run'];
  }

  /** As if nothing had been run: a moved tree back in its place, the index, no log, empty output folders. */
  reset() {
    const backups = join(this.root, '.rollback-backups');
    if (!existsSync(this.tree)) renameSync(join(backups, readdirSync(backups)[0], VERSION), this.tree);
    for (const folder of ['backups', 'log', 'work'])
      rmSync(join(this.root, `.rollback-${folder}`), { recursive: true, force: true });
    rmSync(this.output, { recursive: true, force: true });
    mkdirSync(this.output);
    writeFileSync(join(this.root, 'index.json'), this.#index);
  }
}

export function indexOf(artifacts) {
  const releases = [
    { version: VERSION, timestamp: '2026-01-02T00:00:00Z', artifacts },
    { version: OLDER_VERSION, timestamp: '2026-01-01T00:00:00Z', artifacts: [OLDER] },
  ];
  return JSON.stringify({ last_updated: '2026-01-02T00:00:00Z', releases, total_releases: 2 }, null, 2);
}
