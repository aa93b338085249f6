import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock.ts';
import { type Capabilities, HOLDS_ALL } from '../remote/capabilities.ts';
import { probe } from '../remote/probe.ts';
import type { ReadRetries } from '../remote/read-retries.ts';
import type { Dialect, S3Context } from './context.ts';
import { S3Objects } from './objects.ts';

export interface ProbingParts {
  readonly context: S3Context;
  readonly clock: Clock;
  readonly toolVersion: string;
  readonly service: string;
  /** A probe without an answer is begun anew, in another folder: nothing depends on what became of it. */
  readonly retries: ReadRetries;
}

/** What the store holds to, found out by trying; see `probe`. */
export async function probeStore(parts: ProbingParts): Promise<Capabilities> {
  const quoted = await tryDialect(parts, false);
  // A store that refuses the right ETag may want it without quotation marks.
  const bare = quoted.holds.compare_and_swap ? undefined : await tryDialect(parts, true);
  const found = bare?.holds.compare_and_swap === true ? { ...bare, bare_etags: true } : quoted;
  return {
    schema_version: 1,
    tool_version: parts.toolVersion,
    service: parts.service,
    probed_at: new Date(parts.clock.now()).toISOString(),
    ...found,
  };
}

const tryDialect = ({ context, retries }: ProbingParts, bareEtags: boolean) =>
  retries.run(() => probe(new S3Objects(context, { holds: HOLDS_ALL, bareEtags }), randomUUID()));

/** Until something else is known, every condition is sent: a store that knows them holds to them. */
export const dialectOf = (capabilities: Capabilities | undefined): Dialect => ({
  holds: capabilities?.holds ?? HOLDS_ALL,
  bareEtags: capabilities?.bare_etags === true,
});
