//! The host's command, `mingbai`: an office checks its draft before it publishes, and programs get a disclosure as JSON.
//!
//! The road of a file: [`input`] (bytes, never more than the limit) → [`kind`] (what is no text at all) → [`decode`]
//! (text) → [`book`] (read and checked) → [`check`], [`parse`] or [`site`]. What goes wrong on it is a [`input_error::InputError`].

mod arguments;
mod check;
mod checked_file;
mod decode;
mod drawings;
mod file_type;
mod input;
mod input_error;
mod json_record;
mod messages;
mod output;
mod parse;
mod progress;
mod report;
mod site;
mod summary;
mod usage_error;

use arguments::{Arguments, Verb};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command on the arguments of this process.
///
/// Ends with 0 when nothing conflicts, 1 when amounts conflict, 2 when something cannot be read or the command is
/// misused.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage_error::answer(&error),
    };
    let lang = arguments.lang.into();
    let code = match arguments.verb {
        Verb::Check(asked) => check::run(&asked, lang),
        Verb::Parse(asked) => parse::run(&asked, lang),
        Verb::Drawings(asked) => drawings::run(&asked, lang),
        Verb::Site(asked) => site::run(&asked, lang),
        Verb::Help { verb } => return usage_error::help(verb.as_deref(), lang),
    };
    ExitCode::from(code.unwrap_or_else(|error| output::failed(&error, lang)))
}
