//! A clock for pages that a test moves on, so that it need not wait for what happens after seconds or hours.

use super::page::Page;

/// Replaces the page's timers; `skip(ms)` runs all that are due within that time, in their order, at once. Timers of more than
/// a second run only so, however long the test takes; shorter ones run by themselves, too.
pub const CLOCK: &str = "
(() => {
    const real = { set: window.setTimeout.bind(window), clear: window.clearTimeout.bind(window) }
    const LONGEST = 1000
    const waiting = new Map()
    let now = 0, last = 1e6
    const run = (id) => {
        const timer = waiting.get(id)
        if (!timer) return
        real.clear(timer.real)
        if (timer.every === undefined) waiting.delete(id)
        else wait(id, timer, timer.every)
        timer.work(...timer.rest)
    }
    const wait = (id, timer, ms) => {
        timer.at = now + ms
        if (ms <= LONGEST) timer.real = real.set(() => run(id), ms)
        waiting.set(id, timer)
        return id
    }
    window.setTimeout = (work, ms = 0, ...rest) => wait(++last, { work, rest }, Math.max(0, +ms || 0))
    window.setInterval = (work, ms = 0, ...rest) => wait(++last, { work, rest, every: Math.max(1, +ms || 0) }, Math.max(1, +ms || 0))
    window.clearTimeout = window.clearInterval = (id) => {
        const timer = waiting.get(id)
        if (timer) real.clear(timer.real)
        waiting.delete(id)
    }
    window.skip = (ms) => {
        const until = now + ms
        for (;;) {
            const due = [...waiting].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
            if (!due) break
            now = Math.max(now, due[1].at)
            run(due[0])
        }
        now = until
        return true
    }
})()";

impl Page {
    /// Moves the clock of the page on; what is due until then happens now. The visit must have a clock, see
    /// [`super::Visit::with_clock`].
    #[track_caller]
    pub fn advance_clock(&self, milliseconds: u64) {
        self.js(&format!("skip({milliseconds})"));
    }
}
