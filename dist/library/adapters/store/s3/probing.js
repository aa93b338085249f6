import { randomUUID } from 'node:crypto';
import { RollbackError } from '../../../domain/errors.js';
import { WORK } from '../../../domain/keys.js';
import { HOLDS_ALL, HOLDS_NOTHING } from '../remote/capabilities.js';
import { probe } from '../remote/probe.js';
import { judgesAbsentDeletes } from './absent-delete.js';
import { S3Objects } from './objects.js';
import { askVersioning, readSetting } from './settings.js';
/** What the store holds to, found out by trying; see `probe`. */
export async function probeStore(parts) {
    const { context } = parts;
    const asked = await readSetting(context, askVersioning(context));
    const versioning = 'value' in asked ? asked.value : undefined;
    const found = await tryDialects(parts).catch((thrown) => onlyPlainWrites(parts, thrown));
    const dialect = { holds: found.holds, bareEtags: 'bare_etags' in found };
    const judges = await judgesAbsentDeletes(context, dialect, { versioning, id: randomUUID() });
    return {
        schema_version: 1,
        tool_version: parts.toolVersion,
        service: parts.service,
        probed_at: new Date(parts.clock.now()).toISOString(),
        ...(versioning === undefined ? {} : { versioning }),
        ...(judges === undefined ? {} : { judges_absent_deletes: judges }),
        ...found,
    };
}
/** A store that refuses the right ETag may want it without quotation marks. */
async function tryDialects(parts) {
    const quoted = await tryDialect(parts, false);
    if (quoted.holds.compare_and_swap)
        return quoted;
    const bare = await tryDialect(parts, true);
    return bare.holds.compare_and_swap ? { ...bare, bare_etags: true } : quoted;
}
const tryDialect = ({ context, retries }, bareEtags) => retries.run(() => probe(new S3Objects(context, { holds: HOLDS_ALL, bareEtags }), randomUUID()));
/** Backblaze B2 refuses a write with a condition, and takes the same without one. What refuses both is refused. */
async function onlyPlainWrites({ context, retries }, thrown) {
    if (!(thrown instanceof RollbackError) || thrown.code !== 'STEP_FAILED')
        throw thrown;
    const plain = new S3Objects(context, { holds: HOLDS_NOTHING, bareEtags: false });
    const write = async () => {
        const key = `${WORK}probe-${randomUUID()}/plain`;
        await plain.remove(key, await plain.put(key, new TextEncoder().encode('plain'), 'absent'));
    };
    await retries.run(write).catch(() => Promise.reject(thrown));
    return { holds: HOLDS_NOTHING, batch_delete: false };
}
/** Until something else is known, every condition is sent: a store that knows them holds to them. */
export const dialectOf = (capabilities) => ({
    holds: capabilities?.holds ?? HOLDS_ALL,
    bareEtags: capabilities?.bare_etags === true,
});
