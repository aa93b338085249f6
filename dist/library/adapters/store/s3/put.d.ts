import { type Precondition, type Revision } from '../../../ports/object-store.ts';
import { type Dialect, type S3Context } from './context.ts';
export declare function putObject(context: S3Context, dialect: Dialect, object: {
    readonly key: string;
    readonly body: Uint8Array;
}, when: Precondition): Promise<Revision>;
