//! The card of a line, which opens at a mark of a chart or at an amount: amount, share, change, reason, sentence.

use super::RenderContext;
use super::class_meaning::class_meaning;
use super::explained_change::{ReasonText, explained_change};
use super::list_balance;
use super::number_name::formula_named;
use super::rich_text::{NumberFormat, RichText, format_number};
use crate::disclosure::{LineId, Quote};
use crate::glossary::{self, Term};
use crate::provenance::{self, SourcedValue};

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
        entries.push((words.card_count.to_owned(), RichText::number(count, NumberFormat::Plain)));
    }
    let gap = gap(context, id);
    if let Some(amount) = d.cite(id.as_str()).or(gap.clone()) {
        entries.push((
            context.fill(words.card_amount, &[]).plain(&context.locale),
            RichText::number(amount, NumberFormat::Plain),
        ));
    }
    let shares = shares(context, id, gap);
    entries.extend(
        shares.into_iter().map(|(label, share)| (label.to_owned(), RichText::number(share, NumberFormat::Plain))),
    );
    if let Some(meaning) = class_meaning(context, id) {
        entries.push((words.card_meaning.to_owned(), meaning.phrase.into()));
    }
    let explained = explained_change(context, id.as_str());
    if let Some(explained) = &explained {
        if let Some(base) = explained.base.clone() {
            let label = context.fill(words.card_base, &[]).plain(&context.locale);
            entries.push((label, RichText::number(base, NumberFormat::Plain)));
        }
        entries.push((words.card_change.to_owned(), explained.change_text(context)));
    }
    // Some lines are named only as a part of another line's change.
    let component = entries.is_empty().then(|| component(context, id)).flatten();
    if let Some(change) = &component {
        entries.push((words.card_change.to_owned(), RichText::number(change.clone(), NumberFormat::Arrow)));
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

/// The part of the parent that the document does not list, if this is its id.
fn gap(context: &RenderContext, id: &LineId) -> Option<SourcedValue> {
    let whole = id.parent().filter(|whole| *id == list_balance::unlisted(whole))?;
    list_balance::balance(context.disclosure, whole).missing().cloned()
}

/// The shares of a line in what it is a part of, each with its label. `gap` is the amount of a line that the document
/// does not list.
fn shares(context: &RenderContext, id: &LineId, gap: Option<SourcedValue>) -> Vec<(&'static str, SourcedValue)> {
    let (d, words) = (context.disclosure, context.locale.words());
    let wholes = [
        ("expenditure", words.card_share),
        ("income", words.card_share),
        ("three_public", words.card_share_three_public),
    ];
    let share = |(whole, label): (&str, &'static str)| {
        let is_part = id.as_str() != whole
            && (id.parent() == Some(whole) || whole == "expenditure" && id.parent() == Some("appropriation"));
        let amount = is_part.then(|| d.cite(id.as_str()).or(gap.clone())).flatten()?;
        Some((label, provenance::share(amount, d.cite(whole)?)?))
    };
    wholes.into_iter().filter_map(share).collect()
}

/// What a tip adds to a mark of a line whose name and amounts the chart writes itself: its share of the whole and its
/// change in per cent, else its amount or count. None if the document does not state the line.
pub fn line_tip(context: &RenderContext, id: &LineId) -> Option<String> {
    let (locale, words) = (&context.locale, context.locale.words());
    let d = context.disclosure;
    let change = d.cite_change(id.as_str()).filter(|change| !change.money().is_zero());
    let percent = change.zip(d.cite_percent(id.as_str())).map(|(change, percent)| {
        let template = if change.money().is_negative() { words.tip_down } else { words.tip_up };
        let percent = RichText::number(percent, NumberFormat::Unsigned);
        context.fill(template, &[("percent", percent)]).plain(locale)
    });
    let share = |(label, share): &(&str, SourcedValue)| {
        format!("{label} {}", format_number(share, NumberFormat::Plain, locale))
    };
    let parts: Vec<String> = shares(context, id, gap(context, id)).iter().map(share).chain(percent).collect();
    if !parts.is_empty() {
        return Some(parts.join(words.comma));
    }
    let (name, value) = line_card(context, id)?.entries.into_iter().next()?;
    Some(format!("{name} {}", value.plain(locale)))
}

/// What a tip says of a number that is not the amount of its line: how it was computed.
pub fn number_tip(context: &RenderContext, number: &SourcedValue) -> Option<String> {
    let formula = formula_named(context, number)?;
    Some(context.fill(context.locale.words().formula, &[("formula", formula)]).plain(&context.locale))
}

/// The change of a line as a component of another line's change.
fn component(context: &RenderContext, id: &LineId) -> Option<SourcedValue> {
    context.disclosure.cite_components().find(|component| component.line == *id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    #[test]
    fn a_tip_says_what_the_chart_does_not_write() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        let tip = |id: &str| line_tip(&context, &id.into());
        assert_eq!(tip("three_public.reception").as_deref(), Some("占“三公”经费 14.0%，比2022年减少 74.86%"));
        assert_eq!(tip("appropriation.basic").as_deref(), Some("占总预算 88.1%，比2022年增加 13.43%"));
        assert_eq!(tip("expenditure").as_deref(), Some("比2022年增加 6.87%"));
        assert_eq!(tip("staff.administrative").as_deref(), Some("数量 33\u{202f}人"));
        assert_eq!(tip("expenditure.999"), None);
        let base = disclosure.cite_base("expenditure").unwrap();
        let formula = "算式：2023年预算 1,675.82 − 比2022年的变化 107.78";
        assert_eq!(number_tip(&context, &base).as_deref(), Some(formula));
        assert_eq!(number_tip(&context, &disclosure.cite("expenditure").unwrap()), None);
    }
}
