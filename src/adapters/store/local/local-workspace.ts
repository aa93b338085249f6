import { type Bytes, joinBytes } from '../../../domain/byte-parts.ts';
import type { FailureCode } from '../../../domain/errors.ts';
import { failure } from '../../../domain/errors.ts';
import { INDEX_MARKDOWN_KEY } from '../../../domain/keys.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { ConflictError, type Revision, type StoredObject } from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal, Workspace } from '../../../ports/workspace.ts';
import { discardBackup, prepareBackup } from './backup-folder.ts';
import { CopyError } from './copy-file.ts';
import { damaged } from './damaged.ts';
import { replaceDurably, replaceWhole } from './durable-file.ts';
import { lockIndex, unlockIndex } from './index-lock.ts';
import { demandRoomToReturn } from './inspect-room.ts';
import { quoted, telling } from './io-errors.ts';
import { pathOf } from './local-root.ts';
import { createOwnFile } from './own-files.ts';
import { reinstate } from './reinstate.ts';
import { retract } from './retract.ts';
import { keepTaken, spare, survey, withdraw } from './withdraw.ts';
import type { WorkFolder } from './work-folder.ts';

/** What an open operation changes in a local repository: every change a rename or link under the work folder's fence. */
export class LocalWorkspace implements Workspace {
  private readonly work: WorkFolder;

  constructor(work: WorkFolder) {
    this.work = work;
  }

  open(): Promise<void> {
    return telling('open the work folder', () => this.work.open());
  }

  lockIndex(timeoutMs: number): Promise<void> {
    return telling('lock the index', () => lockIndex(this.work, timeoutMs));
  }

  unlockIndex(): Promise<void> {
    return telling('unlock the index', () => unlockIndex(this.work));
  }

  replace(current: StoredObject, body: Uint8Array): Promise<Revision> {
    const { key, revision } = current.info;
    const where = { path: pathOf(this.work.root, key), key, temporary: this.work.temporary() };
    // Nothing waits for index.md to be durable: the unlocking that follows sees to it.
    const replaceNow = key === INDEX_MARKDOWN_KEY ? replaceWhole : replaceDurably;
    return telling(`write ${quoted(key)}`, () => this.work.change(() => replaceNow(where, body, revision)));
  }

  create(key: string, body: Bytes): Promise<void> {
    return telling(`write ${quoted(key)}`, () => createOwnFile(this.work, key, joinBytes(body)));
  }

  prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void> {
    return this.step('BACKUP', `back ${quoted(manifest.version)} up`, () =>
      prepareBackup(this.work, manifest, progress),
    );
  }

  withdraw(manifest: OperationManifest, progress: Progress): Promise<Withdrawal> {
    return this.step('STEP_FAILED', `move ${quoted(manifest.version)} out`, () =>
      withdraw(this.work, manifest, progress),
    );
  }

  keepTaken(manifest: OperationManifest, progress: Progress): Promise<void> {
    return this.step('STEP_FAILED', `keep ${quoted(manifest.version)}`, () =>
      keepTaken(this.work, manifest, progress),
    );
  }

  spare(manifest: OperationManifest): Promise<void> {
    return telling(`spare what is left of ${quoted(manifest.version)}`, () => spare(this.work, manifest));
  }

  survey(manifest: OperationManifest): Promise<Withdrawal> {
    return telling(`look at ${quoted(manifest.version)}`, () => survey(this.work, manifest));
  }

  reinstate(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    return this.step('STEP_FAILED', `put ${quoted(manifest.version)} back`, () =>
      reinstate(this.work, manifest, artifacts, progress),
    );
  }

  retract(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Retracted> {
    return this.step('STEP_FAILED', `take ${quoted(manifest.version)} out again`, () =>
      retract(this.work, manifest, artifacts, progress),
    );
  }

  damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    return telling(`look at the backup of ${quoted(manifest.version)}`, () =>
      damaged(this.work, manifest, artifacts),
    );
  }

  async demandRoom(manifest: OperationManifest): Promise<void> {
    demandRoomToReturn(this.work, manifest);
  }

  discard(manifest: OperationManifest): Promise<void> {
    return telling(`remove ${quoted(manifest.backup_path)}`, () => discardBackup(this.work, manifest));
  }

  close(): Promise<void> {
    return telling('delete the work folder', () => this.work.close());
  }

  /** A step on the whole tree: whatever the system or another writer refuses has the step's own code. */
  private step<T>(code: FailureCode, doing: string, action: () => Promise<T>): Promise<T> {
    return telling(
      doing,
      async () => {
        try {
          return await action();
        } catch (thrown) {
          if (thrown instanceof ConflictError) {
            throw failure(code, `can't ${doing}: ${quoted(thrown.key)} was changed meanwhile`, {
              cause: thrown,
            });
          }
          if (!(thrown instanceof CopyError)) throw thrown;
          throw failure(code, `can't ${doing}: ${thrown.message}`, { cause: thrown });
        } finally {
          // Seen from a work folder that was taken over, everything is gone: no answer, and no failure, means anything.
          this.work.mustBeOurs();
        }
      },
      code,
    );
  }
}
