//! A thin binding to the chart bundle: one chart on a real element, with events, and an end.
//!
//! charming's own renderer has no events, no disposal and looks elements up by id; so the option goes to ECharts here.

use super::page;
use crate::figure::Mark;
use js_sys::{Function, JSON, Object, Reflect};
use leptos::prelude::document;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// A chart of ECharts.
    #[derive(Clone)]
    type Instance;

    #[wasm_bindgen(js_namespace = mingbaiCharts, js_name = init, catch)]
    fn init(element: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &Function);

    #[wasm_bindgen(method)]
    fn resize(this: &Instance, size: &JsValue);

    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue);

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

/// What a reader did to a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The pointer came over a mark.
    Over,
    /// The pointer left it.
    Out,
    /// It was clicked or tapped.
    Click,
}

/// A pointed-at place: series, item, and where in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What was done.
    pub gesture: Gesture,
    /// The series.
    pub series: usize,
    /// The item of the series.
    pub item: usize,
    /// Where in the window, in pixels.
    pub at: (f64, f64),
    /// False for a link between two nodes.
    pub node: bool,
    /// The item that a link leads to, by its name.
    pub touch: bool,
}

/// A live chart. It ends when it is dropped.
pub struct Drawn {
    instance: Instance,
    _handlers: Vec<Closure<dyn FnMut(JsValue)>>,
}

impl Drawn {
    /// Starts a chart on an element that has a size.
    ///
    /// # Errors
    /// What ECharts threw; and where the bundle is not there.
    pub fn start(element: &HtmlElement, on_hit: impl Fn(Hit) + Clone + 'static) -> Result<Drawn, JsValue> {
        loaded()?;
        let instance = init(element, &JsValue::NULL, &js(&json!({ "renderer": "svg" })))?;
        let mut handlers = Vec::new();
        for (event, gesture) in [("mouseover", Gesture::Over), ("mouseout", Gesture::Out), ("click", Gesture::Click)] {
            let on_hit = on_hit.clone();
            let handler = Closure::<dyn FnMut(JsValue)>::new(move |params: JsValue| on_hit(hit(gesture, &params)));
            instance.on(event, handler.as_ref().unchecked_ref());
            handlers.push(handler);
        }
        Ok(Drawn { instance, _handlers: handlers })
    }

    /// Draws an option anew, at the element's present size.
    ///
    /// # Errors
    /// What ECharts threw.
    pub fn draw(&self, option: &Value) -> Result<(), JsValue> {
        self.instance.resize(&js(&json!({ "silent": true })));
        self.instance.set_option(&js(option), true)
    }

    /// Lights up a mark, and nothing else.
    pub fn highlight(&self, mark: Option<&Mark>) {
        self.instance.dispatch_action(&js(&json!({ "type": "downplay" })));
        let Some(mark) = mark else { return };
        let mut action = json!({ "type": "highlight", "seriesIndex": mark.series });
        if let Some(item) = mark.item {
            action["dataIndex"] = json!(item);
        }
        self.instance.dispatch_action(&js(&action));
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}

/// A chart as the text of an SVG, drawn out of sight at the size given.
///
/// # Errors
/// What ECharts threw; and where the bundle is not there.
pub fn svg(option: &Value, width: f64, height: f64) -> Result<String, JsValue> {
    loaded()?;
    let sheet = document().create_element("div")?.unchecked_into::<HtmlElement>();
    let size = json!({ "renderer": "svg", "width": width, "height": height });
    let instance = init(&sheet, &JsValue::NULL, &js(&size))?;
    let drawn = instance.set_option(&js(option), true).and_then(|()| instance.render_to_svg_string());
    instance.dispose();
    drawn
}

fn loaded() -> Result<(), JsValue> {
    let there = page::has_global("mingbaiCharts");
    there.then_some(()).ok_or_else(|| JsValue::from_str("the chart bundle is not loaded"))
}

/// A JSON value as the browser's own.
fn js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap_or_else(|_| Object::new().into())
}

fn hit(gesture: Gesture, params: &JsValue) -> Hit {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let number = |value: JsValue| value.as_f64().unwrap_or_default();
    let native = get(&get(params, "event"), "event");
    Hit {
        gesture,
        series: number(get(params, "seriesIndex")) as usize,
        item: number(get(params, "dataIndex")) as usize,
        at: (number(get(&native, "clientX")), number(get(&native, "clientY"))),
        node: get(params, "dataType").as_string().is_none_or(|kind| kind != "edge"),
        touch: get(&native, "pointerType").as_string().is_some_and(|kind| kind == "touch"),
    }
}
