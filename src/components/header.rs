//! The bar at the top of the report: the institution, and the choices of language, theme and text size.

use crate::components::page_context::PageContext;
use crate::components::rich_text::with_language_marks;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::locale::Locale;

/// The bar at the top.
#[component]
pub fn Header() -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    // Both labels of the theme button are rendered; the style sheet shows the one for the page's theme.
    let theme_label = |to: Theme, name: &'static str, announcement: &'static str| {
        let (before, after) = words.theme_label.split_once("{theme}").unwrap_or_default();
        view! {
            <span data-next-theme=to.as_str() data-announcement=announcement>
                <span class="visually-hidden">{before}</span>
                <span class="in-wide-bar">{name}</span>
                <svg class="in-narrow-bar" viewBox="0 0 20 20" aria-hidden="true">
                    <circle cx="10" cy="10" r="7" />
                    <path class="filled" d="M10 3a7 7 0 0 1 0 14z" />
                </svg>
                <span class="visually-hidden">{after}</span>
            </span>
        }
    };
    view! {
        <header class="bar">
            <a class="skip" href="#main">
                {words.skip}
            </a>
            <a class="brand" href="#main" title=words.page_top>
                {words.brand}
            </a>
            <span class="bar-who">{context.institution().map(|name| with_language_marks(&name, lang))}</span>
            <span class="bar-here" hidden></span>
            <div class="choices">
                <a href="#contents">
                    <span class="in-wide-bar">{words.page_contents_short}</span>
                    <svg class="in-narrow-bar" viewBox="0 0 20 20" aria-hidden="true">
                        <path d="M3 5h14M3 10h14M3 15h14" />
                    </svg>
                </a>
                <button type="button" class="find-open needs-script" data-choice="find" aria-haspopup="dialog" aria-label=words.search>
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                        <circle cx="8.5" cy="8.5" r="5.5" />
                        <path d="m13 13 4.5 4.5" />
                    </svg>
                    <span>{words.search}</span>
                </button>
                <button
                    type="button"
                    class="open-wide needs-script"
                    data-choice="open"
                    aria-haspopup="dialog"
                    aria-label=words.open_document
                >
                    {words.open_short}
                </button>
                <button type="button" class="needs-script" data-choice="theme">
                    {theme_label(Theme::Dark, words.theme_to_dark, words.said_dark)}
                    {theme_label(Theme::Light, words.theme_to_light, words.said_light)}
                </button>
                <button
                    type="button"
                    class="needs-script"
                    data-choice="text"
                    data-announcement=words.said_large
                    data-announcement-undone=words.said_usual
                    aria-pressed="false"
                >
                    <span class="in-wide-bar">{words.text_large}</span>
                    <span class="in-narrow-bar" aria-hidden="true">
                        {words.text_large_short}
                    </span>
                </button>
                // At the edge, and as wide in both languages: a second press on the same spot switches back.
                <LanguageLink />
            </div>
        </header>
    }
}

/// A link to the same page in the other language.
#[component]
pub fn LanguageLink() -> impl IntoView {
    let page = PageContext::expect();
    let locale = page.render_context().locale;
    let (other, words) = (locale.lang.other(), locale.words());
    let href = if page.is_enhanced {
        format!("?lang={}", other.code())
    } else {
        page.page_kind.link_to(page.file_lang, page.page_kind, other)
    };
    view! {
        <a
            data-choice="lang"
            data-announcement=Locale::of(other).words().said_language
            href=href
            lang=other.tag()
            hreflang=other.tag()
        >
            <span class="visually-hidden">{words.language_label}</span>
            <span class="in-wide-bar" aria-hidden="true">
                {words.language}
            </span>
            <span class="in-narrow-bar" aria-hidden="true">
                {words.language_short}
            </span>
        </a>
    }
}
