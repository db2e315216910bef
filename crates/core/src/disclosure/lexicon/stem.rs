//! Stems: names without the words that any list may put behind them.

use super::super::word_list::Suffixes;
use super::names::LexiconEntry;

/// The length in bytes of the longest line name; anything longer is a sentence.
pub const MAX_NAME_LEN: usize = 120;

/// `name` without any of `endings`, repeatedly; never empty.
pub fn stem<'a>(name: &'a str, endings: &Suffixes) -> &'a str {
    let mut stem = name;
    while let Some(shorter) = endings.strip(stem).filter(|shorter| !shorter.is_empty()) {
        stem = shorter;
    }
    stem
}

/// The id of `stem` in a table of names.
pub fn find(table: &'static [LexiconEntry], stem: &str) -> Option<&'static str> {
    table.iter().find(|(_, stems)| stems.contain(stem)).map(|(id, _)| *id)
}
