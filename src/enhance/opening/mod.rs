//! Opening a document of the reader's own: it is read on this device, and leaves it in no way.

mod controller;
pub mod dialog;
mod document_reading;
mod kept_documents;

pub use controller::OpeningController;
