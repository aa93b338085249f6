import { printable } from '../domain/version.js';
import { nearest } from './nearest.js';
/** An object of named options, as a caller from JavaScript may give it: whatever it is. `undefined` is 'not given'. */
export function readNamed(given, names) {
    const kinds = Object.fromEntries(Object.entries(names).map(([name, [, kind]]) => [name, kind]));
    const problems = namedProblems(given, kinds);
    const raw = {};
    for (const [name, [option, kind]] of Object.entries(names)) {
        const value = given?.[name];
        if (typeof value === kind)
            raw[option] = String(value);
    }
    const label = (option) => Object.entries(names).find(([, [each]]) => each === option)?.[0] ?? option;
    return { raw, label, problems };
}
/** Every name that there is not, and every value of another type: what 'yes', 0 or null mean would be a guess. */
export function namedProblems(given, kinds) {
    if (given === undefined)
        return [];
    if (typeof given !== 'object' || given === null || Array.isArray(given))
        return ['The options are to be an object'];
    return Object.entries(given).flatMap(([name, value]) => {
        if (value === undefined)
            return [];
        const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
        if (kind === undefined)
            return [unknownName(name, Object.keys(kinds))];
        return typeof value === kind ? [] : [`${name}: is no ${kind}`];
    });
}
/** `dry_run: is called dryRun here`; else with the nearest name, if one is near. */
export function unknownName(name, known) {
    const same = known.find((each) => bare(each) === bare(name));
    if (same !== undefined)
        return `${printable(name)}: is called ${same} here`;
    const meant = nearest(name, known);
    return `${printable(name)}: there is no such option${meant === undefined ? '' : ` (did you mean '${meant}'?)`}`;
}
const bare = (name) => name.toLowerCase().replaceAll(/[_-]/g, '');
