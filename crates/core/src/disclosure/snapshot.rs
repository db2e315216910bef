//! Binary snapshots of parsed disclosures: a page contains one next to its text, so that the browser does not parse it.
//!
//! The format is `postcard`. Words that occur in the source are stored as slices of it.
//!
//! ```
//! use mingbai_core::disclosure::{parse, snapshot};
//!
//! let disclosure = parse("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。")?;
//! let bytes = snapshot::encode(&disclosure).unwrap();
//! let decoded = snapshot::decode(&bytes, disclosure.published_text()).unwrap();
//! assert_eq!(decoded.lines[0].amount, disclosure.lines[0].amount);
//! # Ok::<(), mingbai_core::disclosure::ParseError>(())
//! ```

use super::Disclosure;
use super::direction_marks::with_visible_direction_marks;
use super::source_text::with_source;
use std::borrow::Cow;

/// Incremented whenever the format changes.
const FORMAT_VERSION: u32 = 1;

/// The prefix of a snapshot of `source`: it differs where the format or the source has changed.
pub fn prefix(source: &str) -> String {
    format!("{FORMAT_VERSION}.{}.", source.len())
}

/// Encodes a disclosure without its source; None where a value does not fit the format.
pub fn encode(disclosure: &Disclosure) -> Option<Vec<u8>> {
    with_source(disclosure.source.clone(), || postcard::to_allocvec(disclosure).ok()).0
}

/// Decodes a snapshot of the disclosure that was published with this text; None where it is damaged.
pub fn decode(bytes: &[u8], published: &str) -> Option<Disclosure> {
    let source = with_visible_direction_marks(published);
    let other = matches!(source, Cow::Owned(_)).then(|| published.to_owned());
    let (disclosure, source) = with_source(source.into_owned(), || postcard::from_bytes::<Disclosure>(bytes).ok());
    disclosure.map(|disclosure| Disclosure { source, published: other, ..disclosure })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    #[test]
    fn a_decoded_snapshot_is_the_same_disclosure() {
        for folder in ["../../tests/family", "../../tests/examples", "../../data"] {
            for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
                if file.extension().is_none_or(|extension| extension != "txt") {
                    continue;
                }
                let Ok(disclosure) = parse(&std::fs::read_to_string(&file).unwrap()) else { continue };
                let decoded = decode(&encode(&disclosure).unwrap(), disclosure.published_text()).unwrap();
                assert_eq!(format!("{decoded:?}"), format!("{disclosure:?}"), "{}", file.display());
            }
        }
    }

    #[test]
    fn a_text_that_turns_its_direction_is_the_same_after_decoding() {
        let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，其中公务接待费\u{202e}4.34万元。";
        let disclosure = parse(text).unwrap();
        assert_eq!(disclosure.published_text(), text);
        let decoded = decode(&encode(&disclosure).unwrap(), text).unwrap();
        assert_eq!(format!("{decoded:?}"), format!("{disclosure:?}"));
        assert!(disclosure.source.contains("公务接待费⇐4.34万元"));
    }

    #[test]
    fn a_snapshot_is_small_and_a_damaged_one_is_rejected() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let bytes = encode(&disclosure).unwrap();
        assert!(bytes.len() < 3500, "{} bytes", bytes.len());
        assert!(decode(&bytes, "另一份").is_none(), "slices that the source does not have");
        for len in 0..bytes.len() {
            assert!(decode(&bytes[..len], &disclosure.source).is_none(), "the first {len} bytes");
        }
    }
}
