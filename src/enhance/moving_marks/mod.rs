//! Marks move from chart to chart: where a reader chooses another figure of a group, or another view of a figure, copies of
//! each line's marks go from their place in the old chart to that in the new one. The new chart is there at once.

mod shapes;

use crate::enhance::{figure_views, motion_overlay};
use crate::platform::{dom, environment};
use leptos::prelude::*;
use shapes::{Shape, shapes_of};
use std::cell::Cell;
use std::time::Duration;
use web_sys::{Element, HtmlElement};

/// How long a copy is on its way; `motion.css` has the same number.
const MOTION: Duration = Duration::from_millis(400);

/// How long a chart is waited for that is not drawn yet, in milliseconds.
const PATIENCE: f64 = 600.0;

/// The most copies at a time: more would be a swarm that no eye follows.
const MOST_COPIES: usize = 24;

/// The class of a copy.
const COPY_CLASS: &str = "moving-mark";

thread_local! {
    /// How many buttons were pressed: what an earlier press waits for is not wanted any more.
    static PRESSES: Cell<u32> = const { Cell::new(0) };
}

/// Follows the buttons that choose figures and views, from now on.
pub fn start() {
    motion_overlay::add_style();
    figure_views::call_before_change(begin);
}

/// A button was pressed; the page still shows the chart before.
fn begin(button: &HtmlElement) {
    let press = PRESSES.get() + 1;
    PRESSES.set(press);
    dom::query_all(".moving-mark").into_iter().for_each(|copy| copy.remove());
    if environment::matches_media("(prefers-reduced-motion: reduce)") {
        return;
    }
    if let Some((before, next)) = chart_before(button).zip(selector_of_next(button)) {
        arrive(Departure { press, shapes: shapes_of(&before), before, next, deadline: js_sys::Date::now() + PATIENCE });
    }
}

/// What is known of the chart before.
struct Departure {
    /// Which press of a button it was.
    press: u32,
    before: Element,
    shapes: Vec<Shape>,
    /// The selector of the chart that takes its place.
    next: String,
    /// The time until which that chart is waited for, in milliseconds.
    deadline: f64,
}

/// The chart that is shown in the figure that a button is in.
fn chart_before(button: &HtmlElement) -> Option<Element> {
    button.closest("[data-figure]").ok()??.query_selector(".figure-view:not([hidden]) .chart[data-drawn]").ok()?
}

/// The selector of the chart that a button leads to, once it is shown and drawn.
fn selector_of_next(button: &HtmlElement) -> Option<String> {
    let (figure, view) = match button.get_attribute("data-choose-figure") {
        Some(figure) => (figure, String::new()),
        None => {
            let figure = button.closest("[data-figure]").ok()??.get_attribute("data-figure")?;
            (figure, format!("[data-view=\"{}\"]", button.get_attribute("data-choose-view")?))
        }
    };
    Some(format!("[data-figure={figure}]:not([hidden]) .figure-view{view}:not([hidden]) .chart[data-drawn]"))
}

/// Lets the marks go to the next chart as soon as that is drawn for the room it has.
fn arrive(departure: Departure) {
    request_animation_frame(move || {
        if PRESSES.get() != departure.press {
            return;
        }
        match document().query_selector(&departure.next).ok().flatten().filter(is_drawn_to_size) {
            Some(next) if next == departure.before => {}
            Some(next) => send(&departure.shapes, &next),
            None if js_sys::Date::now() < departure.deadline => arrive(departure),
            None => {}
        }
    });
}

/// True if a chart is drawn for the width that its element has now.
fn is_drawn_to_size(chart: &Element) -> bool {
    chart.first_element_child().is_some_and(|svg| svg.client_width().abs_diff(chart.client_width()) <= 1)
}

/// Sends a copy of each shape to the shapes of the same line in the next chart. A line with more shapes in one chart than
/// in the other parts there, or comes together.
fn send(shapes: &[Shape], next: &Element) {
    let Some(card) = next.closest("[data-figure]").ok().flatten() else { return };
    let targets = shapes_of(next);
    let mut sent: Vec<&str> = Vec::new();
    let mut copies = Vec::new();
    for Shape { line, .. } in shapes {
        let [from, to] =
            [shapes, &targets].map(|all| all.iter().filter(|shape| shape.line == *line).collect::<Vec<_>>());
        if to.is_empty() || sent.contains(&line.as_str()) {
            continue;
        }
        sent.push(line);
        let at = |shapes: &[&Shape], index: usize| shapes[index.min(shapes.len() - 1)].clone();
        copies.extend((0..from.len().max(to.len())).map(|index| (at(&from, index), at(&to, index))));
    }
    let on_screen = copies.into_iter().filter(|(from, to)| from.is_on_screen() && to.is_on_screen());
    on_screen.take(MOST_COPIES).for_each(|(from, to)| send_copy(&from, &to, &card));
}

/// Shows a copy on its way from one shape to another, inside a figure's card.
fn send_copy(from: &Shape, to: &Shape, card: &Element) {
    let Some(copy) = motion_overlay::element(COPY_CLASS) else { return };
    for (name, color) in [("--from", &from.color), ("--to", &to.color)] {
        let _ = copy.style().set_property(name, color);
    }
    dom::set_css_number(&copy, "--wide", from.width() / to.width());
    dom::set_css_number(&copy, "--high", from.height() / to.height());
    let lengths = [
        ("width", to.width()),
        ("height", to.height()),
        ("--across", from.area.left - to.area.left),
        ("--down", from.area.top - to.area.top),
    ];
    motion_overlay::place(&copy, card, (to.area.left, to.area.top), &lengths);
    motion_overlay::show_for(copy, card, MOTION);
}
