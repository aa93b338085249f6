import pLimit from 'p-limit';
import { failure, RollbackError } from '../../domain/errors.js';
import { artifactsPrefix } from '../../domain/keys.js';
import { ConflictError, } from '../../ports/object-store.js';
/** Artifact requests in flight at once. */
const CONCURRENCY = 16;
const ATTEMPTS = 4;
/** The workspace of stores without folders: backup by server-side copy, removal by conditional delete. */
export class CopyWorkspace {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    async open() { }
    async lockIndex() { }
    async unlockIndex() { }
    async close() { }
    async replace(current, body) {
        await this.#parts.guard();
        return this.#parts.store.put(current.info.key, body, { unchangedSince: current.info.revision });
    }
    async create(key, body) {
        await this.#change(async () => {
            try {
                await this.#parts.store.put(key, body, 'absent');
            }
            catch (thrown) {
                if (!(thrown instanceof ConflictError))
                    throw thrown;
                const standing = await this.#parts.store.read(key);
                if (standing === undefined || !sameBytes(standing.body, body))
                    throw thrown;
            }
        });
    }
    async prepareBackup(manifest, progress) {
        if (manifest.backup_path === '')
            return;
        const files = manifest.artifacts;
        await this.#each(files, progress, async (artifact) => {
            const to = manifest.backup_path + artifact.path;
            const copied = await this.#copy(artifact.path, artifact.revision, to, artifact);
            if (copied.size !== artifact.size) {
                throw failure('BACKUP', `The backup of ${artifact.path} has ${copied.size} bytes instead of ${artifact.size}`);
            }
        });
    }
    async survey(manifest) {
        const there = new Map();
        for await (const info of this.#parts.store.list(`${manifest.version}/`))
            there.set(info.key, info);
        const removed = [];
        const changed = [];
        for (const artifact of manifest.artifacts) {
            const info = there.get(artifact.path);
            if (info === undefined)
                removed.push(artifact.path);
            else if (info.revision !== artifact.revision)
                changed.push(artifact.path);
            there.delete(artifact.path);
        }
        there.delete(`${manifest.version}/`);
        return { removed, changed, unknown: [...there.keys()] };
    }
    async withdraw(manifest, progress) {
        const before = await this.survey(manifest);
        // Published again and nothing removed yet: the caller puts everything back instead.
        if (before.changed.length > 0 && before.removed.length === 0)
            return before;
        const skip = new Set([...before.changed, ...before.removed]);
        const rest = manifest.artifacts.filter((artifact) => !skip.has(artifact.path));
        await this.#each(rest, progress, async (artifact) => {
            try {
                await this.#change(() => this.#parts.store.remove(artifact.path, artifact.revision));
            }
            catch (thrown) {
                // Somebody wrote it meanwhile: the survey names it, and it stays.
                if (!(thrown instanceof ConflictError))
                    throw thrown;
            }
        });
        return this.survey(manifest);
    }
    async reinstate(manifest, artifacts, progress) {
        await this.#each(artifacts, progress, async (artifact) => {
            const standing = await this.#parts.store.head(artifact.path);
            if (standing?.revision === artifact.revision)
                return;
            const from = manifest.backup_path + artifact.path;
            const source = manifest.backup_path === '' ? undefined : await this.#parts.store.head(from);
            if (source === undefined)
                throw failure('STEP_FAILED', `There is no backup of ${artifact.path}`);
            await this.#copy(from, source.revision, artifact.path, artifact);
        });
    }
    async retract(manifest, artifacts, progress) {
        const left = [];
        await this.#each(artifacts, progress, async (artifact) => {
            const standing = await this.#parts.store.head(artifact.path);
            if (standing === undefined)
                return;
            const same = await this.#same(artifact.path, manifest.backup_path + artifact.path);
            if (same)
                await this.#change(() => this.#parts.store.remove(artifact.path, standing.revision));
            else
                left.push(artifact.path);
        });
        return left;
    }
    async damaged(manifest, artifacts) {
        if (artifacts.length === 0)
            return [];
        const there = new Map();
        const prefix = manifest.backup_path + artifactsPrefix(manifest.version);
        for await (const info of this.#parts.store.list(prefix))
            there.set(info.key, info);
        const isWhole = ({ path, size, checksum }) => {
            const kept = there.get(manifest.backup_path + path);
            const differs = checksum !== undefined && kept?.checksum !== undefined && kept.checksum !== checksum;
            return kept?.size === size && !differs;
        };
        return artifacts.filter((artifact) => !isWhole(artifact)).map(({ path }) => path);
    }
    async discard(manifest) {
        if (manifest.backup_path === '')
            return;
        const found = [];
        for await (const info of this.#parts.store.list(manifest.backup_path))
            found.push(info);
        const remove = (info) => this.#change(() => this.#parts.store.remove(info.key, info.revision));
        // The manifest last: while it is there, whoever comes after us knows what else to remove.
        const manifestKey = `${manifest.backup_path}manifest.json`;
        await this.#each(found.filter(({ key }) => key !== manifestKey), () => { }, remove);
        await this.#each(found.filter(({ key }) => key === manifestKey), () => { }, remove);
    }
    /** Copies to an absent key; the same bytes there already are our own earlier success. */
    async #copy(from, revision, to, artifact) {
        return this.#change(async () => {
            try {
                return await this.#parts.store.copy(from, revision, to);
            }
            catch (thrown) {
                if (!(thrown instanceof ConflictError))
                    throw thrown;
                const standing = await this.#parts.store.head(to);
                if (standing === undefined) {
                    throw failure('SUPERSEDED', `${from} was changed by somebody else while we worked`, {
                        cause: thrown,
                    });
                }
                if (standing.size !== artifact.size || !(await this.#same(from, to))) {
                    throw failure('STEP_FAILED', `${to} is there already with other content`, { cause: thrown });
                }
                return standing;
            }
        });
    }
    async #same(left, right) {
        const [a, b] = await Promise.all([this.#parts.store.head(left), this.#parts.store.head(right)]);
        if (a === undefined || b === undefined || a.size !== b.size)
            return false;
        if (a.checksum !== undefined && b.checksum !== undefined)
            return a.checksum === b.checksum;
        const [x, y] = await Promise.all([this.#parts.store.read(left), this.#parts.store.read(right)]);
        return x !== undefined && y !== undefined && sameBytes(x.body, y.body);
    }
    /** One changing request: guarded, tried again when the answer got lost, which is remembered for the fence. */
    async #change(request) {
        for (let attempt = 1;; attempt += 1) {
            await this.#parts.guard();
            try {
                return await request();
            }
            catch (thrown) {
                const unclear = thrown instanceof RollbackError && thrown.code === 'UNREACHABLE';
                if (unclear)
                    this.#parts.unresolved();
                if (!unclear || attempt >= ATTEMPTS)
                    throw thrown;
            }
        }
    }
    async #each(items, progress, work) {
        const limit = pLimit(CONCURRENCY);
        let done = 0;
        const results = await Promise.allSettled(items.map((item) => limit(async () => {
            await work(item);
            done += 1;
            progress(done, items.length);
        })));
        // All have ended before the first failure is told: nothing of ours is still under way.
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
    }
}
const sameBytes = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);
