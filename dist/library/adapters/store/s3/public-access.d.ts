import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { DiagnoseParts } from './diagnose.ts';
import type { Versioning } from './settings.ts';
/**
 * Whether strangers can read the index, and, what counts, a backup or a version that is not current any more: a release
 * pulled for a security hole must not stay readable there.
 */
export declare function publicFinding({ context, anonymous, list }: Pick<DiagnoseParts, 'context' | 'anonymous' | 'list'>, versioning: Versioning | undefined): Promise<Finding>;
