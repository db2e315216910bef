//! The references of a figure page: the terms and the lines of the text that its words and numbers link to, which the
//! page must therefore contain.

use leptos::prelude::*;
use mingbai_core::disclosure::{Disclosure, Quote};
use mingbai_core::provenance::{Provenance, SourcedValue};
use std::collections::BTreeSet;

/// Collects references while the figure is rendered. The sections rendered after it show what was collected.
#[derive(Clone, Copy)]
pub struct UsedReferences {
    lines: StoredValue<BTreeSet<usize>>,
    terms: StoredValue<Vec<&'static str>>,
}

impl UsedReferences {
    /// Provides an empty collection as context to everything that is rendered from here on.
    pub fn provide() -> UsedReferences {
        let references =
            UsedReferences { lines: StoredValue::new(BTreeSet::new()), terms: StoredValue::new(Vec::new()) };
        provide_context(references);
        references
    }

    /// The collection of the figure page that is being rendered. None on the report, which contains everything, and in
    /// popups and dialogs over a finished page.
    pub fn current() -> Option<UsedReferences> {
        use_context()
    }

    /// Adds the lines of the text that a quote is on.
    pub fn add_quote(&self, disclosure: &Disclosure, quote: Quote) {
        self.lines.update_value(|lines| lines.extend(quote.line..=disclosure.last_line(quote)));
    }

    /// Adds the lines of the text that state a value; for a computed value, those of all its operands.
    pub fn add_value(&self, disclosure: &Disclosure, value: &SourcedValue) {
        match &value.provenance {
            Provenance::Stated(quote) => self.add_quote(disclosure, *quote),
            Provenance::Computed(formula) => {
                formula.operands.iter().for_each(|operand| self.add_value(disclosure, operand));
            }
        }
    }

    /// Adds a term of the glossary.
    pub fn add_term(&self, id: &'static str) {
        self.terms.update_value(|terms| {
            if !terms.contains(&id) {
                terms.push(id);
            }
        });
    }

    /// The numbers of the lines collected so far, from 1.
    pub fn lines(&self) -> BTreeSet<usize> {
        self.lines.get_value()
    }

    /// The id of the term collected at an index, in order of first use. By index, since rendering an entry of the
    /// glossary can add further terms.
    pub fn term_at(&self, index: usize) -> Option<&'static str> {
        self.terms.with_value(|terms| terms.get(index).copied())
    }
}
