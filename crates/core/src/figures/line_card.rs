//! The card of a line, which opens at a mark of a chart or at an amount: amount, share, change, reason, sentence.

use super::RenderContext;
use super::class_meaning::class_meaning;
use super::explained_change::{ReasonText, explained_change};
use super::figure_chart::ChartMark;
use super::list_balance;
use super::number_name::{number_name, standalone_number_format};
use super::rich_text::{NumberFormat, RichText, format_number};
use crate::disclosure::{LineId, Quote};
use crate::glossary::{self, Term};
use crate::provenance::{self, Provenance, SourcedValue};

/// The card of a line or a count.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LineCard {
    /// The line.
    pub line: LineId,
    /// The name of the line.
    pub name: String,
    /// The id of the glossary term that explains it.
    pub term: Option<&'static str>,
    /// Named numbers: amount, share, last year, change.
    pub entries: Vec<(String, RichText)>,
    /// The reason of its change.
    pub reason: Option<ReasonText>,
    /// Its purpose in the document's words.
    pub purpose: Option<String>,
    /// The clause that states it.
    pub source: Option<Quote>,
}

/// The card of a line or count; None if the document does not state it.
pub fn line_card(context: &RenderContext, id: &LineId) -> Option<LineCard> {
    let (d, words) = (context.disclosure, context.locale.words());
    let mut entries = Vec::new();
    if let Some(count) = d.cite_count(id.as_str()) {
        entries.push((words.card_count.to_owned(), RichText::number(count, NumberFormat::Column)));
    }
    let gap = gap(context, id);
    if let Some(amount) = d.cite(id.as_str()).or(gap.clone()) {
        entries.push((
            context.fill(words.card_amount, &[]).plain(&context.locale),
            RichText::number(amount, NumberFormat::Column),
        ));
    }
    for (whole, label) in [
        ("expenditure", words.card_share),
        ("income", words.card_share),
        ("three_public", words.card_share_three_public),
    ] {
        let part = id.as_str() != whole
            && (id.parent() == Some(whole) || whole == "expenditure" && id.parent() == Some("appropriation"));
        if let Some(share) = part.then(|| share_of(context, id, gap.clone(), whole)).flatten() {
            entries.push((label.to_owned(), RichText::number(share, NumberFormat::Column)));
        }
    }
    if let Some(meaning) = class_meaning(context, id) {
        entries.push((words.card_meaning.to_owned(), meaning.phrase.into()));
    }
    let explained = explained_change(context, id.as_str());
    if let Some(explained) = &explained {
        if let Some(base) = explained.base.clone() {
            let label = context.fill(words.card_base, &[]).plain(&context.locale);
            entries.push((label, RichText::number(base, NumberFormat::Column)));
        }
        entries.push((words.card_change.to_owned(), explained.change_text(context).in_column()));
    }
    // Some lines are named only as a part of another line's change.
    let component = entries.is_empty().then(|| component(context, id)).flatten();
    if let Some(change) = &component {
        entries.push((words.card_change.to_owned(), RichText::number(change.clone(), NumberFormat::ArrowColumn)));
    }
    if entries.is_empty() {
        return None;
    }
    let line = d.line(id.as_str());
    let counted = || d.count(id.as_str()).map(|count| count.quote);
    let quote = line.map(|line| line.quote).or_else(counted).or_else(|| component?.quote());
    let purpose = line.and_then(|line| line.purpose.as_ref()).map(|purpose| purpose.text.clone());
    Some(LineCard {
        line: id.clone(),
        name: context.heading_name(id),
        term: glossary::term_of_line(id).map(|term: &Term| term.id),
        entries,
        reason: explained.map(|explained| explained.reason),
        purpose,
        source: quote,
    })
}

/// A mark of a chart as text for screen readers.
pub fn spoken_mark(context: &RenderContext, mark: &ChartMark) -> String {
    let locale = &context.locale;
    let parts = match (&mark.number, line_card(context, &mark.line)) {
        (Some(number), _) => {
            let name = number_name(context, number).plain(locale);
            let sign = match number.provenance {
                Provenance::Stated(_) => locale.labels.stated_short,
                Provenance::Computed(_) => locale.labels.computed_short,
            };
            vec![name, format_number(number, standalone_number_format(number), locale), sign.to_owned()]
        }
        (None, Some(card)) => {
            let entries = card.entries.iter().map(|(label, value)| format!("{label} {}", value.plain(locale)));
            std::iter::once(card.name.clone()).chain(entries).collect()
        }
        (None, None) => vec![context.name(&mark.line)],
    };
    parts.join(locale.words().comma)
}

/// The part of the parent that the document does not list, if this is its id.
fn gap(context: &RenderContext, id: &LineId) -> Option<SourcedValue> {
    let whole = id.parent().filter(|whole| *id == list_balance::unlisted(whole))?;
    list_balance::balance(context.disclosure, whole).missing().cloned()
}

fn share_of(context: &RenderContext, id: &LineId, gap: Option<SourcedValue>, whole: &str) -> Option<SourcedValue> {
    let d = context.disclosure;
    provenance::share(d.cite(id.as_str()).or(gap)?, d.cite(whole)?)
}

/// The change of a line as a component of another line's change.
fn component(context: &RenderContext, id: &LineId) -> Option<SourcedValue> {
    context.disclosure.cite_components().find(|component| component.line == *id)
}
