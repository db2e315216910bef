//! The document's own words, with our English where the reader reads English.

use crate::components::rich_text::marked;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::locale::Lang;

/// A quotation: for a reader of English our translation first, then what was published.
#[component]
pub fn Verbatim(
    /// As published.
    zh: String,
    /// The page's hook `data-reason`, where it is a reason.
    #[prop(optional)]
    reason: Option<&'static str>,
) -> impl IntoView {
    let context = State::here().context();
    let locale = context.locale;
    let english = locale.english();
    let untranslated = english && context.translation(&zh).is_none();
    view! {
        <OurEnglish zh=zh.clone() />
        {untranslated.then(|| view! { <p class="gloss"><small>{locale.words().no_translation}</small></p> })}
        <blockquote class="reason" class:zh=english lang="zh-CN" data-reason=reason>
            {marked(&zh, Lang::Zh, &mut Vec::new())}
        </blockquote>
    }
}

/// Our translation of a verbatim text, marked as ours; nothing in Chinese, or where we have none.
#[component]
pub fn OurEnglish(
    /// As published.
    zh: String,
) -> impl IntoView {
    let context = State::here().context();
    context.translation(&zh).map(|english| {
        view! {
            <p class="gloss">
                {marked(english, Lang::En, &mut Vec::new())} " " <small>{context.locale.words().our_translation}</small>
            </p>
        }
    })
}
