//! Clause classification: the kind of a clause, from its own words alone.
//!
//! A budget sentence is a sequence of clauses: an amount (公务接待费9.3万元), a change (比2022年减少27.7万元), a reason, a purpose.
//! Which line a clause belongs to depends on the sentence (see [`super::sentence_parser`]).

use super::Direction;
use super::clause;
use super::comparison::{self, Comparison, direction};
use super::normalization::NormalizedText;
use super::number::{self, Measure, ParsedNumber};
use super::text_numbers;
use super::word_list::{Prefixes, Suffixes};
use super::year::{YearMention, years};
use std::ops::Range;

/// A number with its unit, inside a clause.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The number.
    pub number: ParsedNumber,
    /// What it measures.
    pub measure: Measure,
    /// Where number and unit are.
    pub range: Range<usize>,
    /// True where the words around it say that it is approximate: 约5万元, 5万元左右.
    pub is_approximate: bool,
}

impl Quantity {
    /// The number of people or things; None where it is not certain.
    pub fn as_count(&self) -> Option<u64> {
        self.number.as_count().filter(|_| !self.is_approximate)
    }
}

/// A name and an amount of money: 公务接待费9.3万元.
#[derive(Clone, Debug)]
pub struct AmountClause {
    /// The words before the amount.
    pub label: Range<usize>,
    /// The amount.
    pub quantity: Quantity,
    /// The inside brackets behind the amount.
    pub bracket: Option<Range<usize>>,
}

/// A difference against last year: 公务接待费比2022年减少27.7万元.
#[derive(Clone, Debug)]
pub struct ChangeClause {
    /// The words before the comparison; may be empty.
    pub label: Range<usize>,
    /// The comparison; None where the clause has only a direction (增加5万元).
    pub comparison: Option<Comparison>,
    /// The direction.
    pub direction: Direction,
    /// How much; None for 持平.
    pub quantity: Option<Quantity>,
}

/// The kind of a clause.
#[derive(Clone, Debug)]
pub enum ClauseKind {
    /// A name and an amount of money.
    Amount(AmountClause),
    /// A difference against last year.
    Change(ChangeClause),
    /// A name and a number of people or things.
    Count { label: Range<usize>, quantity: Quantity },
    /// 主要原因是; holds the words behind it.
    Reason(Range<usize>),
    /// 主要用于; holds the words behind it.
    Purpose(Range<usize>),
    /// Nothing is planned from a source: 无使用政府性基金预算拨款安排的支出.
    NothingPlanned,
    /// The percentage of a change: 下降19%.
    Percent,
    /// Any other words.
    Other,
}

/// Words that open a reason, longest first.
const REASONS: Prefixes = Prefixes::new(&[
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
]);
/// Words before a number that make it approximate or a limit.
const APPROXIMATE_BEFORE: Suffixes = Suffixes::new(&[
    "约",
    "逾",
    "约为",
    "大约",
    "大约为",
    "近",
    "将近",
    "接近",
    "超",
    "超过",
    "不足",
    "不到",
    "不超过",
    "不低于",
    "不少于",
    "至少",
    "至多",
    "最多",
    "最高",
    "上限",
    "暂定",
]);
/// Words behind an amount that make it approximate or a limit.
const APPROXIMATE_BEHIND: Prefixes =
    Prefixes::new(&["左右", "以内", "以上", "以下", "上下", "之内", "余", "多", "暂定", "(暂定", "(约", "?"]);
/// Words that open a purpose.
const PURPOSES: Prefixes = Prefixes::new(&["主要用于", "主要是用于", "主要用作", "用于"]);

/// The number and its unit at byte `at`, if there is one that ends before `end`.
pub fn quantity_at(normalized: &NormalizedText, at: usize, end: usize) -> Option<Quantity> {
    let bytes = normalized.text.as_bytes();
    let digit = *bytes.get(at).filter(|_| at < end)?;
    if !(digit.is_ascii_digit() || digit == b'-' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)) {
        return None;
    }
    let number = normalized.number_at(at);
    if number.range.end > end {
        return None;
    }
    let (measure, len) = number::measure_before(&normalized.text, number.range.end, end);
    let stop = number.range.end + len;
    let is_approximate =
        APPROXIMATE_BEFORE.end(&normalized.text[..at]) || APPROXIMATE_BEHIND.begin(&normalized.text[stop..end]);
    Some(Quantity { range: at..stop, number, measure, is_approximate })
}

/// The kind of the clause in `range`.
pub fn classify(normalized: &NormalizedText, range: Range<usize>) -> ClauseKind {
    let clause = &normalized.text[range.clone()];
    // 主要是用于 opens a purpose, 主要是 alone a reason.
    if let Some(lead) = PURPOSES.find(clause) {
        return ClauseKind::Purpose(range.start + lead.len()..range.end);
    }
    if let Some(lead) = REASONS.find(clause) {
        return ClauseKind::Reason(range.start + lead.len()..range.end);
    }
    if clause.starts_with("主要") {
        // 主要一般公共预算拨款减少0.98万元: a reason without its 是.
        let rest = range.start + "主要".len()..range.end;
        if let Some(ClauseKind::Change(ChangeClause { comparison: None, .. })) = change(normalized, rest.clone()) {
            return ClauseKind::Reason(rest);
        }
    }
    if let Some(change) = change(normalized, range.clone()) {
        return change;
    }
    if subject_of_nothing_planned(clause).is_some() {
        return ClauseKind::NothingPlanned;
    }
    amount_or_count(normalized, range.clone()).unwrap_or(ClauseKind::Other)
}

/// Words between the negation and the fund: 无使用, 没有安排.
const PLANNING_VERBS: Prefixes = Prefixes::new(&["使用", "安排", "涉及", "有", "编制"]);
/// Words that the name of what is not planned consists of, behind the fund.
const PLANNED_NOUNS: Prefixes = Prefixes::new(&[
    "预算", "财政", "拨款", "安排", "的", "收入", "支出", "收支", "资金", "项目", "经费", "数", "和", "及",
]);
/// Funds of which documents say that nothing is planned from them.
const FUNDS: Prefixes = Prefixes::new(&["政府性基金", "国有资本经营"]);

/// The words before the negation in 2023年无使用政府性基金预算拨款安排的支出 and variants; None where the clause does not say
/// that nothing is planned from a fund.
pub fn subject_of_nothing_planned(clause: &str) -> Option<&str> {
    // Few clauses name a fund: the others are not searched for a negation.
    if !FUNDS.occur_in(clause) {
        return None;
    }
    let (at, negation) = ["没有", "未", "不", "无"].iter().find_map(|word| Some((clause.find(word)?, word)))?;
    let mut rest = &clause[at + negation.len()..];
    while let Some(shorter) = PLANNING_VERBS.strip(rest) {
        rest = shorter;
    }
    let mut rest = FUNDS.strip(rest)?;
    while let Some(shorter) = PLANNED_NOUNS.strip(rest) {
        rest = shorter;
    }
    rest.is_empty().then_some(&clause[..at])
}

/// The first half of a change clause.
struct ChangeStart {
    /// The words before the comparison.
    label: Range<usize>,
    comparison: Option<Comparison>,
    /// Where the direction begins.
    direction_at: usize,
}

/// A clause as a change.
fn change(normalized: &NormalizedText, range: Range<usize>) -> Option<ClauseKind> {
    let text = &normalized.text;
    let ChangeStart { label, comparison, direction_at } = with_comparison(text, range.clone())
        .or_else(|| with_bare_year(text, range.clone()))
        .or_else(|| without_comparison(normalized, range.clone()))?;
    let (direction, len) = direction(&text[direction_at..range.end])?;
    let at = direction_at + len;
    let mut quantity = quantity_at(normalized, at, range.end);
    let end = quantity.as_ref().map_or(at, |quantity| quantity.range.end);
    // 万元万元 is a slip.
    let mut rest = &text[end..range.end];
    while let Some(shorter) = rest.strip_prefix("万元") {
        rest = shorter;
    }
    let rest = APPROXIMATE_BEHIND.strip(rest).unwrap_or(rest);
    let is_bracketed = rest.starts_with('(') && clause::opening_bracket_len(rest) == Some(rest.len());
    if let (true, Some(quantity)) = (is_bracketed, &mut quantity) {
        let words = &rest[1..rest.len() - 1];
        if quantity.measure == Measure::Missing && is_unit(words) {
            return None;
        }
        quantity.is_approximate |= is_limit(words);
    }
    let is_money = match &quantity {
        Some(quantity) => match quantity.measure {
            Measure::Money(_) => true,
            Measure::Missing => rest.is_empty() || is_bracketed,
            Measure::Percent if rest.is_empty() => return Some(ClauseKind::Percent),
            _ => false,
        },
        None => false,
    };
    match direction {
        Direction::Flat
            if quantity.is_none()
                && (rest.is_empty() || rest == "的" || is_bracketed)
                && (comparison.is_some() || label.is_empty()) =>
        {
            Some(ClauseKind::Change(ChangeClause { label, comparison, direction, quantity: None }))
        }
        Direction::Flat => None,
        _ if is_money && (rest.is_empty() || is_bracketed || rest == "等") => {
            Some(ClauseKind::Change(ChangeClause { label, comparison, direction, quantity }))
        }
        _ => None,
    }
}

/// A change with a comparison: 收入较去年增加.
fn with_comparison(text: &str, range: Range<usize>) -> Option<ChangeStart> {
    let clause = &text[range.clone()];
    let comparators = clause.char_indices().filter(|(_, c)| matches!(c, '比' | '较' | '与' | '和' | '同' | '相'));
    comparators.map(|(at, _)| range.start + at).find_map(|at| {
        let comparison = comparison::comparison_at(text, at..range.end)?;
        let direction_at = comparison.end;
        direction(&text[direction_at..range.end])?;
        Some(ChangeStart { label: range.start..at, comparison: Some(comparison), direction_at })
    })
}

/// A change with a year and without a comparator: 支出预算2022年增加.
fn with_bare_year(text: &str, range: Range<usize>) -> Option<ChangeStart> {
    let clause = &text[range.clone()];
    years(clause).find_map(|YearMention { year, range: found }| {
        let (at, end) = (range.start + found.start, range.start + found.end);
        direction(&text[end..range.end])?;
        // 20222年 is not a year.
        if text[range.start..at].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let comparison = Comparison { range: at..end, end, year: Some(year), is_last_year: false, is_bare_year: true };
        Some(ChangeStart { label: range.start..at, comparison: Some(comparison), direction_at: end })
    })
}

/// A change without a comparison: 基本支出增加174.78万元, where an amount follows the last direction; or 持平 alone.
fn without_comparison(normalized: &NormalizedText, range: Range<usize>) -> Option<ChangeStart> {
    let clause = &normalized.text[range.clone()];
    if let Some((Direction::Flat, len)) = direction(clause)
        && len == clause.len()
    {
        let label = range.start..range.start;
        return Some(ChangeStart { label, comparison: None, direction_at: range.start });
    }
    // Most clauses are words alone, in which no amount can follow.
    let last_digit = clause.bytes().rposition(|byte| byte.is_ascii_digit())?;
    let at = comparison::last_direction(clause).filter(|at| *at < last_digit)?;
    let (_, len) = direction(&clause[at..])?;
    let direction_at = range.start + at;
    quantity_at(normalized, direction_at + len, range.end)?;
    Some(ChangeStart { label: range.start..direction_at, comparison: None, direction_at })
}

/// True for words in brackets that are a unit.
fn is_unit(words: &str) -> bool {
    let is_short = words.chars().nth(8).is_none();
    is_short && (words.ends_with(['元', '%', '币', '人', '辆', '个', '次']) || words.starts_with("单位"))
}

/// True for words in brackets that make the amount before them a limit or a draft: （上限）.
fn is_limit(words: &str) -> bool {
    const LIMITS: Prefixes =
        Prefixes::new(&["上限", "下限", "暂", "估", "约", "控制数", "限额", "待定", "左右", "预计"]);
    let is_short = words.chars().nth(8).is_none() && !words.bytes().any(|b| b.is_ascii_digit());
    is_short && LIMITS.occur_in(words)
}

/// A clause that ends with an amount, a count or a percentage, and perhaps brackets.
fn amount_or_count(normalized: &NormalizedText, range: Range<usize>) -> Option<ClauseKind> {
    let text = &normalized.text;
    let bracket = bracket_behind_number(text, range.clone());
    let body = range.start..bracket.as_ref().map_or(range.end, |inside| inside.start - '('.len_utf8());
    let last = text_numbers::numbers(normalized, body.clone()).last()?;
    let mut quantity = quantity_at(normalized, last.range.start, body.end)?;
    if let Some(inside) = bracket.clone() {
        let words = &text[inside];
        // 200.32（美元）: the brackets are its unit.
        if quantity.measure == Measure::Missing && is_unit(words) {
            return None;
        }
        quantity.is_approximate |= is_limit(words);
    }
    let label = range.start..last.range.start;
    let tail = &text[quantity.range.end..body.end];
    if !(matches!(tail, "" | "整" | "等") || APPROXIMATE_BEHIND.strip(tail).is_some_and(str::is_empty)) {
        return None;
    }
    match quantity.measure {
        Measure::Money(_) | Measure::Missing => Some(ClauseKind::Amount(AmountClause { label, quantity, bracket })),
        Measure::Count(_) => Some(ClauseKind::Count { label, quantity }),
        Measure::Percent => {
            let words = &text[label.clone()];
            let is_of_change = words.is_empty() || direction(words).is_some() || matches!(words, "增幅" | "降幅");
            is_of_change.then_some(ClauseKind::Percent)
        }
    }
}

/// The inside of the brackets that end a clause behind a number.
fn bracket_behind_number(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = clause::closing_bracket(text, range.clone())?;
    let before = &text[range.start..inside.start - '('.len_utf8()];
    before
        .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '元' | '万' | '人' | '辆' | '个' | '名'))
        .then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> String {
        let normalized = NormalizedText::of_one_paragraph(text);
        let at = |range: Range<usize>| normalized.text[range].to_owned();
        match classify(&normalized, 0..normalized.text.len()) {
            ClauseKind::Amount(AmountClause { label, quantity, .. }) => {
                format!("amount {}|{}", at(label), at(quantity.range))
            }
            ClauseKind::Change(ChangeClause { label, comparison, direction, quantity }) => {
                let comparison = comparison.map_or(String::new(), |comparison| at(comparison.range));
                let quantity = quantity.map_or(String::new(), |quantity| at(quantity.range));
                format!("change {}|{comparison}|{direction:?}|{quantity}", at(label))
            }
            ClauseKind::Count { label, quantity } => format!("count {}|{}", at(label), at(quantity.range)),
            ClauseKind::Reason(rest) => format!("reason {}", at(rest)),
            ClauseKind::Purpose(rest) => format!("purpose {}", at(rest)),
            ClauseKind::NothingPlanned => "nothing planned".into(),
            ClauseKind::Percent => "percent".into(),
            ClauseKind::Other => "other".into(),
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
        assert_eq!(kind("增幅13.6%"), "percent");
        assert_eq!(kind("与上年基本持平"), "other");
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
        assert_eq!(kind("2023年无使用政府性基金预算拨款安排的支出"), "nothing planned");
    }
}
