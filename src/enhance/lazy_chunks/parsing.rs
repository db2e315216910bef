//! The chunk of the parser, for pages whose document has no snapshot.

use super::chunk_result::{ChunkLoadError, ChunkResult};
use crate::enhance::document_source;
use mingbai_macros::lazy_chunk;

#[lazy_chunk(parsing)]
fn parse() -> ChunkResult {
    document_source::parse();
    Ok(())
}

/// Waits until the document is there, which every other chunk needs.
///
/// # Errors
/// If the file with the document, or this chunk where it is needed, could not be fetched.
pub async fn document_ready() -> ChunkResult {
    if document_source::is_pending() && !document_source::fetch().await {
        return Err(ChunkLoadError);
    }
    if document_source::needs_parsing() { parse().await } else { Ok(()) }
}
