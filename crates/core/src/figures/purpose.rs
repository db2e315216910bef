//! What each 100 yuan go to.

use super::chart_style::ChartStyle;
use super::class_meaning::{ClassMeaning, class_meaning};
use super::class_share::{ClassShare, EXPENDITURE, class_shares, nonzero};
use super::list_balance;
use super::purpose_chart::draw;
use super::{
    Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, Table, TableColumn, TableRow,
    source_reference,
};
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    class_shares(context).is_some()
}

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
    notes.push(meaning_note(context, &shares));
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
    let n = |share: &ClassShare| ("n", RichText::number(share.of_hundred.clone(), NumberFormat::Plain));
    // The name of a class would not say what the money does.
    let part = |share: &ClassShare| match class_meaning(context, &share.amount.line) {
        Some(meaning) => context.fill(words.purpose_part_mainly, &[n(share), ("meaning", meaning.phrase.into())]),
        None => context.fill(words.purpose_part, &[n(share), ("class", context.line(&share.amount.line))]),
    };
    // What the document does not list belongs to the finding if it is more than the second class.
    let second = listed.get(1).map(|share| share.amount.money()).unwrap_or_default();
    let missing: Vec<&ClassShare> = missing.into_iter().filter(|share| share.amount.money() > second).collect();
    let named = if missing.is_empty() { 2 } else { 1 };
    let parts = listed.into_iter().take(named).map(part);
    let unlisted = missing.into_iter().map(|share| context.fill(words.purpose_part_unlisted, &[n(share)]));
    let parts = parts.chain(unlisted);
    let joined = parts.reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default();
    context.fill(words.purpose_title, &[("parts", joined)])
}

/// That what follows 主要是 is ours, and which classes are spent on the office's own staff, whatever their names say.
fn meaning_note(context: &RenderContext, shares: &[ClassShare]) -> RichText {
    let words = context.locale.words();
    let is_for_staff =
        |line: &LineId| class_meaning(context, line).is_some_and(|meaning: ClassMeaning| !meaning.is_own_field);
    let lines = nonzero(shares).into_iter().map(|share| &share.amount.line).filter(|line| is_for_staff(line));
    let lines: Vec<RichText> = lines.map(|line| context.line(line)).collect();
    if lines.is_empty() {
        return context.fill(words.purpose_classes, &[]);
    }
    context.fill(words.purpose_own_staff, &[("lines", RichText::list(lines, context.locale.lang))])
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
                class_meaning(context, &share.amount.line).map_or(RichText::default(), |meaning| meaning.phrase.into()),
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
            TableColumn::text(words.col_meaning),
        ],
        rows: rows.collect(),
        foot: Some(TableRow {
            head: words.purpose_sum.into(),
            cells: vec![
                RichText::number(whole, NumberFormat::Number),
                RichText::default(),
                RichText::number(hundred, NumberFormat::Number),
                RichText::default(),
            ],
        }),
    }
}
