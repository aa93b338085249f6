import { CAPABILITIES_KEY } from '../../../domain/keys.ts';
import { encodeJson } from '../../../domain/log-record.ts';
import {
  ConflictError,
  isUnanswered,
  type ObjectStore,
  type StoredObject,
} from '../../../ports/object-store.ts';
import { type Capabilities, capabilitiesSchema } from './capabilities.ts';

export interface KnownCapabilities {
  /** Undefined when they have to be probed: never were, or by another version of the tool, or of another service. */
  readonly capabilities: Capabilities | undefined;
  /** What stands there now, to be replaced. */
  readonly stored: StoredObject | undefined;
}

/** `.rollback-log/capabilities.json`: what a probe found, kept for the runs that follow. */
export class CapabilityFile {
  readonly #store: Pick<ObjectStore, 'read' | 'put'>;
  readonly #expected: { readonly tool_version: string; readonly service: string };

  constructor(
    store: Pick<ObjectStore, 'read' | 'put'>,
    expected: { readonly tool_version: string; readonly service: string },
  ) {
    this.#store = store;
    this.#expected = expected;
  }

  async read(): Promise<KnownCapabilities> {
    const stored = await this.#store.read(CAPABILITIES_KEY);
    return { capabilities: stored && this.#decode(stored.body), stored };
  }

  /** Another run may have kept its own meanwhile, which says the same; without an answer the next run probes again. */
  async keep(capabilities: Capabilities, stored: StoredObject | undefined): Promise<void> {
    const when =
      stored === undefined
        ? 'absent'
        : { unchangedSince: stored.info.revision, attributes: stored.attributes };
    try {
      await this.#store.put(CAPABILITIES_KEY, encodeJson(capabilities), when);
    } catch (thrown) {
      if (!(thrown instanceof ConflictError) && !isUnanswered(thrown)) throw thrown;
    }
  }

  #decode(body: Uint8Array): Capabilities | undefined {
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder().decode(body));
    } catch {
      return undefined;
    }
    const { success, data } = capabilitiesSchema.safeParse(json);
    if (!success) return undefined;
    const { tool_version, service } = this.#expected;
    return data.tool_version === tool_version && data.service === service ? data : undefined;
  }
}
