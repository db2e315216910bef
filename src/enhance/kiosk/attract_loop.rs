//! What a kiosk shows while nobody touches it: figure after figure, each with its finding in large type. The figures are
//! those of the page; `kiosk.css` shows the one that is marked, alone and large.

use crate::enhance::follow::follow;
use crate::enhance::kiosk::{Set, words};
use crate::kiosk::Mistake;
use crate::platform::page;
use crate::platform::resize_observer::when_resized;
use crate::platform::small::SmallSignal;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::{KioskWords, Lang, Locale};
use mingbai_core::page_kind::PageKind;
use std::time::Duration;

/// How long a figure is shown.
const EACH: Duration = Duration::from_secs(12);

/// How many mistakes are said.
const SAID: usize = 3;

/// How many letters of each.
const LETTERS: usize = 60;

/// The class of the figure that is shown.
const SHOWN: &str = "on-show";

/// What stands above and below the figures, and what changes them.
#[component]
pub fn Show(
    /// What the page remembers.
    state: State,
    /// What the kiosk is set to.
    set: &'static Set,
) -> impl IntoView {
    let settings = &set.settings;
    let figures: &'static [FigureId] = &settings.figures;
    let at = SmallSignal::new(0_usize);
    let there = move |at: usize| figures.get(at).and_then(|id| card(*id));
    // One that has nothing to show is passed over.
    let next =
        move |from: usize| (from..from + figures.len()).map(|at| at % figures.len()).find(|at| there(*at).is_some());
    follow(move || {
        // What was written anew is marked anew.
        state.written.track();
        if let Some(at) = next(at.get()) {
            let card = there(at);
            mark(card.as_ref());
            // What a chart takes is known when it is drawn; the screen may be turned.
            for follows in card.iter().cloned().chain(card.as_ref().and_then(|card| card.parent_element())) {
                when_resized(&follows, fit);
            }
        }
    });
    set_interval(
        move || {
            if page::root("data-kiosk").as_deref() == Some("show")
                && let Some(next) = next(at.get_untracked() + 1)
            {
                at.set(next);
            }
        },
        EACH,
    );
    let heading = move || settings.title.clone().unwrap_or_else(|| page_title(&state.context(), PageKind::Report));
    let dots = move || {
        let at = at.get();
        (0..figures.len())
            .filter(|dot| there(*dot).is_some())
            .map(|dot| view! { <i class:at={dot == at}></i> })
            .collect_view()
    };
    // Whoever comes next may read either.
    let invited = Lang::ALL.map(|lang| view! { <span lang=lang.tag()>{Locale::of(lang).kiosk().begin}</span> });
    let mistakes = move || {
        let words = words(state);
        let more = set.mistakes.len().saturating_sub(SAID);
        let more = (more > 0).then(|| view! { <p>{words.mistake_more.replace("{n}", &more.to_string())}</p> });
        (set.mistakes.iter().take(SAID).map(|mistake| view! { <p>{said(mistake, words)}</p> }).collect_view(), more)
    };
    view! {
        <div class="kiosk-show">
            <header>
                {set.logo.clone().map(|logo| view! { <img class="kiosk-logo" src=logo alt="" /> })}
                <p class="kiosk-title">{heading}</p>
            </header>
            <footer>
                <p class="kiosk-dots" aria-hidden="true">{dots}</p>
                <p class="kiosk-begin">{invited.collect_view()}</p>
                {settings.note.clone().map(|note| view! { <p class="kiosk-note">{note}</p> })}
                <div class="kiosk-mistakes">{mistakes}</div>
            </footer>
        </div>
    }
}

/// A figure's card, where it has something to show.
fn card(id: FigureId) -> Option<web_sys::Element> {
    page::find_all(&format!("[data-figure={}]:not(.aside)", id.as_str())).into_iter().next()
}

/// Marks this card and no other.
fn mark(shown: Option<&web_sys::Element>) {
    for before in page::find_all(&format!(".{SHOWN}")) {
        let _ = before.class_list().remove_1(SHOWN);
    }
    if let Some(card) = shown {
        let _ = card.class_list().add_1(SHOWN);
    }
}

/// Makes the shown figure as much smaller as the screen is too low for it.
fn fit() {
    let shown = page::find_all(&format!("main > .{SHOWN}")).into_iter().next();
    let Some((card, room)) = shown.and_then(|card| Some((card.clone(), card.parent_element()?))) else { return };
    let share = f64::from(room.client_height()) / f64::from(card.scroll_height().max(1));
    page::set_number(&card, "--fit", share.min(1.0));
}

/// What is said of a mistake.
fn said(mistake: &Mistake, words: &KioskWords) -> String {
    let place = match mistake.line {
        Some(line) => words.mistake_line.replace("{n}", &line.to_string()),
        None => words.mistake_address.to_owned(),
    };
    let text: String = mistake.text.chars().take(LETTERS).collect();
    words.mistake.replace("{place}", &place).replace("{text}", &text)
}
