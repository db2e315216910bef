//! Every shown number of every document stands at its quote.

use crate::shown_numbers;
use mingbai_core::disclosure::{Disclosure, parse};
use std::fs;
use std::path::PathBuf;

/// Asserts that no document of the test data has faults.
fn assert_none(faults: impl Fn(&Disclosure) -> Vec<String>) {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folders = ["data", "tests/examples", "tests/family"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut found = Vec::new();
    for file in files.filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let d = parse(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        found.extend(faults(&d).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    let first: Vec<&String> = found.iter().take(20).collect();
    assert!(found.is_empty(), "{} faults: {first:#?}", found.len());
}

#[test]
fn every_shown_number_of_every_document_stands_at_its_quote() {
    assert_none(shown_numbers::faults);
}

#[test]
fn every_number_that_a_check_quotes_stands_in_the_words_of_its_quote() {
    assert_none(shown_numbers::misquoted);
}
