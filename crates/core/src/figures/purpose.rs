//! What each 100 yuan go to.

use super::chart_style::ChartStyle;
use super::class_share::{ClassShare, WHOLE, class_shares, nonzero};
use super::list_balance;
use super::purpose_chart::draw;
use super::{Column, Figure, FigureChart, FigureId, Form, RenderContext, Row, Table, Text, source_reference};
use crate::provenance::SourcedValue;

/// Its chart.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    let (shares, _) = class_shares(context)?;
    Some(draw(context, chart_style, &nonzero(&shares)))
}

/// The figure; None where there are no shares.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let (shares, whole) = class_shares(context)?;
    let zeros = shares.iter().filter(|share| share.amount.money().is_zero());
    let zeros: Vec<Text> = zeros.map(|share| context.line(&share.amount.line)).collect();
    let mut notes = list_balance::notes(context, WHOLE, true);
    if !zeros.is_empty() {
        notes.push(context.say(words.purpose_zeros, &[("lines", Text::list(zeros, context.locale.lang))]));
    }
    notes.push(context.say(words.purpose_classes, &[]));
    Some(Figure {
        id: FigureId::Purpose,
        question: words.purpose_question.to_owned(),
        title: title(context, &nonzero(&shares)),
        subtitle: context.say(words.purpose_subtitle, &[]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: Vec::new(),
        table: table(context, &shares, whole),
        notes,
        sources: source_reference::of_lines(context, &[WHOLE]),
    })
}

fn title(context: &RenderContext, shown: &[&ClassShare]) -> Text {
    let words = context.locale.words();
    if let [one] = shown {
        return context.say(words.purpose_title_one, &[("class", context.line(&one.amount.line))]);
    }
    let (listed, missing): (Vec<&ClassShare>, Vec<&ClassShare>) = shown.iter().partition(|share| share.listed());
    let say = |share: &ClassShare, template| {
        let slots =
            [("n", Text::number(share.of_hundred.clone(), Form::Plain)), ("class", context.line(&share.amount.line))];
        context.say(template, &slots)
    };
    // What is not listed belongs to the finding where it is more than the second of the classes.
    let second = listed.get(1).map(|share| share.amount.money()).unwrap_or_default();
    let missing: Vec<&ClassShare> = missing.into_iter().filter(|share| share.amount.money() > second).collect();
    let named = if missing.is_empty() { 2 } else { 1 };
    let parts = listed.into_iter().take(named).map(|share| say(share, words.purpose_part));
    let parts = parts.chain(missing.into_iter().map(|share| say(share, words.purpose_part_unlisted)));
    let joined = parts.reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default();
    context.say(words.purpose_title, &[("parts", joined)])
}

fn table(context: &RenderContext, shares: &[ClassShare], whole: SourcedValue) -> Table {
    let words = context.locale.words();
    let rows = shares.iter().map(|share| {
        let percent = crate::provenance::share(share.amount.clone(), whole.clone());
        Row {
            head: context.line(&share.amount.line),
            cells: vec![
                Text::number(share.amount.clone(), Form::Number),
                percent.map_or(Text::default(), |percent| Text::number(percent, Form::Plain)),
                Text::number(share.of_hundred.clone(), Form::Number),
            ],
        }
    });
    let hundred = SourcedValue::sum(whole.line.clone(), shares.iter().map(|share| share.of_hundred.clone()).collect());
    Table {
        sortable: true,
        caption: context.say(words.purpose_caption, &[]).plain(&context.locale),
        columns: vec![
            Column::words(words.col_class),
            Column::numbers(
                context.say(words.col_amount, &[]).plain(&context.locale),
                Some(context.locale.unit_word()),
            ),
            Column::numbers(words.col_share, None),
            Column::numbers(words.purpose_of_hundred, Some(context.locale.labels.unit_yuan)),
        ],
        rows: rows.collect(),
        foot: Some(Row {
            head: words.purpose_sum.into(),
            cells: vec![Text::number(whole, Form::Number), Text::default(), Text::number(hundred, Form::Number)],
        }),
    }
}
