//! “三公”经费: official hospitality, vehicles and travel abroad, this year beside last.

use super::comparison_table::comparison_table;
use super::list_balance::{self, Balance, balance};
use super::{
    ChartStyle, Figure, FigureChart, FigureId, Form, RenderContext, Text, explanation, source_reference, year_over_year,
};
use crate::disclosure::LineId;
use crate::insertion_sort::in_order;

const WHOLE: &str = "three_public";

/// The lines that are shown.
struct Shown {
    /// The items; where none is stated, the whole.
    ids: Vec<LineId>,
    /// The rows of the chart: the items, and where these are not all of it, the whole above them.
    rows: Vec<LineId>,
    /// True where no item is stated.
    alone: bool,
}

/// What is shown; None where the document says nothing of 三公.
fn shown(context: &RenderContext) -> Option<Shown> {
    let d = context.disclosure;
    d.line(WHOLE)?;
    let mut ids: Vec<LineId> = d.parts(WHOLE).map(|line| line.id.clone()).collect();
    let alone = ids.is_empty();
    if alone {
        ids.push(LineId::known(WHOLE));
    }
    // What moved most stands first; what did not move keeps the document's order.
    let ids = in_order(ids, |id| {
        std::cmp::Reverse(d.cite_change(id.as_str()).map(|change| change.money().abs()).unwrap_or_default())
    });
    let rows: Vec<LineId> = match balance(d, WHOLE) {
        Balance::Even | Balance::Rounding(_) => ids.clone(),
        _ => std::iter::once(LineId::known(WHOLE)).chain(ids.iter().cloned()).collect(),
    };
    Some(Shown { ids, rows, alone })
}

/// Its chart.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    Some(year_over_year::chart(context, chart_style, &year_over_year::pairs(context, &shown(context)?.rows)))
}

/// The figure; None where the document says nothing of 三公.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    let Shown { ids, rows, alone } = shown(context)?;
    let mut notes = vec![context.say(words.three_public_overlap, &[])];
    notes.extend(list_balance::notes(context, WHOLE, false));
    if rows.iter().any(|id| d.cite_base(id.as_str()).is_some()) {
        notes.push(context.say(words.base_note, &[]));
    }
    let caption = context.say(words.three_public_caption, &[]).plain(&context.locale);
    Some(Figure {
        id: FigureId::ThreePublic,
        question: words.three_public_question.to_owned(),
        title: title(context, &ids, rows.len() > ids.len()),
        subtitle: subtitle(context),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: rows.iter().filter_map(|id| explanation::of_line(context, id.as_str())).collect(),
        table: comparison_table(context, &ids, (!alone).then_some(WHOLE), &caption),
        notes,
        sources: source_reference::of_lines(context, &[WHOLE]),
    })
}

fn subtitle(context: &RenderContext) -> Text {
    let (d, words) = (context.disclosure, context.locale.words());
    let amount = d.cite(WHOLE).map_or(Text::default(), |amount| Text::number(amount, Form::Plain));
    match explanation::of_line(context, WHOLE).filter(|explained| !explained.change.money().is_zero()) {
        Some(explained) => {
            context.say(words.three_public_subtitle, &[("amount", amount), ("moved", explained.moved(context))])
        }
        None => context.say(words.three_public_subtitle_alone, &[("amount", amount)]),
    }
}

fn title(context: &RenderContext, ids: &[LineId], incomplete: bool) -> Text {
    let (d, words) = (context.disclosure, context.locale.words());
    let whole = d.cite_change(WHOLE).filter(|change| !change.money().is_zero());
    if let Some(change) = whole.as_ref().filter(|_| incomplete) {
        return context.moved(&LineId::known(WHOLE), change);
    }
    let moved = ids
        .iter()
        .filter_map(|id| Some((id, d.cite_change(id.as_str())?)))
        .filter(|(_, change)| !change.money().is_zero());
    let moved: Vec<Text> = moved.take(2).map(|(id, change)| context.moved(id, &change)).collect();
    if !moved.is_empty() {
        return moved.into_iter().reduce(|text, next| text.then(words.comma.into()).then(next)).unwrap_or_default();
    }
    if let Some(change) = whole {
        return context.moved(&LineId::known(WHOLE), &change);
    }
    let amount = d.cite(WHOLE).map_or(Text::default(), |amount| Text::number(amount, Form::Plain));
    let flat = d.cite_change(WHOLE).is_some();
    context.say(if flat { words.three_public_flat } else { words.three_public_amount }, &[("amount", amount)])
}
