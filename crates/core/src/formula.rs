//! A number as a short text, with all that it was computed from: so a page can say what it shows, without any script
//! having been there when it was written.
//!
//! A published number is `aspect:line@spot`: `change:expenditure@16.40-52`. A computed one is
//! `aspect:line=operation(operands)`, such as `base:expenditure=less(…,…)`; where its value does not follow from the
//! operands alone, that stands before them: `share:expenditure.208=of_hundred7(…,…)`.

use crate::address::Spot;
use crate::disclosure::{Disclosure, LineId};
use crate::escape::{decode, encode};
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};
use std::fmt::Write as _;

/// A number as text.
pub fn print(cited: &SourcedValue, disclosure: &Disclosure) -> String {
    let mut out = String::new();
    write(&mut out, cited, disclosure);
    out
}

fn write(out: &mut String, cited: &SourcedValue, disclosure: &Disclosure) {
    let _ = write!(out, "{}:{}", cited.aspect.as_str(), encode(cited.line.as_str()));
    match &cited.origin {
        Provenance::Stated(quote) => {
            let _ = write!(out, "@{}", Spot::of(disclosure, *quote));
        }
        Provenance::Computed(formula) => {
            let _ = write!(out, "={}", formula.operation.as_str());
            if let Value::OfHundred(n) = cited.value {
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

/// The number that a text stands for; None where the disclosure holds no such number.
pub fn parse(text: &str, disclosure: &Disclosure) -> Option<SourcedValue> {
    let mut reader = Reader { rest: text, disclosure };
    let cited = reader.number(0)?;
    reader.rest.is_empty().then_some(cited)
}

/// A number is made of numbers that are made of numbers, but of no more than this.
const DEEPEST: usize = 8;

struct Reader<'t> {
    rest: &'t str,
    disclosure: &'t Disclosure,
}

impl<'t> Reader<'t> {
    fn number(&mut self, depth: usize) -> Option<SourcedValue> {
        let aspect = self.until(|c| c == ':').parse::<Aspect>().ok()?;
        self.sign(':')?;
        let line = LineId::from(decode(self.until(|c| matches!(c, '@' | '='))));
        if self.sign('@').is_some() {
            let spot = Spot::parse(self.until(|c| matches!(c, ',' | ')')))?;
            return self.disclosure.stated(&line, aspect, spot.quote(&self.disclosure.source)?);
        }
        self.sign('=')?;
        let operation = self.until(|c| c == '(' || c.is_ascii_digit()).parse().ok()?;
        let value = self.until(|c| c == '(');
        let mut operands = Vec::new();
        self.sign('(').filter(|()| depth < DEEPEST)?;
        loop {
            operands.push(self.number(depth + 1)?);
            if self.sign(')').is_some() {
                break;
            }
            self.sign(',')?;
        }
        SourcedValue::again(line, aspect, operation, operands, value.parse().ok())
    }

    fn until(&mut self, end: impl Fn(char) -> bool) -> &'t str {
        let (before, rest) = self.rest.split_at(self.rest.find(end).unwrap_or(self.rest.len()));
        self.rest = rest;
        before
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(sign)?;
        Some(())
    }
}
