import type { Publication } from '../domain/publication.ts';
import type { Repository } from './repository.ts';
/** The guide's adapter over a repository; each changing method is a logged operation of its own. */
export declare class RollbackRepositoryAdapter {
    readonly repository: Repository;
    /** Throws RollbackError (49) for what is no repository. */
    constructor(repository: Repository);
    /** Whether the index lists it or its folder is there. Throws RollbackError. */
    versionExists(version: string): Promise<boolean>;
    /** Paths with the version in front, in order. Throws RollbackError. */
    getVersionArtifacts(version: string): Promise<readonly string[]>;
    /** Copies the version into `.rollback-backups/`; answers whether that worked, and where the copy is. */
    backupVersion(version: string): Promise<readonly [ok: boolean, path: string]>;
    /**
     * Takes the version's artifacts out, with a backup, and marks its entry. `artifacts` must be all of them: a part
     * of a release taken out would leave it listed and torn. Throws BAD_INPUT for anything else.
     */
    rollbackVersion(version: string, artifacts: readonly string[]): Promise<readonly [ok: boolean, removed: number]>;
    /** Takes the version out of the index; answers with the index before and after, parsed. */
    removeFromIndex(version: string): Promise<readonly [ok: boolean, before: unknown, after: unknown]>;
    /** Writes an earlier index back. False when that would drop a release that is listed now and not in `doc`. */
    restoreIndex(doc: unknown): Promise<boolean>;
    /** Folder names under `.rollback-backups/`, in order. Throws RollbackError. */
    listBackups(): Promise<readonly string[]>;
    /** Everything that is known about one version. */
    read(version: string): Promise<Publication>;
}
