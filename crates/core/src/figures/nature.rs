//! 基本支出 and 项目支出, this year and last year.

use super::comparison_table::comparison_table;
use super::explained_change::explained_change;
use super::{
    ChartStyle, Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, bridge, list_balance,
    source_reference, year_over_year,
};
use crate::disclosure::LineId;
use crate::provenance::{Aspect, SourcedValue};

const APPROPRIATION: &str = "appropriation";

/// The figure; None if the document states neither of the two.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    let ids = kinds(context)?;
    let compared = ids.iter().any(|id| d.cite_base(id.as_str()).is_some());
    let mut notes = not_total(context).into_iter().collect::<Vec<_>>();
    notes.extend(list_balance::notes(context, APPROPRIATION, false));
    if compared {
        notes.push(context.fill(words.base_note, &[]));
    }
    if d.parts("expenditure").next().is_some() {
        notes.push(context.fill(words.two_views, &[]));
    }
    let subtitle = match (ids.len(), compared) {
        (1, false) => words.nature_subtitle_one_alone,
        (1, true) => words.nature_subtitle_one,
        (_, false) => words.nature_subtitle_alone,
        (_, true) => words.nature_subtitle,
    };
    // The figure of changes shows the reasons; this one shows only those that are not there.
    let elsewhere = bridge::drawn_changes(context);
    let here = ids.iter().filter(|id| !elsewhere.contains(id));
    Some(Figure {
        id: FigureId::Nature,
        question: words.nature_question.to_owned(),
        title: title(context, &ids),
        subtitle: context.fill(subtitle, &[("whole", context.line(&LineId::known(APPROPRIATION)))]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: here.filter_map(|id| explained_change(context, id.as_str())).collect(),
        table: comparison_table(
            context,
            &ids,
            Some(APPROPRIATION),
            &context.fill(words.nature_caption, &[]).plain(&context.locale),
        ),
        notes,
        sources: source_reference::of_lines(context, &[APPROPRIATION]),
    })
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    kinds(context).is_some()
}

/// The chart of the figure.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    Some(year_over_year::chart(context, chart_style, &year_over_year::pairs(context, &kinds(context)?)))
}

/// The stated kinds, in the order of the document; None if there is none.
fn kinds(context: &RenderContext) -> Option<Vec<LineId>> {
    let ids: Vec<LineId> = context.disclosure.parts(APPROPRIATION).map(|line| line.id.clone()).collect();
    (!ids.is_empty()).then_some(ids)
}

/// The finding: that all is of one kind, else the share of each kind.
fn title(context: &RenderContext, ids: &[LineId]) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    let spent: Vec<&LineId> =
        ids.iter().filter(|id| d.amount(id.as_str()).is_some_and(|amount| !amount.is_zero())).collect();
    if let [one] = spent.as_slice()
        && d.amount(one.as_str()) == d.amount(APPROPRIATION)
    {
        let slots = [("line", context.line(one)), ("whole", context.line(&LineId::known(APPROPRIATION)))];
        return context.fill(words.nature_all, &slots);
    }
    let share = |id: &LineId| {
        let share = d.cite_share(id.as_str(), APPROPRIATION)?;
        let slots = [("line", context.line(id)), ("share", RichText::number(share, NumberFormat::Plain))];
        Some(context.fill(words.nature_share, &slots))
    };
    let shares = ids.iter().filter_map(share).reduce(|text, next| text.then(words.purpose_join.into()).then(next));
    shares.unwrap_or_else(|| RichText::list(ids.iter().map(|id| context.line(id)).collect(), context.locale.lang))
}

/// A note that the appropriation is not the whole budget, if that is so.
fn not_total(context: &RenderContext) -> Option<RichText> {
    let (d, words) = (context.disclosure, context.locale.words());
    let (part, total) = (d.cite(APPROPRIATION)?, d.cite("expenditure")?);
    let less = total.money() - part.money();
    if less.is_zero() {
        return None;
    }
    let rest = SourcedValue::less(total.line.clone(), Aspect::Difference, vec![total.clone(), part.clone()]);
    let slots = [
        ("line", context.line(&part.line)),
        ("amount", RichText::number(part, NumberFormat::Plain)),
        ("total", RichText::number(total, NumberFormat::Plain)),
        ("rest", RichText::number(rest, NumberFormat::Plain)),
    ];
    Some(context.fill(if less.is_negative() { words.nature_other_total } else { words.nature_not_total }, &slots))
}
