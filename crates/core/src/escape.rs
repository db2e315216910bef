//! Text inside something else: names in an address or a notation, where what would end them is written as `%` and two digits;
//! and words in markup.

/// A text as it stands in HTML or XML, between tags or in the quotes of an attribute.
pub fn markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// With everything escaped that is no plain letter, digit, `.`, `_` or `-`.
pub fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => out.push(byte as char),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// What was escaped, as it was.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_comes_back() {
        for text in ["expenditure.201", "expenditure.文化（体育）,=@:()&#%", "", "%", "100%正确"] {
            let written = encode(text);
            assert!(written.chars().all(|c| c.is_ascii_alphanumeric() || "._-%".contains(c)), "{written}");
            assert_eq!(decode(&written), text);
        }
        assert_eq!(decode("%E4%B8"), "\u{fffd}", "half a character is no character");
    }
}
