import { POLICY_MODES, ROLLBACK_TYPES } from '../domain/types.js';
import { printable } from '../domain/version.js';
import { OptionReader } from './option-reader.js';
import { DEFAULTS, RANGES } from './options.js';
import { readOutput } from './output-options.js';
import { readRepository } from './repository-options.js';
const LONGEST_REASON = 2_000;
/** Raw options as a rollback, or every problem with them. Options of other operations are not looked at. */
export const parseRollback = (raw, who, label) => parse(raw, label, (reader) => readRollback(reader, who));
export const parseRestore = (raw, who, label) => parse(raw, label, (reader) => readRestore(reader, who));
export const parseRecover = (raw, who, label) => parse(raw, label, (reader) => readRecover(reader, who));
/** `list` asks for nothing: only where to look, and how to show it. */
export const parseList = (raw, label) => parse(raw, label, () => undefined);
/** `doctor` is told where to look, and where the results go. */
export const parseDoctor = (raw, label) => parse(raw, label, readDoctor);
/** Reads everything before it judges, so that all problems are told at once. */
export function parse(raw, label, read) {
    const reader = new OptionReader(raw, label);
    const order = { request: read(reader), repository: readRepository(reader), output: readOutput(reader) };
    return reader.problems.length > 0 ? { problems: reader.problems } : { order };
}
export function readRollback(reader, who) {
    const version = reader.version('version');
    if (reader.given('version') === undefined)
        reader.problem('version', 'is required');
    return {
        operation: 'rollback',
        // Without one there is a problem, and the request goes nowhere.
        version: version,
        rollbackType: reader.choice('rollback-type', ROLLBACK_TYPES, DEFAULTS['rollback-type']),
        policyMode: reader.choice('policy', POLICY_MODES, DEFAULTS.policy),
        force: reader.flag('force'),
        createBackup: readBackup(reader),
        ...readCommon(reader, who),
    };
}
export function readRestore(reader, who) {
    const version = reader.version('version');
    if (reader.given('version') === undefined && reader.given('rollback-id') === undefined) {
        reader.problem('version', `is required, or ${reader.label('rollback-id')}`);
    }
    return { operation: 'restore', version, rollbackId: readRollbackId(reader), ...readCommon(reader, who) };
}
export function readRecover(reader, who) {
    return {
        operation: 'recover',
        choice: readChoice(reader),
        acceptLogBreak: reader.flag('accept-log-break'),
        ...readCommon(reader, who),
    };
}
export const readDoctor = () => ({ operation: 'doctor' });
function readCommon(reader, { actor, run }) {
    const seconds = (name) => reader.number(name, RANGES[name], DEFAULTS[name]);
    return {
        dryRun: reader.flag('dry-run'),
        reason: reader.text('reason', LONGEST_REASON),
        lockTimeout: seconds('lock-timeout'),
        fenceSeconds: seconds('fence-seconds'),
        actor,
        run,
    };
}
function readBackup(reader) {
    const without = reader.flag('no-backup');
    const wanted = reader.flag('create-backup', true);
    if (without && wanted && reader.given('create-backup') !== undefined) {
        reader.problem('no-backup', `contradicts ${reader.label('create-backup')}; give one of them`);
    }
    return !without && wanted;
}
function readRollbackId(reader) {
    const id = reader.given('rollback-id');
    if (id !== undefined && !/^[0-9a-f]{8}$/.test(id)) {
        reader.problem('rollback-id', `'${printable(id)}' is not a rollback id (8 hexadecimal digits, 0-9 and a-f)`);
    }
    return id;
}
function readChoice(reader) {
    const [revert, abandon] = [reader.flag('revert'), reader.flag('abandon')];
    if (revert && abandon)
        reader.problem('revert', `contradicts ${reader.label('abandon')}; give one of them`);
    if (revert)
        return 'revert';
    return abandon ? 'abandon' : 'forward';
}
