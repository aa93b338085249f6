import type { S3Context } from './context.ts';
/** `encoding-type=url` is that of forms: '+' is a blank. Undefined for what is no UTF-8. */
export declare function decodeListed(text: string, encoding: string | undefined): string | undefined;
/** A listed key as one of ours; undefined, and a word for who debugs, for what is none. */
export declare function ownKey({ keys, debug }: Pick<S3Context, 'keys' | 'debug'>, listed: string | undefined, encoding: string | undefined): string | undefined;
