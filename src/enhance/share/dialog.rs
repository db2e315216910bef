//! The dialog for sharing a figure: choices, preview, and what to copy.

use super::{ShareController, ShareFormat};
use crate::components::qr_code::QrCodeImage;
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::CloseButton;
use crate::kiosk::draw_qr_code;
use crate::platform::download::DownloadSupport;
use crate::platform::{events, system_share};
use leptos::html;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::locale::Lang;
use web_sys::KeyboardEvent;

/// Comes with the dialog's chunk, so that no page waits for it.
const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/close.css")),
    include_str!(concat!(env!("OUT_DIR"), "/dialog.css")),
    include_str!(concat!(env!("OUT_DIR"), "/share.css"))
);

/// The dialog, closed until it is opened for a figure.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let app = AppState::expect();
    let share = ShareController::expect();
    let dialog = share.dialog;
    let words = move || app.render_context().locale.words();
    // Without its figure the dialog is not opened again.
    dialog.follow_history(|| {});
    let preview = RwSignal::new(None);
    Effect::new(move |_| {
        let figure = share.embed(|embed| (embed.embedded_page(), embed.title.to_owned()));
        if preview.with_untracked(|before| *before != figure) {
            preview.set(figure);
        }
    });
    view! {
        <dialog
            node_ref=dialog.element
            id="reuse"
            class="reuse"
            aria-labelledby="reuse-heading"
            on:close=move |_| share.on_close()
            on:click=move |event| dialog.close_on_backdrop_press(&event)
        >
            <style>{STYLE}</style>
            <div class="reuse-bar">
                <h2 id="reuse-heading" tabindex="-1" autofocus>
                    {move || words().share_heading}
                </h2>
                <p class="reuse-message" role="status">
                    {move || share.announcement.get()}
                </p>
                <CloseButton dialog />
            </div>
            // Before the preview, which has many tab stops.
            <div class="reuse-body">
                <div class="reuse-phones">
                    <ForPhones />
                </div>
                <ShareChoices />
                <div class="reuse-codes">
                    <ShareCodes />
                </div>
                {move || share.id.get().map(|_| view! { <Preview preview /> })}
            </div>
        </dialog>
    }
}

/// The figure as an article would show it.
#[component]
fn Preview(preview: RwSignal<Option<(String, String)>>) -> impl IntoView {
    let share = ShareController::expect();
    let frame = NodeRef::<html::Iframe>::new();
    Effect::new(move |_| {
        let (Some(frame), Some((page, title))) = (frame.get(), preview.get()) else { return };
        let _ = frame.set_attribute("title", &title);
        let _ = frame.set_attribute("data-preview-address", &page);
        // Setting `src` would add an entry to the history for each choice.
        if let Some(window) = frame.content_window() {
            let _ = window.location().replace(&page);
        }
    });
    // Escape inside the preview closes the dialog too. Each page that is loaded there has listeners of its own; those of the
    // page before are removed when the effect runs again.
    let load_count = RwSignal::new(0_u32);
    Effect::new(move |_| {
        load_count.track();
        let Some(window) = frame.get().and_then(|frame| frame.content_window()) else { return };
        events::add_listener(&window, "keydown", move |event: KeyboardEvent| {
            if event.key() == "Escape" && !events::is_for_input_method(&event) {
                share.dialog.close();
            }
        });
    });
    view! {
        <iframe node_ref=frame class="reuse-preview" on:load=move |_| load_count.update(|count| *count += 1)></iframe>
    }
}

/// The choices of form, language, theme and version.
#[component]
fn ShareChoices() -> impl IntoView {
    let app = AppState::expect();
    let share = ShareController::expect();
    let choices = move || {
        let words = app.render_context().locale.words();
        let lang = |label, tag, lang: Lang| {
            Choice::new(label, tag, move || share.lang.get() == lang, move || share.lang.set(lang))
        };
        let theme = |label, theme: Option<Theme>| {
            Choice::new(label, "", move || share.theme.get() == theme, move || share.theme.set(theme))
        };
        let form = |label, is_compact: bool| {
            Choice::new(
                label,
                "",
                move || share.is_compact.get() == is_compact,
                move || share.is_compact.set(is_compact),
            )
        };
        let version = |label, is_frozen: bool| {
            Choice::new(label, "", move || share.is_frozen.get() == is_frozen, move || share.is_frozen.set(is_frozen))
        };
        view! {
            <ChoiceGroup
                name="reuse-form"
                legend=words.share_form
                options=vec![form(words.share_compact, true), form(words.share_whole, false)]
            />
            <ChoiceGroup
                name="reuse-lang"
                legend=words.share_lang
                options=vec![lang("中文", "zh-CN", Lang::Zh), lang("English", "en", Lang::En)]
            />
            <ChoiceGroup
                name="reuse-theme"
                legend=words.share_theme
                options=vec![
                    theme(words.share_theme_readers, None),
                    theme(words.theme_to_light, Some(Theme::Light)),
                    theme(words.theme_to_dark, Some(Theme::Dark)),
                ]
            />
            <ChoiceGroup
                name="reuse-version"
                legend=words.share_version
                options=vec![version(words.share_current, false), version(words.share_frozen, true)]
            />
        }
    };
    view! { <form class="reuse-choices">{choices}</form> }
}

/// One option of a group.
struct Choice {
    label: &'static str,
    lang: &'static str,
    chosen: Signal<bool>,
    choose: Box<dyn Fn()>,
}

impl Choice {
    fn new(
        label: &'static str,
        lang: &'static str,
        chosen: impl Fn() -> bool + Send + Sync + 'static,
        choose: impl Fn() + 'static,
    ) -> Choice {
        Choice { label, lang, chosen: Signal::derive(chosen), choose: Box::new(choose) }
    }
}

/// A group of options of which one is chosen.
#[component]
fn ChoiceGroup(name: &'static str, legend: &'static str, options: Vec<Choice>) -> impl IntoView {
    let options = options.into_iter().map(|option| {
        let lang = (!option.lang.is_empty()).then_some(option.lang);
        view! {
            <label lang=lang>
                <input type="radio" name=name prop:checked=option.chosen on:change=move |_| (option.choose)() />
                {option.label}
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {options.collect_view()}
        </fieldset>
    }
}

/// For phones: the system's share sheet, the picture to be saved by a long press, and a QR code of the address.
#[component]
fn ForPhones() -> impl IntoView {
    let app = AppState::expect();
    let share = ShareController::expect();
    let words = move || app.render_context().locale.words();
    let can_share = system_share::is_available();
    if can_share {
        share.prefetch_picture();
    }
    let button = can_share.then(|| {
        view! {
            <div class="button-row reuse-system">
                <button type="button" data-share="system" on:click=move |_| share.share_with_system()>
                    {move || words().share_system}
                </button>
            </div>
        }
    });
    let picture = move || {
        let picture = share.embed(|embed| (embed.picture("png"), embed.title.to_owned()));
        picture.filter(|_| share.has_picture()).map(|(src, alt)| {
            view! {
                <figure>
                    <img src=src alt=alt />
                    <figcaption>{words().share_save}</figcaption>
                </figure>
            }
        })
    };
    let code = move || {
        share.embed(|embed| draw_qr_code(&embed.page())).flatten().map(|code| {
            view! {
                <figure class="reuse-qr">
                    <QrCodeImage code label=words().share_qr />
                    <figcaption aria-hidden="true">{words().share_qr}</figcaption>
                </figure>
            }
        })
    };
    view! {
        {button}
        <div class="reuse-pictures">{picture} {code}</div>
    }
}

/// What can be copied, and the picture as a file.
#[component]
fn ShareCodes() -> impl IntoView {
    let app = AppState::expect();
    let share = ShareController::expect();
    move || {
        let words = app.render_context().locale.words();
        let has_picture = share.has_picture();
        let code = |format: ShareFormat| {
            let (label, rows) = match format {
                ShareFormat::Link => (words.share_link, 2),
                ShareFormat::Element => (words.share_element, 4),
                ShareFormat::Frame => (words.share_frame, 3),
                ShareFormat::Picture => (words.share_image, 3),
            };
            let id = format!("reuse-{}", format.as_str());
            view! {
                <div class="reuse-code">
                    <label for=id.clone()>{label}</label>
                    <div class="button-row">
                        <button
                            type="button"
                            data-share=format.as_str()
                            // Several buttons have the same text; alone each must be told apart.
                            aria-label=format!("{} {label}", words.share_copy)
                            on:click=move |_| share.copy(format)
                        >
                            {words.share_copy}
                        </button>
                    </div>
                    <textarea
                        id=id
                        readonly
                        rows=rows
                        class="copy-text"
                        spellcheck="false"
                        prop:value=move || share.code(format)
                    ></textarea>
                </div>
            }
        };
        // Where nothing is saved, the picture is opened, to be saved from there.
        let is_saved = DownloadSupport::of_page() == DownloadSupport::Saved;
        let picture = |ending: &'static str| {
            let href = move || share.embed(|embed| embed.picture(ending));
            view! {
                <a href=href download=is_saved.then_some("") data-share=ending>
                    {if ending == "png" { words.download_png } else { words.download_svg }}
                </a>
            }
        };
        let codes =
            ShareFormat::ALL.into_iter().filter(|format| *format != ShareFormat::Picture || has_picture).map(code);
        view! {
            {codes.collect_view()}
            {has_picture
                .then(|| {
                    view! { <p class="reuse-files">{words.share_picture} " " {picture("png")} " · " {picture("svg")}</p> }
                })}
        }
    }
}
