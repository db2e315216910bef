//! Writing and removing the files of a site.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file of a site that could not be read, written or made.
pub struct SiteError {
    /// The file.
    pub file: PathBuf,
    /// What went wrong.
    pub error: io::Error,
}

impl SiteError {
    /// An error of the operating system.
    pub fn of(file: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> SiteError {
        let file = file.into();
        move |error| SiteError { file, error }
    }

    /// A file that is not as the build leaves it.
    pub fn invalid(file: impl Into<PathBuf>, what: impl Into<String>) -> SiteError {
        SiteError { file: file.into(), error: io::Error::new(ErrorKind::InvalidData, what.into()) }
    }
}

/// The text of a file.
///
/// # Errors
/// Where it cannot be read.
pub fn read(file: &Path) -> Result<String, SiteError> {
    fs::read_to_string(file).map_err(SiteError::of(file))
}

/// Replaces a file in one step: a request meanwhile gets the old content or the new content. Compressed copies of the
/// old content are removed.
///
/// # Errors
/// Where it cannot be written.
pub fn write(file: &Path, content: &[u8]) -> Result<(), SiteError> {
    let replace = || {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut new = file.as_os_str().to_owned();
        new.push(".new");
        fs::write(&new, content)?;
        remove_compressed(file)?;
        fs::rename(&new, file)
    };
    replace().map_err(SiteError::of(file))
}

/// Removes a file, if there is one, with its compressed copies.
///
/// # Errors
/// Where it cannot be removed.
pub fn remove(file: &Path) -> Result<(), SiteError> {
    let remove = || {
        remove_compressed(file)?;
        ignore_missing(fs::remove_file(file))
    };
    remove().map_err(SiteError::of(file))
}

/// Removes a folder, if there is one, with everything in it.
///
/// # Errors
/// Where it cannot be removed.
pub fn remove_folder(folder: &Path) -> Result<(), SiteError> {
    ignore_missing(fs::remove_dir_all(folder)).map_err(SiteError::of(folder))
}

/// The paths of all files in a folder and its subfolders, relative to `root`, with slashes.
///
/// # Errors
/// Where a folder cannot be read.
pub fn relative_paths(root: &Path, folder: &Path) -> Result<Vec<String>, SiteError> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).map_err(SiteError::of(folder))? {
        let path = entry.map_err(SiteError::of(folder))?.path();
        if path.is_dir() {
            all.extend(relative_paths(root, &path)?);
        } else if let Ok(relative) = path.strip_prefix(root) {
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            all.push(parts.join("/"));
        }
    }
    Ok(all)
}

/// Removes the compressed copies of a file.
fn remove_compressed(file: &Path) -> io::Result<()> {
    for extension in [".br", ".gz"] {
        let mut compressed = file.as_os_str().to_owned();
        compressed.push(extension);
        ignore_missing(fs::remove_file(&compressed))?;
    }
    Ok(())
}

/// Removing something that does not exist is no error.
fn ignore_missing(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
