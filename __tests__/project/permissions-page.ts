import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BUCKET, PREFIX } from '../builders/remote-world.ts';
import type { Policy } from './policies.ts';

const docs = new URL('../../docs/', import.meta.url);
const PAGE = fileURLToPath(new URL('permissions.md', docs));
export const KMS_KEY = 'arn:aws:kms:eu-central-1:1:key/2';

export const page = (): Promise<string> => readFile(PAGE, 'utf8');

/** The first block in this language below a heading of docs/permissions.md, its placeholders filled in. */
export async function blockBelow(heading: string, language: 'json' | 'yaml'): Promise<string> {
  const page = await readFile(PAGE, 'utf8');
  const [, below = ''] = page.split(`\n### ${heading}\n`);
  const [, block] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(below) ?? [];
  if (block === undefined) throw new Error(`there is no ${language} below '${heading}'`);
  return block.replaceAll('BUCKET', BUCKET).replaceAll('PREFIX', PREFIX).replaceAll('KMS-KEY-ARN', KMS_KEY);
}

export const policyBelow = async (heading: string): Promise<Policy> =>
  JSON.parse(await blockBelow(heading, 'json')) as Policy;

/** Rows of the table below a heading, as names in backticks of the first cell and the last cell's text. */
export async function rowsBelow(heading: string): Promise<readonly (readonly [string[], string])[]> {
  const page = await readFile(PAGE, 'utf8');
  const [, below = ''] = page.split(`\n### ${heading}\n`);
  const lines = below.slice(0, below.search(/^##/m)).split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line.slice(1, -1).split('|');
      const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return [names, (cells.at(-1) ?? '').trim()];
    });
}

/** Whether docs/formats.md names a check of the doctor's. */
export async function namesCheck(name: string): Promise<boolean> {
  const page = await readFile(new URL('formats.md', docs), 'utf8');
  const [, checks = ''] = page.split('\n`checks[]`:\n');
  return checks.includes(`\`${name}\``);
}
