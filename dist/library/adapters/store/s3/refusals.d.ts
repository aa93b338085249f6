import { type RollbackError } from '../../../domain/errors.ts';
import type { Doing, Where } from './errors.ts';
import { type Thrown } from './thrown.ts';
/** An answer that says no for good. */
export declare function refusal(thrown: Thrown, doing: Doing, where: Where, cause: Error): RollbackError;
