//! The rule that all parts of a document use the same unit: an amount that is 10,000 times too much has 元 where 万元 is
//! meant, one that is 10,000 times too little the other way round. All sums of its own part may agree nevertheless.

use super::check::{Check, Outcome, Relation};
use super::rule::Rule;
use crate::disclosure::Disclosure;
use crate::provenance::SourcedValue;
use rust_decimal::Decimal;

/// Lines that are equal.
const EQUAL: [(&str, &str); 4] = [
    ("income", "expenditure"),
    ("appropriation.income", "appropriation"),
    ("appropriation.income", "income.general_public_budget"),
    ("performance.project", "appropriation.project"),
];
/// Lines that are part of another one; of several wholes the first that the document states counts.
const PARTS: [(&str, &[&str]); 6] = [
    ("appropriation", &["expenditure", "income"]),
    ("appropriation.basic", &["appropriation", "expenditure"]),
    ("appropriation.project", &["appropriation", "expenditure"]),
    ("three_public", &["appropriation", "expenditure"]),
    ("operating", &["appropriation", "expenditure"]),
    ("procurement", &["expenditure", "income"]),
];
/// The yuan of 1 万元.
const YUAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// A part that is this many times its whole has another unit. With any less, the document contradicts itself otherwise.
const LEAST_RATIO: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// No part of a budget is less than 100 yuan (in 万元), if the whole is at least a million.
const LEAST_PART: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
const LEAST_WHOLE: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// One check for all pairs of lines whose units agree, and one for each line whose unit seems to be another.
pub fn units_agree(disclosure: &Disclosure) -> Vec<Check> {
    let (mut left, mut right, mut conflicts) = (Vec::new(), Vec::new(), Vec::<Check>::new());
    let equal = EQUAL.iter().filter_map(|(one, other)| pair(disclosure, one, &[other]));
    let parts = PARTS.iter().filter_map(|(part, wholes)| pair(disclosure, part, wholes));
    let judged = equal.map(|pair| (suspect_of_equal(&pair), pair)).chain(parts.map(|pair| (suspect_part(&pair), pair)));
    for (suspect, (one, other)) in judged {
        let Some(suspect) = suspect else {
            left.push(one);
            right.push(other);
            continue;
        };
        let (suspect, other) = if suspect == Suspect::First { (one, other) } else { (other, one) };
        let line = suspect.line.clone();
        // A line may be in several pairs.
        if !conflicts.iter().any(|known| known.subject.as_ref() == Some(&line)) {
            conflicts.push(check(disclosure, vec![suspect], vec![other], Outcome::Conflict).with_subject(line));
        }
    }
    let agree = (!left.is_empty()).then(|| check(disclosure, left, right, Outcome::Pass));
    agree.into_iter().chain(conflicts).collect()
}

fn check(disclosure: &Disclosure, left: Vec<SourcedValue>, right: Vec<SourcedValue>, outcome: Outcome) -> Check {
    Check { outcome, ..Check::compare(Rule::UnitsAgree, Relation::SameUnit, left, right, disclosure.unit) }
}

/// The stated amounts of a line and of the first of `others` that is stated; None where one of them is zero.
fn pair(disclosure: &Disclosure, line: &str, others: &[&str]) -> Option<(SourcedValue, SourcedValue)> {
    let cite = |id: &str| disclosure.cite(id).filter(|value| !value.money().is_zero());
    Some((cite(line)?, others.iter().find_map(|other| cite(other))?))
}

/// Which value of a pair seems to have another unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Suspect {
    First,
    Second,
}

/// The greater of two values that should be equal, where it is 10,000 times the other.
fn suspect_of_equal((one, other): &(SourcedValue, SourcedValue)) -> Option<Suspect> {
    let (one, other) = (one.money().number(), other.money().number());
    let (greater, lesser) = (one.max(other), one.min(other));
    let is_slip = greater >= lesser * LEAST_RATIO && (greater / YUAN - lesser).abs() <= LEAST_PART;
    is_slip.then_some(if greater == one { Suspect::First } else { Suspect::Second })
}

/// The part, where it is far more than its whole and one 10,000th of it is not, or where it is next to nothing.
fn suspect_part((part, whole): &(SourcedValue, SourcedValue)) -> Option<Suspect> {
    let (part, whole) = (part.money().number(), whole.money().number());
    let is_too_much = part >= whole * LEAST_RATIO && part / YUAN <= whole;
    let is_too_little = part < LEAST_PART && whole >= LEAST_WHOLE;
    (is_too_much || is_too_little).then_some(Suspect::First)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    /// The outcome of the rule for each line that it is applied to; `all` for the lines that agree.
    fn outcomes(appropriation: &str, three_public: &str) -> Vec<(String, Outcome)> {
        let text = format!(
            "二、部门收支总体情况\n（二）支出预算：2023年年初预算数1600.5万元，其中：教育支出1600.5万元。\n\
             三、部门预算情况说明\n2023年一般公共预算财政拨款收入{appropriation}，一般公共预算财政拨款支出1600.5万元。\n\
             四、“三公”经费情况说明\n2023年“三公”经费预算{three_public}。"
        );
        let checks = units_agree(&parse(&text).unwrap());
        let id = |check: &Check| check.subject.as_ref().map_or("all".to_owned(), ToString::to_string);
        checks.iter().map(|check| (id(check), check.outcome)).collect()
    }

    #[test]
    fn an_amount_that_is_ten_thousand_times_wrong_is_found() {
        let pass = ("all".to_owned(), Outcome::Pass);
        let conflict = |line: &str| (line.to_owned(), Outcome::Conflict);
        assert_eq!(outcomes("1600.5万元", "64.2万元"), std::slice::from_ref(&pass));
        assert_eq!(outcomes("1600.5万元", "642000万元"), [pass.clone(), conflict("three_public")]);
        assert_eq!(outcomes("1600.5万元", "0.0064万元"), [pass.clone(), conflict("three_public")]);
        assert_eq!(outcomes("16005000万元", "64.2万元"), [pass.clone(), conflict("appropriation.income")]);
        // More than its whole, and not by such a factor: another rule's conflict.
        assert_eq!(outcomes("1600.5万元", "1800万元"), [pass]);
    }

    /// The lines of a text whose unit seems to be another.
    fn suspects(text: &str) -> Vec<String> {
        let checks = units_agree(&parse(text).unwrap());
        checks.iter().filter_map(|check| check.subject.as_ref()).map(ToString::to_string).collect()
    }

    #[test]
    fn a_part_has_another_unit_only_within_limits() {
        let is_suspect = |part: &str, whole: &str| {
            let found = suspects(&format!(
                "三、部门预算情况说明\n2023年一般公共预算财政拨款支出{whole}万元。\n\
                 四、“三公”经费情况说明\n2023年“三公”经费预算{part}万元。"
            ));
            assert!(found.iter().all(|line| line == "three_public"), "{found:?}");
            !found.is_empty()
        };
        // Fifty to ten thousand times its whole.
        for (part, whole, is_one) in
            [("5999.99", "120", false), ("6000", "120", true), ("1200000", "120", true), ("1200000.01", "120", false)]
        {
            assert_eq!(is_suspect(part, whole), is_one, "{part} of {whole}");
        }
        // Less than a hundred yuan of a million.
        for (part, whole, is_one) in
            [("0.0099", "100", true), ("0.01", "100", false), ("0.0099", "99.99", false), ("64.2", "100", false)]
        {
            assert_eq!(is_suspect(part, whole), is_one, "{part} of {whole}");
        }
    }

    #[test]
    fn the_greater_of_two_equal_amounts_has_another_unit_only_within_limits() {
        let suspect = |income: &str, expenditure: &str| {
            suspects(&format!(
                "二、部门收支总体情况\n（一）收入预算：2023年年初预算数{income}万元。\n\
                 （二）支出预算：2023年年初预算数{expenditure}万元。"
            ))
            .concat()
        };
        assert_eq!(suspect("16005000", "1600.5"), "income");
        assert_eq!(suspect("1600.5", "16005000"), "expenditure");
        // A hundred yuan more or less may be rounding.
        assert_eq!([suspect("1600.5", "16005100"), suspect("1600.5", "16004900")], ["expenditure"; 2]);
        assert_eq!([suspect("1600.5", "16005101"), suspect("1600.5", "16004899")], [""; 2]);
        // Of next to nothing all is ten thousand times within rounding: only what is far more has another unit.
        assert_eq!([suspect("0.01", "0.5"), suspect("0.01", "0.49")], ["expenditure", ""]);
    }

    #[test]
    fn a_line_with_another_unit_is_named_once_however_many_lines_it_contradicts() {
        // The appropriation contradicts its income and all expenditure, 项目支出 the one under performance targets.
        let text = "二、部门收支总体情况\n（二）支出预算：2023年年初预算数1600.5万元。\n三、部门预算情况说明\n\
                    2023年一般公共预算财政拨款收入1600.5万元，一般公共预算财政拨款支出16005000万元。其中：\
                    基本支出1400.5万元，项目支出2000000万元。\n五、其他重要事项的情况说明\n3.绩效目标设置情况。\
                    2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款200万元。";
        assert_eq!(suspects(text), ["appropriation", "appropriation.project"]);
    }
}
