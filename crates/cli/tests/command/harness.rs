//! Runs the command and says what it said.

use mingbai_core::export::{NamedFile, zip};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {} {}", self.out, self.err))
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The command in the project's folder, without the terminal's wishes.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mingbai"));
    command.current_dir(root());
    for wish in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
        command.env_remove(wish);
    }
    command
}

pub fn finish(mut command: Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn mingbai<A: AsRef<std::ffi::OsStr>>(arguments: &[A]) -> Run {
    let mut command = command();
    command.args(arguments).stdin(Stdio::null());
    finish(command)
}

/// The same with something on standard input.
pub fn fed(arguments: &[&str], bytes: &[u8]) -> Run {
    let mut child =
        command().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that has read enough closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file of these bytes, in the folder that cargo gives to tests.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

/// A new, empty folder there.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

pub fn example(n: usize) -> String {
    fs::read_to_string(example_file(n)).unwrap()
}

/// The file of an example. Tests run side by side, so none writes a copy that others read.
pub fn example_file(n: usize) -> PathBuf {
    root().join(format!("tests/examples/{n}.txt"))
}

/// The one sentence in which the command refused a file: nothing on standard output, exit code 2, one line.
pub fn refused(run: &Run) -> &str {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    let said = run.err.trim_end();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!((said.matches('。').count(), said.ends_with('。')), (1, true), "{said}");
    said
}

/// An archive of empty files with these names.
pub fn archive(names: &[&'static str]) -> Vec<u8> {
    let parts: Vec<_> = names.iter().map(|name| (*name, "")).collect();
    archive_of(&parts)
}

/// An archive of files with these names and contents.
pub fn archive_of(parts: &[(&'static str, &str)]) -> Vec<u8> {
    zip(&parts
        .iter()
        .map(|(name, content)| NamedFile { name, content: content.as_bytes().to_vec() })
        .collect::<Vec<_>>())
}

/// A file of Office before 2007 with empty streams of these names.
pub fn compound(names: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    for name in names {
        file.create_stream(name).unwrap();
    }
    file.into_inner().into_inner()
}
