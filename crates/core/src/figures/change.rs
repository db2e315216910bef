//! From last year to this year: a bridge whose steps carry the document's own reasons.

use super::bridge::{Bridge, BridgeStep, bridge, is_budget};
use super::change_chart::draw;
use super::change_table::table;
use super::chart_style::ChartStyle;
use super::explained_change::explained_changes;
use super::{Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, source_reference};
use crate::provenance::SourcedValue;

/// The figure; None if the document states no change of the budget or the appropriation.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let bridge = bridge(context)?;
    Some(Figure {
        id: FigureId::Change,
        question: words.change_question.to_owned(),
        title: title(context, &bridge),
        subtitle: context.fill(words.change_subtitle, &[]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: explained_changes(context),
        table: table(context, &bridge),
        notes: notes(context, &bridge),
        sources: sources(context),
    })
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    bridge(context).is_some()
}

/// The chart of the figure.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    Some(draw(context, chart_style, &bridge(context)?))
}

/// The sentences that state changes, and those that state the amounts that changed.
fn sources(context: &RenderContext) -> Vec<source_reference::SourceReference> {
    let quotes = explained_changes(context).into_iter().flat_map(|item| {
        let amount = context.disclosure.line(item.line.as_str()).map(|line| line.quote);
        amount.into_iter().chain([item.quote])
    });
    source_reference::of_quotes(context, quotes.collect())
}

/// The name of the whole in a sentence.
fn whole_name(context: &RenderContext, bridge: &Bridge) -> RichText {
    if is_budget(context, bridge) { context.locale.words().change_budget.into() } else { context.line(&bridge.whole) }
}

fn title(context: &RenderContext, bridge: &Bridge) -> RichText {
    let words = context.locale.words();
    let change = &bridge.change;
    let whole =
        [("whole", whole_name(context, bridge)), ("total", RichText::number(change.clone(), NumberFormat::Unsigned))];
    if change.money().is_zero() {
        return context.fill(words.change_title_flat, &whole);
    }
    let up = !change.money().is_negative();
    let moved: Vec<&BridgeStep> = bridge.steps.iter().filter(|step| !step.change.money().is_zero()).collect();
    // A step in the other direction than the whole is the finding; without one, the largest step is.
    let against = moved.iter().filter(|step| step.change.money().is_negative() == up);
    let against = against.max_by_key(|step| step.change.money().abs());
    let largest = moved.iter().max_by_key(|step| step.change.money().abs());
    let fill = |step: &BridgeStep, rise, fall| {
        let step = [
            ("line", context.line(&step.line)),
            ("amount", RichText::number(step.change.clone(), NumberFormat::Unsigned)),
        ];
        context.fill(if up { rise } else { fall }, &[whole.as_slice(), &step].concat())
    };
    match (against, largest) {
        (Some(step), _) => fill(step, words.change_title_still_up, words.change_title_still_down),
        (None, Some(step)) if moved.len() > 1 => {
            fill(step, words.change_title_up_mostly, words.change_title_down_mostly)
        }
        (None, Some(step)) if step.change.money() == change.money() => {
            fill(step, words.change_title_up_all, words.change_title_down_all)
        }
        (None, Some(step)) => fill(step, words.change_title_up_with, words.change_title_down_with),
        _ => context.fill(if up { words.change_title_up } else { words.change_title_down }, &whole),
    }
}

fn notes(context: &RenderContext, bridge: &Bridge) -> Vec<RichText> {
    let words = context.locale.words();
    let line = || ("line", context.line(&bridge.whole));
    let mut notes = vec![context.fill(words.base_note, &[])];
    if !is_budget(context, bridge) {
        notes.push(context.fill(words.change_not_budget, &[line()]));
    }
    if bridge.steps.is_empty() {
        notes.push(context.fill(words.change_no_parts, &[]));
    }
    if let Some(gap) = &bridge.gap {
        let parts = bridge.steps.iter().map(|step| step.change.clone()).collect();
        let sum = SourcedValue::sum(bridge.whole.clone(), parts);
        let slots = [
            ("sum", RichText::number(sum, NumberFormat::Plain)),
            ("total", RichText::number(bridge.change.clone(), NumberFormat::Plain)),
            ("gap", RichText::number(gap.clone(), NumberFormat::Unsigned)),
        ];
        notes.push(context.fill(words.change_gap_note, &slots));
    }
    if let Some(rounding) = &bridge.rounding {
        let gap = RichText::number(rounding.clone(), NumberFormat::Unsigned);
        notes.push(context.fill(words.change_rounding, &[("gap", gap)]));
    }
    notes
}
