//! The whole disclosure as tables: its lines with their changes, the parts of those changes, and its counts.
//!
//! They are the same in every language: what stands in them is the document's, and our words in them are stable ones.

use super::csv::Csv;
use super::json::wan;
use crate::disclosure::{Change, Disclosure, LineId, Passage, Quote};

/// A column: its name, its type as Frictionless names types, and what it holds.
pub type Field = (&'static str, &'static str, &'static str);

/// The columns of [`budget_csv`].
pub const BUDGET: [Field; 15] = [
    ("id", "string", "Stable id of the line · 行的稳定代号"),
    ("label", "string", "Its name as published · 原文名称"),
    ("year", "integer", "Year that is planned · 预算年份"),
    ("wan", "number", "Amount in ten thousand yuan, exact; empty where it was lost · 金额，万元；原文缺失则空"),
    ("published", "string", "The amount as published · 原文金额"),
    ("origin", "string", "Origin of wan: always stated · wan 的出处：原文公布"),
    ("role", "string", "part, subtotal, repeated or within: only parts add up · 只有 part 可以相加"),
    ("change_wan", "number", "Stated change against last year, signed · 公布的增减，万元"),
    ("base", "string", "The comparison as worded · 原文的比较对象"),
    ("base_year", "integer", "Year compared with · 比较的年份"),
    ("base_wan", "number", "Last year's amount, computed: wan less change_wan · 上年数，推算：wan 减 change_wan"),
    ("reason", "string", "Reason of the change, verbatim · 增减原因，原文"),
    ("purpose", "string", "What the money is for, verbatim · 用途，原文"),
    ("line", "integer", "Line of the text, from 1 · 原文行号"),
    ("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// The columns of [`components_csv`].
pub const COMPONENTS: [Field; 6] = [
    ("of", "string", "Id of the line whose change it is a part of · 属于哪一行的变化"),
    ("id", "string", "Id of the part's own line, where known · 这一部分的代号"),
    ("label", "string", "Its name as published · 原文名称"),
    ("wan", "number", "Change in ten thousand yuan, signed · 增减，万元"),
    ("line", "integer", "Line of the text, from 1 · 原文行号"),
    ("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// The columns of [`counts_csv`].
pub const COUNTS: [Field; 6] = [
    ("id", "string", "Stable id · 稳定代号"),
    ("label", "string", "Its name as published · 原文名称"),
    ("n", "integer", "How many · 数量"),
    ("unit", "string", "What counts them, as published · 原文的量词"),
    ("line", "integer", "Line of the text, from 1 · 原文行号"),
    ("quote", "string", "The clause that states it, verbatim · 原文"),
];

/// Every stated line with its change; then the changes of lines whose own amount was lost.
pub fn budget_csv(d: &Disclosure) -> String {
    let mut csv = table(&BUDGET);
    let year = d.year.map_or(String::new(), |year| year.to_string());
    let mut row = |id: &LineId, label: &str, stated: [String; 5], change: Option<&Change>, purpose, quote: Quote| {
        let [amount, published, origin, role, base_wan] = stated;
        let (by, base, base_year, reason) = changed(change);
        let told = [id.to_string(), label.to_owned(), year.clone(), amount, published, origin, role];
        csv.row(told.into_iter().chain([by, base, base_year, base_wan, reason]).chain([
            text(purpose),
            quote.line.to_string(),
            d.words(quote),
        ]));
    };
    for line in &d.lines {
        let base = line.change.as_ref().map_or(String::new(), |change| wan(line.amount - change.amount));
        let stated =
            [wan(line.amount), line.published.clone(), "stated".to_owned(), line.role.as_str().to_owned(), base];
        row(&line.id, &line.label, stated, line.change.as_ref(), line.purpose.as_ref(), line.quote);
    }
    for lone in &d.orphaned_changes {
        row(&lone.id, &lone.label, Default::default(), Some(&lone.change), lone.purpose.as_ref(), lone.change.quote);
    }
    csv.finish()
}

/// Every part of a change that the document names.
pub fn components_csv(d: &Disclosure) -> String {
    let mut csv = table(&COMPONENTS);
    let stated = d.lines.iter().filter_map(|line| Some((&line.id, line.change.as_ref()?)));
    for (of, change) in stated.chain(d.orphaned_changes.iter().map(|lone| (&lone.id, &lone.change))) {
        for part in &change.components {
            csv.row([
                of.to_string(),
                part.id.as_ref().map(ToString::to_string).unwrap_or_default(),
                part.label.clone(),
                wan(part.amount),
                part.quote.line.to_string(),
                d.words(part.quote),
            ]);
        }
    }
    csv.finish()
}

/// Posts, offices and vehicles.
pub fn counts_csv(d: &Disclosure) -> String {
    let mut csv = table(&COUNTS);
    for count in &d.counts {
        csv.row([
            count.id.to_string(),
            count.label.clone(),
            count.n.to_string(),
            count.unit.clone(),
            count.quote.line.to_string(),
            d.words(count.quote),
        ]);
    }
    csv.finish()
}

fn table(fields: &[Field]) -> Csv {
    Csv::new(fields.iter().map(|(name, _, _)| name))
}

/// Change, base, base year and reason; empty where nothing is stated.
fn changed(change: Option<&Change>) -> (String, String, String, String) {
    let Some(change) = change else { return Default::default() };
    let base_year = change.base_year.map_or(String::new(), |year| year.to_string());
    (wan(change.amount), change.comparison.clone(), base_year, text(change.reason.as_ref()))
}

fn text(passage: Option<&Passage>) -> String {
    passage.map_or(String::new(), |passage| passage.text.clone())
}
