//! A ZIP file whose entries are stored as they are: a data package holds some 30 KB, so packing is not worth its code.
//!
//! As APPNOTE 6.3 has it, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).

/// A file to be put into a ZIP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, in ASCII.
    pub name: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// The first day that a ZIP can name, month and day of 1980: the same files make the same bytes, whenever that is.
const DATE: u16 = (1 << 5) | 1;

/// The ZIP file.
pub fn zip(files: &[File]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for File { name, content } in files {
        let offset = out.len();
        let mut entry = Vec::new();
        // Version 2.0, no flags, stored; time and date.
        for word in [20, 0, 0, 0, DATE] {
            put16(&mut entry, word);
        }
        put32(&mut entry, crc32(content));
        put32(&mut entry, content.len() as u32);
        put32(&mut entry, content.len() as u32);
        put16(&mut entry, name.len() as u16);
        put16(&mut entry, 0);

        out.extend(b"PK\x03\x04");
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(content);

        directory.extend(b"PK\x01\x02");
        put16(&mut directory, 20);
        directory.extend(&entry);
        // No comment, disk 0, no attributes.
        directory.extend([0; 10]);
        put32(&mut directory, offset as u32);
        directory.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06");
    for word in [0, 0, count, count] {
        put16(&mut out, word);
    }
    put32(&mut out, directory.len() as u32);
    put32(&mut out, start);
    put16(&mut out, 0);
    out
}

fn put16(out: &mut Vec<u8>, word: u16) {
    out.extend(word.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, word: u32) {
    out.extend(word.to_le_bytes());
}

/// The checksum of ISO 3309, bit by bit: without a table, since it is asked of a few kilobytes once.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
