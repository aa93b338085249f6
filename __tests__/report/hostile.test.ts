import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RepositoryListing } from '../../src/domain/listing.ts';
import type { RollbackReport } from '../../src/domain/report.ts';
import { failureAnnotation } from '../../src/report/annotation.ts';
import { closingLines } from '../../src/report/console.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import { encodeReport } from '../../src/report/json-report.ts';
import { listingText } from '../../src/report/listing.ts';
import { harmlessJson } from '../../src/report/safe-text.ts';
import { jobSummary, SUMMARY_LIMIT } from '../../src/report/summary.ts';
import { textReport } from '../../src/report/text-report.ts';
import { aDryRun, aFailure, aReport } from '../builders/report.ts';

/** What a file name, an index or an error message may hold. */
const HOSTILE = [
  'v1.0.2/new\nline',
  'v1.0.2/carriage\rreturn',
  '::set-output name=status::success',
  '  ::error::x',
  'a\n::stop-commands::x',
  'x ::warning file=a,line=1::y',
  '##[add-path]/tmp',
  'x##[group]y',
  '\u001b[31mred\u001b[0m\u0007',
  '\u009b31mred',
  '\u202Egnp.exe',
  'zero\u200Bwidth',
  '</code></details><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '| broken | table |',
  '[click](https://evil.example) ![img](https://evil.example/x.png)',
  'https://evil.example www.evil.example',
  '```\n# heading\n```',
  '`code` **bold** _em_ ~~x~~ @octocat #1 $x$ :tada:',
  '%0A::error::x',
  '\ud800',
];

const poisoned = (report: RollbackReport, text: string): RollbackReport => ({
  ...report,
  version: text,
  repository_location: text,
  artifacts_removed: [text, text],
  warnings: [text],
  errors: report.exit_code === 0 ? [] : [text],
  notes: [text],
  summary: text,
  advice: report.exit_code === 0 ? '' : text,
  backup_path: text,
  previous_latest: text,
  new_latest: text,
  evidence: { manifest: text, audit: text, signature: text },
});

function listing(text: string): RepositoryListing {
  const release = { version: text, timestamp: text, artifacts: 1, artifacts_removed: false };
  const rollback = {
    rollback_id: text,
    version: text,
    rollback_type: 'full',
    time: text,
    backup_path: text,
  } as const;
  return {
    schema_version: 1,
    repository_type: 'local',
    repository_location: text,
    latest: text,
    releases: [release],
    rollbacks: [{ ...rollback, state: 'rolled_back', can_restore: true }],
    open: null,
    warnings: [],
  };
}

/** Everything that is printed to a log or a terminal. */
function printed(text: string): readonly string[] {
  return [aReport(), aDryRun(), aFailure(), aReport({ operation: 'restore' })].flatMap((plain) => {
    const report = poisoned(plain, text);
    const { warnings, results, problems } = closingLines(report, { color: false });
    const closing = [...warnings, ...results, ...problems].join('\n');
    return [textReport(report), closing, dryRunText(report), failureAnnotation(report), json(report)];
  });
}

const json = (report: RollbackReport): string => new TextDecoder().decode(encodeReport(report));

/** The number of lines tells whether a text broke out of its own. */
const shape = (texts: readonly string[]): readonly number[] => texts.map((text) => text.split('\n').length);

function expectHarmless(text: string): void {
  for (const out of [...printed(text), listingText(listing(text))]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u200b]/);
    expect(out).not.toContain('##[');
    for (const line of out.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  }
  expect(shape(printed(text))).toEqual(shape(printed('plain')));
}

test.each(HOSTILE)('in a log %j is only text', expectHarmless);

test('in a log any text is only text', () => {
  const pieces = fc.constantFrom(...HOSTILE, '::', ':', '##[', '\n', ' ', 'error', '\u001b[', '\r\n', '#');
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 5 }), (parts) => expectHarmless(parts.join(''))),
    {
      numRuns: 60,
    },
  );
});

test('JSON keeps the values that it makes harmless', () => {
  for (const text of HOSTILE) {
    expect(JSON.parse(json(aReport({ warnings: [text] }))).warnings).toEqual([text]);
  }
});

test('JSON of a long list is what JSON of the whole would be', () => {
  const paths = Array.from({ length: 1000 }, (_, at) => `v1.0.2/${HOSTILE[at % HOSTILE.length]}-${at}`);
  for (const artifacts_removed of [[], paths]) {
    const report = aReport({ artifacts_removed, summary: '"artifacts_removed": []' });
    expect(json(report)).toBe(`${harmlessJson(JSON.stringify(report, null, 2))}\n`);
  }
});

describe('in a job summary', () => {
  /** Without the fenced blocks, in which nothing is markup. */
  const markup = (markdown: string): string => markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');

  test.each(HOSTILE)('%j is no markup', (text) => {
    for (const plain of [aReport(), aDryRun(), aFailure()]) {
      const markdown = jobSummary(poisoned(plain, text), { actor: text, reason: text });
      const harmless = jobSummary(poisoned(plain, 'plain'), { actor: 'plain', reason: 'plain' });
      expect(markdown.split('\n').length).toBe(harmless.split('\n').length);
      const tags = (page: string): readonly string[] => markup(page).match(/<[^>]*>/g) ?? [];
      expect(tags(markdown)).toEqual(tags(harmless));
      expect(markup(markdown)).not.toMatch(/\]\(|https?:|www\.|@|\$/);
      const pipes = (page: string): number => markup(page).split('|').length;
      expect(pipes(markdown)).toBe(pipes(harmless));
    }
  });

  test('a fence holds a path with backticks', () => {
    const markdown = jobSummary(aReport({ repository_location: '/srv/```/x' }));
    expect(markdown).toContain(
      "````sh\nrelease-rollback restore --rollback-id a1b2c3d4 --repository-type local --repository-path '/srv/```/x'\n````",
    );
  });

  test('a link is one only if it plainly is', () => {
    expect(jobSummary(aReport(), { artifactUrl: 'javascript:alert(1)' })).not.toContain('href');
    expect(jobSummary(aReport(), { artifactUrl: 'https://x/"onload="y' })).not.toContain('href');
  });
});

describe('a job summary stays small', () => {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;

  test('with 100,000 artifacts and as many warnings', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `v1.0.2/ü-${i}-${'x'.repeat(300)}`);
    const markdown = jobSummary(
      aReport({ artifacts_removed: many, total_artifacts_removed: 100_000, warnings: many }),
    );
    expect(bytes(markdown)).toBeLessThan(100_000);
    expect(markdown.match(/<code>v1/g)).toHaveLength(10);
    expect(markdown).toContain('99,990 more');
  });

  test('and is cut between its parts, with the verdict first', () => {
    const report = aReport({ warnings: Array.from({ length: 20 }, () => '☃'.repeat(500)) });
    const whole = jobSummary(report);
    for (const limit of [bytes(whole) - 1, 5000, 2000, 700]) {
      const markdown = jobSummary(report, {}, limit);
      expect(bytes(markdown)).toBeLessThanOrEqual(limit);
      expect(markdown).toContain('cut here');
      expect(markdown.startsWith('## ✅ v1.0.2 was rolled back')).toBe(true);
      expect((markdown.match(/^```/gm) ?? []).length % 2).toBe(0);
      expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
    }
    expect(SUMMARY_LIMIT).toBe(1_048_576);
    expect(jobSummary(report, {}, bytes(whole))).toBe(whole);
  });

  test('with messages of megabytes', () => {
    const long = '|'.repeat(3_000_000);
    const markdown = jobSummary(poisoned(aFailure(), long));
    expect(bytes(markdown)).toBeLessThan(SUMMARY_LIMIT);
    expect(markdown).toContain('exit code 41');
  });
});
