//! The targets of links. A prerendered page links to elements by their id, which work without a script; an enhanced
//! page links to exact words of the text and lines of a figure. A figure page links to the report for whatever it does
//! not contain.

use crate::components::page_context::PageContext;
use crate::components::used_references::UsedReferences;
use leptos::prelude::*;
use mingbai_core::address::{SourceRange, term_href};
use mingbai_core::disclosure::Quote;
use mingbai_core::locale::fill;
use mingbai_core::page_kind::PageKind;

/// The link to a place by its fragment, such as `#figure=flow`: on this page if the page contains it, else on the
/// report.
pub fn href_of(page: &PageContext, fragment: String) -> String {
    let PageKind::Figure(id) = page.page_kind else { return fragment };
    let figure = fragment.strip_prefix("#figure=").map(|rest| rest.split('&').next() == Some(id.as_str()));
    // A page that is being rendered will contain everything that it refers to.
    let is_on_page = figure.unwrap_or_else(|| {
        UsedReferences::current().is_some() || (page.page_has_element)(target_element_id(&fragment))
    });
    if is_on_page { fragment } else { page.link_to(PageKind::Report, page.lang) + &fragment }
}

/// The id of the element that a fragment leads to; for words of the text (`#source=12.3-9`), that of their line.
fn target_element_id(fragment: &str) -> &str {
    let id = fragment.trim_start_matches('#');
    if id.starts_with("source=") { id.split('.').next().unwrap_or(id) } else { id }
}

/// The link to an entry of the glossary.
pub fn href_of_term(page: &PageContext, id: &'static str) -> String {
    if let Some(references) = UsedReferences::current() {
        references.add_term(id);
    }
    href_of(page, term_href(id))
}

/// The link to a clause of the original text. On a prerendered page it leads to the clause's line, and the second value
/// is the byte range in that line (`3-9`), for the hook `data-bytes`.
pub fn href_of_source(page: &PageContext, quote: Quote) -> (String, Option<String>) {
    let source_range = SourceRange::of(&page.document.disclosure, quote);
    match source_range.bytes {
        Some((start, end)) if !page.is_enhanced => {
            add_quote(page, quote);
            (SourceRange { bytes: None, ..source_range }.href(), Some(format!("{start}-{end}")))
        }
        _ => (href_of_clause(page, quote), None),
    }
}

/// The link to the exact words of a clause, which only a script can follow.
pub fn href_of_clause(page: &PageContext, quote: Quote) -> String {
    add_quote(page, quote);
    href_of(page, SourceRange::of(&page.document.disclosure, quote).href())
}

fn add_quote(page: &PageContext, quote: Quote) {
    if let Some(references) = UsedReferences::current() {
        references.add_quote(&page.document.disclosure, quote);
    }
}

/// A link to a clause of the original text, labelled with its line number.
#[component]
pub fn SourceLink(
    /// The clause.
    quote: Quote,
) -> impl IntoView {
    let page = PageContext::expect();
    let (href, bytes) = href_of_source(&page, quote);
    let words = page.locale().words();
    let label = match (quote.line, page.document.disclosure.last_line(quote)) {
        (line, last) if line == last => fill(words.card_source, &[("n", &line.to_string())]),
        (line, last) => fill(words.card_source_lines, &[("n", &format!("{line}–{last}"))]),
    };
    view! { <a href=href data-bytes=bytes>{label}</a> }
}
