//! The host's command.

use std::process::ExitCode;

fn main() -> ExitCode {
    mingbai_cli::run()
}
