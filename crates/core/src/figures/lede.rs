//! The whole budget in a plain sentence or two.

use super::list_balance::{Balance, balance};
use super::{Form, Reading, Text, explanation};
use crate::disclosure::{Line, LineId, Role};
use crate::provenance::Cited;

/// How the budget changed, what kinds it is of, and where the money comes from.
pub fn lede(reading: &Reading, whole: &str) -> Text {
    let words = reading.locale.words();
    let mut text = Text::default();
    if reading.disclosure.year.is_none() {
        text = text.then(words.lede_no_year.into());
    }
    text.then(change(reading, whole))
        .then(nature(reading, whole).unwrap_or_default())
        .then(sources(reading))
        .sentence(reading.locale.lang)
}

fn change(reading: &Reading, whole: &str) -> Text {
    let words = reading.locale.words();
    let moved = |change: Cited, percent: Option<Cited>| match percent {
        Some(percent) => reading.say(
            words.change_with_percent,
            &[("change", Text::cited(change, Form::Unsigned)), ("percent", Text::cited(percent, Form::Unsigned))],
        ),
        None => Text::cited(change, Form::Unsigned),
    };
    if let Some(explained) = explanation::of_line(reading, whole) {
        let template = reading.direction(&explained.change, words.lede_up, words.lede_down, words.lede_flat);
        return reading.say(template, &[("amount", moved(explained.change, explained.percent))]);
    }
    // Some documents say only how the appropriation changed.
    let Some(explained) = explanation::of_line(reading, "appropriation") else {
        return reading.say(words.lede_no_change, &[]);
    };
    let template = reading.direction(
        &explained.change,
        words.lede_appropriation_up,
        words.lede_appropriation_down,
        words.lede_appropriation_flat,
    );
    let line = reading.line(&explained.line);
    reading.say(template, &[("line", line), ("amount", moved(explained.change, explained.percent))])
}

/// 基本支出 and 项目支出, where the two are the whole appropriation.
fn nature(reading: &Reading, whole: &str) -> Option<Text> {
    let (d, words) = (reading.disclosure, reading.locale.words());
    let appropriation = d.cite("appropriation")?;
    let (basic, project) = (d.cite("appropriation.basic")?, d.cite("appropriation.project")?);
    if !matches!(balance(d, "appropriation"), Balance::Even | Balance::Rounding(_)) {
        return None;
    }
    let share = |part: &Cited| d.cite_share(part.line.as_str(), "appropriation").map(|it| Text::cited(it, Form::Plain));
    let slots = [
        ("basic", reading.line(&basic.line)),
        ("basic_share", share(&basic)?),
        ("project", reading.line(&project.line)),
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
    let of = reading.say(of, &[("amount", Text::cited(appropriation, Form::Plain))]);
    Some(reading.say(template, &[slots.as_slice(), &[("of", of)]].concat()))
}

fn sources(reading: &Reading) -> Text {
    let (d, words) = (reading.disclosure, reading.locale.words());
    let given: Vec<&Line> = d.parts("income").filter(|line| !line.amount.is_zero()).collect();
    let whole = matches!(balance(d, "income"), Balance::Even | Balance::Rounding(_));
    let mut text = match given.as_slice() {
        [] => Text::default(),
        [one] if whole => reading.say(words.lede_one_source, &[("source", reading.line(&one.id))]),
        several => {
            let names = several.iter().map(|line| reading.line(&line.id)).collect();
            let template = if whole { words.lede_sources } else { words.lede_sources_listed };
            reading.say(template, &[("sources", Text::list(names, reading.locale.lang))])
        }
    };
    let gap = if reading.locale.english() { " " } else { "" };
    for line in d.lines.iter().filter(|line| line.role == Role::Within) {
        let slots = [
            ("line", reading.line(&line.id)),
            ("whole", reading.line(&LineId::from(line.id.parent().unwrap_or_default().to_owned()))),
            ("amount", Text::cited(line.cite(), Form::Plain)),
        ];
        text = text.then(gap.into()).then(reading.say(words.list_within, &slots));
    }
    text
}
