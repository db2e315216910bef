//! A live chart: drawn when it comes near the screen, redrawn for the width it gets, operable by keyboard.

use crate::enhance::follow::follow;
use crate::enhance::intersection::NEAR;
use crate::enhance::lazy_chunks::{cards, expect};
use crate::enhance::popup::{PopupController, Subject};
use crate::platform::chart_bundle::{self, Bundle};
use crate::platform::chart_worker::{self, Hit};
use crate::platform::event_listener::listen;
use crate::platform::intersection::when_near;
use crate::platform::kept::{Kept, KeptSignal};
use crate::platform::page;
use crate::platform::resize_observer::when_resized;
use crate::platform::scroll_anchor::ScrollAnchor;
use crate::platform::small::SmallSignal;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{self, Area, Background, ChartMark, ChartStyle, FigureChart, FigureId};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

/// How long a chart that is far from the screen waits where it is to look otherwise: those that are seen come first.
const FAR: Duration = Duration::from_millis(300);

/// Brings a chart of the page to life, for as long as the reactive owner around lives.
pub fn start(host: &Element, state: State, popup_controller: PopupController) {
    let of = |selector: &str, name: &str| host.closest(selector).ok().flatten()?.get_attribute(name);
    let id = of("[data-figure]", "data-figure").and_then(|word| word.parse::<FigureId>().ok());
    let way = of("[data-way]", "data-way").and_then(|way| way.parse().ok()).unwrap_or(0);
    if let (Some(id), Some(host)) = (id, host.dyn_ref::<HtmlElement>()) {
        let host = Kept::new(host.clone());
        let (width, came, here) = (SmallSignal::new(0.0), SmallSignal::new(false), Kept::new(false));
        let (chart, drawn, lit) = (KeptSignal::new(None), KeptSignal::new(None), SmallSignal::new(None));
        Live { state, popup_controller, id, way, host, width, came, here, chart, drawn, lit }.start();
    }
}

/// A chart that comes to life.
#[derive(Clone, Copy)]
struct Live {
    state: State,
    popup_controller: PopupController,
    id: FigureId,
    way: usize,
    host: Kept<HtmlElement>,
    /// How many pixels it gets; 0 while it is not shown.
    width: SmallSignal<f64>,
    /// Whether it has come near the screen.
    came: SmallSignal<bool>,
    /// Whether it is near the screen now.
    here: Kept<bool>,
    /// As it was made last.
    chart: KeptSignal<Option<FigureChart>>,
    /// As it stands there: what was made last may not be drawn yet.
    drawn: KeptSignal<Option<FigureChart>>,
    /// The mark that is lit up in it, by its place, unless a pointer is elsewhere.
    lit: SmallSignal<Option<usize>>,
}

impl Live {
    fn start(self) {
        let Live { state, id, way, chart, .. } = self;
        let (made_for, coming) = (Kept::new(None::<ChartStyle>), Kept::new(false));
        let make = move || {
            // None where the page was written anew meanwhile.
            let Some(chart_style) = untrack(|| self.chart_style()) else { return };
            coming.set_value(false);
            made_for.set_value(Some(chart_style));
            chart.set(figures::chart(id, &untrack(|| state.context()), way, &chart_style));
        };
        follow(move || {
            let chart_style = self.chart_style();
            let before = made_for.get_value();
            if chart_style.is_none() || chart_style == before {
                return;
            }
            // What has come near is a task of its own already. What is to look otherwise is that as well: with others it
            // would keep the reader waiting.
            if before.is_none() {
                make();
            } else if coming.try_update_value(|coming| !std::mem::replace(coming, true)) == Some(true) {
                set_timeout(make, if self.here.get_value() { Duration::ZERO } else { FAR });
            }
        });
        self.watch();
        self.draw();
        self.operate();
        self.point();
    }

    /// How it is to look; None while it is far from the screen or not shown: until then the page keeps the room for it.
    fn chart_style(self) -> Option<ChartStyle> {
        let Live { state, width, came, .. } = self;
        let width = width.try_get().filter(|width| *width >= 40.0 && came.get())?;
        Some(ChartStyle::fitting(width, state.scale.get(), Background::Page))
    }

    /// Has the chart drawn as soon as it is made and the bundle is there, and whenever it changes.
    fn draw(self) {
        let Live { state, chart, .. } = self;
        follow(move || {
            if self.came.get() {
                chart_bundle::load(state.bundle);
            }
        });
        let turn = Kept::new(0_u32);
        follow(move || {
            let Some(made) = chart.get().filter(|_| state.bundle.get() == Bundle::Ready) else { return };
            let this = turn.get_value() + 1;
            turn.set_value(this);
            spawn_local(async move {
                let svg = chart_worker::draw(made.option.to_string(), made.width, made.height, true).await;
                // It is to look otherwise meanwhile, or the page was written anew.
                if turn.try_get_value() != Some(this) {
                    return;
                }
                match svg {
                    Some(svg) => self.put(made, &svg),
                    None => state.bundle.set(Bundle::Failed),
                }
            });
        });
        // What is lit elsewhere is lit here.
        follow(move || {
            let lit = state.lit.get().filter(|(place, _)| *place == self.id);
            let mark = self.drawn.with(|chart| {
                let (_, line) = lit.as_ref()?;
                chart.as_ref()?.marks.iter().position(|mark| mark.line == *line && mark.number.is_none())
            });
            self.light(mark);
        });
    }

    /// Puts what was drawn where the picture stood in for it, or what was drawn before.
    fn put(self, made: FigureChart, svg: &str) {
        let Some(host) = self.host.try_get_value() else { return };
        set_height(&host, made.height);
        host.set_inner_html(svg);
        let _ = host.set_attribute("data-drawn", "true");
        self.drawn.set(Some(made));
    }

    /// Lights up a mark, by its place, until another is.
    fn light(self, mark: Option<usize>) {
        self.lit.set(mark);
        self.show_lit(mark);
    }

    /// Lights up all that shows what a mark shows. What of a flow does not belong to it steps back.
    fn show_lit(self, mark: Option<usize>) {
        let Some(host) = self.host.try_get_value() else { return };
        self.drawn.with_untracked(|chart| {
            let Some(chart) = chart else { return };
            let mark_of = |at: usize| chart.marks.get(at);
            let lit = mark.and_then(mark_of);
            // All of a flow belongs to its whole, which no link shows.
            let flows = |mark: Option<&ChartMark>| mark.is_some_and(|mark| chart.links.contains(&mark.line));
            for shape in page::all(&host, "[data-hit]") {
                let own = Hit::of(&shape).and_then(|hit| hit.mark(chart)).and_then(mark_of);
                let same = lit.zip(own).is_some_and(|(lit, own)| lit.shows_as(own));
                let _ = shape.class_list().toggle_with_force("lit", same);
                let _ = shape.class_list().toggle_with_force("aside", !same && flows(lit) && flows(own));
            }
        });
    }

    /// A pointer or a finger is at the chart.
    fn point(self) {
        let Some(host) = self.host.try_get_value() else { return };
        // The mark that an event is at, by its place, what it shows, and where its card is to stand.
        let there = move |event: &MouseEvent| {
            let hit = Hit::at(event)?;
            self.drawn.with_untracked(|chart| {
                let chart = chart.as_ref()?;
                let at = hit.mark(chart)?;
                let mark = &chart.marks[at];
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                let beside = if hit.link { None } else { self.beside(mark, Some(x)) };
                Some((at, mark.clone(), beside.unwrap_or((x - 8.0, y - 8.0, x + 8.0, y + 8.0))))
            })
        };
        listen(&host, "click", move |event: MouseEvent| {
            if let Some((_, mark, area)) = there(&event) {
                self.state.light(self.id, &mark.line);
                self.popup_controller.open_at(subject(&mark), area, true);
            }
        });
        listen(&host, "pointerover", move |event: PointerEvent| {
            if event.pointer_type() != "touch"
                && let Some((at, mark, area)) = there(&event)
            {
                self.show_lit(Some(at));
                self.popup_controller.hover_at(subject(&mark), area);
            }
        });
        listen(&host, "pointerout", move |event: PointerEvent| {
            if event.pointer_type() != "touch" && Hit::at(&event).is_some() {
                self.show_lit(self.lit.get_untracked());
                self.popup_controller.leave();
            }
        });
    }

    /// Where a card of a mark is to stand beside, in the window: as high as the mark, so that it is not covered, and as
    /// wide as the pointer, which is so far from the left, so that the card is near.
    fn beside(self, mark: &ChartMark, pointer: Option<f64>) -> Option<(f64, f64, f64, f64)> {
        let Area { left: x, top: y, width, height } = mark.area?;
        let chart = self.host.try_get_value()?.get_bounding_client_rect();
        let (left, right) = match pointer {
            Some(at) => (at - 8.0, at + 8.0),
            None => (chart.left() + x, chart.left() + x + width),
        };
        Some((left, chart.top() + y, right, chart.top() + y + height))
    }

    /// Arrows go through the marks, Enter opens the card of one.
    fn operate(self) {
        let chart = self.drawn;
        let current = SmallSignal::new(None::<usize>);
        let step = move |to: Option<usize>| {
            current.set(to);
            let mark = chart.with_untracked(|chart| stop(chart, to?));
            self.light(mark.as_ref().map(|(at, _)| *at));
            if let Some((_, mark)) = mark {
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
                    if let (Some((_, mark)), Some(host)) = (mark, self.host.try_get_value()) {
                        self.state.light(self.id, &mark.line);
                        self.popup_controller.open_beside(subject(&mark), &host, self.beside(&mark, None));
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
        // Written anew in the browser it has no picture, which paper would need.
        if page::all(&host, "picture").is_empty() {
            set_timeout(move || came.set(true), FAR);
        }
    }

    /// Measures how wide it is.
    fn measure(self) {
        let now = self.host.try_get_value().map_or(0.0, |host| f64::from(host.client_width()));
        if self.width.try_get_untracked().is_some_and(|known| (known - now).abs() >= 1.0) {
            self.width.set(now);
        }
    }
}

/// The mark that a keyboard comes to at this step, with its place.
fn stop(chart: &Option<FigureChart>, at: usize) -> Option<(usize, ChartMark)> {
    let chart = chart.as_ref()?;
    let place = *chart.stops().get(at)?;
    Some((place, chart.marks[place].clone()))
}

/// Sets how high a chart is. Where it was as high otherwise, whoever reads below it reads on where they were.
fn set_height(host: &HtmlElement, height: f64) {
    let (style, height) = (host.style(), page::pixels(height));
    let before = style.get_property_value("height").unwrap_or_default();
    let held = (!before.is_empty() && before != height).then(ScrollAnchor::now);
    let _ = style.set_property("height", &height);
    if let Some(held) = held {
        held.restore();
    }
}

/// What the card of a mark shows.
fn subject(mark: &ChartMark) -> Subject {
    mark.number.clone().map_or_else(|| Subject::Line(mark.line.clone()), Subject::Number)
}
