//! Reading a document in a worker: what is being read, and how it ends.

use crate::enhance::document_source;
use crate::enhance::opened_documents::OpenedDocument;
use crate::loaded_document::LoadedDocument;
use crate::opened_file::OpenedFile;
use crate::platform::document_worker::DocumentWorker;
use js_sys::Uint8Array;
use leptos::prelude::*;
use mingbai_core::document_file::{DocumentFileError, decode_answer};
use mingbai_core::glossary::Translations;
use std::cell::Cell;

/// A document that is being read.
#[derive(Clone)]
pub struct DocumentReading {
    /// Tells it from what was read before.
    number: u32,
    /// The name of its file.
    pub name: String,
    /// None until the worker has started.
    pub worker: Option<DocumentWorker>,
}

/// What is being read just now. A worker belongs to one thread.
pub type CurrentReading = RwSignal<Option<DocumentReading>, LocalStorage>;

/// A file that needs a password.
#[derive(Clone)]
pub struct LockedFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Uint8Array,
    /// True if the password that was given is not its own.
    pub is_wrong: bool,
}

/// Why reading gave no document.
pub enum ReadingFailure {
    /// What reads documents could not be fetched, or the browser allows no worker.
    NoReader,
    /// The reader stopped it.
    Stopped,
    /// The worker broke off.
    BrokenOff,
    /// The file holds none.
    Refused(DocumentFileError),
    /// The file needs a password, or another one.
    Locked(LockedFile),
}

/// Reads a file, with its password if it has one. While that goes on, `reading` holds it; to stop it, take it out.
///
/// # Errors
/// Why there is no document.
pub async fn read(
    reading: CurrentReading,
    name: String,
    bytes: Uint8Array,
    password: &str,
) -> Result<OpenedDocument, ReadingFailure> {
    thread_local! {
        static COUNT: Cell<u32> = const { Cell::new(0) };
    }
    let number = COUNT.get() + 1;
    COUNT.set(number);
    let is_current = || reading.with_untracked(|reading| reading.as_ref().is_some_and(|it| it.number == number));
    reading.set(Some(DocumentReading { number, name: name.clone(), worker: None }));
    let worker = DocumentWorker::start().await;
    if !is_current() {
        if let Some(worker) = worker {
            worker.end();
        }
        return Err(ReadingFailure::Stopped);
    }
    let answer = match worker {
        Some(worker) => {
            reading.set(Some(DocumentReading { number, name: name.clone(), worker: Some(worker.clone()) }));
            worker.read(&bytes, password).await
        }
        None => {
            reading.set(None);
            return Err(ReadingFailure::NoReader);
        }
    };
    if !is_current() {
        return Err(ReadingFailure::Stopped);
    }
    reading.set(None);
    let answer = answer.as_deref().and_then(decode_answer).ok_or(ReadingFailure::BrokenOff)?;
    let read = answer.map_err(|error| match error {
        DocumentFileError::PasswordNeeded | DocumentFileError::WrongPassword => {
            let is_wrong = error == DocumentFileError::WrongPassword;
            ReadingFailure::Locked(LockedFile { name: name.clone(), bytes, is_wrong })
        }
        error => ReadingFailure::Refused(error),
    })?;
    // Words that the published document shares with it have the same translations.
    let translations = document_source::document().map_or(Translations::NONE, |known| known.translations.clone());
    Ok(OpenedDocument {
        file: OpenedFile::new(name, read.left_out, read.has_revisions, read.share),
        document: LoadedDocument::new(read.disclosure, translations).checked(),
    })
}
