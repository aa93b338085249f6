import { type OptionReader } from './option-reader.ts';
import { type Place } from './repository-place.ts';
/** A bucket beside type local most likely means that the type was forgotten: the wrong repository would change. */
export declare function refuseForeignOptions(reader: OptionReader, { type, said }: Place): void;
