import { failure } from '../domain/errors.js';
import { BACKUPS } from '../domain/keys.js';
import { rollback } from '../engine/mod.js';
import { readPublication } from '../engine/publication.js';
import { checkRepository } from './release-options.js';
import { checkVersion, contextOf, rollbackRequest } from './requests.js';
import { keepCopy, readIndexJson, replaceIndex } from './single-steps.js';
/** The guide's adapter over a repository; each changing method is a logged operation of its own. */
export class RollbackRepositoryAdapter {
    repository;
    /** Throws RollbackError (49) for what is no repository. */
    constructor(repository) {
        checkRepository(repository);
        this.repository = repository;
    }
    /** Whether the index lists it or its folder is there. Throws RollbackError. */
    async versionExists(version) {
        return (await this.read(version)).exists;
    }
    /** Paths with the version in front, in order. Throws RollbackError. */
    async getVersionArtifacts(version) {
        const { artifacts } = await this.read(version);
        return artifacts.filter(({ type }) => type !== 'folder').map(({ path }) => path);
    }
    /** Copies the version into `.rollback-backups/`; answers whether that worked, and where the copy is. */
    async backupVersion(version) {
        return keepCopy(await contextOf(this.repository), await this.read(version));
    }
    /**
     * Takes the version's artifacts out, with a backup, and marks its entry. `artifacts` must be all of them: a part
     * of a release taken out would leave it listed and torn. Throws BAD_INPUT for anything else.
     */
    async rollbackVersion(version, artifacts) {
        const given = Array.isArray(artifacts) ? [...artifacts] : [];
        const wanted = given.sort().join('\n');
        if (wanted !== [...(await this.getVersionArtifacts(version))].sort().join('\n')) {
            throw failure('BAD_INPUT', `These are not all artifacts of ${version}; a release is taken out whole or not at all`);
        }
        const request = rollbackRequest(checkVersion(version), 'artifacts_only', { policyMode: 'lenient' });
        const report = await rollback(request, await contextOf(this.repository));
        return [report.exit_code === 0, report.total_artifacts_removed];
    }
    /** Takes the version out of the index; answers with the index before and after, parsed. */
    async removeFromIndex(version) {
        const store = await this.repository.open();
        const before = await readIndexJson(store);
        const request = rollbackRequest(checkVersion(version), 'index_only', { policyMode: 'lenient' });
        const report = await rollback(request, await contextOf(this.repository));
        return [report.exit_code === 0, before, await readIndexJson(store)];
    }
    /** Writes an earlier index back. False when that would drop a release that is listed now and not in `doc`. */
    async restoreIndex(doc) {
        return replaceIndex(await contextOf(this.repository), doc);
    }
    /** Folder names under `.rollback-backups/`, in order. Throws RollbackError. */
    async listBackups() {
        const names = [];
        const store = await this.repository.open();
        for await (const { key } of store.list(BACKUPS, { shallow: true })) {
            if (key.endsWith('/'))
                names.push(key.slice(BACKUPS.length, -1));
        }
        return names;
    }
    /** Everything that is known about one version. */
    async read(version) {
        const checked = checkVersion(version);
        const store = await this.repository.open();
        return (await readPublication(store, this.repository.clock, checked)).publication;
    }
}
