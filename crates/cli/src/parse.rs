//! `mingbai parse`: a disclosure as JSON.

use crate::arguments::ParseArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::Input;
use crate::messages;
use crate::output::{self, Output};
use mingbai_core::export::{DisclosureRecord, to_json};
use mingbai_core::locale::Lang;
use std::io;

/// Prints a disclosure as JSON; returns the exit code.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &ParseArguments, lang: Lang) -> io::Result<u8> {
    let input = Input::at(&arguments.file);
    match CheckedFile::open(&input, &arguments.reading.password) {
        Ok(file) => {
            let mut document = DisclosureRecord::of(&file.context(lang), &file.checks);
            document.encoding = Some(file.file_text.encoding.name());
            document.format = Some(file.file_text.format.as_str());
            Output::new().print(&to_json(&document))?;
            Ok(0)
        }
        Err(error) => {
            output::print_error(&format!("{}: {}", messages::input_name(&input.name, lang), error.message(lang)));
            Ok(Verdict::Unreadable.code())
        }
    }
}
