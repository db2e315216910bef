//! An old Word document, whole and damaged: LibreOffice made it, and it has a little of everything that is read.

use mingbai_core::document_file::{DocumentFileError, FileFormat, FileText, LeftOutReason, text_of};

const DOCUMENT: &[u8] = include_bytes!("../../../fuzz/seeds/old_word_document/document.doc");

/// Where the file's first sector of text begins, behind the header.
const FIRST_SECTOR: usize = 512;

fn read(bytes: Vec<u8>) -> Result<FileText, DocumentFileError> {
    text_of(bytes, "", &|_, _| Err(0))
}

/// Reads a damaged document: it may be refused or not, but is read to an end, and its text is no longer than the file
/// can hold.
fn read_damaged(bytes: Vec<u8>) -> Result<FileText, DocumentFileError> {
    let length = bytes.len();
    let read = read(bytes);
    if let Ok(read) = &read {
        assert!(read.text.len() < 300 * length);
    }
    read
}

#[test]
fn it_is_read_as_it_is_shown() {
    let read = read(DOCUMENT.to_vec()).unwrap();
    assert_eq!(read.format, FileFormat::OldWordDocument);
    assert!(read.has_revisions);
    let lines: Vec<&str> = read.text.lines().collect();
    let expected = [
        "收入预算100万元，隐去，注³。",
        "链接，脚注，尾注，批注",
        "下一行\t后。",
        "项目\t金额",
        "公务用车运行费\t60.00",
        "内表",
        "外",
        "前后",
        "框里的话",
        "图形之后",
        "形里的话",
        "一、收入",
        "（一）预算收入",
        "（二）其他𠮷收入",
        "3. 甲",
        "4. 乙",
        "二、支出",
        "（一）基本支出",
        "第一章 总则",
        "第二章 附则",
        "显示",
        "最后A–B “英” café",
    ];
    assert_eq!(lines, expected);
    let left_out: Vec<(LeftOutReason, &str)> =
        read.left_out.iter().map(|left_out| (left_out.reason, left_out.text.trim())).collect();
    let expected = [
        (LeftOutReason::Deleted, "九十万元"),
        (LeftOutReason::Hidden, "藏"),
        (LeftOutReason::Deleted, "划掉"),
        (LeftOutReason::Hidden, "样式隐藏"),
        (LeftOutReason::Footnote, "脚注的话"),
        (LeftOutReason::Footnote, "尾注的话"),
        (LeftOutReason::RunningHead, "某单位预算"),
        (LeftOutReason::RunningHead, "第1页"),
    ];
    assert_eq!(left_out, expected);
}

#[test]
fn a_part_of_it_is_damaged() {
    for end in (8..DOCUMENT.len() - 512).step_by(97) {
        assert_eq!(read_damaged(DOCUMENT[..end].to_vec()), Err(DocumentFileError::Damaged), "{end}");
    }
}

#[test]
fn any_changed_byte_does_no_harm() {
    for value in [0x01, 0xff] {
        for at in (8..DOCUMENT.len()).step_by(if cfg!(debug_assertions) { 5 } else { 1 }) {
            let mut bytes = DOCUMENT.to_vec();
            bytes[at] ^= value;
            let _ = read_damaged(bytes);
        }
    }
}

#[test]
fn wrong_places_and_lengths_are_no_harm() {
    for number in [u32::MAX, 0x4000_0000] {
        for at in (8..DOCUMENT.len() - 4).step_by(if cfg!(debug_assertions) { 6 } else { 2 }) {
            let mut bytes = DOCUMENT.to_vec();
            bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
            let _ = read_damaged(bytes);
        }
    }
}

#[test]
fn a_protected_one_and_one_from_before_1997_are_refused_for_what_they_are() {
    // The beginning of the stream `WordDocument`, which is long enough for sectors of its own.
    let start =
        (FIRST_SECTOR..DOCUMENT.len()).step_by(512).find(|at| DOCUMENT[*at..].starts_with(&[0xec, 0xa5])).unwrap();
    let changed = |at: usize, value: u8| {
        let mut bytes = DOCUMENT.to_vec();
        bytes[start + at] = value;
        read(bytes).map_err(|error| error.as_str())
    };
    assert_eq!(changed(11, DOCUMENT[start + 11] | 1), Err("protected"));
    assert_eq!(changed(3, 0), Err("office"));
    assert_eq!(changed(0, 0), Err("damaged"));
}
