//! Verbatim quotations of the document, with our translation on an English page.

use crate::components::page_context::PageContext;
use crate::components::rich_text::with_term_links;
use leptos::prelude::*;
use mingbai_core::locale::Lang;

/// A quotation in Chinese. On an English page our translation comes first, or a note that there is none.
#[component]
pub fn Verbatim(
    /// The words as published.
    zh: String,
    /// The value of the hook `data-reason`, if the quotation is a reason.
    #[prop(optional)]
    reason: Option<&'static str>,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let locale = context.locale;
    let english = locale.english();
    let untranslated = english && context.translation(&zh).is_none();
    view! {
        <Translation zh=zh.clone() />
        {untranslated.then(|| view! { <p class="gloss"><small>{locale.words().no_translation}</small></p> })}
        <blockquote class="reason" class:zh=english lang="zh-CN" translate="no" data-reason=reason>
            {with_term_links(&zh, Lang::Zh, &mut Vec::new())}
        </blockquote>
    }
}

/// Our translation of a quotation, labelled as ours. Renders nothing on a Chinese page, or if there is no translation.
#[component]
pub fn Translation(
    /// The words as published.
    zh: String,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    context.translation(&zh).map(|english| {
        view! {
            <p class="gloss">
                {with_term_links(english, Lang::En, &mut Vec::new())} " " <small>{context.locale.labels.our_translation}</small>
            </p>
        }
    })
}
