//! The formula codec: a [`SourcedValue`] as a short text, with everything that it was computed from.
//!
//! A prerendered page stores one in `data-formula` for each computed number, so that a script can explain the number
//! later without having computed it.
//!
//! # Grammar
//!
//! ```text
//! value     = aspect ":" line ( "@" position | "=" operation [ digits ] "(" value { "," value } ")" )
//! aspect    = "amount" | "change" | "base" | "percent" | "share" | "sum" | "difference"
//! line      = the line's id, percent-encoded
//! position  = the line of the text "." first byte "-" end byte, from the start of that line
//! operation = "sum" | "less" | "percent" | "hundred"
//! digits    = the value itself, for "hundred" only: it does not follow from the operands alone
//! ```
//!
//! A published value has a position, a computed one an operation with its operands. Operands are nested at most 8 deep.
//!
//! ```
//! use mingbai_core::disclosure::parse;
//! use mingbai_core::formula;
//!
//! let text = "四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年减少15万元。";
//! let disclosure = parse(text)?;
//! let amount = disclosure.cite("three_public").unwrap();
//! assert_eq!(formula::format(&amount, &disclosure), "amount:three_public@2.0-39");
//!
//! let base = disclosure.cite_base("three_public").unwrap();
//! let formula = "base:three_public=less(amount:three_public@2.0-39,change:three_public@2.42-66)";
//! assert_eq!(formula::format(&base, &disclosure), formula);
//! assert_eq!(formula::parse(formula, &disclosure), Some(base));
//!
//! let percent = disclosure.cite_percent("three_public").unwrap();
//! assert_eq!(
//!     formula::format(&percent, &disclosure),
//!     format!("percent:three_public=percent(change:three_public@2.42-66,{formula})"),
//! );
//!
//! let of_hundred = "share:three_public=hundred7(amount:three_public@2.0-39,amount:three_public@2.0-39)";
//! let parsed = formula::parse(of_hundred, &disclosure).unwrap();
//! assert_eq!(formula::format(&parsed, &disclosure), of_hundred);
//!
//! // A position that states nothing, an unknown operation, a missing bracket.
//! for invalid in ["amount:three_public@2.0-9", "base:three_public=more(amount:three_public@2.0-39)", &formula[1..]] {
//!     assert_eq!(formula::parse(invalid, &disclosure), None);
//! }
//! # Ok::<(), mingbai_core::disclosure::ParseError>(())
//! ```

use crate::address::SourceRange;
use crate::disclosure::{Disclosure, LineId};
use crate::escape::{percent_decode, percent_encode};
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};
use std::fmt::Write as _;

/// The formula of a value of this disclosure.
pub fn format(value: &SourcedValue, disclosure: &Disclosure) -> String {
    let mut out = String::new();
    write(&mut out, value, disclosure);
    out
}

fn write(out: &mut String, value: &SourcedValue, disclosure: &Disclosure) {
    let _ = write!(out, "{}:{}", value.aspect.as_str(), percent_encode(value.line.as_str()));
    match &value.provenance {
        Provenance::Stated(quote) => {
            let _ = write!(out, "@{}", SourceRange::of(disclosure, *quote));
        }
        Provenance::Computed(formula) => {
            let _ = write!(out, "={}", formula.operation.as_str());
            if let Value::OfHundred(n) = value.value {
                let _ = write!(out, "{n}");
            }
            for (at, operand) in formula.operands.iter().enumerate() {
                out.push(if at == 0 { '(' } else { ',' });
                write(out, operand, disclosure);
            }
            out.push(')');
        }
    }
}

/// The value of a formula; None where it is invalid, or the disclosure states no such operand.
pub fn parse(text: &str, disclosure: &Disclosure) -> Option<SourcedValue> {
    let mut parser = FormulaParser { rest: text, disclosure };
    let value = parser.value(0)?;
    parser.rest.is_empty().then_some(value)
}

/// How deep operands may be nested.
const MAX_DEPTH: usize = 8;

/// A recursive descent parser of the grammar above.
struct FormulaParser<'t> {
    rest: &'t str,
    disclosure: &'t Disclosure,
}

impl<'t> FormulaParser<'t> {
    fn value(&mut self, depth: usize) -> Option<SourcedValue> {
        let aspect = self.take_until(|c| c == ':').parse::<Aspect>().ok()?;
        self.expect(':')?;
        let line = LineId::from(percent_decode(self.take_until(|c| matches!(c, '@' | '='))));
        if self.expect('@').is_some() {
            let source_range = SourceRange::parse(self.take_until(|c| matches!(c, ',' | ')')))?;
            return self.disclosure.stated(&line, aspect, source_range.quote(&self.disclosure.source)?);
        }
        self.expect('=')?;
        let operation = self.take_until(|c| c == '(' || c.is_ascii_digit()).parse().ok()?;
        let digits = self.take_until(|c| c == '(');
        let mut operands = Vec::new();
        self.expect('(').filter(|()| depth < MAX_DEPTH)?;
        loop {
            operands.push(self.value(depth + 1)?);
            if self.expect(')').is_some() {
                break;
            }
            self.expect(',')?;
        }
        SourcedValue::recompute(line, aspect, operation, operands, digits.parse().ok())
    }

    /// Takes everything before the first character for which `is_end` holds, or the rest.
    fn take_until(&mut self, is_end: impl Fn(char) -> bool) -> &'t str {
        let (before, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest;
        before
    }

    /// Takes the character `c`; None where something else comes next.
    fn expect(&mut self, c: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(c)?;
        Some(())
    }
}
