import { ConflictError } from '../../../ports/object-store.js';
import { damagedIn, isWhole, keptOf } from './backup-folder.js';
import { Hindrances, IN_THE_WAY, NO_BACKUP } from './put-back-each.js';
import { listed, surveyFolder, versionPrefix } from './surveys.js';
/** Moves each artifact into the backup folder and back; the bytes are never in two places, nor in none. */
export class MovesShelf {
    /** What lies there is the only one. */
    copies = false;
    #store;
    #mover;
    #requests;
    constructor(store, mover, requests) {
        this.#store = store;
        this.#mover = mover;
        this.#requests = requests;
    }
    async prepare() { }
    survey(manifest) {
        return surveyFolder(this.#store, manifest);
    }
    async take(manifest, standing, progress) {
        const taken = { removed: [], changed: [] };
        const move = async (artifact) => {
            const { path, revision } = artifact;
            const moved = await this.#move(path, revision, manifest.backup_path + path, artifact);
            (moved ? taken.removed : taken.changed).push(path);
        };
        await this.#requests.each(standing, move, { tell: progress, total: standing.length });
        return taken;
    }
    async putBack(manifest, artifacts, progress) {
        if (artifacts.length === 0)
            return;
        const [there, kept] = await Promise.all([
            listed(this.#store, versionPrefix(manifest)),
            keptOf(this.#store, manifest),
        ]);
        const hindrances = new Hindrances();
        const back = async (artifact) => {
            const source = kept.get(manifest.backup_path + artifact.path);
            if (source === undefined) {
                if (!isWhole(artifact, there.get(artifact.path)))
                    hindrances.note(NO_BACKUP, artifact.path);
                return;
            }
            const moved = await this.#move(source.key, source.revision, artifact.path, artifact);
            if (!moved)
                hindrances.note(IN_THE_WAY, artifact.path);
        };
        await hindrances.each(this.#requests, artifacts, back, { tell: progress, total: artifacts.length });
        hindrances.tell();
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const left = [];
        const away = async (artifact) => {
            const standing = there.get(artifact.path);
            if (standing === undefined)
                return;
            const moved = isWhole(artifact, standing) &&
                (await this.#move(artifact.path, standing.revision, manifest.backup_path + artifact.path, artifact));
            if (!moved)
                left.push(artifact.path);
        };
        await this.#requests.each(artifacts, away, { tell: progress, total: artifacts.length });
        return left;
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    /** Whether it is at `to` now, by this request or by an earlier one of ours; false when somebody else wrote either. */
    async #move(from, revision, to, artifact) {
        try {
            await this.#requests.send(() => this.#mover.move(from, revision, to));
            return true;
        }
        catch (thrown) {
            if (!(thrown instanceof ConflictError))
                throw thrown;
            const [source, target] = await Promise.all([this.#store.head(from), this.#store.head(to)]);
            return source === undefined && isWhole(artifact, target);
        }
    }
}
