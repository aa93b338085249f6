import { expect, it } from 'vitest';
import { doctor, recover, restore, rollback } from '../../src/engine/mod.ts';
import {
  type Actor,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
  silent,
} from '../builders/memory-world.ts';
import { failing, to } from './intercepts.ts';

it.each<[string, (context: Actor['context']) => Promise<unknown>]>([
  ['rollback', (context) => rollback(rollbackRequest('v1.0.2'), context)],
  ['a dry run', (context) => rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true }), context)],
  ['restore', (context) => restore(restoreRequest('v1.0.2'), context)],
  ['recover', (context) => recover(recoverRequest(), context)],
  ['doctor', (context) => doctor({ operation: 'doctor' }, context)],
])('%s tells --verbose where an unexpected error came from', async (_, act) => {
  const world = new MemoryWorld();
  const unexpected = () => new TypeError('x is undefined', { cause: new Error('the reason') });
  const { context } = world.actor(failing(to('list', /^\.rollback-log/), unexpected));
  const told: string[] = [];
  await act({ ...context, reporter: { ...silent, debug: (line) => told.push(line) } });
  expect(told.join('\n')).toMatch(/^caused by TypeError: x is undefined\n +at .*trace\.test/m);
  expect(told.join('\n')).toContain('caused by Error: the reason');
});
