//! Lazily loaded chunks of the app.
//!
//! A function with `#[lazy_chunk(name)]`, and what only such functions call, is cut out of the app's first file by the
//! release build, into one file for each name. Calling it fetches that file first, which can fail. Code outside of chunks
//! must not call what they call; a test limits the size of the first file.

pub mod cards;
pub mod downloads;
pub mod figures;
pub mod kiosk;
pub mod page;
pub mod parsing;
pub mod search;
pub mod sharing;
pub mod tables;

use crate::enhance::app_state::AppState;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::cell::OnceCell;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

/// A chunk, or the document that it needs, could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct ChunkLoadError;

impl From<SplitLoaderError> for ChunkLoadError {
    fn from(_: SplitLoaderError) -> ChunkLoadError {
        ChunkLoadError
    }
}

/// What a function in a chunk returned, if the chunk could be fetched.
pub type ChunkResult<T = ()> = Result<T, ChunkLoadError>;

/// The result of a function in a chunk, boxed: what waits for it is compiled once, not once for each function.
type ChunkFuture<T> = Pin<Box<dyn Future<Output = ChunkResult<T>>>>;

thread_local! {
    static ROOT_OWNER: OnceCell<Owner> = const { OnceCell::new() };
}

/// Makes the current reactive owner the one that chunks run under.
pub fn set_root_owner() {
    ROOT_OWNER.with(|root| Owner::current().into_iter().for_each(|owner| drop(root.set(owner))));
}

/// Runs `work` under the page's reactive owner, which lives as long as the page.
fn with_root_owner<T>(work: impl FnOnce() -> T) -> T {
    match ROOT_OWNER.with(|root| root.get().cloned()) {
        Some(owner) => owner.with(work),
        None => work(),
    }
}

/// Waits for a function in a chunk; shows a notice if the chunk could not be fetched.
pub fn run(app: AppState, call: impl Future<Output = ChunkResult> + 'static) {
    then(call, move |outcome| app.ui.chunk_failed.set(outcome.is_err()));
}

/// Fetches a chunk that will be needed soon. A failure is shown only when the chunk is needed.
pub fn prefetch<E: 'static>(call: impl Future<Output = Result<(), E>> + 'static)
where
    ChunkLoadError: From<E>,
{
    then(async { Ok(call.await?) }, drop);
}

/// Waits for the document, then for a function in a chunk; passes the outcome to `next`.
pub fn then<T: 'static>(
    call: impl Future<Output = ChunkResult<T>> + 'static,
    next: impl FnOnce(ChunkResult<T>) + 'static,
) {
    wait(Box::pin(call), Box::new(next));
}

fn wait<T: 'static>(call: ChunkFuture<T>, next: Box<dyn FnOnce(ChunkResult<T>)>) {
    spawn_local(async move {
        let outcome = match parsing::ready().await {
            Ok(()) => call.await,
            Err(error) => Err(error),
        };
        next(outcome);
    });
}
