//! The attract loop: while a kiosk is idle it shows figure after figure, each with its finding in large type. The figures
//! are those of the page; `kiosk.css` shows the one with a class, alone and large.

use crate::enhance::app_state::AppState;
use crate::enhance::figure_views;
use crate::enhance::kiosk::KioskConfig;
use crate::enhance::kiosk::words::words;
use crate::kiosk::SettingError;
use crate::platform::dom;
use crate::platform::resize_observer::observe_size;
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::{KioskWords, Lang, Locale, fill};
use mingbai_core::page_kind::PageKind;
use std::time::Duration;

/// How long a figure is shown.
const DISPLAY_TIME: Duration = Duration::from_secs(12);

/// How many errors in the kiosk's settings are shown.
const ERRORS_SHOWN: usize = 3;

/// How many characters of each error are shown.
const ERROR_LENGTH: usize = 60;

/// The class of the figure that is shown.
const SHOWN_CLASS: &str = "on-show";

/// What is above and below the figures, and the timer that changes them.
#[component]
pub fn AttractLoop(
    /// The kiosk's settings.
    config: &'static KioskConfig,
) -> impl IntoView {
    let app = AppState::expect();
    let settings = &config.settings;
    let figures: &'static [FigureId] = &settings.figures;
    let at = RwSignal::new(0_usize);
    let card_at = move |at: usize| figures.get(at).and_then(|id| card(*id));
    // A figure with nothing to show is skipped.
    let next =
        move |from: usize| (from..from + figures.len()).map(|at| at % figures.len()).find(|at| card_at(*at).is_some());
    Effect::new(move |_| {
        // A card that was rendered again has lost its class.
        app.ui.render_count.track();
        if let Some(at) = next(at.get()) {
            figure_views::choose_figure(app, figures[at]);
            let card = card_at(at);
            mark(card.as_ref());
            // The height of a chart is known once it is drawn, and the screen may be rotated.
            for follows in card.iter().cloned().chain(card.as_ref().and_then(|card| card.parent_element())) {
                observe_size(&follows, fit);
            }
        }
    });
    set_interval(
        move || {
            if dom::root_attribute("data-kiosk").as_deref() == Some("show")
                && let Some(next) = next(at.get_untracked() + 1)
            {
                at.set(next);
            }
        },
        DISPLAY_TIME,
    );
    let heading = move || settings.title.clone().unwrap_or_else(|| page_title(&app.render_context(), PageKind::Report));
    let dots = move || {
        let at = at.get();
        (0..figures.len())
            .filter(|dot| card_at(*dot).is_some())
            .map(|dot| view! { <i class:at={dot == at}></i> })
            .collect_view()
    };
    // The next person may read either language.
    let invited = Lang::ALL.map(|lang| view! { <span lang=lang.tag()>{Locale::of(lang).kiosk().begin}</span> });
    view! {
        <div class="kiosk-show">
            <header>
                {config.logo.clone().map(|logo| view! { <img class="kiosk-logo" src=logo alt="" /> })}
                <p class="kiosk-title">{heading}</p>
            </header>
            <footer>
                <p class="kiosk-dots" aria-hidden="true">{dots}</p>
                <p class="kiosk-begin">{invited.collect_view()}</p>
                {settings.note.clone().map(|note| view! { <p class="kiosk-note">{note}</p> })}
                <div class="kiosk-mistakes">{move || setting_errors(config, words(app))}</div>
            </footer>
        </div>
    }
}

/// The first errors in the kiosk's settings, and how many more there are.
fn setting_errors(config: &KioskConfig, words: &KioskWords) -> impl IntoView + use<> {
    let more = config.errors.len().saturating_sub(ERRORS_SHOWN);
    let more = (more > 0).then(|| view! { <p>{fill(words.mistake_more, &[("n", &more.to_string())])}</p> });
    let first = config.errors.iter().take(ERRORS_SHOWN);
    (first.map(|error| view! { <p>{error_text(error, words)}</p> }).collect_view(), more)
}

/// A figure's card; None if it has nothing to show.
fn card(id: FigureId) -> Option<web_sys::Element> {
    dom::query_all(&format!("[data-figure={}]:not(.empty-state)", id.as_str())).into_iter().next()
}

/// Sets the class on this card and no other.
fn mark(shown: Option<&web_sys::Element>) {
    for before in dom::query_all(&format!(".{SHOWN_CLASS}")) {
        let _ = before.class_list().remove_1(SHOWN_CLASS);
    }
    if let Some(card) = shown {
        let _ = card.class_list().add_1(SHOWN_CLASS);
    }
}

/// Scales the shown figure down to the height of the screen.
fn fit() {
    let shown = dom::query_all(&format!("main > .{SHOWN_CLASS}")).into_iter().next();
    let Some((card, room)) = shown.and_then(|card| Some((card.clone(), card.parent_element()?))) else { return };
    let share = f64::from(room.client_height()) / f64::from(card.scroll_height().max(1));
    dom::set_css_number(&card, "--fit", share.min(1.0));
}

/// An error in the settings, in a sentence.
fn error_text(error: &SettingError, words: &KioskWords) -> String {
    let place = match error.line {
        Some(line) => fill(words.mistake_line, &[("n", &line.to_string())]),
        None => words.mistake_address.to_owned(),
    };
    let text: String = error.text.chars().take(ERROR_LENGTH).collect();
    fill(words.mistake, &[("place", &place), ("text", &text)])
}
