import { describe, expect, test } from 'vitest';
import type { Bucket } from '../gcs/bucket.ts';
import { useWorld } from './world.ts';

const given = useWorld();
const UPLOAD = '/upload/storage/v1/b/b/o';

/** On the object `a`: conditions that fail, each beside one of its kind that holds. */
function conditionsOn(bucket: Bucket, which: string): [fails: string, holds: string][] {
  const { generation: g = 0, metageneration: m = 0 } = bucket.live('a') ?? {};
  return [
    [`${which}GenerationMatch=${g + 1}`, `${which}GenerationMatch=${g}`],
    [`${which}GenerationMatch=0`, `${which}GenerationNotMatch=0`],
    [`${which}GenerationNotMatch=${g}`, `${which}GenerationNotMatch=${g + 1}`],
    [`${which}MetagenerationMatch=${m + 1}`, `${which}MetagenerationMatch=${m}`],
    [`${which}MetagenerationNotMatch=${m}`, `${which}MetagenerationNotMatch=${m + 1}`],
  ];
}

const REQUESTS: readonly [string, string, string, string][] = [
  ['insert', 'POST', `${UPLOAD}?uploadType=media&name=a&`, 'if'],
  ['resumable start', 'POST', `${UPLOAD}?uploadType=resumable&name=a&`, 'if'],
  ['patch', 'PATCH', '/o/a?', 'if'],
  ['delete', 'DELETE', '/o/a?', 'if'],
  ['rewrite onto', 'POST', '/o/other/rewriteTo/b/b/o/a?', 'if'],
  ['copy onto', 'POST', '/o/other/copyTo/b/b/o/a?', 'if'],
  ['move onto', 'POST', '/o/other/moveTo/o/a?', 'if'],
  ['rewrite from', 'POST', '/o/a/rewriteTo/b/b/o/new?', 'ifSource'],
  ['copy from', 'POST', '/o/a/copyTo/b/b/o/new?', 'ifSource'],
  ['move from', 'POST', '/o/a/moveTo/o/new?', 'ifSource'],
];

describe.each(REQUESTS)('%s', (_name, method, path, which) => {
  test('412 and no change where a condition fails; done where it holds', async () => {
    const { bucket, server, refusal, ask } = bound();
    bucket.put('a', 'before');
    bucket.put('other', 'other');
    const before = server.snapshot();
    for (const [fails, holds] of conditionsOn(bucket, which)) {
      expect([fails, await refusal(method, path + fails, {})]).toEqual([fails, '412 conditionNotMet']);
      expect(bound().bucket.names()).toEqual(['a', 'other']);
      expect(bound().bucket.live('a')).toBe(before.buckets.get('b')?.live('a'));
      expect([holds, (await ask(method, path + holds, {})).status < 300]).toEqual([holds, true]);
      server.restore(before);
    }
  });

  test('a store that ignores preconditions does it all the same', async () => {
    const { bucket, server, ask } = bound();
    bucket.put('a', 'before');
    bucket.put('other', 'other');
    const before = server.snapshot();
    server.rules.ignorePreconditions = true;
    for (const [fails] of conditionsOn(bucket, which)) {
      expect([fails, (await ask(method, path + fails, {})).status < 300]).toEqual([fails, true]);
      server.restore(before);
    }
  });
});

test('ifGenerationMatch=0 creates what is absent, also where a soft-deleted or noncurrent one remains', async () => {
  const { bucket, refusal, ask } = bound();
  const create = `${UPLOAD}?uploadType=media&name=a&ifGenerationMatch=0`;
  expect((await ask('POST', create, 'x')).status).toBe(200);
  expect(await refusal('POST', create, {})).toBe('412 conditionNotMet');
  bucket.retire('a');
  expect((await ask('POST', create, 'x')).status).toBe(200);
  bucket.config.versioning = { enabled: true };
  bucket.retire('a');
  expect((await ask('POST', create, 'x')).status).toBe(200);
});

test.each([`${UPLOAD}?uploadType=media&name=a&`, '/o/other/rewriteTo/b/b/o/a?', '/o/other/moveTo/o/a?'])(
  '%s: a replacement of what is absent is 412 and creates nothing',
  async (path) => {
    const { bucket, refusal } = bound();
    bucket.put('other', 'x');
    for (const condition of ['ifGenerationMatch=5', 'ifGenerationNotMatch=5', 'ifMetagenerationMatch=1']) {
      expect([condition, await refusal('POST', path + condition, {})]).toEqual([
        condition,
        '412 conditionNotMet',
      ]);
    }
    expect(bucket.names()).toEqual(['other']);
  },
);

test('of two creators at once exactly one succeeds', async () => {
  const { ask } = bound();
  const create = `${UPLOAD}?uploadType=media&name=a&ifGenerationMatch=0`;
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => ask('POST', create, `${i}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
});

test('a resumable upload is judged again when it ends', async () => {
  const { bucket, ask } = bound();
  const start = await ask('POST', `${UPLOAD}?uploadType=resumable&name=a&ifGenerationMatch=0`, {});
  bucket.put('a', 'quicker');
  const { pathname, search } = new URL(start.headers.get('location') ?? '');
  expect((await ask('PUT', pathname + search, 'late')).status).toBe(412);
  expect(bucket.text('a')).toBe('quicker');
});

describe('reading', () => {
  test.each(['/o/a?', '/o/a?alt=media&'])(
    '%s: 412 on Match, 304 without a body on NotMatch',
    async (path) => {
      const { bucket, ask } = bound();
      bucket.put('a', 'x');
      for (const [fails, holds] of conditionsOn(bucket, 'if')) {
        const { status, text } = await ask('GET', path + fails);
        expect([fails, status, fails.includes('NotMatch') ? text : '']).toEqual([
          fails,
          fails.includes('NotMatch') ? 304 : 412,
          '',
        ]);
        expect([holds, (await ask('GET', path + holds)).status]).toEqual([holds, 200]);
      }
    },
  );

  test('404 for what is absent, and 400 for a generation that is no number', async () => {
    const { refusal } = bound();
    expect(await refusal('GET', '/o/nothing')).toBe('404 notFound');
    expect(await refusal('GET', '/o/nothing?ifGenerationMatch=5')).toBe('404 notFound');
    expect(await refusal('GET', '/storage/v1/b/none/o/nothing')).toBe('404 notFound');
    expect(await refusal('GET', '/o/a?generation=x')).toBe('400 invalid');
  });
});

test('a condition on what is absent: 404, or 412 by rule', async () => {
  const { server, refusal } = bound();
  const requests: [string, string][] = [
    ['DELETE', '/o/a?ifGenerationMatch=5'],
    ['PATCH', '/o/a?ifGenerationMatch=5'],
    ['POST', '/o/a/moveTo/o/new?ifSourceGenerationMatch=5'],
    ['POST', '/o/a/rewriteTo/b/b/o/new?ifSourceGenerationMatch=5'],
  ];
  for (const [method, path] of requests) expect(await refusal(method, path, {})).toBe('404 notFound');
  server.rules.conditionOnAbsent = 412;
  for (const [method, path] of requests) expect(await refusal(method, path, {})).toBe('412 conditionNotMet');
  expect(await refusal('DELETE', '/o/a')).toBe('404 notFound');
});

/** The world, its methods bound; read again after a restore, which makes new buckets. */
function bound() {
  const world = given();
  return {
    server: world.server,
    bucket: world.server.bucket('b'),
    ask: world.ask.bind(world),
    refusal: world.refusal.bind(world),
  };
}
