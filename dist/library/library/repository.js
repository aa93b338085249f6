import { resolve } from 'node:path';
import { SystemClock } from '../adapters/clock/system-clock.js';
import { failure } from '../domain/errors.js';
export const RepositoryFactory = {
    /** Throws RollbackError (49) for a type or configuration that is not usable. */
    create(type, config) {
        if (type !== 'local') {
            throw failure('BAD_INPUT', `Repositories of type ${String(type)} are not in this build; use 'local'`);
        }
        if (typeof config?.path !== 'string' || config.path === '') {
            throw failure('BAD_INPUT', 'A local repository needs a path: RepositoryFactory.create("local", { path })');
        }
        const clock = new SystemClock();
        const path = resolve(config.path);
        return {
            type,
            path,
            clock,
            open: async () => {
                const { LocalStore } = await import('../adapters/store/local/local-store.js');
                return LocalStore.open(path, clock);
            },
        };
    },
};
