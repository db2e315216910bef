//! A disclosure as it is kept beside its text, so that whoever has both need not read the text again.
//!
//! In the `postcard` format. Words that stand in the text are kept as the place where they stand.

use super::line_id::LineId;
use super::model::Disclosure;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;

/// Raised whenever what is kept changes its shape.
const SHAPE: u32 = 1;

thread_local! {
    /// The text that is being kept or brought back.
    static SOURCE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What is written before what is kept of a text, in words: who has the same to say can bring it back.
pub fn mark(source: &str) -> String {
    format!("{SHAPE}.{}.", source.len())
}

/// What is kept of a disclosure, without its text.
pub fn keep(disclosure: &Disclosure) -> Option<Vec<u8>> {
    SOURCE.set(disclosure.source.clone());
    let kept = postcard::to_allocvec(disclosure).ok();
    SOURCE.take();
    kept
}

/// The disclosure of which this was kept, with its text; None where it is damaged.
pub fn bring_back(kept: &[u8], source: &str) -> Option<Disclosure> {
    SOURCE.set(source.to_owned());
    let disclosure = postcard::from_bytes::<Disclosure>(kept).ok();
    let source = SOURCE.take();
    disclosure.map(|disclosure| Disclosure { source, ..disclosure })
}

/// Words, as the place where they stand or as they are.
#[derive(Serialize, Deserialize)]
enum Kept {
    At(u32, u32),
    Else(String),
}

impl Kept {
    fn of(words: &str) -> Kept {
        let at = SOURCE.with_borrow(|source| source.find(words));
        // Three bytes say where.
        match at.and_then(|at| u32::try_from(at).ok()) {
            Some(at) if words.len() > 3 => Kept::At(at, words.len() as u32),
            _ => Kept::Else(words.to_owned()),
        }
    }

    fn words(self) -> Option<String> {
        match self {
            Kept::Else(words) => Some(words),
            Kept::At(at, len) => SOURCE.with_borrow(|source| {
                let (at, len) = (at as usize, len as usize);
                source.get(at..at.checked_add(len)?).map(str::to_owned)
            }),
        }
    }
}

/// For fields that hold words.
pub mod words {
    use super::*;

    /// Keeps words.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer>(words: &str, serializer: S) -> Result<S::Ok, S::Error> {
        Kept::of(words).serialize(serializer)
    }

    /// Brings words back.
    ///
    /// # Errors
    /// What the deserializer says, and where the text has no such place.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        let kept = Kept::deserialize(deserializer)?;
        kept.words().ok_or_else(|| serde::de::Error::custom("no such place in the text"))
    }
}

impl Serialize for LineId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        words::serialize(self.as_str(), serializer)
    }
}

impl<'de> Deserialize<'de> for LineId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LineId, D::Error> {
        words::deserialize(deserializer).map(LineId::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    #[test]
    fn what_was_kept_is_the_same_disclosure_again() {
        for folder in ["../../tests/family", "../../tests/examples", "../../data"] {
            for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
                if file.extension().is_none_or(|ending| ending != "txt") {
                    continue;
                }
                let Ok(disclosure) = parse(&std::fs::read_to_string(&file).unwrap()) else { continue };
                let kept = keep(&disclosure).unwrap();
                let again = bring_back(&kept, &disclosure.source).unwrap();
                assert_eq!(format!("{again:?}"), format!("{disclosure:?}"), "{}", file.display());
            }
        }
    }

    #[test]
    fn what_was_kept_is_small_and_where_it_is_damaged_not_taken() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let kept = keep(&disclosure).unwrap();
        assert!(kept.len() < 3500, "{} bytes", kept.len());
        assert!(bring_back(&kept, "另一份").is_none(), "places that the text does not have");
        for cut in 0..kept.len() {
            assert!(bring_back(&kept[..cut], &disclosure.source).is_none(), "cut at {cut}");
        }
    }
}
