// All that is not needed for help, in one piece: each that is loaded by itself takes a millisecond to find.
export { operate } from './operate.ts';
export { showDoctor } from './show-doctor.ts';
export { showList } from './show-list.ts';
export { usageReport } from './usage-report.ts';
