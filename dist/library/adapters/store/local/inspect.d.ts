import { type LocalRoot } from './local-root.ts';
/** Preflight of a local repository: whatever would stop a change half-way is found before it begins; writes nothing. */
export declare function inspectRepository(root: LocalRoot, options: {
    readonly forWriting: boolean;
    readonly version?: string;
}): Promise<readonly string[]>;
