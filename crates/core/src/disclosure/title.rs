//! The title of a document: 2023年部门预算情况说明.

use super::heading;
use super::word_list::{Prefixes, Suffixes};
use super::year::{YearMention, parse_year, years};
use std::ops::Range;

/// How many paragraphs are searched for the title.
pub const SEARCHED_PARAGRAPHS: usize = 24;

/// The parts of a document's title.
pub struct DocumentTitle {
    /// The year.
    pub year: i32,
    /// Where the title itself begins, behind the institution's name if that comes first.
    pub at: usize,
    /// The institution's name before the year, or behind it: 2024年某区水利局部门预算情况说明. Empty where there is none.
    pub institution: Range<usize>,
    /// True for a settlement of accounts (决算).
    pub is_settlement: bool,
    /// True for the budget of a single unit (单位预算).
    pub is_unit_budget: bool,
}

/// Words behind the year of a title without 年.
const KINDS: Prefixes = Prefixes::new(&["部门", "单位"]);
/// Words that a title ends with.
const ENDINGS: Suffixes = Suffixes::new(&["说明", "公开", "报告", "情况"]);

/// Parses a paragraph as the document's title; None where it is not a title.
pub fn parse(text: &str) -> Option<DocumentTitle> {
    let is_closed = |text: &str| ENDINGS.end(text.trim_end_matches([')', '(']));
    if !is_closed(text) || text.chars().nth(60).is_some() || text.contains(['。', ';', ',']) {
        return None;
    }
    // 2023部门预算情况说明: 年 is missing.
    let without_suffix = || {
        let at = text.find(|c: char| c.is_ascii_digit())?;
        let year = parse_year(text.get(at..at + 4)?)?;
        KINDS.begin(&text[at + 4..]).then_some(YearMention { year, range: at..at + 4 })
    };
    let YearMention { year, range: Range { start: at, end: behind } } = years(text).next().or_else(without_suffix)?;
    let name_len = ["部门预算", "单位预算"].iter().filter_map(|word| text[behind..].rfind(word)).min();
    let name_len = name_len.filter(|&len| can_only_be_institution(&text[behind..behind + len])).unwrap_or(0);
    let rest = &text[behind + name_len..];
    let institution = if name_len > 0 { behind..behind + name_len } else { 0..text[..at].trim_end().len() };
    let is_settlement = rest.contains("决算");
    let names_budget = is_settlement || rest.contains("预算");
    // 2022年预算执行情况 is about the year before.
    if !(names_budget && is_closed(rest)) || rest.contains("执行") || rest.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let is_unit_budget = rest.contains("单位") && !rest.contains("部门");
    Some(DocumentTitle { year, at, institution, is_settlement, is_unit_budget })
}

/// True for a character that a title may end with.
pub fn may_end_with(last: char) -> bool {
    matches!(last, '明' | '开' | '告' | '况' | '(' | ')')
}

/// Words between the year and 部门预算 that can only be the institution's name.
fn can_only_be_institution(words: &str) -> bool {
    const MONEY: Prefixes = Prefixes::new(&["预算", "收支", "收入", "支出"]);
    words.chars().count() >= 4 && !MONEY.occur_in(words)
}

/// True for a short paragraph that is neither a sentence nor a heading, and contains neither an amount nor a year.
/// Other numbers may be part of a name (第1中学).
pub fn may_be_institution(text: &str) -> bool {
    (2..=40).contains(&text.chars().count())
        && heading::enumerator(text).len == 0
        && heading::section(text).is_none()
        && heading::item(text).is_none()
        && !text.contains(['。', ',', ';', ':'])
        && !text.starts_with('(')
        && !text.contains("万元")
        && !text.contains('年')
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_title_has_a_year_and_a_kind() {
        let title = parse("2022年单位预算情况说明").unwrap();
        assert_eq!((title.year, title.is_unit_budget, title.is_settlement), (2022, true, false));
        let title = parse("2024年某区示例水利局03部门预算情况说明").unwrap();
        assert_eq!(&"2024年某区示例水利局03部门预算情况说明"[title.institution], "某区示例水利局03");
        assert!(parse("2022年年初部门预算情况说明").unwrap().institution.is_empty());
        assert!(parse("某局2022年部门决算公开说明").unwrap().is_settlement);
        assert!(parse("2022年支出预算100万元").is_none());
    }
}
