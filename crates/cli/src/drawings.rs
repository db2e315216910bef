//! `mingbai drawings`: the chart options of a disclosure, from which the build draws pictures.

use crate::arguments::ParseArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::Input;
use crate::messages;
use crate::output::{self, Output};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::to_json;
use mingbai_core::locale::Lang;
use mingbai_site::{drawings, translations};
use std::io;

/// Prints the charts to draw as JSON; returns the exit code.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &ParseArguments, lang: Lang) -> io::Result<u8> {
    let input = Input::at(&arguments.file);
    match CheckedFile::open(&input, &arguments.reading.password) {
        Ok(file) => {
            Output::new().print(&to_json(&drawings(Prerenderer::new(file.disclosure, translations().clone()))))?;
            Ok(0)
        }
        Err(error) => {
            output::print_error(&format!("{}: {}", messages::input_name(&input.name, lang), error.message(lang)));
            Ok(Verdict::Unreadable.code())
        }
    }
}
