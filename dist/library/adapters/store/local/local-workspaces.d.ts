import type { Guard, Ticket, Workspace, WorkspaceFactory } from '../../../ports/workspace.ts';
import { type LocalRoot } from './local-root.ts';
export declare class LocalWorkspaces implements WorkspaceFactory {
    private readonly root;
    constructor(root: LocalRoot);
    create(ticket: Ticket, guard: Guard): Workspace;
    /** Cleaning up is never worth failing for, so what can't be deleted stays for the next time. */
    sweep(openOperationId: string | undefined, closedOperationId?: string): Promise<void>;
    makeRoom(): Promise<void>;
    private isLeftover;
    private sweepTemporaries;
    private age;
    private namesIn;
}
