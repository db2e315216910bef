//! What the money is for, in the document's words.

use super::state::State;
use super::text::Sentence;
use super::verbatim::Verbatim;
use crate::disclosure::LineId;
use crate::figure::{FigureId, card};
use leptos::prelude::*;

/// The purposes (主要用于) of the lines that a figure shows.
#[component]
pub fn Purposes(
    /// The figure.
    figure: FigureId,
) -> impl IntoView {
    let reading = State::here().reading();
    let lines = match figure {
        FigureId::Nature => ["appropriation.basic", "appropriation.project"].as_slice(),
        FigureId::Running => ["operating"].as_slice(),
        _ => [].as_slice(),
    };
    let items: Vec<_> = lines
        .iter()
        .filter_map(|id| {
            let line = LineId::known(id);
            let zh = card(&reading, &line)?.purpose?;
            let name = reading.heading(&line);
            Some(view! {
                <li data-purpose=*id>
                    <b>
                        <Sentence text=name />
                    </b>
                    <p class="popup-label">{reading.locale.words.purpose}</p>
                    <Verbatim zh />
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="explanations">{items}</ul> })
}
