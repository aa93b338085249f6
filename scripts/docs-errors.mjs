// Writes the table of docs/errors.md from the failure table in src/domain/errors.ts: `node scripts/docs-errors.mjs`.
// `--check` changes nothing and fails when the page is not up to date. Needs a Node that runs TypeScript (22.18, 24).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('../docs/errors.md', import.meta.url);
const BEGIN = '<!-- begin: scripts/docs-errors.mjs writes this part -->';
const END = '<!-- end -->';

/** The page with its table made from `failures`; throws when the page has no place for it. */
export function withFailures(page, failures) {
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.slice(rest.indexOf(END));
  if (tail === undefined || !rest.includes(END))
    throw new Error(`docs/errors.md has no '${BEGIN}' … '${END}'`);
  return `${head}${BEGIN}\n\n${sections(failures)}\n${tail}`;
}

function sections(failures) {
  const kinds = Object.entries(failures).map(([code, kind]) => ({ code, ...kind }));
  const exitCodes = [...new Set(kinds.map(({ exitCode }) => exitCode))].sort((a, b) => a - b);
  return exitCodes.map((exitCode) => section(exitCode, kinds)).join('\n');
}

function section(exitCode, kinds) {
  const own = kinds.filter((kind) => kind.exitCode === exitCode);
  const rows = own.map(({ code, meaning, advice }) => `| \`${code}\` | ${cell(meaning)} | ${cell(advice)} |`);
  const title = `### ${exitCode}: ${own[0].className}`;
  return `${[title, '', '| code | meaning | what to do |', '|---|---|---|', ...rows].join('\n')}\n`;
}

/** `<id>` outside of code would be taken for a tag, a `|` for the end of the cell. */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { FAILURES } = await import('../src/domain/errors.ts');
  const page = readFileSync(PAGE, 'utf8');
  const next = withFailures(page, FAILURES);
  if (!process.argv.includes('--check')) writeFileSync(PAGE, next);
  else if (next !== page) {
    console.error('docs/errors.md is not up to date: run `node scripts/docs-errors.mjs`.');
    process.exitCode = 1;
  }
}
