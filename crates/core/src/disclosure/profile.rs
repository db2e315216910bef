//! Who the institution is: duties, units, offices, posts; the document's definitions; the contact line.

use super::builder::Draft;
use super::clause;
use super::clause_kind::{self, Says};
use super::heading;
use super::lexicon;
use super::line_id::LineId;
use super::model::{BudgetUnit, Contact, Count, Definition, Duty, Why};
use super::number::Measure;
use std::ops::Range;

/// A paragraph under 职能职责: a numbered duty, or prose.
pub fn duty(draft: &mut Draft, range: Range<usize>) {
    let text = &draft.normal.text[range.clone()];
    let (len, _) = heading::enumerator(text);
    let n = text[..len].trim_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    let words = draft.passage(range.start + len..range.end);
    if is_placeholder(&draft.normal.text[range.start + len..range.end]) {
        draft.passages.push(words);
        return;
    }
    let quote = draft.normal.quote(range);
    let text = words.text.trim_end_matches(['。', '；', ';']).to_owned();
    draft.duties.push(Duty { n, text, quote });
}

/// （此处从略） and its like: words that say that something was left out.
fn is_placeholder(text: &str) -> bool {
    let words = text.trim_matches(|c: char| "()[]【】。;,:…. ".contains(c) || c.is_whitespace());
    ["略", "从略", "此处略", "此处从略", "详见附件", "无"].contains(&words)
}

/// A paragraph under 单位构成: the units by name, then offices and posts.
pub fn units(draft: &mut Draft, range: Range<usize>) {
    let normal = draft.normal;
    let mut named = false;
    let mut owner = String::new();
    let mut lead: Option<usize> = None; // where the words begin that the next count belongs to
    for clause in clause::split(normal, range) {
        let text = &normal.text[clause.range.clone()];
        if matches!(clause.before, '。' | ';') {
            lead = None;
            named |= clause.before == '。';
        }
        match clause_kind::says(normal, clause.range.clone()) {
            Says::Count { label, quantity } => {
                let label_text = &normal.text[label];
                if let Some(at) =
                    label_text.find("设有").or_else(|| label_text.find("内设")).or_else(|| label_text.find("下设"))
                {
                    owner = if at > 0 { label_text[..at].to_owned() } else { owner };
                }
                let id = lexicon::post(label_text).or_else(|| office(label_text, &owner));
                let n = quantity.number.whole();
                let start = lead.take().unwrap_or(clause.range.start);
                match (id, n, quantity.measure) {
                    (Some(id), Some(n), Measure::Things(unit)) => {
                        let quote = normal.quote(start..clause.range.end);
                        let label = label_text
                            .rsplit("设有")
                            .next()
                            .unwrap_or(label_text)
                            .trim_start_matches(owner.as_str())
                            .to_owned();
                        draft.counts.push(Count { id, label, n, unit: unit.to_owned(), quote });
                    }
                    _ => draft.not_understood(clause.range, Why::UnknownSentence),
                }
                named = true;
            }
            Says::Words if !named && !text.starts_with('(') => unit_names(draft, clause.range),
            _ => lead = Some(lead.unwrap_or(clause.range.start)).filter(|_| !text.bytes().any(|b| b.is_ascii_digit())),
        }
    }
}

/// Names of units in a clause, parted by 、, each perhaps with a remark in brackets.
fn unit_names(draft: &mut Draft, range: Range<usize>) {
    let normal = draft.normal;
    let text = &normal.text[range.clone()];
    if text.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    let mut from = range.start;
    for part in text.split('、') {
        let whole = from..from + part.len();
        from = whole.end + '、'.len_utf8();
        let (name, note) = match part.split_once('(') {
            Some((name, rest)) if rest.ends_with(')') && name.chars().count() >= 4 => (name, rest.strip_suffix(')')),
            _ => (part, None),
        };
        // A unit's name is a name, not a sentence.
        if (4..=30).contains(&name.chars().count()) && !name.contains(['是', '为', '有']) {
            let quote = normal.quote(whole);
            draft.units.push(BudgetUnit { name: name.to_owned(), note: note.map(str::to_owned), quote });
        }
    }
}

fn office(label: &str, owner: &str) -> Option<LineId> {
    let office = ["科室", "内设机构", "处室", "股室", "部门"].iter().any(|word| label.ends_with(word));
    office.then(|| LineId::named("offices", if owner.is_empty() { label } else { owner }))
}

/// A paragraph under 名词解释: a term and what it means, perhaps with other terms explained inside.
///
/// Returns false where the paragraph is no definition.
pub fn definition(draft: &mut Draft, range: Range<usize>) -> bool {
    let normal = draft.normal;
    let text = &normal.text[range.clone()];
    let (len, _) = heading::enumerator(text);
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
    push_definition(draft, range.start..range.end, start..start + colon, explained.clone(), false);
    inner_definitions(draft, explained);
    true
}

/// 其中，因公出国（境）费反映…；公务用车购置费反映…: terms explained inside an explanation.
fn inner_definitions(draft: &mut Draft, range: Range<usize>) {
    let normal = draft.normal;
    let text = &normal.text[range.clone()];
    let Some(at) = text.find("其中").filter(|&at| text[at..].contains("反映")) else { return };
    let mut from = range.start + at;
    for part in normal.text[from..range.end].split_inclusive([';', '。']) {
        let whole = from..from + part.trim_end_matches([';', '。']).len();
        from += part.len();
        let piece = &normal.text[whole.clone()];
        let skip =
            piece.strip_prefix("其中").map_or(0, |rest| "其中".len() + usize::from(rest.starts_with([',', ':'])));
        let Some(verb) =
            piece[skip..].find("反映").filter(|&verb| verb > 0 && piece[skip..skip + verb].chars().count() <= 16)
        else {
            continue;
        };
        let term = whole.start + skip..whole.start + skip + verb;
        push_definition(draft, term.start..whole.end, term.clone(), term.end..whole.end, true);
    }
}

fn push_definition(draft: &mut Draft, whole: Range<usize>, term: Range<usize>, text: Range<usize>, inner: bool) {
    let term = draft.passage(term).text;
    let text = draft.passage(text).text.trim_end_matches('。').to_owned();
    let quote = draft.normal.quote(whole);
    draft.definitions.push(Definition { term, text, quote, inner });
}

/// The contact line, wherever it stands. Returns false where the paragraph is none.
pub fn contact(draft: &mut Draft, range: Range<usize>) -> bool {
    let text = &draft.normal.text[range.clone()];
    let Some(at) = text.find("联系人").filter(|_| text.chars().count() < 80) else { return false };
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
    let quote = draft.normal.quote(range);
    draft.contact = Some(Contact { name, phone, quote });
    true
}
