//! Names of budget lines ↔ stable ids.
//!
//! Documents write one name in many ways: 教育, 教育支出, 教育支出预算; 收入, 收入预算, 预算收入合计. So a name is compared by
//! its stem, without the words that any list may put behind it. What is neither known nor a plausible new name is not
//! understood; a name that looks like a known one with pieces missing ([`resembles`]) never counts as a new one.

mod counts;
mod damage;
mod names;

pub use counts::{post, vehicle};
pub use damage::{resembles, unclear};

use super::heading::Item;
use super::line_id::LineId;
use names::{BUDGET, CLASSES, Entry, OPERATING, PROCUREMENT, SOURCES, THREE_PUBLIC};

/// No name of a line is longer than this many bytes; what is longer is a sentence.
const LONGEST: usize = 120;

/// Words behind the name of a whole, or before it, that say nothing of what it is.
const TOTALS: [&str; 15] =
    ["年初", "初", "预算", "总额", "总数", "总计", "合计", "共计", "全年", "年度", "安排", "总", "数", "额", "共"];

/// `name` without these words behind it; never empty.
fn stem<'a>(name: &'a str, endings: &[&str]) -> &'a str {
    let mut stem = name;
    while let Some(shorter) =
        endings.iter().find_map(|ending| stem.strip_suffix(ending)).filter(|shorter| !shorter.is_empty())
    {
        stem = shorter;
    }
    stem
}

fn find(table: &'static [Entry], stem: &str) -> Option<&'static str> {
    table.iter().find(|(_, stems)| stems.contains(&stem)).map(|(id, _)| *id)
}

/// What a name is the whole of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    Income,
    Expenditure,
    /// 本年收入, 本年支出: the whole, or the whole without what was carried over.
    CurrentIncome,
    CurrentExpenditure,
    /// 年初预算数: the item that it stands in says of what.
    OfItem,
}

/// The whole that `name` means: 收入, 收入预算数, 预算收入合计, 本年支出, 年初预算数.
fn whole(name: &str) -> Option<Whole> {
    let mut rest = stem(name, &TOTALS);
    while let Some(shorter) = TOTALS
        .iter()
        .chain(&["部门", "单位"])
        .find_map(|word| rest.strip_prefix(word))
        .filter(|shorter| !shorter.is_empty())
    {
        rest = shorter;
    }
    match rest {
        "收入" => Some(Whole::Income),
        "支出" => Some(Whole::Expenditure),
        "本年收入" => Some(Whole::CurrentIncome),
        "本年支出" => Some(Whole::CurrentExpenditure),
        _ if TOTALS.contains(&rest) => Some(Whole::OfItem),
        _ => None,
    }
}

/// True for 收入 and 支出 alone: a whole where none was stated, else what is left of a longer name.
pub fn bare_whole(name: &str) -> bool {
    matches!(name, "收入" | "支出")
}

/// The functional class of this name, with or without 支出 behind it.
pub fn class(name: &str) -> Option<LineId> {
    let bare = stem(name, &["支出", "预算", "数", "拨款", "总额", "合计", "资金"]);
    // 其他 alone says nothing; 其他支出 is class 229.
    if bare == "其他" && !name.contains("支出") {
        return None;
    }
    find(&CLASSES, bare).map(LineId::known)
}

/// The source of income of this name.
pub fn source(name: &str) -> Option<LineId> {
    let bare = stem(name, &["收入", "拨款", "资金", "预算数", "款项", "收入预算", "合计", "总额"]);
    if matches!(bare, "其他" | "事业" | "经营" | "结转" | "事业单位经营") && bare == name {
        return None;
    }
    find(&SOURCES, bare).map(LineId::known)
}

fn budget(name: &str) -> Option<&'static str> {
    find(&BUDGET, stem(name, &TOTALS))
}

fn three_public(name: &str) -> Option<&'static str> {
    let bare = stem(name, &["费用", "经费", "费", "支出", "预算", "数", "总额", "合计", "年初", "安排", "总"]);
    find(&THREE_PUBLIC, bare).or_else(|| find(&THREE_PUBLIC, stem(name, &TOTALS)))
}

fn operating(name: &str) -> Option<&'static str> {
    if !name.contains("运行经费") {
        return None;
    }
    find(&OPERATING, stem(name, &["经费", "支出", "预算", "数", "总额", "合计", "年初", "安排", "总"]))
}

/// The budget line that `name` means in `item`; None where the name is not known there.
pub fn line(item: Item, name: &str) -> Option<LineId> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let whole = whole(name);
    match item {
        Item::Income => match whole {
            Some(Whole::OfItem | Whole::Income) => Some(LineId::known("income")),
            Some(Whole::CurrentIncome) => Some(LineId::known("income")),
            Some(Whole::Expenditure | Whole::CurrentExpenditure) => None,
            None => source(name),
        },
        Item::Expenditure => match whole {
            Some(Whole::OfItem | Whole::Expenditure) => Some(LineId::known("expenditure")),
            Some(Whole::CurrentExpenditure) => Some(LineId::known("expenditure")),
            Some(Whole::Income | Whole::CurrentIncome) => None,
            None => class(name),
        },
        Item::Appropriation => match name {
            "支出" => Some(LineId::known("appropriation")),
            "收入" => Some(LineId::known("appropriation.income")),
            _ => anywhere(name),
        },
        Item::Procurement | Item::Performance | Item::Assets => None,
        Item::ThreePublic if whole == Some(Whole::OfItem) => Some(LineId::known("three_public")),
        Item::Operating if whole == Some(Whole::OfItem) => Some(LineId::known("operating")),
        // Where the headings are lost, 政府性基金预算拨款 may be a source of income.
        _ => anywhere(name)
            .filter(|id| {
                name.contains("安排")
                    || !["government_fund", "state_capital"].iter().any(|fund| id.as_str().starts_with(fund))
            })
            .or(match whole {
                Some(Whole::Income | Whole::CurrentIncome) => Some(LineId::known("income")),
                Some(Whole::Expenditure | Whole::CurrentExpenditure) => Some(LineId::known("expenditure")),
                _ => None,
            }),
    }
}

/// Names that mean the same line wherever they stand.
fn anywhere(name: &str) -> Option<LineId> {
    budget(name).or_else(|| three_public(name)).or_else(|| operating(name)).map(LineId::known)
}

/// True for a name of section three, which is no source and no class.
pub fn of_budget(name: &str) -> bool {
    name.len() <= LONGEST && anywhere(name).is_some()
}

/// True for 本年收入 and 本年支出, which are not the whole where another whole is stated.
pub fn current_year(name: &str) -> bool {
    matches!(whole(name), Some(Whole::CurrentIncome | Whole::CurrentExpenditure))
}

/// The line that a component of a change names, wherever it stands.
pub fn component(item: Item, name: &str) -> Option<LineId> {
    if name.len() > LONGEST {
        return None;
    }
    let listed = match item {
        Item::Income => source(name).or_else(|| class(name)),
        _ => class(name),
    };
    let elsewhere = || budget(name).or_else(|| three_public(name)).map(LineId::known);
    listed.or_else(elsewhere).or_else(|| source(name))
}

/// A procurement line: the ending of its id, with whether the name itself limits it to 一般公共预算拨款.
pub fn procurement(name: &str) -> Option<(&'static str, bool)> {
    if name.len() > LONGEST {
        return None;
    }
    let bare = stem(name, &["支出", "预算", "数", "总额", "额", "合计", "总", "年初", "安排", "资金"]);
    find(&PROCUREMENT, bare).map(|ending| (ending, name.starts_with("一般公共预算")))
}

/// True where a known name begins here: two lines with no mark between them (事业收入0事业单位经营收入0).
pub fn begins_name(text: &str) -> bool {
    let with = |table: &'static [Entry], ending: &'static str| {
        table
            .iter()
            .flat_map(|(_, stems)| stems.iter())
            .any(|stem| text.strip_prefix(stem).is_some_and(|rest| rest.starts_with(ending)))
    };
    with(&SOURCES, "收入")
        || with(&SOURCES, "拨款")
        || with(&SOURCES, "资金")
        || with(&CLASSES, "支出")
        || with(&BUDGET, "")
        || with(&THREE_PUBLIC, "费")
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
    fn a_whole_has_many_names() {
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
        assert_eq!(line(Item::ThreePublic, "公务用车"), None, "cars are no money");
    }
}
