//! The cells of a figure's table as programs read them.

use super::plain_text::plain_text;
use crate::amount;
use crate::disclosure::LineId;
use crate::figures::{RenderContext, RichText, TableRow, TextRun};
use crate::locale::Locale;
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};

/// The number of a cell that contains a number and nothing else.
pub fn cell_number(cell: &RichText) -> Option<&SourcedValue> {
    match cell.0.as_slice() {
        [TextRun::Number(value, _)] => Some(value),
        _ => None,
    }
}

/// A cell as programs read it: a number exact, without grouping, unit or arrow; words as they are.
pub fn cell_text(context: &RenderContext, cell: &RichText) -> String {
    cell_number(cell).map_or_else(|| plain_text(context, cell), |value| number_text(&context.locale, value))
}

/// A number as programs read it. Money is in the unit that the reader sees; percentages are rounded as shown.
pub fn number_text(locale: &Locale, value: &SourcedValue) -> String {
    match &value.value {
        Value::Money(amount) => locale.exact(*amount),
        Value::Percent(share) => amount::format_percent(*share, value.aspect.decimal_places()),
        Value::OfHundred(n) => n.to_string(),
        Value::Count(n, _) => n.to_string(),
    }
}

/// The line of a row: that of its first number, else the one that its head names. A difference between two sides
/// belongs to no line.
pub fn row_line(row: &TableRow) -> Option<&LineId> {
    let named = row.head.0.iter().find_map(|piece| match piece {
        TextRun::Line(id, _) => Some(id),
        _ => None,
    });
    let mut numbers = row.cells.iter().filter_map(cell_number);
    numbers.find(|value| value.aspect != Aspect::Difference).map(|value| &value.line).or(named)
}

/// The numbers of the text's lines, from 1 and each once, that state these values or their operands.
pub fn quoted_lines<'c>(values: impl IntoIterator<Item = &'c SourcedValue>) -> Vec<usize> {
    let mut lines = Vec::new();
    values.into_iter().for_each(|value| add_lines(value, &mut lines));
    lines
}

fn add_lines(value: &SourcedValue, lines: &mut Vec<usize>) {
    match &value.provenance {
        Provenance::Stated(quote) => {
            if let Err(at) = lines.binary_search(&quote.line) {
                lines.insert(at, quote.line);
            }
        }
        Provenance::Computed(formula) => formula.operands.iter().for_each(|operand| add_lines(operand, lines)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Amount;
    use crate::disclosure::{Quote, parse};
    use crate::figures::NumberFormat;
    use crate::locale::Lang;
    use crate::provenance::Operation;
    use rust_decimal::Decimal;

    fn stated(line: &'static str, aspect: Aspect, on: usize) -> SourcedValue {
        let provenance = Provenance::Stated(Quote { start: 0, end: 3, line: on });
        SourcedValue { line: LineId::known(line), aspect, value: Value::Money(Amount::wan(67.into())), provenance }
    }

    fn cell(value: &SourcedValue) -> RichText {
        RichText::number(value.clone(), NumberFormat::Number)
    }

    #[test]
    fn a_row_is_about_the_line_of_its_numbers_or_else_of_its_name() {
        let head = RichText(vec![TextRun::Line(LineId::known("expenditure"), "支出".to_owned())]);
        let of = |cells: Vec<RichText>| row_line(&TableRow { head: head.clone(), cells }).map(LineId::to_string);
        let income = cell(&stated("income", Aspect::Amount, 1));
        let difference = cell(&stated("income", Aspect::Difference, 1));
        assert_eq!(of(vec![RichText::text("无"), income.clone()]).as_deref(), Some("income"));
        assert_eq!(of(vec![difference.clone(), income]).as_deref(), Some("income"));
        assert_eq!(of(vec![difference]).as_deref(), Some("expenditure"));
        assert_eq!(of(vec![RichText::text("无")]).as_deref(), Some("expenditure"));
        assert_eq!(row_line(&TableRow { head: RichText::text("合计"), cells: Vec::new() }), None);
    }

    #[test]
    fn a_number_states_the_lines_of_its_operands_in_order_and_each_once() {
        let operands = [60, 54, 60].map(|on| stated("income", Aspect::Amount, on));
        let sum = SourcedValue::sum(LineId::known("income"), operands.to_vec());
        assert_eq!(quoted_lines([&sum, &stated("income", Aspect::Change, 57)]), [54, 57, 60]);
    }

    #[test]
    fn a_cell_is_exact_for_programs() {
        let d = parse("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。").unwrap();
        let context = RenderContext::new(&d, Lang::Zh);
        let value =
            |aspect, value| SourcedValue::computed(LineId::known("income"), aspect, value, Operation::Sum, vec![]);
        let text = |value: SourcedValue| cell_text(&context, &cell(&value));
        assert_eq!(text(value(Aspect::Amount, Value::Money(Amount::wan("-1675.8".parse().unwrap())))), "-1675.8");
        assert_eq!(text(value(Aspect::Share, Value::Percent(Decimal::new(2509, 2)))), "25.1");
        assert_eq!(text(value(Aspect::Percent, Value::Percent(Decimal::new(-25094, 3)))), "-25.09");
        assert_eq!(text(value(Aspect::Share, Value::OfHundred(7))), "7");
        assert_eq!(text(value(Aspect::Amount, Value::Count(33, "人".to_owned()))), "33");
        assert_eq!(cell_text(&context, &RichText::text("无")), "无");
    }
}
