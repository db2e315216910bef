//! Sentences made from data: text, numbers with their provenance, and names of lines.

use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::locale::{Lang, Locale, TemplatePart, fill, template_parts};
use crate::provenance::{Provenance, SourcedValue, Value};

/// A sentence or phrase in which numbers and names of lines are still values, so that a page can link them.
///
/// ```
/// use mingbai_core::disclosure::LineId;
/// use mingbai_core::figures::{RichText, TextRun};
/// use mingbai_core::locale::{Lang, Locale};
///
/// let income = RichText(vec![TextRun::Line(LineId::known("income"), "收入".to_owned())]);
/// let text = RichText::fill("{line}与支出相等", &[("line", income)]);
/// assert_eq!(text.0.len(), 2);
/// assert_eq!(text.plain(&Locale::of(Lang::Zh)), "收入与支出相等");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichText(pub Vec<TextRun>);

/// A run of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum TextRun {
    /// Text of our own.
    Text(String),
    /// A number with its format.
    Number(SourcedValue, NumberFormat),
    /// A line with its name.
    Line(LineId, String),
    /// Text of the document, verbatim, in Chinese.
    Verbatim(String),
}

/// The format of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// With its unit, in a sentence, a chart or a card: with the decimals that it has, as documents write it (27.7 万元).
    Plain,
    /// With its unit, in a column or an arithmetic: two decimals at least (27.70 万元).
    Column,
    /// Without unit, for tables.
    Number,
    /// Without unit, in arithmetic. Screen readers get its name and unit.
    Operand,
    /// Without its sign, for a sentence that names the direction.
    Unsigned,
    /// The same in a column.
    UnsignedColumn,
    /// Without sign and unit, in arithmetic that writes the sign itself.
    UnsignedOperand,
    /// With an arrow and the word for the direction: ▼ 减少 27.7 万元.
    Arrow,
    /// The same in a column: ▼ 减少 27.70 万元.
    ArrowColumn,
    /// With an arrow, without unit, for tables.
    ArrowNumber,
}

impl NumberFormat {
    /// The same for a column or an arithmetic.
    pub fn in_column(self) -> NumberFormat {
        match self {
            NumberFormat::Plain => NumberFormat::Column,
            NumberFormat::Unsigned => NumberFormat::UnsignedColumn,
            NumberFormat::Arrow => NumberFormat::ArrowColumn,
            other => other,
        }
    }

    /// The same without an arrow, for a text that names the direction.
    pub fn without_arrow(self) -> NumberFormat {
        match self {
            NumberFormat::Arrow => NumberFormat::Unsigned,
            NumberFormat::ArrowColumn => NumberFormat::UnsignedColumn,
            NumberFormat::ArrowNumber => NumberFormat::UnsignedOperand,
            other => other,
        }
    }

    /// The same with its unit.
    pub fn with_unit(self) -> NumberFormat {
        match self {
            NumberFormat::Number | NumberFormat::Operand => NumberFormat::Column,
            NumberFormat::UnsignedOperand => NumberFormat::UnsignedColumn,
            NumberFormat::ArrowNumber => NumberFormat::ArrowColumn,
            other => other,
        }
    }

    /// True where the number is a part of an arithmetic, without name and unit.
    pub fn is_operand(self) -> bool {
        matches!(self, NumberFormat::Operand | NumberFormat::UnsignedOperand)
    }

    /// True if an arrow shows the direction of a change.
    pub fn has_arrow(self) -> bool {
        matches!(self, NumberFormat::Arrow | NumberFormat::ArrowColumn | NumberFormat::ArrowNumber)
    }
}

impl RichText {
    /// A text without numbers and names of lines.
    pub fn text(text: impl Into<String>) -> RichText {
        RichText(vec![TextRun::Text(text.into())])
    }

    /// A text of one number.
    pub fn number(number: SourcedValue, format: NumberFormat) -> RichText {
        RichText(vec![TextRun::Number(number, format)])
    }

    /// `template` with each `{slot}` replaced. A slot without a value stays as it is, so that a test can find it.
    pub fn fill(template: &str, slots: &[(&str, RichText)]) -> RichText {
        let mut text = RichText::default();
        for part in template_parts(template) {
            match part {
                TemplatePart::Text(part) => text.push_text(part),
                TemplatePart::Slot(name) => match slots.iter().find(|(slot, _)| *slot == name) {
                    Some((_, given)) => text.0.extend(given.0.iter().cloned()),
                    None => text.push_text(&format!("{{{name}}}")),
                },
            }
        }
        text
    }

    /// Appends text.
    pub fn push_text(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(TextRun::Text(last)) => last.push_str(text),
            _ => self.0.push(TextRun::Text(text.to_owned())),
        }
    }

    /// The same without arrows, for who listens: ▼ 减少 27.7 万元 becomes 减少 27.7 万元.
    pub fn without_arrows(self, locale: &Locale) -> RichText {
        let mut text = RichText::default();
        for run in self.0 {
            match run {
                TextRun::Number(number, format) if format.has_arrow() && !number.money().is_zero() => {
                    let labels = locale.labels;
                    let direction = if number.money().is_negative() { labels.down } else { labels.up };
                    text.push_text(&format!("{direction} "));
                    text.0.push(TextRun::Number(number, format.without_arrow()));
                }
                TextRun::Text(words) => text.push_text(&words),
                other => text.0.push(other),
            }
        }
        text
    }

    /// The text in quotation marks.
    pub fn quoted(self) -> RichText {
        RichText::text("“").then(self).then("”".into())
    }

    /// Our own text with single quotation marks, to be quoted as a whole: “‘三公’经费等于各项之和”.
    pub fn with_inner_quotes(mut self) -> RichText {
        for run in &mut self.0 {
            if let TextRun::Text(text) | TextRun::Line(_, text) = run {
                *text = text.replace('“', "‘").replace('”', "’");
            }
        }
        self
    }

    /// This text followed by another.
    pub fn then(mut self, other: RichText) -> RichText {
        self.0.extend(other.0);
        self
    }

    /// Several texts with the same words between them.
    pub fn joined(texts: Vec<RichText>, between: &str) -> RichText {
        let mut joined = RichText::default();
        for (at, text) in texts.into_iter().enumerate() {
            if at > 0 {
                joined.push_text(between);
            }
            joined.0.extend(text.0);
        }
        joined
    }

    /// Several texts as a list in the language: 甲、乙、丙, or “a, b and c”.
    pub fn list(texts: Vec<RichText>, lang: Lang) -> RichText {
        let last = texts.len().saturating_sub(1);
        let mut list = RichText::default();
        for (at, text) in texts.into_iter().enumerate() {
            match (at, lang) {
                (0, _) => {}
                (_, Lang::Zh) => list.push_text("、"),
                (at, Lang::En) if at == last => list.push_text(" and "),
                (_, Lang::En) => list.push_text(", "),
            }
            list.0.extend(text.0);
        }
        list
    }

    /// The text as a sentence: in English its first letter, and the first one after a full stop, is a capital.
    pub fn sentence(mut self, lang: Lang) -> RichText {
        if lang == Lang::Zh {
            return self;
        }
        let mut begins = true;
        for piece in &mut self.0 {
            let text = match piece {
                TextRun::Text(text) | TextRun::Line(_, text) => text,
                TextRun::Number(..) | TextRun::Verbatim(_) => {
                    begins = false;
                    continue;
                }
            };
            if begins {
                *text = capitalised(text);
            }
            begins = if text.trim().is_empty() { begins } else { text.trim_end().ends_with('.') };
        }
        self
    }

    /// The text as plain text.
    pub fn plain(&self, locale: &Locale) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            TextRun::Text(text) | TextRun::Verbatim(text) | TextRun::Line(_, text) => text.clone(),
            TextRun::Number(number, format) => format_number(number, *format, locale),
        });
        pieces.collect()
    }

    /// The numbers of the text.
    pub fn numbers(&self) -> impl Iterator<Item = &SourcedValue> {
        self.0.iter().filter_map(|piece| match piece {
            TextRun::Number(number, _) => Some(number),
            _ => None,
        })
    }
}

/// The text with a capital first letter. Only ASCII letters are changed: the tables for all alphabets would add 20 kB
/// to the app.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

impl From<String> for RichText {
    fn from(text: String) -> RichText {
        RichText::text(text)
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> RichText {
        RichText::text(text)
    }
}

/// A formatted number as its arrow, which who listens does not need, and the rest; without an arrow all of it is rest.
///
/// ```
/// use mingbai_core::figures::split_arrow;
///
/// assert_eq!(split_arrow("▼ 减少 27.7 万元"), ("▼", " 减少 27.7 万元"));
/// assert_eq!(split_arrow("27.7 万元"), ("", "27.7 万元"));
/// ```
pub fn split_arrow(formatted: &str) -> (&str, &str) {
    let end = formatted.find(|c| !matches!(c, '▲' | '▼')).unwrap_or(formatted.len());
    formatted.split_at(end)
}

/// A number as a reader sees it.
pub fn format_number(number: &SourcedValue, format: NumberFormat, locale: &Locale) -> String {
    let labels = locale.labels;
    match (&number.value, format) {
        (Value::Money(amount), format) => money(*amount, format, locale),
        (Value::Percent(share), format) => {
            let is_unsigned = matches!(format, NumberFormat::Unsigned | NumberFormat::UnsignedColumn);
            let share = if is_unsigned { share.abs() } else { *share };
            locale.percent(share, number.aspect.decimal_places())
        }
        // A positive amount that rounds to zero is not shown as zero.
        (Value::OfHundred(0), format) if rounded_away(number) => {
            if matches!(format, NumberFormat::Number | NumberFormat::Operand) {
                labels.under_one
            } else {
                labels.yuan_under_one
            }
            .to_owned()
        }
        (Value::OfHundred(n), NumberFormat::Number | NumberFormat::Operand) => n.to_string(),
        (Value::OfHundred(n), _) => fill(labels.yuan, &[("n", &n.to_string())]),
        (Value::Count(n, _), NumberFormat::Number | NumberFormat::Operand) => n.to_string(),
        (Value::Count(n, measure_word), _) => locale.count(*n, measure_word),
    }
}

fn money(amount: Amount, format: NumberFormat, locale: &Locale) -> String {
    let labels = locale.labels;
    let arrow = |shown: String| match amount {
        amount if amount.is_zero() => labels.flat.to_owned(),
        amount if amount.is_negative() => format!("▼ {} {shown}", labels.down),
        _ => format!("▲ {} {shown}", labels.up),
    };
    match format {
        NumberFormat::Plain => locale.money_in_sentence(amount),
        NumberFormat::Column => locale.money(amount),
        NumberFormat::Number | NumberFormat::Operand => locale.number(amount),
        NumberFormat::Unsigned => locale.money_in_sentence(amount.abs()),
        NumberFormat::UnsignedColumn => locale.money(amount.abs()),
        NumberFormat::UnsignedOperand => locale.number(amount.abs()),
        NumberFormat::Arrow => arrow(locale.money_in_sentence(amount.abs())),
        NumberFormat::ArrowColumn => arrow(locale.money(amount.abs())),
        NumberFormat::ArrowNumber => arrow(locale.number(amount.abs())),
    }
}

/// True for a number that was computed from an amount other than zero.
fn rounded_away(number: &SourcedValue) -> bool {
    match &number.provenance {
        Provenance::Computed(formula) => formula.operands.first().is_some_and(|amount| !amount.money().is_zero()),
        Provenance::Stated(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_and_a_slot_without_a_value_stays() {
        let text = RichText::fill("{a} 与 {b}、{c}", &[("a", "甲".into()), ("b", "乙".into())]);
        assert_eq!(text.plain(&Locale::of(Lang::Zh)), "甲 与 乙、{c}");
    }

    #[test]
    fn an_english_sentence_begins_with_a_capital() {
        let text = RichText::fill(
            "{a} rises. {a} falls",
            &[("a", RichText(vec![TextRun::Line(LineId::known("income"), "income".into())]))],
        );
        assert_eq!(text.sentence(Lang::En).plain(&Locale::of(Lang::En)), "Income rises. Income falls");
    }

    #[test]
    fn a_list_of_texts_reads_like_a_sentence() {
        let texts = || vec![RichText::text("a"), RichText::text("b"), RichText::text("c")];
        assert_eq!(RichText::list(texts(), Lang::En).plain(&Locale::of(Lang::En)), "a, b and c");
        assert_eq!(RichText::list(texts(), Lang::Zh).plain(&Locale::of(Lang::Zh)), "a、b、c");
    }
}
