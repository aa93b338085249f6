import type { IndexDocument } from '../../domain/index/mod.ts';
import type { Rows } from '../../domain/rows.ts';
import type { Withdrawal } from '../../ports/workspace.ts';
import type { CommittedOperation } from './operation.ts';
/** What the report says is latest, before and after. */
export declare function noteLatest(operation: CommittedOperation, doc: IndexDocument): void;
/** What the report says was taken out. */
export declare function noteRemoved({ manifest, draft }: CommittedOperation, removed: Rows<string>): void;
export declare function warnOfStrangers({ draft }: CommittedOperation, { unknown }: Withdrawal): void;
