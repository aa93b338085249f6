import { joinBytes } from '../domain/byte-parts.js';
/** Takes the manifest that a rollback would write, instead of a file. */
export class ManifestInMemory {
    writes = { manifest: true, audit: false };
    #staged;
    #published;
    /** The index before and after, parsed, as the manifest of this rollback says; undefined when there is none of it. */
    indexStates(rollbackId) {
        if (this.#published === undefined)
            return undefined;
        const text = new TextDecoder().decode(joinBytes(this.#published.body));
        const manifest = JSON.parse(text);
        // What was recovered on the way is another's.
        if (manifest.rollback_id !== rollbackId)
            return undefined;
        const { index_state_before, index_state_after } = manifest;
        return { index_state_before, index_state_after };
    }
    async check() { }
    async prepare() { }
    async stage(files) {
        this.#staged = files.find(({ kind }) => kind === 'manifest');
    }
    async publish() {
        this.#published = this.#staged;
        return {};
    }
    async discard() {
        this.#staged = undefined;
    }
    async withdraw() {
        this.#published = undefined;
        return [];
    }
}
