//! Names of totals: 收入预算, 本年支出, 年初预算数.

use super::super::word_list::{Prefixes, Suffixes};
use super::stem::stem;

/// Words before or behind the name of a total that do not identify it.
const TOTAL_WORDS: [&str; 15] =
    ["年初", "初", "预算", "总额", "总数", "总计", "合计", "共计", "全年", "年度", "安排", "总", "数", "额", "共"];
/// The words behind the name of a total.
pub const TOTAL_ENDINGS: Suffixes = Suffixes::new(&TOTAL_WORDS);

/// What a name is the total of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalKind {
    /// 收入.
    Income,
    /// 支出.
    Expenditure,
    /// 本年收入: all income, or all but what was carried over.
    CurrentYearIncome,
    /// 本年支出: all expenditure, or all but what was carried over.
    CurrentYearExpenditure,
    /// 年初预算数: the total of the item that it is part of.
    Item,
}

/// The total that `name` means: 收入, 收入预算数, 预算收入合计, 本年支出, 年初预算数. None for any other name.
pub fn total_kind(name: &str) -> Option<TotalKind> {
    const BEFORE: Prefixes = Prefixes::new(&TOTAL_WORDS);
    const OFFICES: Prefixes = Prefixes::new(&["部门", "单位"]);
    let mut rest = stem(name, &TOTAL_ENDINGS);
    let without_word = |name| BEFORE.strip(name).or_else(|| OFFICES.strip(name));
    while let Some(shorter) = without_word(rest).filter(|shorter| !shorter.is_empty()) {
        rest = shorter;
    }
    match rest {
        "收入" => Some(TotalKind::Income),
        "支出" => Some(TotalKind::Expenditure),
        "本年收入" => Some(TotalKind::CurrentYearIncome),
        "本年支出" => Some(TotalKind::CurrentYearExpenditure),
        _ if TOTAL_WORDS.contains(&rest) => Some(TotalKind::Item),
        _ => None,
    }
}

/// True for 收入 and 支出 alone: the total where none was stated, otherwise the rest of a damaged name.
pub fn is_bare_total(name: &str) -> bool {
    matches!(name, "收入" | "支出")
}

/// True for 本年收入 and 本年支出, which are not the total where another total is stated.
pub fn is_current_year_total(name: &str) -> bool {
    matches!(total_kind(name), Some(TotalKind::CurrentYearIncome | TotalKind::CurrentYearExpenditure))
}
