import { rmdirSync } from 'node:fs';
import { syncFolder } from './durable-file.js';
import { codeOf, isAbsent } from './io-errors.js';
/** A folder that holds something else stays; what was removed from it is made durable. */
export async function removeEmpty(work, path) {
    try {
        await work.change(() => rmdirSync(path));
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return;
        if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        syncFolder(path);
    }
}
