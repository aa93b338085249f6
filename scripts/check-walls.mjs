// The walls between the folders of src/: who may import whom, which package belongs to which folder, and where
// clock, chance and environment may be read. Reads every file with a parser; prints `file:line: what is wrong`.
// `check-walls.mjs [FOLDER]` checks another folder than src/.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';

/** Per folder: the folders it may import (`types`: only types of them), its packages, and whether it is pure. */
const FOLDERS = {
  domain: { folders: [], packages: ['node:crypto'], pure: true },
  ports: { folders: ['domain'], packages: [], pure: true },
  request: { folders: ['domain'], packages: ['zod'], pure: true },
  engine: {
    folders: ['request', 'domain', 'ports'],
    packages: ['node:crypto', 'p-map', 'zod'],
    pure: true,
  },
  report: { folders: ['domain'], types: ['request'], packages: [], pure: true },
  adapters: {
    folders: ['ports', 'domain', 'report'],
    packages: ['node:*', 'p-limit', 'p-map', 'p-retry', 'zod'],
  },
  library: {
    folders: ['request', 'domain', 'ports', 'engine', 'report', 'adapters'],
    packages: ['node:*', 'zod'],
  },
  entry: {
    folders: ['request', 'domain', 'ports', 'engine', 'report', 'adapters', 'library'],
    packages: ['node:*'],
  },
  'index.ts': {
    folders: ['request', 'domain', 'ports', 'engine', 'report', 'adapters', 'library'],
    packages: [],
  },
};

/** Packages that live in one place only, whatever the table above says. */
const HOMES = [
  { packages: ['@aws-sdk/*', '@smithy/*'], places: ['adapters/store/s3/'] },
  { packages: ['http-proxy-agent', 'https-proxy-agent'], places: ['adapters/store/remote/'] },
  { packages: ['@google-cloud/*', 'google-auth-library'], places: ['adapters/store/gcs/'] },
  { packages: ['@actions/core'], places: ['adapters/github/', 'entry/action.ts'] },
  { packages: ['@actions/*'], places: ['adapters/github/'] },
];

/** What starts must not load these: they come by `import()` when they are needed (docs/architecture.md). */
const SLOW = [
  '@aws-sdk/*',
  '@smithy/*',
  '@google-cloud/*',
  'google-auth-library',
  '@actions/artifact',
  '@actions/github',
];
const STARTS = {
  'entry/action.ts': SLOW,
  'entry/cli.ts': [...SLOW, '@actions/*'],
  'index.ts': [...SLOW, '@actions/*'],
};

/** Globals that a pure folder may not touch, for they bring the world in. */
const WORLD = new Set([
  ...['process', 'globalThis', 'global', 'console', 'performance', 'fetch', 'crypto', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'eval', 'Temporal'],
]);
const CHANCE = /^(random|getRandomValues|webcrypto|generateKey|generatePrime)/;

/** Every breach below `src`, as `file:line: what is wrong`. */
export async function checkWalls(src) {
  const files = (await readdir(src, { recursive: true }))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .sort();
  if (files.length === 0) return [`${src}: there is nothing to check`];
  const modules = new Map();
  for (const file of files) modules.set(file, readModule(src, file, await readFile(join(src, file), 'utf8')));
  return [...[...modules.values()].flatMap(breachesOf), ...slowStarts(modules)];
}

function readModule(src, file, text) {
  const module = { src, file, folder: file.split('/')[0], imports: [], breaches: [] };
  const pure = FOLDERS[module.folder]?.pure === true;
  const ast = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  walk(ast.program, undefined, undefined, (node, parent, key) => {
    const found = importOf(node);
    if (found) module.imports.push(found);
    if (!pure || node.type !== 'Identifier' || !isValue(parent, key)) return;
    const what = worldIn(node, parent, key);
    if (!what) return;
    const line = node.loc.start.line;
    module.breaches.push(`${at(module, line)}: ${what} in ${module.folder}, it comes in through a port`);
  });
  return module;
}

function walk(node, parent, key, visit) {
  visit(node, parent, key);
  for (const [name, child] of Object.entries(node)) {
    if (name === 'loc' || name.endsWith('Comments')) continue;
    for (const each of Array.isArray(child) ? child : [child]) {
      if (typeof each?.type === 'string') walk(each, node, name, visit);
    }
  }
}

/** The import that this node makes: its text, whether only types come, whether it waits until it is needed. */
function importOf(node) {
  const line = node.loc?.start.line;
  if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(node.type) && node.source) {
    const specifiers = node.specifiers ?? [];
    const names = specifiers.map(({ imported, local }) => (imported ?? local)?.name);
    const whole =
      node.type === 'ExportAllDeclaration' || specifiers.some(({ type }) => /Namespace|Default/.test(type));
    const types = (node.importKind ?? node.exportKind) === 'type';
    return { text: node.source.value, line, types, lazy: false, names, whole };
  }
  const other = { line, types: false, lazy: false, names: [], whole: true };
  if (node.type === 'TSImportType') return { ...other, text: node.argument.value, types: true };
  if (node.type === 'TSExternalModuleReference') return { ...other, text: node.expression.value };
  if (node.type !== 'CallExpression' || node.callee.type !== 'Import') return undefined;
  return { ...other, text: node.arguments[0]?.value ?? '(computed)', lazy: true };
}

function breachesOf(module) {
  const rule = FOLDERS[module.folder];
  if (!rule) return [`src/${module.file}: no wall is known for '${module.folder}' (scripts/check-walls.mjs)`];
  const breaches = module.imports.flatMap((each) => {
    const problem = importBreach(module, rule, each);
    return problem ? [`${at(module, each.line)}: '${each.text}' ${problem}`] : [];
  });
  return [...breaches, ...module.breaches];
}

function importBreach(module, rule, each) {
  if (each.text.startsWith('.')) return folderBreach(module, rule, each);
  const home = HOMES.find(({ packages }) => matches(packages, each.text));
  return home ? homeBreach(module, home) : packageBreach(module, rule, each);
}

function folderBreach(module, rule, each) {
  const target = targetOf(module, each);
  const folder = target.split('/')[0];
  if (folder === '..') return 'lies outside src';
  if (!existsSync(join(module.src, target))) return 'does not exist';
  if (folder === 'index.ts') return 'is the public API, which nothing inside imports';
  if (folder === module.folder || rule.folders.includes(folder)) return undefined;
  if (!rule.types?.includes(folder))
    return `is behind a wall: ${module.folder} may not import from ${folder}`;
  return each.types ? undefined : `is behind a wall: ${module.folder} may import only types from ${folder}`;
}

function homeBreach(module, home) {
  const atHome = home.places.some(
    (place) => module.file === place || (place.endsWith('/') && module.file.startsWith(place)),
  );
  return atHome ? undefined : `belongs to ${home.places.join(' and ')} only`;
}

function packageBreach(module, rule, each) {
  const text = isBuiltin(each.text) && !each.text.startsWith('node:') ? `node:${each.text}` : each.text;
  if (!matches(rule.packages, text)) return `is not for ${module.folder}`;
  if (!rule.pure || text !== 'node:crypto') return undefined;
  const chance = each.names.find((name) => CHANCE.test(name));
  if (chance) return `${chance} is chance, it comes in through a port`;
  return each.whole ? 'is to be imported by name' : undefined;
}

function matches(patterns, text) {
  return patterns.some((each) => {
    if (each.endsWith('*')) return text.startsWith(each.slice(0, -1));
    return text === each || text.startsWith(`${each}/`);
  });
}

/** Follows what is loaded at once from each entry, and names the way to a package that should have waited. */
function slowStarts(modules) {
  return Object.entries(STARTS).flatMap(([start, slow]) => {
    const found = new Map();
    const seen = new Set();
    const queue = [[start]];
    for (let path = queue.shift(); path; path = queue.shift()) {
      const module = modules.get(path.at(-1));
      if (!module || seen.has(module.file)) continue;
      seen.add(module.file);
      for (const each of module.imports.filter(({ types, lazy }) => !types && !lazy)) {
        if (each.text.startsWith('.')) queue.push([...path, targetOf(module, each)]);
        else if (matches(slow, each.text) && !found.has(each.text)) found.set(each.text, path);
      }
    }
    return [...found].map(
      ([name, path]) => `src/${start}: loads '${name}' at its start (${path.join(' → ')})`,
    );
  });
}

/** What of the outside world this identifier reads, if any. A local thing of such a name needs another name. */
function worldIn(node, parent, key) {
  const member =
    /MemberExpression$/.test(parent.type) && key === 'object' && !parent.computed
      ? parent.property.name
      : undefined;
  const name = member ? `${node.name}.${member}` : node.name;
  switch (node.name) {
    case 'Math':
      return member === undefined || member === 'random' ? name : undefined;
    case 'AbortSignal':
      return member === 'timeout' ? name : undefined;
    case 'Date': {
      const given = parent.type === 'NewExpression' && key === 'callee' && parent.arguments.length > 0;
      const tested = parent.type === 'BinaryExpression' && parent.operator === 'instanceof';
      return given || tested || member === 'parse' || member === 'UTC' ? undefined : name;
    }
    default:
      return WORLD.has(node.name) ? name : undefined;
  }
}

/** Not a property's name, and not a type. */
function isValue(parent, key) {
  if (/^TS/.test(parent.type))
    return /^TS(As|Satisfies|NonNull|TypeAssertion)/.test(parent.type) && key === 'expression';
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression')
    return key === 'object' || parent.computed;
  if (/^(Object|Class)(Property|Method|PrivateProperty|AccessorProperty)$/.test(parent.type)) {
    return key === 'value' || (key === 'key' && parent.computed);
  }
  return !/^(Import|Export).*Specifier$|^LabeledStatement$|^BreakStatement$|^ContinueStatement$/.test(
    parent.type,
  );
}

function targetOf(module, each) {
  return relative(module.src, resolve(module.src, dirname(module.file), each.text))
    .split(sep)
    .join('/');
}

function at(module, line) {
  return `${basename(module.src)}/${module.file}:${line}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const src = resolve(process.argv[2] ?? fileURLToPath(new URL('../src', import.meta.url)));
  const breaches = await checkWalls(src);
  for (const breach of breaches) console.error(breach);
  if (breaches.length === 0) console.log('The walls of src/ stand.');
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
