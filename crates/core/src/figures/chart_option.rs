//! A chart's option: charming makes the parts, this makes the whole.
//!
//! charming's own whole, `Chart`, holds every component and every kind of series that ECharts has, and each of its series
//! a tooltip, labels and areas; writing them as JSON would bring the code of all of them to the browser. So styles, data,
//! nodes and links are charming's, and what stands around them is JSON.

use super::chart_style::font;
use crate::locale::Lang;
use charming::element::ItemStyle;
use serde_json::{Map, Value, json};

/// The option of these parts. Nothing in it moves: a chart that has just been drawn can be read at once.
pub fn option(lang: Lang, parts: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let common = [("animation", json!(false)), ("textStyle", json!({ "fontFamily": font(lang) }))];
    let mut all = Map::new();
    for (name, part) in parts.into_iter().chain(common) {
        all.insert(name.to_owned(), part);
    }
    Value::Object(all)
}

/// A series of this kind: its style, its data, and what else is said of it.
pub fn series(kind: &str, style: ItemStyle, data: Value, more: Value) -> Value {
    let mut series = json!({ "type": kind, "itemStyle": style, "data": data });
    extend(&mut series, more);
    series
}

/// Adds the members of `more` to an object.
pub fn extend(object: &mut Value, more: Value) {
    if let (Value::Object(object), Value::Object(more)) = (object, more) {
        for (name, value) in more {
            object.insert(name, value);
        }
    }
}
