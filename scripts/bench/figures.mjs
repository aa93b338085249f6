// Samples as figures, and figures beside their limits.
export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Median, and smallest to largest: how much of it is the machine's doing. */
export function spread(samples) {
  const [low, middle, high] = [Math.min(...samples), median(samples), Math.max(...samples)];
  return `${middle.toFixed(0).padStart(6)} (${low.toFixed(0)} to ${high.toFixed(0)})`.padEnd(24);
}

export const reached = ({ value, limit }) => value <= limit;

export function limitLine({ name, value, limit }) {
  const mark = reached({ value, limit }) ? 'reached' : 'MISSED';
  return `${name.padEnd(44)} ${value.toFixed(2).padStart(8)}   at most ${String(limit).padEnd(5)} ${mark}`;
}
