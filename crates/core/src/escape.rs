//! Escaping: text in HTML and XML, and names in addresses and formulas, where a byte is written as `%` and two digits.

/// Appends `text` to HTML or XML, so that nothing in it is markup: between tags, or in the double quotes of an
/// attribute.
pub fn push_markup(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// A text as HTML or XML, between tags or in the double quotes of an attribute.
///
/// ```
/// assert_eq!(mingbai_core::escape::markup("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
/// ```
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_markup(&mut out, text);
    out
}

/// JSON as the content of a `script` element: without `<`, so that nothing in it can end the script or begin a comment.
/// It means the same.
///
/// ```
/// assert_eq!(mingbai_core::escape::json_in_html("\"</script>\""), "\"\\u003c/script>\"");
/// ```
pub fn json_in_html(json: &str) -> String {
    // In JSON, `<` occurs inside of strings only.
    json.replace('<', "\\u003c")
}

/// The text with everything percent-encoded but letters and digits of ASCII, `.`, `_` and `-`.
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

/// The text that was percent-encoded. Bytes that are not UTF-8 become U+FFFD.
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
    fn encoding_is_reversible() {
        for text in ["expenditure.201", "expenditure.文化（体育）,=@:()&#%", "", "%", "100%正确"] {
            let encoded = percent_encode(text);
            assert!(encoded.chars().all(|c| c.is_ascii_alphanumeric() || "._-%".contains(c)), "{encoded}");
            assert_eq!(percent_decode(&encoded), text);
        }
        assert_eq!(percent_decode("%E4%B8"), "\u{fffd}", "half a character is no character");
    }
}
