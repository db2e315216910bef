//! ZIP files with uncompressed entries: a data package has about 30 KB, so a compressor is not worth its code.
//!
//! The format is that of APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).

/// A file with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name, in ASCII.
    pub name: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The date of all entries: 1980-01-01, the first that a ZIP can state. So the same files give the same bytes at any
/// time.
const DATE: u16 = (1 << 5) | 1;

/// The files as the bytes of a ZIP file.
pub fn zip(files: &[NamedFile]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for NamedFile { name, content } in files {
        let offset = out.len();
        let mut entry = Vec::new();
        // Version 2.0, no flags, stored; time and date.
        for word in [20, 0, 0, 0, DATE] {
            push_u16(&mut entry, word);
        }
        push_u32(&mut entry, crc32(content));
        push_u32(&mut entry, content.len() as u32);
        push_u32(&mut entry, content.len() as u32);
        push_u16(&mut entry, name.len() as u16);
        push_u16(&mut entry, 0);

        out.extend(b"PK\x03\x04");
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(content);

        directory.extend(b"PK\x01\x02");
        push_u16(&mut directory, 20);
        directory.extend(&entry);
        // No comment, disk 0, no attributes.
        directory.extend([0; 10]);
        push_u32(&mut directory, offset as u32);
        directory.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06");
    for word in [0, 0, count, count] {
        push_u16(&mut out, word);
    }
    push_u32(&mut out, directory.len() as u32);
    push_u32(&mut out, start);
    push_u16(&mut out, 0);
    out
}

fn push_u16(out: &mut Vec<u8>, word: u16) {
    out.extend(word.to_le_bytes());
}

fn push_u32(out: &mut Vec<u8>, word: u32) {
    out.extend(word.to_le_bytes());
}

/// The CRC-32 of ISO 3309, bit by bit: a table is not worth its code for a few kilobytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

#[cfg(test)]
mod tests {
    use super::{NamedFile, zip};

    #[test]
    fn a_file_has_its_entries_its_directory_and_its_end_byte_by_byte() {
        let files =
            [NamedFile { name: "a.txt", content: b"123456789".to_vec() }, NamedFile { name: "b", content: Vec::new() }];
        // Version 2.0, stored, midnight of 1980-01-01; checksum, sizes, length of the name.
        let first = b"\x14\0\0\0\0\0\0\0\x21\0\x26\x39\xf4\xcb\x09\0\0\0\x09\0\0\0\x05\0\0\0";
        let second = b"\x14\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0";
        let wanted: [&[u8]; 15] = [
            b"PK\x03\x04",
            first,
            b"a.txt123456789",
            b"PK\x03\x04",
            second,
            b"b",
            b"PK\x01\x02\x14\0",
            first,
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0a.txt",
            b"PK\x01\x02\x14\0",
            second,
            // The second entry begins at byte 44.
            b"\0\0\0\0\0\0\0\0\0\0\x2c\0\0\0b",
            // Two entries, in a directory of 98 bytes that begins at byte 75.
            b"PK\x05\x06\0\0\0\0\x02\0\x02\0",
            b"\x62\0\0\0\x4b\0\0\0",
            b"\0\0",
        ];
        assert_eq!(zip(&files), wanted.concat());
    }

    #[test]
    fn the_checksum_of_the_standards_example_is_right() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
