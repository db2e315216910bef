//! The attract loop: while a kiosk is idle it shows its home and then figure after figure, each with its finding in large
//! type. These are parts of the page; `kiosk.css` shows those with a class, alone and large.

use crate::enhance::app_state::AppState;
use crate::enhance::figure_views;
use crate::enhance::kiosk::KioskConfig;
use crate::enhance::kiosk::setting_errors::SettingErrors;
use crate::enhance::kiosk::stage;
use crate::platform::resize_observer::observe_size;
use crate::platform::{dom, events};
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::PageKind;
use std::time::Duration;
use web_sys::{Element, Event};

/// How long a slide is shown.
const DISPLAY_TIME: Duration = Duration::from_secs(12);

/// The class of what is shown.
const SHOWN_CLASS: &str = "on-show";

/// What the loop shows at a time.
#[derive(Clone, Copy)]
enum Slide {
    /// The top of the page with its questions, where visitors begin.
    Home,
    Figure(FigureId),
}

impl Slide {
    /// Its elements on the page; none for a figure that has nothing to show.
    fn elements(self) -> Vec<Element> {
        match self {
            Slide::Home => dom::query_all("main > .hero, #contents"),
            Slide::Figure(id) => dom::query_all(&format!("[data-figure={}]:not(.empty-state)", id.as_str())),
        }
    }
}

/// What is above and below the slides, and the timer that changes them.
#[component]
pub fn AttractLoop(
    /// The kiosk's settings.
    config: &'static KioskConfig,
) -> impl IntoView {
    let app = AppState::expect();
    let settings = &config.settings;
    let figures = settings.figures.iter().copied().map(Slide::Figure);
    let slides: StoredValue<Vec<Slide>> = StoredValue::new(std::iter::once(Slide::Home).chain(figures).collect());
    let at = RwSignal::new(0_usize);
    show_slides(app, slides, at);
    change_slides(slides, at);
    let heading = move || settings.title.clone().unwrap_or_else(|| page_title(&app.render_context(), PageKind::Report));
    let dots = move || {
        let at = at.get();
        let shown = slides.get_value().into_iter().enumerate().filter(|(_, slide)| !slide.elements().is_empty());
        shown.map(|(dot, _)| view! { <i class:at={dot == at}></i> }).collect_view()
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
                <SettingErrors config />
            </footer>
        </div>
    }
}

/// Shows the slide at this place, now and whenever it or the page changes.
fn show_slides(app: AppState, slides: StoredValue<Vec<Slide>>, at: RwSignal<usize>) {
    Effect::new(move |_| {
        // A part that was rendered again has lost its class.
        app.ui.render_count.track();
        let Some(slide) = slides.with_value(|slides| slides.get(at.get()).copied()) else { return };
        // Whoever uses the kiosk chooses figures without it.
        if !stage::is_on() {
            return;
        }
        if let Slide::Figure(id) = slide {
            figure_views::choose_figure(app, id);
        }
        let elements = slide.elements();
        mark(&elements);
        // The screen may be rotated, and its size is that of the chart.
        let stage = elements.first().and_then(|element| element.parent_element());
        for follows in elements.into_iter().chain(stage) {
            observe_size(&follows, move || stage::fit(app));
        }
    });
}

/// Shows the next slide after some time, and the first one for the next person.
fn change_slides(slides: StoredValue<Vec<Slide>>, at: RwSignal<usize>) {
    let next = move || {
        slides.with_value(|slides| {
            let after = (1..=slides.len()).map(|step| (at.get_untracked() + step) % slides.len());
            after.into_iter().find(|at| !slides[*at].elements().is_empty())
        })
    };
    set_interval(
        move || {
            if let Some(next) = next().filter(|_| stage::is_on()) {
                at.set(next);
            }
        },
        DISPLAY_TIME,
    );
    events::add_listener(&window(), "mingbai-reset-choices", move |_: Event| at.set(0));
}

/// Sets the class on these elements and no others.
fn mark(shown: &[Element]) {
    for before in dom::query_all(&format!(".{SHOWN_CLASS}")) {
        let _ = before.class_list().remove_1(SHOWN_CLASS);
    }
    for element in shown {
        let _ = element.class_list().add_1(SHOWN_CLASS);
    }
}
