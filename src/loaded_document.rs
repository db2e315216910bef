//! The disclosure that the page is about, read when it is first asked for.

use crate::platform::embedded_document::{self, Carried};
use crate::platform::page;
use mingbai_core::audit::{self, Check};
use mingbai_core::disclosure::{self, Disclosure, ParseError, snapshot};
use std::sync::OnceLock;

/// A disclosure and its checks.
pub struct LoadedDocument {
    /// What was published.
    pub disclosure: Disclosure,
    checks: OnceLock<Vec<Check>>,
}

/// Why there is no book.
pub enum Absent {
    /// The page carries no text.
    Missing,
    /// The text is no disclosure.
    Unreadable(ParseError),
}

impl LoadedDocument {
    /// A book of a disclosure.
    pub const fn new(disclosure: Disclosure) -> LoadedDocument {
        LoadedDocument { disclosure, checks: OnceLock::new() }
    }

    /// Whether it adds up, worked out when it is first asked.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| audit::run(&self.disclosure))
    }
}

static CARRIED: OnceLock<Option<Carried>> = OnceLock::new();

/// What the page carries; None where it carries nothing, or names a file that did not come yet.
fn carried() -> Option<&'static Carried> {
    if is_elsewhere() {
        return None;
    }
    CARRIED.get_or_init(embedded_document::here).as_ref()
}

/// The text that the page is about, as published; None where there is none, or it did not come yet.
pub fn text() -> Option<&'static str> {
    carried().map(|carried| carried.text.as_str())
}

/// True where the page only names the file that holds what it is about, and that did not come yet.
pub fn is_elsewhere() -> bool {
    CARRIED.get().is_none() && embedded_document::elsewhere().is_some()
}

/// Fetches that file; false where it does not come.
pub async fn fetch() -> bool {
    let Some(address) = embedded_document::elsewhere() else { return false };
    // Whoever asks meanwhile gets the same.
    match embedded_document::fetch(&address).await {
        Some(carried) => {
            let _ = CARRIED.set(Some(carried));
            true
        }
        None => false,
    }
}

/// What was read of the text when the page was made, in base64.
fn kept() -> Option<&'static str> {
    let carried = carried()?;
    carried.kept.strip_prefix(&snapshot::prefix(&carried.text))
}

static BOOK: OnceLock<Result<LoadedDocument, Absent>> = OnceLock::new();

/// The disclosure that the page carries, as it was read before or is brought back now.
pub fn book() -> Result<&'static LoadedDocument, &'static Absent> {
    let bring_back = || {
        let kept = page::bytes(kept()?)?;
        snapshot::decode(&kept, text()?).map(LoadedDocument::new)
    };
    BOOK.get_or_init(|| bring_back().ok_or(Absent::Missing)).as_ref()
}

/// The same; nothing at all where there is none.
pub fn book_or_none() -> &'static LoadedDocument {
    static NONE: LoadedDocument = LoadedDocument::new(Disclosure::EMPTY);
    book().unwrap_or(&NONE)
}

/// True where the page carries nothing that was read of its text before, so that the text must be read.
pub fn is_unread() -> bool {
    BOOK.get().is_none() && kept().is_none()
}

/// Reads the text that the page carries.
pub fn read() {
    BOOK.get_or_init(|| match text() {
        None => Err(Absent::Missing),
        Some(text) => disclosure::parse(text).map(LoadedDocument::new).map_err(Absent::Unreadable),
    });
}
