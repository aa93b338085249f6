import { describe, expect, it } from 'vitest';
import { RollbackError } from '../../src/domain/errors.ts';
import { RollbackOrchestrator } from '../../src/library/orchestrator.ts';
import { RepositoryFactory } from '../../src/library/repository.ts';

type Create = (type: unknown, config?: unknown) => ReturnType<typeof RepositoryFactory.create>;
/** As a caller from JavaScript may call it. */
const create = RepositoryFactory.create as Create;

function problemsOf(type: unknown, config?: unknown): readonly string[] {
  try {
    create(type, config);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof RollbackError)) throw thrown;
    expect(thrown).toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
    return [thrown.message, ...thrown.details];
  }
}

describe('RepositoryFactory.create', () => {
  it('takes a folder, and makes its path absolute', () => {
    expect(create('local', { path: '/srv/tars' })).toMatchObject({ type: 'local', location: '/srv/tars' });
    expect(create('local', { path: 'tars' }).location).toBe(`${process.cwd()}/tars`);
  });

  it('takes a bucket with all that the commands take', () => {
    const common = { bucket: 'tars', prefix: 'p', backupPrefix: 'b', endpoint: 'http://127.0.0.1:9000' };
    const limits = { concurrency: 2, requestTimeout: 1.5, retries: 0, singleWriter: true };
    const expected = {
      ...common,
      concurrency: 2,
      requestTimeoutMs: 1500,
      retries: 0,
      singleWriter: true,
    };
    const s3 = create('s3', { ...common, ...limits, region: 'auto', forcePathStyle: true });
    expect(s3.location).toBe('s3://tars/p');
    expect(s3.options).toEqual({ type: 's3', ...expected, region: 'auto', forcePathStyle: true });
    const gcs = create('gcs', { ...common, ...limits, projectId: 'i' });
    expect(gcs.location).toBe('gs://tars/p');
    expect(gcs.options).toEqual({ type: 'gcs', ...expected, projectId: 'i' });
  });

  it('has the defaults of the commands', () => {
    expect(create('s3', { bucket: 'tars', region: undefined }).options).toEqual({
      type: 's3',
      bucket: 'tars',
      prefix: '',
      backupPrefix: '',
      singleWriter: false,
      endpoint: undefined,
      region: undefined,
      forcePathStyle: false,
      concurrency: 16,
      requestTimeoutMs: 20_000,
      retries: 5,
    });
  });

  it.each<[unknown, unknown, readonly string[]]>([
    ['ftp', { path: '/x' }, ["type: 'ftp' is not allowed; use local, s3 or gcs"]],
    ['local', undefined, ['A local repository needs a path: RepositoryFactory.create("local", { path })']],
    ['local', null, ['A local repository needs a path: RepositoryFactory.create("local", { path })']],
    ['local', { path: '' }, ['path: the path is empty']],
    ['local', { path: '/x', bucket: 'tars' }, ['bucket: is for s3 and gcs, and type is local']],
    ['local', { path: '/x', endpoint: 'http://x' }, ['endpoint: is for s3 and gcs, and type is local']],
    ['s3', {}, ['bucket: is required for a repository of type s3']],
    ['s3', { bucket: 7 }, ['bucket: is no string', 'bucket: is required for a repository of type s3']],
    ['s3', { bucket: 'tars', buket: 'x' }, ["buket: there is no such option (did you mean 'bucket'?)"]],
    ['s3', { bucket: 'tars', constructor: 'x' }, ['constructor: there is no such option']],
    ['s3', { bucket: 'tars', projectId: 'i' }, ['projectId: is for gcs, and type is s3']],
    ['gcs', { bucket: 'tars', region: 'r' }, ['region: is for s3, and type is gcs']],
    [
      'gcs',
      { bucket: 'tars', endpoint: 'x' },
      ['endpoint: is not a URL that begins with http:// or https://'],
    ],
    ['s3', { bucket: 'tars', forcePathStyle: 'yes' }, ['forcePathStyle: is no boolean']],
    [
      's3',
      { bucket: 'tars', concurrency: 0.5, requestTimeout: Number.NaN, retries: 1e21 },
      [
        "concurrency: '0.5' is not a whole number from 1 to 256",
        "requestTimeout: 'NaN' is not a number from 1 to 20",
        "retries: '1e+21' is not a whole number from 0 to 20",
      ],
    ],
    [
      's3',
      { bucket: 'tars', prefix: 'p', backupPrefix: 'p' },
      [expect.stringMatching(/^backupPrefix: lies inside the repository;/)],
    ],
  ])('refuses %j with %j', (type, config, problems) => {
    expect(problemsOf(type, config)).toEqual(problems);
  });
});

it('a report of a bucket says where it is and how it is reached again', async () => {
  const repository = create('s3', {
    bucket: 'tars',
    endpoint: 'http://127.0.0.1:1',
    region: 'r',
    retries: 0,
    requestTimeout: 1,
  });
  const report = await new RollbackOrchestrator({ repository }).rollbackRelease({ version: 'v1.0.2' });
  expect(report).toMatchObject({
    exit_code: 49,
    repository_type: 's3',
    repository_location: 's3://tars',
    repository_options: {
      'repository-bucket': 'tars',
      's3-endpoint': 'http://127.0.0.1:1',
      's3-region': 'r',
    },
  });
});
