import type { OptionReader } from './option-reader.ts';
import type { RepositoryOptions } from './request.ts';
/** Where the repository is. Problems are collected in the reader; the value counts only without any. */
export declare function readRepository(reader: OptionReader): RepositoryOptions;
