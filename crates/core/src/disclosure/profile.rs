//! The institution's profile (duties, units, offices, posts), the document's definitions, and the contact line.

use super::builder::DisclosureBuilder;
use super::chinese_numerals;
use super::clause;
use super::clause_kind::{self, ClauseKind, Quantity};
use super::heading;
use super::lexicon;
use super::line_id::LineId;
use super::line_name;
use super::number::Measure;
use super::word_list::{Prefixes, Suffixes};
use super::{BudgetUnit, Contact, Count, Definition, Duty, UnreadReason};
use std::ops::Range;

/// Parses a paragraph under 职能职责: a numbered duty, or prose.
pub fn duty(builder: &mut DisclosureBuilder, range: Range<usize>) {
    let text = &builder.normalized.text[range.clone()];
    let len = heading::enumerator(text).len;
    let n = text[..len].trim_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    let words = builder.passage(range.start + len..range.end);
    if is_placeholder(&builder.normalized.text[range.start + len..range.end]) {
        builder.passages.push(words);
        return;
    }
    let quote = builder.normalized.quote(range);
    let text = words.text.trim_end_matches(['。', '；', ';']).to_owned();
    builder.duties.push(Duty { n, text, quote });
}

/// True for （此处从略） and other words that mean that something was left out.
fn is_placeholder(text: &str) -> bool {
    let words = text.trim_matches(|c: char| "()[]【】。;,:…. ".contains(c) || c.is_whitespace());
    ["略", "从略", "此处略", "此处从略", "详见附件", "无"].contains(&words)
}

/// Parses a paragraph under 单位构成: the units by name, then offices and posts.
pub fn units(builder: &mut DisclosureBuilder, range: Range<usize>) {
    let normalized = builder.normalized;
    // Names of units come before the first count and before the end of the first sentence.
    let mut names_are_over = false;
    let mut owner = String::new();
    let mut lead_in: Option<usize> = None; // start of words that belong to the next count
    for clause in clause::split(normalized, range) {
        let text = &normalized.text[clause.range.clone()];
        if matches!(clause.before, '。' | ';') {
            lead_in = None;
            names_are_over |= clause.before == '。';
        }
        match clause_kind::classify(normalized, clause.range.clone()) {
            ClauseKind::Count { label, quantity } => {
                let start = lead_in.take().unwrap_or(clause.range.start);
                let quoted = start..quantity.range.end;
                add_count(builder, CountClause { range: clause.range, quoted, label, quantity }, &mut owner);
                names_are_over = true;
            }
            ClauseKind::Other if !names_are_over && !text.starts_with('(') => unit_names(builder, clause.range),
            _ => {
                let start = lead_in.unwrap_or(clause.range.start);
                let has_number = text.bytes().any(|b| b.is_ascii_digit()) || !chinese_numerals::find(text).is_empty();
                lead_in = (!has_number).then_some(start);
            }
        }
    }
}

/// A clause that states a count.
struct CountClause {
    /// The clause.
    range: Range<usize>,
    /// What is quoted: the words that lead to it, up to the number with its unit.
    quoted: Range<usize>,
    /// The words before the number.
    label: Range<usize>,
    /// The number.
    quantity: Quantity,
}

/// Words before a number of posts or offices that are not the institution's own, or that it no longer has.
const NOT_OWN: Prefixes = Prefixes::new(&["减少", "增加", "撤销", "核减", "拟", "下属单位", "所属单位", "其他单位"]);

/// Adds a count of posts or offices. `owner` is the unit that has the offices (某局设有科室3个): it stays for later counts.
fn add_count(builder: &mut DisclosureBuilder, stated: CountClause, owner: &mut String) {
    let CountClause { range, quoted, label, quantity } = stated;
    let normalized = builder.normalized;
    let label = &normalized.text[label];
    let verb = label.find("设有").or_else(|| label.find("内设")).or_else(|| label.find("下设"));
    if let Some(at) = verb.filter(|&at| at > 0) {
        *owner = label[..at].to_owned();
    }
    let year = line_name::line_name(label, builder.institution).year;
    let is_recent = year.zip(builder.year).is_none_or(|(stated, own)| stated == own || stated == own - 1);
    let id = lexicon::post(label).or_else(|| office(label, owner));
    let is_lost = NOT_OWN.begin(label);
    let is_name =
        owner.chars().chain(label.chars()).all(|c| c.is_alphanumeric() || matches!(c, '(' | ')' | '·' | '-' | '、'));
    let id =
        id.filter(|_| is_recent && !is_lost && is_name && lexicon::is_own(label.trim_start_matches(owner.as_str())));
    match (id, quantity.as_count(), quantity.measure) {
        (Some(id), Some(n), Measure::Count(unit)) => {
            let quote = normalized.quote(quoted);
            let label = label.rsplit("设有").next().unwrap_or(label).trim_start_matches(owner.as_str()).to_owned();
            builder.counts.push(Count { id, label, n, measure_word: unit.to_owned(), quote });
        }
        _ => builder.mark_unread(range, UnreadReason::UnknownSentence),
    }
}

/// Adds the names of units in a clause, separated by 、, each perhaps with a remark in brackets.
fn unit_names(builder: &mut DisclosureBuilder, range: Range<usize>) {
    let normalized = builder.normalized;
    let text = &normalized.text[range.clone()];
    if text.bytes().any(|b| b.is_ascii_digit()) || !chinese_numerals::find(text).is_empty() {
        return;
    }
    let mut from = range.start;
    for part in text.split('、') {
        let range = from..from + part.len();
        from = range.end + '、'.len_utf8();
        let (name, note) = match part.split_once('(') {
            Some((name, rest)) if rest.ends_with(')') && name.chars().count() >= 4 => (name, rest.strip_suffix(')')),
            _ => (part, None),
        };
        // A name, not a sentence.
        if (4..=30).contains(&name.chars().count()) && !name.contains(['是', '为', '有']) {
            let quote = normalized.quote(range);
            builder.budget_units.push(BudgetUnit { name: name.to_owned(), note: note.map(str::to_owned), quote });
        }
    }
}

/// The id of a number of offices of `owner`.
fn office(label: &str, owner: &str) -> Option<LineId> {
    const OFFICES: Suffixes = Suffixes::new(&["科室", "内设机构", "处室", "股室", "部门"]);
    OFFICES.end(label).then(|| LineId::child("offices", if owner.is_empty() { label } else { owner }))
}

/// Parses a paragraph under 名词解释: a term and its explanation, which may explain other terms.
///
/// Returns false where the paragraph is not a definition.
pub fn definition(builder: &mut DisclosureBuilder, range: Range<usize>) -> bool {
    let normalized = builder.normalized;
    let text = &normalized.text[range.clone()];
    let len = heading::enumerator(text).len;
    let body = &text[len..];
    let Some(colon) = body.find([':', '。', ',']).filter(|&at| {
        body[at..].starts_with(':')
            || body[at + body[at..].chars().next().map_or(1, char::len_utf8)..].starts_with('指')
    }) else {
        return false;
    };
    let mark = body[colon..].chars().next().map_or(1, char::len_utf8);
    let start = range.start + len;
    if colon == 0 || body[..colon].chars().count() > 30 {
        return false;
    }
    let explained = start + colon + mark..range.end;
    push_definition(builder, range.start..range.end, start..start + colon, explained.clone(), false);
    nested_definitions(builder, explained);
    true
}

/// Adds the terms explained inside an explanation: 其中，因公出国（境）费反映…；公务用车购置费反映….
fn nested_definitions(builder: &mut DisclosureBuilder, range: Range<usize>) {
    let normalized = builder.normalized;
    let text = &normalized.text[range.clone()];
    let Some(at) = text.find("其中").filter(|&at| text[at..].contains("反映")) else { return };
    let mut from = range.start + at;
    for part in normalized.text[from..range.end].split_inclusive([';', '。']) {
        let range = from..from + part.trim_end_matches([';', '。']).len();
        from += part.len();
        let text = &normalized.text[range.clone()];
        let skip = text.strip_prefix("其中").map_or(0, |rest| "其中".len() + usize::from(rest.starts_with([',', ':'])));
        let Some(verb) =
            text[skip..].find("反映").filter(|&verb| verb > 0 && text[skip..skip + verb].chars().count() <= 16)
        else {
            continue;
        };
        let term = range.start + skip..range.start + skip + verb;
        push_definition(builder, term.start..range.end, term.clone(), term.end..range.end, true);
    }
}

/// Adds a definition: `quoted` is term and explanation.
fn push_definition(
    builder: &mut DisclosureBuilder,
    quoted: Range<usize>,
    term: Range<usize>,
    text: Range<usize>,
    is_nested: bool,
) {
    let term = builder.passage(term).text;
    let text = builder.passage(text).text.trim_end_matches('。').to_owned();
    let quote = builder.normalized.quote(quoted);
    builder.definitions.push(Definition { term, text, quote, is_nested });
}

/// Parses a contact line, anywhere in the document. Returns false where the paragraph is not one.
pub fn contact(builder: &mut DisclosureBuilder, range: Range<usize>) -> bool {
    let text = &builder.normalized.text[range.clone()];
    let is_short = text.chars().count() < 80;
    let Some(at) = is_short.then(|| text.find("联系人")).flatten() else { return false };
    let mark = |rest: &str| rest.find([':', ',', ';', '。']).unwrap_or(rest.len());
    let rest = text[at + "联系人".len()..].trim_start_matches(':');
    let name = rest[..mark(rest)].to_owned();
    let phone: String = match text.find("电话").or_else(|| text.find("方式")) {
        Some(at) => text[at..]
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || *c == '-')
            .collect(),
        None => String::new(),
    };
    let quote = builder.normalized.quote(range);
    builder.contact = Some(Contact { name, phone, quote });
    true
}
