import { describe, expect, test } from 'vitest';
import type { ObjectMetadata } from '../gcs/types.ts';
import { useWorld } from './world.ts';

const given = useWorld();
const PUT = '/upload/storage/v1/b/b/o?uploadType=media&name=a';

/** What takes `a` away or replaces it. */
const CHANGES: readonly [string, string, string][] = [
  ['delete', 'DELETE', '/o/a'],
  ['overwrite', 'POST', PUT],
  ['move away', 'POST', '/o/a/moveTo/o/new'],
  ['move onto', 'POST', '/o/other/moveTo/o/a'],
  ['rewrite onto', 'POST', '/o/other/rewriteTo/b/b/o/a'],
];

describe.each<[string, ObjectMetadata, string]>([
  ['a temporary hold', { temporaryHold: true }, 'objectUnderActiveHold'],
  ['an event-based hold', { eventBasedHold: true }, 'objectUnderActiveHold'],
  [
    'a retention of its own',
    { retention: { mode: 'Unlocked', retainUntilTime: '2027-01-01T00:00:00Z' } },
    'retentionPolicyNotMet',
  ],
])('%s', (_what, metadata, reason) => {
  test.each(CHANGES)('refuses to %s, and lets metadata be edited', async (_name, method, path) => {
    const { bucket } = given();
    bucket.put('other', 'o');
    bucket.put('a', 'x', metadata);
    expect(await given().refusal(method, path)).toBe(`403 ${reason}`);
    expect(bucket.names()).toEqual(['a', 'other']);
    expect(await given().refusal('PATCH', '/o/a', { metadata: { a: '1' } })).toBe('200');
    await given().ask('PATCH', '/o/a', { temporaryHold: false, eventBasedHold: false, retention: null });
    expect((await given().ask(method, path)).status).toBeLessThan(300);
  });

  test('does not come along by rewrite, but a copy of it may be made', async () => {
    const { bucket } = given();
    bucket.put('a', 'x', metadata);
    expect(await given().refusal('POST', '/o/a/rewriteTo/b/b/o/copy')).toBe('200');
    expect(await given().refusal('DELETE', '/o/copy')).toBe('204');
  });
});

describe('a retention policy of the bucket', () => {
  test.each(CHANGES)('refuses to %s until its period is over', async (_name, method, path) => {
    const { bucket, clock } = given();
    bucket.config.retentionPolicy = { retentionPeriod: '3600' };
    bucket.put('a', 'x');
    clock.time += 3_599_000;
    bucket.put('other', 'o');
    expect(await given().refusal(method, path)).toBe('403 retentionPolicyNotMet');
    const { json } = await given().ask('GET', '/o/a');
    expect(json.retentionExpirationTime).toBe(new Date(clock.time + 1000).toISOString());
    clock.time += 3_600_000;
    expect((await given().ask(method, path)).status).toBeLessThan(300);
  });

  test('counts from the release of an event-based hold', async () => {
    const { bucket, clock } = given();
    bucket.config.retentionPolicy = { retentionPeriod: '10' };
    bucket.put('a', 'x', { eventBasedHold: true });
    clock.time += 60_000;
    await given().ask('PATCH', '/o/a', { eventBasedHold: false });
    expect(await given().refusal('DELETE', '/o/a')).toBe('403 retentionPolicyNotMet');
    clock.time += 10_000;
    expect(await given().refusal('DELETE', '/o/a')).toBe('204');
  });

  test('lets a live version become noncurrent, but not go for good', async () => {
    const { bucket } = given();
    Object.assign(bucket.config, {
      versioning: { enabled: true },
      retentionPolicy: { retentionPeriod: '10' },
    });
    const { generation } = bucket.put('a', 'x');
    expect(await given().refusal('DELETE', `/o/a?generation=${generation}`)).toBe(
      '403 retentionPolicyNotMet',
    );
    expect(await given().refusal('DELETE', '/o/a')).toBe('204');
    expect(await given().refusal('DELETE', `/o/a?generation=${generation}`)).toBe(
      '403 retentionPolicyNotMet',
    );
    expect(bucket.versions('a').map(({ state }) => state)).toEqual(['noncurrent']);
  });

  test('a locked retention of an object only grows', async () => {
    const { bucket } = given();
    bucket.put('a', 'x', { retention: { mode: 'Locked', retainUntilTime: '2027-01-01T00:00:00Z' } });
    const to = (retention: unknown) => given().refusal('PATCH', '/o/a', { retention });
    expect(await to(null)).toBe('403 forbidden');
    expect(await to({ mode: 'Locked', retainUntilTime: '2026-06-01T00:00:00Z' })).toBe('403 forbidden');
    expect(await to({ mode: 'Locked', retainUntilTime: '2028-01-01T00:00:00Z' })).toBe('200');
  });

  test('new objects are held where the bucket says so', async () => {
    const { bucket } = given();
    bucket.config.defaultEventBasedHold = true;
    await given().ask('POST', PUT, 'x');
    expect(await given().refusal('DELETE', '/o/a')).toBe('403 objectUnderActiveHold');
  });
});

describe('versioning', () => {
  test('keeps what is replaced or deleted, readable by generation; a generation deleted is gone', async () => {
    const { bucket, client } = given();
    Object.assign(bucket.config, { versioning: { enabled: true }, softDeletePolicy: undefined });
    const first = bucket.put('a', '1').generation;
    const second = bucket.put('a', '2').generation;
    expect((await client.file('a', { generation: first }).download())[0].toString()).toBe('1');
    expect(await given().refusal('DELETE', `/o/a?ifGenerationMatch=${second}`)).toBe('204');
    expect(await given().refusal('GET', '/o/a')).toBe('404 notFound');
    expect((await given().ask('GET', `/o/a?generation=${second}&alt=media`)).text).toBe('2');
    expect(await given().refusal('DELETE', `/o/a?generation=${second}`)).toBe('204');
    expect(await given().refusal('GET', `/o/a?generation=${second}`)).toBe('404 notFound');
    expect(bucket.versions('a').map(({ generation }) => generation)).toEqual([first]);
  });

  test('a noncurrent version does not become live when the live one is deleted by its generation', async () => {
    const { bucket } = given();
    bucket.config.versioning = { enabled: true };
    bucket.put('a', '1');
    const { generation } = bucket.put('a', '2');
    expect(await given().refusal('DELETE', `/o/a?generation=${generation}`)).toBe('204');
    expect(bucket.live('a')).toBeUndefined();
  });
});

describe('soft delete', () => {
  test('keeps what is deleted or overwritten for its time, listed apart, restorable as a new generation', async () => {
    const { bucket, clock } = given();
    const { generation } = bucket.put('a', 'x', { contentType: 'x/y', metadata: { a: '1' } });
    await given().ask('DELETE', '/o/a');
    expect((await given().ask('GET', '/o')).json.items).toBeUndefined();
    const { json } = await given().ask('GET', '/o?softDeleted=true');
    expect(json.items).toMatchObject([
      {
        name: 'a',
        generation: String(generation),
        softDeleteTime: new Date(clock.time).toISOString(),
        hardDeleteTime: new Date(clock.time + 604_800_000).toISOString(),
      },
    ]);
    expect(await given().refusal('DELETE', `/o/a?generation=${generation}`)).toBe('404 notFound');
    expect(await given().refusal('GET', `/o/a?generation=${generation}`)).toBe('404 notFound');
    expect(await given().refusal('GET', `/o/a?generation=${generation}&softDeleted=true`)).toBe('200');
    const restored = await given().ask('POST', `/o/a/restore?generation=${generation}&ifGenerationMatch=0`);
    expect(restored.json).toMatchObject({ contentType: 'x/y', metadata: { a: '1' }, metageneration: '1' });
    expect(Number(restored.json.generation)).toBeGreaterThan(generation);
    expect(restored.json).not.toHaveProperty('softDeleteTime');
    expect(bucket.text('a')).toBe('x');
    expect(await given().refusal('POST', `/o/a/restore?generation=${generation}&ifGenerationMatch=0`)).toBe(
      '412 conditionNotMet',
    );
  });

  test('is over after its time, and off where the bucket has none', async () => {
    const { bucket, clock } = given();
    const { generation } = bucket.put('a', 'x');
    bucket.retire('a');
    clock.time += 604_800_000;
    expect(await given().refusal('POST', `/o/a/restore?generation=${generation}`)).toBe('404 notFound');
    bucket.config.softDeletePolicy = { retentionDurationSeconds: '0' };
    bucket.put('b', 'x');
    await given().ask('DELETE', '/o/b');
    expect((await given().ask('GET', '/o?softDeleted=true')).json.items).toBeUndefined();
  });
});

test('at most one update a second on one object, by the clock, where the rule is on', async () => {
  const { bucket, server, clock } = given();
  bucket.put('a', 'x');
  server.rules.oneUpdatePerSecond = true;
  clock.time += 999;
  const { json } = await given().ask('POST', `${PUT}&ifGenerationMatch=0`, 'y');
  expect(json.error).toMatchObject({
    code: 429,
    errors: [{ reason: 'rateLimitExceeded', domain: 'usageLimits' }],
  });
  for (const [, method, path] of CHANGES.slice(0, 3)) {
    expect(await given().refusal(method, path)).toBe('429 rateLimitExceeded');
  }
  expect(await given().refusal('PATCH', '/o/a', {})).toBe('429 rateLimitExceeded');
  clock.time += 1;
  expect(await given().refusal('PATCH', '/o/a', {})).toBe('200');
  expect(await given().refusal('PATCH', '/o/a', {})).toBe('429 rateLimitExceeded');
});

test('a class does not change by patch', async () => {
  given().bucket.put('a', 'x', { storageClass: 'ARCHIVE' });
  expect(await given().refusal('PATCH', '/o/a', { storageClass: 'STANDARD' })).toBe('400 invalid');
  expect(await given().refusal('PATCH', '/o/a', { storageClass: 'ARCHIVE', contentType: 'x/y' })).toBe('200');
});
