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
