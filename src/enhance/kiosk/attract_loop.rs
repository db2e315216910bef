//! The attract loop: while a kiosk is idle it shows its home and then figure after figure, each with its finding in large
//! type. These are parts of the page; `kiosk.css` shows those with a class, alone and large. Of a figure whose chart is drawn
//! from a passage, the published words come first, and become the chart.

use crate::enhance::app_state::AppState;
use crate::enhance::figure_views;
use crate::enhance::kiosk::KioskConfig;
use crate::enhance::kiosk::setting_errors::SettingErrors;
use crate::enhance::kiosk::stage;
use crate::enhance::kiosk::telling::Telling;
use crate::enhance::source_passage;
use crate::platform::resize_observer::observe_size;
use crate::platform::{dom, events};
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::PageKind;
use std::time::Duration;
use web_sys::{Element, Event};

/// The loop goes on in beats.
const BEAT: Duration = Duration::from_secs(4);

/// How many beats a slide is shown, behind the telling of its passage if it has one.
const BEATS_OF_SLIDE: u32 = 3;

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

/// The loop.
#[derive(Clone, Copy)]
struct AttractLoopState {
    app: AppState,
    slides: StoredValue<Vec<Slide>>,
    /// The place of the slide that is shown.
    at: RwSignal<usize>,
    /// How many beats it has been shown.
    beats: StoredValue<u32>,
    /// The passage that is told on the stage.
    telling: StoredValue<Option<Telling>, LocalStorage>,
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
    let state = AttractLoopState { app, slides, at, beats: StoredValue::new(0), telling: StoredValue::new_local(None) };
    state.show_slides();
    state.change_slides();
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

impl AttractLoopState {
    /// Shows the slide at its place, now and whenever that or the page changes.
    fn show_slides(self) {
        Effect::new(move |_| {
            // A part that was rendered again has lost its class.
            self.app.ui.render_count.track();
            let Some(slide) = self.slides.with_value(|slides| slides.get(self.at.get()).copied()) else { return };
            // Whoever uses the kiosk chooses figures without it.
            if !stage::is_on() {
                return;
            }
            self.begin(slide);
        });
    }

    fn begin(self, slide: Slide) {
        self.end_telling();
        let elements = slide.elements();
        if let Slide::Figure(id) = slide {
            figure_views::choose_figure(self.app, id);
            self.telling.set_value(Telling::begin(self.app, id).filter(|_| !elements.is_empty()));
        }
        mark(&elements);
        // The screen may be rotated, and its size is that of the chart.
        let stage = elements.first().and_then(|element| element.parent_element());
        for follows in elements.into_iter().chain(stage) {
            observe_size(&follows, move || self.fit());
        }
    }

    /// Fits what is shown into the screen. Nothing is told to somebody who uses the kiosk, or where the words would leave
    /// too little room for the chart.
    fn fit(self) {
        if !stage::is_on() || self.telling.with_value(Option::is_some) && !stage::has_room_for_words() {
            self.end_telling();
        }
        stage::fit(self.app);
    }

    fn end_telling(self) {
        self.telling.set_value(None);
    }

    /// Goes on with each beat, and to the first slide for the next person.
    fn change_slides(self) {
        set_interval(
            move || {
                if stage::is_on() && self.is_over() {
                    self.show_next();
                }
            },
            BEAT,
        );
        events::add_listener(&window(), "mingbai-reset-choices", move |_: Event| {
            source_passage::end();
            self.at.set(0);
        });
    }

    /// A beat has passed; true if it was the last one of the slide.
    fn is_over(self) -> bool {
        self.beats.update_value(|beats| *beats += 1);
        let is_telling =
            self.telling.try_update_value(|telling| Some(telling.as_mut()?.beat(BEATS_OF_SLIDE))).flatten();
        is_telling.map_or(self.beats.get_value() >= BEATS_OF_SLIDE, |is_telling| !is_telling)
    }

    fn show_next(self) {
        let next = self.slides.with_value(|slides| {
            let after = (1..=slides.len()).map(|step| (self.at.get_untracked() + step) % slides.len());
            after.into_iter().find(|at| !slides[*at].elements().is_empty())
        });
        if let Some(next) = next {
            self.beats.set_value(0);
            self.end_telling();
            self.at.set(next);
        }
    }
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
