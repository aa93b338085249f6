import type { Finding } from '../../../ports/store-diagnosis.ts';
import { type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
/**
 * Whether the world reads the backups: asked as the world asks, and looked up in the policy where we may see it. A
 * release that was pulled for a security hole must not stay readable there; that the index is public is no fault.
 */
export declare function publicReadability(api: JsonApi, names: Names, backup: string | undefined): Promise<Finding>;
