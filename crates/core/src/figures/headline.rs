//! The top of the page: the total and a plain sentence.

use super::alert::{Alert, alerts};
use super::lede::lede;
use super::office;
use super::{FigureId, NumberFormat, RenderContext, RichText};
use crate::address::figure_href;
use crate::audit::{Check, Corroborations, Outcome};
use crate::disclosure::{BudgetKind, Disclosure, LineId};
use crate::provenance::SourcedValue;

/// The top of the page.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Headline {
    /// The kind of document.
    pub kind: String,
    /// The institution and the year.
    pub who: String,
    /// Conflicts, and numbers that the parser did not understand.
    pub alerts: Vec<Alert>,
    /// The total of the budget.
    pub total: Option<SourcedValue>,
    /// The budget in one or two plain sentences.
    pub lede: RichText,
    /// Up to three facts.
    pub facts: Vec<Fact>,
    /// Whether the numbers agree with each other.
    pub verdict: Fact,
}

/// A fact with a link to the section that has details.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its subject.
    pub label: RichText,
    /// The fact itself.
    pub value: RichText,
    /// A detail; may be empty.
    pub detail: RichText,
    /// The outcome of the checks, as a stable word; None for other facts.
    pub outcome: Option<&'static str>,
    /// The id of the section with details.
    pub section: &'static str,
    /// The address of that section.
    pub href: String,
    /// The text of the link.
    pub more: &'static str,
}

/// The top of the page.
pub fn headline(context: &RenderContext, checks: &[Check]) -> Headline {
    let (d, words) = (context.disclosure, context.locale.words());
    // A total that the rest of the document contradicts is no headline.
    let may_be_headline = |id: &&str| d.cite(id).is_some_and(|total| !context.contradicted.contains(&total));
    let whole = ["expenditure", "income", "appropriation"].into_iter().find(may_be_headline);
    Headline {
        kind: match d.kind {
            BudgetKind::Department => words.kind_department,
            BudgetKind::SingleUnit => words.kind_unit,
        }
        .to_owned(),
        who: context.who_and_year(),
        alerts: alerts(context, checks),
        total: whole.and_then(|id| d.cite(id)),
        lede: whole.map_or(RichText::default(), |whole| lede(context, whole)),
        facts: three_public(context).into_iter().chain(posts(context)).collect(),
        verdict: check_fact(context, checks),
    }
}

fn check_fact(context: &RenderContext, checks: &[Check]) -> Fact {
    Fact {
        label: context.locale.words().checks_question.into(),
        value: verdict(context, checks),
        detail: verdict_unchecked(context, checks).unwrap_or_default(),
        outcome: worst(context.disclosure, checks).map(|outcome| outcome.as_str()),
        section: "checks",
        href: "#checks".to_owned(),
        more: context.locale.words().checks_more,
    }
}

/// Conflict if there is one; else pass, if anything could be checked and most numbers were understood.
fn worst(disclosure: &Disclosure, checks: &[Check]) -> Option<Outcome> {
    let found = |outcome: Outcome| checks.iter().any(|check| check.outcome == outcome).then_some(outcome);
    let passed = || found(Outcome::Pass).filter(|_| !disclosure.has_much_unread());
    found(Outcome::Conflict).or_else(passed)
}

/// The outcome of all checks as a sentence: 文件里的数前后对得上（核对了 24 处）. Only checks that could have failed count (see
/// [`Check::is_trivial`]). Where many numbers were not understood, it says how many took part.
pub fn verdict(context: &RenderContext, checks: &[Check]) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    let count = |outcome: Outcome| checks.iter().filter(|it| it.outcome == outcome && !it.is_trivial(d)).count();
    let (conflicts, rounding, passed) = (count(Outcome::Conflict), count(Outcome::Rounding), count(Outcome::Pass));
    let n = |n: usize| RichText::text(n.to_string());
    let template = match (conflicts, rounding, passed) {
        (0, 0, 0) => words.verdict_none,
        (0, _, _) if d.has_much_unread() => words.verdict_partial,
        (0, 0, _) => words.verdict_pass,
        (0, _, _) => words.verdict_rounding,
        (1, _, _) => words.verdict_conflict,
        _ => words.verdict_conflicts,
    };
    context.fill(
        template,
        &[
            ("n", n(passed + rounding + conflicts)),
            ("rounding", n(rounding)),
            ("conflicts", n(conflicts)),
            ("used", n(Corroborations::new(checks).count())),
            ("unread", n(d.unread.len())),
        ],
    )
}

/// How many checks pass without saying anything: 另有 3 处…; None if none does.
pub fn verdict_trivial(context: &RenderContext, checks: &[Check]) -> Option<RichText> {
    let n = checks.iter().filter(|check| check.is_trivial(context.disclosure)).count();
    (n > 0).then(|| context.fill(context.locale.words().verdict_trivial, &[("n", n.to_string().into())]))
}

/// How many rules could not be checked: 另有 2 项缺数，无法核对. None if that is none or all of them.
pub fn verdict_unchecked(context: &RenderContext, checks: &[Check]) -> Option<RichText> {
    let n = checks.iter().filter(|check| check.outcome == Outcome::Unchecked).count();
    let sentence = || context.fill(context.locale.words().verdict_unchecked, &[("n", n.to_string().into())]);
    (n > 0 && n < checks.len()).then(sentence)
}

/// The items of 三公 that people ask about, each with its own direction: 接待 and 用车 may move apart. The sum where the
/// document states neither.
fn three_public(context: &RenderContext) -> Vec<Fact> {
    let d = context.disclosure;
    let vehicles =
        ["three_public.vehicle_operation", "three_public.vehicle"].into_iter().find(|id| d.cite(id).is_some());
    let items: Vec<Fact> =
        ["three_public.reception"].into_iter().chain(vehicles).filter_map(|id| item(context, id)).collect();
    if items.is_empty() { item(context, "three_public").into_iter().collect() } else { items }
}

/// A line of 三公 with its amount and change.
fn item(context: &RenderContext, id: &'static str) -> Option<Fact> {
    let d = context.disclosure;
    let amount = d.cite(id)?;
    let change = d.cite_change(id).map_or(RichText::default(), |change| RichText::number(change, NumberFormat::Arrow));
    let id = LineId::known(id);
    Some(Fact {
        label: context.heading(&id),
        value: RichText::number(amount, NumberFormat::Plain),
        detail: change,
        outcome: None,
        section: "three_public",
        href: figure_href(FigureId::ThreePublic),
        more: context.locale.words().fact_more,
    })
}

fn posts(context: &RenderContext) -> Option<Fact> {
    let (d, words) = (context.disclosure, context.locale.words());
    let posts: Vec<_> = d.counts_below("staff").collect();
    let parts: Vec<SourcedValue> = posts.iter().filter_map(|count| d.cite_count(count.id.as_str())).collect();
    let named = posts.iter().zip(&parts).map(|(count, part)| {
        let n = RichText::number(part.clone(), NumberFormat::Number);
        context.fill(words.fact_posts_part, &[("line", context.line(&count.id)), ("n", n)])
    });
    let detail = RichText::list(named.collect(), context.locale.lang);
    let total = office::total(context, &posts)?;
    Some(Fact {
        label: words.fact_posts.into(),
        value: context.fill(words.fact_posts_total, &[("n", RichText::number(total, NumberFormat::Plain))]),
        detail,
        outcome: None,
        section: "office",
        href: figure_href(FigureId::Office),
        more: words.fact_more,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{self, ContradictedNumbers};
    use crate::disclosure::parse;
    use crate::locale::Lang;

    fn top(text: &str) -> (Headline, String) {
        let disclosure = parse(text).unwrap();
        let checks = audit::run(&disclosure);
        let contradicted = ContradictedNumbers::of(&checks);
        let context = RenderContext::new(&disclosure, Lang::Zh).with_contradicted(&contradicted);
        (headline(&context, &checks), verdict(&context, &checks).plain(&context.locale))
    }

    #[test]
    fn a_total_that_the_document_contradicts_is_no_headline() {
        let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数120万元，其中：一般公共预算拨款120万元。\n\
                    （二）支出预算：2023年年初预算数150万元，其中：教育支出120万元。";
        let (headline, _) = top(text);
        assert_eq!(headline.total.map(|total| total.line.to_string()), Some("income".to_owned()));
    }

    #[test]
    fn all_pass_is_no_verdict_where_much_was_not_understood() {
        let understood = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
                          公务接待费9.3万元；公务用车运行维护费57万元；公务用车购置费0万元。";
        let (headline, verdict) = top(understood);
        assert_eq!((verdict.as_str(), headline.verdict.outcome), ("文件里的数前后对得上（核对了 1 处）", Some("pass")));
        let (headline, verdict) = top(&format!("{understood}\n另付甲项5万元，乙项6万元。"));
        assert_eq!(verdict, "核对了 1 处，都对得上；但只用到 5 个数，还有 2 个数没有读懂");
        assert_eq!(headline.verdict.outcome, None);
    }
}
