//! A live chart: drawn when it comes near the screen, redrawn for the width it gets, operable by keyboard.

use super::near::NEAR;
use crate::figure::{self, Chart, FigureId, Look, Mark};
use crate::platform::charts::{self, Bundle};
use crate::platform::echarts::{Drawn, Gesture, Hit};
use crate::platform::kept::{Kept, KeptSignal};
use crate::platform::listen::listen;
use crate::platform::near::when_near;
use crate::platform::page;
use crate::platform::resize::when_resized;
use crate::platform::small::SmallSignal;
use crate::view::follow::follow;
use crate::view::parts::{cards, expect};
use crate::view::popup::{Opener, Subject};
use crate::view::state::State;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// How long a chart that is far from the screen waits where it is to look otherwise: those that are seen come first.
const FAR: Duration = Duration::from_millis(300);

/// Brings a chart of the page to life, for as long as the reactive owner around lives.
pub fn start(host: &Element, state: State, opener: Opener) {
    let of = |selector: &str, name: &str| host.closest(selector).ok().flatten()?.get_attribute(name);
    let id = of("[data-figure]", "data-figure").and_then(|word| FigureId::of_word(&word));
    let way = of("[data-way]", "data-way").and_then(|way| way.parse().ok()).unwrap_or(0);
    if let (Some(id), Some(host)) = (id, host.dyn_ref::<HtmlElement>()) {
        let host = Kept::new(host.clone());
        let (width, came, here) = (SmallSignal::new(0.0), SmallSignal::new(false), Kept::new(false));
        Live { state, opener, id, way, host, width, came, here }.start();
    }
}

/// A chart that comes to life.
#[derive(Clone, Copy)]
struct Live {
    state: State,
    opener: Opener,
    id: FigureId,
    way: usize,
    host: Kept<HtmlElement>,
    /// How many pixels it gets; 0 while it is not shown.
    width: SmallSignal<f64>,
    /// Whether it has come near the screen.
    came: SmallSignal<bool>,
    /// Whether it is near the screen now.
    here: Kept<bool>,
}

impl Live {
    fn start(self) {
        let Live { state, id, way, .. } = self;
        let chart = KeptSignal::new(None::<Chart>);
        let (made_for, coming) = (Kept::new(None::<Look>), Kept::new(false));
        let make = move || {
            // None where the page was written anew meanwhile.
            let Some(look) = untrack(|| self.look()) else { return };
            coming.set_value(false);
            let resized = made_for.get_value().is_none_or(|before| before.width != look.width);
            made_for.set_value(Some(look));
            let made = figure::chart(id, &untrack(|| state.reading()), way, &look);
            // What looks as before, in the same room, need not be drawn again.
            if resized || chart.with_untracked(|before| *before != made) {
                chart.set(made);
            }
        };
        follow(move || {
            let look = self.look();
            let before = made_for.get_value();
            if look.is_none() || look == before {
                return;
            }
            // Paper does not wait, nor does what has come near, which is a task of its own already. What is to look otherwise
            // is that as well: with others it would keep the reader waiting.
            if before.is_none() || state.printing.get_untracked() {
                make();
            } else if coming.try_update_value(|coming| !std::mem::replace(coming, true)) == Some(true) {
                set_timeout(make, if self.here.get_value() { Duration::ZERO } else { FAR });
            }
        });
        let drawn = Kept::new(None::<Drawn>);
        self.watch();
        self.draw(chart, drawn);
        self.operate(chart, drawn);
        on_cleanup(move || drawn.dispose());
    }

    /// How it is to look; None while it is far from the screen or not shown: until then the page keeps the room for it.
    fn look(self) -> Option<Look> {
        let Live { state, width, came, .. } = self;
        let width = width.try_get().filter(|width| *width >= 40.0 && came.get())?;
        Some(Look::fitting(width, state.scale.get(), state.dark()))
    }

    /// Draws the chart as soon as it is near and the bundle is there, and whenever it changes.
    fn draw(self, chart: KeptSignal<Option<Chart>>, drawn: Kept<Option<Drawn>>) {
        let Live { state, came, .. } = self;
        follow(move || {
            // On paper every chart is near, and as wide as it is now: nobody will notice before it is printed.
            if state.printing.get() {
                self.measure();
                came.set(true);
            }
            if came.get() {
                charts::load(state.bundle);
            }
        });
        follow(move || {
            let (Some(host), Some(made)) = (self.host.try_get_value(), chart.get()) else { return };
            let _ = host.style().set_property("height", &page::pixels(made.height));
            if state.bundle.get() != Bundle::Ready {
                return;
            }
            let first = drawn.with_value(Option::is_none);
            let put = move || self.put(&host, chart, drawn, &made);
            // The first time it was work to make it, and it is work to draw it. Paper does not wait.
            if first && !state.printing.get_untracked() { set_timeout(put, Duration::ZERO) } else { put() }
        });
        // What is lit elsewhere is lit here.
        follow(move || {
            let lit = state.lit.get();
            let mark = chart.with(|chart| {
                let (_, line) = lit.as_ref().filter(|(place, _)| *place == self.id)?;
                let marks = &chart.as_ref()?.marks;
                marks.iter().find(|mark| mark.line == *line && mark.number.is_none()).cloned()
            });
            highlight(drawn, mark.as_ref());
        });
    }

    /// Puts what was made where the picture stood in for it, or where it was drawn before.
    fn put(self, host: &HtmlElement, chart: KeptSignal<Option<Chart>>, drawn: Kept<Option<Drawn>>, made: &Chart) {
        let done = drawn.try_update_value(|drawn| {
            if drawn.is_none() {
                host.set_inner_html("");
                *drawn = Drawn::start(host, move |hit| self.hit(chart, hit)).ok();
            }
            drawn.as_ref().is_some_and(|drawn| drawn.draw(&made.option).is_ok())
        });
        // None where the page was written anew meanwhile.
        match done {
            Some(true) => drop(host.set_attribute("data-drawn", "true")),
            Some(false) => self.state.bundle.set(Bundle::Failed),
            None => {}
        }
    }

    /// A pointer or a finger is at the chart.
    fn hit(self, chart: KeptSignal<Option<Chart>>, hit: Hit) {
        let mark = chart.with_untracked(|chart| {
            let found = |mark: &&Mark| mark.series == hit.series && mark.item.is_none_or(|item| item == hit.item);
            chart.as_ref()?.marks.iter().find(found).filter(|_| hit.node).cloned()
        });
        let link = chart.with_untracked(|chart| chart.as_ref()?.links.get(hit.item).filter(|_| !hit.node).cloned());
        let beside = |mark: &Mark| self.beside(mark, Some(hit.at));
        let at =
            mark.as_ref().and_then(beside).unwrap_or((hit.at.0 - 8.0, hit.at.1 - 8.0, hit.at.0 + 8.0, hit.at.1 + 8.0));
        let shown =
            mark.map(|mark| (subject(&mark), mark.line)).or(link.map(|line| (Subject::Line(line.clone()), line)));
        match (hit.gesture, shown) {
            (Gesture::Click, Some((subject, line))) => {
                self.state.light(self.id, &line);
                self.opener.open_at(subject, at, true);
            }
            (Gesture::Over, Some((subject, _))) if !hit.touch => self.opener.hover_at(subject, at),
            (Gesture::Out, _) => self.opener.leave(),
            _ => {}
        }
    }

    /// Where a card of a mark is to stand beside, in the window: as high as the mark, so that it is not covered, and as
    /// wide as the pointer, so that the card is near.
    fn beside(self, mark: &Mark, pointer: Option<(f64, f64)>) -> Option<(f64, f64, f64, f64)> {
        let (x, y, width, height) = mark.area?;
        let chart = self.host.try_get_value()?.get_bounding_client_rect();
        let (left, right) = match pointer {
            Some((at, _)) => (at - 8.0, at + 8.0),
            None => (chart.left() + x, chart.left() + x + width),
        };
        Some((left, chart.top() + y, right, chart.top() + y + height))
    }

    /// Arrows go through the marks, Enter opens the card of one.
    fn operate(self, chart: KeptSignal<Option<Chart>>, drawn: Kept<Option<Drawn>>) {
        let current = SmallSignal::new(None::<usize>);
        let step = move |to: Option<usize>| {
            current.set(to);
            let mark = chart.with_untracked(|chart| stop(chart, to?));
            highlight(drawn, mark.as_ref());
            if let Some(mark) = mark {
                expect(cards::tell(self.state, mark));
            }
        };
        let on_key = move |event: KeyboardEvent| {
            let stops = chart.with_untracked(|chart| chart.as_ref().map_or(0, |chart| chart.stops().len()));
            let (at, last) = (current.get_untracked(), stops.saturating_sub(1));
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => Some(at.map_or(0, |at| (at + 1).min(last))),
                "ArrowLeft" | "ArrowUp" => Some(at.map_or(last, |at| at.saturating_sub(1))),
                "Home" => Some(0),
                "End" => Some(last),
                "Enter" | " " => {
                    event.prevent_default();
                    let mark = chart.with_untracked(|chart| stop(chart, at.unwrap_or(0)));
                    if let (Some(mark), Some(host)) = (mark, self.host.try_get_value()) {
                        self.state.light(self.id, &mark.line);
                        self.opener.open_beside(subject(&mark), &host, self.beside(&mark, None));
                    }
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            step(next);
        };
        let Some(host) = self.host.try_get_value() else { return };
        listen(&host, "keydown", on_key);
        listen(&host, "blur", move |_: Event| step(None));
    }

    /// Follows the chart's width, with it the size of the page's type, and whether it has come near the screen.
    fn watch(self) {
        let Live { state, came, here, .. } = self;
        let Some(host) = self.host.try_get_value() else { return };
        when_resized(&host, move || {
            // Margins are measured in type: where it changes, so does the width.
            state.measure_type();
            self.measure();
        });
        // Each chart in a task of its own: between them the browser answers the reader.
        when_near(&host, NEAR, move |near| {
            here.set_value(near);
            if near {
                set_timeout(move || came.set(true), Duration::ZERO);
            }
        });
    }

    /// Measures how wide it is.
    fn measure(self) {
        let now = self.host.try_get_value().map_or(0.0, |host| f64::from(host.client_width()));
        if self.width.try_get_untracked().is_some_and(|known| (known - now).abs() >= 1.0) {
            self.width.set(now);
        }
    }
}

/// The mark that a keyboard comes to at this step.
fn stop(chart: &Option<Chart>, at: usize) -> Option<Mark> {
    chart.as_ref()?.stops().get(at).map(|mark| Mark::clone(mark))
}

fn highlight(drawn: Kept<Option<Drawn>>, mark: Option<&Mark>) {
    drawn.try_with_value(|drawn| {
        if let Some(drawn) = drawn {
            drawn.highlight(mark);
        }
    });
}

/// What the card of a mark shows.
fn subject(mark: &Mark) -> Subject {
    mark.number.clone().map_or_else(|| Subject::Line(mark.line.clone()), Subject::Number)
}
