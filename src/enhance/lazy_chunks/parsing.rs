//! Reading the disclosure, where the page carries nothing that was read of it before.

use crate::enhance::lazy_chunks::{ChunkLoadError, ChunkResult};
use crate::loaded_document;
use mingbai_macros::lazy_chunk;

/// Reads the text that the page carries.
#[lazy_chunk(parsing)]
fn read() -> ChunkResult {
    loaded_document::read();
    Ok(())
}

/// Has the book ready, as every other part needs it.
///
/// # Errors
/// Where what the page is about does not come; where it must be read, and the part that reads does not come.
pub async fn ready() -> ChunkResult {
    if loaded_document::is_elsewhere() && !loaded_document::fetch().await {
        return Err(ChunkLoadError);
    }
    if loaded_document::is_unread() { read().await } else { Ok(()) }
}
