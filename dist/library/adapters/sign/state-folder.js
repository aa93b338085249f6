import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
/** Where this machine's key is kept (XDG Base Directory Specification: a relative path there is to be ignored). */
export function stateFolder(environment = process.env) {
    const { XDG_STATE_HOME = '' } = environment;
    const base = isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : join(homedir(), '.local', 'state');
    return join(base, 'release-rollback');
}
/** The same; undefined for a user without a home, who can have no key there. */
export function stateFolderIfAny(environment) {
    try {
        return stateFolder(environment);
    }
    catch {
        return undefined;
    }
}
