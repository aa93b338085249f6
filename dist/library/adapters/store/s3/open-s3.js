import { TOOL_VERSION } from '../../../domain/tool-version.js';
import { S3Store } from './s3-store.js';
/** A store with this process's chance and environment; sends nothing yet. */
export function openS3(options, parts) {
    return S3Store.open(options, {
        ...parts,
        toolVersion: TOOL_VERSION,
        random: Math.random,
        env: process.env,
    });
}
