//! A file that the reader opened on this device.

use mingbai_core::document_file::LeftOut;

/// A file that the reader opened on this device, as far as its document does not tell.
pub struct OpenedFile {
    /// The name of the file, or words for a text without one.
    pub name: String,
    /// What the file contains and the document's text does not.
    pub left_out: Vec<LeftOut>,
    /// True where revisions that nobody has accepted were read as accepted.
    pub has_revisions: bool,
}
