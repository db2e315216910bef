//! The signs of a formatted text: groups, control words and bytes.

use crate::document_file::error::DocumentFileError;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'b> {
    /// A group begins.
    Open,
    /// It ends.
    Close,
    /// A control word, or one that is a single sign, with its number.
    Word(&'b [u8], Option<i32>),
    /// A byte of the text.
    Byte(u8),
}

/// The signs of a file, one after the other.
pub struct Tokens<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Tokens<'b> {
    /// The signs of these bytes.
    pub fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { bytes, at: 0 }
    }

    /// How many bytes were read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next sign; None at the end.
    ///
    /// # Errors
    /// That the file ends within it.
    pub fn next(&mut self) -> Result<Option<Token<'b>>, DocumentFileError> {
        loop {
            let Some(&byte) = self.bytes.get(self.at) else { return Ok(None) };
            self.at += 1;
            return Ok(Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.word()?,
                // Lines of the source are not those of the text; zero bytes fill up.
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            }));
        }
    }

    /// What a backslash begins.
    fn word(&mut self) -> Result<Token<'b>, DocumentFileError> {
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let first = *rest.first().ok_or(DocumentFileError::Damaged)?;
            self.at += 1;
            return Ok(match first {
                b'\'' => {
                    let digits = rest.get(1..3).ok_or(DocumentFileError::Damaged)?;
                    match std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                        Some(byte) => {
                            self.at += 2;
                            Token::Byte(byte)
                        }
                        None => Token::Word(b"'", None),
                    }
                }
                b'\\' | b'{' | b'}' => Token::Byte(first),
                b'\r' | b'\n' => Token::Word(b"par", None),
                b'\t' => Token::Word(b"tab", None),
                _ => Token::Word(&rest[..1], None),
            });
        }
        let sign = usize::from(rest.get(letters) == Some(&b'-'));
        let digits = rest[letters + sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (word, mut end) = (&rest[..letters], letters);
        let mut number = None;
        if digits > 0 {
            end += sign + digits;
            number = std::str::from_utf8(&rest[letters..end]).ok().and_then(|digits| digits.parse().ok());
        }
        // One space behind a control word belongs to it.
        end += usize::from(rest.get(end) == Some(&b' '));
        self.at += end;
        if word == b"bin" {
            // A picture, or another thing that is no text.
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at =
                self.at.checked_add(length).filter(|at| *at <= self.bytes.len()).ok_or(DocumentFileError::Damaged)?;
        }
        Ok(Token::Word(word, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_words_end_at_their_space_and_bytes_are_bytes() {
        let mut tokens = Tokens::new(b"{\\b0 a\\u-12?\\'c4\\\\\r\n\\*\\x}\\bin2 }}-");
        let mut found = Vec::new();
        while let Some(token) = tokens.next().unwrap() {
            found.push(token);
        }
        let expected = [
            Token::Open,
            Token::Word(b"b", Some(0)),
            Token::Byte(b'a'),
            Token::Word(b"u", Some(-12)),
            Token::Byte(b'?'),
            Token::Byte(0xc4),
            Token::Byte(b'\\'),
            Token::Word(b"*", None),
            Token::Word(b"x", None),
            Token::Close,
            Token::Word(b"bin", Some(2)),
            Token::Byte(b'-'),
        ];
        assert_eq!(found, expected);
    }
}
