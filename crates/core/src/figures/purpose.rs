//! What each 100 yuan go to.

use super::chart_style::ChartStyle;
use super::class_share::{ClassShare, EXPENDITURE, class_shares, nonzero};
use super::list_balance;
use super::purpose_chart::draw;
use super::{
    Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, Table, TableColumn, TableRow,
    source_reference,
};
use crate::provenance::SourcedValue;

/// The chart of the figure.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    let (shares, _) = class_shares(context)?;
    Some(draw(context, chart_style, &nonzero(&shares)))
}

/// The figure; None if there are no shares (see [`class_shares`]).
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let (shares, whole) = class_shares(context)?;
    let zeros = shares.iter().filter(|share| share.amount.money().is_zero());
    let zeros: Vec<RichText> = zeros.map(|share| context.line(&share.amount.line)).collect();
    let mut notes = list_balance::notes(context, EXPENDITURE, true);
    if !zeros.is_empty() {
        notes.push(context.fill(words.purpose_zeros, &[("lines", RichText::list(zeros, context.locale.lang))]));
    }
    notes.push(context.fill(words.purpose_classes, &[]));
    Some(Figure {
        id: FigureId::Purpose,
        question: words.purpose_question.to_owned(),
        title: title(context, &nonzero(&shares)),
        subtitle: context.fill(words.purpose_subtitle, &[]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: Vec::new(),
        table: table(context, &shares, whole),
        notes,
        sources: source_reference::of_lines(context, &[EXPENDITURE]),
    })
}

fn title(context: &RenderContext, shown: &[&ClassShare]) -> RichText {
    let words = context.locale.words();
    if let [one] = shown {
        return context.fill(words.purpose_title_one, &[("class", context.line(&one.amount.line))]);
    }
    let (listed, missing): (Vec<&ClassShare>, Vec<&ClassShare>) = shown.iter().partition(|share| share.listed());
    let fill = |share: &ClassShare, template| {
        let slots = [
            ("n", RichText::number(share.of_hundred.clone(), NumberFormat::Plain)),
            ("class", context.line(&share.amount.line)),
        ];
        context.fill(template, &slots)
    };
    // What the document does not list belongs to the finding if it is more than the second class.
    let second = listed.get(1).map(|share| share.amount.money()).unwrap_or_default();
    let missing: Vec<&ClassShare> = missing.into_iter().filter(|share| share.amount.money() > second).collect();
    let named = if missing.is_empty() { 2 } else { 1 };
    let parts = listed.into_iter().take(named).map(|share| fill(share, words.purpose_part));
    let parts = parts.chain(missing.into_iter().map(|share| fill(share, words.purpose_part_unlisted)));
    let joined = parts.reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default();
    context.fill(words.purpose_title, &[("parts", joined)])
}

fn table(context: &RenderContext, shares: &[ClassShare], whole: SourcedValue) -> Table {
    let words = context.locale.words();
    let rows = shares.iter().map(|share| {
        let percent = crate::provenance::share(share.amount.clone(), whole.clone());
        TableRow {
            head: context.line(&share.amount.line),
            cells: vec![
                RichText::number(share.amount.clone(), NumberFormat::Number),
                percent.map_or(RichText::default(), |percent| RichText::number(percent, NumberFormat::Plain)),
                RichText::number(share.of_hundred.clone(), NumberFormat::Number),
            ],
        }
    });
    let hundred = SourcedValue::sum(whole.line.clone(), shares.iter().map(|share| share.of_hundred.clone()).collect());
    Table {
        sortable: true,
        caption: context.fill(words.purpose_caption, &[]).plain(&context.locale),
        columns: vec![
            TableColumn::text(words.col_class),
            TableColumn::numbers(
                context.fill(words.col_amount, &[]).plain(&context.locale),
                Some(context.locale.unit_word()),
            ),
            TableColumn::numbers(words.col_share, None),
            TableColumn::numbers(words.purpose_of_hundred, Some(context.locale.labels.unit_yuan)),
        ],
        rows: rows.collect(),
        foot: Some(TableRow {
            head: words.purpose_sum.into(),
            cells: vec![
                RichText::number(whole, NumberFormat::Number),
                RichText::default(),
                RichText::number(hundred, NumberFormat::Number),
            ],
        }),
    }
}
