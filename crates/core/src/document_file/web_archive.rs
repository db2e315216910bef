//! Web pages that were saved as one file (.mht, .mhtml): the source of the page, among its pictures.
//!
//! The format is a MIME message (RFC 2557): headers, and parts between boundaries.

use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use quoted_printable::ParseMode;

/// How deep parts may be in parts.
const DEPTH_LIMIT: usize = 4;

/// How much of a file is searched for the headers that such a file begins with, in bytes.
const HEAD: usize = 4096;

/// True for the bytes of such a file.
pub fn is_web_archive(bytes: &[u8]) -> bool {
    let (headers, _) = headers_and_body(&bytes[..bytes.len().min(HEAD)]);
    let header = |name| header(&headers, name);
    header("mime-version").is_some()
        && header("content-type").is_some_and(|kind| is_kind(&kind, "multipart/") || is_kind(&kind, "text/html"))
}

/// The source of the page, in the encoding that the page has; None where there is none.
pub fn page_source(bytes: &[u8]) -> Option<Vec<u8>> {
    page_in(bytes, 0)
}

/// The first page in a part.
fn page_in(part: &[u8], depth: usize) -> Option<Vec<u8>> {
    let (headers, body) = headers_and_body(part);
    let kind = header(&headers, "content-type").unwrap_or_default();
    if is_kind(&kind, "multipart/") && depth < DEPTH_LIMIT {
        let boundary = parameter(&kind, "boundary")?;
        return parts(body, &boundary).into_iter().find_map(|part| page_in(part, depth + 1));
    }
    is_kind(&kind, "text/html").then(|| {
        let encoding = header(&headers, "content-transfer-encoding").unwrap_or_default();
        decoded(body, &encoding)
    })?
}

/// The bytes of a body, by the name of the encoding in which they are sent; None where they are damaged.
fn decoded(body: &[u8], encoding: &str) -> Option<Vec<u8>> {
    match encoding.to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable::decode(body, ParseMode::Robust).ok(),
        "base64" => {
            let lenient = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
            let digits: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            GeneralPurpose::new(&alphabet::STANDARD, lenient).decode(digits).ok()
        }
        _ => Some(body.to_vec()),
    }
}

/// The headers of a part, those over several lines as one, and what follows the empty line behind them.
fn headers_and_body(part: &[u8]) -> (Vec<String>, &[u8]) {
    let mut headers: Vec<String> = Vec::new();
    let mut rest = part;
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        let line = String::from_utf8_lossy(line);
        let text = line.trim_end();
        if text.is_empty() {
            break;
        }
        match headers.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => *last += text,
            None => headers.push(text.to_owned()),
        }
    }
    (headers, rest)
}

/// The value of a header.
fn header(headers: &[String], name: &str) -> Option<String> {
    headers.iter().find_map(|line| {
        let (other, value) = line.split_once(':')?;
        other.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// A parameter of a header's value: `boundary="a b"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|parameter| {
        let (other, value) = parameter.split_once('=')?;
        other.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

fn is_kind(value: &str, kind: &str) -> bool {
    value.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind))
}

/// The parts between lines that consist of a boundary.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let mut starts = Vec::new();
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            starts.push((at, at + line.len()));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(end, _)| *end).chain([body.len()]);
    starts.iter().zip(ends).map(|((_, start), end)| &body[*start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E9?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Bound--1----\"\r\n\r\n\r\n\
        ------Bound--1----\r\nContent-Type: text/css\r\n\r\np{}\r\n\
        ------Bound--1----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <p class=3D\"a\">=E9=A2=84=\r\n=E7=AE=97</p>\r\n------Bound--1------\r\n";

    #[test]
    fn the_page_is_found_among_its_parts() {
        assert!(is_web_archive(SAVED.as_bytes()));
        let source = page_source(SAVED.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(source).unwrap().trim_end(), "<p class=\"a\">预算</p>");
    }

    #[test]
    fn a_page_in_base64_and_its_own_encoding() {
        let saved = "MIME-Version: 1.0\nContent-Type: text/html; charset=\"gb2312\"\n\
                     Content-Transfer-Encoding: BASE64\n\nPHA+1KTL\n4w==\n";
        assert_eq!(page_source(saved.as_bytes()).unwrap(), b"<p>\xd4\xa4\xcb\xe3");
    }

    #[test]
    fn other_texts_are_none_and_damaged_ones_have_no_page() {
        for text in
            ["", "收入预算：100万元", "Content-Type: text/html\n\n", "MIME-Version: 1.0\nContent-Type: text/plain\n\n"]
        {
            assert!(!is_web_archive(text.as_bytes()), "{text}");
        }
        for text in [&SAVED[..200], "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--\n"] {
            assert_eq!(page_source(text.as_bytes()), None, "{text}");
        }
        // Parts in parts do not go on for ever.
        let nested = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(1000);
        assert_eq!(page_source(nested.as_bytes()), None);
    }
}
