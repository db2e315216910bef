//! The bar at the top: where one is, and the choices of language, light and text size.

use crate::components::rich_text::spoken;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::Theme;

/// The bar at the top.
#[component]
pub fn Header() -> impl IntoView {
    let state = State::here();
    let context = state.context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    // Which of the two is shown follows from the page's theme.
    let theme = |to: Theme, word: &'static str| {
        let (before, behind) = words.theme_label.split_once("{theme}").unwrap_or_default();
        view! {
            <span data-to=to.as_str()>
                <span class="said">{before}</span>
                {word}
                <span class="said">{behind}</span>
            </span>
        }
    };
    view! {
        <header class="bar">
            <a class="skip" href="#main">
                {words.skip}
            </a>
            <b class="brand">{words.brand}</b>
            <span class="bar-who">{context.institution().map(|who| spoken(&who, lang))}</span>
            <div class="choices">
                <button type="button" class="find-open needs-script" data-choice="find" aria-haspopup="dialog" aria-label=words.find>
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                        <circle cx="8.5" cy="8.5" r="5.5" />
                        <path d="m13 13 4.5 4.5" />
                    </svg>
                    <span>{words.find}</span>
                </button>
                <LanguageLink />
                <button type="button" class="needs-script" data-choice="theme">
                    {theme(Theme::Dark, words.theme_to_dark)}
                    {theme(Theme::Light, words.theme_to_light)}
                </button>
                <button type="button" class="needs-script" data-choice="text" aria-pressed="false">
                    {words.text_large}
                </button>
            </div>
        </header>
    }
}

/// Leads to the same page in the other language.
#[component]
pub fn LanguageLink() -> impl IntoView {
    let state = State::here();
    let locale = state.context().locale;
    let (other, words) = (locale.lang.other(), locale.words());
    let href = if state.live {
        format!("?lang={}", other.code())
    } else {
        state.sheet.link_to(state.filed, state.sheet, other)
    };
    view! {
        <a data-choice="lang" href=href lang=other.tag() hreflang=other.tag() aria-label=words.language_label>
            {words.language}
        </a>
    }
}
