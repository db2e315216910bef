//! The shapes of a drawn chart that show lines: where they are on screen, and in which colour.

use crate::enhance::popup_state::Rectangle;
use crate::platform::{dom, environment};
use leptos::prelude::window;
use web_sys::Element;

/// A shape that shows a line. All squares of a line are one shape.
#[derive(Clone)]
pub struct Shape {
    /// The id of the line.
    pub line: String,
    /// Where it is, in coordinates of the viewport.
    pub area: Rectangle,
    /// Its colour, for a style.
    pub color: String,
}

/// How a path is painted.
struct Paint {
    area: Rectangle,
    color: String,
}

/// The shapes of a chart, by the lines that they show.
pub fn shapes_of(chart: &Element) -> Vec<Shape> {
    let bars = dom::query_all_within(chart, "path:not([data-hit])");
    let bars: Vec<Paint> = bars.iter().filter_map(paint_of).collect();
    // By the series that each belongs to.
    let mut shapes: Vec<(Option<String>, Shape)> = Vec::new();
    for target in dom::query_all_within(chart, "[data-shows]") {
        let line = target.get_attribute("data-shows").unwrap_or_default();
        let Some(Paint { area, color }) = paint_of(&target) else {
            // What reacts to pointers is a row, whose bars do not.
            let row = area_of(&target);
            let inside = bars.iter().filter(|bar| row.contains_middle_of(&bar.area));
            let shape = |bar: &Paint| Shape { line: line.clone(), area: bar.area, color: bar.color.clone() };
            shapes.extend(inside.map(|bar| (None, shape(bar))));
            continue;
        };
        let series = target.get_attribute("data-hit").and_then(|hit| Some(hit.split_once(' ')?.0.to_owned()));
        match shapes.last_mut() {
            Some((of, last)) if *of == series && last.line == line => last.area = last.area.union(&area),
            _ => shapes.push((series, Shape { line, area, color })),
        }
    }
    shapes.into_iter().map(|(_, shape)| shape).collect()
}

/// How a path is painted; None for one that is not seen, or is a mere line.
fn paint_of(path: &Element) -> Option<Paint> {
    let area = area_of(path);
    if area.left == area.right || area.top == area.bottom {
        return None;
    }
    // A pattern or an outline has the colour of its line.
    let paint = |property| {
        let color = environment::computed_style(path, property)?;
        color.starts_with("rgb(").then_some(color)
    };
    let color = paint("fill").or_else(|| paint("stroke"))?;
    Some(Paint { area, color })
}

fn area_of(element: &Element) -> Rectangle {
    let area = element.get_bounding_client_rect();
    Rectangle { left: area.left(), top: area.top(), right: area.right(), bottom: area.bottom() }
}

impl Shape {
    /// Its width in pixels.
    pub fn width(&self) -> f64 {
        self.area.right - self.area.left
    }

    /// Its height in pixels.
    pub fn height(&self) -> f64 {
        self.area.bottom - self.area.top
    }

    /// True if some of it is inside the viewport.
    pub fn is_on_screen(&self) -> bool {
        let length = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64());
        let (width, height) = (length(window().inner_width()), length(window().inner_height()));
        let Rectangle { left, top, right, bottom } = self.area;
        bottom > 0.0
            && right > 0.0
            && width.is_some_and(|width| left < width)
            && height.is_some_and(|height| top < height)
    }
}

impl Rectangle {
    /// The smallest rectangle around both.
    fn union(&self, other: &Rectangle) -> Rectangle {
        Rectangle {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// True if the middle of another one is inside.
    fn contains_middle_of(&self, other: &Rectangle) -> bool {
        let (x, y) = ((other.left + other.right) / 2.0, (other.top + other.bottom) / 2.0);
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}
