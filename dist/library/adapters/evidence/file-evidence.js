import { join, resolve } from 'node:path';
import { evidenceNames } from '../../domain/evidence.js';
import { turn } from '../turn.js';
import { remove, syncFile, syncFolder, temporaryName, writeNew } from './durable.js';
import { evidenceFailure } from './folder-failure.js';
import { refuseFolder } from './forbidden.js';
import { expectFolder, proveWritable, refuseFolderAt, sweepStale, } from './output-folder.js';
import { clearTheWay, place } from './publication.js';
import { bringBack, takeAway } from './withdrawal.js';
/**
 * Manifest, audit log and signature in local folders: complete beside their place first, then synced and renamed into
 * it. What is only staged is not synced: it shows that there is room, and after a power cut nobody looks at it.
 */
export class FileEvidenceWriter {
    writes;
    #folders;
    #options;
    #staged = [];
    #asides = [];
    constructor(options) {
        const manifest = options.manifestDir === undefined ? undefined : resolve(options.manifestDir);
        const audit = options.auditDir === undefined ? undefined : resolve(options.auditDir);
        this.#options = options;
        this.#folders = { manifest, audit, signature: audit };
        this.writes = { manifest: manifest !== undefined, audit: audit !== undefined };
    }
    async check(version) {
        this.#refuse(version);
        for (const folder of this.#eachFolder())
            expectFolder(folder);
        this.#refuseFolders(version);
    }
    async prepare(version) {
        const folders = this.#eachFolder();
        // All refusals before the first folder is made.
        this.#refuse(version);
        for (const folder of folders)
            await proveWritable(folder, this.#options.makeFolder);
        this.#refuseFolders(version);
        for (const folder of folders)
            sweepStale(folder, version);
    }
    async stage(files) {
        const written = [];
        try {
            // A recovery, and a restore by id, know the version only now.
            for (const version of new Set(files.map(({ name }) => versionIn(name))))
                this.#refuse(version);
            for (const { kind, name, body } of files) {
                const folder = this.#folders[kind];
                if (folder === undefined)
                    continue;
                const staged = { kind, body, target: join(folder, name), temporary: temporaryName(folder, name) };
                write(staged);
                written.push(staged);
            }
        }
        catch (thrown) {
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
    async publish() {
        const staged = this.#staged;
        const undo = [];
        const replaced = [];
        let asides;
        try {
            for (const { temporary } of staged)
                syncFile(temporary);
            asides = clearTheWay(staged, undo);
            for (const file of staged)
                replaced.push(place(file, undo));
            for (const folder of this.#eachFolder())
                syncFolder(folder);
        }
        catch (thrown) {
            takeBack(undo);
            throw evidenceFailure('Output folder', this.#eachFolder().join("', '"), thrown);
        }
        for (const earlier of replaced)
            if (earlier !== undefined)
                remove(earlier);
        this.#staged = [];
        this.#asides = asides;
        return Object.fromEntries(staged.map(({ kind, target }) => [kind, target]));
    }
    async discard() {
        const staged = this.#staged;
        this.#staged = [];
        discardAll(staged);
    }
    async withdraw(evidence) {
        const stuck = takeAway(this.#folders, evidence);
        bringBack(this.#asides);
        this.#asides = [];
        // A signed file of the same operation was moved aside as well, when a recovery published anew.
        const again = takeAway(this.#folders, evidence);
        for (const folder of this.#eachFolder()) {
            try {
                syncFolder(folder);
            }
            catch {
                // What comes back in a power cut tells of an operation that the log calls reverted.
            }
        }
        return [...new Set([...stuck, ...again])];
    }
    #refuse(version) {
        const { repositoryRoot } = this.#options;
        if (repositoryRoot === undefined)
            return;
        const forbidden = { repositoryRoot: resolve(repositoryRoot), version };
        for (const folder of this.#eachFolder())
            refuseFolder(folder, forbidden);
    }
    #refuseFolders(version) {
        for (const operation of ['rollback', 'restore']) {
            for (const [kind, name] of Object.entries(evidenceNames(operation, version))) {
                const folder = this.#folders[kind];
                if (folder !== undefined)
                    refuseFolderAt(join(folder, name));
            }
        }
    }
    #eachFolder() {
        const { manifest, audit } = this.#folders;
        return [...new Set([manifest, audit])].filter((folder) => folder !== undefined);
    }
}
const versionIn = (name) => name.replace(/\.(rollback|restore)-(manifest|audit)\.[a-z]+$/, '');
function write({ temporary, target, body }) {
    try {
        writeNew(temporary, body);
    }
    catch (thrown) {
        throw evidenceFailure('Evidence file', target, thrown);
    }
}
function discardAll(staged) {
    for (const { temporary } of staged)
        remove(temporary);
}
function takeBack(undo) {
    for (const step of undo.reverse()) {
        try {
            step();
        }
        catch {
            // The others all the same.
        }
    }
}
