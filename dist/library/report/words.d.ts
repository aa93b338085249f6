import type { RollbackReport } from '../domain/report.ts';
/** `1,234 artifacts`, `1 artifact`. */
export declare function counted(count: number, noun: string): string;
export declare const grouped: (count: number) => string;
/** `4,525 bytes`, from a MiB on `50.0 MiB`. */
export declare function sized(bytes: number): string;
/** `284 ms`, `2.84 s`, `75.3 s`. */
export declare function lasted(seconds: number): string;
/** `local /var/tars/artifacts`; a URL says its type itself. */
export declare const placeOf: ({ repository_type: type, repository_location: location, }: Pick<RollbackReport, 'repository_type' | 'repository_location'>) => string;
/** At most so many, and how many more there are. */
export declare function first<T>(items: readonly T[], most: number): {
    shown: readonly T[];
    more: number;
};
/** `SUCCESS (with warnings)`: the guide's word for how it ended. */
export declare function verdict(report: RollbackReport): string;
/** What the operation is called, and what it does to artifacts, in words. */
export declare const OPERATIONS: {
    readonly rollback: {
        readonly noun: 'rollback';
        readonly done: 'rolled back';
        readonly moved: 'Taken out';
        readonly moves: 'Takes out';
        readonly move: 'Remove';
        readonly listed: 'REMOVED ARTIFACTS';
    };
    readonly restore: {
        readonly noun: 'restore';
        readonly done: 'restored';
        readonly moved: 'Put back';
        readonly moves: 'Puts back';
        readonly move: 'Put back';
        readonly listed: 'RESTORED ARTIFACTS';
    };
    readonly recover: {
        readonly noun: 'recovery';
        readonly done: 'recovered';
        readonly moved: 'Moved';
        readonly moves: 'Moves';
        readonly move: 'Move';
        readonly listed: 'AFFECTED ARTIFACTS';
    };
};
