//! A parsed document with its checks.

use mingbai_core::audit::{self, Check};
use mingbai_core::disclosure::{Disclosure, ParseError};
use std::sync::OnceLock;

/// A disclosure with its checks.
pub struct LoadedDocument {
    /// The parsed disclosure.
    pub disclosure: Disclosure,
    checks: OnceLock<Vec<Check>>,
}

impl LoadedDocument {
    /// A document of this disclosure. Nothing is checked yet.
    pub const fn new(disclosure: Disclosure) -> LoadedDocument {
        LoadedDocument { disclosure, checks: OnceLock::new() }
    }

    /// The reconciliation checks, run when they are first asked for.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| audit::run(&self.disclosure))
    }
}

/// Why a page has no document to explain.
pub enum MissingDocument {
    /// The page embeds no text.
    NotEmbedded,
    /// The text is no disclosure.
    Unparsable(ParseError),
}
