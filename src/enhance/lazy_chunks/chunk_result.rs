//! What calling a function in a chunk returns.

use leptos::wasm_split::SplitLoaderError;

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
