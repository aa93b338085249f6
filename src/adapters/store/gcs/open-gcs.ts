import { TOOL_VERSION } from '../../../domain/tool-version.ts';
import { GcsStore, type GcsStoreOptions } from './gcs-store.ts';

/** Where the repository is and how it is reached. */
export type GcsPlace = Omit<GcsStoreOptions, 'toolVersion' | 'clock' | 'random'>;

/** A store with this process's chance; sends nothing yet. */
export function openGcs(place: GcsPlace, { clock }: Pick<GcsStoreOptions, 'clock'>): Promise<GcsStore> {
  return GcsStore.open({ ...place, clock, toolVersion: TOOL_VERSION, random: Math.random });
}
