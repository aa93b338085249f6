import type { StageTiming } from '../domain/report.ts';
import { lasted } from './words.ts';

const WIDTH = 40;

/** The stages as bars, one behind the other: where the time went, at a glance, wherever text is shown. */
export function timeline(stages: readonly StageTiming[]): readonly string[] {
  const total = stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const name = Math.max(0, ...stages.map((stage) => stage.name.length));
  const scale = total > 0 ? WIDTH / total : 0;
  let before = 0;
  return stages.map((stage) => {
    const start = Math.min(WIDTH - 1, Math.floor(before * scale));
    before += stage.seconds;
    const end = Math.min(WIDTH, Math.max(start + 1, Math.round(before * scale)));
    const bar = `${' '.repeat(start)}${'█'.repeat(end - start)}`.padEnd(WIDTH);
    return `${stage.name.padEnd(name)}  ${bar}  ${lasted(stage.seconds).padStart(8)}`;
  });
}
