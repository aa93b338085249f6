import { joinBytes } from '../domain/byte-parts.ts';
import type { RollbackManifest } from '../domain/manifest.ts';
import type { EvidencePaths } from '../domain/report.ts';
import type { EvidenceFile, EvidenceWriter } from '../ports/evidence.ts';

/** Takes the manifest that a rollback would write, instead of a file. */
export class ManifestInMemory implements EvidenceWriter {
  readonly writes = { manifest: true, audit: false };
  #staged: EvidenceFile | undefined;
  #published: EvidenceFile | undefined;

  /** The index before and after, parsed, as the manifest of this rollback says; undefined when there is none of it. */
  indexStates(
    rollbackId: string,
  ): Pick<RollbackManifest, 'index_state_before' | 'index_state_after'> | undefined {
    if (this.#published === undefined) return undefined;
    const text = new TextDecoder().decode(joinBytes(this.#published.body));
    const manifest = JSON.parse(text) as RollbackManifest;
    // What was recovered on the way is another's.
    if (manifest.rollback_id !== rollbackId) return undefined;
    const { index_state_before, index_state_after } = manifest;
    return { index_state_before, index_state_after };
  }

  async check(): Promise<void> {}

  async prepare(): Promise<void> {}

  async stage(files: readonly EvidenceFile[]): Promise<void> {
    this.#staged = files.find(({ kind }) => kind === 'manifest');
  }

  async publish(): Promise<EvidencePaths> {
    this.#published = this.#staged;
    return {};
  }

  async discard(): Promise<void> {
    this.#staged = undefined;
  }

  async withdraw(): Promise<readonly string[]> {
    this.#published = undefined;
    return [];
  }
}
