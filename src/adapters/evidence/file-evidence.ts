import { join, resolve } from 'node:path';
import { evidenceNames } from '../../domain/evidence.ts';
import type { EvidencePaths } from '../../domain/report.ts';
import type { EvidenceFile, EvidenceOf, EvidenceWriter } from '../../ports/evidence.ts';
import { turn } from '../turn.ts';
import { remove, syncFile, syncFolder, temporaryName, writeNew } from './durable.ts';
import { evidenceFailure } from './folder-failure.ts';
import { refuseFolder } from './forbidden.ts';
import {
  expectFolder,
  type FolderMaker,
  proveWritable,
  refuseFolderAt,
  sweepStale,
} from './output-folder.ts';
import { clearTheWay, place, type Staged, type Undo } from './publication.ts';
import type { Aside } from './set-aside.ts';
import { bringBack, type Folders, takeAway } from './withdrawal.ts';

export interface FileEvidenceOptions {
  readonly manifestDir?: string | undefined;
  readonly auditDir?: string | undefined;
  /** Of a local repository: output folders inside its releases and `.rollback-…` folders are refused. */
  readonly repositoryRoot?: string | undefined;
  /** Makes a folder with its parents; `mkdir -p` if absent. */
  readonly makeFolder?: FolderMaker | undefined;
}

type Kind = EvidenceFile['kind'];

/**
 * Manifest, audit log and signature in local folders: complete beside their place first, then synced and renamed into
 * it. What is only staged is not synced: it shows that there is room, and after a power cut nobody looks at it.
 */
export class FileEvidenceWriter implements EvidenceWriter {
  readonly writes: { readonly manifest: boolean; readonly audit: boolean };
  readonly #folders: Folders;
  readonly #options: FileEvidenceOptions;
  #staged: readonly Staged[] = [];
  #asides: readonly Aside[] = [];

  constructor(options: FileEvidenceOptions) {
    const manifest = options.manifestDir === undefined ? undefined : resolve(options.manifestDir);
    const audit = options.auditDir === undefined ? undefined : resolve(options.auditDir);
    this.#options = options;
    this.#folders = { manifest, audit, signature: audit };
    this.writes = { manifest: manifest !== undefined, audit: audit !== undefined };
  }

  async check(version: string): Promise<void> {
    this.#refuse(version);
    for (const folder of this.#eachFolder()) expectFolder(folder);
    this.#refuseFolders(version);
  }

  async prepare(version: string): Promise<void> {
    const folders = this.#eachFolder();
    // All refusals before the first folder is made.
    this.#refuse(version);
    for (const folder of folders) await proveWritable(folder, this.#options.makeFolder);
    this.#refuseFolders(version);
    for (const folder of folders) sweepStale(folder, version);
  }

  async stage(files: readonly EvidenceFile[]): Promise<void> {
    const written: Staged[] = [];
    try {
      // A recovery, and a restore by id, know the version only now.
      for (const version of new Set(files.map(({ name }) => versionIn(name)))) this.#refuse(version);
      for (const { kind, name, body } of files) {
        const folder = this.#folders[kind];
        if (folder === undefined) continue;
        const staged = { kind, body, target: join(folder, name), temporary: temporaryName(folder, name) };
        write(staged);
        written.push(staged);
      }
    } catch (thrown) {
      discardAll(written);
      throw thrown;
    }
    const earlier = this.#staged;
    this.#staged = written;
    discardAll(earlier);
    // The commit may be next: who wants to end before it is heard now.
    await turn();
  }

  /** Nothing of a failed call is left in place, so that no evidence lies about an operation that is then reverted. */
  async publish(): Promise<EvidencePaths> {
    const staged = this.#staged;
    const undo: Undo = [];
    const replaced: (string | undefined)[] = [];
    let asides: readonly Aside[];
    try {
      for (const { temporary } of staged) syncFile(temporary);
      asides = clearTheWay(staged, undo);
      for (const file of staged) replaced.push(place(file, undo));
      for (const folder of this.#eachFolder()) syncFolder(folder);
    } catch (thrown) {
      takeBack(undo);
      throw evidenceFailure('Output folder', this.#eachFolder().join("', '"), thrown);
    }
    for (const earlier of replaced) if (earlier !== undefined) remove(earlier);
    this.#staged = [];
    this.#asides = asides;
    return Object.fromEntries(staged.map(({ kind, target }) => [kind, target]));
  }

  async discard(): Promise<void> {
    const staged = this.#staged;
    this.#staged = [];
    discardAll(staged);
  }

  async withdraw(evidence: EvidenceOf): Promise<readonly string[]> {
    const stuck = takeAway(this.#folders, evidence);
    bringBack(this.#asides);
    this.#asides = [];
    // A signed file of the same operation was moved aside as well, when a recovery published anew.
    const again = takeAway(this.#folders, evidence);
    for (const folder of this.#eachFolder()) {
      try {
        syncFolder(folder);
      } catch {
        // What comes back in a power cut tells of an operation that the log calls reverted.
      }
    }
    return [...new Set([...stuck, ...again])];
  }

  #refuse(version: string): void {
    const { repositoryRoot } = this.#options;
    if (repositoryRoot === undefined) return;
    const forbidden = { repositoryRoot: resolve(repositoryRoot), version };
    for (const folder of this.#eachFolder()) refuseFolder(folder, forbidden);
  }

  #refuseFolders(version: string): void {
    for (const operation of ['rollback', 'restore'] as const) {
      for (const [kind, name] of Object.entries(evidenceNames(operation, version))) {
        const folder = this.#folders[kind as Kind];
        if (folder !== undefined) refuseFolderAt(join(folder, name));
      }
    }
  }

  #eachFolder(): readonly string[] {
    const { manifest, audit } = this.#folders;
    return [...new Set([manifest, audit])].filter((folder) => folder !== undefined);
  }
}

const versionIn = (name: string): string =>
  name.replace(/\.(rollback|restore)-(manifest|audit)\.[a-z]+$/, '');

function write({ temporary, target, body }: Staged): void {
  try {
    writeNew(temporary, body);
  } catch (thrown) {
    throw evidenceFailure('Evidence file', target, thrown);
  }
}

function discardAll(staged: readonly Staged[]): void {
  for (const { temporary } of staged) remove(temporary);
}

function takeBack(undo: Undo): void {
  for (const step of undo.reverse()) {
    try {
      step();
    } catch {
      // The others all the same.
    }
  }
}
