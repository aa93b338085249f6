/**
 * The candidate that `word` most likely was meant to be, or undefined when none is near. Case and the kind of
 * separator cost nothing: `artifacts-only` means `artifacts_only`.
 */
export function nearest(word, candidates) {
    const meant = normal(word);
    // Nobody mistypes a name so long; the table below would grow with it.
    if (meant === '' || meant.length > 60)
        return undefined;
    let best;
    for (const candidate of candidates) {
        const target = normal(candidate);
        const distance = editDistance(meant, target);
        const near = distance <= Math.max(1, Math.floor(Math.max(meant.length, target.length) * 0.4));
        if (near && (best === undefined || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? candidates.find((candidate) => isCutShort(meant, normal(candidate)));
}
const normal = (text) => text.toLowerCase().replaceAll(/[\s_-]+/g, '-');
/** `--manifest` for `--manifest-output-dir`. */
const isCutShort = (meant, target) => meant.length >= 4 && target.startsWith(meant);
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
