import type { Order } from '../../request/parse.ts';
import type { DoctorRequest, OperationRequest } from '../../request/request.ts';

/** What a command line asks for. */
export type Task =
  | ({ readonly operation: 'rollback' | 'restore' | 'recover' } & Order<OperationRequest>)
  | ({ readonly operation: 'doctor' } & Order<DoctorRequest>)
  | ({ readonly operation: 'list' } & Order<undefined>);

/** A command line, read: help, something wrong with it, or a task. */
export type CommandLine =
  | { readonly help: string }
  | { readonly usage: string; readonly problems: readonly string[]; readonly json: boolean }
  | {
      readonly task: Task;
      readonly json: boolean;
      readonly color: boolean;
      /** A file with a PEM key. */
      readonly signingKey: string | undefined;
    };
