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
    /**
     * Lets in what waits, asks the guard, then changes something; ENOENT because the folder is gone means that we were
     * superseded. Nothing comes between the guard's word and a change that is made in place.
     */
    change<T>(action: () => T | Promise<T>): Promise<T>;
    mustBeOurs(): void;
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
export declare function holdsTree(folder: string): boolean;
export declare const workName: (operationId: string, epoch: number) => string;
export declare function parseWorkName(name: string): {
    operationId: string;
    epoch: number;
} | undefined;
export declare const CLOSED = "closed-";
/**
 * Renamed first: a late holder finds nothing, and a killed clean-up leaves a name that says what it is. Not synced:
 * what a power cut brings back is of a closed operation, and the next one sweeps it.
 */
export declare function deleteWorkFolder(root: LocalRoot, name: string): Promise<void>;
