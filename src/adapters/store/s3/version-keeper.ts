import { randomUUID } from 'node:crypto';
import { failure, RollbackError } from '../../../domain/errors.ts';
import {
  type HideAnswer,
  isUnanswered,
  type KeyAnswer,
  type Pinned,
  type StoredVersion,
  type VersionKeeper,
} from '../../../ports/object-store.ts';
import { type Guard, UNGUARDED } from '../../../ports/workspace.ts';
import type { ArchiveNotes } from './archive.ts';
import { BATCH, BATCHES_AT_ONCE, type Deleted, type Deletion, deleteBatch } from './batch.ts';
import type { Dialect, S3Context } from './context.ts';
import { quoted } from './context.ts';
import { listVersions } from './list-versions.ts';
import { asAnswer, deletePinned } from './removals.ts';
import { removeVersion, tryRemoveVersion } from './remove.ts';
import { askVersioning } from './settings.ts';

/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
export class S3VersionKeeper implements VersionKeeper {
  readonly size = BATCH;
  readonly atOnce = BATCHES_AT_ONCE;
  readonly #context: S3Context;
  readonly #dialect: () => Dialect;
  readonly #archive: ArchiveNotes;

  constructor(context: S3Context, dialect: () => Dialect, archive: ArchiveNotes) {
    this.#context = context;
    this.#dialect = dialect;
    this.#archive = archive;
  }

  async keeps(): Promise<boolean> {
    return (await askVersioning(this.#context)) === 'Enabled';
  }

  list(prefix: string): AsyncIterable<StoredVersion> {
    return listVersions(this.#context, prefix, ({ key, version_id }, told) =>
      this.#archive.noteVersion(key, version_id, told),
    );
  }

  async hide(objects: readonly Pinned[], guard: Guard = UNGUARDED): Promise<readonly HideAnswer[]> {
    return (await deletePinned(this.#context, this.#dialect(), objects, guard)).map(asHidden);
  }

  /** By the deletion of a version that never was, of a key that never was: S3 has nothing to do, but asks who may. */
  async demandUnhide(folder: string): Promise<void> {
    const key = `${folder}permission-test-${randomUUID()}`;
    try {
      await tryRemoveVersion(this.#context, key);
    } catch (thrown) {
      // Whatever else it says of a version that is none is no answer to the question.
      if (isUnanswered(thrown) || (thrown instanceof RollbackError && thrown.code === 'PERMISSION'))
        throw thrown;
    }
  }

  async unhide(
    markers: readonly { key: string; version_id: string }[],
    guard: Guard = UNGUARDED,
  ): Promise<readonly KeyAnswer[]> {
    const deletions = markers.map(({ key, version_id: versionId }) => ({ key, versionId }));
    const one = async ({ key, versionId = '' }: Deletion): Promise<Deleted> => {
      await removeVersion(this.#context, key, versionId, guard);
      return { key, result: 'deleted', markerId: undefined };
    };
    const answers = await deleteBatch(this.#context, deletions, { one, guard });
    return answers.map(asAnswer);
  }
}

/** A delete that made no marker took the object away for good, or wrote over another `null` version. */
function asHidden(deleted: Deleted): HideAnswer {
  if (deleted.result !== 'deleted') return deleted;
  const { key, markerId } = deleted;
  if (markerId !== undefined && markerId !== 'null') return { key, result: 'hidden', marker_id: markerId };
  const message = `${quoted(key)} was deleted, but no delete marker of its own was placed: the bucket does not keep versions any more`;
  return { key, result: 'failed', error: failure('STEP_FAILED', message) };
}
