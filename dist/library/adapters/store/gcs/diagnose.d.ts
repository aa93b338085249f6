import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Inspection } from './inspect.ts';
/** Everything that `doctor` can find out without touching a release; each look stands for itself. */
export declare function diagnose(inspection: Inspection): Promise<readonly Finding[]>;
