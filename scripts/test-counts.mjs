// Prints `N passed, N failed` from the JSON that vitest wrote. A file that could not be loaded counts as failed.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const broken = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
).length;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests + broken} failed`);
