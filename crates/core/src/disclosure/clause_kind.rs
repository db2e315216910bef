//! What a clause says, told from its own words.
//!
//! A budget sentence is a row of clauses: an amount (公务接待费9.3万元), a change (比2022年减少27.7万元), a reason, a purpose.
//! What a clause says is told here; what it belongs to is told by the sentence (see [`super::sentence_parser`]).

use super::clause;
use super::comparison::{self, Base, direction};
use super::heading;
use super::model::Direction;
use super::normalization::Normal;
use super::number::{self, Measure, Number};
use std::ops::Range;

/// A number with what it measures, inside a clause.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The number.
    pub number: Number,
    /// What it measures.
    pub measure: Measure,
    /// Number and unit.
    pub range: Range<usize>,
}

/// What a clause says.
#[derive(Clone, Debug)]
pub enum Says {
    /// A name and an amount of money, with what stands in brackets behind it.
    Amount { label: Range<usize>, quantity: Quantity, note: Option<Range<usize>> },
    /// A difference against a base; the name before the comparison may be empty.
    Change { label: Range<usize>, base: Option<Base>, direction: Direction, quantity: Option<Quantity> },
    /// A name and a number of people or things.
    Count { label: Range<usize>, quantity: Quantity },
    /// 主要原因是 and the first words behind it.
    Reason(Range<usize>),
    /// 主要用于 and the first words behind it.
    Purpose(Range<usize>),
    /// Nothing is planned from a source: 无使用政府性基金预算拨款安排的支出.
    None,
    /// A part of a hundred beside a change: 下降19%.
    Percent,
    /// Other words.
    Words,
}

const REASONS: [&str; 21] = [
    "主要原因是因为",
    "主要原因在于",
    "主要原因是",
    "主要原因为",
    "主要原因系",
    "主要原因",
    "主要是因为",
    "主要是因",
    "主要是",
    "主要系",
    "主要为",
    "主要由于",
    "主要因为",
    "变动原因是",
    "变动原因为",
    "变动原因",
    "变化原因是",
    "变化原因",
    "原因是",
    "原因为",
    "原因系",
];
const PURPOSES: [&str; 4] = ["主要用于", "主要是用于", "主要用作", "用于"];

/// A number and its unit at byte `at`, where one stands there.
pub fn quantity_at(normal: &Normal, at: usize, end: usize) -> Option<Quantity> {
    let bytes = normal.text.as_bytes();
    let digit = *bytes.get(at).filter(|_| at < end)?;
    if !(digit.is_ascii_digit() || digit == b'-' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)) {
        return None;
    }
    let number = number::number_at(normal, at);
    if number.range.end > end {
        return None;
    }
    let (measure, len) = number::measure_at(&normal.text, number.range.end);
    let stop = (number.range.end + len).min(end);
    Some(Quantity { range: at..stop, number, measure })
}

/// What a clause says, from its own words.
pub fn says(normal: &Normal, range: Range<usize>) -> Says {
    let clause = &normal.text[range.clone()];
    if let Some(lead) = REASONS.iter().find(|lead| clause.starts_with(**lead)) {
        // 主要是用于 is no reason.
        if !PURPOSES.iter().any(|lead| clause.starts_with(lead)) {
            return Says::Reason(range.start + lead.len()..range.end);
        }
    }
    if let Some(lead) = PURPOSES.iter().find(|lead| clause.starts_with(**lead)) {
        return Says::Purpose(range.start + lead.len()..range.end);
    }
    if clause.starts_with("主要") {
        // 主要一般公共预算拨款减少0.98万元: a reason whose 是 was left out.
        let rest = range.start + "主要".len()..range.end;
        if let Some(Says::Change { base: None, .. }) = change(normal, rest.clone()) {
            return Says::Reason(rest);
        }
    }
    if let Some(change) = change(normal, range.clone()) {
        return change;
    }
    if nothing(clause) {
        return Says::None;
    }
    measured(normal, range.clone()).unwrap_or(Says::Words)
}

/// 无使用政府性基金预算拨款安排的支出 and its kin.
fn nothing(clause: &str) -> bool {
    let after_year = clause.rfind('年').map_or(clause, |at| &clause[at + '年'.len_utf8()..]);
    !after_year.bytes().any(|b| b.is_ascii_digit())
        && ["无", "没有", "未使用", "未安排", "不涉及"].iter().any(|word| after_year.contains(word))
        && ["政府性基金", "国有资本经营预算"].iter().any(|word| after_year.contains(word))
}

/// Where a change's name ends, what it is compared with, and where its direction begins.
type Compared = (Range<usize>, Option<Base>, usize);

/// A clause as a change.
fn change(normal: &Normal, range: Range<usize>) -> Option<Says> {
    let text = &normal.text;
    let (label, base, from) = compared(text, range.clone())
        .or_else(|| comparator_missing(text, range.clone()))
        .or_else(|| base_missing(normal, range.clone()))?;
    let (direction, len) = direction(&text[from..range.end])?;
    let at = from + len;
    let quantity = quantity_at(normal, at, range.end);
    let end = quantity.as_ref().map_or(at, |quantity| quantity.range.end);
    // 万元万元 is a slip of the pen.
    let rest = text[end..range.end].trim_end_matches(['左', '右']).trim_start_matches("万元");
    let bracketed = rest.starts_with('(') && clause::bracket(rest) == Some(rest.len());
    let money = match &quantity {
        Some(quantity) => match quantity.measure {
            Measure::Money(_) => true,
            Measure::Bare => rest.is_empty() || bracketed,
            Measure::Percent if rest.is_empty() => return Some(Says::Percent),
            _ => false,
        },
        None => false,
    };
    match direction {
        Direction::Flat
            if quantity.is_none()
                && (rest.is_empty() || rest == "的" || bracketed)
                && (base.is_some() || label.is_empty()) =>
        {
            Some(Says::Change { label, base, direction, quantity: None })
        }
        Direction::Flat => None,
        _ if money && (rest.is_empty() || bracketed || rest == "等") => {
            Some(Says::Change { label, base, direction, quantity })
        }
        _ => None,
    }
}

/// 收入较去年增加.
fn compared(text: &str, range: Range<usize>) -> Option<Compared> {
    let clause = &text[range.clone()];
    clause.match_indices(['比', '较', '与', '和', '同', '相']).find_map(|(at, _)| {
        let at = range.start + at;
        let base = comparison::base(text, at..range.end)?;
        let from = base.end;
        direction(&text[from..range.end])?;
        Some((range.start..at, Some(base), from))
    })
}

/// The comparator is missing: 支出预算2022年增加.
fn comparator_missing(text: &str, range: Range<usize>) -> Option<Compared> {
    let clause = &text[range.clone()];
    clause.match_indices('年').find_map(|(at, _)| {
        let at = (range.start + at).checked_sub(4).filter(|&at| at >= range.start && text.is_char_boundary(at))?;
        let (year, len) = heading::year(&text[at..range.end])?;
        direction(&text[at + len..range.end])?;
        // 20222年 is no year.
        if text[range.start..at].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let base = Base { range: at..at + len, end: at + len, year: Some(year), last: false };
        Some((range.start..at, Some(base), at + len))
    })
}

/// 基本支出增加174.78万元: the direction is the last one, with an amount right behind it. Or 持平, and nothing else.
fn base_missing(normal: &Normal, range: Range<usize>) -> Option<Compared> {
    let clause = &normal.text[range.clone()];
    if let Some((Direction::Flat, len)) = direction(clause)
        && len == clause.len()
    {
        return Some((range.start..range.start, None, range.start));
    }
    let at = comparison::last_direction(clause)?;
    let (_, len) = direction(&clause[at..])?;
    quantity_at(normal, range.start + at + len, range.end)?;
    Some((range.start..range.start + at, None, range.start + at))
}

/// A clause that ends with an amount or a count.
fn measured(normal: &Normal, range: Range<usize>) -> Option<Says> {
    let text = &normal.text;
    let (body, note) = match trailing_bracket(&text[range.clone()]) {
        Some(at) => (range.start..range.start + at, Some(range.start + at + 1..range.end - 1)),
        None => (range.clone(), None),
    };
    let last = number::numbers(normal, body.clone()).last()?;
    let quantity = quantity_at(normal, last.range.start, body.end)?;
    let label = range.start..last.range.start;
    let closed =
        quantity.range.end == body.end || matches!(&text[quantity.range.end..body.end], "整" | "左右" | "以内" | "等");
    if !closed {
        return None;
    }
    match quantity.measure {
        Measure::Money(_) | Measure::Bare => Some(Says::Amount { label, quantity, note }),
        Measure::Things(_) => Some(Says::Count { label, quantity }),
        Measure::Percent => (label.is_empty() || direction(&text[label.clone()]).is_some()).then_some(Says::Percent),
    }
}

/// Where the bracket begins that closes a clause and has a number before it.
fn trailing_bracket(clause: &str) -> Option<usize> {
    let at = clause::closing_bracket(clause)?;
    let before = &clause[..at];
    before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '元' | '万' | '人' | '辆' | '个' | '名')).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> String {
        let normal = Normal::new(text);
        let at = |range: Range<usize>| normal.text[range].to_owned();
        match says(&normal, 0..normal.text.len()) {
            Says::Amount { label, quantity, .. } => format!("amount {}|{}", at(label), at(quantity.range)),
            Says::Change { label, base, direction, quantity } => {
                let base = base.map_or(String::new(), |base| at(base.range));
                format!("change {}|{base}|{direction:?}|{}", at(label), quantity.map_or(String::new(), |q| at(q.range)))
            }
            Says::Count { label, quantity } => format!("count {}|{}", at(label), at(quantity.range)),
            Says::Reason(rest) => format!("reason {}", at(rest)),
            Says::Purpose(rest) => format!("purpose {}", at(rest)),
            Says::None => "none".into(),
            Says::Percent => "percent".into(),
            Says::Words => "words".into(),
        }
    }

    #[test]
    fn changes_in_every_wording() {
        assert_eq!(kind("比2022年减少15.7万元"), "change |比2022年|Down|15.7万元");
        assert_eq!(kind("收入较去年增加107.78万元"), "change 收入|较去年|Up|107.78万元");
        assert_eq!(kind("较2022增加55.87 万元"), "change |较2022|Up|55.87万元");
        assert_eq!(kind("较上年498.32万元增加18.06万元"), "change |较上年|Up|18.06万元");
        assert_eq!(kind("同比减少3万元"), "change |同比|Down|3万元");
        assert_eq!(kind("支出预算2022年增加14万元"), "change 支出预算|2022年|Up|14万元");
        assert_eq!(kind("比2022年预算增加1万元"), "change |比2022年预算|Up|1万元");
        assert_eq!(kind("基本支出增加174.78万元"), "change 基本支出||Up|174.78万元");
        assert_eq!(kind("教育支出增加经费拨款51.17万元"), "change 教育支出||Up|51.17万元");
        for flat in ["与2022年持平", "和2022年持平", "与2022年一致", "较上年无增减", "与上年保持一致", "持平"]
        {
            assert!(kind(flat).contains("Flat"), "{flat}: {}", kind(flat));
        }
        assert_eq!(kind("减少3人"), "count 减少|3人");
        assert_eq!(kind("下降19.15%"), "percent");
        assert_eq!(kind("与上年基本持平"), "words");
    }

    #[test]
    fn amounts_counts_reasons_and_purposes() {
        assert_eq!(kind("2023年年初预算数1675.82万元"), "amount 2023年年初预算数|1675.82万元");
        assert_eq!(kind("政府性基金预算拨款0元"), "amount 政府性基金预算拨款|0元");
        assert_eq!(kind("行政编制数33人"), "count 行政编制数|33人");
        assert_eq!(kind("主要原因为人员正常调动"), "reason 人员正常调动");
        assert_eq!(kind("主要是因为基本支出增加1万元"), "reason 基本支出增加1万元");
        assert_eq!(kind("主要一般公共预算拨款减少0.98万元"), "reason 一般公共预算拨款减少0.98万元");
        assert_eq!(kind("主要用于办公费、印刷费"), "purpose 办公费、印刷费");
        assert_eq!(kind("2023年无使用政府性基金预算拨款安排的支出"), "none");
    }
}
