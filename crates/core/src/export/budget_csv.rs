//! A disclosure as CSV tables: its lines with their changes, the components of those changes, and its counts.
//!
//! They are the same in every language: they contain the document's words and stable words for programs.

use super::csv::Csv;
use super::json_value::wan;
use crate::disclosure::{Change, Disclosure, LineId, Passage, Quote};

/// A column of a table.
pub struct CsvColumn {
    /// Its name in the header.
    pub name: &'static str,
    /// Its type, as Frictionless names types.
    pub kind: &'static str,
    /// What it contains, in English and Chinese.
    pub description: &'static str,
}

const fn column(name: &'static str, kind: &'static str, description: &'static str) -> CsvColumn {
    CsvColumn { name, kind, description }
}

/// The columns of [`budget_csv`].
pub const BUDGET_COLUMNS: [CsvColumn; 15] = [
    column("id", "string", "Stable id of the line · 行的稳定代号"),
    column("label", "string", "Its name as published · 原文名称"),
    column("year", "integer", "Year that is planned · 预算年份"),
    column("wan", "number", "Amount in ten thousand yuan, exact; empty where it was lost · 金额，万元；原文缺失则空"),
    column("published", "string", "The amount as published · 原文金额"),
    column("origin", "string", "Origin of wan: always stated · wan 的出处：原文公布"),
    column("role", "string", "part, subtotal, repeated or within: only parts add up · 只有 part 可以相加"),
    column("change_wan", "number", "Stated change against last year, signed · 公布的增减，万元"),
    column("base", "string", "The comparison as worded · 原文的比较对象"),
    column("base_year", "integer", "Year compared with · 比较的年份"),
    column("base_wan", "number", "Last year's amount, computed: wan less change_wan · 上年数，推算：wan 减 change_wan"),
    column("reason", "string", "Reason of the change, verbatim · 增减原因，原文"),
    column("purpose", "string", "What the money is for, verbatim · 用途，原文"),
    column("line", "integer", "Line of the text, from 1 · 原文行号"),
    column("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// The columns of [`components_csv`].
pub const COMPONENT_COLUMNS: [CsvColumn; 6] = [
    column("of", "string", "Id of the line whose change it is a part of · 属于哪一行的变化"),
    column("id", "string", "Id of the part's own line, where known · 这一部分的代号"),
    column("label", "string", "Its name as published · 原文名称"),
    column("wan", "number", "Change in ten thousand yuan, signed · 增减，万元"),
    column("line", "integer", "Line of the text, from 1 · 原文行号"),
    column("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// The columns of [`counts_csv`].
pub const COUNT_COLUMNS: [CsvColumn; 6] = [
    column("id", "string", "Stable id · 稳定代号"),
    column("label", "string", "Its name as published · 原文名称"),
    column("n", "integer", "How many · 数量"),
    column("unit", "string", "What counts them, as published · 原文的量词"),
    column("line", "integer", "Line of the text, from 1 · 原文行号"),
    column("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// Every stated line with its change; then the changes of lines whose own amount was lost.
pub fn budget_csv(d: &Disclosure) -> String {
    let mut csv = table(&BUDGET_COLUMNS);
    for line in &d.lines {
        let base = line.change.as_ref().map_or(String::new(), |change| wan(line.amount - change.amount));
        let amount = [wan(line.amount), line.published.clone(), "stated".to_owned(), line.role.as_str().to_owned()];
        let [change, base_words, base_year, reason] = change_cells(line.change.as_ref());
        csv.row(
            line_cells(d, &line.id, &line.label)
                .into_iter()
                .chain(amount)
                .chain([change, base_words, base_year, base, reason])
                .chain(quote_cells(d, line.purpose.as_ref(), line.quote)),
        );
    }
    for orphaned in &d.orphaned_changes {
        let [change, base_words, base_year, reason] = change_cells(Some(&orphaned.change));
        csv.row(
            line_cells(d, &orphaned.id, &orphaned.label)
                .into_iter()
                .chain(<[String; 4]>::default())
                .chain([change, base_words, base_year, String::new(), reason])
                .chain(quote_cells(d, orphaned.purpose.as_ref(), orphaned.change.quote)),
        );
    }
    csv.finish()
}

/// Id, label and year.
fn line_cells(d: &Disclosure, id: &LineId, label: &str) -> [String; 3] {
    [id.to_string(), label.to_owned(), d.year.map_or(String::new(), |year| year.to_string())]
}

/// Purpose, number of the text's line, and the words of the quote.
fn quote_cells(d: &Disclosure, purpose: Option<&Passage>, quote: Quote) -> [String; 3] {
    [passage_text(purpose), quote.line.to_string(), d.quoted_text(quote)]
}

/// Change, base as worded, base year and reason; empty where nothing is stated.
fn change_cells(change: Option<&Change>) -> [String; 4] {
    let Some(change) = change else { return Default::default() };
    let base_year = change.base_year.map_or(String::new(), |year| year.to_string());
    [wan(change.amount), change.comparison.clone(), base_year, passage_text(change.reason.as_ref())]
}

/// Every component of a change that the document names.
pub fn components_csv(d: &Disclosure) -> String {
    let mut csv = table(&COMPONENT_COLUMNS);
    for stated in d.changes() {
        for part in &stated.change.components {
            csv.row([
                stated.id.to_string(),
                part.id.as_ref().map(ToString::to_string).unwrap_or_default(),
                part.label.clone(),
                wan(part.amount),
                part.quote.line.to_string(),
                d.quoted_text(part.quote),
            ]);
        }
    }
    csv.finish()
}

/// Posts, offices and vehicles.
pub fn counts_csv(d: &Disclosure) -> String {
    let mut csv = table(&COUNT_COLUMNS);
    for count in &d.counts {
        csv.row([
            count.id.to_string(),
            count.label.clone(),
            count.n.to_string(),
            count.measure_word.clone(),
            count.quote.line.to_string(),
            d.quoted_text(count.quote),
        ]);
    }
    csv.finish()
}

fn table(columns: &[CsvColumn]) -> Csv {
    Csv::new(columns.iter().map(|column| column.name))
}

fn passage_text(passage: Option<&Passage>) -> String {
    passage.map_or(String::new(), |passage| passage.text.clone())
}
