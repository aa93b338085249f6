import { failure } from '../../src/domain/errors.ts';
import type { EvidencePaths } from '../../src/domain/report.ts';
import type { EvidenceFile, EvidenceWriter } from '../../src/ports/evidence.ts';

/** Keeps what would be files; fails where the test says. */
export class EvidenceDouble implements EvidenceWriter {
  readonly writes = { manifest: true, audit: true };
  staged: readonly EvidenceFile[] = [];
  published: readonly EvidenceFile[] = [];
  failAt: 'check' | 'prepare' | 'stage' | 'publish' | undefined;

  async check(): Promise<void> {
    this.#maybeFail('check');
  }

  async prepare(): Promise<void> {
    this.#maybeFail('prepare');
  }

  async stage(files: readonly EvidenceFile[]): Promise<void> {
    this.#maybeFail('stage');
    this.staged = files;
  }

  async publish(): Promise<EvidencePaths> {
    this.#maybeFail('publish');
    this.published = this.staged;
    return Object.fromEntries(this.published.map((file) => [file.kind, `/evidence/${file.name}`]));
  }

  async discard(): Promise<void> {
    this.staged = [];
  }

  async withdraw(): Promise<readonly string[]> {
    this.published = [];
    return [];
  }

  #maybeFail(at: string): void {
    if (this.failAt === at) throw failure('EVIDENCE', `No room for the evidence (${at})`);
  }
}
