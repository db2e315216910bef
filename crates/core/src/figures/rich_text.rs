//! Sentences made from data: words, numbers that can be proved, and names of lines.

use crate::disclosure::LineId;
use crate::locale::{Lang, Locale, TemplatePart, template_parts};
use crate::provenance::{Provenance, SourcedValue, Value};

/// A sentence, or a few words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(pub Vec<Piece>);

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words of ours.
    Words(String),
    /// A number.
    Number(SourcedValue, Form),
    /// The name of a line.
    Line(LineId, String),
    /// Words of the document, in Chinese.
    Verbatim(String),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With its unit.
    Plain,
    /// Without unit, for tables.
    Number,
    /// Without unit, in arithmetic: its name and its unit are told to those who listen.
    Operand,
    /// Without its sign, where the sentence says the direction.
    Unsigned,
    /// The same behind a sign of the arithmetic's own.
    UnsignedOperand,
    /// With an arrow and the word for the direction: ▲ 增加 174.78 万元.
    Arrow,
    /// With an arrow, without unit, for tables.
    ArrowNumber,
}

impl Text {
    /// Words alone.
    pub fn words(words: impl Into<String>) -> Text {
        Text(vec![Piece::Words(words.into())])
    }

    /// A number alone.
    pub fn number(cited: SourcedValue, form: Form) -> Text {
        Text(vec![Piece::Number(cited, form)])
    }

    /// `template` with each `{slot}` replaced. A slot that is not given stays as it is, so that a test sees it.
    pub fn fill(template: &str, slots: &[(&str, Text)]) -> Text {
        let mut text = Text::default();
        for part in template_parts(template) {
            match part {
                TemplatePart::Words(words) => text.push_words(words),
                TemplatePart::Slot(name) => match slots.iter().find(|(slot, _)| *slot == name) {
                    Some((_, given)) => text.0.extend(given.0.iter().cloned()),
                    None => text.push_words(&format!("{{{name}}}")),
                },
            }
        }
        text
    }

    /// Appends words.
    pub fn push_words(&mut self, words: &str) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Piece::Words(last)) => last.push_str(words),
            _ => self.0.push(Piece::Words(words.to_owned())),
        }
    }

    /// The text between quotation marks.
    pub fn quoted(self) -> Text {
        Text::words("“").then(self).then("”".into())
    }

    /// This text followed by another.
    pub fn then(mut self, other: Text) -> Text {
        self.0.extend(other.0);
        self
    }

    /// Several texts in a row, parted as the language parts a list.
    pub fn list(texts: Vec<Text>, lang: Lang) -> Text {
        let last = texts.len().saturating_sub(1);
        let mut list = Text::default();
        for (at, text) in texts.into_iter().enumerate() {
            match (at, lang) {
                (0, _) => {}
                (_, Lang::Zh) => list.push_words("、"),
                (at, Lang::En) if at == last => list.push_words(" and "),
                (_, Lang::En) => list.push_words(", "),
            }
            list.0.extend(text.0);
        }
        list
    }

    /// The text as a sentence of its language: in English its first letter, and that after a full stop, is a capital.
    pub fn sentence(mut self, lang: Lang) -> Text {
        if lang == Lang::Zh {
            return self;
        }
        let mut begins = true;
        for piece in &mut self.0 {
            let text = match piece {
                Piece::Words(words) | Piece::Line(_, words) => words,
                Piece::Number(..) | Piece::Verbatim(_) => {
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

    /// The text without any markup.
    pub fn plain(&self, locale: &Locale) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Words(words) | Piece::Verbatim(words) | Piece::Line(_, words) => words.clone(),
            Piece::Number(cited, form) => show(cited, *form, locale),
        });
        pieces.collect()
    }

    /// The numbers in it.
    pub fn numbers(&self) -> impl Iterator<Item = &SourcedValue> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Number(cited, _) => Some(cited),
            _ => None,
        })
    }
}

/// With a capital first letter. English begins with one of ASCII; the tables of all alphabets would cost the browser 20 KB.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text::words(words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Text {
        Text::words(words)
    }
}

/// A number as a reader sees it.
pub fn show(cited: &SourcedValue, form: Form, locale: &Locale) -> String {
    let labels = locale.labels;
    match (&cited.value, form) {
        (Value::Money(amount), Form::Plain) => locale.money(*amount),
        (Value::Money(amount), Form::Number | Form::Operand) => locale.number(*amount),
        (Value::Money(amount), Form::Unsigned) => locale.money(amount.abs()),
        (Value::Money(amount), Form::UnsignedOperand) => locale.number(amount.abs()),
        (Value::Money(amount), Form::Arrow | Form::ArrowNumber) => {
            let shown = if form == Form::Arrow { locale.money(amount.abs()) } else { locale.number(amount.abs()) };
            match amount {
                amount if amount.is_zero() => labels.flat.to_owned(),
                amount if amount.is_negative() => format!("▼ {} {shown}", labels.down),
                _ => format!("▲ {} {shown}", labels.up),
            }
        }
        (Value::Percent(share), form) => {
            let share = if form == Form::Unsigned { share.abs() } else { *share };
            locale.percent(share, cited.aspect.decimal_places())
        }
        // What is there but rounds to nothing is not nothing.
        (Value::OfHundred(0), form) if rounded_away(cited) => {
            if matches!(form, Form::Number | Form::Operand) { labels.under_one } else { labels.yuan_under_one }
                .to_owned()
        }
        (Value::OfHundred(n), Form::Number | Form::Operand) => n.to_string(),
        (Value::OfHundred(n), _) => labels.yuan.replace("{n}", &n.to_string()),
        (Value::Count(n, _), Form::Number | Form::Operand) => n.to_string(),
        (Value::Count(n, unit), _) => locale.count(*n, unit),
    }
}

/// True for a number computed from an amount that is not zero.
fn rounded_away(cited: &SourcedValue) -> bool {
    match &cited.origin {
        Provenance::Computed(formula) => formula.operands.first().is_some_and(|amount| !amount.money().is_zero()),
        Provenance::Stated(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_in_order_and_a_missing_one_stays_visible() {
        let text = Text::fill("{a} 与 {b}、{c}", &[("a", "甲".into()), ("b", "乙".into())]);
        assert_eq!(text.plain(&Locale::of(Lang::Zh)), "甲 与 乙、{c}");
    }

    #[test]
    fn an_english_sentence_begins_with_a_capital() {
        let text = Text::fill(
            "{a} rises. {a} falls",
            &[("a", Text(vec![Piece::Line(LineId::known("income"), "income".into())]))],
        );
        assert_eq!(text.sentence(Lang::En).plain(&Locale::of(Lang::En)), "Income rises. Income falls");
    }

    #[test]
    fn a_list_of_texts_reads_like_a_sentence() {
        let texts = || vec![Text::words("a"), Text::words("b"), Text::words("c")];
        assert_eq!(Text::list(texts(), Lang::En).plain(&Locale::of(Lang::En)), "a, b and c");
        assert_eq!(Text::list(texts(), Lang::Zh).plain(&Locale::of(Lang::Zh)), "a、b、c");
    }
}
