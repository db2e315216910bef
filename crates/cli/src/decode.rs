//! Bytes → text, in the encodings that offices save in. Strict: a text that does not decode is refused, not mended.

use crate::input_error::InputError;
use encoding_rs::{DecoderResult, Encoding as Coding, GB18030, UTF_16BE, UTF_16LE};

/// What a text was encoded in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, which holds all of GBK and GB 2312.
    Gb18030,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
        }
    }

    fn coding(self) -> Option<&'static Coding> {
        match self {
            Encoding::Utf8 => None,
            Encoding::Gb18030 => Some(GB18030),
            Encoding::Utf16Le => Some(UTF_16LE),
            Encoding::Utf16Be => Some(UTF_16BE),
        }
    }
}

/// The text of a file. Of UTF-8 nothing is taken away, not even its mark, so that places in it are the file's own.
///
/// # Errors
/// The line of the first bytes that belong to no text.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), InputError> {
    if let Some((encoding, mark)) = marked(&bytes) {
        return strict(encoding, &bytes[mark..]).map(|text| (text, encoding));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok((text, Encoding::Utf8)),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if bytes.contains(&0) {
        return unmarked_utf16(&bytes).ok_or_else(|| InputError::Nul { line: line(&bytes, position(&bytes, 0)) });
    }
    if mostly_utf8(&bytes) {
        return strict(Encoding::Utf8, &bytes).map(|text| (text, Encoding::Utf8));
    }
    // The last of the encodings: what is not even this may have been any.
    let text =
        all_or_where(GB18030, &bytes).map_err(|at| InputError::Broken { line: line(&bytes, at), encoding: None })?;
    match text.find(is_stray_control) {
        // No text of any office holds control characters: these bytes only happen to decode.
        Some(at) => Err(InputError::Broken { line: line(text.as_bytes(), at), encoding: None }),
        None => Ok((text, Encoding::Gb18030)),
    }
}

/// The encoding that a byte order mark names, and the length of the mark to leave out.
fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8, 0)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Encoding::Gb18030, 4)),
        _ => None,
    }
}

/// Decodes all of it or nothing.
fn strict(encoding: Encoding, bytes: &[u8]) -> Result<String, InputError> {
    let text = match encoding.coding() {
        None => std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| error.valid_up_to()),
        Some(coding) => all_or_where(coding, bytes),
    };
    let text =
        text.map_err(|at| InputError::Broken { line: line_in(encoding, bytes, at), encoding: Some(encoding) })?;
    match text.find('\0') {
        Some(at) => Err(InputError::Nul { line: line(text.as_bytes(), at) }),
        None => Ok(text),
    }
}

/// The text, or the byte at which the first malformed sequence ends.
fn all_or_where(coding: &'static Coding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = coding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or_default());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(..) | DecoderResult::OutputFull, read) => Err(read),
    }
}

/// UTF-16 without a mark. Only one of the two byte orders makes Chinese of Chinese, so nothing is guessed.
fn unmarked_utf16(bytes: &[u8]) -> Option<(String, Encoding)> {
    let read = |encoding| {
        let text = strict(encoding, bytes).ok()?;
        let usual = text.chars().filter(|c| is_usual(*c)).count();
        (usual * 10 >= text.chars().count() * 9).then_some((text, encoding))
    };
    match (read(Encoding::Utf16Le), read(Encoding::Utf16Be)) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    }
}

/// A character that disclosures are made of.
fn is_usual(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{2010}'..='\u{203b}' | '\u{3000}'..='\u{303f}' | '一'..='鿿' | '\u{ff00}'..='\u{ffef}')
}

fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{80}'..)
}

/// True where more than half of the bytes beyond ASCII stand in whole UTF-8 sequences of three, as Chinese does. In
/// GB18030 such a sequence is a rare accident.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let whole: usize =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| c.len_utf8() == 3).count() * 3).sum();
    whole * 2 > beyond
}

fn position(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().position(|&other| other == byte).unwrap_or_default()
}

/// The line, from 1, of a byte; in GB18030 as in UTF-8 a line end is never part of a character.
fn line(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|&&byte| byte == b'\n').count()
}

/// The same in the bytes of an encoding.
fn line_in(encoding: Encoding, bytes: &[u8], at: usize) -> usize {
    let end: [u8; 2] = match encoding {
        Encoding::Utf16Le => [b'\n', 0],
        Encoding::Utf16Be => [0, b'\n'],
        Encoding::Utf8 | Encoding::Gb18030 => return line(bytes, at),
    };
    1 + bytes.chunks_exact(2).take(at / 2).filter(|pair| **pair == end).count()
}
