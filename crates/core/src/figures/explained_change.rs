//! A change with the reason that the document gives for it.

use super::RenderContext;
use super::rich_text::{NumberFormat, RichText};
use crate::amount::rounding;
use crate::disclosure::{Direction, LineId, Quote};
use crate::insertion_sort::sorted_by_key;
use crate::provenance::{Aspect, SourcedValue, share};
use crate::variance::{ChangeReason, Variance, variance_of, variances};

/// A change against last year with the document's own reason.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedChange {
    /// The line that changed.
    pub line: LineId,
    /// The name of the line.
    pub name: RichText,
    /// This year's amount; None if the document lost it.
    pub amount: Option<SourcedValue>,
    /// Last year's amount, computed; None if this year's amount is lost.
    pub base: Option<SourcedValue>,
    /// The change, as stated.
    pub change: SourcedValue,
    /// The change as a percentage of last year's amount.
    pub percent: Option<SourcedValue>,
    /// The reason.
    pub reason: ReasonText,
    /// How much of the change is explained by the components that the document names; None if it names none.
    pub coverage: Option<RichText>,
    /// The clause that states the change.
    pub quote: Quote,
}

/// The reason of a change for a reader, as far as the document gives one.
#[derive(Clone, Debug, PartialEq)]
pub enum ReasonText {
    /// The document's words, with a translation for readers of English.
    Verbatim {
        /// As published.
        zh: String,
        /// The translation, if one is known.
        english: Option<String>,
        /// Its bytes in the source.
        quote: Quote,
        /// That its words speak against the direction of the change, where they do.
        remark: Option<RichText>,
    },
    /// No reason, but the components of the change.
    Components {
        /// Introduces the components.
        intro: RichText,
        /// The names of the components with their changes.
        components: Vec<(RichText, SourcedValue)>,
    },
    /// No change, in the document's words: 与2022年持平.
    Flat(String),
    /// The document gives no reason.
    Unexplained,
}

/// The reason of a variance.
pub fn reason(context: &RenderContext, variance: &Variance) -> ReasonText {
    match &variance.reason {
        ChangeReason::Verbatim(passage) => ReasonText::Verbatim {
            zh: passage.text.clone(),
            english: context.translation(&passage.text).map(str::to_owned),
            quote: passage.quote,
            remark: opposing_remark(context, variance),
        },
        ChangeReason::Components(_) => {
            let components = variance.components.iter().map(|(label, component)| {
                let known = context.locale.line(&component.line).is_some();
                let name =
                    if known { context.line(&component.line) } else { RichText::text(context.translated(label)) };
                (name, component.clone())
            });
            ReasonText::Components { intro: intro(context, variance), components: components.collect() }
        }
        ChangeReason::Flat => ReasonText::Flat(flat_text(context, variance)),
        ChangeReason::Unexplained => ReasonText::Unexplained,
    }
}

/// That a reason speaks against its change: 写的是减少，原因里却说“新增”.
fn opposing_remark(context: &RenderContext, variance: &Variance) -> Option<RichText> {
    let (word, words) = (variance.opposing_word()?, context.locale.words());
    let template = match variance.direction {
        Direction::Down => words.reason_opposes_fall,
        Direction::Up | Direction::Flat => words.reason_opposes_rise,
    };
    Some(context.fill(template, &[("word", RichText::text(word))]))
}

/// Introduces the components of a change. Some documents explain a change of income with changes of expenditure.
fn intro(context: &RenderContext, variance: &Variance) -> RichText {
    let words = context.locale.words();
    let root = |id: &LineId| id.as_str().split('.').next().unwrap_or_default().to_owned();
    let spent = |line: &LineId| matches!(root(line).as_str(), "expenditure" | "appropriation");
    if root(&variance.line) == "income" && variance.components.iter().any(|(_, component)| spent(&component.line)) {
        return words.reason_components_spent.into();
    }
    words.reason_components.into()
}

/// How much of a change its stated components explain, computed from their sum.
fn coverage(context: &RenderContext, variance: &Variance) -> Option<RichText> {
    let words = context.locale.words();
    let components: Vec<SourcedValue> = variance.components.iter().map(|(_, component)| component.clone()).collect();
    if components.is_empty() {
        return None;
    }
    let tolerance = rounding(components.len() + 1, context.disclosure.unit);
    let sum = SourcedValue::sum(variance.line.clone(), components);
    let rest =
        SourcedValue::less(variance.line.clone(), Aspect::Difference, vec![variance.change.clone(), sum.clone()]);
    let sentence = |template, slots: &[(&str, RichText)]| context.fill(template, slots).sentence(context.locale.lang);
    if rest.money().is_zero() {
        return Some(sentence(words.coverage_all, &[]));
    }
    if rest.money().abs().number() <= tolerance {
        return Some(sentence(words.coverage_rounding, &[]));
    }
    let amount = ("amount", RichText::number(sum.clone(), NumberFormat::Arrow));
    let part = sum.money().is_negative() == variance.change.money().is_negative()
        && sum.money().abs() < variance.change.money().abs()
        && !sum.money().is_zero();
    match share(sum, variance.change.clone()).filter(|_| part) {
        Some(share) => {
            Some(sentence(words.coverage_part, &[amount, ("share", RichText::number(share, NumberFormat::Plain))]))
        }
        None => {
            Some(sentence(words.coverage_other, &[amount, ("rest", RichText::number(rest, NumberFormat::Unsigned))]))
        }
    }
}

/// The sentence that states no change: 与2022年持平.
fn flat_text(context: &RenderContext, variance: &Variance) -> String {
    let change = context.disclosure.change(variance.line.as_str());
    change.map_or(String::new(), |change| context.disclosure.quoted_text(change.quote))
}

/// The change of a line with its reason; None if the document states no change.
pub fn explained_change(context: &RenderContext, id: &str) -> Option<ExplainedChange> {
    let variance = variance_of(context.disclosure, id)?;
    Some(ExplainedChange {
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

impl ExplainedChange {
    /// The change as text: ▲ 增加 174.78 万元（13.43%）.
    pub fn change_text(&self, context: &RenderContext) -> RichText {
        let change = RichText::number(self.change.clone(), NumberFormat::Arrow);
        match self.percent.clone().filter(|_| !self.change.money().is_zero()) {
            Some(percent) => context.fill(
                context.locale.words().change_with_percent,
                &[("change", change), ("percent", RichText::number(percent, NumberFormat::Unsigned))],
            ),
            None => change,
        }
    }
}

/// Every change that the document states, with its reason, the largest first.
pub fn explained_changes(context: &RenderContext) -> Vec<ExplainedChange> {
    let variances = variances(context.disclosure);
    let mut changes: Vec<ExplainedChange> =
        variances.iter().filter_map(|variance| explained_change(context, variance.line.as_str())).collect();
    for change in &mut changes {
        change.name = std::mem::take(&mut change.name).sentence(context.locale.lang);
    }
    sorted_by_key(changes, |change| std::cmp::Reverse(change.change.money().abs()))
}
