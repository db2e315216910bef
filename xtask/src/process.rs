//! Other programs, with errors that say what was attempted.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program to its end. Its output is shown.
///
/// # Errors
/// Where it cannot be started or fails: `attempt` says what it was to do, as "merging the chunk cards".
pub fn run(attempt: &str, command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(attempt, command))?;
    if !status.success() {
        bail!("{attempt}: {} failed ({status}); its own message is above", name(command));
    }
    Ok(())
}

/// Runs a program to its end, and returns its standard output.
///
/// # Errors
/// As for [`run`].
pub fn output(attempt: &str, command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| not_started(attempt, command))?;
    if !output.status.success() {
        bail!("{attempt}: {} failed ({}); its own message is above", name(command), output.status);
    }
    Ok(output.stdout)
}

/// Runs a program to its end. What it prints is seen only where it fails, as a part of the error: binaryen warns of
/// each name that it does not keep.
///
/// # Errors
/// As for [`run`].
pub fn run_quietly(attempt: &str, command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| not_started(attempt, command))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        bail!("{attempt}: {} failed ({}):\n{}", name(command), output.status, message.trim_end());
    }
    Ok(())
}

/// A command of an npm package of this project.
///
/// # Errors
/// Where the packages are not installed.
pub fn npm(program: &str) -> Result<Command> {
    let file = Path::new("node_modules/.bin").join(program);
    if !file.exists() {
        bail!("{} is missing: install the npm packages by `make setup` or `npm ci --ignore-scripts`", file.display());
    }
    Ok(Command::new(file))
}

/// A script of this project, run by Node.
pub fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(script);
    command
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let first = command.get_args().next().unwrap_or(OsStr::new(""));
    format!("`{} {} …`", program.display(), first.display())
}

fn not_started(attempt: &str, command: &Command) -> String {
    format!("{attempt}: {} could not be started; is it installed?", command.get_program().display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_was_attempted() {
        let missing = run("drawing the charts", &mut Command::new("no-such-program")).unwrap_err();
        assert!(format!("{missing:#}").starts_with("drawing the charts: no-such-program could not be started"));
        let failed = output("asking cargo", Command::new("cargo").arg("--no-such-option").stderr(Stdio::null()));
        assert!(format!("{:#}", failed.unwrap_err()).starts_with("asking cargo: `cargo --no-such-option …` failed"));
    }
}
