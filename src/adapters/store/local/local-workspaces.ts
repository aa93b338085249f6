import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { BACKUPS, LOG, MANIFESTS, WORK } from '../../../domain/keys.ts';
import type { Guard, Ticket, Workspace, WorkspaceFactory } from '../../../ports/workspace.ts';
import { deleteTree } from './delete-tree.ts';
import { temporaryName } from './durable-file.ts';
import { statOf } from './file-info.ts';
import { attempt, telling, unlessAbsent } from './io-errors.ts';
import { PARTIAL } from './keep-copy.ts';
import { isTemporary, type LocalRoot, pathOf } from './local-root.ts';
import { LocalWorkspace } from './local-workspace.ts';
import { RETURNING } from './reinstate.ts';
import { CLOSED, deleteWorkFolder, holdsTree, parseWorkName, WorkFolder } from './work-folder.ts';

/** A run that is still writing its record needs its temporary file; nobody takes an hour for one. */
const STALE_MS = 3_600_000;
/** As long as a holder is silent before it counts as dead. */
const RECENT_MS = 60_000;

export class LocalWorkspaces implements WorkspaceFactory {
  private readonly root: LocalRoot;

  constructor(root: LocalRoot) {
    this.root = root;
  }

  create(ticket: Ticket, guard: Guard): Workspace {
    return new LocalWorkspace(new WorkFolder(this.root, ticket, guard));
  }

  /** Cleaning up is never worth failing for, so what can't be deleted stays for the next time. */
  async sweep(openOperationId: string | undefined, closedOperationId?: string): Promise<void> {
    await telling('look into the work folder', async () => {
      for (const name of this.namesIn(WORK)) {
        if (this.isLeftover(name, openOperationId, closedOperationId)) {
          await deleteWorkFolder(this.root, name).catch(() => undefined);
        }
      }
      for (const folder of [LOG, MANIFESTS]) this.sweepTemporaries(folder);
      // Of a run that died between making its backup folder and writing the manifest into it.
      for (const name of this.namesIn(BACKUPS)) {
        if (openOperationId !== undefined) attempt(() => rmdirSync(pathOf(this.root, BACKUPS + name)));
      }
    });
  }

  async makeRoom(): Promise<void> {
    for (const name of this.namesIn(WORK)) {
      const folder = pathOf(this.root, WORK + name);
      if (name.startsWith(CLOSED)) await deleteWorkFolder(this.root, name).catch(() => undefined);
      else await giveUp(`${folder}/${RETURNING}`, `${folder}/${temporaryName()}`);
    }
    for (const name of this.namesIn(BACKUPS)) {
      for (const each of this.namesIn(BACKUPS + name).filter((inner) => inner.startsWith(PARTIAL))) {
        const folder = pathOf(this.root, BACKUPS + name);
        await giveUp(`${folder}/${each}`, `${folder}/${PARTIAL}${randomUUID()}`);
      }
    }
  }

  private isLeftover(
    name: string,
    openOperationId: string | undefined,
    closedOperationId: string | undefined,
  ): boolean {
    if (name.startsWith(CLOSED)) return true;
    const parsed = parseWorkName(name);
    if (parsed === undefined || parsed.operationId === openOperationId) return false;
    const folder = pathOf(this.root, WORK + name);
    if (holdsTree(folder)) return false;
    // Without an operation of our own, one may just have been opened.
    if (parsed.operationId === closedOperationId) return true;
    return openOperationId !== undefined || this.age(folder) > RECENT_MS;
  }

  private sweepTemporaries(prefix: string): void {
    for (const name of this.namesIn(prefix)) {
      const path = pathOf(this.root, prefix + name);
      if (isTemporary(prefix, name) && this.age(path) > STALE_MS) attempt(() => unlinkSync(path));
    }
  }

  private age(path: string): number {
    const stat = statOf(path);
    return stat === undefined ? 0 : this.root.clock.now() - Number(stat.mtimeMs);
  }

  private namesIn(prefix: string): string[] {
    return unlessAbsent(() => readdirSync(pathOf(this.root, prefix))) ?? [];
  }
}

/** A holder that still copies into it, though it was taken for dead, meets ENOENT. */
async function giveUp(path: string, renamed: string): Promise<void> {
  attempt(() => renameSync(path, renamed));
  await deleteTree(renamed).catch(() => undefined);
}
