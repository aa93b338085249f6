import { expect, test } from 'vitest';
import type { DoctorReport } from '../../src/domain/doctor-report.ts';
import {
  doctorErrors,
  doctorJson,
  doctorSummary,
  doctorText,
  doctorVerdict,
  doctorWarnings,
} from '../../src/report/doctor.ts';
import { sampleDoctorReport } from '../entry/sample-report.ts';

const failed: DoctorReport = {
  ...sampleDoctorReport(),
  checks: [
    ...sampleDoctorReport().checks,
    { name: 'index', result: 'failed', detail: 'index.json is missing', advice: 'Look for it.' },
  ],
  exit_code: 41,
};

test('the text says each check with what to do', () => {
  expect(doctorText(failed)).toBe(`Repository: local /srv/tars

  ok       repository   it is there
  warning  log          an operation is open
                        Next: Run recover.
  skipped  signing key  signing is not asked for
  failed   index        index.json is missing
                        Next: Look for it.

Not fit for a rollback: index failed of 4 checks
`);
});

test('the verdict counts', () => {
  expect(doctorVerdict(sampleDoctorReport())).toBe('Fit for a rollback: 1 warning, 1 ok, 1 skipped');
  expect(doctorErrors(failed)).toEqual(['index: index.json is missing']);
  expect(doctorWarnings(failed)).toEqual(['log: an operation is open']);
});

test('the summary is a table', () => {
  expect(doctorSummary(failed)).toBe(`## ❌ Not fit for a rollback: index failed of 4 checks (exit code 41)

Repository: local /srv/tars

| Check | Result | Found | What to do |
| --- | --- | --- | --- |
| repository | ✅ ok | it is there |  |
| log | ⚠️ warning | an operation is open | Run recover. |
| signing key | ➖ skipped | signing is not asked for |  |
| index | ❌ failed | index.json is missing | Look for it. |
`);
  expect(doctorSummary(sampleDoctorReport())).toMatch(/^## ✅ Fit for a rollback: /);
});

test('what a repository holds can not break out of text, table or JSON', () => {
  const hostile = '::error::x\n|</td><script>\u001b[2J ##[add-path]/evil';
  const check = { name: 'index', result: 'failed', detail: hostile, advice: hostile } as const;
  const report = { ...failed, repository_location: hostile, checks: [check] };
  expect(doctorText(report).split('\n')).toHaveLength(7);
  expect(doctorText(report)).not.toContain('\u001b');
  const rows = doctorSummary(report).split('\n').slice(6);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(5);
  for (const character of ['<', '\u001b']) expect(doctorSummary(report)).not.toContain(character);
  expect(doctorJson(report)).not.toContain('##[');
  expect(JSON.parse(doctorJson(report))).toEqual(report);
});
