import type { LogRecord, VersionMarker } from '../../domain/log-record.ts';

/** Loading the schemas takes about 10 ms, which a start that finds no log never pays. */
const schemas = () => import('./schemas.ts');

export const decodeRecord = async (bytes: Uint8Array): Promise<LogRecord | undefined> =>
  (await schemas()).decodeRecord(bytes);
export const decodeMarker = async (bytes: Uint8Array): Promise<VersionMarker | undefined> =>
  (await schemas()).decodeMarker(bytes);
