//! The parts of a file that is an archive, such as a Word document. What they unpack to is bounded.

use super::error::DocumentFileError;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that is unpacked of one file, in bytes: 64 MiB. The text of the longest documents has 5 MiB of markup.
const UNPACKED_LIMIT: u64 = 64 << 20;

/// A file that is an archive.
pub struct PackedFile<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

impl<'b> PackedFile<'b> {
    /// The archive in these bytes.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn open(bytes: &'b [u8]) -> Result<PackedFile<'b>, DocumentFileError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocumentFileError::Damaged)?;
        Ok(PackedFile { archive, left: UNPACKED_LIMIT })
    }

    /// True if it has a part with this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// True if it has a part in this folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        self.archive.file_names_raw().any(|name| name.starts_with(folder.as_bytes()))
    }

    /// The text of a part; None where there is none of this name.
    ///
    /// # Errors
    /// That the part is damaged, protected or not UTF-8, or unpacks to too much.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, DocumentFileError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(DocumentFileError::Protected);
            }
            Err(_) => return Err(DocumentFileError::Damaged),
        };
        let mut bytes = Vec::new();
        let limit = self.left;
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| DocumentFileError::Damaged)?;
        match limit.checked_sub(bytes.len() as u64) {
            None => Err(DocumentFileError::UnpacksToTooMuch),
            Some(left) => {
                self.left = left;
                String::from_utf8(bytes).map(Some).map_err(|_| DocumentFileError::Damaged)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive with parts of this many zero bytes each.
    fn archive(sizes: &[usize]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (at, size) in sizes.iter().enumerate() {
            writer.start_file(at.to_string(), SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b' '; *size]).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_a_file_unpacks_to_is_bounded() {
        let limit = UNPACKED_LIMIT as usize;
        let bytes = archive(&[limit / 2, limit / 2, 1]);
        assert!(bytes.len() < 1 << 20);
        let mut file = PackedFile::open(&bytes).unwrap();
        assert_eq!(file.text("0").unwrap().map(|text| text.len()), Some(limit / 2));
        assert!(file.text("1").unwrap().is_some());
        assert_eq!(file.text("2"), Err(DocumentFileError::UnpacksToTooMuch));
        assert_eq!(file.text("3"), Ok(None));
    }

    #[test]
    fn a_damaged_part_is_an_error() {
        let mut bytes = archive(&[100]);
        assert!(PackedFile::open(&bytes[..bytes.len() - 30]).is_err());
        // In the packed bytes, behind the header and the name.
        bytes[33] ^= 0xff;
        assert_eq!(PackedFile::open(&bytes).unwrap().text("0"), Err(DocumentFileError::Damaged));
    }
}
