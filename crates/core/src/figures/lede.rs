//! The budget in one or two plain sentences.

use super::bridge::{BridgeStep, bridge};
use super::explained_change::{ExplainedChange, ReasonText, explained_change};
use super::list_balance::{Balance, balance};
use super::{NumberFormat, RenderContext, RichText, TextRun};
use crate::disclosure::{Line, LineId, Role};
use crate::provenance::SourcedValue;

/// The change of the budget, its split into 基本支出 and 项目支出, and its sources.
pub fn lede(context: &RenderContext, whole: &str) -> RichText {
    let words = context.locale.words();
    let mut text = RichText::default();
    if context.disclosure.year.is_none() {
        text = text.then(words.lede_no_year.into());
    }
    text.then(change(context, whole))
        .then(because(context, whole).unwrap_or_default())
        .then(nature(context, whole).unwrap_or_default())
        .then(sources(context))
        .sentence(context.locale.lang)
}

fn change(context: &RenderContext, whole: &str) -> RichText {
    let words = context.locale.words();
    if let Some(explained) = explained_change(context, whole) {
        let template = context.by_direction(&explained.change, words.lede_up, words.lede_down, words.lede_flat);
        return context.fill(template, &[("amount", context.change_size(explained.change, explained.percent))]);
    }
    // Some documents say only how the appropriation changed.
    let Some(explained) = explained_change(context, "appropriation") else {
        return context.fill(words.lede_no_change, &[]);
    };
    let template = context.by_direction(
        &explained.change,
        words.lede_appropriation_up,
        words.lede_appropriation_down,
        words.lede_appropriation_flat,
    );
    let line = context.line(&explained.line);
    context.fill(template, &[("line", line), ("amount", context.change_size(explained.change, explained.percent))])
}

/// The longest reason that the top of the page quotes, in characters: a sentence keeps its one thought.
const LONGEST_REASON: usize = 40;

/// Why the budget changed, in the document's words: the reason of the whole, or that of the part that moved it most.
/// None where the document gives none, or a long one.
fn because(context: &RenderContext, whole: &str) -> Option<RichText> {
    let words = context.locale.words();
    if let Some(reason) = short_reason(context, &explained_change(context, whole)?) {
        return Some(context.fill(words.lede_because, &[("reason", reason)]));
    }
    let bridge = bridge(context).filter(|bridge| bridge.whole == whole)?;
    let with_it = |step: &&BridgeStep| step.change.money().is_negative() == bridge.change.money().is_negative();
    let step = bridge.steps.iter().filter(with_it).max_by_key(|step| step.change.money().abs())?;
    let reason = short_reason(context, &explained_change(context, step.line.as_str())?)?;
    let slots = [("change", context.change_sentence(&step.line, &step.change)), ("reason", reason)];
    Some(context.fill(words.lede_because_of_part, &slots))
}

/// The reason of a change in the reader's language, if it is short.
fn short_reason(context: &RenderContext, explained: &ExplainedChange) -> Option<RichText> {
    let ReasonText::Verbatim { zh, english, .. } = &explained.reason else { return None };
    zh.chars().nth(LONGEST_REASON).is_none().then(|| match english {
        Some(english) if context.locale.english() => RichText::text(english.clone()),
        _ => RichText(vec![TextRun::Verbatim(zh.clone())]),
    })
}

/// The split into 基本支出 and 项目支出, if the two add up to the appropriation.
fn nature(context: &RenderContext, whole: &str) -> Option<RichText> {
    let (d, words) = (context.disclosure, context.locale.words());
    let appropriation = d.cite("appropriation")?;
    let (basic, project) = (d.cite("appropriation.basic")?, d.cite("appropriation.project")?);
    if !matches!(balance(d, "appropriation"), Balance::Even | Balance::Rounding(_)) {
        return None;
    }
    let share = |part: &SourcedValue| {
        d.cite_share(part.line.as_str(), "appropriation").map(|it| RichText::number(it, NumberFormat::Plain))
    };
    let slots = [
        ("basic", context.line(&basic.line)),
        ("basic_share", share(&basic)?),
        ("project", context.line(&project.line)),
        ("project_share", share(&project)?),
    ];
    // The appropriation may be less than the budget; then the sentence names it.
    let total = d.amount(whole) == Some(appropriation.money());
    let (template, all) = match (basic.money().is_zero(), project.money().is_zero()) {
        (false, true) => (words.lede_all_basic, true),
        (true, false) => (words.lede_all_project, true),
        _ => (words.lede_nature, false),
    };
    let of = match (total, all) {
        (true, false) => words.lede_of_total,
        (true, true) => words.lede_all_of_total,
        (false, false) => words.lede_of_appropriation,
        (false, true) => words.lede_all_of_appropriation,
    };
    let of = context.fill(of, &[("amount", RichText::number(appropriation, NumberFormat::Plain))]);
    Some(context.fill(template, &[slots.as_slice(), &[("of", of)]].concat()))
}

fn sources(context: &RenderContext) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    // What is below zero is no source, and the others are then more than the whole.
    let (negative, given): (Vec<&Line>, Vec<&Line>) =
        d.parts("income").filter(|line| !line.amount.is_zero()).partition(|line| line.amount.is_negative());
    let whole = negative.is_empty() && matches!(balance(d, "income"), Balance::Even | Balance::Rounding(_));
    let mut text = match given.as_slice() {
        [] => RichText::default(),
        [one] if whole => context.fill(words.lede_one_source, &[("source", context.line(&one.id))]),
        several => {
            let names = several.iter().map(|line| context.line(&line.id)).collect();
            let template = if whole { words.lede_sources } else { words.lede_sources_listed };
            context.fill(template, &[("sources", RichText::list(names, context.locale.lang))])
        }
    };
    let gap = if context.locale.english() { " " } else { "" };
    for line in d.lines.iter().filter(|line| line.role == Role::Within) {
        let slots = [
            ("line", context.line(&line.id)),
            ("whole", context.line(&LineId::from(line.id.parent().unwrap_or_default()))),
            ("amount", RichText::number(line.cite(), NumberFormat::Plain)),
        ];
        text = text.then(gap.into()).then(context.fill(words.list_within, &slots));
    }
    text
}
