//! A change with its reason, as a reader sees it.

use super::RenderContext;
use super::rich_text::{Form, Text};
use crate::audit;
use crate::disclosure::{LineId, Quote};
use crate::insertion_sort::in_order;
use crate::provenance::{Aspect, SourcedValue, share};
use crate::variance::{self, Because, Variance};

/// A change against last year with the document's own reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The line that changed.
    pub line: LineId,
    /// Its name.
    pub name: Text,
    /// This year; absent where the amount was lost.
    pub amount: Option<SourcedValue>,
    /// Last year, computed; absent where this year's amount is.
    pub base: Option<SourcedValue>,
    /// The difference.
    pub change: SourcedValue,
    /// The difference as parts of a hundred of last year.
    pub percent: Option<SourcedValue>,
    /// Why.
    pub reason: Reason,
    /// How much of the change the parts that the document names account for; None where it names none.
    pub coverage: Option<Text>,
    /// The clause that states the change.
    pub quote: Quote,
}

/// Why something changed, as far as the document says.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The document's words, with our English where the reader reads English.
    Verbatim {
        /// As published.
        zh: String,
        /// Our translation.
        english: Option<String>,
        /// Where it stands.
        quote: Quote,
    },
    /// No reason of its own, but the parts that it is made of.
    Components {
        /// Whose parts they are.
        intro: Text,
        /// Each with its change.
        parts: Vec<(Text, SourcedValue)>,
    },
    /// Nothing changed, in the document's words.
    Flat(String),
    /// 文件没有说明原因.
    Unexplained,
}

/// The reason of a variance.
pub fn reason(context: &RenderContext, variance: &Variance) -> Reason {
    match &variance.because {
        Because::Reason(passage) => Reason::Verbatim {
            zh: passage.text.clone(),
            english: context.translation(&passage.text).map(str::to_owned),
            quote: passage.quote,
        },
        Because::Components(_) => {
            let parts = variance.components.iter().map(|(label, part)| {
                let known = context.locale.line(&part.line).is_some();
                let name = if known { context.line(&part.line) } else { Text::words(context.translated(label)) };
                (name, part.clone())
            });
            Reason::Components { intro: intro(context, variance), parts: parts.collect() }
        }
        Because::Flat => Reason::Flat(flat_words(context, variance)),
        Because::Unexplained => Reason::Unexplained,
    }
}

/// Says whose parts follow: some documents explain income with the changes of expenditure.
fn intro(context: &RenderContext, variance: &Variance) -> Text {
    let words = context.locale.words();
    let root = |id: &LineId| id.as_str().split('.').next().unwrap_or_default().to_owned();
    let spent = |line: &LineId| matches!(root(line).as_str(), "expenditure" | "appropriation");
    if root(&variance.line) == "income" && variance.components.iter().any(|(_, part)| spent(&part.line)) {
        return words.reason_components_spent.into();
    }
    words.reason_components.into()
}

/// How much of a change its stated parts account for, worked out again.
fn coverage(context: &RenderContext, variance: &Variance) -> Option<Text> {
    let words = context.locale.words();
    let parts: Vec<SourcedValue> = variance.components.iter().map(|(_, part)| part.clone()).collect();
    if parts.is_empty() {
        return None;
    }
    let tolerance = audit::rounding(parts.len() + 1, context.disclosure.unit);
    let sum = SourcedValue::sum(variance.line.clone(), parts);
    let rest =
        SourcedValue::less(variance.line.clone(), Aspect::Difference, vec![variance.change.clone(), sum.clone()]);
    let said = |template, slots: &[(&str, Text)]| context.say(template, slots).sentence(context.locale.lang);
    if rest.money().is_zero() {
        return Some(said(words.coverage_all, &[]));
    }
    if rest.money().abs().number() <= tolerance {
        return Some(said(words.coverage_rounding, &[]));
    }
    let amount = ("amount", Text::number(sum.clone(), Form::Arrow));
    let part = sum.money().is_negative() == variance.change.money().is_negative()
        && sum.money().abs() < variance.change.money().abs()
        && !sum.money().is_zero();
    match share(sum, variance.change.clone()).filter(|_| part) {
        Some(share) => Some(said(words.coverage_part, &[amount, ("share", Text::number(share, Form::Plain))])),
        None => Some(said(words.coverage_other, &[amount, ("rest", Text::number(rest, Form::Unsigned))])),
    }
}

/// The words that say that nothing changed: 与2022年持平.
fn flat_words(context: &RenderContext, variance: &Variance) -> String {
    let change = context.disclosure.change(variance.line.as_str());
    change.map_or(String::new(), |change| context.disclosure.words(change.quote))
}

/// The explanation of a line's change; None where the document states no change.
pub fn of_line(context: &RenderContext, id: &str) -> Option<Explanation> {
    let variance = variance::one(context.disclosure, id)?;
    Some(Explanation {
        name: context.line(&variance.line),
        reason: reason(context, &variance),
        coverage: coverage(context, &variance),
        quote: context.disclosure.change(id)?.quote,
        line: variance.line,
        amount: variance.amount,
        base: variance.base,
        change: variance.change,
        percent: variance.percent,
    })
}

impl Explanation {
    /// ▲ 增加 174.78 万元（13.43%）.
    pub fn moved(&self, context: &RenderContext) -> Text {
        let change = Text::number(self.change.clone(), Form::Arrow);
        match self.percent.clone().filter(|_| !self.change.money().is_zero()) {
            Some(percent) => context.say(
                context.locale.words().change_with_percent,
                &[("change", change), ("percent", Text::number(percent, Form::Unsigned))],
            ),
            None => change,
        }
    }
}

/// Every change of the document, the largest first.
pub fn every_change(context: &RenderContext) -> Vec<Explanation> {
    let all = variance::of(context.disclosure);
    let mut changes: Vec<Explanation> = all.iter().filter_map(|one| of_line(context, one.line.as_str())).collect();
    for change in &mut changes {
        change.name = std::mem::take(&mut change.name).sentence(context.locale.lang);
    }
    in_order(changes, |change| std::cmp::Reverse(change.change.money().abs()))
}
