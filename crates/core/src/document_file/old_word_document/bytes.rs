//! Numbers and parts of bytes, where they are as long as they say.

use crate::document_file::error::DocumentFileError;

/// A part of the bytes.
///
/// # Errors
/// That the bytes end before.
pub fn part(bytes: &[u8], start: usize, length: usize) -> Result<&[u8], DocumentFileError> {
    start.checked_add(length).and_then(|end| bytes.get(start..end)).ok_or(DocumentFileError::Damaged)
}

/// The byte at a place.
///
/// # Errors
/// That the bytes end before.
pub fn u8_at(bytes: &[u8], at: usize) -> Result<u8, DocumentFileError> {
    bytes.get(at).copied().ok_or(DocumentFileError::Damaged)
}

/// The number of two bytes at a place, low byte first.
///
/// # Errors
/// That the bytes end before.
pub fn u16_at(bytes: &[u8], at: usize) -> Result<u16, DocumentFileError> {
    let number = part(bytes, at, 2)?.try_into().map_err(|_| DocumentFileError::Damaged)?;
    Ok(u16::from_le_bytes(number))
}

/// The number of four bytes at a place, low byte first.
///
/// # Errors
/// That the bytes end before.
pub fn u32_at(bytes: &[u8], at: usize) -> Result<u32, DocumentFileError> {
    let number = part(bytes, at, 4)?.try_into().map_err(|_| DocumentFileError::Damaged)?;
    Ok(u32::from_le_bytes(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_behind_the_end() {
        let bytes = [1, 2, 3, 4, 5];
        assert_eq!((u8_at(&bytes, 4), u16_at(&bytes, 1), u32_at(&bytes, 1)), (Ok(5), Ok(0x302), Ok(0x504_0302)));
        assert_eq!(part(&bytes, 5, 0), Ok(&[][..]));
        assert!(u8_at(&bytes, 5).is_err() && u16_at(&bytes, 4).is_err() && u32_at(&bytes, 2).is_err());
        assert!(part(&bytes, usize::MAX, 2).is_err() && part(&bytes, 6, 0).is_err());
    }
}
