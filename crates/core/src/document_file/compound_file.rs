//! Files of Office before 2007: each contains streams, as a folder contains files.

use super::error::DocumentFileError;
use std::io::{Cursor, Read};

/// A file with streams.
pub struct CompoundFile<'b> {
    file: cfb::CompoundFile<Cursor<&'b [u8]>>,
    /// The size of the file: no stream is longer.
    size: u64,
}

impl<'b> CompoundFile<'b> {
    /// The file in these bytes.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn open(bytes: &'b [u8]) -> Result<CompoundFile<'b>, DocumentFileError> {
        let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| DocumentFileError::Damaged)?;
        Ok(CompoundFile { file, size: bytes.len() as u64 })
    }

    /// True if it has a stream with this name.
    pub fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// The bytes of a stream; None where there is none of this name.
    ///
    /// # Errors
    /// That the stream is damaged.
    pub fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, DocumentFileError> {
        if !self.has(name) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let mut stream = self.file.open_stream(name).map_err(|_| DocumentFileError::Damaged)?;
        if stream.len() > self.size {
            return Err(DocumentFileError::Damaged);
        }
        stream.read_to_end(&mut bytes).map_err(|_| DocumentFileError::Damaged)?;
        Ok(Some(bytes))
    }
}
