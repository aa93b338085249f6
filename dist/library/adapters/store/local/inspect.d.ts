import type { Finding } from '../../../ports/store-diagnosis.ts';
import { type LocalRoot } from './local-root.ts';
/** Preflight of a local repository: whatever would stop a change half-way is found before it begins; writes nothing. */
export declare function inspectRepository(root: LocalRoot, options: {
    readonly forWriting: boolean;
    readonly version?: string;
}): Promise<readonly string[]>;
/** For `doctor`: what else a preflight would refuse after the first that it meets, each look by itself. */
export declare function furtherProblems(root: LocalRoot): Promise<readonly Finding[]>;
