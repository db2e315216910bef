//! A disclosure as JSON, schema `mingbai/1`: what `mingbai parse` prints.
//!
//! Amounts are strings in 万元, exact: a fall is negative, no change is `"0"`. Quotes are bytes of the text as UTF-8.

use super::check_json::CheckRecord;
use super::dataset_hash::dataset_hash;
use super::json_value::{QuoteRecord, wan};
use super::unread_reason::unread_reason;
use crate::audit::{Check, Corroborations};
use crate::disclosure::{BudgetKind, Component, Count, Definition, Duty, Line, Passage, StatedChange, UnreadNumber};
use crate::figures::RenderContext;
use crate::provenance::SourcedValue;
use serde::Serialize;

/// A disclosure with its checks. The order of the fields is that of the file.
///
/// ```
/// use mingbai_core::{audit, disclosure, export::{DisclosureRecord, to_json}, figures::RenderContext, locale::Lang};
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。";
/// let disclosure = disclosure::parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let json = to_json(&DisclosureRecord::of(&context, &audit::run(&disclosure)));
/// assert!(json.contains(r#""id": "three_public""#));
/// # Ok::<(), disclosure::ParseError>(())
/// ```
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct DisclosureRecord {
    /// `mingbai/1`. An incompatible change gets another number.
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
    /// What the file was decoded from; left out where there was no file. Quotes are bytes of the text as UTF-8: of the
    /// file itself where this says `UTF-8` and the file is a text, else of what was read from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// What kind of file it was; left out where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// Budget lines in the order of the text.
    pub lines: Vec<LineRecord>,
    /// Differences against last year, in the order of the text.
    pub changes: Vec<ChangeRecord>,
    /// Posts, offices and vehicles.
    pub counts: Vec<CountRecord>,
    /// The document's own explanations of terms.
    pub definitions: Vec<DefinitionRecord>,
    /// The institution's duties.
    pub duties: Vec<DutyRecord>,
    /// Page numbers, line numbers, running heads and borders, which are removed before the text is parsed.
    pub furniture: Vec<FurnitureRecord>,
    /// Numbers that were not understood. Nothing about them is guessed.
    pub unread: Vec<UnreadRecord>,
    /// The checks, conflicts first.
    pub checks: Vec<CheckRecord>,
}

/// A stated amount.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct LineRecord {
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
    pub quote: QuoteRecord,
    /// The number with its unit inside the clause; the whole clause where the text says 无 instead of a number.
    pub at: QuoteRecord,
    /// The checks that use it.
    pub corroboration: CorroborationRecord,
}

/// How many checks compare a number with others, and what they found.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct CorroborationRecord {
    /// Checks that it satisfies, exactly or within rounding.
    pub agreeing: usize,
    /// Checks in which it takes part and that find a conflict.
    pub conflicting: usize,
}

/// A stated difference against last year.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ChangeRecord {
    /// The line that changed.
    pub id: String,
    /// The comparison as worded; empty where the document leaves it out.
    pub base: String,
    /// The year compared with; null where the text neither states nor implies it.
    pub base_year: Option<i32>,
    /// Signed, in 万元.
    pub wan: String,
    /// The reason, verbatim; null where the document gives none beyond the components.
    pub reason: Option<String>,
    /// What the line's money is for, verbatim.
    pub purpose: Option<String>,
    /// The components of the change that the document names.
    pub components: Vec<ComponentRecord>,
    /// The clause that states it.
    pub quote: QuoteRecord,
    /// The checks that use it.
    pub corroboration: CorroborationRecord,
}

/// A component of a change.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ComponentRecord {
    /// As published.
    pub label: String,
    /// The line it is a change of; null where the name is not known.
    pub id: Option<String>,
    /// Signed, in 万元.
    pub wan: String,
    /// The clause that states it.
    pub quote: QuoteRecord,
    /// The checks that use it.
    pub corroboration: CorroborationRecord,
}

/// A number of people, offices or vehicles.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct CountRecord {
    /// Its stable id.
    pub id: String,
    /// As published.
    pub label: String,
    /// How many.
    pub n: u64,
    /// 名, 个, 辆 …
    pub unit: String,
    /// The clause that states it.
    pub quote: QuoteRecord,
    /// The checks that use it.
    pub corroboration: CorroborationRecord,
}

/// A term as the document explains it.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct DefinitionRecord {
    /// The term.
    pub term: String,
    /// The explanation.
    pub text: String,
    /// Term and explanation.
    pub quote: QuoteRecord,
}

/// A duty.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct DutyRecord {
    /// Its number in the document.
    pub n: Option<u32>,
    /// Its text, without the number.
    pub text: String,
    /// Number and text.
    pub quote: QuoteRecord,
}

/// A page number, line number, running head or border.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct FurnitureRecord {
    /// As published.
    pub text: String,
    /// Where it is.
    pub quote: QuoteRecord,
}

/// A number that was not understood.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct UnreadRecord {
    /// The number with a few words around it.
    pub text: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// A stable word for the reason.
    pub why: &'static str,
    /// The reason in words, in the reader's language.
    #[serde(rename = "says")]
    pub sentence: &'static str,
    /// The number.
    pub quote: QuoteRecord,
}

impl DisclosureRecord {
    /// A disclosure with the checks that were run on it. Sentences are in the language of `context`.
    pub fn of(context: &RenderContext, checks: &[Check]) -> DisclosureRecord {
        let (d, corroborations) = (context.disclosure, Corroborations::new(checks));
        DisclosureRecord {
            schema: "mingbai/1",
            title: d.title.as_ref().map(|title| title.text.clone()),
            institution: d.institution.as_ref().map(|name| name.text.clone()),
            year: d.year,
            kind: match d.kind {
                BudgetKind::Department => "部门",
                BudgetKind::SingleUnit => "单位",
            },
            unit: d.unit.as_str(),
            sha256: dataset_hash(d),
            encoding: None,
            format: None,
            lines: d.lines.iter().map(|line| LineRecord::of(line, d.year, &corroborations)).collect(),
            changes: d.changes().map(|stated| ChangeRecord::of(stated, &corroborations)).collect(),
            counts: d.counts.iter().map(|count| CountRecord::of(count, &corroborations)).collect(),
            definitions: d.definitions.iter().map(DefinitionRecord::of).collect(),
            duties: d.duties.iter().map(DutyRecord::of).collect(),
            furniture: d.furniture.iter().map(FurnitureRecord::of).collect(),
            unread: UnreadRecord::all(context),
            checks: checks.iter().map(|check| CheckRecord::of(context, check)).collect(),
        }
    }
}

impl CorroborationRecord {
    fn of(value: &SourcedValue, corroborations: &Corroborations) -> CorroborationRecord {
        let corroboration = corroborations.of(value);
        CorroborationRecord { agreeing: corroboration.agreeing, conflicting: corroboration.conflicting }
    }
}

impl LineRecord {
    fn of(line: &Line, year: Option<i32>, corroborations: &Corroborations) -> LineRecord {
        LineRecord {
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
            corroboration: CorroborationRecord::of(&line.cite(), corroborations),
        }
    }
}

impl ChangeRecord {
    fn of(stated: StatedChange, corroborations: &Corroborations) -> ChangeRecord {
        let StatedChange { id, change, purpose, .. } = stated;
        let component = |part: &Component| ComponentRecord {
            label: part.label.clone(),
            id: part.id.as_ref().map(ToString::to_string),
            wan: wan(part.amount),
            quote: part.quote.into(),
            corroboration: CorroborationRecord::of(&SourcedValue::component(id, part), corroborations),
        };
        ChangeRecord {
            id: id.to_string(),
            base: change.comparison.clone(),
            base_year: change.base_year,
            wan: wan(change.amount),
            reason: change.reason.as_ref().map(|reason| reason.text.clone()),
            purpose: purpose.map(|purpose| purpose.text.clone()),
            components: change.components.iter().map(component).collect(),
            quote: change.quote.into(),
            corroboration: CorroborationRecord::of(&change.cite(id), corroborations),
        }
    }
}

impl CountRecord {
    fn of(count: &Count, corroborations: &Corroborations) -> CountRecord {
        CountRecord {
            id: count.id.to_string(),
            label: count.label.clone(),
            n: count.n,
            unit: count.measure_word.clone(),
            quote: count.quote.into(),
            corroboration: CorroborationRecord::of(&count.cite(), corroborations),
        }
    }
}

impl DefinitionRecord {
    fn of(definition: &Definition) -> DefinitionRecord {
        DefinitionRecord {
            term: definition.term.clone(),
            text: definition.text.clone(),
            quote: definition.quote.into(),
        }
    }
}

impl DutyRecord {
    fn of(duty: &Duty) -> DutyRecord {
        DutyRecord { n: duty.n, text: duty.text.clone(), quote: duty.quote.into() }
    }
}

impl FurnitureRecord {
    fn of(furniture: &Passage) -> FurnitureRecord {
        FurnitureRecord { text: furniture.text.clone(), quote: furniture.quote.into() }
    }
}

impl UnreadRecord {
    /// Every number of a disclosure that was not understood.
    pub fn all(context: &RenderContext) -> Vec<UnreadRecord> {
        let record = |unread: &UnreadNumber| UnreadRecord {
            text: unread.text.clone(),
            line: unread.quote.line,
            why: unread.reason.as_str(),
            sentence: unread_reason(unread.reason, context.locale.lang),
            quote: unread.quote.into(),
        };
        context.disclosure.unread.iter().map(record).collect()
    }
}
