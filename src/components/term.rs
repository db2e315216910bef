//! A term of the glossary in a sentence.

use crate::components::links::href_of_term;
use crate::components::page_context::PageContext;
use leptos::prelude::*;

/// The terms that were rendered in a figure or section so far. Only the first occurrence of each is reachable with the
/// Tab key, so that keyboard users do not pass the same explanation again and again.
#[derive(Clone, Copy)]
struct TabStops(StoredValue<Vec<&'static str>>);

/// Begins a figure or section: from here on the first occurrence of each term is a tab stop again.
pub fn begin_tab_stops() {
    provide_context(TabStops(StoredValue::new(Vec::new())));
}

impl TabStops {
    /// Records a term. True if this is its first occurrence.
    fn is_first(&self, id: &'static str) -> bool {
        let mut is_first = false;
        self.0.update_value(|seen| {
            is_first = !seen.contains(&id);
            if is_first {
                seen.push(id);
            }
        });
        is_first
    }
}

/// A term as a link to its entry in the glossary. In an enhanced page a popup explains it when it is hovered, focused
/// or pressed.
#[component]
pub fn Term(
    /// The id of the glossary entry.
    id: &'static str,
    /// The words of the sentence that name the term.
    words: String,
) -> impl IntoView {
    let is_tab_stop = use_context::<TabStops>().is_none_or(|stops| stops.is_first(id));
    let href = href_of_term(&PageContext::expect(), id);
    view! {
        <a class="term" href=href data-term=id tabindex=(!is_tab_stop).then_some("-1")>
            {words}
        </a>
    }
}
