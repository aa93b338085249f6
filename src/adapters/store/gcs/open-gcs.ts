import { TOOL_VERSION } from '../../../domain/tool-version.ts';
import { GcsStore, type GcsStoreOptions } from './gcs-store.ts';

type Given = Omit<GcsStoreOptions, 'clock' | 'random' | 'toolVersion'>;

/** A store with this process's chance; sends nothing yet. */
export function openGcs(options: Given, { clock }: Pick<GcsStoreOptions, 'clock'>): Promise<GcsStore> {
  return GcsStore.open({ ...options, clock, toolVersion: TOOL_VERSION, random: Math.random });
}
