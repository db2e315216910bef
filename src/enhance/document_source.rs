//! Where the browser gets the page's document from: a file that the page names, or the page itself.

use crate::loaded_document::{LoadedDocument, MissingDocument};
use crate::platform::base64;
use crate::platform::embedded_document::{self, EmbeddedDocument};
use mingbai_core::audit::ContradictedNumbers;
use mingbai_core::disclosure::{self, Disclosure, snapshot};
use mingbai_core::glossary::Translations;
use mingbai_core::publication::Publication;
use std::sync::OnceLock;

static EMBEDDED: OnceLock<Option<EmbeddedDocument>> = OnceLock::new();
static DOCUMENT: OnceLock<Result<LoadedDocument, MissingDocument>> = OnceLock::new();

/// The embedded document; None if the page has none, or its file is not fetched yet.
fn embedded() -> Option<&'static EmbeddedDocument> {
    if is_pending() {
        return None;
    }
    EMBEDDED.get_or_init(embedded_document::inline).as_ref()
}

/// The text of the document as published; None if there is none, or its file is not fetched yet.
pub fn text() -> Option<&'static str> {
    embedded().map(|embedded| embedded.text.as_str())
}

/// True if the page names a file with its document that is not fetched yet.
pub fn is_pending() -> bool {
    EMBEDDED.get().is_none() && embedded_document::file_address().is_some()
}

/// Fetches that file; false if it could not be fetched.
pub async fn fetch() -> bool {
    let Some(address) = embedded_document::file_address() else { return false };
    match embedded_document::fetch_file(&address).await {
        Some(embedded) => {
            // Set already if several callers have waited for the same file.
            let _ = EMBEDDED.set(Some(embedded));
            true
        }
        None => false,
    }
}

/// The snapshot of the parsed text in base64; None if there is none of this text and this version of the format.
fn encoded_snapshot() -> Option<&'static str> {
    let embedded = embedded()?;
    embedded.snapshot.strip_prefix(&snapshot::prefix(&embedded.text))
}

/// A disclosure with the translations and the publication that are embedded with its text.
fn loaded(disclosure: Disclosure) -> LoadedDocument {
    let translations = embedded().into_iter().flat_map(|embedded| embedded.translations.iter().cloned());
    let known = |name: &str| {
        let mut known = embedded()?.publication.iter();
        known.find(|(key, _)| key == name).map(|(_, value)| value.clone())
    };
    LoadedDocument::new(disclosure, translations.collect()).with_publication(Publication {
        address: known("address"),
        published: known("published"),
        report_errors_to: known("report_errors_to"),
    })
}

/// What the checks of the embedded document contradict. The host ran them, so that a chart needs none here.
fn contradicted() -> ContradictedNumbers {
    ContradictedNumbers::from_lines(embedded().map(|embedded| embedded.contradicted.clone()).unwrap_or_default())
}

/// The document, decoded from its snapshot when it is first asked for, unless [`parse`] has parsed it.
pub fn document() -> Result<&'static LoadedDocument, &'static MissingDocument> {
    let decode = || {
        let snapshot = base64::decode(encoded_snapshot()?)?;
        snapshot::decode(&snapshot, text()?).map(|disclosure| loaded(disclosure).with_contradicted(contradicted()))
    };
    DOCUMENT.get_or_init(|| decode().ok_or(MissingDocument::NotEmbedded)).as_ref()
}

/// The document; an empty one if there is none.
pub fn document_or_empty() -> &'static LoadedDocument {
    static EMPTY: LoadedDocument = LoadedDocument::new(Disclosure::EMPTY, Translations::NONE);
    document().unwrap_or(&EMPTY)
}

/// True if the text has no snapshot and must be parsed.
pub fn needs_parsing() -> bool {
    DOCUMENT.get().is_none() && encoded_snapshot().is_none()
}

/// Parses the text.
pub fn parse() {
    DOCUMENT.get_or_init(|| match text() {
        None => Err(MissingDocument::NotEmbedded),
        Some(text) => {
            disclosure::parse(text).map(|disclosure| loaded(disclosure).checked()).map_err(MissingDocument::Unparsable)
        }
    });
}
