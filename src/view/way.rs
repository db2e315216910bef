//! Where links lead. A page that was made before anybody reads it leads to places that a browser finds alone; with a
//! script it leads further: to the very words, or the very line.

use super::state::State;
use crate::address::Spot;
use crate::disclosure::Quote;
use leptos::prelude::*;

/// The way to a clause of the original text, and which bytes of the line it is where the way itself does not say so.
pub fn to_source(state: &State, quote: Quote) -> (String, Option<String>) {
    let spot = Spot::of(&state.book().disclosure, quote);
    match spot.bytes {
        Some((start, end)) if !state.live => (Spot { bytes: None, ..spot }.href(), Some(format!("{start}-{end}"))),
        _ => (spot.href(), None),
    }
}

/// Leads to a clause in the original text.
#[component]
pub fn SourceLink(
    /// The clause.
    quote: Quote,
) -> impl IntoView {
    let state = State::here();
    let (href, bytes) = to_source(&state, quote);
    let words = state.locale_untracked().words;
    let said = match (quote.line, state.book().disclosure.last_line(quote)) {
        (line, last) if line == last => words.card_source.replace("{n}", &line.to_string()),
        (line, last) => words.card_source_lines.replace("{n}", &format!("{line}–{last}")),
    };
    view! { <a href=href data-bytes=bytes>{said}</a> }
}
