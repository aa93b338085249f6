import { resolve } from 'node:path';
import type { Order } from '../request/parse.ts';

/** The same order with absolute paths: the commands' are relative to the current folder, the Action's to the workspace. */
export function withAbsolutePaths<T extends Order<unknown>>(order: T, base: string): T {
  const { repository, output } = order;
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(base, path));
  return {
    ...order,
    repository:
      repository.type === 'local' ? { ...repository, path: resolve(base, repository.path) } : repository,
    output: {
      ...output,
      manifestDir: absolute(output.manifestDir),
      auditDir: absolute(output.auditDir),
      jsonReport: absolute(output.jsonReport),
      textReport: absolute(output.textReport),
    },
  };
}
