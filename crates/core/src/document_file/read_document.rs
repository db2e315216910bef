//! A file that was read, as it goes from the worker that reads it to the page.

use super::decode::TextDecoder;
use super::error::DocumentFileError;
use super::file_text::{FileText, LeftOut};
use super::text_of;
use crate::disclosure::{self, Disclosure, ReadingShare, snapshot};
use serde::{Deserialize, Serialize};

/// A file, read and parsed.
pub struct ReadDocument {
    /// Its disclosure.
    pub disclosure: Disclosure,
    /// What the file contains and the disclosure's text does not.
    pub left_out: Vec<LeftOut>,
    /// True where revisions that nobody has accepted were read as accepted.
    pub has_revisions: bool,
    /// How many of its numbers were understood.
    pub share: ReadingShare,
}

/// The message from the worker to the page: the text of the file, and a snapshot of the disclosure parsed from it.
#[derive(Serialize, Deserialize)]
struct Message {
    text: FileText,
    snapshot: Vec<u8>,
    // Counted in the worker, so that no page carries the code.
    share: ReadingShare,
}

/// Reads and parses the bytes of a file, with its password if it needs one. The answer is in bytes, for
/// [`decode_answer`].
pub fn read_encoded(bytes: Vec<u8>, password: &str, decoder: TextDecoder) -> Vec<u8> {
    let read = || {
        let text = text_of(bytes, password, decoder)?;
        let disclosure = disclosure::parse(&text.text)?;
        let snapshot = snapshot::encode(&disclosure).unwrap_or_default();
        Ok(Message { text, snapshot, share: ReadingShare::of(&disclosure) })
    };
    let answer: Result<Message, DocumentFileError> = read();
    postcard::to_allocvec(&answer).unwrap_or_default()
}

/// The document in an answer of [`read_encoded`]; None where the answer is damaged.
///
/// ```
/// use mingbai_core::document_file::{decode_answer, read_encoded};
///
/// let answer = read_encoded("某局\n收入预算2023年年初预算数100万元。".into(), "", &|_, _| Err(0));
/// let document = decode_answer(&answer).unwrap().unwrap();
/// assert_eq!(document.disclosure.lines[0].id.as_str(), "income");
///
/// let answer = read_encoded("从前有座山。".into(), "", &|_, _| Err(0));
/// assert_eq!(decode_answer(&answer).unwrap().err().unwrap().as_str(), "no_budget");
/// ```
pub fn decode_answer(answer: &[u8]) -> Option<Result<ReadDocument, DocumentFileError>> {
    let Message { text, snapshot, share } = match postcard::from_bytes(answer).ok()? {
        Ok(message) => message,
        Err(error) => return Some(Err(error)),
    };
    let disclosure = snapshot::decode(&snapshot, &text.text)?;
    Some(Ok(ReadDocument { disclosure, left_out: text.left_out, has_revisions: text.has_revisions, share }))
}
