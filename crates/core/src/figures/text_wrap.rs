//! Words in a chart: how wide they are and where their lines break.

/// About how wide a text is at a size: Han characters are square, others about half as wide.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() || c == TIED { 0.6 } else { 1.0 }).sum::<f64>() * size
}

/// What stands between a number and its unit, which belong together.
const TIED: char = '\u{202f}';

/// `text` broken into lines of at most `width` pixels. No line begins with a closing mark; Latin words stay whole, and so
/// does a number with its unit, where there is any room for that.
pub fn wrap(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let breakable = |word: &&str| word.contains(TIED) && text_width(word, size) > width;
    let pieces = words(text).into_iter().flat_map(|word| match breakable(&word) {
        true => word.split_inclusive(TIED).collect(),
        false => vec![word],
    });
    for word in pieces {
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

/// True for what words of Latin letters and numbers are made of.
fn latin(c: char) -> bool {
    c.is_ascii() || matches!(c, TIED | '¥')
}

/// The pieces between which a line may break: each Han character, each Latin word with its space.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut previous) = (0, ' ');
    for (at, c) in text.char_indices() {
        let joined = (previous != ' ' && latin(previous)) && latin(c);
        if at > start && !joined {
            pieces.push(&text[start..at]);
            start = at;
        }
        previous = c;
    }
    pieces.push(&text[start..]);
    pieces
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
