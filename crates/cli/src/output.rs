//! Output for people: in colour on a terminal, plain elsewhere.

use anstyle::{AnsiColor, Style};
use mingbai_core::locale::Lang;
use std::io::{self, ErrorKind, Write};

/// A heading, a name.
pub const STRONG: Style = Style::new().bold();
/// A conflict. Sign and word say the same as the colour.
pub const ALERT: Style = AnsiColor::Yellow.on_default().bold();
/// A difference within rounding.
pub const NOTE: Style = AnsiColor::Cyan.on_default();
/// Less important lines.
pub const QUIET: Style = Style::new().dimmed();

/// `text` in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// A text for people, without control characters: a document, or a file's name, must not move the cursor, change the
/// window's title or hide words. Ours are the styles above.
pub fn for_people(text: &str) -> String {
    let ours: Vec<String> =
        [STRONG, ALERT, NOTE, QUIET].iter().flat_map(|style| [style.to_string(), format!("{style:#}")]).collect();
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(first) = rest.chars().next() {
        // The longest: one style begins as another does.
        let style = ours.iter().filter(|style| rest.starts_with(style.as_str())).max_by_key(|style| style.len());
        let length = style.map_or(first.len_utf8(), String::len);
        match style {
            None if first.is_control() && !matches!(first, '\n' | '\t') => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    out
}

/// Standard output. A closed pipe (`| head`) ends the output, not the run, so that the exit code stays right.
pub struct Output {
    is_closed: bool,
}

impl Output {
    /// Standard output.
    pub fn new() -> Output {
        Output { is_closed: false }
    }

    /// Prints `text`.
    ///
    /// # Errors
    /// Where it cannot be written, for example to a full disk. A closed pipe is no error.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let mut out = anstream::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            result => result,
        }
    }
}

/// Prints a text with one line end after it. Errors are ignored.
pub fn print_text(text: &str) {
    // Nothing depends on the help text.
    let _ = Output::new().print(&format!("{}\n", text.trim_end()));
}

/// Prints an error message on standard error.
pub fn print_error(text: &str) {
    // If even this fails, the exit code remains.
    let _ = writeln!(anstream::stderr(), "{}", for_people(text.trim_end()));
}

/// Reports that the answer could not be written; returns the exit code.
pub fn report_failure(error: &io::Error, lang: Lang) -> u8 {
    print_error(&match lang {
        Lang::Zh => format!("结果没有写完（{error}）；请检查磁盘空间和输出的位置。"),
        Lang::En => format!("The answer could not be written ({error}); look at the disk and where the output goes."),
    });
    2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_of_a_document_are_shown_and_do_nothing() {
        let painted = paint(ALERT, "✕ 对不上");
        assert_eq!(for_people(&painted), painted);
        let hostile = "预算\u{1b}]0;title\u{7}\u{1b}[2J\u{1b}[8m数\u{9b}1A\r\n";
        assert_eq!(for_people(hostile), "预算\u{fffd}]0;title\u{fffd}\u{fffd}[2J\u{fffd}[8m数\u{fffd}1A\u{fffd}\n");
    }
}
