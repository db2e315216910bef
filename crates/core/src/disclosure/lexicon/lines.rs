//! Names of budget lines → stable ids.

use super::super::word_list::{Prefixes, Suffixes};
use super::names::{BUDGET, CLASSES, LexiconEntry, OPERATING, PROCUREMENT, SOURCES, THREE_PUBLIC};
use super::stem::{MAX_NAME_LEN, find, stem};
use super::totals::{TOTAL_ENDINGS, TotalKind, total_kind};
use crate::disclosure::heading::Item;
use crate::disclosure::line_id::LineId;

/// The functional class called `name`, with or without 支出 behind it.
pub fn class(name: &str) -> Option<LineId> {
    const ENDINGS: Suffixes = Suffixes::new(&["支出", "预算", "数", "拨款", "总额", "合计", "资金"]);
    let bare = stem(name, &ENDINGS);
    // 其他 alone is not a class; 其他支出 is class 229.
    if bare == "其他" && !name.contains("支出") {
        return None;
    }
    find(&CLASSES, bare).map(LineId::known)
}

/// The source of income called `name`.
pub fn source(name: &str) -> Option<LineId> {
    const ENDINGS: Suffixes = Suffixes::new(&["收入", "拨款", "资金", "预算数", "款项", "收入预算", "合计", "总额"]);
    let bare = stem(name, &ENDINGS);
    if matches!(bare, "其他" | "事业" | "经营" | "结转" | "事业单位经营") && bare == name {
        return None;
    }
    find(&SOURCES, bare).map(LineId::known)
}

/// A line of section three.
fn budget(name: &str) -> Option<&'static str> {
    find(&BUDGET, stem(name, &TOTAL_ENDINGS))
}

/// “三公”经费 or one of its items.
fn three_public(name: &str) -> Option<&'static str> {
    const ENDINGS: Suffixes =
        Suffixes::new(&["费用", "经费", "费", "支出", "预算", "数", "总额", "合计", "年初", "安排", "总"]);
    let bare = stem(name, &ENDINGS);
    find(&THREE_PUBLIC, bare).or_else(|| find(&THREE_PUBLIC, stem(name, &TOTAL_ENDINGS)))
}

/// 机关运行经费.
fn operating(name: &str) -> Option<&'static str> {
    const ENDINGS: Suffixes = Suffixes::new(&["经费", "支出", "预算", "数", "总额", "合计", "年初", "安排", "总"]);
    if !name.contains("运行经费") {
        return None;
    }
    find(&OPERATING, stem(name, &ENDINGS))
}

/// The budget line that `name` means in `item`; None where the name is unknown there.
pub fn line(item: Item, name: &str) -> Option<LineId> {
    if name.is_empty() || name.len() > MAX_NAME_LEN {
        return None;
    }
    let total = total_kind(name);
    match item {
        Item::Income => match total {
            Some(TotalKind::Item | TotalKind::Income | TotalKind::CurrentYearIncome) => Some(LineId::known("income")),
            Some(TotalKind::Expenditure | TotalKind::CurrentYearExpenditure) => None,
            None => source(name),
        },
        Item::Expenditure => match total {
            Some(TotalKind::Item | TotalKind::Expenditure | TotalKind::CurrentYearExpenditure) => {
                Some(LineId::known("expenditure"))
            }
            Some(TotalKind::Income | TotalKind::CurrentYearIncome) => None,
            None => class(name),
        },
        Item::Appropriation => match name {
            "支出" => Some(LineId::known("appropriation")),
            "收入" => Some(LineId::known("appropriation.income")),
            _ => anywhere(name),
        },
        Item::Procurement | Item::Performance | Item::Assets => None,
        Item::ThreePublic if total == Some(TotalKind::Item) => Some(LineId::known("three_public")),
        Item::Operating if total == Some(TotalKind::Item) => Some(LineId::known("operating")),
        // Where the headings are lost, 政府性基金预算拨款 may be a source of income.
        _ => anywhere(name)
            .filter(|id| {
                name.contains("安排")
                    || !["government_fund", "state_capital"].iter().any(|fund| id.as_str().starts_with(fund))
            })
            .or(match total {
                Some(TotalKind::Income | TotalKind::CurrentYearIncome) => Some(LineId::known("income")),
                Some(TotalKind::Expenditure | TotalKind::CurrentYearExpenditure) => Some(LineId::known("expenditure")),
                _ => None,
            }),
    }
}

/// The line of a name that means the same in every item.
fn anywhere(name: &str) -> Option<LineId> {
    budget(name).or_else(|| three_public(name)).or_else(|| operating(name)).map(LineId::known)
}

/// True for a name of section three, which is neither a source nor a class.
pub fn is_in_section_three(name: &str) -> bool {
    name.len() <= MAX_NAME_LEN && anywhere(name).is_some()
}

/// The line that a component of a change names; any item may mention any line.
pub fn component(item: Item, name: &str) -> Option<LineId> {
    if name.len() > MAX_NAME_LEN {
        return None;
    }
    let listed = match item {
        Item::Income => source(name).or_else(|| class(name)),
        _ => class(name),
    };
    let elsewhere = || budget(name).or_else(|| three_public(name)).map(LineId::known);
    listed.or_else(elsewhere).or_else(|| source(name))
}

/// The procurement line called `name`: the suffix of its id, and whether the name itself limits it to 一般公共预算拨款.
pub fn procurement(name: &str) -> Option<(&'static str, bool)> {
    const ENDINGS: Suffixes =
        Suffixes::new(&["支出", "预算", "数", "总额", "额", "合计", "总", "年初", "安排", "资金"]);
    if name.len() > MAX_NAME_LEN {
        return None;
    }
    let bare = stem(name, &ENDINGS);
    find(&PROCUREMENT, bare).map(|suffix| (suffix, name.starts_with("一般公共预算")))
}

/// True where `text` begins with a known name: two lines without a mark between them (事业收入0事业单位经营收入0).
pub fn begins_name(text: &str) -> bool {
    const OF_SOURCES: Prefixes = Prefixes::new(&["收入", "拨款", "资金"]);
    let behind = |table: &[LexiconEntry], may_follow: fn(&str) -> bool| {
        let stems = |(_, stems): &LexiconEntry| stems.find_all(text).any(|stem| may_follow(&text[stem.len()..]));
        table.iter().any(stems)
    };
    behind(&SOURCES, |rest| OF_SOURCES.begin(rest))
        || behind(&CLASSES, |rest| rest.starts_with("支出"))
        || behind(&BUDGET, |_| true)
        || behind(&THREE_PUBLIC, |rest| rest.starts_with('费'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_many_names() {
        for name in ["一般公共服务支出", "一般公共支出预算", "一般公共服务支出预算", "一般公共服务"]
        {
            assert_eq!(class(name).unwrap(), "expenditure.201", "{name}");
        }
        assert_eq!(class("文化体育与传媒支出").unwrap(), "expenditure.207");
        assert_eq!(class("其他支出").unwrap(), "expenditure.229");
        assert_eq!(class("社会保障和就业支"), None);
        assert_eq!(class("其他"), None);
    }

    #[test]
    fn a_source_has_many_names() {
        for name in ["一般公共预算拨款", "一般公共预算财政拨款收入", "一般公共预算经费拨款", "一般公共预算拨款收入"]
        {
            assert_eq!(source(name).unwrap(), "income.general_public_budget", "{name}");
        }
        assert_eq!(source("事业收入资金").unwrap(), "income.institutional");
        assert_eq!(source("上年结转资金").unwrap(), "income.carryover");
        assert_eq!(source("事业单位经营收入").unwrap(), "income.institutional_business");
        assert_eq!(source("人员经费拨款"), None);
    }

    #[test]
    fn a_total_has_many_names() {
        for name in
            ["收入", "收入预算", "年初预算数", "收入合计", "本年收入", "部门收入预算数", "预算收入总额", "总收入"]
        {
            assert_eq!(line(Item::Income, name).unwrap(), "income", "{name}");
        }
        for name in ["支出", "支出预算", "支出合计", "本年支出", "年初预算数"] {
            assert_eq!(line(Item::Expenditure, name).unwrap(), "expenditure", "{name}");
        }
        assert_eq!(line(Item::Income, "财政拨款收入"), None);
        assert_eq!(line(Item::ThreePublic, "三公经费年初预算数").unwrap(), "three_public");
        assert_eq!(line(Item::Operating, "一般公共预算财政拨款运行经费").unwrap(), "operating");
    }

    #[test]
    fn the_same_word_means_another_line_in_another_item() {
        assert_eq!(line(Item::Income, "政府性基金预算拨款").unwrap(), "income.government_fund");
        assert_eq!(line(Item::Appropriation, "政府性基金预算拨款").unwrap(), "government_fund");
        assert_eq!(line(Item::Expenditure, "基本支出"), None, "section two divides by class");
        assert_eq!(line(Item::ThreePublic, "公务用车"), None, "cars are not money");
    }
}
