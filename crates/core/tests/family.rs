//! Made-up documents of many shapes: `tests/family/NN.txt`, with what each states in `NN.json`.
//!
//! The texts use the wordings of the template, the amounts are of the size that real offices publish. Some 25 documents
//! are damaged: the damaged numbers must be listed as unread, never guessed.
//!
//! A `NN.json` is written by hand, before the parser is touched. Required are `institution`, `year`, `unit` (万元 or 元),
//! `lines` and `changes` (id → amount as text, a fall negative). Where they apply: `components`, `reasons`, `counts`,
//! `subtotal`, `repeated`, `must_be_unread`. `either`, `either_changes`, `either_components` and `either_reasons` name
//! what a careful reader would leave open.

use mingbai_core::amount::{Amount, AmountUnit};
use mingbai_core::disclosure::{Disclosure, Role, parse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// A document with the truth about it.
struct Case {
    name: String,
    truth: Value,
    parsed: Disclosure,
}

fn cases() -> Vec<Case> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/family"));
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut truths: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    truths.sort();
    let case = |path: PathBuf| Case {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        truth: serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap(),
        parsed: parse(&fs::read_to_string(path.with_extension("txt")).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error:?}", path.display())),
    };
    truths.into_iter().map(case).collect()
}

impl Case {
    fn money(&self, value: &Value) -> Amount {
        let unit = if self.truth["unit"] == "元" { AmountUnit::Yuan } else { AmountUnit::Wan };
        Amount::new(value.as_str().unwrap().parse().unwrap(), unit).unwrap()
    }

    /// True for an id that the truth leaves open: a careful person would hesitate.
    fn open(&self, id: &str, list: &str) -> bool {
        ["either", list].iter().any(|key| self.truth[*key].as_array().is_some_and(|ids| ids.iter().any(|i| i == id)))
    }

    /// Ids with their stated amounts, without those that are left open.
    fn stated(&self, key: &str, open: &str) -> BTreeMap<String, Amount> {
        let all = self.truth[key].as_object().unwrap().iter();
        all.filter(|(id, _)| !self.open(id, open)).map(|(id, value)| (id.clone(), self.money(value))).collect()
    }

    /// Ids with their parsed amounts.
    fn amounts(&self) -> Vec<(String, Amount)> {
        let lines = self.parsed.lines.iter().filter(|line| !beyond(line.id.as_str()));
        lines.map(|line| (line.id.to_string(), line.amount)).filter(|(id, _)| !self.open(id, "either")).collect()
    }

    /// Ids with their parsed changes.
    fn changes(&self) -> Vec<(String, Amount)> {
        let lines = self.parsed.lines.iter().filter(|line| line.role == Role::Part && !beyond(line.id.as_str()));
        let changes = lines.filter_map(|line| Some((line.id.to_string(), line.change.as_ref()?.amount)));
        let orphaned =
            self.parsed.orphaned_changes.iter().map(|orphaned| (orphaned.id.to_string(), orphaned.change.amount));
        changes.chain(orphaned).filter(|(id, _)| !self.open(id, "either_changes")).collect()
    }

    /// Descriptions of what was not found.
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        let (amounts, changes) = (self.amounts(), self.changes());
        for (id, amount) in self.stated("lines", "either") {
            if !amounts.contains(&(id.clone(), amount)) {
                missing.push(format!("{id} {amount}"));
            }
        }
        for (id, amount) in self.stated("changes", "either_changes") {
            if !changes.contains(&(id.clone(), amount)) {
                missing.push(format!("change of {id} {amount}"));
            }
        }
        missing
    }

    /// Descriptions of what was parsed and is not stated.
    fn wrong(&self) -> Vec<String> {
        let (lines, changes) = (self.stated("lines", "either"), self.stated("changes", "either_changes"));
        // A class that is a subtotal or a repetition is stated, but not as a part.
        let roles = ["subtotal", "repeated"].map(|key| self.truth[key].as_array().cloned().unwrap_or_default());
        let elsewhere = |id: &str| roles.iter().flatten().any(|known| known == id);
        let amounts = self.amounts().into_iter().filter(|(id, a)| lines.get(id) != Some(a) && !elsewhere(id));
        let changed = self.changes().into_iter().filter(|(id, a)| changes.get(id) != Some(a));
        amounts.map(|(id, a)| format!("{id} {a}")).chain(changed.map(|(id, a)| format!("change of {id} {a}"))).collect()
    }
}

/// Lines that the parser distinguishes and the truth does not list.
fn beyond(id: &str) -> bool {
    id.starts_with("procurement.general_public_budget")
        || matches!(
            id,
            "government_fund.income"
                | "state_capital"
                | "state_capital.income"
                | "income.superior"
                | "income.subordinate"
        )
        || [".上年结转", ".本年收入"].iter().any(|own| id.contains(own))
}

#[test]
fn no_amount_and_no_change_is_wrong_in_any_document() {
    let wrong: Vec<(String, Vec<String>)> =
        cases().iter().map(|case| (case.name.clone(), case.wrong())).filter(|(_, wrong)| !wrong.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_amount_and_change_is_found_in_at_least_95_of_100_documents() {
    let cases = cases();
    let short: Vec<(String, Vec<String>)> = cases
        .iter()
        .map(|case| (case.name.clone(), case.missing()))
        .filter(|(_, missing)| !missing.is_empty())
        .collect();
    println!("{} of {} documents complete; {short:#?}", cases.len() - short.len(), cases.len());
    assert!(short.len() * 100 <= cases.len() * 5, "{short:#?}");
}

#[test]
fn institution_year_and_unit_are_found() {
    for case in cases() {
        let (truth, d) = (&case.truth, &case.parsed);
        assert_eq!(d.institution.as_ref().map(|p| p.text.as_str()), truth["institution"].as_str(), "{}", case.name);
        assert_eq!(d.year.map(i64::from), truth["year"].as_i64(), "{}", case.name);
        assert_eq!(d.unit.as_str(), truth["unit"].as_str().unwrap(), "{}", case.name);
    }
}

#[test]
fn components_reasons_and_counts_are_found() {
    let (mut asked, mut failed) = (0, Vec::new());
    for case in cases() {
        let entries = |key: &str| case.truth[key].as_object().cloned().unwrap_or_default();
        for (id, parts) in entries("components").into_iter().filter(|(id, _)| !case.open(id, "either_components")) {
            let parts = parts.as_object().unwrap();
            let mut expected: Vec<Amount> = parts.values().map(|value| case.money(value)).collect();
            let found = case.parsed.change(&id).map(|change| change.components.clone()).unwrap_or_default();
            let named = case.truth["lenient_labels"].is_null()
                && found.iter().any(|part| !parts.contains_key(&part.label) && found.len() == parts.len());
            let mut found: Vec<Amount> = found.iter().map(|part| part.amount).collect();
            expected.sort();
            found.sort();
            asked += 1;
            if expected != found || named {
                failed.push(format!("{}: components of {id}", case.name));
            }
        }
        for (id, reason) in entries("reasons").into_iter().filter(|(id, _)| !case.open(id, "either_reasons")) {
            let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let found = case.parsed.change(&id).and_then(|change| change.reason.as_ref()).map(|r| plain(&r.text));
            asked += 1;
            if found != reason.as_str().map(plain) {
                failed.push(format!("{}: reason of {id}: {found:?}", case.name));
            }
        }
        for (id, n) in entries("counts").into_iter().filter(|(id, _)| !case.open(id, "either")) {
            asked += 1;
            if case.parsed.count(&id).map(|count| count.n) != n.as_u64() {
                failed.push(format!("{}: {id}", case.name));
            }
        }
    }
    assert!(failed.len() * 100 <= asked * 5, "{} of {asked}: {failed:#?}", failed.len());
}

#[test]
fn damaged_numbers_are_listed_and_never_guessed() {
    for case in cases() {
        let text = &case.parsed.source;
        for number in case.truth["must_be_unread"].as_array().into_iter().flatten() {
            let number = number.as_str().unwrap();
            let listed = case.parsed.unread.iter().any(|unread| {
                text.match_indices(number)
                    .any(|(at, _)| unread.quote.start < at + number.len() && at < unread.quote.end)
            });
            assert!(listed, "{}: {number} is not listed: {:#?}", case.name, case.parsed.unread);
        }
    }
}
