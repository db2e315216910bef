//! `mingbai drawings`: what the charts of a disclosure draw, for the build, which has pictures made of it.

use super::arguments::Parse;
use super::book::{Book, Verdict};
use super::output::{self, Output};
use super::{input, words};
use crate::export::to_json;
use crate::locale::Lang;
use crate::site::drawings;
use crate::view::still::Still;
use std::io;

/// Prints what is to be drawn as JSON; returns the exit code.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Parse, lang: Lang) -> io::Result<u8> {
    let input = input::one(&asked.file);
    match Book::open(&input) {
        Ok(book) => {
            Output::new().say(&to_json(&drawings(Still::new(book.disclosure))))?;
            Ok(0)
        }
        Err(problem) => {
            output::complain(&format!("{}: {}", words::name(&input.name, lang), problem.says(lang)));
            Ok(Verdict::Unreadable.code())
        }
    }
}
