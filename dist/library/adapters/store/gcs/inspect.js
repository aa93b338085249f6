import { failure } from '../../../domain/errors.js';
import { artifactsPrefix, BACKUPS, WORK } from '../../../domain/keys.js';
import { mustHoldSomething } from '../../../ports/existence.js';
import { clearStale, probe } from '../remote/probe.js';
import { judgeConditions, notHeld } from '../remote/requirements.js';
import { bucketSettings, keepsEverything, settingsWarnings, UNSEEN, } from './bucket-settings.js';
import { foldersDenied } from './folders.js';
import { accessListWarnings, deniedAt, missingPermissions, permissionFailure } from './permissions.js';
/** What a look at the bucket told, kept for the requests that follow. */
export class Inspection {
    settings;
    holds;
    parts;
    constructor(parts) {
        this.parts = parts;
    }
    /** Of the same bucket: what another look told need not be asked again. */
    follow({ settings, holds, parts }) {
        this.settings = settings;
        this.holds = holds;
        Object.assign(this.parts.lists, parts.lists);
        this.parts.api.joined.joins = parts.api.joined.joins;
    }
    /** Moves need nothing that copies don't, and are one request for two; only where they hold to conditions. */
    get method() {
        return this.holds?.conditional_move === true ? 'move' : 'copy';
    }
    /**
     * One request for the capabilities; with artifacts one for the settings, and for writing one for the permissions.
     * More only where something is unknown or missing: the probe, once per bucket and version of this tool.
     */
    async inspect(options) {
        const { forWriting, version, takesArtifacts = true, begins = false } = options;
        const { api, names } = this.parts;
        const [known, settings, missing] = await Promise.all([
            this.parts.file.read(),
            takesArtifacts ? bucketSettings(api, names) : undefined,
            takesArtifacts && forWriting ? missingPermissions(api, names) : undefined,
        ]);
        if (settings !== undefined)
            this.#learn(settings);
        if (begins)
            this.#mustLetGo(settings);
        if (missing !== undefined && missing.length > 0) {
            const denied = await deniedAt(this.parts, missing, version === undefined ? WORK : artifactsPrefix(version));
            if (denied.length > 0)
                throw permissionFailure(denied, names.keys.location);
        }
        const staying = version === undefined ? [] : await this.#backupsThatStay(missing);
        this.holds = known.capabilities?.holds;
        if (forWriting && known.capabilities === undefined)
            await this.#probe(known.stored);
        if (forWriting && this.method === 'move')
            await this.#demandFolders(settings);
        // Whoever only reads sends nothing but GETs.
        api.joined.joins = forWriting && this.holds?.conditional_batch_delete === true;
        return [
            ...this.#conditions(takesArtifacts),
            ...staying,
            ...(takesArtifacts ? await this.#settingsInWords(settings, forWriting) : []),
        ];
    }
    /** No reason to refuse: nothing depends on whether a backup that is not needed after all can go again. */
    async #backupsThatStay(missing) {
        const removal = (missing ?? []).filter((permission) => permission === 'storage.objects.delete');
        const [denied] = await deniedAt(this.parts, removal, BACKUPS);
        if (denied === undefined)
            return [];
        return [`A backup that is not needed after all will stay: ${denied} is not granted below ${BACKUPS}`];
    }
    /** Throws PERMISSION where moves would be refused for the folders that they have to make. */
    async #demandFolders(settings) {
        const denied = await foldersDenied(this.parts, settings);
        if (denied.length > 0)
            throw permissionFailure(denied, this.parts.names.keys.location);
    }
    /** For `doctor`, whatever was found before. Throws PERMISSION and UNREACHABLE. */
    async probeAnew() {
        const { stored } = await this.parts.file.read();
        return this.#probe(stored);
    }
    sweepProbes() {
        return clearStale(this.parts.subject, this.parts.now);
    }
    async #probe(stored) {
        const { subject, toolVersion, api, now, id, names } = this.parts;
        const { location } = names.keys;
        await mustHoldSomething({ location, list: (prefix, options) => subject.list(prefix, options) });
        // What a bucket keeps looks like a condition that is not held, and the probe's objects would stay.
        this.#mustLetGo(this.settings ?? (await bucketSettings(this.parts.api, names)));
        await this.sweepProbes();
        const { holds, batch_delete } = await probe(subject, id());
        this.holds = holds;
        const found = {
            schema_version: 1,
            tool_version: toolVersion,
            service: api.endpoint,
            probed_at: new Date(await now()).toISOString(),
            holds,
            batch_delete,
        };
        await this.parts.file.keep(found, stored);
        return found;
    }
    /** What is put there can't be taken away again, so nothing could be undone: neither a rollback nor a restore. */
    #mustLetGo(settings) {
        const [reason] = settings === undefined ? [] : keepsEverything(settings);
        if (reason === undefined)
            return;
        const { bucket } = this.parts.names;
        throw failure('BAD_INPUT', `Neither a rollback nor a restore can be made in gs://${bucket}: ${reason}`, {
            advice: 'Take the policy off the bucket, or keep releases in one without it.',
        });
    }
    #learn(settings) {
        this.settings = settings;
        const uniform = settings.iamConfiguration?.uniformBucketLevelAccess?.enabled;
        if (uniform !== undefined)
            this.parts.lists.counted = !uniform;
    }
    /** Throws BAD_INPUT where all-or-nothing could not be held, unless a person answers for it. */
    #conditions(artifacts) {
        if (this.holds === undefined)
            return [];
        const missing = notHeld(this.holds, { artifacts, copies: this.method === 'copy' });
        return judgeConditions(missing, this.parts.names.keys.location, this.parts.singleWriter);
    }
    async #settingsInWords(settings, forWriting) {
        const { api, names } = this.parts;
        if (settings === undefined)
            return [UNSEEN];
        const lists = forWriting ? await accessListWarnings(api, names, settings) : [];
        return [...settingsWarnings(settings, names), ...lists];
    }
}
