import { failure } from '../domain/errors.js';
import { unknownName } from '../request/named-options.js';
import { OptionReader } from '../request/option-reader.js';
import { readRepository } from '../request/repository-options.js';
/** The option behind each name, and what it is to be. */
const NAMES = {
    path: ['repository-path', 'string'],
    bucket: ['repository-bucket', 'string'],
    prefix: ['repository-prefix', 'string'],
    backupPrefix: ['backup-prefix', 'string'],
    endpoint: ['s3-endpoint', 'string'],
    region: ['s3-region', 'string'],
    forcePathStyle: ['s3-force-path-style', 'boolean'],
    projectId: ['gcs-project-id', 'string'],
    concurrency: ['concurrency', 'number'],
    requestTimeout: ['request-timeout', 'number'],
    retries: ['retries', 'number'],
    singleWriter: ['single-writer', 'boolean'],
};
/** The same options, with the same checks, as the commands have. Throws BAD_INPUT with every problem. */
export function repositoryOptions(type, config) {
    const problems = [];
    const raw = { 'repository-type': String(type) };
    const labels = new Map([['repository-type', 'type']]);
    for (const [name, value] of Object.entries(config ?? {})) {
        if (value === undefined)
            continue;
        const [option, kind] = Object.hasOwn(NAMES, name) ? NAMES[name] : [];
        if (option === undefined)
            problems.push(unknownName(name, Object.keys(NAMES)));
        // Two options of the commands have this one name here.
        else if (name === 'endpoint' && type === 'local') {
            problems.push('endpoint: is for s3 and gcs, and type is local');
        }
        else if (typeof value !== kind)
            problems.push(`${name}: is no ${kind}`);
        else {
            const target = option === 's3-endpoint' && type === 'gcs' ? 'gcs-endpoint' : option;
            raw[target] = String(value);
            labels.set(target, name);
        }
    }
    const reader = new OptionReader(raw, (option) => labels.get(option) ?? nameOf(option));
    const options = readRepository(reader);
    problems.push(...reader.problems);
    if (type === 'local' && raw['repository-path'] === undefined) {
        problems.unshift('A local repository needs a path: RepositoryFactory.create("local", { path })');
    }
    const [first, ...details] = problems;
    if (first !== undefined)
        throw failure('BAD_INPUT', first, { details });
    return options;
}
/** Of an option that was not given and is missed. */
const nameOf = (option) => Object.entries(NAMES).find(([, [each]]) => each === option)?.[0] ?? option;
