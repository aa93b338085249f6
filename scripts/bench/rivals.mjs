// What a person would take instead: copy the release away and remove it. As the tools come, and with as many requests
// at once as ours; those that are not there are left out.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shell } from './processes.mjs';
import { VERSION } from './release.mjs';
import { AT_ONCE } from './remote.mjs';

const AWSCLI = '1.45.11';
const CACHE = join(import.meta.dirname, '../../node_modules/.cache', `bench-awscli-${AWSCLI}`);
const AT_ONCE_COUNT = 16;

const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The AWS CLI in a folder of its own, installed once; undefined without Python. */
function awsCommand() {
  const aws = join(CACHE, 'bin/aws');
  if (existsSync(aws)) return aws;
  if (!answers('python3', '-m', 'venv', CACHE)) return undefined;
  const pip = [join(CACHE, 'bin/pip'), 'install', '--quiet', `awscli==${AWSCLI}`];
  return answers(...pip) ? aws : undefined;
}

export function awsRivals({ bucket, endpoint, region }, home, credentials) {
  const aws = awsCommand();
  if (aws === undefined) return {};
  const from = `s3://${bucket}/${VERSION}`;
  const command = `'${aws}' --endpoint-url ${endpoint} --region ${region} s3`;
  const script = `${command} cp --quiet --recursive ${from} s3://${bucket}/copy/${VERSION} && ${command} rm --quiet --recursive ${from}`;
  const configured = (name, lines) => {
    const file = join(home, name);
    writeFileSync(file, ['[default]', 's3 =', '  addressing_style = path', ...lines, ''].join('\n'));
    return () => shell(script, { ...credentials, AWS_CONFIG_FILE: file });
  };
  return {
    'aws s3 cp, aws s3 rm': configured('aws', []),
    [`aws s3 cp, aws s3 rm${AT_ONCE}`]: configured('aws-at-once', [
      `  max_concurrent_requests = ${AT_ONCE_COUNT}`,
    ]),
  };
}

export function rcloneRivals({ bucket }, home, { remote, env }) {
  if (!answers('rclone', 'version')) return {};
  const config = join(home, 'rclone.conf');
  writeFileSync(config, ['[bench]', ...remote, ''].join('\n'));
  // It can't read the one that this variable names.
  const move = (options) => () =>
    shell(
      `unset AWS_CA_BUNDLE; rclone move ${options} bench:${bucket}/${VERSION} bench:${bucket}/copy/${VERSION}`,
      {
        ...env,
        RCLONE_CONFIG: config,
      },
    );
  return {
    'rclone move': move(''),
    [`rclone move${AT_ONCE}`]: move(`--transfers ${AT_ONCE_COUNT} --checkers ${AT_ONCE_COUNT}`),
  };
}
