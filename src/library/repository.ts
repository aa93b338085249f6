import { resolve } from 'node:path';
import { SystemClock } from '../adapters/clock/system-clock.ts';
import { failure } from '../domain/errors.ts';
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
      open: () => openRepository(options, clock),
    };
  },
};

async function openRepository(options: RepositoryOptions, clock: Clock): Promise<ObjectStore> {
  if (options.type === 's3') {
    const { openS3 } = await import('../adapters/store/s3/open-s3.ts');
    return openS3(options, { clock });
  }
  if (options.type !== 'local') {
    throw failure(
      'BAD_INPUT',
      `Repositories of type ${options.type} are not in this build; use 'local' or 's3'`,
    );
  }
  const { LocalStore } = await import('../adapters/store/local/local-store.ts');
  return LocalStore.open(options.path, clock);
}
