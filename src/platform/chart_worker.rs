//! A thin binding to the chart bundle: an option goes to a worker, the text of an SVG comes back. And what of a drawing a
//! pointer is at.
//!
//! charming's own renderer draws on the page, looks elements up by id and has no events; so the option goes to ECharts here.

use js_sys::{Array, Function, Promise};
use mingbai_core::figures::FigureChart;
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, MessageEvent, Worker};

/// The worker, and who waits for an answer: it answers in the order in which it was asked.
struct Drawer {
    worker: Worker,
    waiting: VecDeque<Function>,
}

thread_local! {
    static DRAWER: RefCell<Option<Drawer>> = const { RefCell::new(None) };
}

/// Draws with this worker from now on. Where it ends with an error, `failed` is told, and nothing is drawn any more.
pub fn begin(worker: Worker, failed: impl Fn() + 'static) {
    let answered = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let first = DRAWER.with_borrow_mut(|drawer| drawer.as_mut()?.waiting.pop_front());
        if let Some(first) = first {
            let _ = first.call1(&JsValue::NULL, &event.data());
        }
    });
    let ended = Closure::<dyn FnMut()>::new(move || {
        let drawer = DRAWER.take();
        for waiting in drawer.into_iter().flat_map(|drawer| drawer.waiting) {
            let _ = waiting.call0(&JsValue::NULL);
        }
        failed();
    });
    // Both last as long as the page.
    worker.set_onmessage(Some(answered.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(ended.into_js_value().unchecked_ref()));
    DRAWER.set(Some(Drawer { worker, waiting: VecDeque::new() }));
}

/// A chart as the text of an SVG, by its option as JSON, of this size in pixels; with `live`, its shapes say what they show (see [`Hit`]). None
/// where it could not be drawn, or nothing draws.
pub async fn draw(option: String, width: f64, height: f64, live: bool) -> Option<String> {
    let ask = Array::of4(&option.into(), &width.into(), &height.into(), &live.into());
    let answer = DRAWER.with_borrow_mut(|drawer| {
        let Drawer { worker, waiting } = drawer.as_mut()?;
        worker.post_message(&ask).ok()?;
        Some(Promise::new(&mut |resolve, _| waiting.push_back(resolve)))
    })?;
    JsFuture::from(answer).await.ok()?.as_string()
}

/// What of a chart a shape shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The series.
    pub series: usize,
    /// The item of the series.
    pub item: usize,
    /// True for a link between two nodes.
    pub link: bool,
}

impl Hit {
    /// What the shape shows that an event happened at; None where it shows nothing.
    pub fn at(event: &Event) -> Option<Hit> {
        Hit::of(&event.target()?.dyn_into().ok()?)
    }

    /// What a shape says in `data-hit`: series, item, and in a flow `node` or `edge`.
    pub fn of(shape: &Element) -> Option<Hit> {
        let said = shape.get_attribute("data-hit")?;
        let mut said = said.split(' ');
        let mut number = || said.next()?.parse().ok();
        Some(Hit { series: number()?, item: number()?, link: said.next() == Some("edge") })
    }

    /// The mark of the chart that it belongs to, by its place.
    pub fn mark(self, chart: &FigureChart) -> Option<usize> {
        chart.mark_at(self.series, self.item, self.link)
    }
}
