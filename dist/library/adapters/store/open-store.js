import { LocalStore } from './local/local-store.js';
/** The one place that knows which repositories there are; each cloud's SDK is loaded only for its own. */
export async function openStore(options, parts) {
    switch (options.type) {
        case 'local':
            return LocalStore.open(options.path, parts.clock);
        case 's3': {
            const { openS3 } = await import('./s3/open-s3.js');
            return openS3(options, parts);
        }
        case 'gcs': {
            const { openGcs } = await import('./gcs/open-gcs.js');
            return openGcs(options, parts);
        }
    }
}
