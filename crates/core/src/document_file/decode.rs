//! Bytes → text. Strict: a file that does not decode is rejected, never repaired.

use super::error::DocumentFileError;
use super::text_encoding::TextEncoding;

/// Decodes bytes in an encoding other than UTF-8, all of them, without a byte order mark; or gives the position at
/// which the first malformed sequence ends. The command and browsers have decoders of their own: their tables are
/// larger than the app.
pub type TextDecoder<'d> = &'d dyn Fn(TextEncoding, &[u8]) -> Result<String, usize>;

/// The text of a file, and its encoding. In UTF-8 the byte order mark stays in the text, so that byte positions are
/// those of the file.
///
/// # Errors
/// The line of the first bytes that cannot be decoded.
pub fn decode(bytes: Vec<u8>, decoder: TextDecoder) -> Result<(String, TextEncoding), DocumentFileError> {
    if let Some((encoding, mark)) = byte_order_mark(&bytes) {
        return decode_strictly(encoding, &bytes[mark..], decoder).map(|text| (text, encoding));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok((text, TextEncoding::Utf8)),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if bytes.contains(&0) {
        return utf16_without_mark(&bytes, decoder)
            .ok_or_else(|| DocumentFileError::Nul { line: line(&bytes, position(&bytes, 0)) });
    }
    if mostly_utf8(&bytes) {
        return decode_strictly(TextEncoding::Utf8, &bytes, decoder).map(|text| (text, TextEncoding::Utf8));
    }
    // GB18030 is tried last: bytes that are not even GB18030 may be in any encoding.
    let text = decoder(TextEncoding::Gb18030, &bytes)
        .map_err(|at| DocumentFileError::Broken { line: line(&bytes, at), encoding: None })?;
    match text.find(is_stray_control) {
        // No text of an office contains control characters: these bytes decode by accident.
        Some(at) => Err(DocumentFileError::Broken { line: line(text.as_bytes(), at), encoding: None }),
        None => Ok((text, TextEncoding::Gb18030)),
    }
}

/// The encoding that a byte order mark names, and how many bytes of it to leave out.
fn byte_order_mark(bytes: &[u8]) -> Option<(TextEncoding, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((TextEncoding::Utf8, 0)),
        [0xff, 0xfe, ..] => Some((TextEncoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((TextEncoding::Utf16Be, 2)),
        [0x84, 0x31, 0x95, 0x33, ..] => Some((TextEncoding::Gb18030, 4)),
        _ => None,
    }
}

/// Decodes all bytes, or fails.
fn decode_strictly(encoding: TextEncoding, bytes: &[u8], decoder: TextDecoder) -> Result<String, DocumentFileError> {
    let text = match encoding {
        TextEncoding::Utf8 => std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| error.valid_up_to()),
        other => decoder(other, bytes),
    };
    let text =
        text.map_err(|at| DocumentFileError::Broken { line: line_in(encoding, bytes, at), encoding: Some(encoding) })?;
    match text.find('\0') {
        Some(at) => Err(DocumentFileError::Nul { line: line(text.as_bytes(), at) }),
        None => Ok(text),
    }
}

/// UTF-16 without a byte order mark. Chinese text is Chinese in one of the byte orders only, so this is not a guess.
fn utf16_without_mark(bytes: &[u8], decoder: TextDecoder) -> Option<(String, TextEncoding)> {
    let decode = |encoding| {
        let text = decode_strictly(encoding, bytes, decoder).ok()?;
        let usual = text.chars().filter(|c| is_usual(*c)).count();
        (usual * 10 >= text.chars().count() * 9).then_some((text, encoding))
    };
    match (decode(TextEncoding::Utf16Le), decode(TextEncoding::Utf16Be)) {
        (Some(text), None) | (None, Some(text)) => Some(text),
        _ => None,
    }
}

/// True for the characters that disclosures consist of.
fn is_usual(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{2010}'..='\u{203b}' | '\u{3000}'..='\u{303f}' | '一'..='鿿' | '\u{ff00}'..='\u{ffef}')
}

fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{80}'..)
}

/// True where more than half of the bytes beyond ASCII are in valid UTF-8 sequences of three bytes, as Chinese is. In
/// GB18030 such sequences are rare accidents.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let valid: usize =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| c.len_utf8() == 3).count() * 3).sum();
    valid * 2 > beyond_ascii
}

fn position(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().position(|&other| other == byte).unwrap_or_default()
}

/// The line, from 1, of a byte; in GB18030 as in UTF-8 a line end is never part of a character.
fn line(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|&&byte| byte == b'\n').count()
}

/// The line, from 1, of a byte in an encoding.
fn line_in(encoding: TextEncoding, bytes: &[u8], at: usize) -> usize {
    let end: [u8; 2] = match encoding {
        TextEncoding::Utf16Le => [b'\n', 0],
        TextEncoding::Utf16Be => [0, b'\n'],
        TextEncoding::Utf8 | TextEncoding::Gb18030 => return line(bytes, at),
    };
    1 + bytes.chunks_exact(2).take(at / 2).filter(|pair| **pair == end).count()
}
