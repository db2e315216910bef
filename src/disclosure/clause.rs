//! Clauses: the pieces between commas, and what each of them says.
//!
//! A budget sentence is a row of clauses: an amount (公务接待费9.3万元), a change (比2022年减少27.7万元), a reason, a purpose.
//! What a clause says is told from its own words; what it belongs to is told by the sentence (see `statement`).

use super::heading;
use super::model::Direction;
use super::normal::Normal;
use super::number::{self, Measure, Number};
use std::ops::Range;

/// A clause: a range of the normal text with the mark that closes it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Without the mark.
    pub range: Range<usize>,
    /// The mark before it: `,` `;` `。` `:` `、`, or a space where there is none.
    pub before: char,
}

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

/// A comparison: 比2022年, 较去年.
#[derive(Clone, Debug)]
pub struct Base {
    /// The words.
    pub range: Range<usize>,
    /// The year, where it is said.
    pub year: Option<i32>,
    /// True for 去年, 上年: the year before the document's own.
    pub last: bool,
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

const REASONS: [&str; 18] = [
    "主要原因是由于",
    "主要原因是因为",
    "主要原因在于",
    "主要原因是",
    "主要原因为",
    "主要原因系",
    "主要原因",
    "主要是由于",
    "主要是因为",
    "主要是因",
    "主要是",
    "主要系",
    "主要为",
    "变动原因是",
    "变动原因",
    "原因是",
    "原因为",
    "原因系",
];
const PURPOSES: [&str; 3] = ["主要用于", "主要是用于", "用于"];
const LAST: [&str; 9] = ["上一年度", "上年度", "上一年", "去年度", "上年", "去年", "往年同期", "上期", "同期"];
const UP: [&str; 6] = ["增加", "增长", "上升", "提高", "上涨", "增"];
const DOWN: [&str; 6] = ["减少", "下降", "降低", "压减", "缩减", "减"];
const FLAT: [&str; 12] = [
    "无增减变化",
    "无增减变动",
    "没有增减变化",
    "没有变化",
    "未发生变化",
    "无增减",
    "无变化",
    "无变动",
    "保持一致",
    "保持持平",
    "持平",
    "一致",
];

/// Cuts `range` into clauses. Brackets stay whole; 、 cuts only behind an amount or a count.
pub fn split(normal: &Normal, range: Range<usize>) -> Vec<Clause> {
    let text = &normal.text;
    let mut clauses = Vec::new();
    let (mut start, mut before) = (range.start, ' ');
    let mut measured_end = usize::MAX; // where the number and unit just read end
    let mut at = range.start;
    let mut push = |from: usize, to: usize, before: char| {
        if from < to {
            clauses.push(Clause { range: from..to, before });
        }
    };
    while at < range.end {
        let Some(c) = text[at..range.end].chars().next() else { break };
        if c.is_ascii_digit() {
            let number = number::number_at(normal, at);
            let end = number.range.end.min(range.end);
            let (measure, len) = number::measure_at(text, end);
            at = end + if end + len <= range.end { len } else { 0 };
            if matches!(measure, Measure::Money(_) | Measure::Things(_)) {
                measured_end = at;
            }
            continue;
        }
        let next = at + c.len_utf8();
        match c {
            '(' => {
                at = closing(&text[at..range.end]).map_or(next, |len| at + len);
                // What is in brackets behind an amount belongs to it, and so may what follows.
                if measured_end != usize::MAX && text[measured_end..].starts_with('(') {
                    measured_end = at;
                }
            }
            ',' | ';' | '。' | ':' | '!' => {
                push(start, at, before);
                (start, before, at) = (next, c, next);
            }
            '、' if measured_end == at => {
                push(start, at, before);
                (start, before, at) = (next, c, next);
            }
            _ => {
                let rest = &text[at..range.end];
                let behind_amount = measured_end == at && at > start;
                let opens = (behind_amount && (comparison(text, at..range.end).is_some() || rest.starts_with("其中")))
                    || (at > start
                        && (rest.starts_with("主要原因")
                            || rest.starts_with("主要用于")
                            || rest.starts_with("主要是")));
                if opens {
                    push(start, at, before);
                    (start, before) = (at, ' ');
                }
                at = next;
            }
        }
    }
    push(start, range.end, before);
    clauses
}

/// The length of a bracket that `text` opens with, closing mark included; None where it is not closed soon.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices().take(400) {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            '。' => return None,
            _ => {}
        }
    }
    None
}

/// The comparison that `range` begins with.
fn comparison(text: &str, range: Range<usize>) -> Option<Base> {
    let rest = &text[range.clone()];
    let word = ["相比", "相较", "比", "较", "与", "和", "同"].iter().find(|word| rest.starts_with(**word))?;
    let mut end = range.start + word.len();
    if let Some(last) = LAST.iter().find(|last| text[end..range.end].starts_with(**last)) {
        end += last.len();
        end += budget_words(&text[end..range.end]);
        return Some(Base { range: range.start..end, year: None, last: true });
    }
    let year: i32 =
        text.get(end..end + 4).filter(|_| end + 4 <= range.end)?.parse().ok().filter(|n| (1990..2100).contains(n))?;
    end += 4;
    for word in ["年度", "年"] {
        if text[end..range.end].starts_with(word) {
            end += word.len();
            break;
        }
    }
    end += budget_words(&text[end..range.end]);
    Some(Base { range: range.start..end, year: Some(year), last: false })
}

/// The length of 年初预算数 and the like.
fn budget_words(text: &str) -> usize {
    let mut len = 0;
    while let Some(word) =
        ["年初", "预算", "数", "相比", "相较", "同期", "总额"].iter().find(|word| text[len..].starts_with(**word))
    {
        len += word.len();
    }
    len
}

/// The direction that `text` begins with, and its length.
fn direction(text: &str) -> Option<(Direction, usize)> {
    let mut skip = 0;
    while let Some(word) =
        ["相比", "均", "都", "总体", "有所", "共"].iter().find(|word| text[skip..].starts_with(**word))
    {
        skip += word.len();
    }
    let rest = &text[skip..];
    let find = |words: &[&str]| words.iter().find(|word| rest.starts_with(**word)).map(|word| skip + word.len());
    if let Some(len) = find(&FLAT) {
        return Some((Direction::Flat, len));
    }
    let (way, mut len) =
        find(&UP).map(|len| (Direction::Up, len)).or_else(|| find(&DOWN).map(|len| (Direction::Down, len)))?;
    for word in ["了", "约"] {
        if text[len..].starts_with(word) {
            len += word.len();
        }
    }
    Some((way, len))
}

/// A number and its unit at byte `at`, where one stands there.
fn quantity_at(normal: &Normal, at: usize, end: usize) -> Option<Quantity> {
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
    let text = &normal.text;
    let clause = &text[range.clone()];
    for lead in REASONS {
        if clause.starts_with(lead) {
            return Says::Reason(range.start + lead.len()..range.end);
        }
    }
    for lead in PURPOSES {
        if clause.starts_with(lead) {
            return Says::Purpose(range.start + lead.len()..range.end);
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

/// A clause as a change.
fn change(normal: &Normal, range: Range<usize>) -> Option<Says> {
    let text = &normal.text;
    let clause = &text[range.clone()];
    let mut found: Option<(Range<usize>, Option<Base>, usize)> = None; // label, base, where the direction begins
    for (at, _) in clause.match_indices(['比', '较', '与', '和', '同', '相']) {
        let at = range.start + at;
        if let Some(base) = comparison(text, at..range.end)
            && direction(&text[base.range.end..range.end]).is_some()
        {
            found = Some((range.start..at, Some(base.clone()), base.range.end));
            break;
        }
    }
    if found.is_none() {
        // The comparator is missing: 支出预算2022年增加.
        for (at, _) in clause.match_indices('年') {
            let Some(at) =
                (range.start + at).checked_sub(4).filter(|&at| at >= range.start && text.is_char_boundary(at))
            else {
                continue;
            };
            if let Some((year, len)) = heading::year(&text[at..range.end])
                && direction(&text[at + len..range.end]).is_some()
            {
                let base = Base { range: at..at + len, year: Some(year), last: false };
                found = Some((range.start..at, Some(base), at + len));
                break;
            }
        }
    }
    if found.is_none() {
        // 基本支出增加174.78万元: the direction is the last one with an amount right behind it.
        let words = UP.iter().chain(&DOWN).filter(|word| word.len() > 3);
        let at = words.filter_map(|word| clause.rfind(word)).max()?;
        let (_, len) = direction(&clause[at..])?;
        quantity_at(normal, range.start + at + len, range.end)?;
        found = Some((range.start..range.start + at, None, range.start + at));
    }
    let (label, base, from) = found?;
    let (direction, len) = direction(&text[from..range.end])?;
    let at = from + len;
    let quantity = quantity_at(normal, at, range.end);
    let end = quantity.as_ref().map_or(at, |quantity| quantity.range.end);
    let rest = text[end..range.end].trim_end_matches(['左', '右']);
    let money = match &quantity {
        Some(quantity) => match quantity.measure {
            Measure::Money(_) => true,
            Measure::Bare => rest.is_empty() || rest.starts_with('('),
            Measure::Percent if rest.is_empty() => return Some(Says::Percent),
            _ => false,
        },
        None => false,
    };
    let tail = rest.is_empty()
        || (rest.starts_with('(') && closing(rest) == Some(rest.len()))
        || rest == "等"
        || rest.starts_with('%');
    match direction {
        Direction::Flat
            if quantity.is_none() && (rest.is_empty() || rest == "的" || rest.starts_with('(')) && base.is_some() =>
        {
            Some(Says::Change { label, base, direction, quantity: None })
        }
        Direction::Flat => None,
        _ if money && tail => Some(Says::Change { label, base, direction, quantity }),
        _ => None,
    }
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
    if !clause.ends_with(')') {
        return None;
    }
    let at = clause.rfind('(')?;
    let before = &clause[..at];
    before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '元' | '万' | '人' | '辆' | '个' | '名')).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let normal = Normal::new(text);
        split(&normal, 0..normal.text.len()).into_iter().map(|clause| normal.text[clause.range].to_owned()).collect()
    }

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
    fn a_sentence_is_cut_at_its_marks_and_behind_amounts() {
        assert_eq!(
            cut("货物预算0万元、工程预算0万元；会议费、培训费"),
            ["货物预算0万元", "工程预算0万元", "会议费、培训费"]
        );
        assert_eq!(cut("预算4.6万元较上年无增减"), ["预算4.6万元", "较上年无增减"]);
        assert_eq!(cut("合计5万元（含上年结转1万元，略），其中"), ["合计5万元(含上年结转1万元,略)", "其中"]);
    }

    #[test]
    fn changes_in_every_wording() {
        assert_eq!(kind("比2022年减少15.7万元"), "change |比2022年|Down|15.7万元");
        assert_eq!(kind("收入较去年增加107.78万元"), "change 收入|较去年|Up|107.78万元");
        assert_eq!(kind("较2022增加55.87 万元"), "change |较2022|Up|55.87万元");
        assert_eq!(kind("支出预算2022年增加14万元"), "change 支出预算|2022年|Up|14万元");
        assert_eq!(kind("比2022年预算增加1万元"), "change |比2022年预算|Up|1万元");
        assert_eq!(kind("基本支出增加174.78万元"), "change 基本支出||Up|174.78万元");
        for flat in ["与2022年持平", "和2022年持平", "与2022年一致", "较上年无增减", "与上年保持一致"]
        {
            assert!(kind(flat).contains("Flat"), "{flat}: {}", kind(flat));
        }
        assert_eq!(kind("减少3人"), "count 减少|3人");
        assert_eq!(kind("下降19.15%"), "percent");
    }

    #[test]
    fn amounts_counts_reasons_and_purposes() {
        assert_eq!(kind("2023年年初预算数1675.82万元"), "amount 2023年年初预算数|1675.82万元");
        assert_eq!(kind("政府性基金预算拨款0元"), "amount 政府性基金预算拨款|0元");
        assert_eq!(kind("行政编制数33人"), "count 行政编制数|33人");
        assert_eq!(kind("主要原因为人员正常调动"), "reason 人员正常调动");
        assert_eq!(kind("主要是因为基本支出增加1万元"), "reason 基本支出增加1万元");
        assert_eq!(kind("主要用于办公费、印刷费"), "purpose 办公费、印刷费");
        assert_eq!(kind("2023年无使用政府性基金预算拨款安排的支出"), "none");
    }
}
