import { expect } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import { restore, rollback } from '../../../src/engine/mod.ts';
import { type Actor, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import type { RemoteWorld } from '../../builders/remote-world.ts';

/** One operation that is disturbed, on a world that was prepared for it. */
export interface Scenario {
  readonly name: string;
  /** Whether every byte must be somewhere at any time (I3). */
  readonly backup: boolean;
  /** Meant to fail late, and to put everything back. */
  readonly reverts?: boolean;
  prepare(world: RemoteWorld): Promise<void>;
  act(actor: Actor): Promise<RollbackReport>;
}

const TYPES = ['full', 'artifacts_only', 'index_only'] as const;
const nothing = async (): Promise<void> => {};

const takeOut =
  (type: (typeof TYPES)[number]) =>
  async (world: RemoteWorld): Promise<void> => {
    const report = await rollback(rollbackRequest('v1.0.2', type), (await world.actor()).context);
    expect(report.exit_code, report.errors.join('; ')).toBe(0);
  };

export const ROLLBACKS: readonly Scenario[] = TYPES.map((type) => ({
  name: `rollback ${type}`,
  backup: true,
  prepare: nothing,
  act: ({ context }) => rollback(rollbackRequest('v1.0.2', type), context),
}));

export const RESTORES: readonly Scenario[] = TYPES.map((type) => ({
  name: `restore ${type}`,
  backup: true,
  prepare: takeOut(type),
  act: ({ context }) => restore(restoreRequest('v1.0.2'), context),
}));

export const SCENARIOS: readonly Scenario[] = [
  ...ROLLBACKS,
  ...RESTORES,
  {
    name: 'rollback full without backup',
    backup: false,
    prepare: nothing,
    act: ({ context }) => rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), context),
  },
  {
    name: 'revert of a full rollback whose evidence cannot be written',
    backup: true,
    reverts: true,
    prepare: nothing,
    act: (actor) => {
      actor.evidence.failAt = 'publish';
      return rollback(rollbackRequest('v1.0.2'), actor.context);
    },
  },
];
