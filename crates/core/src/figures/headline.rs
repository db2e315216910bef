//! The top of the page: the big number and a plain sentence.

use super::alert::{Alert, alerts};
use super::lede::lede;
use super::office;
use super::{Form, RenderContext, Text};
use crate::audit::{Check, Outcome};
use crate::disclosure::{BudgetKind, LineId};
use crate::provenance::SourcedValue;

/// The top of the page.
#[derive(Clone, Debug)]
pub struct Headline {
    /// What kind of document it is.
    pub kind: String,
    /// Who and when.
    pub who: String,
    /// What a reader must know before the figures: conflicts, numbers that were not understood.
    pub alerts: Vec<Alert>,
    /// The whole budget.
    pub total: Option<SourcedValue>,
    /// The whole in a plain sentence or two.
    pub lede: Text,
    /// Three things to know.
    pub facts: Vec<Fact>,
}

/// Something to know, with the section that tells more.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is about.
    pub label: Text,
    /// What there is to know.
    pub value: Text,
    /// A few words more.
    pub detail: Text,
    /// What came of the checks, as a stable word, where it is about them.
    pub outcome: Option<&'static str>,
    /// The section that tells more.
    pub section: &'static str,
    /// The link to it.
    pub href: String,
    /// What the link says.
    pub more: &'static str,
}

/// The top of the page.
pub fn headline(context: &RenderContext, checks: &[Check]) -> Headline {
    let (d, words) = (context.disclosure, context.locale.words());
    let whole = ["expenditure", "income", "appropriation"].into_iter().find(|id| d.line(id).is_some());
    Headline {
        kind: match d.kind {
            BudgetKind::Department => words.kind_department,
            BudgetKind::Unit => words.kind_unit,
        }
        .to_owned(),
        who: [context.who(), context.this_year()].join(words.comma),
        alerts: alerts(context, checks),
        total: whole.and_then(|id| d.cite(id)),
        lede: whole.map_or(Text::default(), |whole| lede(context, whole)),
        facts: [Some(check_fact(context, checks)), three_public(context), posts(context)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn check_fact(context: &RenderContext, checks: &[Check]) -> Fact {
    Fact {
        label: context.locale.words().checks_question.into(),
        value: verdict(context, checks),
        detail: verdict_unchecked(context, checks).unwrap_or_default(),
        outcome: worst(checks).map(|outcome| outcome.as_str()),
        section: "checks",
        href: "#checks".to_owned(),
        more: context.locale.words().checks_more,
    }
}

/// A conflict, where there is one; else what could be checked passes.
fn worst(checks: &[Check]) -> Option<Outcome> {
    let found = |outcome: Outcome| checks.iter().any(|check| check.outcome == outcome).then_some(outcome);
    found(Outcome::Conflict).or_else(|| found(Outcome::Pass))
}

/// ✓ 24 项核对全部通过.
pub fn verdict(context: &RenderContext, checks: &[Check]) -> Text {
    let words = context.locale.words();
    let count = |outcome: Outcome| checks.iter().filter(|check| check.outcome == outcome).count();
    let (conflicts, rounding, passed) = (count(Outcome::Conflict), count(Outcome::Rounding), count(Outcome::Pass));
    let n = |n: usize| Text::words(n.to_string());
    let template = match (conflicts, rounding, passed) {
        (0, 0, 0) => words.verdict_none,
        (0, 0, _) => words.verdict_pass,
        (0, _, _) => words.verdict_rounding,
        (1, _, _) => words.verdict_conflict,
        _ => words.verdict_conflicts,
    };
    context.say(
        template,
        &[("n", n(passed + rounding + conflicts)), ("rounding", n(rounding)), ("conflicts", n(conflicts))],
    )
}

/// 另有 2 项缺数，无法核对; None where every rule that applies could be checked, and where none could.
pub fn verdict_unchecked(context: &RenderContext, checks: &[Check]) -> Option<Text> {
    let n = checks.iter().filter(|check| check.outcome == Outcome::Unchecked).count();
    let said = || context.say(context.locale.words().verdict_unchecked, &[("n", n.to_string().into())]);
    (n > 0 && n < checks.len()).then(said)
}

fn three_public(context: &RenderContext) -> Option<Fact> {
    let d = context.disclosure;
    let amount = d.cite("three_public")?;
    let change = d.cite_change("three_public").map_or(Text::default(), |change| Text::number(change, Form::Arrow));
    let label = context.heading(&LineId::known("three_public"));
    Some(Fact {
        label,
        value: Text::number(amount, Form::Plain),
        detail: change,
        outcome: None,
        section: "three_public",
        href: "#figure=three_public".to_owned(),
        more: context.locale.words().fact_more,
    })
}

fn posts(context: &RenderContext) -> Option<Fact> {
    let (d, words) = (context.disclosure, context.locale.words());
    let posts: Vec<_> = d.counts_below("staff").collect();
    let parts: Vec<SourcedValue> = posts.iter().filter_map(|count| d.cite_count(count.id.as_str())).collect();
    let named = posts.iter().zip(&parts).map(|(count, part)| {
        let n = Text::number(part.clone(), Form::Number);
        context.say(words.fact_posts_part, &[("line", context.line(&count.id)), ("n", n)])
    });
    let detail = Text::list(named.collect(), context.locale.lang);
    Some(Fact {
        label: words.fact_posts.into(),
        value: Text::number(office::total(context, &posts)?, Form::Plain),
        detail,
        outcome: None,
        section: "office",
        href: "#figure=office".to_owned(),
        more: words.fact_more,
    })
}
