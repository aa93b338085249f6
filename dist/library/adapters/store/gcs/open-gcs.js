import { TOOL_VERSION } from '../../../domain/tool-version.js';
import { GcsStore } from './gcs-store.js';
/** A store with this process's chance; sends nothing yet. */
export function openGcs(place, { clock }) {
    return GcsStore.open({ ...place, clock, toolVersion: TOOL_VERSION, random: Math.random });
}
