import type { OptionReader } from './option-reader.ts';
import type { OutputOptions } from './request.ts';
/** Where the results go. Paths stay as they were given: only the entry knows what they are relative to. */
export declare function readOutput(reader: OptionReader): OutputOptions;
