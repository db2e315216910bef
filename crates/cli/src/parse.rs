//! `mingbai parse`: a disclosure as JSON.

use crate::arguments::Parse;
use crate::checked_file::{CheckedFile, Verdict};
use crate::output::{self, Output};
use crate::{input, messages};
use mingbai_core::export::{Document, to_json};
use mingbai_core::locale::Lang;
use std::io;

/// Prints a disclosure as JSON; returns the exit code.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Parse, lang: Lang) -> io::Result<u8> {
    let input = input::one(&asked.file);
    match CheckedFile::open(&input) {
        Ok(book) => {
            let mut document = Document::of(&book.context(lang), &book.checks);
            document.encoding = Some(book.encoding.name());
            Output::new().say(&to_json(&document))?;
            Ok(0)
        }
        Err(problem) => {
            output::complain(&format!("{}: {}", messages::name(&input.name, lang), problem.says(lang)));
            Ok(Verdict::Unreadable.code())
        }
    }
}
