//! The table is complete: each rule with each outcome has a row, or a reason why it cannot have that outcome.

use super::row::Row;
use super::{changes, counts, every_line, parts, sums, unread};
use mingbai_core::audit::{Outcome, Rule};
use std::collections::HashMap;
use strum::IntoEnumIterator;

/// Outcomes to which no text leads, with the reason.
const IMPOSSIBLE: [(Rule, Outcome, &str); 11] = [
    (Rule::VehicleKinds, Outcome::Rounding, "vehicles are not rounded: one too many is a conflict"),
    (Rule::VehiclePurchase, Outcome::Rounding, "it asks only whether two numbers are zero, and zero is not rounded"),
    (Rule::BaseNotNegative, Outcome::Rounding, "a base below zero by rounding counts among the lines that pass"),
    (Rule::BaseNotNegative, Outcome::Unchecked, "it is asked only of lines that state both an amount and a change"),
    (Rule::DirectionAgrees, Outcome::Rounding, "a sign is right or wrong, however small the number"),
    (
        Rule::DirectionAgrees,
        Outcome::Conflict,
        "the parser lists 增加-5万元 as unread; `every_line` changes a sign behind it",
    ),
    (Rule::DirectionAgrees, Outcome::Unchecked, "it is asked only of lines that state a change with a direction"),
    (
        Rule::FlatIsZero,
        Outcome::Rounding,
        "a component of half a unit of the last place counts as zero, with those that pass",
    ),
    (Rule::FlatIsZero, Outcome::Unchecked, "it is asked only of lines with 持平"),
    (Rule::UnitsAgree, Outcome::Rounding, "an amount is 10,000 times another or it is not"),
    (Rule::UnitsAgree, Outcome::Unchecked, "it is asked only of pairs of which both lines are stated"),
];

fn table() -> impl Iterator<Item = &'static Row> {
    let files = [sums::ROWS, parts::ROWS, changes::ROWS, counts::ROWS, every_line::ROWS, unread::ROWS];
    files.into_iter().flatten()
}

#[test]
fn every_rule_has_a_row_or_a_reason_for_every_outcome() {
    let mut rows: HashMap<(Rule, &str), usize> = HashMap::new();
    for row in table() {
        *rows.entry((row.rule, row.outcome.as_str())).or_default() += 1;
    }
    let mut faults = Vec::new();
    for (rule, outcome) in Rule::iter().flat_map(|rule| Outcome::iter().map(move |outcome| (rule, outcome))) {
        let reasons = IMPOSSIBLE.iter().filter(|(other, what, _)| (*other, *what) == (rule, outcome)).count();
        match (rows.get(&(rule, outcome.as_str())), reasons) {
            (Some(_), 0) | (None, 1) => {}
            (None, 0) => faults.push(format!("{rule} has no row for {outcome}, and no reason why it cannot have one")),
            (Some(_), _) => faults.push(format!("{rule} is {outcome} in a row, and has a reason why it cannot be")),
            (None, _) => faults.push(format!("{rule} has more than one reason why it cannot be {outcome}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_schemas_name_every_rule() {
    let words: Vec<&str> = Rule::iter().map(Rule::as_str).collect();
    let pattern = format!("\"^({})(", words.join("|"));
    let schemas = [
        include_str!("../../../../schema/mingbai-1.schema.json"),
        include_str!("../../../../schema/mingbai-check-1.schema.json"),
    ];
    assert!(schemas.iter().all(|schema| schema.contains(&pattern)), "neither more nor less than {pattern}");
}
