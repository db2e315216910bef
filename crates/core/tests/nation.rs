//! Documents of the whole country: `tests/nation/`, with what each states in `truth.json`.
//!
//! Figures, units and kinds of clause are those of real documents of sixteen provinces; names and wording are ours. The
//! truth is in 万元, exact, also for documents in 元. Per document: `lines` and `changes` (a fall is negative), and what
//! the model has no place for yet (`prior`, `percents`, `shares`, `unmapped`, `appropriation_classes`).

use mingbai_core::amount::{Amount, AmountUnit};
use mingbai_core::disclosure::{Disclosure, ParseError, TextKind, parse};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// How many figures of all budgets together are read right. Raise it when more are.
const RIGHT: usize = 87;
/// A document of tables alone, which is refused.
const TABLES: &str = "33-sichuan-tables-2020";

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/nation"))
}

fn truths() -> Map<String, Value> {
    serde_json::from_str(&fs::read_to_string(folder().join("truth.json")).unwrap()).unwrap()
}

fn read(name: &str) -> Result<Disclosure, ParseError> {
    parse(&fs::read_to_string(folder().join(format!("{name}.txt"))).unwrap())
}

/// A document and what it states.
struct Comparison {
    right: usize,
    missing: Vec<String>,
    wrong: Vec<String>,
}

/// Compares amounts with the truth about them, both by the ids of their lines.
fn compare(found: &BTreeMap<String, Amount>, truth: &Value, into: &mut Comparison) {
    for (id, value) in truth.as_object().unwrap() {
        let expected = Amount::new(value.as_str().unwrap().parse().unwrap(), AmountUnit::Wan).unwrap();
        // The split of all expenditure is filed with that of the appropriation, which most documents have only.
        let other = id.replace("expenditure.basic", "appropriation.basic");
        let other = other.replace("expenditure.project", "appropriation.project");
        match found.get(id).or_else(|| found.get(&other)) {
            Some(amount) if *amount == expected => into.right += 1,
            Some(amount) => into.wrong.push(format!("{id}: {amount} instead of {expected}")),
            None => into.missing.push(id.clone()),
        }
    }
}

/// Lines that the truth does not have are printed, not judged: some are right and have no place in it yet, others are
/// filed under another line than their own.
#[test]
fn no_budget_is_read_wrong() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for (name, truth) in truths().iter().filter(|(name, truth)| truth["kind"] == "budget" && *name != TABLES) {
        let mut compared = Comparison { right: 0, missing: Vec::new(), wrong: Vec::new() };
        let empty = Disclosure::EMPTY;
        let read = read(name);
        let disclosure = read.as_ref().unwrap_or(&empty);
        let lines: BTreeMap<String, Amount> =
            disclosure.lines.iter().map(|line| (line.id.to_string(), line.amount)).collect();
        let changes = disclosure.changes().map(|stated| (stated.id.to_string(), stated.change.amount)).collect();
        compare(&lines, &truth["lines"], &mut compared);
        compare(&changes, &truth["changes"], &mut compared);
        let Comparison { right: of_this, missing, wrong: of_it } = compared;
        let known = |id: &String| ["lines", "changes"].iter().any(|key| truth[*key].get(id.as_str()).is_some());
        let extra: Vec<_> =
            lines.iter().filter(|(id, _)| !known(id)).map(|(id, amount)| format!("{id} {amount}")).collect();
        println!("    beyond the truth: {extra:?}");
        println!("{name}: {of_this} right, {} missing, {} wrong {missing:?}", missing.len(), of_it.len());
        right += of_this;
        all += of_this + missing.len() + of_it.len();
        wrong.extend(of_it.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    println!("{right} of {all} right");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(right, RIGHT, "figures that are read right; raise RIGHT where more are");
}

#[test]
fn settlements_and_tables_are_told_apart() {
    for (name, _) in truths().iter().filter(|(_, truth)| truth["kind"] == "settlement") {
        assert!(matches!(read(name), Err(ParseError::Settlement { .. })), "{name}");
    }
    let table = read(TABLES).unwrap_err();
    assert!(matches!(table, ParseError::NoBudget { seems: TextKind::Table, .. }), "{table}");
}
