import type { StageName } from '../domain/types.ts';
/** Told what happens as it happens; can't change it, and never throws. */
export interface Reporter {
    stageStarted(stage: StageName): void;
    stageEnded(stage: StageName, seconds: number): void;
    progress(stage: StageName, done: number, total: number): void;
    warn(message: string): void;
    info(message: string): void;
    debug(message: string): void;
}
