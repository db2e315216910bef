//! Lines of a text, whatever ends them.
//!
//! Word processors, old systems and PDF readers end lines with other characters than a line feed: a carriage return
//! alone, a vertical tab, a form feed, U+0085, U+2028 or U+2029. Line numbers count all of them.

/// True for a character that ends a line.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of `source`, each with its end; a carriage return before a line feed is one end with it.
///
/// ```
/// use mingbai_core::disclosure::text_lines;
///
/// let lines: Vec<&str> = text_lines("收入\r\n支出\r合计").collect();
/// assert_eq!(lines, ["收入\r\n", "支出\r", "合计"]);
/// ```
pub fn text_lines(source: &str) -> impl Iterator<Item = &str> {
    let mut rest = source;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = match first_line_end(rest) {
            Some((at, '\r')) if rest[at + 1..].starts_with('\n') => at + 2,
            Some((at, c)) => at + c.len_utf8(),
            None => rest.len(),
        };
        let (line, behind) = rest.split_at(end);
        rest = behind;
        Some(line)
    })
}

/// The first character of `text` that ends a line, and its byte.
fn first_line_end(text: &str) -> Option<(usize, char)> {
    let mut at = 0;
    loop {
        // Nearly all bytes of a text begin none of them, so that few characters are decoded.
        at += text.as_bytes()[at..].iter().position(|byte| may_begin_line_end(*byte))?;
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if is_line_end(c) => return Some((at, c)),
            _ => at += 1,
        }
    }
}

/// False where `text` is certainly within one line.
pub fn may_contain_line_end(text: &str) -> bool {
    // Every byte is looked at: without a way out of the loop, many are looked at together.
    text.bytes().fold(false, |found, byte| found | may_begin_line_end(byte))
}

/// True for a byte that a character which ends a line may begin with.
fn may_begin_line_end(byte: u8) -> bool {
    matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_a_line_counts_once() {
        let text = "一\n二\r\n三\r四\u{b}五\u{c}六\u{85}七\u{2028}八\u{2029}\n";
        let lines: Vec<&str> = text_lines(text).map(|line| line.trim_end_matches(is_line_end)).collect();
        assert_eq!(lines, ["一", "二", "三", "四", "五", "六", "七", "八", ""]);
        assert_eq!(text_lines(text).map(str::len).sum::<usize>(), text.len());
        assert_eq!(text_lines("").count(), 0);
        for line in text_lines(text).filter(|line| line.chars().count() > 1) {
            assert!(may_contain_line_end(line), "{line:?}");
        }
        assert!(!may_contain_line_end("三公经费5万元，"));
    }
}
