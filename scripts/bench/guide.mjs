// The guide's Performance table: its targets, and the stages of ours that are in each row.
import { median } from './figures.mjs';

const ROWS = [
  { row: 'Policy Enforcement', target: 100, stages: ['policy'] },
  { row: 'Rollback Planning', target: 500, stages: ['plan'] },
  { row: 'Backup Creation', target: 3000, stages: ['backup'] },
  { row: 'Artifact Removal', target: 3000, stages: ['artifacts', 'verify'] },
  { row: 'Index Update', target: 500, stages: ['index'] },
  { row: 'Audit Logging', target: 200, stages: ['manifest', 'audit'] },
];
const WHOLE = { row: 'Full Rollback', target: 5000 };

/** `runs`: seconds by stage of each run; `whole`: milliseconds of the process. */
export function guideTable(name, whole, runs) {
  const spent = (stages) =>
    median(runs.map((run) => stages.reduce((sum, stage) => sum + run[stage], 0))) * 1000;
  const rows = ROWS.map(({ stages, ...row }) => ({ ...row, ms: spent(stages) }));
  return [
    `The guide's Performance table, ${name}, ms`,
    ...[...rows, { ...WHOLE, ms: whole }].map(
      ({ row, target, ms }) =>
        `  ${row.padEnd(22)} ${ms.toFixed(1).padStart(8)}   target < ${String(target).padEnd(5)} ${ms < target ? 'reached' : 'MISSED'}`,
    ),
  ];
}
