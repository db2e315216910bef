//! The width of text in a chart, and its line breaks.

/// The estimated width of a text in pixels at a font size: Han characters are square, others about half as wide.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() || c == NARROW_SPACE { 0.6 } else { 1.0 }).sum::<f64>() * size
}

/// The narrow no-break space between a number and its unit.
const NARROW_SPACE: char = '\u{202f}';

/// `text` in lines of at most `width` pixels at a font size. No line begins with closing punctuation. Latin words do
/// not break, nor does a number with its unit if it fits on a line.
pub fn wrap(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let breakable = |word: &&str| word.contains(NARROW_SPACE) && text_width(word, size) > width;
    let words = segments(text).into_iter().flat_map(|word| match breakable(&word) {
        true => word.split_inclusive(NARROW_SPACE).collect(),
        false => vec![word],
    });
    for word in words {
        let clings = word.starts_with(['，', '。', '、', '；', '）', '”', '：', ',', '.', ')', ';']);
        if !line.is_empty() && !clings && text_width(&line, size) + text_width(word.trim_end(), size) > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(if line.is_empty() { word.trim_start() } else { word });
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// True for the characters of Latin words and numbers.
fn latin(c: char) -> bool {
    c.is_ascii() || matches!(c, NARROW_SPACE | '¥')
}

/// The segments between which a line may break: each Han character, and each Latin word with its space.
fn segments(text: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let (mut start, mut previous) = (0, ' ');
    for (at, c) in text.char_indices() {
        let joined = (previous != ' ' && latin(previous)) && latin(c);
        if at > start && !joined {
            segments.push(&text[start..at]);
            start = at;
        }
        previous = c;
    }
    segments.push(&text[start..]);
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_before_a_closing_mark() {
        assert_eq!(wrap("信息网络中心，部分", 64.0, 16.0), ["信息网络", "中心，部", "分"]);
        assert_eq!(wrap("网络中心，部分", 64.0, 16.0)[0], "网络中心，");
        assert_eq!(wrap("merged into the bureau", 110.0, 16.0), ["merged into", "the bureau"]);
        assert_eq!(wrap("", 100.0, 16.0), Vec::<String>::new());
        assert_eq!(wrap("2023  ¥16.7\u{202f}million", 150.0, 16.0), ["2023", "¥16.7\u{202f}million"]);
        assert_eq!(wrap("2023  ¥16.7\u{202f}million", 100.0, 16.0), ["2023", "¥16.7", "million"]);
    }
}
