//! Why a site could not be changed.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// A file of a site that could not be read, written or made.
#[derive(Debug)]
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
