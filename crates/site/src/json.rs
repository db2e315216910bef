//! JSON records with optional fields.

use serde_json::Value;

/// The record without the fields that are null: what a document does not state is left out.
pub fn without_nulls(mut record: Value) -> Value {
    if let Some(fields) = record.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    record
}
