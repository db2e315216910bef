//! The whole budget in a plain sentence or two.

use super::list_balance::{Balance, balance};
use super::{Form, RenderContext, Text, explanation};
use crate::disclosure::{Line, LineId, Role};
use crate::provenance::SourcedValue;

/// How the budget changed, what kinds it is of, and where the money comes from.
pub fn lede(context: &RenderContext, whole: &str) -> Text {
    let words = context.locale.words();
    let mut text = Text::default();
    if context.disclosure.year.is_none() {
        text = text.then(words.lede_no_year.into());
    }
    text.then(change(context, whole))
        .then(nature(context, whole).unwrap_or_default())
        .then(sources(context))
        .sentence(context.locale.lang)
}

fn change(context: &RenderContext, whole: &str) -> Text {
    let words = context.locale.words();
    let moved = |change: SourcedValue, percent: Option<SourcedValue>| match percent {
        Some(percent) => context.say(
            words.change_with_percent,
            &[("change", Text::number(change, Form::Unsigned)), ("percent", Text::number(percent, Form::Unsigned))],
        ),
        None => Text::number(change, Form::Unsigned),
    };
    if let Some(explained) = explanation::of_line(context, whole) {
        let template = context.direction(&explained.change, words.lede_up, words.lede_down, words.lede_flat);
        return context.say(template, &[("amount", moved(explained.change, explained.percent))]);
    }
    // Some documents say only how the appropriation changed.
    let Some(explained) = explanation::of_line(context, "appropriation") else {
        return context.say(words.lede_no_change, &[]);
    };
    let template = context.direction(
        &explained.change,
        words.lede_appropriation_up,
        words.lede_appropriation_down,
        words.lede_appropriation_flat,
    );
    let line = context.line(&explained.line);
    context.say(template, &[("line", line), ("amount", moved(explained.change, explained.percent))])
}

/// 基本支出 and 项目支出, where the two are the whole appropriation.
fn nature(context: &RenderContext, whole: &str) -> Option<Text> {
    let (d, words) = (context.disclosure, context.locale.words());
    let appropriation = d.cite("appropriation")?;
    let (basic, project) = (d.cite("appropriation.basic")?, d.cite("appropriation.project")?);
    if !matches!(balance(d, "appropriation"), Balance::Even | Balance::Rounding(_)) {
        return None;
    }
    let share =
        |part: &SourcedValue| d.cite_share(part.line.as_str(), "appropriation").map(|it| Text::number(it, Form::Plain));
    let slots = [
        ("basic", context.line(&basic.line)),
        ("basic_share", share(&basic)?),
        ("project", context.line(&project.line)),
        ("project_share", share(&project)?),
    ];
    // The appropriation may be less than the budget: then it is named.
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
    let of = context.say(of, &[("amount", Text::number(appropriation, Form::Plain))]);
    Some(context.say(template, &[slots.as_slice(), &[("of", of)]].concat()))
}

fn sources(context: &RenderContext) -> Text {
    let (d, words) = (context.disclosure, context.locale.words());
    let given: Vec<&Line> = d.parts("income").filter(|line| !line.amount.is_zero()).collect();
    let whole = matches!(balance(d, "income"), Balance::Even | Balance::Rounding(_));
    let mut text = match given.as_slice() {
        [] => Text::default(),
        [one] if whole => context.say(words.lede_one_source, &[("source", context.line(&one.id))]),
        several => {
            let names = several.iter().map(|line| context.line(&line.id)).collect();
            let template = if whole { words.lede_sources } else { words.lede_sources_listed };
            context.say(template, &[("sources", Text::list(names, context.locale.lang))])
        }
    };
    let gap = if context.locale.english() { " " } else { "" };
    for line in d.lines.iter().filter(|line| line.role == Role::Within) {
        let slots = [
            ("line", context.line(&line.id)),
            ("whole", context.line(&LineId::from(line.id.parent().unwrap_or_default().to_owned()))),
            ("amount", Text::number(line.cite(), Form::Plain)),
        ];
        text = text.then(gap.into()).then(context.say(words.list_within, &slots));
    }
    text
}
