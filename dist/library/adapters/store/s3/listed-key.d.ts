import { UnansweredError } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
/** `encoding-type=url` is that of forms: '+' is a blank. Undefined for what is no UTF-8. */
export declare function decodeListed(text: string, encoding: string | undefined): string | undefined;
/** A listing that has more and does not say where: taken for a whole one, what is not listed would count as gone. */
export declare const brokenOff: ({ keys }: Pick<S3Context, 'keys'>, prefix: string) => UnansweredError;
/** A listed key as one of ours; undefined, and a word for who debugs, for what is none. */
export declare function ownKey({ keys, debug }: Pick<S3Context, 'keys' | 'debug'>, listed: string | undefined, encoding: string | undefined): string | undefined;
