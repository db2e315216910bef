//! The tip: two lines while the pointer rests on a term or on a mark of a chart.

use super::card::label;
use crate::components::page_context::PageContext;
use crate::enhance::popup_state::PopupContent;
use leptos::prelude::*;
use mingbai_core::{figures, glossary};

/// What a tip says: the name, and in one sentence what is not written beside it.
#[component]
pub fn PopupTip(
    /// What it belongs to.
    content: PopupContent,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    let said = match &content {
        PopupContent::Term(id) => glossary::term_by_id(id).map(|term| term.plain(lang).to_owned()),
        PopupContent::Line(line) => figures::line_tip(&context, line),
        PopupContent::Number(number) => figures::number_tip(&context, number),
    };
    let more = match content {
        PopupContent::Term(_) => words.tip_term_more,
        PopupContent::Line(_) | PopupContent::Number(_) => words.tip_line_more,
    };
    let name = match &content {
        PopupContent::Number(number) => figures::number_name(&context, number).plain(&context.locale),
        _ => label(&context, &content),
    };
    view! {
        <p class="tip-said">
            <b>{figures::capitalised(&name)}</b>
            " "
            {said}
        </p>
        <p class="tip-more">{more}</p>
    }
}
