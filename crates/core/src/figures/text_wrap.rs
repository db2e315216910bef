//! The width of text in a chart, and its line breaks.

/// What readers who need it add between letters and between words, in their browser or with a style sheet of their own
/// (WCAG 2.2, 1.4.12: up to 0.12 and 0.16 em), as shares of the size of the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TextSpacing {
    /// Behind each letter.
    pub letters: f64,
    /// At each space, besides.
    pub words: f64,
}

impl TextSpacing {
    /// The usual spacing: nothing is added.
    pub const USUAL: TextSpacing = TextSpacing { letters: 0.0, words: 0.0 };

    /// The estimated width of a text in pixels at a font size: Han characters are square, others about half as wide.
    pub fn text_width(&self, text: &str, size: f64) -> f64 {
        let width = |c: char| {
            let letter = if c.is_ascii() || c == NARROW_SPACE { 0.6 } else { 1.0 };
            letter + self.letters + if c == ' ' { self.words } else { 0.0 }
        };
        text.chars().map(width).sum::<f64>() * size
    }

    /// `text` in lines of at most `width` pixels at a font size. No line begins with closing punctuation. Latin words
    /// do not break, nor does a number with its unit if it fits on a line.
    pub fn wrap(&self, text: &str, width: f64, size: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let breakable = |word: &&str| word.contains(NARROW_SPACE) && self.text_width(word, size) > width;
        let words = segments(text).into_iter().flat_map(|word| match breakable(&word) {
            true => word.split_inclusive(NARROW_SPACE).collect(),
            false => vec![word],
        });
        for word in words {
            let clings = word.starts_with(['，', '。', '、', '；', '）', '”', '：', ',', '.', ')', ';']);
            let together = self.text_width(&line, size) + self.text_width(word.trim_end(), size);
            if !line.is_empty() && !clings && together > width {
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
}

/// The estimated width of a text in pixels at a font size and the usual spacing.
pub fn text_width(text: &str, size: f64) -> f64 {
    TextSpacing::USUAL.text_width(text, size)
}

/// `text` in lines of at most `width` pixels at a font size and the usual spacing (see [`TextSpacing::wrap`]).
pub fn wrap(text: &str, width: f64, size: f64) -> Vec<String> {
    TextSpacing::USUAL.wrap(text, width, size)
}

/// The narrow no-break space between a number and its unit.
const NARROW_SPACE: char = '\u{202f}';

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

    #[test]
    fn wider_letters_take_more_room() {
        let spacing = TextSpacing { letters: 0.12, words: 0.16 };
        assert_eq!(text_width("支出 5", 10.0), 32.0);
        assert!((spacing.text_width("支出 5", 10.0) - 38.4).abs() < 1e-9);
        assert_eq!(wrap("merged into the", 110.0, 16.0), ["merged into", "the"]);
        assert_eq!(spacing.wrap("merged into the", 110.0, 16.0), ["merged", "into the"]);
    }
}
