//! Every figure by its id. A new figure is added here.

use super::chart_style::{ChartStyle, LEAST_SPACING_WITH_REASONS, SPACINGS};
use super::context::RenderContext;
use super::figure::Figure;
use super::figure_chart::FigureChart;
use super::rich_text::RichText;
use super::{change, flow, nature, office, purpose, running, three_public};
use crate::figure_id::FigureId;
use crate::locale::Words;

/// The figure of this id. None if the disclosure contains nothing that it could show;
/// [`empty_state`](super::empty_state()) then gives the reason.
///
/// `view` is an index into [`Figure::views`]. `chart_style` sets the width, font scale and colours of the chart.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure};
/// use mingbai_core::locale::Lang;
///
/// let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中，一般公共预算拨款100万元。\n\
///             （二）支出预算：2023年年初预算数100万元，其中，一般公共服务支出60万元，教育支出40万元。";
/// let disclosure = parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let purpose = figure(FigureId::Purpose, &context, 0, &ChartStyle::WIDE).expect("two classes are stated");
/// assert_eq!(purpose.title.plain(&context.locale), "每 100 元里，60 元用于一般公共服务，40 元用于教育");
/// assert_eq!(purpose.table.rows.len(), 2);
/// assert!(figure(FigureId::ThreePublic, &context, 0, &ChartStyle::WIDE).is_none());
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn figure(id: FigureId, context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<Figure> {
    let mut figure = match id {
        FigureId::Flow => flow::figure(context, view, chart_style),
        FigureId::Purpose => purpose::figure(context, chart_style),
        FigureId::Nature => nature::figure(context, chart_style),
        FigureId::Change => change::figure(context, chart_style),
        FigureId::ThreePublic => three_public::figure(context, chart_style),
        FigureId::Running => running::figure(context, chart_style),
        FigureId::Office => office::figure(context, chart_style),
    }?;
    if chart_style.room.is_some() {
        figure.chart = chart(id, context, view, chart_style);
    }
    if figure.chart.as_ref().is_some_and(|chart| chart.is_hatched) {
        figure.notes.insert(0, context.locale.words().hatch_note.into());
    }
    let lang = context.locale.lang;
    let sentence = |text: &mut RichText| *text = std::mem::take(text).sentence(lang);
    sentence(&mut figure.title);
    sentence(&mut figure.subtitle);
    figure.notes.iter_mut().for_each(sentence);
    figure.explanations.iter_mut().for_each(|explanation| sentence(&mut explanation.name));
    for row in figure.table.rows.iter_mut().chain(&mut figure.table.foot) {
        sentence(&mut row.head);
    }
    Some(figure)
}

/// True if the disclosure states something that the figure of this id shows: then [`figure()`] is Some. It makes no
/// figure and no chart.
pub fn has_figure(id: FigureId, context: &RenderContext) -> bool {
    match id {
        FigureId::Flow => flow::is_stated(context),
        FigureId::Purpose => purpose::is_stated(context),
        FigureId::Nature => nature::is_stated(context),
        FigureId::Change => change::is_stated(context),
        FigureId::ThreePublic => three_public::is_stated(context),
        FigureId::Running => running::is_stated(context),
        FigureId::Office => office::is_stated(context),
    }
}

/// The question that a figure answers.
pub fn question(id: FigureId, words: &Words) -> &'static str {
    match id {
        FigureId::Flow => words.flow_question,
        FigureId::Purpose => words.purpose_question,
        FigureId::Nature => words.nature_question,
        FigureId::Change => words.change_question,
        FigureId::ThreePublic => words.three_public_question,
        FigureId::Running => words.running_question,
        FigureId::Office => words.office_question,
    }
}

/// The chart of a figure, without the rest of the figure. A live chart is made again at every width, and this needs
/// none of the page's [`Words`](crate::locale::Words).
///
/// Where `chart_style` limits the height, it is drawn as densely as it must be to fit, and without reasons if they do
/// not fit; the densest that there is may still be higher.
pub fn chart(id: FigureId, context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<FigureChart> {
    let Some(room) = chart_style.room else { return chart_with_spacing(id, context, view, chart_style) };
    let mut chart = None;
    let with_reasons = |spacing: &f64| chart_style.reasons && *spacing >= LEAST_SPACING_WITH_REASONS;
    let with_reasons = SPACINGS.into_iter().filter(with_reasons).map(|spacing| (spacing, true));
    for (spacing, reasons) in with_reasons.chain(SPACINGS.map(|spacing| (spacing, false))) {
        chart = Some(chart_with_spacing(id, context, view, &ChartStyle { spacing, reasons, ..*chart_style })?);
        if chart.as_ref().is_some_and(|chart| chart.height <= room) {
            break;
        }
    }
    chart
}

fn chart_with_spacing(
    id: FigureId,
    context: &RenderContext,
    view: usize,
    chart_style: &ChartStyle,
) -> Option<FigureChart> {
    match id {
        FigureId::Flow => flow::chart(context, view, chart_style),
        FigureId::Purpose => purpose::chart(context, chart_style),
        FigureId::Nature => nature::chart(context, chart_style),
        FigureId::Change => change::chart(context, chart_style),
        FigureId::ThreePublic => three_public::chart(context, chart_style),
        FigureId::Running => running::chart(context, chart_style),
        FigureId::Office => office::chart(context, chart_style),
    }
}
