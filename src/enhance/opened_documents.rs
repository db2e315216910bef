//! The documents that the reader opened on this device. They live as long as the page.

use crate::loaded_document::LoadedDocument;
use crate::opened_file::OpenedFile;
use leptos::prelude::*;

/// A document that the reader opened.
pub struct OpenedDocument {
    /// Its file.
    pub file: OpenedFile,
    /// The document.
    pub document: LoadedDocument,
}

/// The documents that the reader opened, and which of them is shown.
#[derive(Clone, Copy)]
pub struct OpenedDocuments {
    /// All of them, in the order in which they were opened. Each is leaked: what was computed from it may be on the page
    /// for as long as the page lives.
    pub all: RwSignal<Vec<&'static OpenedDocument>>,
    /// The number of the one that is shown, by its place among them; None for the document that the page publishes.
    pub shown: RwSignal<Option<u32>>,
    /// The one that the reader wants to see next. The navigation shows it, in an entry of the history of its own.
    pub wanted: RwSignal<Option<Option<u32>>>,
}

impl OpenedDocuments {
    /// None yet.
    pub fn new() -> OpenedDocuments {
        OpenedDocuments { all: RwSignal::new(Vec::new()), shown: RwSignal::new(None), wanted: RwSignal::new(None) }
    }

    /// Adds a document. Returns its number.
    pub fn add(&self, document: OpenedDocument) -> u32 {
        let number = self.all.with_untracked(Vec::len) as u32;
        self.all.update(|all| all.push(Box::leak(Box::new(document))));
        number
    }

    /// Forgets all of them, and shows the published one.
    pub fn forget_all(&self) {
        self.shown.set(None);
        self.all.update(Vec::clear);
    }

    /// The document that is shown; None if it is the one that the page publishes. Tracks which it is.
    pub fn shown_document(&self) -> Option<&'static OpenedDocument> {
        let number = self.shown.get()? as usize;
        self.all.with_untracked(|all| all.get(number).copied())
    }

    /// True for the number of a document, and for None.
    pub fn has(&self, number: Option<u32>) -> bool {
        number.is_none_or(|number| (number as usize) < self.all.with_untracked(Vec::len))
    }
}
