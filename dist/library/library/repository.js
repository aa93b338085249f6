import { resolve } from 'node:path';
import { SystemClock } from '../adapters/clock/system-clock.js';
import { locationOf } from '../request/repository-reach.js';
import { repositoryOptions } from './repository-config.js';
export const RepositoryFactory = {
    /** Throws RollbackError (49) for a type or configuration that is not usable. */
    create(type, config) {
        const asked = repositoryOptions(type, config);
        const options = asked.type === 'local' ? { ...asked, path: resolve(asked.path) } : asked;
        const clock = new SystemClock();
        return {
            type: options.type,
            location: locationOf(options),
            options,
            clock,
            open: async () => {
                const { openStore } = await import('../adapters/store/open-store.js');
                return openStore(options, { clock, debug: () => { } });
            },
        };
    },
};
