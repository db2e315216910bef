//! When a page rests: nothing that it has begun is still under way.
//!
//! A fixed pause would be too short on a busy machine and too long on an idle one. So a script that runs before any of the
//! page's own counts what is under way: timers, idle callbacks, requests, WebAssembly that is compiled, and charts that the
//! worker draws.

use super::page::Page;

/// Counts what is under way in `testActivity`. Timers of more than a second do not count: the kiosk always has one.
pub const TRACK_ACTIVITY: &str = "
(() => {
    const activity = (globalThis.testActivity = { timers: new Set(), idle: new Set(), promises: 0, drawings: 0, changes: 0 })
    const LONGEST = 1000
    const { setTimeout: later, clearTimeout: cancel } = window
    window.setTimeout = (work, ms = 0, ...rest) => {
        const id = later(() => {
            activity.timers.delete(id)
            work(...rest)
        }, ms)
        if (!(ms > LONGEST)) activity.timers.add(id)
        return id
    }
    window.clearTimeout = (id) => {
        activity.timers.delete(id)
        cancel(id)
    }
    const whenIdle = window.requestIdleCallback
    window.requestIdleCallback = (work, ...rest) => {
        const id = whenIdle((...given) => {
            activity.idle.delete(id)
            work(...given)
        }, ...rest)
        activity.idle.add(id)
        return id
    }
    const cancelIdle = window.cancelIdleCallback
    window.cancelIdleCallback = (id) => {
        activity.idle.delete(id)
        cancelIdle(id)
    }
    const count = (owner, name) => {
        const plain = owner[name]
        owner[name] = function (...given) {
            const promise = Reflect.apply(plain, this, given)
            activity.promises++
            const done = () => activity.promises--
            promise.then(done, done)
            return promise
        }
    }
    count(window, 'fetch')
    for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming']) count(WebAssembly, name)
    for (const name of ['arrayBuffer', 'blob', 'json', 'text']) count(Response.prototype, name)
    // The worker answers each message with one, unless the page ends it before.
    const post = Worker.prototype.postMessage
    const known = new WeakMap()
    const end = Worker.prototype.terminate
    Worker.prototype.terminate = function () {
        known.get(this)?.()
        return Reflect.apply(end, this, [])
    }
    Worker.prototype.postMessage = function (...given) {
        if (!known.has(this)) {
            let asked = 0
            const forget = () => { activity.drawings -= asked; asked = 0 }
            known.set(this, forget)
            this.asked = () => { asked++; activity.drawings++ }
            this.addEventListener('message', () => { if (asked > 0) { asked--; activity.drawings-- } })
            this.addEventListener('error', forget)
        }
        this.asked()
        return Reflect.apply(post, this, given)
    }
    new MutationObserver(() => activity.changes++)
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    addEventListener('scroll', () => activity.changes++, { capture: true, passive: true })
    activity.later = later
    activity.busy = () => {
        const { timers, idle, promises, drawings } = activity
        const moving = document.getAnimations().filter(({ playState, effect }) =>
            playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime))
        const under = { timers: timers.size, idle: idle.size, promises, drawings, animations: moving.length }
        return Object.entries(under).filter(([, n]) => n > 0).map(([name, n]) => `${n} ${name}`).join(', ')
    }
})()";

/// Resolves with `true` once nothing is under way and nothing has changed for several frames and a tenth of a second.
const UNTIL_REST: &str = "
const done = arguments[arguments.length - 1];
(async () => {
    const activity = globalThis.testActivity
    if (!activity) return done('the page was opened without scripts')
    const frame = () => new Promise((next) => requestAnimationFrame(() => activity.later.call(window, next, 20)))
    const giveUp = performance.now() + 60_000
    await document.fonts.ready
    for (let quiet = 0; quiet < 5; ) {
        const before = activity.changes
        await frame()
        const busy = activity.busy()
        quiet = busy || activity.changes !== before ? 0 : quiet + 1
        if (performance.now() > giveUp) return done(busy || 'something that changes the page')
    }
    done(true)
})();";

impl Page {
    /// Waits until the page rests: charts are drawn, files have arrived, motion is over, and nothing changes any more.
    #[track_caller]
    pub fn settle(&self) {
        let ended = self.js_async("waiting for the page to rest", UNTIL_REST);
        assert_eq!(ended, true, "the page does not rest");
    }

    /// Waits until the next frame has been painted.
    #[track_caller]
    pub fn next_frame(&self) {
        self.js("new Promise((next) => requestAnimationFrame(() => setTimeout(next)))");
    }
}
