//! What a conflict may be: one slip of writing or of reading that would explain all of it. It is a hint for a person
//! who looks at the original, and changes neither a number nor an outcome.

use super::check::{Check, Outcome, Relation};
use crate::amount::rounding;
use crate::disclosure::{Disclosure, Line, Role};
use crate::provenance::{SourcedValue, Value};
use rust_decimal::Decimal;

/// One slip that would explain a conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum PossibleSlip {
    /// This amount is 10,000 times too much or too little: 元 written as 万元, or the other way round.
    Unit(SourcedValue),
    /// The sides differ by just this amount, which belongs to neither: one of them may include it.
    Amount(SourcedValue),
    /// With one other digit in one of these numbers, the sides agree.
    Digit(Vec<SourcedValue>),
    /// With two neighbouring digits of one of these numbers exchanged, the sides agree.
    ExchangedDigits(Vec<SourcedValue>),
}

/// The slip that would explain a conflict; None where there is no conflict, or no single slip explains it.
///
/// ```
/// use mingbai_core::audit::{self, PossibleSlip, possible_slip};
/// use mingbai_core::disclosure::parse;
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
///             公务接待费9.3万元；公务用车运行维护费51万元；公务用车购置费0万元。";
/// let disclosure = parse(text)?;
/// let conflict = &audit::run(&disclosure)[0];
/// let Some(PossibleSlip::Digit(numbers)) = possible_slip(&disclosure, conflict) else { panic!() };
/// assert_eq!(numbers[0].line, "three_public.vehicle_operation"); // 57, not 51
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn possible_slip(disclosure: &Disclosure, check: &Check) -> Option<PossibleSlip> {
    if check.outcome != Outcome::Conflict || check.relation != Relation::Equal || check.counts() {
        return None;
    }
    let tolerance = rounding(check.left.len() + check.right.len(), disclosure.unit);
    let values = || corrected(check);
    let unit = values().find(|(value, right)| is_ten_thousandfold(value.money().number(), *right, tolerance));
    if let Some((value, _)) = unit {
        return Some(PossibleSlip::Unit(value.clone()));
    }
    if let Some(amount) = amount_of_difference(disclosure, check) {
        return Some(PossibleSlip::Amount(amount));
    }
    let differing = |is_slip: fn(&[u8], &[u8]) -> bool| {
        let is_slip = |(value, right): &(&SourcedValue, Decimal)| {
            let (stated, right) = digits(value.money().number(), *right);
            is_slip(stated.as_bytes(), right.as_bytes())
        };
        let found: Vec<SourcedValue> = values().filter(is_slip).map(|(value, _)| value.clone()).collect();
        (!found.is_empty()).then_some(found)
    };
    differing(is_exchanged)
        .map(PossibleSlip::ExchangedDigits)
        .or_else(|| differing(has_other_digit).map(PossibleSlip::Digit))
}

/// Each amount of a check with what it would have to be for the sides to agree; amounts that would change their sign
/// are left out.
fn corrected(check: &Check) -> impl Iterator<Item = (&SourcedValue, Decimal)> {
    let left = check.left.iter().map(|value| (value, -check.difference));
    let right = check.right.iter().map(|value| (value, check.difference));
    left.chain(right).filter_map(|(value, by)| {
        let Value::Money(amount) = value.value else { return None };
        let right = amount.number() + by;
        (!amount.is_zero() && right.is_sign_negative() == amount.is_negative() && !right.is_zero())
            .then_some((value, right))
    })
}

fn is_ten_thousandfold(stated: Decimal, right: Decimal, tolerance: Decimal) -> bool {
    let yuan = Decimal::from(10_000);
    (stated / yuan - right).abs() <= tolerance && right.abs() > tolerance
        || (stated - right / yuan).abs() * yuan <= tolerance
}

/// The stated amount that the sides differ by: what a line contains besides (含上年结转), or a part of a line of the check.
fn amount_of_difference(disclosure: &Disclosure, check: &Check) -> Option<SourcedValue> {
    let values = || check.left.iter().chain(&check.right);
    let is_of_check = |id: &str| values().any(|value| value.line == *id);
    let is_related = |line: &&Line| line.role == Role::Within || line.id.parent().is_some_and(is_of_check);
    let missing = disclosure.lines.iter().filter(is_related).filter(|line| !line.amount.is_zero());
    let mut missing = missing.filter(|line| line.amount.number() == check.difference.abs()).map(|line| line.cite());
    missing.find(|amount| !values().any(|value| value == amount))
}

/// Two numbers as digits, with the same number of digits before and behind the point, without it.
fn digits(one: Decimal, other: Decimal) -> (String, String) {
    let scale = one.normalize().scale().max(other.normalize().scale());
    let text = |mut number: Decimal| {
        number.rescale(scale);
        number.mantissa().unsigned_abs().to_string()
    };
    (text(one.normalize()), text(other.normalize()))
}

/// True for two numbers of the same length with one different digit.
fn has_other_digit(stated: &[u8], right: &[u8]) -> bool {
    stated.len() == right.len() && stated.iter().zip(right).filter(|(one, other)| one != other).count() == 1
}

/// True for two numbers of which the other one has two neighbouring digits exchanged.
fn is_exchanged(stated: &[u8], right: &[u8]) -> bool {
    let differing: Vec<usize> = (0..stated.len().min(right.len())).filter(|&at| stated[at] != right[at]).collect();
    match differing.as_slice() {
        [first, second] => {
            stated.len() == right.len()
                && second - first == 1
                && stated[*first] == right[*second]
                && stated[*second] == right[*first]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit;
    use crate::disclosure::parse;

    /// The slip of the first conflict among “三公”经费 items: its kind and the lines that it names.
    fn slip(items: &str) -> Option<(&'static str, Vec<String>)> {
        let disclosure =
            parse(&format!("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：{items}。")).unwrap();
        let checks = audit::run(&disclosure);
        let (kind, values) = match possible_slip(&disclosure, checks.first()?)? {
            PossibleSlip::Unit(value) => ("unit", vec![value]),
            PossibleSlip::Amount(value) => ("amount", vec![value]),
            PossibleSlip::Digit(values) => ("digit", values),
            PossibleSlip::ExchangedDigits(values) => ("exchanged", values),
        };
        Some((kind, values.into_iter().map(|value| value.line.to_string()).collect()))
    }

    fn of(kind: &'static str, lines: &[&str]) -> Option<(&'static str, Vec<String>)> {
        Some((kind, lines.iter().map(|line| (*line).to_owned()).collect()))
    }

    #[test]
    fn one_slip_may_explain_a_conflict() {
        let (abroad, vehicles) = ("因公出国（境）费用0万元", "公务用车购置费0万元");
        let items = |reception: &str, operation: &str| {
            slip(&format!("{abroad}；公务接待费{reception}；公务用车运行维护费{operation}；{vehicles}"))
        };
        assert_eq!(items("9.3万元", "57万元"), None, "no conflict");
        assert_eq!(items("9.3万元", "51万元"), of("digit", &["three_public.vehicle_operation", "three_public"]));
        assert_eq!(items("3.9万元", "57万元"), of("exchanged", &["three_public.reception"]));
        assert_eq!(items("9.3万元", "54.3万元"), of("exchanged", &["three_public"]), "63.6");
        assert_eq!(items("4.9万元", "57万元"), None, "the 9 of 9.3 is at the other place, but 4 is no 3");
        assert_eq!(items("9.3万元", "20.5万元"), None, "no single slip");
    }

    #[test]
    fn a_wrong_unit_explains_a_conflict_as_far_as_rounding_does() {
        let reception = |stated: &str, total: &str| {
            let text = format!(
                "四、“三公”经费情况说明\n2023年“三公”经费预算{total}万元。其中：因公出国（境）费用0万元；公务接待费{stated}；\
                 公务用车运行维护费57万元；公务用车购置费0万元。"
            );
            let disclosure = parse(&text).unwrap();
            match possible_slip(&disclosure, &audit::run(&disclosure)[0]) {
                Some(PossibleSlip::Unit(value)) => value.line.to_string(),
                other => format!("{other:?}"),
            }
        };
        // Five amounts may be 0.025万元 off together.
        for stated in ["93000万元", "93250万元", "9.3元", "9.325元"] {
            assert_eq!(reception(stated, "66.3"), "three_public.reception", "{stated} for 9.3万元");
        }
        for stated in ["93251万元", "9.326元"] {
            assert_eq!(reception(stated, "66.3"), "None", "{stated} for 9.3万元");
        }
        // What is within rounding is no amount that another one could be 10,000 times of.
        assert_eq!(reception("260万元", "57.026"), "three_public.reception");
        assert_eq!(reception("250万元", "57.025"), "None");
    }

    #[test]
    fn only_a_conflict_of_equal_amounts_may_be_a_slip() {
        let is_slip = |id: &str, outcome: Outcome, text: &str| {
            let disclosure = parse(text).unwrap();
            let checks = audit::run(&disclosure);
            let check = checks.iter().find(|check| check.id() == id).unwrap();
            assert_eq!(check.outcome, outcome, "{id}");
            possible_slip(&disclosure, check).is_some()
        };
        let totals = |income: &str| {
            format!(
                "二、部门收支总体情况\n（一）收入预算：2023年年初预算数{income}万元（含上年结转1万元）。\n\
                 （二）支出预算：2023年年初预算数120万元。"
            )
        };
        assert!(is_slip("income_expenditure", Outcome::Conflict, &totals("121")), "one digit");
        assert!(
            !is_slip("income_expenditure", Outcome::Rounding, &totals("120.01")),
            "one digit that rounding explains"
        );
        let more_than_its_whole = "三、部门预算情况说明\n2023年一般公共预算财政拨款支出120万元。\n四、“三公”经费情况说明\n\
                                   2023年“三公”经费预算121万元。";
        let id = "part_within_whole.three_public";
        assert!(!is_slip(id, Outcome::Conflict, more_than_its_whole), "it may be any amount that is less");
        // One vehicle too many is not the 1万元 that the income includes.
        let vehicles = format!(
            "{}\n五、其他重要事项的情况说明\n4.国有资产占有使用情况。共有车辆7辆，其中一般公务用车5辆、\
             执勤执法用车3辆。",
            totals("120")
        );
        assert!(!is_slip("vehicle_kinds.vehicles", Outcome::Conflict, &vehicles));
    }

    #[test]
    fn the_difference_may_be_an_amount_that_one_side_includes() {
        let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数761.21万元（含上年结转5.01万元），其中：\
                    一般公共预算拨款761.21万元。\n三、部门预算情况说明\n2023年一般公共预算财政拨款收入756.2万元，\
                    一般公共预算财政拨款支出756.2万元。";
        let disclosure = parse(text).unwrap();
        let checks = audit::run(&disclosure);
        assert_eq!((checks[0].id().as_str(), checks[0].outcome), ("appropriation_source", Outcome::Conflict));
        let Some(PossibleSlip::Amount(value)) = possible_slip(&disclosure, &checks[0]) else { panic!() };
        assert_eq!((value.line.as_str(), value.money().to_string().as_str()), ("income.carryover", "5.01"));
    }

    #[test]
    fn an_amount_of_another_list_explains_no_difference() {
        // “三公”经费 has 36.5万元 more than its items; so much is 其他收入, which has nothing to do with it.
        let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数136.5万元，其中：一般公共预算拨款100万元，\
                    其他收入36.5万元。\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
                    公务接待费9.3万元；公务用车运行维护费20.5万元；公务用车购置费0万元。";
        let disclosure = parse(text).unwrap();
        let checks = audit::run(&disclosure);
        assert_eq!((checks[0].id().as_str(), checks[0].outcome), ("three_public_items", Outcome::Conflict));
        assert_eq!(checks[0].difference.to_string(), "-36.5");
        assert_eq!(possible_slip(&disclosure, &checks[0]), None);
    }
}
