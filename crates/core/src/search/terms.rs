//! Search entries for the glossary: found by every form of a term in both languages, by everyday words, and by
//! its plain words.

use super::entry::{EntryKind, SearchEntry};
use super::normalize::SearchText;
use crate::address::term_href;
use crate::figures::{RenderContext, capitalised};
use crate::glossary::{self, Term};
use crate::locale::Lang;

/// Every entry of the glossary, those that this document uses first.
pub fn entries(context: &RenderContext) -> Vec<SearchEntry> {
    let used = |term: &&Term| term.forms.iter().any(|form| context.disclosure.source.contains(form));
    let (first, rest): (Vec<_>, Vec<_>) = glossary::terms().iter().partition(used);
    first.into_iter().chain(rest).map(|term| entry(context, term)).collect()
}

fn entry(context: &RenderContext, term: &'static Term) -> SearchEntry {
    let lang = context.locale.lang;
    let chinese = lang == Lang::Zh;
    let main = SearchText::name(capitalised(term.name(lang)), chinese);
    let original = (!chinese).then(|| SearchText::name(term.zh, true));
    let mut entry = SearchEntry::new(EntryKind::Term, main, term_href(term.id)).with_original(original);
    for form in term.forms {
        entry.add_alias(SearchText::name(*form, true));
    }
    for form in term.forms_en {
        entry.add_alias(SearchText::name(*form, false));
    }
    entry.add_alias(SearchText::prose(term.plain(lang), chinese));
    entry.add_everyday(term, 0);
    entry
}
