//! Facts: what a disclosure shows, in a form that can be written by hand and compared.
//!
//! A fact is a key and a number: `three_public.reception 9.3` (an amount in 万元), `Δthree_public.reception -27.7` (a
//! change), `Δexpenditure:基本支出 174.78` (a component of a change), `#vehicles 7` (a count). A number that is shown with
//! a word which says that it is not exact (约9.3万元, 9.3万元以内) begins with `~`.

use super::compatibility::{self, INVISIBLE};
use crate::shown_numbers;
use mingbai_core::amount::Amount;
use mingbai_core::audit::{self, Check, Outcome};
use mingbai_core::disclosure::{Change, Disclosure, ParseError, Role, parse};
use std::collections::HashSet;
use std::ops::Range;

/// Words that make a number inexact.
pub const INEXACT: [&str; 19] = [
    "约",
    "近",
    "多",
    "余",
    "逾",
    "不足",
    "超过",
    "至少",
    "不少于",
    "左右",
    "上下",
    "以内",
    "以上",
    "以下",
    "上限",
    "暂定",
    "预计",
    "？",
    "?",
];

/// A stated number: its key with its value.
pub type Fact = (String, String);

/// What a text states, and what must be done with it.
#[derive(Clone, Debug, Default)]
pub struct Expectation {
    /// Facts that must be shown.
    pub shown: Vec<Fact>,
    /// Facts that may be shown. Where one is not, a digit of its place must be listed.
    pub shown_or_listed: Vec<(Fact, Range<usize>)>,
    /// Facts that may be shown, and have no number that could be listed (持平).
    pub allowed: Vec<Fact>,
    /// Numbers that must be listed: what they are is not certain, or not ours.
    pub listed: Vec<Range<usize>>,
    /// The checks that may find a conflict; None where any may.
    pub conflicts: Option<Vec<String>>,
}

/// What was done with a text, compared with what is right.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Facts shown that the text does not state.
    pub wrong: Vec<String>,
    /// Numbers neither shown nor listed.
    pub lost: Vec<String>,
    /// Facts that are certain and nevertheless not shown.
    pub missing: Vec<String>,
    /// Checks that find a conflict in a text that has none.
    pub charged: Vec<String>,
}

impl Verdict {
    /// True where nothing is to be criticised.
    pub fn is_right(&self) -> bool {
        self.wrong.is_empty() && self.lost.is_empty() && self.missing.is_empty() && self.charged.is_empty()
    }

    /// All that is to be criticised, in one line.
    pub fn describe(&self) -> String {
        let kinds =
            [("wrong", &self.wrong), ("lost", &self.lost), ("missing", &self.missing), ("charged", &self.charged)];
        let kinds = kinds.iter().filter(|(_, found)| !found.is_empty());
        kinds.map(|(kind, found)| format!("{kind}: {}", found.join(", "))).collect::<Vec<_>>().join("; ")
    }
}

/// Everything that a disclosure shows.
pub fn facts(d: &Disclosure) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut parts = HashSet::new();
    for line in &d.lines {
        facts.push((line.id.to_string(), number(&line.published, line.amount)));
        if line.role == Role::Part && !parts.insert(line.id.as_str()) {
            // Counted twice in every sum and share of its parent.
            facts.push((format!("twice:{}", line.id), line.amount.plain()));
        }
        if let Some(change) = &line.change {
            push_change(d, &mut facts, line.id.as_str(), change);
        }
    }
    for orphaned in &d.orphaned_changes {
        push_change(d, &mut facts, orphaned.id.as_str(), &orphaned.change);
    }
    facts.extend(d.counts.iter().map(|count| (format!("#{}", count.id), count.n.to_string())));
    facts
}

/// A number as it is shown: with `~` where its words are shown and say that it is not exact.
fn number(words: &str, amount: Amount) -> String {
    let inexact = INEXACT.iter().any(|word| words.contains(word));
    format!("{}{}", if inexact { "~" } else { "" }, amount.plain())
}

/// The year of a change that is not against last year, in its written form: `@2021`. Shown as a difference against last
/// year, it is another number.
pub fn base_year(d: &Disclosure, change: &Change) -> String {
    let last_year = d.year.map(|year| year - 1);
    let other = change.base_year.filter(|year| last_year.is_some_and(|last| last != *year));
    other.map_or(String::new(), |year| format!("@{year}"))
}

fn push_change(d: &Disclosure, facts: &mut Vec<Fact>, id: &str, change: &Change) {
    let base = base_year(d, change);
    let words = change.number_quote.map_or("", |quote| &d.source[quote.range()]);
    facts.push((format!("Δ{id}{base}"), number(words, change.amount)));
    for part in &change.components {
        let words = &d.source[part.number_quote.range()];
        facts.push((format!("Δ{id}{base}:{}", part.label), number(words, part.amount)));
    }
}

/// A fact with one spelling of its name: a published name may contain a line break, or characters that PDFs put for
/// others.
fn folded((key, number): Fact) -> Fact {
    let kept = |c: &char| !c.is_whitespace() && !INVISIBLE.contains(c) && !"“”‘’\"'「」".contains(*c);
    (key.chars().filter(kept).map(|c| compatibility::usual(c).unwrap_or(c)).collect(), number)
}

/// True where the list of unread numbers has something of the range.
pub fn is_listed(d: &Disclosure, range: &Range<usize>) -> bool {
    d.unread.iter().any(|unread| unread.quote.start < range.end && range.start < unread.quote.end)
}

/// The ids of the checks that find a conflict.
pub fn conflicts(d: &Disclosure) -> Vec<String> {
    audit::run(d).iter().filter(|check| check.outcome == Outcome::Conflict).map(Check::id).collect()
}

/// Parses a text and compares the result with what is right. A text that is refused shows nothing, and says so.
pub fn judge(text: &str, right: &Expectation) -> Verdict {
    let d = match parse(text) {
        Ok(d) => d,
        Err(ParseError::NoBudget { .. } | ParseError::Settlement { .. }) => {
            let missing = right.shown.iter().map(|fact| format!("{} {}", fact.0, fact.1)).collect();
            return Verdict { missing, ..Verdict::default() };
        }
        Err(error) => panic!("{error}: {text}"),
    };
    let shown: Vec<Fact> = facts(&d).into_iter().map(folded).collect();
    let mut verdict = Verdict::default();
    let allowed = right.shown.iter().chain(right.shown_or_listed.iter().map(|(fact, _)| fact)).chain(&right.allowed);
    let allowed: HashSet<Fact> = allowed.cloned().map(folded).collect();
    for fact in shown.iter().filter(|fact| !allowed.contains(fact)) {
        verdict.wrong.push(format!("{} {}", fact.0, fact.1));
    }
    verdict.wrong.extend(shown_numbers::faults(&d));
    for fact in right.shown.iter().filter(|fact| !shown.contains(&folded((*fact).clone()))) {
        verdict.missing.push(format!("{} {}", fact.0, fact.1));
    }
    for (fact, range) in &right.shown_or_listed {
        if !shown.contains(&folded(fact.clone())) && !is_listed(&d, range) {
            verdict.lost.push(format!("{} {} ({})", fact.0, fact.1, &text[range.clone()]));
        }
    }
    for range in right.listed.iter().filter(|range| !is_listed(&d, range)) {
        verdict.lost.push(text[range.start..range.end].to_owned());
    }
    // A wrong number that contradicts another one is counted once.
    if let Some(known) = right.conflicts.as_ref().filter(|_| verdict.wrong.is_empty()) {
        verdict.charged = conflicts(&d).into_iter().filter(|check| !known.contains(check)).collect();
    }
    verdict
}

/// A fact in its written form: `three_public.reception 9.3`.
pub fn fact(written: &str) -> Fact {
    let (key, value) = written.trim().rsplit_once(' ').unwrap_or_else(|| panic!("no fact: {written}"));
    (key.to_owned(), value.to_owned())
}

/// An expectation in its written form, for the words of `text` from `from` on, separated by `|`:
///
/// - `income 5`: must be shown;
/// - `?income 5 <5万元>`: is shown, or the place in angle brackets is listed;
/// - `<5万元>`: is listed.
pub fn expectation(written: &str, text: &str, from: usize) -> Expectation {
    let mut right = Expectation::default();
    for part in written.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let place = part.find('<').map(|at| {
            let words = part[at + 1..].strip_suffix('>').unwrap_or_else(|| panic!("no place: {part}"));
            let start = from + text[from..].find(words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
            start..start + words.len()
        });
        match (part.strip_prefix('?'), place) {
            (Some(rest), Some(place)) => {
                let (written, _) = rest.split_once('<').unwrap_or((rest, ""));
                right.shown_or_listed.push((fact(written), place));
            }
            (None, Some(place)) => right.listed.push(place),
            (_, None) => right.shown.push(fact(part)),
        }
    }
    right
}
