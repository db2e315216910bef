//! Where links lead. A page that was made before anybody reads it leads to places that a browser finds alone; with a
//! script it leads further: to the very words, or the very line. What a figure's own page does not hold is on the whole
//! page.

use crate::components::page_context::PageContext;
use crate::components::used_references::UsedReferences;
use leptos::prelude::*;
use mingbai_core::address::{Spot, term_href};
use mingbai_core::disclosure::Quote;
use mingbai_core::page_kind::PageKind;

/// The way to a place by its fragment: on this page where it is here, else on the whole one.
pub fn to(page: &PageContext, fragment: String) -> String {
    let PageKind::Figure(id) = page.page_kind else { return fragment };
    let figure = fragment.strip_prefix("#figure=").map(|rest| rest.split('&').next() == Some(id.as_str()));
    let here =
        figure.unwrap_or_else(|| UsedReferences::here().is_some() || (page.page_has_element)(element(&fragment)));
    if here { fragment } else { page.link_to(PageKind::Report, page.lang) + &fragment }
}

/// The id of the element that a fragment leads to: for words of the text their line's.
fn element(fragment: &str) -> &str {
    let id = fragment.trim_start_matches('#');
    if id.starts_with("source=") { id.split('.').next().unwrap_or(id) } else { id }
}

/// The way to an entry of the glossary.
pub fn to_term(page: &PageContext, id: &'static str) -> String {
    if let Some(needs) = UsedReferences::here() {
        needs.term(id);
    }
    to(page, term_href(id))
}

/// The way to a clause of the original text, and which bytes of the line it is where the way itself does not say so.
pub fn to_source(page: &PageContext, quote: Quote) -> (String, Option<String>) {
    if let Some(needs) = UsedReferences::here() {
        needs.quote(&page.document.disclosure, quote);
    }
    let spot = Spot::of(&page.document.disclosure, quote);
    match spot.bytes {
        Some((start, end)) if !page.is_enhanced => {
            (Spot { bytes: None, ..spot }.href(), Some(format!("{start}-{end}")))
        }
        _ => (to(page, spot.href()), None),
    }
}

/// Leads to a clause in the original text.
#[component]
pub fn SourceLink(
    /// The clause.
    quote: Quote,
) -> impl IntoView {
    let page = PageContext::expect();
    let (href, bytes) = to_source(&page, quote);
    let words = page.locale().words();
    let said = match (quote.line, page.document.disclosure.last_line(quote)) {
        (line, last) if line == last => words.card_source.replace("{n}", &line.to_string()),
        (line, last) => words.card_source_lines.replace("{n}", &format!("{line}–{last}")),
    };
    view! { <a href=href data-bytes=bytes>{said}</a> }
}
