//! A cell of a figure's table as machines read it.

use super::plain;
use crate::amount;
use crate::disclosure::LineId;
use crate::figures::{RenderContext, RichText, TableRow, TextRun};
use crate::locale::Locale;
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};

/// The number of a cell that holds one and nothing else.
pub fn number(cell: &RichText) -> Option<&SourcedValue> {
    match cell.0.as_slice() {
        [TextRun::Number(cited, _)] => Some(cited),
        _ => None,
    }
}

/// A cell as machines read it: a number exact, without grouping, unit or arrow; words as they are.
pub fn exact(context: &RenderContext, cell: &RichText) -> String {
    number(cell).map_or_else(|| plain(context, cell), |cited| exact_number(&context.locale, cited))
}

/// A number as machines read it. Money is in the unit that the reader sees; parts of a hundred are rounded as shown.
pub fn exact_number(locale: &Locale, cited: &SourcedValue) -> String {
    match &cited.value {
        Value::Money(amount) => locale.exact(*amount),
        Value::Percent(share) => amount::percent(*share, cited.aspect.places()),
        Value::OfHundred(n) => n.to_string(),
        Value::Count(n, _) => n.to_string(),
    }
}

/// The line that a row is about: that of its first number, else that which its head names. What is left between two
/// sides is no line's amount and no line's change.
pub fn line_of(row: &TableRow) -> Option<&LineId> {
    let named = row.head.0.iter().find_map(|piece| match piece {
        TextRun::Line(id, _) => Some(id),
        _ => None,
    });
    let mut numbers = row.cells.iter().filter_map(number);
    numbers.find(|cited| cited.aspect != Aspect::Difference).map(|cited| &cited.line).or(named)
}

/// The lines of the text, from 1 and each once, that state these numbers or what they were computed from.
pub fn lines<'c>(numbers: impl IntoIterator<Item = &'c SourcedValue>) -> Vec<usize> {
    let mut lines = Vec::new();
    numbers.into_iter().for_each(|cited| add_lines(cited, &mut lines));
    lines
}

fn add_lines(cited: &SourcedValue, lines: &mut Vec<usize>) {
    match &cited.origin {
        Provenance::Stated(quote) => {
            if let Err(at) = lines.binary_search(&quote.line) {
                lines.insert(at, quote.line);
            }
        }
        Provenance::Computed(formula) => formula.operands.iter().for_each(|operand| add_lines(operand, lines)),
    }
}
