const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Cancellation {
  readonly signal: AbortSignal;
  /** Ends the watch; a later signal acts as it does on any process. */
  stop(): void;
}

/**
 * Turns signals into a wish to end: before the commit the operation ends, after it it goes on. A second signal
 * does not kill it half-way; it says why. (GitHub sends SIGINT, after 7.5 s SIGTERM, and kills 2.5 s later.)
 */
export function watchSignals(say: (line: string) => void): Cancellation {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    const first = !controller.signal.aborted;
    controller.abort(new Error(`cancelled by ${name}`));
    say(
      first
        ? `${name}: ending cleanly; ${SAFE}`
        : `${name} again: already ending, which takes a moment; ${SAFE}`,
    );
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}

const SAFE =
  'nothing is lost if it is killed: the next run, or `release-rollback recover`, finishes or undoes it';
