import { afterEach, beforeEach, expect, it } from 'vitest';
import { rollback } from '../../src/engine/mod.ts';
import { rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';

let world: S3Remote;
beforeEach(async () => {
  world = await S3Remote.start({ versioned: false, parts: true });
});
afterEach(() => world.close());

/** What a lifecycle rule for unfinished uploads does, directly before a request. */
const abortedBefore = (operation: 'UploadPartCopy' | 'CompleteMultipartUpload', times: number) =>
  world.server.faults.on({ operation, times }, async (_request, proceed) => {
    world.server.bucket(BUCKET).uploads.clear();
    return proceed();
  });

it.each(['UploadPartCopy', 'CompleteMultipartUpload'] as const)(
  'an upload that somebody aborts before %s is begun anew',
  async (operation) => {
    const aborted = abortedBefore(operation, 1);
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(report).toMatchObject({ exit_code: 0, errors: [], warnings: [] });
    expect(aborted.hits).toBe(1);
  },
);

it.each(['UploadPartCopy', 'CompleteMultipartUpload'] as const)(
  'one that is aborted each time before %s is named as such',
  async (operation) => {
    abortedBefore(operation, Number.POSITIVE_INFINITY);
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(report).toMatchObject({ exit_code: 49, error_code: 'UNREACHABLE', changed: false });
    expect(report.summary).toMatch(/^Could not copy '.*: it is not there \(NoSuchUpload\): somebody aborted/);
  },
);
