//! The worker that draws charts: an ECharts option goes in, the text of an SVG comes out.
//!
//! charming's own renderer draws in the page, finds elements by id and has no events; so its options go to ECharts here.

use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// The worker, and the requests that wait for it. It answers in the order of the requests.
struct ChartWorker {
    worker: Worker,
    pending: VecDeque<Function>,
}

thread_local! {
    static WORKER: RefCell<Option<ChartWorker>> = const { RefCell::new(None) };
}

/// Draws with this worker from now on. If the worker fails, `on_failure` is called and nothing is drawn any more.
pub fn use_worker(worker: Worker, on_failure: impl Fn() + 'static) {
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let first = WORKER.with_borrow_mut(|worker| worker.as_mut()?.pending.pop_front());
        if let Some(resolve) = first {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        }
    });
    let on_error = Closure::<dyn FnMut()>::new(move || {
        let worker = WORKER.take();
        for resolve in worker.into_iter().flat_map(|worker| worker.pending) {
            let _ = resolve.call0(&JsValue::NULL);
        }
        on_failure();
    });
    // Both live as long as the page.
    worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(on_error.into_js_value().unchecked_ref()));
    WORKER.set(Some(ChartWorker { worker, pending: VecDeque::new() }));
}

/// The text of an SVG of a chart, from its ECharts option as JSON, in this size in pixels. With `is_live` each shape names
/// what it shows in `data-hit`. None if the worker could not draw it.
pub async fn draw(option: String, width: f64, height: f64, is_live: bool) -> Option<String> {
    let request = Array::of4(&option.into(), &width.into(), &height.into(), &is_live.into());
    let answer = WORKER.with_borrow_mut(|worker| {
        let ChartWorker { worker, pending } = worker.as_mut()?;
        worker.post_message(&request).ok()?;
        Some(Promise::new(&mut |resolve, _| pending.push_back(resolve)))
    })?;
    JsFuture::from(answer).await.ok()?.as_string()
}
