//! CSV: what a spreadsheet shows is what the disclosure states.

use super::shared::{all, disclosure, example, figures, made, parse_csv};
use crate::translations::translations;
use mingbai_core::amount::Amount;
use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::export::{budget_csv, components_csv, counts_csv, figure_csv};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, TextRun};
use mingbai_core::locale::Lang;
use mingbai_core::provenance::{SourcedValue, Value};
use rust_decimal::Decimal;

fn amount(cell: &str) -> Amount {
    Amount::wan(cell.parse().unwrap_or_else(|_| panic!("{cell:?} is no number")))
}

fn csv_of(d: &Disclosure, id: FigureId, lang: Lang) -> String {
    let context = RenderContext::new(d, lang).with_translations(translations());
    figure_csv(&context, &made(id, &context, &ChartStyle::WIDE))
}

#[test]
fn every_change_is_exactly_this() {
    let csv = csv_of(&disclosure(), FigureId::Change, Lang::Zh);
    let wanted = "\u{feff}项目,2023年（万元）,2022年推算数（万元）,增减（万元）,增减比例（%）,行代号,\
        2023年：原文数或推算数,2022年推算数：原文数或推算数,增减：原文数或推算数,增减比例：原文数或推算数,原文行号,原因\r\n\
        支出,1675.82,1568.04,107.78,6.87,expenditure,原文数,推算数,原文数,推算数,60,\
        文件没说原因，只说由这几项构成：基本支出 ▲ 增加 174.78 万元、项目支出 ▼ 减少 67 万元\r\n\
        基本支出,1475.82,1301.04,174.78,13.43,appropriation.basic,原文数,推算数,原文数,推算数,64,\
        “人员工资调整及正常调动等”\r\n\
        项目支出,200,267,-67,-25.09,appropriation.project,原文数,推算数,原文数,推算数,64,\
        “信息网络中心部分网络运维项目合并至区大数据局等”\r\n";
    assert!(csv.starts_with(wanted), "{csv}");
    let rows = parse_csv(&csv);
    assert_eq!(rows.len(), 1 + 11, "each of the eleven changes has its row");
    for row in rows[1..].iter().filter(|row| row[3] == "0") {
        assert_eq!(row[11], "", "that a line is unchanged is no reason: {row:?}");
    }
}

#[test]
fn a_tables_line_ids_join_to_the_amounts_of_their_lines() {
    for d in all() {
        let context = RenderContext::new(&d, Lang::Zh);
        let Some(figure) = mingbai_core::figures::figure(FigureId::Change, &context, 0, &ChartStyle::WIDE) else {
            continue;
        };
        let rows = parse_csv(&figure_csv(&context, &figure));
        for row in &rows[1..] {
            let known = d.cite(&row[5]).map(|number| context.locale.exact(number.money())).unwrap_or_default();
            assert_eq!(row[1], known, "{row:?}");
        }
    }
}

#[test]
fn in_english_money_is_in_yuan_and_a_total_with_a_comma_is_one_cell() {
    let rows = parse_csv(&csv_of(&disclosure(), FigureId::Nature, Lang::En));
    assert_eq!(rows[0][..5], ["Line", "2023 (¥)", "2022, computed (¥)", "Change (¥)", "Per cent (%)"]);
    assert_eq!(rows[2][..5], ["Project expenditure", "2000000", "2670000", "-670000", "-25.09"]);
    assert_eq!(rows[2][5..11], ["appropriation.project", "published", "computed", "published", "computed", "64"]);
    assert_eq!(rows[0][11], "Reason");
    assert!(rows[2][11].ends_with("“信息网络中心部分网络运维项目合并至区大数据局等”"), "{}", rows[2][11]);
    assert_eq!(rows[3][..2], ["Appropriation expenditure, total", "16758200"]);
}

#[test]
fn a_document_in_yuan_stays_in_yuan() {
    let rows = parse_csv(&csv_of(&example(8), FigureId::Purpose, Lang::Zh));
    assert_eq!(rows[0][1], "2026年预算（元）");
    assert_eq!(rows[1][..4], ["一般公共服务", "5916913", "53.5", "53"]);
    assert_eq!(rows[0].last().unwrap(), "原文行号", "without changes there are no reasons");
}

#[test]
fn every_number_of_every_figures_table_is_exact() {
    for d in all() {
        figures(&d, &ChartStyle::WIDE, |context, figure| {
            let rows = parse_csv(&figure_csv(context, figure));
            let table: Vec<_> = figure.table.rows.iter().chain(&figure.table.foot).collect();
            assert_eq!(rows.len(), table.len() + 1, "{:?}", figure.id);
            for (row, shown) in table.into_iter().zip(&rows[1..]) {
                assert_eq!(shown.len(), rows[0].len(), "{shown:?}");
                for (cell, text) in row.cells.iter().zip(&shown[1..]) {
                    if let [TextRun::Number(number, _)] = cell.0.as_slice() {
                        assert_number(context, number, text);
                    }
                }
            }
        });
    }
}

fn assert_number(context: &RenderContext, sourced: &SourcedValue, text: &str) {
    let number: Decimal = text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"));
    match &sourced.value {
        Value::Money(wan) => {
            let yuan = context.locale.english() || context.disclosure.unit.as_str() == "元";
            let scale = if yuan { Decimal::from(10_000) } else { Decimal::ONE };
            assert_eq!(number, wan.number() * scale);
        }
        Value::Percent(share) => assert!((number - share).abs() <= Decimal::new(5, 2), "{number} for {share}"),
        Value::OfHundred(n) => assert_eq!(number, Decimal::from(*n)),
        Value::Count(n, _) => assert_eq!(number, Decimal::from(*n)),
    }
}

#[test]
fn every_amount_and_change_of_every_disclosure_is_in_its_table() {
    for d in all() {
        let rows = parse_csv(&budget_csv(&d));
        assert_eq!(
            rows[0].join(","),
            "id,label,year,wan,published,origin,role,change_wan,base,base_year,base_wan,reason,purpose,line,quote"
        );
        assert_eq!(rows.len(), 1 + d.lines.len() + d.orphaned_changes.len());
        for (line, row) in d.lines.iter().zip(&rows[1..]) {
            assert_eq!([&row[0], &row[1], &row[4]], [line.id.as_str(), &line.label, &line.published]);
            assert_eq!(amount(&row[3]), line.amount);
            assert_eq!((row[5].as_str(), row[13].as_str()), ("stated", line.quote.line.to_string().as_str()));
            assert_eq!(row[14], d.quoted_text(line.quote));
            match &line.change {
                Some(change) => {
                    assert_eq!(amount(&row[7]), change.amount);
                    assert_eq!(amount(&row[10]) + change.amount, line.amount);
                    assert_eq!(row[11], change.reason.as_ref().map_or("", |reason| &reason.text));
                }
                None => assert_eq!(row[7..12], ["", "", "", "", ""]),
            }
        }
        let changes = d.lines.iter().filter_map(|line| line.change.as_ref());
        let parts: Vec<_> = changes.flat_map(|change| &change.components).collect();
        let rows = parse_csv(&components_csv(&d));
        assert_eq!(rows.len(), 1 + parts.len());
        assert!(rows[1..].iter().zip(parts).all(|(row, part)| amount(&row[3]) == part.amount));
        let rows = parse_csv(&counts_csv(&d));
        assert_eq!(rows.len(), 1 + d.counts.len());
        assert!(rows[1..].iter().zip(&d.counts).all(|(row, count)| row[2] == count.n.to_string()));
    }
}

#[test]
fn a_change_whose_amount_was_lost_has_a_row_without_one() {
    let text = include_str!("../../../../data/disclosure.txt").replace("公务接待费9.3万元，", "公务接待费万元，");
    let d = parse(&text).unwrap();
    assert_eq!(d.orphaned_changes.len(), 1);
    let rows = parse_csv(&budget_csv(&d));
    let row = rows.last().unwrap();
    assert_eq!(row[0], "three_public.reception");
    assert_eq!(row[3..8], ["", "", "", "", "-27.7"]);
    assert_eq!(row[10], "", "last year's amount cannot be computed");
}

#[test]
fn nothing_that_a_document_says_is_run_by_a_spreadsheet() {
    let mut d = disclosure();
    let hostile = ["=1+1", "@SUM(A1)", "-x", "+cmd|' /C calc'!A0", "＝HYPERLINK(\"x\")", "\t=1"];
    for (line, label) in d.lines.iter_mut().zip(hostile) {
        line.label = label.to_owned();
        line.published = label.to_owned();
    }
    let rows = parse_csv(&budget_csv(&d));
    for (row, label) in rows[1..].iter().zip(hostile) {
        assert_eq!([&row[1], &row[4]], [&format!("'{label}"); 2]);
    }
    // An amount below nothing stays a number, in every table.
    assert!(rows.iter().any(|row| row[7] == "-67"));
    for d in all() {
        figures(&d, &ChartStyle::WIDE, |context, figure| {
            let cells = parse_csv(&figure_csv(context, figure)).concat();
            let runs = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<Decimal>().is_err();
            assert_eq!(cells.iter().find(|cell| runs(cell)), None);
        });
    }
}
