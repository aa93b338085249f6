import { GcsStore, type GcsStoreOptions } from './gcs-store.ts';
/** Where the repository is and how it is reached. */
export type GcsPlace = Omit<GcsStoreOptions, 'toolVersion' | 'clock' | 'random'>;
/** A store with this process's chance; sends nothing yet. */
export declare function openGcs(place: GcsPlace, { clock }: Pick<GcsStoreOptions, 'clock'>): Promise<GcsStore>;
