//! Input: files, folders, standard input.

use crate::input_error::InputError;
use mingbai_core::document_file::SIZE_LIMIT;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file or standard input, to be read.
#[derive(Debug)]
pub struct Input {
    /// The path as given; `-` for standard input.
    pub name: PathBuf,
    source: InputSource,
}

#[derive(Debug)]
enum InputSource {
    Stdin,
    File,
    /// There is nothing to open: the error is known before.
    Unavailable(InputError),
}

/// The inputs that the arguments name. A folder means the files in it and in its subfolders that may be documents,
/// sorted by name, without hidden ones.
pub fn inputs(named: &[PathBuf]) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for path in named {
        if path.as_os_str() == "-" {
            // Standard input can be read only once.
            if !inputs.iter().any(|input| matches!(input.source, InputSource::Stdin)) {
                inputs.push(Input::at(path));
            }
        } else if path.is_dir() {
            inputs.extend(document_files(path));
        } else {
            inputs.push(Input::at(path));
        }
    }
    inputs
}

/// The endings of files that are looked for in folders. A file that is named may have any.
const ENDINGS: [&str; 12] = ["txt", "pdf", "ofd", "docx", "doc", "wps", "odt", "rtf", "html", "htm", "mht", "mhtml"];

/// The files in a folder and its subfolders that may be documents.
fn document_files(folder: &Path) -> Vec<Input> {
    // While a document is open, Word keeps a lock file beside it: ~$….
    let is_hidden = |name: &str| name.starts_with('.') || name.starts_with("~$");
    let is_visible = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy());
    let has_ending = |ending: &OsStr| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let is_document = |path: &Path| path.extension().is_some_and(has_ending);
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_document(entry.path()) => {
                found.push(Input::at(entry.path()))
            }
            Ok(_) => {}
            // A broken link that is not to a document.
            Err(error)
                if error.loop_ancestor().is_none()
                    && error.path().is_some_and(|path| path.is_symlink() && !is_document(path)) => {}
            Err(error) => {
                let name = error.path().unwrap_or(folder).to_owned();
                let unavailable = if error.loop_ancestor().is_some() {
                    InputError::Loop
                } else {
                    error.into_io_error().map_or(InputError::Loop, InputError::from)
                };
                found.push(Input { name, source: InputSource::Unavailable(unavailable) });
            }
        }
    }
    if found.is_empty() {
        found.push(Input { name: folder.to_owned(), source: InputSource::Unavailable(InputError::EmptyFolder) });
    }
    found
}

impl Input {
    /// The file at a path as given on the command line; `-` is standard input.
    pub fn at(path: &Path) -> Input {
        let source = if path.as_os_str() == "-" { InputSource::Stdin } else { InputSource::File };
        Input { name: path.to_owned(), source }
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// Why it could not be read, or that it is larger than [`SIZE_LIMIT`].
    pub fn bytes(&self) -> Result<Vec<u8>, InputError> {
        match &self.source {
            InputSource::Stdin => read(io::stdin().lock()),
            InputSource::File => {
                let metadata = fs::metadata(&self.name)?;
                if metadata.is_dir() {
                    return Err(InputError::Folder);
                }
                if !metadata.is_file() && !is_handed_over(&self.name) {
                    return Err(InputError::NotAFile);
                }
                if metadata.len() > SIZE_LIMIT {
                    return Err(InputError::TooLarge { bytes: Some(metadata.len()) });
                }
                read(File::open(&self.name)?)
            }
            InputSource::Unavailable(error) => Err(error.clone()),
        }
    }
}

/// True for a pipe that a shell hands over, as in `mingbai check <(…)`: its writer is there. Any other pipe would be
/// waited for, maybe for ever.
fn is_handed_over(path: &Path) -> bool {
    path.starts_with("/dev") || path.starts_with("/proc/self/fd")
}

fn read(source: impl Read) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    source.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)?;
    // A pipe or a device does not say in advance how much it holds.
    if bytes.len() as u64 > SIZE_LIMIT { Err(InputError::TooLarge { bytes: None }) } else { Ok(bytes) }
}
