//! A disclosure as JSON, schema `mingbai/1`: what `mingbai parse` prints.
//!
//! Amounts are strings in 万元, exact: a fall is negative, no change is `"0"`. Places are bytes of the text as UTF-8.

use super::checks::CheckEntry;
use super::dataset_hash::dataset;
use super::unread_reason::why_says;
use crate::amount::Amount;
use crate::audit::Check;
use crate::disclosure::{BudgetKind, Change, Disclosure, Line, LineId, Passage, Quote};
use crate::figures::RenderContext;
use serde::Serialize;

/// A whole disclosure with its checks. The fields stand in the file in this order.
#[derive(Debug, Serialize)]
pub struct Document {
    /// `mingbai/1`; another number where a reader of the old one would go wrong.
    pub schema: &'static str,
    /// As published; null where the document has none.
    pub title: Option<String>,
    /// As published; null where the document names none.
    pub institution: Option<String>,
    /// The year that is planned; null where the document does not say.
    pub year: Option<i32>,
    /// 部门 or 单位.
    pub kind: &'static str,
    /// The unit that the document writes: 万元 or 元. Amounts here are in 万元 all the same.
    pub unit: &'static str,
    /// The dataset's hash: SHA-256 of the text as UTF-8, without a byte order mark.
    pub sha256: String,
    /// What the file was decoded from; left out where there was no file. Places are bytes of the text as UTF-8: of the
    /// file itself where this says `UTF-8`, else of what it decodes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// Budget lines in the order of the text.
    pub lines: Vec<LineEntry>,
    /// Differences against last year, in the order of the text.
    pub changes: Vec<ChangeEntry>,
    /// Posts, offices and vehicles.
    pub counts: Vec<CountEntry>,
    /// The document's own explanations of terms.
    pub definitions: Vec<DefinitionEntry>,
    /// What the institution is there for.
    pub duties: Vec<DutyEntry>,
    /// Numbers that were not understood. Nothing about them is guessed.
    pub unread: Vec<UnreadEntry>,
    /// Whether it adds up: conflicts first.
    pub checks: Vec<CheckEntry>,
}

/// Where the text states something.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    /// First byte of the text as UTF-8.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line on which it begins, from 1.
    pub line: usize,
}

/// A stated amount.
#[derive(Debug, Serialize)]
pub struct LineEntry {
    /// Its stable id.
    pub id: String,
    /// Its name as published.
    pub label: String,
    /// The year it is planned for.
    pub year: Option<i32>,
    /// How much, in 万元.
    pub wan: String,
    /// As published, unit and all.
    pub published: String,
    /// Always `stated`: nothing here is computed.
    pub origin: &'static str,
    /// `part`, `subtotal`, `repeated` or `within`: only parts add up to the line above them.
    pub role: &'static str,
    /// What the money is for, verbatim.
    pub purpose: Option<String>,
    /// The clause that states it.
    pub quote: Place,
    /// The number with its unit inside the clause; the whole clause where the text says 无 instead of a number.
    pub at: Place,
}

/// A stated difference against last year.
#[derive(Debug, Serialize)]
pub struct ChangeEntry {
    /// The line that changed.
    pub id: String,
    /// The comparison as worded; empty where the document leaves it out.
    pub base: String,
    /// The year compared with; null where it neither stands in the text nor follows from it.
    pub base_year: Option<i32>,
    /// Signed, in 万元.
    pub wan: String,
    /// The reason, verbatim; null where the document gives none beyond the components.
    pub reason: Option<String>,
    /// What the line's money is for, verbatim.
    pub purpose: Option<String>,
    /// The parts of the change that the document names.
    pub components: Vec<ComponentEntry>,
    /// The clause that states it.
    pub quote: Place,
}

/// A part of a change.
#[derive(Debug, Serialize)]
pub struct ComponentEntry {
    /// As published.
    pub label: String,
    /// The line it is a change of; null where the name is not known.
    pub id: Option<String>,
    /// Signed, in 万元.
    pub wan: String,
    /// The clause that states it.
    pub quote: Place,
}

/// A number of people, offices or vehicles.
#[derive(Debug, Serialize)]
pub struct CountEntry {
    /// Its stable id.
    pub id: String,
    /// As published.
    pub label: String,
    /// How many.
    pub n: u64,
    /// 名, 个, 辆 …
    pub unit: String,
    /// The clause that states it.
    pub quote: Place,
}

/// A term as the document explains it.
#[derive(Debug, Serialize)]
pub struct DefinitionEntry {
    /// The term.
    pub term: String,
    /// The explanation.
    pub text: String,
    /// Term and explanation.
    pub quote: Place,
}

/// A duty.
#[derive(Debug, Serialize)]
pub struct DutyEntry {
    /// Its number in the document.
    pub n: Option<u32>,
    /// What it says, without the number.
    pub text: String,
    /// Number and text.
    pub quote: Place,
}

/// A number that was not understood.
#[derive(Debug, Serialize)]
pub struct UnreadEntry {
    /// The number with a few words round it.
    pub text: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// A stable word for the reason.
    pub why: &'static str,
    /// The reason in words, in the reader's language.
    pub says: &'static str,
    /// The number.
    pub quote: Place,
}

impl Document {
    /// All of a disclosure, with checks that were run on it. What is said in words is in the language of `context`.
    pub fn of(context: &RenderContext, checks: &[Check]) -> Document {
        let d = context.disclosure;
        Document {
            schema: "mingbai/1",
            title: d.title.as_ref().map(|title| title.text.clone()),
            institution: d.institution.as_ref().map(|name| name.text.clone()),
            year: d.year,
            kind: match d.kind {
                BudgetKind::Department => "部门",
                BudgetKind::Unit => "单位",
            },
            unit: d.unit.as_str(),
            sha256: dataset(d),
            encoding: None,
            lines: d.lines.iter().map(|line| LineEntry::of(line, d.year)).collect(),
            changes: ChangeEntry::all(d),
            counts: d
                .counts
                .iter()
                .map(|count| CountEntry {
                    id: count.id.to_string(),
                    label: count.label.clone(),
                    n: count.n,
                    unit: count.unit.clone(),
                    quote: count.quote.into(),
                })
                .collect(),
            definitions: d
                .definitions
                .iter()
                .map(|definition| DefinitionEntry {
                    term: definition.term.clone(),
                    text: definition.text.clone(),
                    quote: definition.quote.into(),
                })
                .collect(),
            duties: d
                .duties
                .iter()
                .map(|duty| DutyEntry { n: duty.n, text: duty.text.clone(), quote: duty.quote.into() })
                .collect(),
            unread: UnreadEntry::all(context),
            checks: checks.iter().map(|check| CheckEntry::of(context, check)).collect(),
        }
    }
}

impl LineEntry {
    fn of(line: &Line, year: Option<i32>) -> LineEntry {
        LineEntry {
            id: line.id.to_string(),
            label: line.label.clone(),
            year,
            wan: wan(line.amount),
            published: line.published.clone(),
            origin: "stated",
            role: line.role.as_str(),
            purpose: line.purpose.as_ref().map(|purpose| purpose.text.clone()),
            quote: line.quote.into(),
            at: line.number_quote.into(),
        }
    }
}

impl ChangeEntry {
    /// Every change: of lines in the order of the text, then of those whose own amount was lost.
    fn all(d: &Disclosure) -> Vec<ChangeEntry> {
        let stated = d.lines.iter().filter_map(|line| Some((&line.id, line.change.as_ref()?, &line.purpose)));
        let lone = d.orphaned_changes.iter().map(|lone| (&lone.id, &lone.change, &lone.purpose));
        stated.chain(lone).map(|(id, change, purpose)| ChangeEntry::of(id, change, purpose.as_ref())).collect()
    }

    fn of(id: &LineId, change: &Change, purpose: Option<&Passage>) -> ChangeEntry {
        let component = |part: &crate::disclosure::Component| ComponentEntry {
            label: part.label.clone(),
            id: part.id.as_ref().map(ToString::to_string),
            wan: wan(part.amount),
            quote: part.quote.into(),
        };
        ChangeEntry {
            id: id.to_string(),
            base: change.comparison.clone(),
            base_year: change.base_year,
            wan: wan(change.amount),
            reason: change.reason.as_ref().map(|reason| reason.text.clone()),
            purpose: purpose.map(|purpose| purpose.text.clone()),
            components: change.components.iter().map(component).collect(),
            quote: change.quote.into(),
        }
    }
}

impl UnreadEntry {
    /// Every number of a disclosure that was not understood.
    pub fn all(context: &RenderContext) -> Vec<UnreadEntry> {
        let entry = |unread: &crate::disclosure::UnreadNumber| UnreadEntry {
            text: unread.text.clone(),
            line: unread.quote.line,
            why: unread.reason.as_str(),
            says: why_says(unread.reason, context.locale.lang),
            quote: unread.quote.into(),
        };
        context.disclosure.unread.iter().map(entry).collect()
    }
}

impl From<Quote> for Place {
    fn from(quote: Quote) -> Place {
        Place { start: quote.start, end: quote.end, line: quote.line }
    }
}

/// A record as the text of a file, indented for people.
pub fn to_json(record: &impl Serialize) -> String {
    // What could fail is a map whose keys are no words: no record holds one.
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}

/// An amount as machines read it; nothing is `0`, without a sign.
pub(super) fn wan(amount: Amount) -> String {
    if amount.is_zero() { "0".to_owned() } else { amount.plain() }
}
