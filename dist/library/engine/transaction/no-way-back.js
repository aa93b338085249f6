import { failure } from '../../domain/errors.js';
import { named } from '../named.js';
import { fence } from './operation.js';
import { missingKeys } from './revert.js';
import { noteRemoved } from './rollback-notes.js';
/**
 * Without a backup on a store that only deletes, nothing can come back once the first artifact is gone: then the ones
 * that still stand, else undefined. It is looked for, since a batch may fail half-way through.
 */
export async function standingForGood(operation) {
    const { manifest, context } = operation;
    const { create_backup: backup, backup_method: method } = manifest;
    if (backup || method !== 'copy' || context.store.workspaces !== undefined)
        return undefined;
    if (manifest.operation === 'restore')
        return undefined;
    // What is under way still may be the first.
    await fence(operation);
    const missing = await missingKeys(operation);
    if (missing.length === 0)
        return undefined;
    noteRemoved(operation, missing);
    const gone = new Set(missing);
    return manifest.artifacts.map(({ path }) => path).filter((path) => !gone.has(path));
}
/** With what could not be taken out named. */
export function partly(error, standing) {
    if (standing.length === 0)
        return error;
    return failure(error.code, `${error.message}; nothing can be put back without a backup`, {
        cause: error,
        details: [...error.details, `Not taken out, and still there: ${named(standing)}`],
        advice: 'Mend the cause, then run the same command with --force: it takes out what is left.',
    });
}
