//! A figure as JSON, schema `mingbai/figure/1`: its words, its table with the origin of each number, its quotes. The
//! schema is `schema/mingbai-figure-1.schema.json`.

use super::csv_cell::{cell_number, quoted_lines, row_line};
use super::dataset_hash::dataset_hash;
use super::json_value::{QuoteRecord, to_json, wan};
use super::plain_text::plain_text;
use super::reason_text::explanation_sentence;
use crate::amount;
use crate::figures::{
    ExplainedChange, Figure, ReasonText, RenderContext, RichText, SourceReference, TableRow, formula,
};
use crate::provenance::{SourcedValue, Value};
use serde::Serialize;

/// A figure. The order of the fields is that of the file.
#[derive(Serialize)]
struct FigureRecord<'f> {
    schema: &'static str,
    figure: &'static str,
    /// The question that it answers.
    title: &'f str,
    /// The finding.
    takeaway: String,
    subtitle: String,
    /// The unit of money in the sentences; null for a figure without money. `wan` is in 万元 anyway.
    unit: Option<&'f str>,
    year: Option<i32>,
    institution: Option<&'f str>,
    document: Option<&'f str>,
    sha256: String,
    /// The address of exactly this view, where the page has one that others can open.
    address: Option<&'f str>,
    table: TableRecord<'f>,
    reasons: Vec<ReasonRecord>,
    notes: Vec<String>,
    sources: Vec<SourceRecord<'f>>,
}

#[derive(Serialize)]
struct TableRecord<'f> {
    caption: &'f str,
    columns: Vec<ColumnRecord<'f>>,
    rows: Vec<RowRecord>,
    /// The sum of the rows, where there is one.
    foot: Option<RowRecord>,
}

#[derive(Serialize)]
struct ColumnRecord<'f> {
    title: &'f str,
    unit: Option<&'f str>,
}

#[derive(Serialize)]
struct RowRecord {
    id: Option<String>,
    head: String,
    /// A cell for each column after the first.
    cells: Vec<CellRecord>,
}

/// A cell: its text, and its number where it contains one.
#[derive(Serialize)]
struct CellRecord {
    shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<NumberRecord>,
}

#[derive(Serialize)]
struct NumberRecord {
    id: String,
    aspect: &'static str,
    origin: &'static str,
    /// Money, exact, in 万元.
    #[serde(skip_serializing_if = "Option::is_none")]
    wan: Option<String>,
    /// A percentage, rounded as shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<String>,
    /// A count, or whole yuan of each hundred.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    /// How it was computed; left out for one that is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<String>,
    /// The lines of the text that state it or its operands.
    lines: Vec<usize>,
}

/// A change with its reason.
#[derive(Serialize)]
struct ReasonRecord {
    id: String,
    /// The change and its reason in one sentence.
    #[serde(rename = "says")]
    sentence: String,
    /// The document's own words; null where it gives none.
    reason: Option<String>,
    quote: Option<QuoteRecord>,
}

#[derive(Serialize)]
struct SourceRecord<'f> {
    section: &'f str,
    quote: QuoteRecord,
    /// The sentence, verbatim.
    #[serde(rename = "words")]
    text: String,
}

/// A figure as JSON. `address` is that of exactly this view.
pub fn figure_json(context: &RenderContext, figure: &Figure, address: Option<&str>) -> String {
    let (d, table) = (context.disclosure, &figure.table);
    to_json(&FigureRecord {
        schema: "mingbai/figure/1",
        figure: figure.id.as_str(),
        title: &figure.question,
        takeaway: plain_text(context, &figure.title),
        subtitle: plain_text(context, &figure.subtitle),
        unit: figure.unit(),
        year: d.year,
        institution: d.institution.as_ref().map(|name| name.text.as_str()),
        document: d.title.as_ref().map(|title| title.text.as_str()),
        sha256: dataset_hash(d),
        address,
        table: TableRecord {
            caption: &table.caption,
            columns: table
                .columns
                .iter()
                .map(|column| ColumnRecord { title: &column.title, unit: column.unit.as_deref() })
                .collect(),
            rows: table.rows.iter().map(|row| RowRecord::of(context, row)).collect(),
            foot: table.foot.as_ref().map(|row| RowRecord::of(context, row)),
        },
        reasons: figure.explanations.iter().map(|item| ReasonRecord::of(context, item)).collect(),
        notes: figure.notes.iter().map(|note| plain_text(context, note)).collect(),
        sources: figure.sources.iter().map(|source| SourceRecord::of(context, source)).collect(),
    })
}

impl RowRecord {
    fn of(context: &RenderContext, row: &TableRow) -> RowRecord {
        let cell = |text: &RichText| CellRecord {
            shown: plain_text(context, text),
            number: cell_number(text).map(|value| NumberRecord::of(context, value)),
        };
        RowRecord {
            id: row_line(row).map(ToString::to_string),
            head: plain_text(context, &row.head),
            cells: row.cells.iter().map(cell).collect(),
        }
    }
}

impl NumberRecord {
    fn of(context: &RenderContext, number: &SourcedValue) -> NumberRecord {
        let (mut money, mut percent, mut n) = (None, None, None);
        match &number.value {
            Value::Money(amount) => money = Some(wan(*amount)),
            Value::Percent(share) => percent = Some(amount::format_percent(*share, number.aspect.decimal_places())),
            Value::OfHundred(yuan) => n = Some(u64::from(*yuan)),
            Value::Count(count, _) => n = Some(*count),
        }
        NumberRecord {
            id: number.line.to_string(),
            aspect: number.aspect.as_str(),
            origin: number.provenance.as_str(),
            wan: money,
            percent,
            n,
            formula: formula(number).map(|formula| plain_text(context, &formula)),
            lines: quoted_lines([number]),
        }
    }
}

impl ReasonRecord {
    fn of(context: &RenderContext, item: &ExplainedChange) -> ReasonRecord {
        let verbatim = match &item.reason {
            ReasonText::Verbatim { zh, quote, .. } => Some((zh.clone(), QuoteRecord::from(*quote))),
            _ => None,
        };
        let (reason, quote) = verbatim.unzip();
        ReasonRecord { id: item.line.to_string(), sentence: explanation_sentence(context, item), reason, quote }
    }
}

impl<'f> SourceRecord<'f> {
    fn of(context: &RenderContext, source: &'f SourceReference) -> SourceRecord<'f> {
        SourceRecord {
            section: &source.section,
            quote: source.quote.into(),
            text: context.disclosure.quoted_text(source.quote),
        }
    }
}
