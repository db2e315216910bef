//! `mingbai parse`: every number of the eight examples, and every quote.

use super::harness::{example, fed, mingbai, root};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::fs;

fn expected() -> Vec<Value> {
    let path = root().join("tests/examples/expected.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn parsed(path: &str) -> Value {
    let run = mingbai(&["parse", path]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{path}");
    run.json()
}

fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().unwrap()
}

fn decimal(text: &Value) -> Decimal {
    text.as_str().unwrap_or_else(|| panic!("{text} is no string")).parse().unwrap()
}

/// An expected number in 万元.
fn wan(value: &Value, unit: &Value) -> Option<Decimal> {
    let number: Decimal = value.as_number()?.to_string().parse().unwrap();
    Some(if unit == "元" { number / Decimal::from(10_000) } else { number })
}

fn line(document: &Value, id: &str) -> Option<Decimal> {
    let lines = list(document, "lines");
    let part = lines.iter().find(|line| line["id"] == id && line["role"] == "part");
    part.or_else(|| lines.iter().find(|line| line["id"] == id)).map(|line| decimal(&line["wan"]))
}

fn change<'a>(document: &'a Value, id: &str) -> Option<&'a Value> {
    list(document, "changes").iter().find(|change| change["id"] == id)
}

#[test]
fn the_numbers_of_the_examples_are_exactly_right() {
    for expected in expected() {
        let (file, unit) = (expected["file"].as_str().unwrap(), &expected["unit"]);
        let found = parsed(&format!("tests/examples/{file}"));
        assert_eq!(found["schema"], "mingbai/1");
        for key in ["institution", "year", "unit"] {
            assert_eq!(found[key], expected[key], "{file}: {key}");
        }
        assert_eq!(found["unread"], json!([]), "{file}");
        let moved = |id: &str| change(&found, id).map(|change| decimal(&change["wan"]));
        for (id, amount, by) in [
            ("income", &expected["income_total"], &expected["income_change"]),
            ("expenditure", &Value::Null, &expected["expenditure_change"]),
            ("appropriation", &expected["appropriation"]["total"], &expected["appropriation"]["change"]),
            ("appropriation.basic", &expected["basic"]["amount"], &expected["basic"]["change"]),
            ("appropriation.project", &expected["project"]["amount"], &expected["project"]["change"]),
            ("three_public", &expected["three_public"]["amount"], &expected["three_public"]["change"]),
        ] {
            if id != "expenditure" {
                assert_eq!(line(&found, id), wan(amount, unit), "{file}: {id}");
            }
            assert_eq!(moved(id), wan(by, unit), "{file}: change of {id}");
        }
        for root in ["income", "expenditure"] {
            parts(&found, root, &expected, file);
            components(&found, root, &expected, file);
        }
    }
}

/// The parts of a list by name. A part that is expected to be nothing may be left out of the text.
fn parts(found: &Value, root: &str, expected: &Value, file: &str) {
    let below = list(found, "lines").iter().filter(|line| {
        line["role"] == "part"
            && line["id"].as_str().unwrap().rsplit_once('.').is_some_and(|(parent, _)| parent == root)
    });
    let below: Vec<(&str, Decimal)> =
        below.map(|line| (line["label"].as_str().unwrap().trim_end_matches("预算"), decimal(&line["wan"]))).collect();
    let expected_parts = expected[format!("{root}_parts")].as_object().unwrap();
    for (name, value) in expected_parts {
        let amount = below.iter().find(|(label, _)| label == name).map_or(Decimal::ZERO, |(_, amount)| *amount);
        assert_eq!(Some(amount), wan(value, &expected["unit"]), "{file}: {name}");
    }
    for (label, _) in below.iter().filter(|(_, amount)| !amount.is_zero()) {
        assert!(expected_parts.contains_key(*label), "{file}: {label} is not expected");
    }
}

fn components(found: &Value, root: &str, expected: &Value, file: &str) {
    let components = change(found, root).map_or(&[][..], |change| list(change, "components"));
    let expected_components = expected[format!("{root}_change_parts")].as_object().cloned().unwrap_or_default();
    assert_eq!(components.len(), expected_components.len(), "{file}: components of {root}");
    for part in components {
        let value = &expected_components[part["label"].as_str().unwrap()];
        assert_eq!(Some(decimal(&part["wan"])), wan(value, &expected["unit"]), "{file}: {part}");
    }
}

#[test]
fn amounts_are_strings_a_fall_is_negative_and_no_change_is_0() {
    let found = parsed("tests/examples/7.txt");
    assert_eq!(change(&found, "income").unwrap()["wan"], "-28.58");
    assert_eq!(change(&found, "appropriation.project").unwrap()["wan"], "0");
    let real = parsed("data/disclosure.txt");
    let whole = change(&real, "appropriation").unwrap();
    assert_eq!(
        (&whole["base"], &whole["base_year"], &whole["wan"]),
        (&json!("比2022年"), &json!(2022), &json!("107.78"))
    );
    let basic = change(&real, "appropriation.basic").unwrap();
    assert!(basic["reason"].is_string() && basic["purpose"].is_string(), "{basic}");
}

/// The bytes that a quote names.
fn cut<'a>(source: &'a str, quote: &Value) -> &'a str {
    let (start, end) = (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
    assert_eq!(quote["line"].as_u64().unwrap() as usize, 1 + source[..start].matches('\n').count());
    &source[start..end]
}

/// Words without the line breaks and spaces that a published text has inside its sentences.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_quote_cut_from_the_file_is_what_was_published() {
    let files = (1..=8).map(|n| format!("tests/examples/{n}.txt")).chain(["data/disclosure.txt".to_owned()]);
    for file in files {
        let source = fs::read_to_string(root().join(&file)).unwrap();
        let found = parsed(&file);
        for line in list(&found, "lines") {
            let (clause, published) = (cut(&source, &line["quote"]), line["published"].as_str().unwrap());
            let at = cut(&source, &line["at"]);
            // 无 is no number that stands somewhere: the clause says it.
            assert!(bare(at) == bare(published) || published == "无" && at == clause, "{file}: {at}");
            assert!(bare(clause).contains(&bare(published)), "{file}: {clause}");
        }
        for change in list(&found, "changes") {
            assert!(cut(&source, &change["quote"]).contains(change["base"].as_str().unwrap()), "{file}: {change}");
            for part in list(change, "components") {
                assert!(bare(cut(&source, &part["quote"])).contains(part["label"].as_str().unwrap()), "{file}: {part}");
            }
        }
        for count in list(&found, "counts") {
            assert!(cut(&source, &count["quote"]).contains(&count["n"].to_string()), "{file}: {count}");
        }
        for (key, field) in [("definitions", "term"), ("definitions", "text"), ("duties", "text")] {
            for entry in list(&found, key) {
                let words = bare(cut(&source, &entry["quote"]));
                assert!(words.contains(&bare(entry[field].as_str().unwrap())), "{file}: {entry} is not in {words}");
            }
        }
        for check in list(&found, "checks") {
            for side in list(&check["sides"], "left").iter().chain(list(&check["sides"], "right")) {
                assert_eq!(bare(cut(&source, &side["quote"])), bare(side["words"].as_str().unwrap()), "{file}");
            }
        }
    }
}

#[test]
fn the_sums_of_a_check_are_the_sums_of_its_sides() {
    let found = parsed("data/disclosure.txt");
    let sum = |side: &Value| -> Decimal {
        let number = |entry: &Value| entry["n"].as_u64().map_or_else(|| decimal(&entry["wan"]), Decimal::from);
        side.as_array().unwrap().iter().map(number).sum()
    };
    // A check of many lines has no sums, and one that could not be made has none either.
    let checked: Vec<&Value> = list(&found, "checks").iter().filter(|check| !check["left"].is_null()).collect();
    assert!(checked.len() > 20);
    for check in checked {
        let (left, right) = (sum(&check["sides"]["left"]), sum(&check["sides"]["right"]));
        assert_eq!([decimal(&check["left"]), decimal(&check["right"])], [left, right], "{check}");
        assert_eq!(decimal(&check["difference"]), left - right, "{check}");
    }
}

#[test]
fn standard_input_gives_the_same_as_the_file() {
    let run = fed(&["parse", "-"], example(2).as_bytes());
    assert_eq!(run.code, 0);
    assert_eq!(run.json(), parsed("tests/examples/2.txt"));
}
