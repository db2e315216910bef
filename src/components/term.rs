//! A word that is explained.

use crate::components::links::to_term;
use crate::components::page_context::PageContext;
use leptos::prelude::*;

/// Which terms have been marked in a figure or section: only the first of each is a stop for the Tab key.
#[derive(Clone, Copy)]
struct Stops(StoredValue<Vec<&'static str>>);

/// Begins a figure or section, in which each term is a stop for the Tab key once.
pub fn begin_stops() {
    provide_context(Stops(StoredValue::new(Vec::new())));
}

impl Stops {
    /// True the first time.
    fn first(&self, id: &'static str) -> bool {
        let mut first = false;
        self.0.update_value(|seen| {
            first = !seen.contains(&id);
            if first {
                seen.push(id);
            }
        });
        first
    }
}

/// A word that is explained: a link to its entry in the glossary, with a quiet dotted line below it. Where there are
/// scripts a card opens when it is pointed at, focused or pressed.
#[component]
pub fn Term(
    /// The glossary entry.
    id: &'static str,
    /// The word as it stands here.
    words: String,
) -> impl IntoView {
    let stop = use_context::<Stops>().is_none_or(|stops| stops.first(id));
    let href = to_term(&PageContext::expect(), id);
    view! {
        <a class="term" href=href data-term=id tabindex=(!stop).then_some("-1")>
            {words}
        </a>
    }
}
