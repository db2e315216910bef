//! What a figure's own page shows of the glossary and of the original text: what its words and numbers lead to.

use leptos::prelude::*;
use mingbai_core::disclosure::{Disclosure, Quote};
use mingbai_core::provenance::{Provenance, SourcedValue};
use std::collections::BTreeSet;

/// Filled while the figure is written, then read by what is written below it.
#[derive(Clone, Copy)]
pub struct UsedReferences {
    lines: StoredValue<BTreeSet<usize>>,
    terms: StoredValue<Vec<&'static str>>,
}

impl UsedReferences {
    /// Begins a page that shows only what is needed.
    pub fn begin() -> UsedReferences {
        let needs = UsedReferences { lines: StoredValue::new(BTreeSet::new()), terms: StoredValue::new(Vec::new()) };
        provide_context(needs);
        needs
    }

    /// Those of the page that is being written; None on the whole page, which shows everything, and in what lies over a
    /// page that is written.
    pub fn here() -> Option<UsedReferences> {
        use_context()
    }

    /// The lines of the text that a quote stands on.
    pub fn quote(&self, disclosure: &Disclosure, quote: Quote) {
        self.lines.update_value(|lines| lines.extend(quote.line..=disclosure.last_line(quote)));
    }

    /// The lines that state a number, or all that it was computed from.
    pub fn number(&self, disclosure: &Disclosure, cited: &SourcedValue) {
        match &cited.origin {
            Provenance::Stated(quote) => self.quote(disclosure, *quote),
            Provenance::Computed(formula) => formula.operands.iter().for_each(|cited| self.number(disclosure, cited)),
        }
    }

    /// A word that is explained.
    pub fn term(&self, id: &'static str) {
        self.terms.update_value(|terms| {
            if !terms.contains(&id) {
                terms.push(id);
            }
        });
    }

    /// The lines so far.
    pub fn lines(&self) -> BTreeSet<usize> {
        self.lines.get_value()
    }

    /// The words so far, the first used first; the explanation of one may need another.
    pub fn term_at(&self, at: usize) -> Option<&'static str> {
        self.terms.with_value(|terms| terms.get(at).copied())
    }
}
