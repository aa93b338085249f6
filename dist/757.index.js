export const id = 757;
export const ids = [757];
export const modules = {

/***/ 13375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ placeNew),
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   V4: () => (/* binding */ linkNew),
/* harmony export */   Yw: () => (/* binding */ syncFolder),
/* harmony export */   qf: () => (/* binding */ writeNew)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87637);




/** How file systems without hard links refuse one. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
/** A hidden name in the folder that nobody else uses. */
function temporaryName(folder, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${name}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
}
/** Creates the file with all its bytes, on the disk when this returns; nothing is left of a failed one. */
async function writeNew(path, body) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx');
    try {
        await file.writeFile(body);
        await file.sync();
        await file.close();
    }
    catch (thrown) {
        await file.close().catch(() => { });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true }).catch(() => { });
        throw thrown;
    }
}
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
async function linkNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, to, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_EXCL);
        await syncPath(to);
    }
}
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
async function placeNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
        return;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from);
}
/** Makes names in a folder durable; some file systems don't offer that. */
async function syncFolder(path) {
    await syncPath(path).catch((thrown) => {
        if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'].includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
    });
}
async function syncPath(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 80757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FileEvidenceWriter: () => (/* binding */ FileEvidenceWriter)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/evidence.js
var evidence = __webpack_require__(43151);
// EXTERNAL MODULE: ./lib/adapters/evidence/durable.js
var durable = __webpack_require__(13375);
// EXTERNAL MODULE: ./lib/adapters/evidence/folder-failure.js
var folder_failure = __webpack_require__(87637);
// EXTERNAL MODULE: ./lib/adapters/evidence/output-folder.js
var output_folder = __webpack_require__(8540);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(30558);
;// CONCATENATED MODULE: ./lib/adapters/evidence/set-aside.js





/** Ids that are safe in a file name: what stands in a file may be anybody's. */
const SAFE_ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_COPIES = 1000;
/** The bytes that stand there; undefined when nothing does. */
async function standing(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (thrown) {
        if ((0,folder_failure/* codeOf */.$)(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}
/** The operation that a manifest or an audit log says it is of; undefined when it says none. */
function idIn(bytes) {
    const id = memberOf(bytes, 'rollback_id');
    return id !== undefined && SAFE_ID.test(id) ? id : undefined;
}
/** Whether the signature file is over exactly these bytes, by the hash that it names. */
function isSignatureOf(signature, audit) {
    return memberOf(signature, 'hash') === (0,log_record/* sha256Hex */.fg)(audit);
}
/** Stands in for the id of a file that names none. */
const anonymousId = (bytes) => `unknown-${(0,log_record/* sha256Hex */.fg)(bytes).slice(0, 8)}`;
/**
 * Gives each file a second name that carries `id`, `a.json` → `a.<id>.json`, without replacing anything; the caller
 * then replaces or removes the first name. So a file is never gone, whatever dies in between. Files that belong
 * together get the same name: a number is added for all of them where one is taken.
 */
async function keepAside(paths, id) {
    for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
        const suffix = copy === 1 ? id : `${id}.${copy}`;
        const kept = await asideAs(paths, suffix);
        if (kept !== undefined)
            return kept;
    }
    throw new Error(`there are ${MOST_COPIES} files of that name already`);
}
/** Makes the second names give way to the first ones again. */
async function putBack({ path, aside, made }) {
    await (0,promises_.rm)(path, { force: true });
    await (0,durable/* linkNew */.V4)(aside, path);
    if (made)
        await (0,promises_.rm)(aside);
}
async function asideAs(paths, suffix) {
    const kept = [];
    for (const path of paths) {
        const { dir, name, ext } = (0,external_node_path_.parse)(path);
        const aside = (0,external_node_path_.join)(dir, `${name}.${suffix}${ext}`);
        try {
            await (0,durable/* linkNew */.V4)(path, aside);
            kept.push({ path, aside, made: true });
        }
        catch (thrown) {
            const taken = (0,folder_failure/* codeOf */.$)(thrown) === 'EEXIST';
            // The same bytes under that name already: an earlier attempt of ours that died.
            if (taken && (await sameBytes(path, aside))) {
                kept.push({ path, aside, made: false });
                continue;
            }
            for (const each of kept)
                if (each.made)
                    await (0,promises_.rm)(each.aside, { force: true });
            if (!taken)
                throw thrown;
            return undefined;
        }
    }
    return kept;
}
async function sameBytes(one, other) {
    const [a, b] = await Promise.all([standing(one), standing(other).catch(() => undefined)]);
    return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
function memberOf(bytes, name) {
    try {
        const parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/evidence/publication.js




/** Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids. */
async function clearTheWay(staged, undo) {
    for (const file of staged) {
        if (file.kind === 'manifest')
            await clearManifest(file, undo);
        if (file.kind === 'audit')
            await clearAudit(file, undo);
    }
}
/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
async function place({ temporary, target }, undo) {
    if ((await standing(target)) === undefined) {
        await (0,durable/* placeNew */.CJ)(temporary, target);
        undo.push(() => (0,promises_.rm)(target, { force: true }));
        return undefined;
    }
    const earlier = (0,durable/* temporaryName */.NT)((0,external_node_path_.dirname)(target), (0,external_node_path_.basename)(target));
    await (0,durable/* linkNew */.V4)(target, earlier);
    undo.push(() => (0,promises_.rename)(earlier, target));
    await (0,promises_.rename)(temporary, target);
    return earlier;
}
async function clearManifest({ target, body }, undo) {
    const there = await standing(target);
    if (there === undefined || isOurs(there, body))
        return;
    await moveAside([target], idIn(there) ?? anonymousId(there), undo);
}
/** A signature goes where its audit log goes: beside another one it would only be a broken signature. */
async function clearAudit({ target, body }, undo) {
    const signaturePath = target.replace(/\.json$/, '.sig');
    const [audit, signature] = await Promise.all([standing(target), standing(signaturePath)]);
    if (audit === undefined) {
        if (signature !== undefined)
            await moveAside([signaturePath], anonymousId(signature), undo);
        return;
    }
    if (Buffer.compare(audit, body) === 0)
        return;
    const signed = signature !== undefined && isSignatureOf(signature, audit);
    if (signed || !isOurs(audit, body)) {
        const both = signature === undefined ? [target] : [target, signaturePath];
        await moveAside(both, idIn(audit) ?? anonymousId(audit), undo);
    }
    else if (signature !== undefined) {
        await moveAside([signaturePath], anonymousId(signature), undo);
    }
}
function isOurs(there, body) {
    const id = idIn(there);
    return id !== undefined && id === idIn(body);
}
async function moveAside(paths, id, undo) {
    const kept = await keepAside(paths, id);
    for (const each of kept) {
        undo.push(() => putBack(each));
        await (0,promises_.rm)(each.path);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/evidence/file-evidence.js







/** Manifest, audit log and signature in local folders: complete beside their place first, then renamed into it. */
class FileEvidenceWriter {
    writes;
    #folders;
    #options;
    #staged = [];
    constructor(options) {
        const manifest = options.manifestDir === undefined ? undefined : (0,external_node_path_.resolve)(options.manifestDir);
        const audit = options.auditDir === undefined ? undefined : (0,external_node_path_.resolve)(options.auditDir);
        this.#options = options;
        this.#folders = { manifest, audit, signature: audit };
        this.writes = { manifest: manifest !== undefined, audit: audit !== undefined };
    }
    async prepare(version) {
        const { repositoryRoot, makeFolder } = this.#options;
        const forbidden = repositoryRoot === undefined ? undefined : { repositoryRoot: (0,external_node_path_.resolve)(repositoryRoot), version };
        const folders = this.#eachFolder();
        // All refusals before the first folder is made.
        for (const folder of folders)
            await (0,output_folder/* refuseInside */.Ny)(folder, forbidden);
        for (const folder of folders)
            await (0,output_folder/* proveWritable */.F6)(folder, makeFolder);
        for (const operation of ['rollback', 'restore']) {
            for (const [kind, name] of Object.entries((0,evidence/* evidenceNames */.Y$)(operation, version))) {
                const folder = this.#folders[kind];
                if (folder !== undefined)
                    await (0,output_folder/* refuseFolderAt */.ol)((0,external_node_path_.join)(folder, name));
            }
        }
        for (const folder of folders)
            await (0,output_folder/* sweepStale */.is)(folder, version);
    }
    async stage(files) {
        const written = [];
        try {
            for (const { kind, name, body } of files) {
                const folder = this.#folders[kind];
                if (folder === undefined)
                    continue;
                const staged = { kind, body, target: (0,external_node_path_.join)(folder, name), temporary: (0,durable/* temporaryName */.NT)(folder, name) };
                await (0,durable/* writeNew */.qf)(staged.temporary, body).catch((thrown) => {
                    throw (0,folder_failure/* evidenceFailure */._)('Evidence file', staged.target, thrown);
                });
                written.push(staged);
            }
        }
        catch (thrown) {
            await discardAll(written);
            throw thrown;
        }
        const earlier = this.#staged;
        this.#staged = written;
        await discardAll(earlier);
    }
    /** Nothing of a failed call is left in place, so that no evidence lies about an operation that is then reverted. */
    async publish() {
        const staged = this.#staged;
        const undo = [];
        const replaced = [];
        try {
            await clearTheWay(staged, undo);
            for (const file of staged)
                replaced.push(await place(file, undo));
            for (const folder of this.#eachFolder())
                await (0,durable/* syncFolder */.Yw)(folder);
        }
        catch (thrown) {
            for (const step of undo.reverse())
                await step().catch(() => { });
            throw (0,folder_failure/* evidenceFailure */._)('Output folder', this.#eachFolder().join("', '"), thrown);
        }
        for (const earlier of replaced)
            if (earlier !== undefined)
                await (0,promises_.rm)(earlier, { force: true }).catch(() => { });
        this.#staged = [];
        return Object.fromEntries(staged.map(({ kind, target }) => [kind, target]));
    }
    async discard() {
        const staged = this.#staged;
        this.#staged = [];
        await discardAll(staged);
    }
    #eachFolder() {
        const { manifest, audit } = this.#folders;
        return [...new Set([manifest, audit])].filter((folder) => folder !== undefined);
    }
}
async function discardAll(staged) {
    for (const { temporary } of staged)
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
}


/***/ }),

/***/ 87637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   _: () => (/* binding */ evidenceFailure)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);

const WORDS = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no room is left',
    EDQUOT: 'the quota is used up',
    ENOTDIR: 'a file is in the way',
    EEXIST: 'a file is in the way',
    EISDIR: 'a folder is in the way',
    ENOTEMPTY: 'a folder is in the way',
    ENOENT: 'it is not there, or a link to it leads nowhere',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'too many symbolic links',
};
const codeOf = (thrown) => thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
/** A failing file system call as EVIDENCE, naming what could not be done where. */
function evidenceFailure(what, path, thrown) {
    if (thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS)
        return thrown;
    const code = codeOf(thrown);
    const why = WORDS[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    return (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('EVIDENCE', `${what} '${path}' can't be written: ${why}`, { cause: thrown });
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ proveWritable),
/* harmony export */   Ny: () => (/* binding */ refuseInside),
/* harmony export */   is: () => (/* binding */ sweepStale),
/* harmony export */   ol: () => (/* binding */ refuseFolderAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87637);





/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
async function proveWritable(folder, makeFolder) {
    const what = 'Output folder';
    try {
        if (makeFolder === undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        else
            await makeFolder(folder);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder);
        if (!found.isDirectory())
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `${what} '${folder}' can't be written: a file is in the way`);
        const probe = (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryName */ .NT)(folder, 'release-rollback-probe');
        await (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNew */ .qf)(probe, PROBE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe);
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFailure */ ._)(what, folder, thrown);
    }
}
/** Throws BAD_INPUT for a folder inside `<root>/<version>/` or a `.rollback-…` folder of the root, links resolved. */
async function refuseInside(folder, forbidden) {
    if (forbidden === undefined)
        return;
    const [root, place] = await Promise.all([resolved(forbidden.repositoryRoot), resolved(folder)]);
    const [first = '', ...rest] = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, place).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    const ours = first.startsWith('.rollback-');
    if (!ours && (first !== forbidden.version || first === ''))
        return;
    const where = ours ? `the repository's own folder ${first}/` : `the release's folder ${first}/`;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('BAD_INPUT', `Output folder '${folder}' lies inside ${where}${rest.length > 0 ? '' : ' itself'}`, {
        advice: 'Choose an output folder outside the repository.',
    });
}
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
async function refuseFolderAt(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    if (found === undefined || found.isFile() || found.isSymbolicLink())
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `'${path}' can't be written: it is a folder or a special file`);
}
/** Removes temp files of long dead runs; failing to is no harm. */
async function sweepStale(folder, version) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    const ours = names.filter((name) => name.startsWith(`.${version}.r`) && name.endsWith('.tmp'));
    for (const name of ours) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path).catch(() => { });
    }
}
/** The real path of what exists of it, with the rest added. */
async function resolved(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (thrown) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if ((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(thrown) !== 'ENOENT' || parent === path)
            return path;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await resolved(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}


/***/ })

};
