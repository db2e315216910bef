//! A chart's option: charming makes the parts, this makes the whole.
//!
//! charming's own whole, `Chart`, holds every component and every kind of series that ECharts has; writing it as JSON
//! would bring the code of all of them to the browser.

use super::look::font;
use crate::locale::Lang;
use serde::Serialize;
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

/// A part of an option, and what charming's type of it lacks.
pub fn part(part: &impl Serialize, more: Value) -> Value {
    let mut part = serde_json::to_value(part).unwrap_or_default();
    extend(&mut part, more);
    part
}

/// Adds the members of `more` to an object.
pub fn extend(object: &mut Value, more: Value) {
    if let (Value::Object(object), Value::Object(more)) = (object, more) {
        for (name, value) in more {
            object.insert(name, value);
        }
    }
}
