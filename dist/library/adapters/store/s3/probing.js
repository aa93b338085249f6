import { randomUUID } from 'node:crypto';
import { HOLDS_ALL } from '../remote/capabilities.js';
import { probe } from '../remote/probe.js';
import { S3Objects } from './objects.js';
/** What the store holds to, found out by trying; see `probe`. */
export async function probeStore(parts) {
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
const tryDialect = ({ context, retries }, bareEtags) => retries.run(() => probe(new S3Objects(context, { holds: HOLDS_ALL, bareEtags }), randomUUID()));
/** Until something else is known, every condition is sent: a store that knows them holds to them. */
export const dialectOf = (capabilities) => ({
    holds: capabilities?.holds ?? HOLDS_ALL,
    bareEtags: capabilities?.bare_etags === true,
});
