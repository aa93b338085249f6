/**
 * Lets in what waits: a signal, a timer, a reply. Calls that wait for the disk in place give up nothing of their own,
 * so this comes before each change and between the parts of what is long.
 */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Milliseconds that a loop may hold everybody up. */
const LONGEST = 20;
let since = performance.now();
/** The same where it is due: for each step of a loop that would be long on a slow disk. */
export async function turnWhenDue() {
    if (performance.now() - since < LONGEST)
        return;
    await turn();
    since = performance.now();
}
