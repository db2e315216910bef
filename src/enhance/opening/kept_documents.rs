//! The documents that a reader asked to keep on this device.

use crate::enhance::opened_documents::OpenedDocument;
use crate::platform::record_store;
use js_sys::{Object, Reflect};
use mingbai_core::document_file::LeftOut;
use wasm_bindgen::JsValue;

/// A document that is kept.
#[derive(Clone)]
pub struct KeptDocument {
    /// Its number in the store.
    pub id: u32,
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What the file contains and the text does not.
    pub left_out: Vec<LeftOut>,
    /// True where revisions that nobody has accepted were read as accepted.
    pub has_revisions: bool,
}

/// All that are kept; none where the browser lets the page keep nothing.
pub async fn all() -> Vec<KeptDocument> {
    let records = record_store::all().await.unwrap_or_default();
    records.iter().filter_map(decode).collect()
}

/// Keeps a document. Returns its number, None where the browser lets the page keep nothing.
pub async fn keep(opened: &OpenedDocument) -> Option<u32> {
    record_store::add(&encode(opened).ok()?).await.ok()
}

/// Between two passages that are not in the text. A record holds strings only: each other type of value would add to the
/// glue that every visit loads.
const BETWEEN_PASSAGES: char = '\u{1e}';
/// Between the reason why a passage is not in the text, and the passage.
const BEHIND_REASON: char = '\u{1f}';
/// The value of a property that is true.
const YES: &str = "yes";

fn encode(opened: &OpenedDocument) -> Result<JsValue, JsValue> {
    let (record, file) = (Object::new(), &opened.file);
    let set = |key: &str, value: &str| Reflect::set(&record, &key.into(), &value.into());
    let passage = |passage: &LeftOut| format!("{}{BEHIND_REASON}{}", passage.reason.as_str(), passage.text);
    let left_out: Vec<String> = file.left_out.iter().map(passage).collect();
    set("name", &file.name)?;
    set("text", opened.document.disclosure.published_text())?;
    set("left_out", &left_out.join(&BETWEEN_PASSAGES.to_string()))?;
    set("has_revisions", if file.has_revisions { YES } else { "" })?;
    Ok(record.into())
}

/// None for a record that another version of the page wrote in another way.
fn decode(record: &JsValue) -> Option<KeptDocument> {
    let get = |key: &str| Reflect::get(record, &key.into()).ok();
    let text = |key: &str| get(key)?.as_string();
    let passage = |passage: &str| {
        let (reason, text) = passage.split_once(BEHIND_REASON)?;
        Some(LeftOut { reason: reason.parse().ok()?, text: text.to_owned() })
    };
    Some(KeptDocument {
        id: get("id")?.as_f64()? as u32,
        name: text("name")?,
        text: text("text")?,
        left_out: text("left_out")?.split(BETWEEN_PASSAGES).filter_map(passage).collect(),
        has_revisions: text("has_revisions")? == YES,
    })
}
