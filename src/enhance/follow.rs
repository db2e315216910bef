//! Doing something again whenever what it reads changes.

use leptos::prelude::*;

/// Does the work soon, and again whenever a signal that it read changes, for as long as the reactive owner around lives.
///
/// It is one machinery for all work, where an [`Effect`] would be one for each.
pub fn follow(work: impl FnMut() + 'static) {
    boxed(Box::new(work));
}

fn boxed(mut work: Box<dyn FnMut()>) {
    Effect::new(move |_| work());
}
