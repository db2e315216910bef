//! A term of the glossary in a sentence.

use crate::components::links::href_of_term;
use crate::components::mentions::Mentions;
use crate::components::page_context::PageContext;
use leptos::prelude::*;

/// A term as a link to its entry in the glossary; plain words if it was mentioned before. In an enhanced page a popup
/// explains it when it is hovered, focused or pressed.
#[component]
pub fn Term(
    /// The id of the glossary entry.
    id: &'static str,
    /// The words of the sentence that name the term.
    words: String,
) -> impl IntoView {
    if !Mentions::is_term_linked(id) {
        return words.into_any();
    }
    let href = href_of_term(&PageContext::expect(), id);
    view! {
        <a class="term" href=href data-term=id>
            {words}
        </a>
    }
    .into_any()
}
