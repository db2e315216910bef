//! A live chart: drawn when it comes near the viewport, drawn again for the width it gets, operable by keyboard.
//!
//! Its signals belong to a reactive owner of the chart, which is dropped when the page is rendered again. Whatever runs
//! after a delay therefore uses `try_` accessors, which do nothing then.

mod drawing;
mod hit;
mod keyboard;
mod pointer;

use crate::enhance::app_state::AppState;
use crate::enhance::page_attributes;
use crate::enhance::popup::PopupController;
use crate::enhance::popup_state::{PopupContent, Rectangle};
use crate::platform::dom;
use crate::platform::intersection::observe_intersection;
use crate::platform::resize_observer::observe_size;
use leptos::prelude::*;
use mingbai_core::export::{COMPACT_HEIGHT, LEAST_CHART_ROOM};
use mingbai_core::figures::{self, Area, Background, ChartMark, ChartRoom, ChartStyle, FigureChart, FigureId};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many pixels from the viewport a chart is near; `boot.js` uses the same margin.
pub const NEAR_MARGIN: u32 = 600;

/// How long a chart off screen waits before it is drawn again: charts on screen come first.
const OFF_SCREEN_DELAY: Duration = Duration::from_millis(300);

/// The narrowest chart that is drawn, in pixels.
const NARROWEST: f64 = 40.0;

/// Makes the chart in this element live, until the current reactive owner is cleaned up.
pub fn start(host: &Element, app: AppState, popup_controller: PopupController) {
    let attribute = |selector: &str, name: &str| host.closest(selector).ok().flatten()?.get_attribute(name);
    let id = attribute("[data-figure]", "data-figure").and_then(|name| name.parse::<FigureId>().ok());
    let view = attribute("[data-view]", "data-view").and_then(|view| view.parse().ok()).unwrap_or(0);
    if let (Some(id), Some(host)) = (id, host.dyn_ref::<HtmlElement>()) {
        let chart = LiveChart {
            app,
            popup_controller,
            id,
            view,
            host: StoredValue::new_local(host.clone()),
            width: RwSignal::new(0.0),
            was_near: RwSignal::new(false),
            is_near: StoredValue::new(false),
            computed: RwSignal::new(None),
            drawn: RwSignal::new(None),
            highlighted: RwSignal::new(None),
        };
        chart.observe();
        chart.compute();
        chart.draw();
        chart.listen_to_keyboard();
        chart.listen_to_pointer();
    }
}

/// What a chart is drawn for.
#[derive(Clone, Copy, PartialEq)]
enum ChartSize {
    /// The width that the page gives it.
    Style(ChartStyle),
    /// A room that it fills.
    Room(ChartRoom),
}

/// A live chart.
#[derive(Clone, Copy)]
struct LiveChart {
    app: AppState,
    popup_controller: PopupController,
    id: FigureId,
    /// The figure's view, by its place among its views.
    view: usize,
    host: StoredValue<HtmlElement, LocalStorage>,
    /// The width of the element in pixels; 0 while it is not displayed.
    width: RwSignal<f64>,
    /// True once the chart has been near the viewport.
    was_near: RwSignal<bool>,
    /// True while the chart is near the viewport.
    is_near: StoredValue<bool>,
    /// The chart as it was computed last.
    computed: RwSignal<Option<FigureChart>>,
    /// The chart that is on the page; one that was computed later may still be drawn.
    drawn: RwSignal<Option<FigureChart>>,
    /// The index of the mark that is highlighted while the pointer is elsewhere.
    highlighted: RwSignal<Option<usize>>,
}

impl LiveChart {
    /// Follows the width of the element, the size of its type, and whether it is near the viewport.
    fn observe(self) {
        let Some(host) = self.host.try_get_value() else { return };
        observe_size(&host, move || {
            // Margins are relative to the size of type, so the width changes with it.
            self.app.measure_type();
            self.measure_width();
        });
        // A task of its own for each chart, so that the browser can respond between them.
        observe_intersection(&host, NEAR_MARGIN, move |near| {
            let _ = self.is_near.try_set_value(near);
            if near {
                set_timeout(move || self.was_near.set(true), Duration::ZERO);
            }
        });
        // A chart that the browser rendered has no picture, which it would need for print.
        if dom::query_all_within(&host, "picture").is_empty() {
            set_timeout(move || self.was_near.set(true), OFF_SCREEN_DELAY);
        }
    }

    fn measure_width(self) {
        let width = self.host.try_get_value().map_or(0.0, |host| f64::from(host.client_width()));
        if self.width.try_get_untracked().is_some_and(|known| (known - width).abs() >= 1.0) {
            let _ = self.width.try_set(width);
        }
    }

    /// The size to draw in. None while the chart has not been near the viewport, or is not displayed: until then its
    /// placeholder takes its room.
    fn size(self) -> Option<ChartSize> {
        let width = self.width.try_get().filter(|width| *width >= NARROWEST)?;
        let was_near = self.was_near.try_get()?;
        if !was_near {
            return None;
        }
        if let Some(on_stage) = self.app.ui.chart_on_stage.get().filter(|on_stage| on_stage.figure == self.id) {
            return Some(ChartSize::Room(on_stage.room));
        }
        let style = ChartStyle::fitting(width, self.app.ui.type_scale.get(), Background::Page);
        let style = style.spaced(self.app.ui.text_spacing.get());
        Some(ChartSize::Style(if page_attributes::is_compact() { style.compact(self.compact_room()?) } else { style }))
    }

    /// The height in pixels that the compact form has for its chart.
    fn compact_room(self) -> Option<f64> {
        let host = self.host.try_get_value()?;
        let words = document().body()?.get_bounding_client_rect().height() - host.get_bounding_client_rect().height();
        Some((COMPACT_HEIGHT - words).floor().max(LEAST_CHART_ROOM))
    }

    /// Computes the chart, now and whenever its size changes.
    fn compute(self) {
        let (computed_for, is_scheduled) = (StoredValue::new(None::<ChartSize>), StoredValue::new(false));
        let compute = move || {
            let Some(size) = untrack(|| self.size()) else { return };
            let context = untrack(|| self.app.render_context());
            let _ = is_scheduled.try_set_value(false);
            let _ = computed_for.try_set_value(Some(size));
            let _ = self.computed.try_set(match size {
                ChartSize::Style(style) => figures::chart(self.id, &context, self.view, &style),
                ChartSize::Room(room) => {
                    let on_stage = self.app.ui.chart_on_stage.get_untracked();
                    on_stage.and_then(|on_stage| (on_stage.draw)(self.id, &context, self.view, &room))
                }
            });
        };
        Effect::new(move |_| {
            let size = self.size();
            let before = computed_for.get_value();
            if size.is_none() || size == before {
                return;
            }
            // The first time is in a task of its own already. When all charts change, each gets one, since together they
            // would block input.
            if before.is_none() {
                compute();
            } else if !is_scheduled.get_value() {
                is_scheduled.set_value(true);
                set_timeout(compute, if self.is_near.get_value() { Duration::ZERO } else { OFF_SCREEN_DELAY });
            }
        });
    }

    /// The rectangle next to which the popup of a mark opens, in coordinates of the viewport: as high as the mark, so that
    /// the popup does not cover it, and at the pointer, if one is given by its distance from the left edge.
    fn area_of(self, mark: &ChartMark, pointer: Option<f64>) -> Option<Rectangle> {
        let Area { left: x, top: y, width, height } = mark.area?;
        let chart = self.host.try_get_value()?.get_bounding_client_rect();
        let (left, right) = match pointer {
            Some(at) => (at - 8.0, at + 8.0),
            None => (chart.left() + x, chart.left() + x + width),
        };
        Some(Rectangle { left, top: chart.top() + y, right, bottom: chart.top() + y + height })
    }
}

/// What the popup of a mark shows.
fn content_of_mark(mark: &ChartMark) -> PopupContent {
    mark.number.clone().map_or_else(|| PopupContent::Line(mark.line.clone()), PopupContent::Number)
}
