//! What a shape of a drawn chart shows: the worker of the charts names it in the hook `data-hit`.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// What a shape of a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index of the series.
    pub series: usize,
    /// The index of the item in the series.
    pub item: usize,
    /// True for a link between two nodes of a flow.
    pub is_link: bool,
}

impl Hit {
    /// What the shape shows that an event happened at; None if it was at no such shape.
    pub fn at(event: &Event) -> Option<Hit> {
        Hit::of(&event.target()?.dyn_into().ok()?)
    }

    /// What a shape shows, from its hook `data-hit`: series, item, and in a flow `node` or `edge`.
    pub fn of(shape: &Element) -> Option<Hit> {
        let value = shape.get_attribute("data-hit")?;
        let mut fields = value.split(' ');
        let mut index = || fields.next()?.parse().ok();
        Some(Hit { series: index()?, item: index()?, is_link: fields.next() == Some("edge") })
    }
}
