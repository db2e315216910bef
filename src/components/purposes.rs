//! The purposes of lines (主要用于), in the document's words.

use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use crate::components::verbatim::Verbatim;
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, purposes};

/// The purposes of the lines that a figure shows; nothing if the document states none.
#[component]
pub fn Purposes(
    /// The figure.
    figure: FigureId,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let items: Vec<_> = purposes(figure, &context)
        .into_iter()
        .map(|(line, purpose)| {
            view! {
                <li data-purpose=line.to_string()>
                    <b>
                        <Sentence text=context.heading(&line) />
                    </b>
                    <p class="popup-label">{context.locale.words().purpose}</p>
                    <Verbatim zh=purpose.text.clone() />
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="explanations">{items}</ul> })
}
