//! The disclosure that the page is about, read when it is first asked for.

use crate::platform::embedded_document::{self, EmbeddedDocument};
use crate::platform::page;
use mingbai_core::audit::{self, Check};
use mingbai_core::disclosure::{self, Disclosure, ParseError, snapshot};
use mingbai_core::figures::RenderContext;
use mingbai_core::glossary::Translations;
use mingbai_core::locale::Lang;
use std::sync::OnceLock;

/// A disclosure, English translations of its words, and its checks.
pub struct LoadedDocument {
    /// What was published.
    pub disclosure: Disclosure,
    translations: Translations,
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
    /// A disclosure with English translations of its words.
    pub const fn new(disclosure: Disclosure, translations: Translations) -> LoadedDocument {
        LoadedDocument { disclosure, translations, checks: OnceLock::new() }
    }

    /// English translations of its words.
    pub fn translations(&self) -> &Translations {
        &self.translations
    }

    /// The disclosure in a language, with its amounts in the usual unit.
    pub fn context(&self, lang: Lang) -> RenderContext<'_> {
        RenderContext::new(&self.disclosure, lang).with_translations(&self.translations)
    }

    /// Whether it adds up, worked out when it is first asked.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| audit::run(&self.disclosure))
    }
}

static CARRIED: OnceLock<Option<EmbeddedDocument>> = OnceLock::new();

/// What the page carries; None where it carries nothing, or names a file that did not come yet.
fn carried() -> Option<&'static EmbeddedDocument> {
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
    carried.kept.strip_prefix(&snapshot::mark(&carried.text))
}

/// A disclosure with the translations that the page brings with its text.
fn with_translations(disclosure: Disclosure) -> LoadedDocument {
    let translations = carried().into_iter().flat_map(|carried| carried.translations.iter().cloned());
    LoadedDocument::new(disclosure, translations.collect())
}

static BOOK: OnceLock<Result<LoadedDocument, Absent>> = OnceLock::new();

/// The disclosure that the page carries, as it was read before or is brought back now.
pub fn book() -> Result<&'static LoadedDocument, &'static Absent> {
    let bring_back = || {
        let kept = page::bytes(kept()?)?;
        snapshot::bring_back(&kept, text()?).map(with_translations)
    };
    BOOK.get_or_init(|| bring_back().ok_or(Absent::Missing)).as_ref()
}

/// The same; nothing at all where there is none.
pub fn book_or_none() -> &'static LoadedDocument {
    static NONE: LoadedDocument = LoadedDocument::new(Disclosure::NONE, Translations::NONE);
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
        Some(text) => disclosure::parse(text).map(with_translations).map_err(Absent::Unreadable),
    });
}
