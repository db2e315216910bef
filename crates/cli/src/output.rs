//! Words for people: on a terminal in colour, elsewhere plain.

use anstyle::{AnsiColor, Style};
use mingbai_core::locale::Lang;
use std::io::{self, ErrorKind, Write};

/// A heading, a name.
pub const STRONG: Style = Style::new().bold();
/// What does not add up. Colour only repeats what sign and word say.
pub const ALERT: Style = AnsiColor::Yellow.on_default().bold();
/// What differs by rounding.
pub const NOTE: Style = AnsiColor::Cyan.on_default();
/// What can be passed over.
pub const QUIET: Style = Style::new().dimmed();

/// `text` in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Standard output. A reader that went away (`| head`) ends the writing, not the run: the exit code stays true.
pub struct Output {
    gone: bool,
}

impl Output {
    /// Standard output.
    pub fn new() -> Output {
        Output { gone: false }
    }

    /// Writes `text`.
    ///
    /// # Errors
    /// What the system says, such as that the disk is full; not that nobody reads any more.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        if self.gone {
            return Ok(());
        }
        let mut out = anstream::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            result => result,
        }
    }
}

/// Prints a text that ends with a line end or gets one; nobody reading is no error.
pub fn print(text: &str) {
    // What help could not be written has nobody who waits for it.
    let _ = Output::new().say(&format!("{}\n", text.trim_end()));
}

/// Says on standard error what went wrong.
pub fn complain(text: &str) {
    // Where even this cannot be written, the exit code says it.
    let _ = writeln!(anstream::stderr(), "{}", text.trim_end());
}

/// The exit code where the answer could not be written; says so.
pub fn failed(error: &io::Error, lang: Lang) -> u8 {
    complain(&match lang {
        Lang::Zh => format!("结果没有写完（{error}）；请检查磁盘空间和输出的位置。"),
        Lang::En => format!("The answer could not be written ({error}); look at the disk and where the output goes."),
    });
    2
}
