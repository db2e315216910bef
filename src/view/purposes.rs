//! What the money is for, in the document's words.

use super::state::State;
use super::text::{Sentence, marked};
use crate::disclosure::LineId;
use crate::figure::{FigureId, card};
use crate::locale::Lang;
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
            let (zh, english) = card(&reading, &line)?.purpose?;
            let name = reading.heading(&line);
            Some(view! {
                <li data-purpose=*id>
                    <b>
                        <Sentence text=name />
                    </b>
                    <PurposeView zh english />
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="explanations">{items}</ul> })
}

/// One purpose: our English first where the reader reads English, then the document's words.
#[component]
pub fn PurposeView(
    /// The document's words.
    zh: String,
    /// Our translation.
    english: Option<&'static str>,
) -> impl IntoView {
    let words = State::here().reading().locale.words;
    view! {
        <p class="popup-label">{words.purpose}</p>
        {english
            .map(|english| {
                view! {
                    <p class="gloss">
                        {marked(english, Lang::En, &mut Vec::new())} " " <small>{words.our_translation}</small>
                    </p>
                }
            })}
        <blockquote class="reason" class:zh=english.is_some() lang="zh-CN">
            {marked(&zh, Lang::Zh, &mut Vec::new())}
        </blockquote>
    }
}
