import type { EngineContext } from './context.ts';

/**
 * With the backups where an operation made its own: whoever recovers it may have been told another `backup-prefix`.
 * Throws BAD_INPUT for a place that no run of ours would have taken.
 */
export async function withBackupsAt(
  context: EngineContext,
  prefix: string | undefined,
): Promise<EngineContext> {
  const { store } = context;
  if (prefix === undefined || store.backups === undefined || store.backups.prefix === prefix) return context;
  return { ...context, store: await store.backups.at(prefix) };
}
