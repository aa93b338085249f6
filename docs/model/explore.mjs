// Breadth first through every state that a scenario can reach; the first violation comes with a shortest trace.
import { pack, unpack } from './codec.mjs';
import { atClose, violationIn } from './invariants.mjs';
import { settleAll, successors } from './machine.mjs';
import { recoveryViolation } from './recovery-check.mjs';
import { initialState } from './state.mjs';

/**
 * @typedef {object} Result
 * @property {number} states
 * @property {number} steps taken, also those that led to a known state
 * @property {number} depth
 * @property {number} worlds from which a single recovery was driven to its end
 * @property {boolean} whole whether everything was explored
 * @property {{ what: string, trace: string[] }} [violation]
 */

/** @returns {Result} */
export function explore(scenario, { flaw, only = '', atMost = Number.POSITIVE_INFINITY } = {}) {
  const ctx = { scenario, flaw, only, atClose };
  const kinds = scenario.runs;
  const first = pack(settleAll(initialState(scenario), ctx));
  const seen = new Map([[first, 0]]);
  const keys = [first];
  const parents = [-1];
  const depths = [0];
  const worlds = new Set();
  let steps = 0;
  const found = (at, what, last = []) => ({
    what,
    trace: [...traceTo(at, keys, parents, kinds, ctx), ...last],
  });
  const result = (violation) => ({
    states: keys.length,
    steps,
    depth: depths.at(-1),
    worlds: worlds.size,
    whole: keys.length <= atMost,
    ...(violation === undefined ? {} : { violation }),
  });
  for (let at = 0; at < keys.length && keys.length <= atMost; at += 1) {
    const state = unpack(keys[at], kinds);
    const stuck = scenario.recovers === false ? undefined : recoveryViolation(state, ctx, worlds);
    if (stuck !== undefined) return result(found(at, stuck.what, stuck.trace));
    for (const next of successors(state, ctx)) {
      steps += 1;
      const wrong = violationIn(next.state, only);
      if (wrong !== undefined) return result(found(at, wrong, [next.label]));
      const key = pack(next.state);
      if (seen.has(key)) continue;
      seen.set(key, keys.length);
      keys.push(key);
      parents.push(at);
      depths.push(depths[at] + 1);
    }
  }
  return result();
}

/** The labels from the beginning to a state, found again by repeating the steps. */
function traceTo(at, keys, parents, kinds, ctx) {
  const path = [];
  for (let index = at; parents[index] >= 0; index = parents[index]) path.unshift(index);
  return path.map((index) => {
    const before = unpack(keys[parents[index]], kinds);
    return successors(before, ctx).find(({ state }) => pack(state) === keys[index]).label;
  });
}
