//! Where the bytes come from: files, folders, standard input.

use crate::input_error::InputError;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// No disclosure is larger: 16 MiB, over a hundred times the longest that was seen. What is larger is refused before it
/// is read, or as soon as it shows on standard input.
pub const LIMIT: u64 = 16 << 20;

/// Something to read.
#[derive(Debug)]
pub struct Input {
    /// What to call it: the path as given, or 标准输入.
    pub name: PathBuf,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Stdin,
    File,
    /// What was wrong before anything could be opened.
    InputError(InputError),
}

/// What the arguments name, folders replaced by the `.txt` files below them, sorted; hidden ones are passed over.
pub fn all(named: &[PathBuf]) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for path in named {
        if path.as_os_str() == "-" {
            // It can be read only once, however often it is named.
            if !inputs.iter().any(|input| matches!(input.source, Source::Stdin)) {
                inputs.push(one(path));
            }
        } else if path.is_dir() {
            inputs.extend(below(path));
        } else {
            inputs.push(one(path));
        }
    }
    inputs
}

/// What one argument names, as it is.
pub fn one(path: &Path) -> Input {
    let source = if path.as_os_str() == "-" { Source::Stdin } else { Source::File };
    Input { name: path.to_owned(), source }
}

/// The `.txt` files in a folder and below.
fn below(folder: &Path) -> Vec<Input> {
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let text = |path: &Path| path.extension().is_some_and(|ending: &OsStr| ending.eq_ignore_ascii_case("txt"));
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(shown) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && text(entry.path()) => found.push(one(entry.path())),
            Ok(_) => {}
            // A link to nothing that would be passed over anyway.
            Err(error)
                if error.loop_ancestor().is_none()
                    && error.path().is_some_and(|path| path.is_symlink() && !text(path)) => {}
            Err(error) => {
                let name = error.path().unwrap_or(folder).to_owned();
                let problem = if error.loop_ancestor().is_some() {
                    InputError::Loop
                } else {
                    error.into_io_error().map_or(InputError::Loop, InputError::from)
                };
                found.push(Input { name, source: Source::InputError(problem) });
            }
        }
    }
    if found.is_empty() {
        found.push(Input { name: folder.to_owned(), source: Source::InputError(InputError::EmptyFolder) });
    }
    found
}

impl Input {
    /// All of its bytes.
    ///
    /// # Errors
    /// Why it could not be read, or that it is larger than [`LIMIT`].
    pub fn bytes(&self) -> Result<Vec<u8>, InputError> {
        match &self.source {
            Source::Stdin => read(io::stdin().lock()),
            Source::File => {
                let about = fs::metadata(&self.name)?;
                if about.is_dir() {
                    return Err(InputError::Folder);
                }
                if about.len() > LIMIT {
                    return Err(InputError::TooLarge { bytes: Some(about.len()) });
                }
                read(File::open(&self.name)?)
            }
            Source::InputError(problem) => Err(problem.clone()),
        }
    }
}

fn read(source: impl Read) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    source.take(LIMIT + 1).read_to_end(&mut bytes)?;
    // A pipe or a device does not say in advance how much it holds.
    if bytes.len() as u64 > LIMIT { Err(InputError::TooLarge { bytes: None }) } else { Ok(bytes) }
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> InputError {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => InputError::Missing,
            ErrorKind::PermissionDenied => InputError::Permission,
            ErrorKind::IsADirectory => InputError::Folder,
            _ => InputError::Io(error.to_string()),
        }
    }
}
