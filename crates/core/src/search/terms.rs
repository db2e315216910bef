//! Glossary entries, to be found by every form of their name in both languages, and by our plain words.

use super::entry::{Entry, Kind};
use super::normalize::Field;
use crate::address::term_href;
use crate::figures::{RenderContext, capitalised};
use crate::glossary::{self, Term};
use crate::locale::Lang;

/// Every entry of the glossary, those that this document uses first.
pub fn entries(context: &RenderContext) -> Vec<Entry> {
    let here = |term: &&Term| term.forms.iter().any(|form| context.disclosure.source.contains(form));
    let (first, rest): (Vec<_>, Vec<_>) = glossary::all().iter().partition(here);
    first.into_iter().chain(rest).map(|term| entry(context, term)).collect()
}

fn entry(context: &RenderContext, term: &'static Term) -> Entry {
    let lang = context.locale.lang;
    let chinese = lang == Lang::Zh;
    let says = Field::name(capitalised(term.name(lang)), chinese);
    let beside = (!chinese).then(|| Field::name(term.zh, true));
    let mut entry = Entry::new(Kind::Term, says, term_href(term.id)).beside(beside);
    for form in term.forms {
        entry.call(Field::name(*form, true));
    }
    for form in term.forms_en {
        entry.call(Field::name(*form, false));
    }
    entry.call(Field::prose(term.plain(lang), chinese));
    entry
}
