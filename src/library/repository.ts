import { resolve } from 'node:path';
import { SystemClock } from '../adapters/clock/system-clock.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { locationOf } from '../request/repository-reach.ts';
import type { RepositoryOptions } from '../request/request.ts';
import { type RepositoryConfig, type RepositoryType, repositoryOptions } from './repository-config.ts';

/** A repository that was named; it is opened, and looked for, when it is first used. */
export interface Repository {
  readonly type: RepositoryType;
  /** Absolute path of a folder, or the URL of a bucket and prefix. */
  readonly location: string;
  /** With all defaults filled in. */
  readonly options: RepositoryOptions;
  readonly clock: Clock;
  /** Throws RollbackError (49) when it can't be used. */
  open(): Promise<ObjectStore>;
}

export const RepositoryFactory = {
  /** Throws RollbackError (49) for a type or configuration that is not usable. */
  create(type: RepositoryType, config: RepositoryConfig): Repository {
    const asked = repositoryOptions(type, config);
    const options = asked.type === 'local' ? { ...asked, path: resolve(asked.path) } : asked;
    const clock = new SystemClock();
    return {
      type: options.type,
      location: locationOf(options),
      options,
      clock,
      open: async () => {
        const { openStore } = await import('../adapters/store/open-store.ts');
        return openStore(options, { clock, debug: () => {} });
      },
    };
  },
};
