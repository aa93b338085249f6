import { type Bytes } from '../../../domain/byte-parts.ts';
import { type Precondition, type Revision } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { type Dialect, type S3Context } from './context.ts';
export interface Put {
    readonly key: string;
    readonly body: Bytes;
    readonly when: Precondition;
    readonly guard: Guard;
}
export declare function putObject(context: S3Context, dialect: Dialect, put: Put): Promise<Revision>;
