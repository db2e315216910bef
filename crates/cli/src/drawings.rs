//! `mingbai drawings`: what the charts of a disclosure draw, for the build, which has pictures made of it.

use crate::arguments::Parse;
use crate::checked_file::{CheckedFile, Verdict};
use crate::output::{self, Output};
use crate::{input, messages};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::to_json;
use mingbai_core::locale::Lang;
use mingbai_site::{drawings, translations};
use std::io;

/// Prints what is to be drawn as JSON; returns the exit code.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Parse, lang: Lang) -> io::Result<u8> {
    let input = input::one(&asked.file);
    match CheckedFile::open(&input) {
        Ok(book) => {
            Output::new().say(&to_json(&drawings(Prerenderer::new(book.disclosure, translations().clone()))))?;
            Ok(0)
        }
        Err(problem) => {
            output::complain(&format!("{}: {}", messages::name(&input.name, lang), problem.says(lang)));
            Ok(Verdict::Unreadable.code())
        }
    }
}
