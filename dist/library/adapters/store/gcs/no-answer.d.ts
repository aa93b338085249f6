import { RollbackError } from '../../../domain/errors.ts';
/** The request went out, or tried to, and no whole answer came back. */
export declare function noAnswer(thrown: unknown): RollbackError;
/** No token could be had. What the library throws may carry requests with secrets: only its words go on, and no cause. */
export declare function credentialsFailure(thrown: unknown): RollbackError;
/** The first line, short, and nothing in it that could be a token or a signed URL. */
export declare function harmless(text: string): string;
