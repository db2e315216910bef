//! “三公”经费: official hospitality, vehicles and travel abroad, this year and last year.

use super::comparison_table::comparison_table;
use super::explained_change::explained_change;
use super::list_balance::{self, Balance, balance};
use super::{
    ChartStyle, Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, source_reference, year_over_year,
};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::insertion_sort::sorted_by_key;

const THREE_PUBLIC: &str = "three_public";

/// The lines that the figure shows.
struct ShownItems {
    /// The items; the whole if the document states no item.
    ids: Vec<LineId>,
    /// The rows of the chart: the items that are not zero, below the whole if they do not add up to it.
    rows: Vec<LineId>,
    /// Items that are zero in both years; empty if all are.
    zeros: Vec<LineId>,
    /// True if the document states no item.
    alone: bool,
}

/// The lines to show; None if the document does not state 三公.
fn shown(context: &RenderContext) -> Option<ShownItems> {
    let d = context.disclosure;
    d.line(THREE_PUBLIC)?;
    let mut ids: Vec<LineId> = d.parts(THREE_PUBLIC).map(|line| line.id.clone()).collect();
    let alone = ids.is_empty();
    if alone {
        ids.push(LineId::known(THREE_PUBLIC));
    }
    // The largest change is first; lines without a change keep the order of the document.
    let ids = sorted_by_key(ids, |id| {
        std::cmp::Reverse(d.cite_change(id.as_str()).map(|change| change.money().abs()).unwrap_or_default())
    });
    let is_zero = |id: &LineId| {
        let base = d.cite_base(id.as_str());
        d.amount(id.as_str()).is_some_and(Amount::is_zero) && base.is_none_or(|base| base.money().is_zero())
    };
    let (zeros, drawn): (Vec<LineId>, Vec<LineId>) = ids.iter().cloned().partition(is_zero);
    let (zeros, drawn) = if drawn.is_empty() { (drawn, zeros) } else { (zeros, drawn) };
    let rows: Vec<LineId> = match balance(d, THREE_PUBLIC) {
        Balance::Even | Balance::Rounding(_) => drawn,
        _ => std::iter::once(LineId::known(THREE_PUBLIC)).chain(drawn).collect(),
    };
    Some(ShownItems { ids, rows, zeros, alone })
}

/// The lines that the chart draws, from the top; None if the document does not state 三公.
pub fn drawn_lines(context: &RenderContext) -> Option<Vec<LineId>> {
    shown(context).map(|shown| shown.rows)
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    context.disclosure.line(THREE_PUBLIC).is_some()
}

/// The chart of the figure.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    Some(year_over_year::chart(context, chart_style, &year_over_year::pairs(context, &shown(context)?.rows)))
}

/// The figure; None if the document does not state 三公.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    let ShownItems { ids, rows, zeros, alone } = shown(context)?;
    let mut notes = vec![context.fill(words.three_public_overlap, &[])];
    if !zeros.is_empty() {
        let lines = RichText::list(zeros.iter().map(|id| context.line(id)).collect(), context.locale.lang);
        notes.push(context.fill(words.flow_zeros, &[("lines", lines)]));
    }
    notes.extend(list_balance::notes(context, THREE_PUBLIC, false));
    if rows.iter().any(|id| d.cite_base(id.as_str()).is_some()) {
        notes.push(context.fill(words.base_note, &[]));
    }
    let caption = context.fill(words.three_public_caption, &[]).plain(&context.locale);
    Some(Figure {
        id: FigureId::ThreePublic,
        question: words.three_public_question.to_owned(),
        title: title(context, &ids, rows.first().is_some_and(|id| !alone && id.as_str() == THREE_PUBLIC)),
        subtitle: subtitle(context),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: rows.iter().filter_map(|id| explained_change(context, id.as_str())).collect(),
        table: comparison_table(context, &ids, (!alone).then_some(THREE_PUBLIC), &caption),
        notes,
        sources: source_reference::of_lines(context, &[THREE_PUBLIC]),
    })
}

fn subtitle(context: &RenderContext) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    let amount =
        d.cite(THREE_PUBLIC).map_or(RichText::default(), |amount| RichText::number(amount, NumberFormat::Plain));
    match explained_change(context, THREE_PUBLIC).filter(|explained| !explained.change.money().is_zero()) {
        Some(explained) => {
            let template =
                if explained.change.money().is_negative() { words.three_public_down } else { words.three_public_up };
            let moved = context.change_size(explained.change, explained.percent);
            context.fill(template, &[("amount", amount), ("moved", moved)])
        }
        None => context.fill(words.three_public_subtitle_alone, &[("amount", amount)]),
    }
}

fn title(context: &RenderContext, ids: &[LineId], incomplete: bool) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    let whole = d.cite_change(THREE_PUBLIC).filter(|change| !change.money().is_zero());
    if let Some(change) = whole.as_ref().filter(|_| incomplete) {
        return context.change_sentence(&LineId::known(THREE_PUBLIC), change);
    }
    let moved = ids
        .iter()
        .filter_map(|id| Some((id, d.cite_change(id.as_str())?)))
        .filter(|(_, change)| !change.money().is_zero());
    let moved: Vec<RichText> = moved.take(2).map(|(id, change)| context.change_sentence(id, &change)).collect();
    if !moved.is_empty() {
        return moved.into_iter().reduce(|text, next| text.then(words.comma.into()).then(next)).unwrap_or_default();
    }
    if let Some(change) = whole {
        return context.change_sentence(&LineId::known(THREE_PUBLIC), &change);
    }
    let amount =
        d.cite(THREE_PUBLIC).map_or(RichText::default(), |amount| RichText::number(amount, NumberFormat::Plain));
    let flat = d.cite_change(THREE_PUBLIC).is_some();
    context.fill(if flat { words.three_public_flat } else { words.three_public_amount }, &[("amount", amount)])
}
