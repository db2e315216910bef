//! Work in pieces: each in a task of its own, so that the browser paints and answers the reader between them; and all
//! that is left of it at once, where somebody cannot wait.

use crate::platform::page::after_paint;
use std::cell::{Cell, RefCell};

/// Does a piece; false where nothing is left.
type Work = Box<dyn FnMut() -> bool>;

thread_local! {
    static LEFT: RefCell<Option<Work>> = const { RefCell::new(None) };
    /// True while a task is on its way that does a piece.
    static COMING: Cell<bool> = const { Cell::new(false) };
}

/// Does this work piece by piece, each behind a paint. What was left of other work is given up.
pub fn begin(work: Work) {
    LEFT.replace(Some(work));
    come();
}

/// Does all that is left, now.
pub fn finish() {
    while piece() {}
}

fn come() {
    if !COMING.replace(true) {
        after_paint(|| {
            COMING.set(false);
            if piece() {
                come();
            }
        });
    }
}

/// Does the next piece; false where nothing was left, or is.
fn piece() -> bool {
    // Taken out meanwhile: a piece may begin other work.
    let Some(mut work) = LEFT.take() else { return false };
    let more = work();
    LEFT.with_borrow_mut(|left| {
        if more && left.is_none() {
            *left = Some(work);
        }
        left.is_some()
    })
}
