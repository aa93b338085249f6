import { BACKUPS } from '../../../domain/keys.js';
import { compareKeys } from '../../../ports/object-store.js';
/** A listing as the port has it, also of the whole repository with its backups in another place of the bucket. */
export async function* listRepository(keys, prefix, options, place) {
    if (prefix !== '' || !keys.backupsElsewhere) {
        yield* place(prefix, options);
        return;
    }
    const backups = options.shallow === true ? namesBackups(place) : place(BACKUPS, options);
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    for await (const info of merged(place('', options), backups)) {
        if (left <= 0)
            return;
        left -= 1;
        yield info;
    }
}
/** The one name that backups kept elsewhere have directly below the repository. */
async function* namesBackups(place) {
    for await (const _ of place(BACKUPS, { limit: 1 }))
        yield folderInfo(BACKUPS);
}
/** A name that stands for everything below it; nothing is stored under it. */
export const folderInfo = (key) => ({
    key,
    type: 'folder',
    size: 0,
    revision: '',
    modified: 0,
});
/** Two ordered listings as one. */
async function* merged(left, right) {
    const sources = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()];
    try {
        let [a, b] = await Promise.all([sources[0].next(), sources[1].next()]);
        while (a.done !== true || b.done !== true) {
            if (b.done === true || (a.done !== true && compareKeys(a.value.key, b.value.key) <= 0)) {
                yield a.value;
                a = await sources[0].next();
            }
            else {
                yield b.value;
                b = await sources[1].next();
            }
        }
    }
    finally {
        await Promise.all(sources.map((source) => source.return?.()));
    }
}
