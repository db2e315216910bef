//! The stage of the attract loop: the part of the screen in which `kiosk.css` lays out what is shown. The chart of a figure
//! is drawn for the room that is left of it.

use crate::enhance::app_state::AppState;
use crate::enhance::ui_state::ChartOnStage;
use crate::platform::{dom, environment};
use leptos::prelude::*;
use mingbai_core::figures::{self, Background, ChartRoom, FigureId};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The least height of a chart in pixels. A screen that leaves less is scaled down as a whole.
const LEAST_CHART: f64 = 160.0;

/// True while nobody uses the kiosk.
pub fn is_on() -> bool {
    dom::root_attribute("data-kiosk").as_deref() == Some("show")
}

/// Gives the chart on the stage its room, or none while somebody uses the kiosk; and scales down what is higher than the
/// screen.
pub fn fit(app: AppState) {
    let room = if is_on() { first("main > .on-show").and_then(|card| chart_room(&card)) } else { None };
    let known = app.ui.chart_on_stage.get_untracked().map(|on_stage| (on_stage.figure, on_stage.room));
    if known != room {
        let draw = figures::chart_filling;
        app.ui.chart_on_stage.set(room.map(|(figure, room)| ChartOnStage { figure, room, draw }));
    }
    if let Some(stage) = first("main") {
        let share = f64::from(stage.client_height()) / f64::from(stage.scroll_height().max(1));
        dom::set_css_number(&stage, "--fit", share.min(1.0));
    }
}

/// True if the chart on the stage keeps half of the screen's height, so that words may be above it.
pub fn has_room_for_words() -> bool {
    let room = first("main > .on-show").and_then(|card| chart_room(&card));
    let screen = window().inner_height().ok().and_then(|height| height.as_f64());
    room.zip(screen).is_some_and(|((_, room), screen)| room.height >= screen / 2.0)
}

/// The room of a figure's chart: its frame without the legend. None for a figure without a chart.
fn chart_room(card: &Element) -> Option<(FigureId, ChartRoom)> {
    let id = card.get_attribute("data-figure")?.parse().ok()?;
    let frame = card.query_selector(".figure-view:not([hidden]) > .chart-frame").ok()??;
    let (mut width, mut height) = (0.0, f64::from(frame.client_height()));
    for child in dom::query_all_within(&frame, ".chart-frame > :not(.passage-cover)") {
        match child.dyn_into::<HtmlElement>() {
            Ok(chart) if chart.class_list().contains("chart") => width = f64::from(chart.client_width()),
            Ok(other) => height -= f64::from(other.offset_height()),
            Err(_) => {}
        }
    }
    let label_size = environment::font_size(&frame)?;
    Some((id, ChartRoom { width, height: height.max(LEAST_CHART), label_size, background: Background::Page }))
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}
