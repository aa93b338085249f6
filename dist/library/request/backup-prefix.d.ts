import type { OptionReader } from './option-reader.ts';
/** A folder of the same bucket for backups; empty when they stay in their usual place below the repository. */
export declare function readBackupPrefix(reader: OptionReader, repository: string): string;
