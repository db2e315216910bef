//! A parsed document with English translations of its words, and its checks.

use mingbai_core::audit::{self, Check, ContradictedNumbers};
use mingbai_core::disclosure::{Disclosure, ParseError};
use mingbai_core::figures::RenderContext;
use mingbai_core::glossary::Translations;
use mingbai_core::locale::Lang;
use mingbai_core::publication::Publication;
use std::sync::OnceLock;

/// A disclosure with English translations of its words, and its checks.
pub struct LoadedDocument {
    /// The parsed disclosure.
    pub disclosure: Disclosure,
    /// English translations of its words.
    pub translations: Translations,
    /// What is known of its original publication.
    pub publication: Publication,
    /// Its numbers that its checks contradict.
    pub contradicted: ContradictedNumbers,
    checks: OnceLock<Vec<Check>>,
}

impl LoadedDocument {
    /// A document of this disclosure. Nothing is checked yet.
    pub const fn new(disclosure: Disclosure, translations: Translations) -> LoadedDocument {
        LoadedDocument {
            disclosure,
            translations,
            publication: Publication::UNKNOWN,
            contradicted: ContradictedNumbers::NONE,
            checks: OnceLock::new(),
        }
    }

    /// The same with what is known of its original publication.
    pub fn with_publication(self, publication: Publication) -> LoadedDocument {
        LoadedDocument { publication, ..self }
    }

    /// The same with numbers that its checks contradict, where they are known without running the checks.
    pub fn with_contradicted(self, contradicted: ContradictedNumbers) -> LoadedDocument {
        LoadedDocument { contradicted, ..self }
    }

    /// The same with what its checks contradict. Runs them.
    pub fn checked(self) -> LoadedDocument {
        let contradicted = ContradictedNumbers::of(self.checks());
        self.with_contradicted(contradicted)
    }

    /// The document in a language, with its amounts in the usual unit.
    pub fn render_context(&self, lang: Lang) -> RenderContext<'_> {
        RenderContext::new(&self.disclosure, lang)
            .with_translations(&self.translations)
            .with_publication(&self.publication)
            .with_contradicted(&self.contradicted)
    }

    /// The reconciliation checks. The first call runs them.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| audit::run(&self.disclosure))
    }
}

/// Why a page has no document.
pub enum MissingDocument {
    /// The page embeds no text.
    NotEmbedded,
    /// The embedded text cannot be parsed as a disclosure.
    Unparsable(ParseError),
}
