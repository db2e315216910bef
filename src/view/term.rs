//! A word that is explained.

use super::hold::Hold;
use super::popup::Subject;
use leptos::prelude::*;

/// A word that is explained: a quiet dotted line below it, a card when it is pointed at, focused or pressed.
#[component]
pub fn Term(
    /// The glossary entry.
    id: &'static str,
    /// The word as it stands here.
    words: String,
) -> impl IntoView {
    view! {
        <span class="term-hold" data-term=id>
            <Hold subject=Subject::Term(id) class="term" hover=true>
                {words}
            </Hold>
        </span>
    }
}
