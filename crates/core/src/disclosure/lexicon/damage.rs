//! Damaged names: known names with characters missing. They never count as new names.

use super::super::word_list::Suffixes;
use super::lines::line;
use super::names::{
    BUDGET, CLASSES, LexiconEntry, MORE_CLASSES, MORE_SOURCES, OPERATING, PROCUREMENT, SOURCES, THREE_PUBLIC,
};
use super::stem::{MAX_NAME_LEN, stem};
use super::totals::is_bare_total;
use crate::disclosure::heading::Item;

/// True where `name` looks like a known name of `item` with characters missing.
pub fn resembles(item: Item, name: &str) -> bool {
    if name.is_empty() || name.len() > MAX_NAME_LEN {
        return false;
    }
    let with = |table: &'static [LexiconEntry], ending: &'static str| {
        table.iter().map(move |(_, stems)| (stems.words(), ending))
    };
    const BARE_ENDINGS: Suffixes = Suffixes::new(&["预算", "数", "总额", "合计"]);
    let bare = stem(name, &BARE_ENDINGS);
    let damaged = |(stems, ending): (&'static [&'static str], &'static str)| {
        stems.iter().any(|stem| {
            !is_undamaged(name, stem) && (lacks_characters(name, stem, ending) || lacks_characters(bare, stem, ending))
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

/// True where `name` is the rest of a known name, or ends with a known name behind other words.
pub fn is_unclear(item: Item, name: &str) -> bool {
    if name.starts_with("主要") {
        return true; // the rest of 主要是
    }
    const BARE_ENDINGS: Suffixes = Suffixes::new(&["预算", "资金", "拨款"]);
    let endings = name.char_indices().skip(1).map(|(at, _)| &name[at..]);
    is_bare_total(stem(name, &BARE_ENDINGS))
        || endings.take(20).any(|ending| !is_bare_total(ending) && line(item, ending).is_some())
}

/// True where `name` is `stem` with words behind it that any list may put there.
fn is_undamaged(name: &str, stem: &str) -> bool {
    const ENDINGS: Suffixes = Suffixes::new(&["收入", "拨款", "资金", "支出", "预算", "费用", "经费", "费"]);
    let Some(mut rest) = name.strip_prefix(stem) else { return false };
    while let Some(shorter) = ENDINGS.strip(rest) {
        rest = shorter;
    }
    rest.is_empty()
}

/// True where `name` is `stem` + `ending` (or the stem alone) with some, but at most half, of its characters missing.
fn lacks_characters(name: &str, stem: &str, ending: &str) -> bool {
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
    fn a_name_with_characters_missing_is_damaged() {
        assert!(resembles(Item::Expenditure, "社会保障和就支出"));
        assert!(resembles(Item::Expenditure, "住保障支出"));
        assert!(resembles(Item::Income, "业收入"));
        assert!(resembles(Item::ThreePublic, "公务接费"));
        assert!(resembles(Item::Appropriation, "目支出"));
        assert!(!resembles(Item::Expenditure, "事业单位经营支出"));
        assert!(!resembles(Item::Expenditure, "教育支出"), "complete names are known, not damaged");
        assert!(!resembles(Item::Income, "附属单位上缴收入"));
    }
}
