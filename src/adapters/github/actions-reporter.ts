import * as core from '@actions/core';
import type { StageName } from '../../domain/types.ts';
import type { Reporter } from '../../ports/reporter.ts';
import { oneLine } from '../../report/safe-text.ts';

/** Milliseconds between two lines about the progress of one stage. */
const PROGRESS_EVERY = 10_000;

/** Tells the Action's log what happens, a line each; annotations come at the end, when it is known what counts. */
export class ActionsReporter implements Reporter {
  readonly #verbose: boolean;
  readonly #now: () => number;
  #toldAt = 0;

  constructor({ verbose, now = Date.now }: { verbose: boolean; now?: () => number }) {
    this.#verbose = verbose;
    this.#now = now;
  }

  stageStarted(stage: StageName): void {
    this.#toldAt = this.#now();
    this.debug(`${stage} …`);
  }

  stageEnded(stage: StageName, seconds: number): void {
    this.info(`${stage.padEnd(10)}${seconds.toFixed(3).padStart(9)} s`);
  }

  progress(stage: StageName, done: number, total: number): void {
    if (this.#now() - this.#toldAt < PROGRESS_EVERY) return;
    this.#toldAt = this.#now();
    this.info(`${stage}: ${done} of ${total}`);
  }

  warn(message: string): void {
    this.info(`WARNING: ${message}`);
  }

  info(message: string): void {
    core.info(oneLine(message));
  }

  debug(message: string): void {
    if (this.#verbose) this.info(message);
    else core.debug(oneLine(message));
  }
}
