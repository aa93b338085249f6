import { CAPABILITIES_KEY } from '../../../domain/keys.js';
import { encodeJson } from '../../../domain/log-record.js';
import { ConflictError, isUnanswered, } from '../../../ports/object-store.js';
import { capabilitiesSchema } from './capabilities.js';
/** `.rollback-log/capabilities.json`: what a probe found, kept for the runs that follow. */
export class CapabilityFile {
    #store;
    #expected;
    constructor(store, expected) {
        this.#store = store;
        this.#expected = expected;
    }
    async read() {
        const stored = await this.#store.read(CAPABILITIES_KEY);
        return { capabilities: stored && this.#decode(stored.body), stored };
    }
    /** Another run may have kept its own meanwhile, which says the same; without an answer the next run probes again. */
    async keep(capabilities, stored) {
        const when = stored === undefined
            ? 'absent'
            : { unchangedSince: stored.info.revision, attributes: stored.attributes };
        try {
            await this.#store.put(CAPABILITIES_KEY, encodeJson(capabilities), when);
        }
        catch (thrown) {
            if (!(thrown instanceof ConflictError) && !isUnanswered(thrown))
                throw thrown;
        }
    }
    #decode(body) {
        let json;
        try {
            json = JSON.parse(new TextDecoder().decode(body));
        }
        catch {
            return undefined;
        }
        const { success, data } = capabilitiesSchema.safeParse(json);
        if (!success)
            return undefined;
        const { tool_version, service } = this.#expected;
        return data.tool_version === tool_version && data.service === service ? data : undefined;
    }
}
