//! Names that have lost something: they never count as new ones.

use super::names::{BUDGET, CLASSES, Entry, MORE_CLASSES, MORE_SOURCES, OPERATING, PROCUREMENT, SOURCES, THREE_PUBLIC};
use super::{LONGEST, bare_whole, line, stem};
use crate::disclosure::heading::Item;

/// True where `name` looks like a known name of `item` with pieces missing: a damaged text, not a new name.
pub fn resembles(item: Item, name: &str) -> bool {
    if name.is_empty() || name.len() > LONGEST {
        return false;
    }
    let with = |table: &'static [Entry], ending: &'static str| table.iter().map(move |(_, stems)| (*stems, ending));
    let bare = stem(name, &["预算", "数", "总额", "合计"]);
    let damaged = |(stems, ending): (&'static [&'static str], &'static str)| {
        stems.iter().any(|stem| {
            !whole_name(name, stem) && (missing_pieces(name, stem, ending) || missing_pieces(bare, stem, ending))
        })
    };
    match item {
        Item::Income => ["收入", "拨款", "资金", "收入资金", "拨款收入", "资金收入"]
            .iter()
            .any(|ending| with(&SOURCES, ending).chain(with(&MORE_SOURCES, ending)).any(damaged)),
        Item::Expenditure => with(&CLASSES, "支出").chain(with(&MORE_CLASSES, "支出")).any(damaged),
        Item::Operating => with(&OPERATING, "经费").any(damaged),
        Item::Procurement => with(&PROCUREMENT, "预算").any(damaged),
        _ => with(&BUDGET, "")
            .chain(with(&THREE_PUBLIC, "费"))
            .chain(with(&THREE_PUBLIC, "费用"))
            .chain(with(&OPERATING, "经费"))
            .any(damaged),
    }
}

/// True where `name` is what is left of a known name, or a known name with something before it that is none.
pub fn unclear(item: Item, name: &str) -> bool {
    if name.starts_with("主要") {
        return true; // what is left of 主要是
    }
    let rests = name.char_indices().skip(1).map(|(at, _)| &name[at..]);
    bare_whole(stem(name, &["预算", "资金", "拨款"]))
        || rests.take(20).any(|rest| !bare_whole(rest) && line(item, rest).is_some())
}

/// True where `name` is `stem` with the words behind it that any list may put there.
fn whole_name(name: &str, stem: &str) -> bool {
    const ENDINGS: [&str; 8] = ["收入", "拨款", "资金", "支出", "预算", "费用", "经费", "费"];
    let Some(mut rest) = name.strip_prefix(stem) else { return false };
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending)) {
        rest = shorter;
    }
    rest.is_empty()
}

/// True where `name` is `stem` + `ending` (or the stem alone) with some, but at most half, of its characters missing.
fn missing_pieces(name: &str, stem: &str, ending: &str) -> bool {
    let (known, found) = (stem.chars().count() + ending.chars().count(), name.chars().count());
    if found < 2 || found * 2 < known || found >= known {
        return false;
    }
    let mut rest = stem.chars().chain(ending.chars());
    name.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_pieces_missing_is_no_new_name() {
        assert!(resembles(Item::Expenditure, "社会保障和就支出"));
        assert!(resembles(Item::Expenditure, "住保障支出"));
        assert!(resembles(Item::Income, "业收入"));
        assert!(resembles(Item::ThreePublic, "公务接费"));
        assert!(resembles(Item::Appropriation, "目支出"));
        assert!(!resembles(Item::Expenditure, "事业单位经营支出"));
        assert!(!resembles(Item::Expenditure, "教育支出"), "whole names are known, not damaged");
        assert!(!resembles(Item::Income, "附属单位上缴收入"));
    }
}
