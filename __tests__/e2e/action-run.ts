import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GithubStandIn } from '../servers/github-stand-in.ts';
import { ACTION, type Ended, run, type Surroundings } from './bundle.ts';
import type { Sandbox } from './sandbox.ts';

export interface ActionEnded extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Messages of `::error` and `::warning`, decoded. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface ActionSurroundings {
  readonly github?: GithubStandIn;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly watch?: Surroundings['watch'];
}

/** Runs the bundled Action as a runner would: inputs as INPUT_ variables, files for outputs and summary. */
export async function runAction(
  sandbox: Sandbox,
  inputs: Readonly<Record<string, string>>,
  { github, env = {}, watch }: ActionSurroundings = {},
): Promise<ActionEnded> {
  const temp = join(sandbox.home, 'runner-temp');
  await mkdir(temp, { recursive: true });
  const files = { GITHUB_OUTPUT: join(temp, 'outputs'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const ended = await run(ACTION, [], {
    cwd: sandbox.home,
    ...(watch === undefined ? {} : { watch }),
    env: {
      ...files,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'octocat',
      GITHUB_REPOSITORY: 'acme/tars',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_RUN_ID: '4711',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: sandbox.home,
      RUNNER_TEMP: temp,
      ...github?.environment,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...env,
    },
  });
  return {
    ...ended,
    outputs: parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    errors: annotations(ended.stdout, 'error'),
    warnings: annotations(ended.stdout, 'warning'),
  };
}

/** `name<<delimiter`, lines, `delimiter`; the last one of a name counts. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm))
    outputs[name] = value;
  return outputs;
}

function annotations(stdout: string, kind: string): readonly string[] {
  const command = new RegExp(`^::${kind}(?: [^:]*)?::(.*)$`, 'gm');
  return [...stdout.matchAll(command)].map(([, message = '']) =>
    message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'),
  );
}
