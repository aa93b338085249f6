// A publisher of releases as a process of its own: `publisher.mjs REPOSITORY PREFIX STOP`, one after another until the
// file STOP is there. It honours index.json.lock: creates it exclusively, reads the index, adds its entry, replaces the
// index, removes the lock. Prints how many it published.

import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [root = '', prefix = '', stop = ''] = process.argv.slice(2);
const lock = join(root, 'index.json.lock');
const own = join(root, `.publisher-${process.pid}`);

async function locked(work) {
  for (;;) {
    try {
      await link(own, lock);
      break;
    } catch (thrown) {
      if (thrown.code !== 'EEXIST') throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  await work();
  await unlink(lock);
}

await writeFile(own, 'publisher');
let published = 0;
for (; !existsSync(stop); published += 1) {
  const version = `${prefix}.${published}`;
  await mkdir(join(root, version));
  await writeFile(join(root, version, 'README.md'), version);
  await locked(async () => {
    const index = JSON.parse(await readFile(join(root, 'index.json'), 'utf8'));
    index.releases.unshift({ version, artifacts: [`${version}/README.md`] });
    index.total_releases = index.releases.length;
    await writeFile(`${own}.new`, JSON.stringify(index, null, 2));
    await rename(`${own}.new`, join(root, 'index.json'));
  });
}
await unlink(own);
console.log(published);
