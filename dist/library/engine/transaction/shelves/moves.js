import { ArtifactMarks, absentArtifacts } from '../../../domain/artifact-marks.js';
import { ConflictError, isUnanswered, } from '../../../ports/object-store.js';
import { SupersededError } from '../../../ports/workspace.js';
import { damagedIn, isWhole, keptOf } from './backup-folder.js';
import { Hindrances, IN_THE_WAY, NO_BACKUP } from './put-back-each.js';
import { listed, markListed, sourceOf, surveyFolder, versionPrefix } from './surveys.js';
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
        const taken = new ArtifactMarks(standing);
        const changed = [];
        let missed = false;
        const move = async (artifact) => {
            const { path, revision } = artifact;
            const end = await this.#move(path, revision, manifest.backup_path + path, artifact);
            if (end === 'foreign')
                changed.push(path);
            else
                taken.mark(path);
            missed ||= end === 'gone';
        };
        await this.#requests.each(standing, move, { tell: progress, total: standing.length });
        return { removed: taken.markedPaths(), changed, missed };
    }
    async putBack(manifest, artifacts, progress) {
        if (artifacts.length === 0)
            return;
        const [there, kept] = await Promise.all([
            markListed(this.#store, '', manifest, artifacts, isWhole),
            keptOf(this.#store, manifest),
        ]);
        const hindrances = new Hindrances();
        const back = async (artifact) => {
            const source = kept.find(manifest.backup_path + artifact.path);
            if (source === undefined) {
                if (!there.isMarked(artifact.path))
                    hindrances.note(NO_BACKUP, artifact.path);
                return;
            }
            const end = await this.#move(source.key, source.revision, artifact.path, artifact);
            if (end !== 'moved')
                hindrances.note(IN_THE_WAY, artifact.path);
        };
        await hindrances.each(this.#requests, artifacts, back, { tell: progress, total: artifacts.length });
        hindrances.tell();
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const left = [];
        const away = async (artifact) => {
            const standing = there.find(artifact.path);
            if (standing === undefined)
                return;
            const { path } = artifact;
            const end = isWhole(artifact, standing)
                ? await this.#move(path, standing.revision, manifest.backup_path + path, artifact)
                : 'foreign';
            if (end !== 'moved')
                left.push(path);
        };
        await this.#requests.each(artifacts, away, { tell: progress, total: artifacts.length });
        const taken = new Set([...artifacts].map(({ path }) => path));
        const staying = absentArtifacts(manifest).filter(({ path }) => !taken.has(path));
        if (left.length + staying.length === 0)
            return { left, lacking: [] };
        await this.#copyStaying(manifest, staying, there);
        return { left, lacking: await damagedIn(this.#store, manifest, absentArtifacts(manifest)) };
    }
    /** What stays where it was put, because somebody else counts on it there, must not be missing in the backup. */
    async #copyStaying({ backup_path: backup }, staying, there) {
        const copy = async (artifact) => {
            const standing = there.find(artifact.path);
            if (standing === undefined || !isWhole(artifact, standing))
                return;
            const source = { ...sourceOf(artifact), revision: standing.revision };
            try {
                await this.#requests.send((guard) => this.#store.copy(source, backup + artifact.path, guard));
            }
            catch (thrown) {
                // A copy of ours from before, or one that is refused: what the backup lacks is looked for.
                if (thrown instanceof SupersededError || isUnanswered(thrown))
                    throw thrown;
            }
        };
        await this.#requests.each(staying, copy);
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    async #move(from, revision, to, artifact) {
        try {
            await this.#requests.send(() => this.#mover.move(from, revision, to));
            return 'moved';
        }
        catch (thrown) {
            if (!(thrown instanceof ConflictError))
                throw thrown;
            const [source, target] = await Promise.all([this.#store.head(from), this.#store.head(to)]);
            if (source === undefined && target === undefined)
                return 'gone';
            return source === undefined && isWhole(artifact, target) ? 'moved' : 'foreign';
        }
    }
}
