/** The machine's own clocks. */
export class SystemClock {
    now() {
        return Date.now();
    }
    monotonic() {
        // Of the same clock as `performance.now()`, which loads a module first.
        return process.uptime() * 1000;
    }
    async sleep(milliseconds) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    every(milliseconds, tick) {
        const timer = setInterval(tick, milliseconds).unref();
        return () => clearInterval(timer);
    }
}
