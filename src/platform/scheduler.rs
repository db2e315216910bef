//! A cooperative scheduler: work in steps, each in a task of its own, so that the browser paints and responds to input
//! between them.

use leptos::prelude::{request_animation_frame, set_timeout};
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// Does one step of the work; returns false after the last one.
type Work = Box<dyn FnMut() -> bool>;

thread_local! {
    static PENDING: RefCell<Option<Work>> = const { RefCell::new(None) };
    /// True while a task is queued that does the next step.
    static IS_QUEUED: Cell<bool> = const { Cell::new(false) };
}

/// Does this work step by step, each after a paint. Replaces the work that was pending.
pub fn schedule(work: Work) {
    PENDING.replace(Some(work));
    queue();
}

/// Does all pending steps now.
pub fn finish() {
    while step() {}
}

/// Runs `task` once the browser has painted the changes so far.
pub fn after_paint(task: impl FnOnce() + 'static) {
    let task: Box<dyn FnOnce()> = Box::new(task);
    request_animation_frame(move || set_timeout(task, Duration::ZERO));
}

fn queue() {
    if !IS_QUEUED.replace(true) {
        after_paint(|| {
            IS_QUEUED.set(false);
            if step() {
                queue();
            }
        });
    }
}

/// Does the next step; false if no step is pending after it.
fn step() -> bool {
    // Taken out while it runs, since a step may schedule other work.
    let Some(mut work) = PENDING.take() else { return false };
    let has_more = work();
    PENDING.with_borrow_mut(|pending| {
        if has_more && pending.is_none() {
            *pending = Some(work);
        }
        pending.is_some()
    })
}
