//! Documents of other shapes: each must yield exactly what `tests/examples/expected.json` lists.

use mingbai_core::amount::{Amount, AmountUnit};
use mingbai_core::audit::{self, Outcome};
use mingbai_core::disclosure::{Disclosure, Role, parse};
use rust_decimal::Decimal;
use serde_json::Value;
use std::fs;

fn examples() -> Vec<(Value, Disclosure)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/examples");
    let expected: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(format!("{folder}/expected.json")).unwrap()).unwrap();
    let read_one = |expected: Value| {
        let text = fs::read_to_string(format!("{folder}/{}", expected["file"].as_str().unwrap())).unwrap();
        (expected, parse(&text).unwrap())
    };
    expected.into_iter().map(read_one).collect()
}

/// An expected number, exactly as written in the file.
fn amount(value: &Value, unit: AmountUnit) -> Option<Amount> {
    let text = value.as_number()?.to_string();
    Amount::new(text.parse::<Decimal>().unwrap(), unit)
}

#[test]
fn every_amount_and_change_is_exactly_right() {
    for (expected, d) in examples() {
        let file = expected["file"].as_str().unwrap().to_owned();
        let unit = if expected["unit"] == "元" { AmountUnit::Yuan } else { AmountUnit::Wan };
        assert_eq!(d.unit, unit, "{file}");
        assert_eq!(d.institution.as_ref().unwrap().text, expected["institution"], "{file}");
        assert_eq!(d.year.map(i64::from), expected["year"].as_i64(), "{file}");
        assert_eq!(d.amount("income"), amount(&expected["income_total"], unit), "{file}: income");
        assert!(d.unread.is_empty(), "{file}: {:?}", d.unread);

        let change = |id: &str| d.change(id).map(|change| change.amount);
        assert_eq!(change("income"), amount(&expected["income_change"], unit), "{file}: change of income");
        assert_eq!(
            change("expenditure"),
            amount(&expected["expenditure_change"], unit),
            "{file}: change of expenditure"
        );
        parts(&d, "income", &expected["income_parts"], unit, &file);
        parts(&d, "expenditure", &expected["expenditure_parts"], unit, &file);
        components(&d, "income", &expected["income_change_parts"], unit, &file);
        components(&d, "expenditure", &expected["expenditure_change_parts"], unit, &file);

        let (total, of) = (&expected["appropriation"]["total"], &expected["appropriation"]["change"]);
        assert_eq!(d.amount("appropriation"), amount(total, unit), "{file}: appropriation");
        assert_eq!(change("appropriation"), amount(of, unit), "{file}: change of the appropriation");
        for (key, id) in
            [("basic", "appropriation.basic"), ("project", "appropriation.project"), ("three_public", "three_public")]
        {
            assert_eq!(d.amount(id), amount(&expected[key]["amount"], unit), "{file}: {id}");
            assert_eq!(change(id), amount(&expected[key]["change"], unit), "{file}: change of {id}");
        }
        let overseas = &expected["three_public_items"]["overseas"];
        assert_eq!(d.amount("three_public.overseas"), amount(&overseas["amount"], unit), "{file}");
        assert_eq!(change("three_public.overseas"), amount(&overseas["change"], unit), "{file}");
        if let Some(within) = amount(&expected["carried_over_within_total"], unit) {
            let line = d.line("income.carryover").unwrap();
            assert_eq!((line.amount, line.role), (within, Role::Within), "{file}");
        }
        if let Some(parent) = expected["parent_line"].as_array() {
            let line = d.lines.iter().find(|line| line.role == Role::Subtotal).unwrap();
            assert!(line.label.starts_with(parent[0].as_str().unwrap()), "{file}");
            assert_eq!(Some(line.amount), amount(&parent[1], unit), "{file}");
        }
        if let Some(twice) = expected["line_listed_twice"].as_array() {
            let line = d.lines.iter().find(|line| line.role == Role::Repeated).unwrap();
            assert!(line.label.starts_with(twice[0].as_str().unwrap()), "{file}");
            assert_eq!(Some(line.amount), amount(&twice[1], unit), "{file}");
        }
    }
}

/// Asserts the parts of a list by name. A part that is expected to be zero may be missing from the text.
fn parts(d: &Disclosure, root: &str, expected: &Value, unit: AmountUnit, file: &str) {
    let expected = expected.as_object().unwrap();
    let named = |label: &str| label.trim_end_matches("预算").to_owned();
    for (name, value) in expected {
        let found = d.parts(root).find(|line| named(&line.label) == *name).map(|line| line.amount);
        assert_eq!(found.unwrap_or_default(), amount(value, unit).unwrap(), "{file}: {name}");
    }
    for line in d.parts(root).filter(|line| !line.amount.is_zero()) {
        assert!(expected.contains_key(&named(&line.label)), "{file}: {} is not expected", line.label);
    }
}

fn components(d: &Disclosure, id: &str, expected: &Value, unit: AmountUnit, file: &str) {
    let found = d.change(id).map(|change| change.components.clone()).unwrap_or_default();
    let expected = expected.as_object().cloned().unwrap_or_default();
    assert_eq!(found.len(), expected.len(), "{file}: components of {id}");
    for part in found {
        assert_eq!(Some(part.amount), amount(&expected[&part.label], unit), "{file}: {}", part.label);
    }
}

#[test]
fn exactly_the_conflicts_are_found() {
    let conflicts = [
        ("1.txt", vec!["appropriation_changes", "expenditure_classes"]),
        ("2.txt", vec![]),
        ("3.txt", vec!["change_components.expenditure"]),
        ("4.txt", vec!["appropriation_changes", "appropriation_source", "expenditure_classes"]),
        ("5.txt", vec![]),
        ("6.txt", vec![]),
        ("7.txt", vec!["listed_twice.expenditure.201"]),
        ("8.txt", vec!["appropriation_source"]),
    ];
    for ((file, expected), (_, d)) in conflicts.iter().zip(examples()) {
        let mut found: Vec<String> =
            audit::run(&d).iter().filter(|check| check.outcome == Outcome::Conflict).map(audit::Check::id).collect();
        found.sort();
        assert_eq!(found, *expected, "{file}");
    }
}

#[test]
fn a_rounding_difference_is_not_a_conflict() {
    let (_, second) = examples().swap_remove(1);
    let check = audit::run(&second).into_iter().find(|check| check.id() == "expenditure_classes").unwrap();
    assert_eq!((check.outcome, check.difference.to_string().as_str()), (Outcome::Rounding, "0.01"));
}

#[test]
fn an_unchecked_rule_names_its_missing_lines() {
    let (_, seventh) = examples().swap_remove(6);
    let check = audit::run(&seventh).into_iter().find(|check| check.id() == "three_public_items").unwrap();
    assert_eq!(check.outcome, Outcome::Unchecked);
    assert!(check.missing.iter().any(|id| *id == "three_public.reception"), "{:?}", check.missing);
}
