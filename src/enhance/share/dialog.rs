//! The dialog in which a figure is shared: what to choose, what it looks like, what to copy.

use crate::enhance::follow::follow;
use crate::enhance::share::{ShareController, Way};
use crate::platform::kept::KeptSignal;
use crate::state::State;
use leptos::prelude::*;
use leptos::{ev, html};
use mingbai_core::address::Theme;
use mingbai_core::locale::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, KeyboardEvent};

/// Comes with the dialog: no page waits for it.
const STYLE: &str =
    concat!(include_str!(concat!(env!("OUT_DIR"), "/close.css")), include_str!(concat!(env!("OUT_DIR"), "/share.css")));

/// The dialog, closed until a figure is asked for.
#[component]
pub fn ShareDialog(
    /// What it works on.
    share_controller: ShareController,
) -> impl IntoView {
    let state = State::here();
    let words = move || state.context().locale.words();
    let travelled = window_event_listener(ev::popstate, move |_| share_controller.heed_history());
    on_cleanup(move || travelled.remove());
    let shown = KeptSignal::new(None);
    follow(move || {
        let figure = share_controller.embed(|embed| (embed.page(), embed.title.to_owned()));
        if shown.with_untracked(|before| *before != figure) {
            shown.set(figure);
        }
    });
    view! {
        <dialog
            node_ref=share_controller.dialog
            id="share"
            class="share"
            aria-labelledby="share-heading"
            on:close=move |_| share_controller.closed()
            on:click=move |event| {
                // What lies round the dialog is the dialog itself.
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if target.is_some_and(|element| element.id() == "share") {
                    share_controller.close();
                }
            }
        >
            <style>{STYLE}</style>
            <div class="share-bar">
                <h2 id="share-heading" tabindex="-1" autofocus>
                    {move || words().share_heading}
                </h2>
                <p class="share-said" role="status">
                    {move || share_controller.said.get()}
                </p>
                <button type="button" class="close" aria-label=move || words().card_close on:click=move |_| share_controller.close()>
                    "×"
                </button>
            </div>
            // What is copied comes before the preview, whose links are many.
            <div class="share-body">
                <Choices share_controller />
                <div class="share-codes">
                    <Codes share_controller />
                </div>
                {move || share_controller.id.get().map(|_| view! { <Preview share_controller shown /> })}
            </div>
        </dialog>
    }
}

/// The figure as it would stand in an article.
#[component]
fn Preview(share_controller: ShareController, shown: KeptSignal<Option<(String, String)>>) -> impl IntoView {
    let frame = NodeRef::<html::Iframe>::new();
    follow(move || {
        let (Some(frame), Some((page, title))) = (frame.get(), shown.get()) else { return };
        let _ = frame.set_attribute("title", &title);
        let _ = frame.set_attribute("data-shows", &page);
        // Each choice would be a step of the history otherwise.
        if let Some(window) = frame.content_window() {
            let _ = window.location().replace(&page);
        }
    });
    // Whoever reads in it is still in the dialog.
    let loaded = move |_| {
        let Some(window) = frame.get_untracked().and_then(|frame| frame.content_window()) else { return };
        let closes = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                share_controller.close();
            }
        });
        let _ = window.add_event_listener_with_callback("keydown", closes.into_js_value().unchecked_ref());
    };
    view! { <iframe node_ref=frame class="share-preview" on:load=loaded></iframe> }
}

/// What can be chosen of how a figure is shared.
#[component]
fn Choices(share_controller: ShareController) -> impl IntoView {
    let state = State::here();
    let choices = move || {
        let words = state.context().locale.words();
        let lang = |label, tag, lang: Lang| {
            Offered::new(
                label,
                tag,
                move || share_controller.lang.get() == lang,
                move || share_controller.lang.set(lang),
            )
        };
        let light = |label, theme: Option<Theme>| {
            Offered::new(
                label,
                "",
                move || share_controller.theme.get() == theme,
                move || share_controller.theme.set(theme),
            )
        };
        let version = |label, frozen: bool| {
            Offered::new(
                label,
                "",
                move || share_controller.frozen.get() == frozen,
                move || share_controller.frozen.set(frozen),
            )
        };
        view! {
            <Choice
                name="share-lang"
                legend=words.share_lang
                ways=vec![lang("中文", "zh-CN", Lang::Zh), lang("English", "en", Lang::En)]
            />
            <Choice
                name="share-theme"
                legend=words.share_theme
                ways=vec![
                    light(words.share_theme_readers, None),
                    light(words.theme_to_light, Some(Theme::Light)),
                    light(words.theme_to_dark, Some(Theme::Dark)),
                ]
            />
            <Choice
                name="share-version"
                legend=words.share_version
                ways=vec![version(words.share_current, false), version(words.share_frozen, true)]
            />
        }
    };
    view! { <form class="share-choices">{choices}</form> }
}

/// One of several to choose.
struct Offered {
    label: &'static str,
    lang: &'static str,
    chosen: Signal<bool>,
    choose: Box<dyn Fn()>,
}

impl Offered {
    fn new(
        label: &'static str,
        lang: &'static str,
        chosen: impl Fn() -> bool + Send + Sync + 'static,
        choose: impl Fn() + 'static,
    ) -> Offered {
        Offered { label, lang, chosen: Signal::derive(chosen), choose: Box::new(choose) }
    }
}

/// Several of which one is chosen.
#[component]
fn Choice(name: &'static str, legend: &'static str, ways: Vec<Offered>) -> impl IntoView {
    let ways = ways.into_iter().map(|way| {
        let lang = (!way.lang.is_empty()).then_some(way.lang);
        view! {
            <label lang=lang>
                <input type="radio" name=name prop:checked=way.chosen on:change=move |_| (way.choose)() />
                {way.label}
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {ways.collect_view()}
        </fieldset>
    }
}

/// What can be copied, and the picture as files.
#[component]
fn Codes(share_controller: ShareController) -> impl IntoView {
    let state = State::here();
    move || {
        let words = state.context().locale.words();
        let pictured = share_controller.pictured();
        let code = |way: Way| {
            let (label, rows) = match way {
                Way::Link => (words.share_link, 2),
                Way::Element => (words.share_element, 4),
                Way::Frame => (words.share_frame, 3),
                Way::Picture => (words.share_image, 3),
            };
            let id = format!("share-{}", way.as_str());
            view! {
                <div class="share-code">
                    <label for=id.clone()>{label}</label>
                    <div class="take">
                        <button
                            type="button"
                            data-share=way.as_str()
                            // Several buttons are called so: who hears one alone must know which.
                            aria-label=format!("{} {label}", words.share_copy)
                            on:click=move |_| share_controller.copy(way)
                        >
                            {words.share_copy}
                        </button>
                    </div>
                    <textarea
                        id=id
                        readonly
                        rows=rows
                        class="take-text"
                        spellcheck="false"
                        prop:value=move || share_controller.code(way)
                    ></textarea>
                </div>
            }
        };
        let picture = |ending: &'static str| {
            let href = move || share_controller.embed(|embed| embed.picture(ending));
            view! {
                <a href=href download="" data-share=ending>
                    {if ending == "png" { words.take_png } else { words.take_svg }}
                </a>
            }
        };
        let codes = Way::ALL.into_iter().filter(|way| *way != Way::Picture || pictured).map(code);
        view! {
            {codes.collect_view()}
            {pictured
                .then(|| {
                    view! { <p class="share-files">{words.share_picture} " " {picture("png")} " · " {picture("svg")}</p> }
                })}
        }
    }
}
