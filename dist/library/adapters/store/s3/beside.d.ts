import { type Grants } from './acl.ts';
import { type Dialect, type S3Context } from './context.ts';
/** What stands beside an object and does not come with its bytes: as far as it is known whether it can be carried over. */
export declare class Beside {
    /** Access lists of what is replaced: there can be none, or they are carried over. */
    acls: 'unknown' | 'none' | 'carried';
    /** Keys whose access list is lost when they are replaced, after a warning. */
    lostAcls: ReadonlySet<string>;
    /** Whether an answer that counts no tags means that there are none: S3 tells the count only to who may read tags. */
    countsTags: boolean;
}
/**
 * Whether the access lists of what is replaced can be put back; warns, before anything changes, where they will be lost.
 * Nothing is asked where objects can have none.
 */
export declare function inspectAcls(context: S3Context, dialect: Dialect, objectAcls: boolean | undefined): Promise<readonly string[]>;
/** Throws BACKUP where it can't be told whether the index has tags: a replacement would lose them. */
export declare function inspectTags(context: S3Context): Promise<void>;
/** The access list for the object that takes the place of another. */
export declare function grantsFor(context: S3Context, key: string): Promise<Grants>;
