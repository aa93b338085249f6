import { type Guard, type Ticket } from '../../../ports/workspace.ts';
import { type LocalRoot } from './local-root.ts';
/** The version's folder while it is on its way. */
export declare const TREE = "tree";
/**
 * The fence of one holder's turn: all its changes are renames and links out of or into this folder, and whoever
 * takes over renames it first. From then on every change of the former holder meets ENOENT.
 */
export declare class WorkFolder {
    readonly root: LocalRoot;
    readonly ticket: Ticket;
    readonly path: string;
    private readonly guard;
    constructor(root: LocalRoot, ticket: Ticket, guard: Guard);
    get tree(): string;
    temporary(): string;
    /** Asks the guard, then changes something; ENOENT because the folder is gone means that we were superseded. */
    change<T>(action: () => Promise<T>): Promise<T>;
    mustBeOurs(): Promise<void>;
    /** A rename, made durable: the place that gains first, so that a power cut never leaves the thing in neither. */
    move(from: string, to: string): Promise<void>;
    /** Makes a folder complete with its mode, then gives it its name; one that is there already is left as it is. */
    makeFolder(path: string, mode: number): Promise<void>;
    /** Backups on another file system: no rename goes there, so only the guard stands before it. */
    private makeFolderElsewhere;
    /** Deletes a tree that is not needed any more: out of its place by one rename, then at leisure. */
    deleteTree(path: string): Promise<void>;
    open(): Promise<void>;
    /** Takes over what earlier epochs left, the newest as it is; throws when there is a later one. */
    private adoptEarlier;
    private adopt;
    /** After the closer: gives the folder a name that is nobody's fence, then deletes it; never the only copy of a tree. */
    close(): Promise<void>;
}
/** A tree that is still on its way is nowhere else: only a person may delete what an abandoned operation left. */
export declare function holdsTree(folder: string): Promise<boolean>;
export declare const workName: (operationId: string, epoch: number) => string;
export declare function parseWorkName(name: string): {
    operationId: string;
    epoch: number;
} | undefined;
export declare const CLOSED = "closed-";
/** Renamed first: a late holder finds nothing, and a killed clean-up leaves a name that says what it is. */
export declare function deleteWorkFolder(root: LocalRoot, name: string): Promise<void>;
/** Deletes a whole tree, also folders that their owner made read-only. */
export declare function deleteTree(path: string): Promise<void>;
