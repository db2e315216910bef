//! Escaping: percent-encoding for names in addresses and formulas, and entities for text in markup.

/// Escapes text for HTML or XML, between tags or inside a quoted attribute.
pub fn markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Percent-encodes every byte except ASCII letters, digits, `.`, `_` and `-`.
///
/// ```
/// use mingbai_core::escape::{percent_decode, percent_encode};
///
/// assert_eq!(percent_encode("expenditure.其他"), "expenditure.%E5%85%B6%E4%BB%96");
/// assert_eq!(percent_decode("expenditure.%E5%85%B6%E4%BB%96"), "expenditure.其他");
/// ```
pub fn percent_encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => out.push(byte as char),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// Decodes percent-encoded text. An invalid escape stays as it is; invalid UTF-8 becomes U+FFFD.
pub fn percent_decode(text: &str) -> String {
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
    fn encoded_text_is_decoded_to_the_same() {
        for text in ["expenditure.201", "expenditure.文化（体育）,=@:()&#%", "", "%", "100%正确"] {
            let encoded = percent_encode(text);
            assert!(encoded.chars().all(|c| c.is_ascii_alphanumeric() || "._-%".contains(c)), "{encoded}");
            assert_eq!(percent_decode(&encoded), text);
        }
        assert_eq!(percent_decode("%E4%B8"), "\u{fffd}", "half a character is no character");
    }
}
