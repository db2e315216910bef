//! The reactive owner that functions in chunks run under.

use leptos::prelude::*;
use std::cell::OnceCell;

thread_local! {
    static ROOT_OWNER: OnceCell<Owner> = const { OnceCell::new() };
}

/// Makes the current reactive owner the one that chunks run under.
pub fn set_root_owner() {
    ROOT_OWNER.with(|root| Owner::current().into_iter().for_each(|owner| drop(root.set(owner))));
}

/// Runs `work` under the page's reactive owner, which lives as long as the page.
pub fn with_root_owner<T>(work: impl FnOnce() -> T) -> T {
    match ROOT_OWNER.with(|root| root.get().cloned()) {
        Some(owner) => owner.with(work),
        None => work(),
    }
}
