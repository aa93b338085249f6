import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { S3Context } from './context.ts';
import { type Versioning } from './settings.ts';
/** The bucket's own settings, as far as we may read them. */
export declare function settingFindings(context: S3Context, versioning: Versioning | undefined): Promise<readonly Finding[]>;
