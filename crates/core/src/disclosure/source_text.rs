//! Serialization of strings as slices of the source text: a snapshot stores where words are, not the words.
//!
//! For fields of the model: `#[serde(with = "source_text")]`. The source is not part of the serialized value; it is set
//! with [`with_source`] around serialization and deserialization.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;

thread_local! {
    /// The source of the disclosure that is serialized or deserialized.
    static SOURCE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Strings up to this length are stored themselves: a slice takes about as many bytes.
const MAX_INLINE_LEN: usize = 3;

/// Calls `f` while strings are stored as slices of `source`; returns its result with the source.
pub fn with_source<T>(source: String, f: impl FnOnce() -> T) -> (T, String) {
    SOURCE.set(source);
    let result = f();
    (result, SOURCE.take())
}

/// A string as it is stored.
#[derive(Serialize, Deserialize)]
enum StoredText {
    /// First byte and length in the source.
    Slice(u32, u32),
    /// The string itself, where the source does not contain it.
    Inline(String),
}

impl StoredText {
    fn new(text: &str) -> StoredText {
        let at = SOURCE.with_borrow(|source| source.find(text));
        match at.and_then(|at| u32::try_from(at).ok()) {
            Some(at) if text.len() > MAX_INLINE_LEN => StoredText::Slice(at, text.len() as u32),
            _ => StoredText::Inline(text.to_owned()),
        }
    }

    fn into_text(self) -> Option<String> {
        match self {
            StoredText::Inline(text) => Some(text),
            StoredText::Slice(at, len) => SOURCE.with_borrow(|source| {
                let (at, len) = (at as usize, len as usize);
                source.get(at..at.checked_add(len)?).map(str::to_owned)
            }),
        }
    }
}

/// Serializes a string as a slice of the source, if the source contains it.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    StoredText::new(text).serialize(serializer)
}

/// Deserializes a string.
///
/// # Errors
/// Those of the deserializer, and a slice that the source does not have.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let stored = StoredText::deserialize(deserializer)?;
    stored.into_text().ok_or_else(|| serde::de::Error::custom("the source has no such slice"))
}
