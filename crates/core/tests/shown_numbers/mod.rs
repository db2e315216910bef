//! Every shown number stands in the source at its quote, with its unit and its sign: for any text whatever.
//!
//! Numbers are read here independently of the parser. The tests and the fuzz target ask the same.

pub mod written;

use mingbai_core::amount::{Amount, AmountUnit};
use mingbai_core::audit;
use mingbai_core::disclosure::{Change, Component, Count, Direction, Disclosure, Quote};
use mingbai_core::provenance::{Provenance, SourcedValue, Value};
use written::{Written, readings, without_line_breaks};

const UP: [&str; 8] = ["增", "多", "上升", "提高", "上涨", "长", "升", "高于"];
const DOWN: [&str; 7] = ["减", "少", "降", "缩", "压", "下滑", "低于"];
/// Words that state a zero.
const ZERO: [&str; 9] = ["无", "没有", "未", "不涉及", "持平", "一致", "相同", "一样", "不变"];
/// Words before a number that make it inexact, and words behind it.
const INEXACT_BEFORE: [&str; 6] = ["约", "不超过", "超过", "暂定", "上限", "上限为"];
const INEXACT_BEHIND: [&str; 7] = ["左右", "上下", "以内", "以上", "以下", "?", "？"];

/// What scanners and converters leave of a digit.
const LOST: &str = "OolI|□■\u{fffd}?*#×";

/// Descriptions of all shown numbers that do not stand at their quotes.
pub fn faults(d: &Disclosure) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check =
        |what: String, found: Result<(), String>| faults.extend(found.err().map(|e| format!("{what}: {e}")));
    for line in &d.lines {
        check(
            format!("{} {}", line.id, line.amount.plain()),
            amount(d, line.number_quote, line.amount, &line.published),
        );
        let found = within(line.quote, line.number_quote);
        check(line.id.to_string(), found);
        if let Some(stated) = &line.change {
            check(format!("change of {} {}", line.id, stated.amount.plain()), change(d, stated));
        }
    }
    for orphaned in &d.orphaned_changes {
        check(format!("change of {} {}", orphaned.id, orphaned.change.amount.plain()), change(d, &orphaned.change));
    }
    let lines = d.lines.iter().filter_map(|line| Some((&line.id, line.change.as_ref()?)));
    let orphaned = d.orphaned_changes.iter().map(|orphaned| (&orphaned.id, &orphaned.change));
    for (id, stated) in lines.chain(orphaned) {
        for part in &stated.components {
            check(format!("component {} of {id} {}", part.label, part.amount.plain()), component(d, part));
        }
    }
    for stated in &d.counts {
        check(format!("count {} {}", stated.id, stated.n), count(d, stated));
    }
    faults
}

/// Descriptions of all numbers in checks that are said to be published and do not stand in the words of their quotes.
pub fn misquoted(d: &Disclosure) -> Vec<String> {
    let checks = audit::run(d);
    let values = checks.iter().flat_map(|check| check.left.iter().chain(&check.right).map(move |v| (check.id(), v)));
    let misquoted = values.filter(|(_, value)| !is_quoted(d, value));
    misquoted.map(|(check, value)| format!("{check}: {} {:?} is not in its quote", value.line, value.value)).collect()
}

/// True where a published value stands in the words of its quote; for a computed one, where all of its operands do.
fn is_quoted(d: &Disclosure, value: &SourcedValue) -> bool {
    let quote = match &value.provenance {
        Provenance::Stated(quote) => *quote,
        Provenance::Computed(formula) => return formula.operands.iter().all(|operand| is_quoted(d, operand)),
    };
    let words = &d.source[quote.range()];
    match &value.value {
        Value::Money(amount) if amount.is_zero() && ZERO.iter().any(|word| words.contains(word)) => true,
        Value::Money(amount) => written::numbers(words)
            .any(|number| units(d).any(|unit| number.is(*amount, unit) || number.is(-*amount, unit))),
        Value::Count(n, _) => written::numbers(words).any(|number| number.is_count(*n)),
        _ => true,
    }
}

/// The units that a number without a unit may have: the document's, and those that the text puts over a part of it.
fn units(d: &Disclosure) -> impl Iterator<Item = AmountUnit> + '_ {
    let heads = |word: &str| {
        d.source.match_indices(word).any(|(at, _)| {
            let before = d.source[..at].trim_end_matches([' ', '\u{3000}']);
            before.trim_end_matches("人民币").ends_with(['：', ':', '（', '(', '为', '位'])
        })
    };
    let stated = [(AmountUnit::Wan, "万元"), (AmountUnit::Yuan, "元"), (AmountUnit::Yi, "亿元")];
    let stated = stated.into_iter().filter(move |(unit, word)| *unit == d.unit || heads(word));
    stated.map(|(unit, _)| unit)
}

fn within(clause: Quote, number: Quote) -> Result<(), String> {
    if clause.contains(number) { Ok(()) } else { Err(format!("{number:?} is outside of {clause:?}")) }
}

/// A stated amount: its number, unit and sign are those of its quote, and of the words that are shown.
fn amount(d: &Disclosure, quote: Quote, stated: Amount, published: &str) -> Result<(), String> {
    let words = d.source.get(quote.range()).ok_or("no range of the text")?;
    if published == "无" {
        let says_so = ZERO.iter().any(|word| words.contains(word));
        return if stated.is_zero() && says_so { Ok(()) } else { Err(format!("{words:?} states no zero")) };
    }
    if !is_number(d, words, stated) {
        return Err(format!("its quote says {words:?}"));
    }
    if !is_number(d, published, stated) {
        return Err(format!("it is shown as {published:?}"));
    }
    whole(d, quote, stated.is_zero())
}

fn is_number(d: &Disclosure, words: &str, stated: Amount) -> bool {
    readings(words).iter().any(|number| units(d).any(|unit| number.is(stated, unit)))
}

/// A stated change: up is positive, down is negative, and no second sign contradicts the word.
fn change(d: &Disclosure, change: &Change) -> Result<(), String> {
    let Some(quote) = change.number_quote else {
        let flat = change.amount.is_zero() && change.direction == Direction::Flat;
        return if flat { Ok(()) } else { Err("it has no number".to_owned()) };
    };
    within(change.quote, quote)?;
    let (absolute, words) = match change.direction {
        Direction::Up => (change.amount, &UP[..]),
        Direction::Down => (-change.amount, &DOWN[..]),
        Direction::Flat => return Err("持平 has a number".to_owned()),
    };
    let clause = without_line_breaks(&d.source[change.quote.range()]);
    if !words.iter().any(|word| clause.contains(word)) {
        return Err(format!("{clause:?} has no word for its direction"));
    }
    if absolute.is_negative() {
        return Err(format!("its sign contradicts {clause:?}"));
    }
    let words = d.source.get(quote.range()).ok_or("no range of the text")?;
    amount(d, quote, absolute, words)
}

/// A component of a change. Its direction may be stated before it, for several components.
fn component(d: &Disclosure, part: &Component) -> Result<(), String> {
    within(part.quote, part.number_quote)?;
    let words = d.source.get(part.number_quote.range()).ok_or("no range of the text")?;
    let clause = without_line_breaks(&d.source[part.quote.range()]);
    let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    match (has(&UP), has(&DOWN)) {
        (true, false) if part.amount.is_negative() => Err(format!("its sign contradicts {clause:?}")),
        (false, true) if !part.amount.is_negative() && !part.amount.is_zero() => {
            Err(format!("its sign contradicts {clause:?}"))
        }
        _ => amount(d, part.number_quote, part.amount.abs(), words),
    }
}

/// A count: a number of its quote, with its measure word behind it.
fn count(d: &Disclosure, count: &Count) -> Result<(), String> {
    let words = d.source.get(count.quote.range()).ok_or("no range of the text")?;
    let is_this = |candidate: String| {
        let numbers: Vec<Written> = written::numbers(&candidate).collect();
        numbers.iter().any(|number| number.is_count(count.n) && number.behind.starts_with(&count.measure_word))
    };
    let found = written::without_furniture(words).into_iter().any(is_this);
    if found { Ok(()) } else { Err(format!("its quote says {words:?}")) }
}

/// True for text that goes on with a digit, or with signs for lost ones before a digit or a unit.
fn continues(text: &str, is_digit: &impl Fn(Option<char>) -> bool) -> bool {
    let rest = text.trim_start_matches(|c| LOST.contains(c));
    is_digit(rest.chars().next()) || rest.len() < text.len() && rest.starts_with(['万', '元', '亿'])
}

/// A year with 年 begins another statement, whatever mark stands before it: 0：2023年年初预算数.
fn begins_with_year(text: &str) -> bool {
    let (digits, behind) = (text.chars().take(4), text.chars().nth(4));
    let year = digits.map_while(written::digit).fold(0, |year, digit| year * 10 + digit);
    (1990..2100).contains(&year) && behind == Some('年')
}

/// Nothing around a number makes it another one: digits, a mark between digits, another unit, a word such as 约.
fn whole(d: &Disclosure, quote: Quote, is_zero: bool) -> Result<(), String> {
    let (before, behind) = (&d.source[..quote.start], &d.source[quote.end..]);
    let words = &d.source[quote.range()];
    let mut last = before.chars().rev();
    let is_digit = |c: Option<char>| c.is_some_and(|c| written::digit(c).is_some());
    match last.next() {
        Some(c) if is_digit(Some(c)) || c == '.' || LOST.contains(c) => {
            return Err(format!("{c:?} stands right before {words:?}"));
        }
        Some(mark) if written::is_mark(mark) && is_digit(last.next()) && is_digit(words.chars().next()) => {
            return Err(format!("{mark:?} and a digit stand before {words:?}"));
        }
        _ => {}
    }
    let mut next = behind.chars();
    match next.next() {
        Some(c) if is_digit(Some(c)) => return Err(format!("{c:?} stands right behind {words:?}")),
        Some(mark)
            if written::is_mark(mark)
                && is_digit(words.chars().next_back())
                && continues(next.as_str(), &is_digit)
                && !begins_with_year(next.as_str()) =>
        {
            return Err(format!("{mark:?} and a digit stand behind {words:?}"));
        }
        _ => {}
    }
    // Zero is zero in any unit.
    if !is_zero && is_digit(words.trim_end().chars().next_back()) {
        let inside: String = behind.trim_start().chars().take(8).collect();
        let bracket = inside.strip_prefix(['（', '(']).and_then(|rest| rest.split(['）', ')']).next());
        if bracket.is_some_and(|unit| (unit.ends_with('元') && !["万元", "元", "亿元"].contains(&unit)) || unit == "%")
        {
            return Err(format!("its unit is in brackets: {inside}"));
        }
    }
    let inexact = INEXACT_BEFORE.iter().any(|word| before.ends_with(word))
        || INEXACT_BEHIND.iter().any(|word| behind.starts_with(word));
    if inexact { Err(format!("{words:?} is not exact, and is shown without the word that says so")) } else { Ok(()) }
}
