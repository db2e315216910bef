//! The parts of the app that come when they are needed.
//!
//! What stands in these files, and what only they call, is cut off from the app's first file by the build, into a file
//! for each name in `#[lazy_chunk(…)]`. To call one fetches it first; that can fail, as everything that is fetched can.
//! The first file must never call what they call: a test holds it to its size.

pub mod cards;
pub mod figures;
pub mod kiosk;
pub mod page;
pub mod parsing;
pub mod search;
pub mod sharing;
pub mod tables;
pub mod taking;

use crate::state::State;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::cell::OnceCell;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

/// Something that was asked for did not come.
#[derive(Clone, Copy, Debug)]
pub struct ChunkLoadError;

impl From<SplitLoaderError> for ChunkLoadError {
    fn from(_: SplitLoaderError) -> ChunkLoadError {
        ChunkLoadError
    }
}

/// Whether a part came.
pub type ChunkResult<T = ()> = Result<T, ChunkLoadError>;

thread_local! {
    static ROOT: OnceCell<Owner> = const { OnceCell::new() };
}

/// Makes the reactive owner around here the one in which parts work.
pub fn begin() {
    ROOT.with(|root| Owner::current().into_iter().for_each(|owner| drop(root.set(owner))));
}

/// Runs what a part does under the page's reactive owner, which lasts as long as the page.
fn within<T>(work: impl FnOnce() -> T) -> T {
    match ROOT.with(|root| root.get().cloned()) {
        Some(owner) => owner.with(work),
        None => work(),
    }
}

/// Something that is asked of a part, on its way. It is one type for all, since what waits for it would else be written
/// once for each.
pub type ChunkFuture<T = ()> = Pin<Box<dyn Future<Output = ChunkResult<T>>>>;

/// Asks for something of a part, and says so where it does not come.
pub fn ask(state: State, part: impl Future<Output = ChunkResult> + 'static) {
    then(part, move |came| state.unfetched.set(came.is_err()));
}

/// Fetches a part that will be asked for soon. Where it does not come, nothing is said before it is needed.
pub fn expect<E: 'static>(part: impl Future<Output = Result<(), E>> + 'static)
where
    ChunkLoadError: From<E>,
{
    then(async { Ok(part.await?) }, drop);
}

/// Asks for something of a part, once there is a book; `next` is told what came of it.
pub fn then<T: 'static>(
    part: impl Future<Output = ChunkResult<T>> + 'static,
    next: impl FnOnce(ChunkResult<T>) + 'static,
) {
    wait(Box::pin(part), Box::new(next));
}

fn wait<T: 'static>(part: ChunkFuture<T>, next: Box<dyn FnOnce(ChunkResult<T>)>) {
    spawn_local(async move {
        let came = match parsing::ready().await {
            Ok(()) => part.await,
            Err(error) => Err(error),
        };
        next(came);
    });
}
