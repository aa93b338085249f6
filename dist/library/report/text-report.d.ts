import type { RollbackReport } from '../domain/report.ts';
import { type Fact } from './facts.ts';
/** The text report, `--text-report` (DESIGN §7). */
export declare function textReport(report: RollbackReport): string;
/** `Label:   value` in columns. */
export declare function aligned(facts: readonly Fact[], indent?: string): readonly string[];
