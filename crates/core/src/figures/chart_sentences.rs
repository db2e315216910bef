//! Text alternative of a chart: one sentence for each keyboard stop. A page lists them beside the
//! chart, and the arrow keys go through the same list.

use super::figure_chart::ChartMark;
use super::line_card::line_card;
use super::number_name::{number_name, standalone_number_format};
use super::registry::chart;
use super::{ChartStyle, FigureId, RenderContext, RichText, flow};
use crate::locale::Lang;
use crate::provenance::Provenance;

/// The sentences of a figure's chart, in the order of [`FigureChart::stops`](super::FigureChart::stops). Empty if the
/// figure has no chart.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::figures::{FigureId, RenderContext, chart_sentences};
/// use mingbai_core::locale::Lang;
///
/// let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中，一般公共预算拨款100万元。\n\
///             （二）支出预算：2023年年初预算数100万元，其中，一般公共服务支出60万元，教育支出40万元。";
/// let disclosure = parse(text)?;
/// let context = RenderContext::new(&disclosure, Lang::Zh);
/// let sentences = chart_sentences(FigureId::Flow, &context, 0);
/// assert_eq!(sentences.len(), 4);
/// assert!(sentences[0].plain(&context.locale).starts_with("从一般公共预算拨款到2023年预算：100\u{202f}万元"));
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn chart_sentences(id: FigureId, context: &RenderContext, view: usize) -> Vec<RichText> {
    let sentences = match id {
        FigureId::Flow => flow::sentences(context, view),
        FigureId::Purpose
        | FigureId::Nature
        | FigureId::Change
        | FigureId::ThreePublic
        | FigureId::Running
        | FigureId::Office => chart(id, context, view, &ChartStyle::WIDE).map_or(Vec::new(), |chart| {
            chart.stops().into_iter().map(|stop| mark_sentence(context, &chart.marks[stop])).collect()
        }),
    };
    let full_stop = context.locale.words().full_stop.trim_end();
    let finished = |text: RichText| text.sentence(context.locale.lang).without_arrows(&context.locale);
    sentences.into_iter().map(|text| finished(text).then(full_stop.into())).collect()
}

/// What a mark shows: its name with all its numbers.
fn mark_sentence(context: &RenderContext, mark: &ChartMark) -> RichText {
    let labels = context.locale.labels;
    let parts = match (&mark.number, line_card(context, &mark.line)) {
        (Some(number), _) => {
            let sign = match number.provenance {
                Provenance::Stated(_) => labels.stated_short,
                Provenance::Computed(_) => labels.computed_short,
            };
            let shown = RichText::number(number.clone(), standalone_number_format(number));
            vec![number_name(context, number), shown, sign.into()]
        }
        (None, Some(card)) => {
            let label = |label: String| match context.locale.lang {
                Lang::En => uncapitalised(label) + " ",
                // A full-width bracket has its own space.
                Lang::Zh if label.ends_with('）') => label,
                Lang::Zh => label + " ",
            };
            let entries = card.entries.into_iter().map(|(name, value)| RichText::text(label(name)).then(value));
            std::iter::once(context.heading(&card.line)).chain(entries).collect()
        }
        (None, None) => vec![context.line(&mark.line)],
    };
    let number = mark.number.clone().or_else(|| context.disclosure.cite(mark.line.as_str()));
    let contradicted = number.filter(|number| context.contradicted.contains(number));
    let contradicted = contradicted.map(|_| context.locale.words().sentence_contradicted.into());
    RichText::joined(parts.into_iter().chain(contradicted).collect(), context.locale.words().comma)
}

/// The label of a card inside a sentence. Only ASCII letters are changed, as in [`capitalised`](super::capitalised).
fn uncapitalised(mut label: String) -> String {
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}
