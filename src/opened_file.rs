//! A file that the reader opened on this device.

use mingbai_core::disclosure::ReadingShare;
use mingbai_core::document_file::LeftOut;
use std::sync::atomic::{AtomicU32, Ordering};

/// A file that the reader opened on this device, as far as its document does not tell.
pub struct OpenedFile {
    /// The name of the file, or words for a text without one.
    pub name: String,
    /// What the file contains and the document's text does not.
    pub left_out: Vec<LeftOut>,
    /// True where revisions that nobody has accepted were read as accepted.
    pub has_revisions: bool,
    /// How many of its numbers were understood.
    pub share: ReadingShare,
    /// The number under which the device keeps it; 0 for none.
    kept_as: AtomicU32,
}

impl OpenedFile {
    /// A file that is lost with the page.
    pub const fn new(name: String, left_out: Vec<LeftOut>, has_revisions: bool, share: ReadingShare) -> OpenedFile {
        OpenedFile { name, left_out, has_revisions, share, kept_as: AtomicU32::new(0) }
    }

    /// The number under which the device keeps it; None for one that is lost with the page.
    pub fn kept_as(&self) -> Option<u32> {
        Some(self.kept_as.load(Ordering::Relaxed)).filter(|number| *number > 0)
    }

    /// The device keeps it under this number from now on, or no longer. The page that shows it is not told.
    pub fn set_kept_as(&self, number: Option<u32>) {
        self.kept_as.store(number.unwrap_or(0), Ordering::Relaxed);
    }
}
