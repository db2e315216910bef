//! Running functions in chunks, and fetching chunks ahead of need. All of this waits for the document first, which every
//! chunk needs.

use super::chunk_result::ChunkResult;
use super::parsing;
use crate::enhance::app_state::AppState;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

/// The result of a function in a chunk, boxed: what waits for it is compiled once, not once for each function.
type ChunkFuture<T> = Pin<Box<dyn Future<Output = ChunkResult<T>>>>;

/// Runs a function in a chunk. A notice on the page says so if the chunk could not be fetched.
pub fn run_or_show_notice(app: AppState, call: impl Future<Output = ChunkResult> + 'static) {
    run_after_document(call, move |outcome| app.ui.chunk_failed.set(outcome.is_err()));
}

/// Runs a function in a chunk that the reader did not ask for, so nothing is shown if the chunk could not be fetched.
pub fn run_silently(call: impl Future<Output = ChunkResult> + 'static) {
    run_after_document(call, drop);
}

/// Fetches a chunk that will be needed soon. A failure is shown only when the chunk is needed.
pub fn prefetch(fetch: impl Future<Output = Result<(), SplitLoaderError>> + 'static) {
    run_after_document(async { Ok(fetch.await?) }, drop);
}

/// Calls `next` once the document is there, or could not be fetched.
pub fn after_document(next: impl FnOnce(ChunkResult) + 'static) {
    run_after_document(async { Ok(()) }, next);
}

/// Waits for the document, then runs a function in a chunk; passes the outcome to `next`.
pub fn run_after_document<T: 'static>(
    call: impl Future<Output = ChunkResult<T>> + 'static,
    next: impl FnOnce(ChunkResult<T>) + 'static,
) {
    run_boxed(Box::pin(call), Box::new(next));
}

fn run_boxed<T: 'static>(call: ChunkFuture<T>, next: Box<dyn FnOnce(ChunkResult<T>)>) {
    spawn_local(async move {
        let outcome = match parsing::document_ready().await {
            Ok(()) => call.await,
            Err(error) => Err(error),
        };
        next(outcome);
    });
}
