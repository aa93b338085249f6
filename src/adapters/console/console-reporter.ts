import type { StageName } from '../../domain/types.ts';
import type { Reporter } from '../../ports/reporter.ts';
import { oneLine } from '../../report/safe-text.ts';

export interface ConsoleReporterOptions {
  readonly write: (text: string) => void;
  readonly verbose: boolean;
  /** On a terminal a long copy shows its progress in one line; elsewhere it would flood a log. */
  readonly terminal: boolean;
  readonly now: () => number;
}

/** Milliseconds between two looks of the progress line, and before it shows at all. */
const PROGRESS_EVERY = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** Tells on stderr what happens as it happens; each warning once. */
export class ConsoleReporter implements Reporter {
  readonly #options: ConsoleReporterOptions;
  readonly #warned = new Set<string>();
  #toldAt = 0;
  #lineOpen = false;

  constructor(options: ConsoleReporterOptions) {
    this.#options = options;
  }

  stageStarted(stage: StageName): void {
    this.#toldAt = this.#options.now();
    this.debug(`${stage} …`);
  }

  stageEnded(stage: StageName, seconds: number): void {
    this.#line(`${stage.padEnd(10)}${seconds.toFixed(3).padStart(9)} s`);
  }

  progress(stage: StageName, done: number, total: number): void {
    const { terminal, write, now } = this.#options;
    if (!terminal || now() - this.#toldAt < PROGRESS_EVERY) return;
    this.#toldAt = now();
    this.#lineOpen = true;
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    write(`${CLEAR_LINE}${stage}: ${done} of ${total} (${percent} %)`);
  }

  warn(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#line(`WARNING: ${message}`);
  }

  info(message: string): void {
    this.#line(message);
  }

  debug(message: string): void {
    if (this.#options.verbose) this.#line(message);
  }

  #line(text: string): void {
    if (this.#lineOpen) this.#options.write(CLEAR_LINE);
    this.#lineOpen = false;
    this.#options.write(`${oneLine(text)}\n`);
  }
}
