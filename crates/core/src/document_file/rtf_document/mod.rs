//! Formatted texts (.rtf) of Word, WordPad, WPS and LibreOffice: the lines that a reader sees, with the numbers of
//! lists, which such files contain as text.
//!
//! Revisions that nobody has accepted are read as accepted. Footnotes, running heads, hidden and deleted passages are
//! not in the text, and are listed. Comments are not read.

mod blocks;
mod characters;
mod destination;
mod reader;
mod token;

use super::decode::TextDecoder;
use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText};
use super::text_encoding::TextEncoding;
use reader::RtfReader;

/// The text of a document.
///
/// # Errors
/// That it is incomplete, or that its characters cannot be decoded.
pub fn text_of(bytes: &[u8], decoder: TextDecoder) -> Result<FileText, DocumentFileError> {
    let read = RtfReader::read(bytes, decoder)?;
    let text = read.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    Ok(FileText {
        text,
        format: FileFormat::Rtf,
        encoding: if read.is_gb { TextEncoding::Gb18030 } else { TextEncoding::Utf8 },
        left_out: read.left_out,
        has_revisions: read.has_revisions,
    })
}

#[cfg(test)]
mod tests {
    use super::super::file_text::LeftOutReason;
    use super::*;

    /// Decodes a few characters only: 预 算 一 万, 、.
    fn decode(encoding: TextEncoding, bytes: &[u8]) -> Result<String, usize> {
        assert_eq!(encoding, TextEncoding::Gb18030);
        let character = |pair: &[u8]| match pair {
            [0xd4, 0xa4] => Some('预'),
            [0xcb, 0xe3] => Some('算'),
            [0xd2, 0xbb] => Some('一'),
            [0xa1, 0xa2] => Some('、'),
            // 亅, whose second byte is a backslash.
            [0x81, 0x5c] => Some('乗'),
            _ => None,
        };
        let (mut text, mut rest) = (String::new(), bytes);
        while let Some(&first) = rest.first() {
            let length = if first.is_ascii() { 1 } else { 2 };
            let next = if first.is_ascii() { Some(char::from(first)) } else { rest.get(..2).and_then(character) };
            text.push(next.ok_or(0_usize)?);
            rest = &rest[length..];
        }
        Ok(text)
    }

    fn read(body: &str) -> FileText {
        let file = format!(
            "{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset134 SimSun;}}{{\\f1\\fcharset2 Symbol;}}}}{body}}}"
        );
        text_of(file.as_bytes(), &decode).unwrap()
    }

    fn lines(body: &str) -> Vec<String> {
        read(body).text.lines().map(str::to_owned).collect()
    }

    fn left_out(body: &str) -> Vec<(LeftOutReason, String)> {
        read(body).left_out.into_iter().map(|passage| (passage.reason, passage.text)).collect()
    }

    #[test]
    fn characters_are_decoded_and_their_substitutes_are_not_read() {
        assert_eq!(
            lines("\\'d4\\'a4\\'cb\\'e3 100\\'81\\\\\\par\n\\uc2\\u39044\\'d4\\'a4\\u31639 ??{\\uc1\\u19975?}"),
            ["预算 100乗", "预算万"]
        );
        assert_eq!(lines("\\u0?\\'0d\\u-10187?\\u-8640?\\emdash\\~\\_\\-\\{\\}"), ["𝙀—\u{a0}-{}"]);
        let latin = text_of(b"{\\rtf1\\ansi\\ansicpg1252 a\\'b7\\'97}", &decode).unwrap();
        assert_eq!((latin.text.as_str(), latin.encoding), ("a·—\n", TextEncoding::Utf8));
        let utf8 = text_of("{\\rtf1\\ansi\\ansicpg65001 预算}".as_bytes(), &decode).unwrap();
        assert_eq!(utf8.text, "预算\n");
        for broken in ["{\\rtf1\\ansi\\ansicpg936\n\\'d4}", "{\\rtf1\\ansi\\ansicpg932\n\\'82\\'a0}"] {
            let error = text_of(broken.as_bytes(), &decode).unwrap_err();
            assert_eq!((error.as_str(), error.line()), ("broken", Some(2)), "{broken}");
        }
    }

    #[test]
    fn destinations_that_are_no_text_are_not_read() {
        let body = "{\\info{\\title 题}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator x;}{\\pict\\bin4 }}{{ab}\\'d4\\'a4\\bin2 {{\
                    {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}{\\*\\unknown{\\par z}}{\\*\\bkmkstart a}";
        assert_eq!(lines(body), ["预7"]);
    }

    #[test]
    fn numbers_of_lists_stand_before_their_paragraphs_and_bullets_do_not() {
        let body = "\\pard{\\listtext\\pard\\plain  \\'d2\\'bb\\'a1\\'a2\\tab}\\'d4\\'a4\\par{\\pntext\\f0 1.\\tab}\\'cb\\'e3\\par\
                    {\\listtext\\f1\\'b7\\tab}a\\par{\\listtext\\f1 n\\tab}b\\par{\\listtext o\\tab}c";
        assert_eq!(lines(body), ["一、预", "1. 算", "a", "b", "c"]);
    }

    #[test]
    fn tables_are_rows() {
        let body = "\\trowd\\cellx1\\cellx2\\pard\\intbl a\\par b\\cell 1\\cell\\row\\pard\\intbl c\\cell\n\
                    \\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\itap1\\cell\\row\\pard d";
        assert_eq!(lines(body), ["a b\t1", "c", "x\ty", "d"]);
    }

    #[test]
    fn what_is_left_out_is_listed() {
        let body = "100.5{\\super 3}{\\strike 90}{\\v x\\v0 a}{\\footnote\\pard note}{\\header\\pard head\\par}{\\up6 2}\\plain b\\line c";
        assert_eq!(lines(body), ["100.5³a²b", "c"]);
        let expected = [
            (LeftOutReason::Deleted, "90"),
            (LeftOutReason::Hidden, "x"),
            (LeftOutReason::Footnote, "note"),
            (LeftOutReason::RunningHead, "head"),
        ];
        assert_eq!(left_out(body), expected.map(|(reason, text)| (reason, text.to_owned())));
        let revised = "a{\\deleted 1\\par }{\\revised b}{\\*\\shpinst{\\shptxt box\\par}}\\par";
        assert_eq!((lines(revised), read(revised).has_revisions), (vec!["ab".to_owned(), "box".to_owned()], true));
        assert!(!read("a").has_revisions);
    }

    #[test]
    fn what_is_cut_off_or_endless_is_refused() {
        for damaged in ["{\\rtf1", "{\\rtf1 a{b}", "{\\rtf1\\bin99 a}", "{\\rtf1\\'d"] {
            assert_eq!(text_of(damaged.as_bytes(), &decode), Err(DocumentFileError::Damaged), "{damaged}");
        }
        for nested in ["{", "{\\footnote ", "{\\listtext ", "{\\*\\shptxt "] {
            let deep = "{\\rtf1".to_owned() + &nested.repeat(100_000);
            assert_eq!(text_of(deep.as_bytes(), &decode), Err(DocumentFileError::Damaged), "{nested}");
        }
        // What follows the document is no part of it.
        assert_eq!(text_of(b"{\\rtf1 a}\0\0{", &decode).unwrap().text, "a\n");
    }
}
