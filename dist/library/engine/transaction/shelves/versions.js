import { ArtifactMarks } from '../../../domain/artifact-marks.js';
import { failure } from '../../../domain/errors.js';
import { PackedRows, view } from '../../../domain/rows.js';
import { Hindrances, IN_THE_WAY, VERSION_GONE } from './put-back-each.js';
import { chunks, pinnedOf, sendBatch } from './removal.js';
import { versionPrefix } from './surveys.js';
/** Versions and markers in an answer, at most (ListObjectVersions). */
const ONE_LISTING = 1000;
/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
export class VersionsShelf {
    copies = false;
    #store;
    #keeper;
    #requests;
    constructor(store, keeper, requests) {
        this.#store = store;
        this.#keeper = keeper;
        this.#requests = requests;
    }
    async prepare() { }
    async survey(manifest) {
        const prefix = versionPrefix(manifest);
        const found = new ArtifactMarks(manifest.artifacts);
        const changed = [];
        const unknown = [];
        const covered = new Set();
        for await (const [key, stack] of this.#eachStack(prefix)) {
            const pinned = found.find(key);
            if (!isVisible(stack)) {
                if (pinned !== undefined && isCovered(pinned, stack))
                    covered.add(key);
                continue;
            }
            const artifact = found.mark(key);
            if (artifact !== undefined && artifact.version_id !== stack[0]?.version_id)
                changed.push(key);
            if (artifact === undefined && key !== prefix)
                unknown.push(key);
        }
        const removed = found.markAll(covered).unmarkedPaths();
        return { removed, changed, unknown, ...(covered.size === 0 ? {} : { covered: [...covered] }) };
    }
    async uncover(manifest, keys) {
        const wanted = new Set(keys);
        const markers = [];
        for await (const [key, [top]] of this.#eachStack(versionPrefix(manifest)))
            if (wanted.has(key) && top?.marker === true)
                markers.push(top);
        const hindrances = new Hindrances();
        await this.#unhide([markers], hindrances, () => { });
        hindrances.tell();
    }
    /**
     * Where nothing is visible one name tells, and no version has to be listed. What was written again before it was hidden
     * does not show there: so where one request lists all versions and markers, they are looked at all the same.
     */
    async surveyTaken(manifest) {
        if (2 * manifest.artifacts.length <= ONE_LISTING)
            return this.survey(manifest);
        for await (const _ of this.#store.list(versionPrefix(manifest), { limit: 1 }))
            return this.survey(manifest);
        return { removed: view(manifest.artifacts, ({ path }) => path), changed: [], unknown: [] };
    }
    async take(manifest, standing, progress) {
        if (!(await this.#keeper.keeps())) {
            throw failure('STEP_FAILED', `The bucket does not keep versions any more, on which the backup of ${manifest.version} rests`);
        }
        const taken = new ArtifactMarks(standing);
        const changed = await this.#hide(standing, { tell: progress, gone: (path) => taken.mark(path) });
        return { removed: taken.markedPaths(), changed };
    }
    async putBack(manifest, artifacts, progress) {
        const hindrances = new Hindrances();
        const underOthers = new ArtifactMarks(artifacts);
        const kept = new ArtifactMarks(artifacts);
        const rounds = [];
        for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
            const artifact = kept.find(key);
            const over = artifact === undefined ? VERSION_GONE : markersOver(artifact, stack);
            if (over === IN_THE_WAY)
                underOthers.mark(key);
            if (typeof over === 'function')
                continue;
            kept.mark(key);
            for (const [round, { version_id }] of over.entries()) {
                rounds[round] ??= new PackedRows();
                rounds[round].push({ key, version_id });
            }
        }
        for (const { path } of kept.unmarked())
            hindrances.note(underOthers.isMarked(path) ? IN_THE_WAY : VERSION_GONE, path);
        await this.#unhide(rounds, hindrances, progress);
        hindrances.tell();
    }
    /** One marker a request and key, for the answers go by key: in no round is a key twice. */
    async #unhide(rounds, hindrances, progress) {
        const total = rounds.reduce((sum, { length }) => sum + length, 0);
        let done = 0;
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            done += 1;
            progress(done, total);
        };
        for (const round of rounds) {
            const unhide = (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note);
            const { size, atOnce } = this.#keeper;
            await hindrances.each(this.#requests, chunks(round, size), unhide, { atOnce });
        }
    }
    async takeAgain(manifest, artifacts, progress) {
        const ours = new ArtifactMarks(artifacts);
        const left = [];
        for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
            const artifact = isVisible(stack) ? ours.find(key) : undefined;
            if (artifact === undefined)
                continue;
            if (stack[0]?.version_id === artifact.version_id)
                ours.mark(key);
            else
                left.push(key);
        }
        const changed = await this.#hide(ours.markedRows(), { tell: progress });
        return { left: [...left, ...changed], lacking: [] };
    }
    async damaged(manifest, artifacts) {
        if (artifacts.length === 0)
            return [];
        const kept = new ArtifactMarks(artifacts);
        for await (const { key, version_id, marker } of this.#keeper.list(versionPrefix(manifest)))
            if (!marker && kept.find(key)?.version_id === version_id)
                kept.mark(key);
        return Array.from(kept.unmarked(), ({ path }) => path);
    }
    /** The keys that somebody else changed, which stay visible. */
    async #hide(artifacts, { tell, gone }) {
        const changed = [];
        let answers = 0;
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            if (answer.result === 'changed')
                changed.push(answer.key);
            else
                gone?.(answer.key);
            answers += 1;
            tell?.(answers, artifacts.length);
        };
        const hide = (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note);
        const { size, atOnce } = this.#keeper;
        await this.#requests.each(chunks(pinnedOf(artifacts), size), hide, { atOnce });
        return changed;
    }
    /** As the pages come: all versions of a key stand together. */
    async *#eachStack(prefix) {
        let stack = [];
        for await (const version of this.#keeper.list(prefix)) {
            const [top] = stack;
            if (top !== undefined && top.key !== version.key) {
                yield [top.key, stack];
                stack = [];
            }
            stack.push(version);
        }
        const [top] = stack;
        if (top !== undefined)
            yield [top.key, stack];
    }
}
const isVisible = ([top]) => top !== undefined && !top.marker;
/**
 * The markers that lie over the pinned version, or why it can't come back: it is gone, or under something else. The same
 * bytes uploaded over it are as good: then what hides those.
 */
function markersOver({ version_id: pinned }, stack) {
    const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
    if (at === -1)
        return VERSION_GONE;
    const above = stack.slice(0, at);
    const others = above.filter(({ marker }) => !marker);
    if (others.length === 0)
        return above;
    const same = others.every(({ revision, size }) => revision === stack[at]?.revision && size === stack[at]?.size);
    return same
        ? above.slice(0, above.findIndex(({ marker }) => !marker))
        : IN_THE_WAY;
}
/** Hidden, and written again before it was: another version lies directly over the pinned one. */
function isCovered({ version_id: pinned }, stack) {
    const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
    return stack[0]?.marker === true && stack[at - 1]?.marker === false;
}
