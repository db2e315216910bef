//! The findings of a draft.

use super::leftovers::leftovers;
use crate::audit::{self, Check, Outcome};
use crate::disclosure::Quote;
use crate::export::{plain_text, unread_reason};
use crate::figures::{
    Excerpt, ReasonText, RenderContext, arithmetic, check_passages, check_sentence, excerpt, explained_change,
    slip_sentence,
};
use crate::locale::Lang;
use crate::provenance::SourcedValue;
use strum::IntoStaticStr;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum FindingKind {
    /// Two numbers that should agree do not.
    Conflict,
    /// A template left a choice, a placeholder or a unit without a number.
    Leftover,
    /// A number was not understood.
    Unread,
    /// A change has neither a reason nor parts.
    Unexplained,
    /// A reason speaks against the direction of its change.
    OpposingReason,
    /// Two numbers differ by what rounding can do.
    Rounding,
}

impl FindingKind {
    /// A stable word, for the page.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What such findings are called.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (FindingKind::Conflict, Lang::Zh) => "对不上",
            (FindingKind::Conflict, Lang::En) => "Does not agree",
            (FindingKind::Leftover, Lang::Zh) => "像是模板里没改的字",
            (FindingKind::Leftover, Lang::En) => "Seems left from a template",
            (FindingKind::Unread, Lang::Zh) => "没有读懂的数",
            (FindingKind::Unread, Lang::En) => "Number not understood",
            (FindingKind::Unexplained, Lang::Zh) => "有变化，没有写原因",
            (FindingKind::Unexplained, Lang::En) => "Change without a reason",
            (FindingKind::OpposingReason, Lang::Zh) => "原因和增减方向不一致",
            (FindingKind::OpposingReason, Lang::En) => "Reason speaks against the change",
            (FindingKind::Rounding, Lang::Zh) => "差在四舍五入之内",
            (FindingKind::Rounding, Lang::En) => "Differs by rounding",
        }
    }

    /// What to look at.
    pub fn advice(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (FindingKind::Conflict, Lang::Zh) => "对照预算表，看是哪一边写错了，或者漏了一项。",
            (FindingKind::Conflict, Lang::En) => {
                "Compare with the tables: one side may be wrong, or an item may be missing."
            }
            (FindingKind::Leftover, Lang::Zh) => "换成实际的字和数；没有这一项，就写明没有。",
            (FindingKind::Leftover, Lang::En) => {
                "Put the real words and numbers here; if there is no such item, say that there is none."
            }
            (FindingKind::Unread, Lang::Zh) => "看数字、单位和前面的名称有没有写错、写漏；写得没错就不用改。",
            (FindingKind::Unread, Lang::En) => {
                "Look whether the number, its unit or the name before it is wrong or missing; if not, leave it."
            }
            (FindingKind::Unexplained, Lang::Zh) => "补上增减的主要原因，或者写出由哪几项构成。",
            (FindingKind::Unexplained, Lang::En) => "Add the main reason, or what the change consists of.",
            (FindingKind::OpposingReason, Lang::Zh) => "看增减写反了没有，原因是不是另一项的。",
            (FindingKind::OpposingReason, Lang::En) => {
                "Look whether the direction is wrong, or the reason belongs to another item."
            }
            (FindingKind::Rounding, Lang::Zh) => "一般不用改；想完全一致，就用没有四舍五入的数核对。",
            (FindingKind::Rounding, Lang::En) => {
                "Usually right; to make them agree, compare the numbers before rounding."
            }
        }
    }
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftFinding {
    /// What it is about.
    pub kind: FindingKind,
    /// What was found, as sentences without marks.
    pub says: Vec<String>,
    /// The sentences of the text that it is about.
    pub passages: Vec<DraftPassage>,
}

/// A passage of the text that a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftPassage {
    /// Which side of a conflict it is, from 0; None where there are no sides.
    pub side: Option<usize>,
    /// Where it is.
    pub quote: Quote,
    /// The passage in its sentence.
    pub excerpt: Excerpt,
    /// The line of the budget, where the passage does not name it.
    pub line_name: Option<String>,
}

/// The findings of a draft, by kind, each kind in the order of the text or of the checks.
pub fn findings(context: &RenderContext, checks: &[Check]) -> Vec<DraftFinding> {
    let of_checks = |outcome, kind| {
        let checks = checks.iter().filter(move |check| check.outcome == outcome);
        checks.map(move |check| of_check(context, check, kind))
    };
    of_checks(Outcome::Conflict, FindingKind::Conflict)
        .chain(of_leftovers(context))
        .chain(of_unread(context))
        .chain(of_unexplained(context))
        .chain(of_opposing_reasons(context))
        .chain(of_checks(Outcome::Rounding, FindingKind::Rounding))
        .collect()
}

fn of_check(context: &RenderContext, check: &Check, kind: FindingKind) -> DraftFinding {
    let sentences =
        [Some(check_sentence(context, check)), Some(arithmetic(context, check)), slip_sentence(context, check)];
    let says = sentences.into_iter().flatten().map(|sentence| plain_text(context, &sentence)).collect();
    let side = |at: usize, values: &[SourcedValue]| {
        let passages = check_passages(context, values).into_iter();
        passages.map(move |found| DraftPassage {
            side: Some(at),
            line_name: found.line_name,
            ..passage(context, found.quote)
        })
    };
    let passages = side(0, &check.left).chain(side(1, &check.right)).collect();
    DraftFinding { kind, says, passages }
}

fn of_leftovers(context: &RenderContext) -> impl Iterator<Item = DraftFinding> {
    // A sentence with several leftovers is one finding for each: each is to be replaced.
    leftovers(&context.disclosure.source).into_iter().map(|quote| DraftFinding {
        kind: FindingKind::Leftover,
        says: Vec::new(),
        passages: vec![passage(context, quote)],
    })
}

fn of_unread(context: &RenderContext) -> impl Iterator<Item = DraftFinding> {
    let leftovers = leftovers(&context.disclosure.source);
    // XX万元 was listed as a leftover.
    let is_leftover = move |quote: Quote| leftovers.iter().any(|left| left.start < quote.end && quote.start < left.end);
    context.disclosure.unread.iter().filter(move |unread| !is_leftover(unread.quote)).map(|unread| DraftFinding {
        kind: FindingKind::Unread,
        says: vec![unread_reason(unread.reason, context.locale.lang).to_owned()],
        passages: vec![passage(context, unread.quote)],
    })
}

fn of_unexplained(context: &RenderContext) -> impl Iterator<Item = DraftFinding> {
    let d = context.disclosure;
    audit::unexplained(d).into_iter().filter_map(move |id| {
        let (value, change) = (d.cite_change(id.as_str())?, d.change(id.as_str())?);
        let sentence = context.change_sentence(&id, &value).sentence(context.locale.lang);
        let says = vec![plain_text(context, &sentence)];
        Some(DraftFinding { kind: FindingKind::Unexplained, says, passages: vec![passage(context, change.quote)] })
    })
}

fn of_opposing_reasons(context: &RenderContext) -> impl Iterator<Item = DraftFinding> {
    audit::opposing_reasons(context.disclosure).into_iter().filter_map(move |id| {
        let change = explained_change(context, id.as_str())?;
        let ReasonText::Verbatim { quote, remark: Some(remark), .. } = &change.reason else { return None };
        let says = vec![plain_text(context, &change.name), plain_text(context, remark)];
        Some(DraftFinding { kind: FindingKind::OpposingReason, says, passages: vec![passage(context, *quote)] })
    })
}

fn passage(context: &RenderContext, quote: Quote) -> DraftPassage {
    DraftPassage { side: None, quote, excerpt: excerpt(context.disclosure, quote), line_name: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    fn found(text: &str) -> Vec<(FindingKind, String)> {
        let disclosure = parse(text).unwrap();
        let context = RenderContext::new(&disclosure, Lang::Zh);
        let found = findings(&context, &audit::run(&disclosure));
        found.into_iter().map(|finding| (finding.kind, finding.passages[0].excerpt.quoted.clone())).collect()
    }

    #[test]
    fn each_kind_is_found_beside_its_sentence() {
        let text = "某局\n四、“三公”经费情况说明\n2023年“三公”经费预算40.3万元，比2022年减少3万元。其中：\
                    因公出国（境）费用0万元；公务接待费5.3万元，比2022年减少2万元，主要原因是新增接待任务；\
                    公务用车运行维护费34万元；公务用车购置费0万元。\n机关运行经费XX万元。\n另有约7万元。\n";
        let found = found(text);
        let kinds: Vec<FindingKind> = found.iter().map(|(kind, _)| *kind).collect();
        assert!(kinds.is_sorted(), "{found:?}");
        for kind in [
            FindingKind::Conflict,
            FindingKind::Leftover,
            FindingKind::Unread,
            FindingKind::Unexplained,
            FindingKind::OpposingReason,
        ] {
            assert!(kinds.contains(&kind), "{kind:?} in {found:?}");
        }
        assert!(found.contains(&(FindingKind::Leftover, "XX".to_owned())), "{found:?}");
        assert_eq!(kinds.iter().filter(|kind| **kind == FindingKind::Leftover).count(), 1, "{found:?}");
    }

    #[test]
    fn a_text_that_adds_up_has_no_conflict_and_no_leftover() {
        let text = include_str!("../../../../data/disclosure.txt");
        let serious = |kind: &FindingKind| *kind <= FindingKind::Unread;
        assert!(!found(text).iter().any(|(kind, _)| serious(kind)), "{:?}", found(text));
    }
}
