//! The command `mingbai`: an office checks its draft before publishing, programs get a disclosure as JSON, and a build
//! gets a site filled with one.
//!
//! A file goes through `input` (bytes up to a limit), `mingbai_core::document_file` (text, with the `decoder`) and
//! `checked_file` (parsed and checked), then to `check`, `parse` or `site`. Anything that goes wrong on the way is an
//! `InputError`.

mod arguments;
mod check;
mod checked_file;
mod decoder;
mod drawings;
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

use arguments::{Arguments, Subcommand};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command on the arguments of this process.
///
/// The exit code is 0 when nothing conflicts, 1 when amounts conflict, 2 when something cannot be read or the command
/// line is wrong.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage_error::answer(&error),
    };
    let lang = arguments.lang;
    let code = match arguments.command {
        Subcommand::Check(arguments) => check::run(&arguments, lang),
        Subcommand::Parse(arguments) => parse::run(&arguments, lang),
        Subcommand::Drawings(arguments) => drawings::run(&arguments, lang),
        Subcommand::Site(arguments) => site::run(&arguments, lang),
        Subcommand::Withdraw(arguments) => site::withdraw(&arguments, lang),
        Subcommand::Help { command } => return usage_error::help(command.as_deref(), lang),
    };
    ExitCode::from(code.unwrap_or_else(|error| output::report_failure(&error, lang)))
}
