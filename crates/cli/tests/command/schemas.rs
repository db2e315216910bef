//! What the command prints for programs matches `schema/*.schema.json`.

use super::harness::{Run, archive, compound, fed, file, folder, mingbai, root};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn validator(name: &str) -> Validator {
    let path = root().join(format!("schema/{name}.schema.json"));
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a run printed; fails with every deviation and its place.
fn valid(validator: &Validator, run: &Run) -> Value {
    let printed = run.json();
    let errors: Vec<String> =
        validator.iter_errors(&printed).map(|error| format!("{}: {}", error.instance_path(), error.masked())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    printed
}

/// Fails if the schema accepts `printed` with `value` at `pointer`. A last part that does not exist is added.
fn assert_rejected(validator: &Validator, printed: &Value, pointer: &str, value: Value) {
    assert!(validator.is_valid(printed));
    let mut changed = printed.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"))[key] = value.clone();
    assert!(!validator.is_valid(&changed), "{pointer} may be {value}");
}

/// One file of each kind that cannot be read, with the word for it.
fn unreadable() -> Vec<(String, &'static str)> {
    let made = |name: &str, bytes: &[u8]| file(&format!("schemas/{name}"), bytes).display().to_string();
    vec![
        (made("novel.txt", "从前有座山。\n".as_bytes()), "no_budget"),
        (made("settlement.txt", "某局\n2022年部门决算公开说明\n".as_bytes()), "settlement"),
        (made("empty.txt", b" \n"), "empty"),
        (made("cut.pdf", b"%PDF-1.7\n"), "damaged"),
        (made("old.wps", &compound(&["CONTENTS"])), "office"),
        (made("cut.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "damaged"),
        (made("locked.docx", &compound(&["EncryptedPackage"])), "protected"),
        (made("cut.docx", b"PK\x03\x04"), "damaged"),
        (made("table.xlsx", &archive(&["xl/workbook.xml"])), "spreadsheet"),
        (made("slides.pptx", &archive(&["ppt/presentation.xml"])), "presentation"),
        (made("text.odt", &archive(&["content.xml", "META-INF/manifest.xml"])), "empty"),
        (made("fixed.ofd", &archive(&["OFD.xml"])), "damaged"),
        (made("files.zip", &archive(&["a.txt"])), "zip"),
        (made("text.rtf", b"{\\rtf1"), "damaged"),
        (made("scan.png", b"\x89PNG\r\n\x1a\n"), "picture"),
        (made("data.xml", b"<?xml version=\"1.0\"?><a/>"), "xml"),
        (made("nul.txt", "某局\n\0".as_bytes()), "nul"),
        (made("broken.txt", &["某局部门预算".as_bytes(), b"\xff"].concat()), "broken"),
        (folder("schemas/no-text").display().to_string(), "empty_folder"),
        (Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemas/none.txt").display().to_string(), "missing"),
    ]
}

#[test]
fn what_parse_prints_matches_its_schema() {
    let validator = validator("mingbai-1");
    for lang in ["zh", "en"] {
        for path in
            ["data/disclosure.txt".to_owned()].into_iter().chain((1..=8).map(|n| format!("tests/examples/{n}.txt")))
        {
            let run = mingbai(&["parse", "--lang", lang, &path]);
            let printed = valid(&validator, &run);
            assert_eq!((run.code, &printed["encoding"]), (0, &json!("UTF-8")), "{path}");
        }
    }
    let (gb18030, _, _) =
        encoding_rs::GB18030.encode("某局\n2023年部门预算情况说明\n收入预算2023年年初预算数100.00万元。\n");
    assert_eq!(valid(&validator, &fed(&["parse", "-"], &gb18030))["encoding"], "GB18030");
}

#[test]
fn what_check_prints_matches_its_schema() {
    let validator = validator("mingbai-check-1");
    let few = file("schemas/few.txt", "某局\n2023年部门预算情况说明\n收入预算2023年年初预算数100.00万元。\n");
    let few = few.display().to_string();
    for lang in ["zh", "en"] {
        let read = ["check", "--json", "--lang", lang, "data", "tests/examples", "tests/family", &few];
        let printed = valid(&validator, &mingbai(&read));
        for outcome in ["adds_up", "conflict", "unchecked"] {
            assert!(printed["summary"][outcome].as_u64().unwrap() > 0, "no file is {outcome}");
        }
    }
}

#[test]
fn what_check_prints_of_files_that_cannot_be_read_matches_its_schema() {
    let validator = validator("mingbai-check-1");
    let unreadable = unreadable();
    let mut arguments = vec!["check", "--json"];
    arguments.extend(unreadable.iter().map(|(path, _)| path.as_str()));
    let printed = valid(&validator, &mingbai(&arguments));
    let kinds = printed["files"].as_array().unwrap().iter().map(|file| file["error"]["kind"].as_str().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), unreadable.iter().map(|(_, kind)| *kind).collect::<Vec<_>>());
    assert_eq!(printed["summary"]["exit"], 2);
}

#[test]
fn what_deviates_from_the_report_is_rejected() {
    let validator = validator("mingbai-check-1");
    let novel = file("schemas-novel.txt", "从前有座山。\n").display().to_string();
    let printed = mingbai(&["check", "--json", "tests/examples/1.txt", &novel]).json();
    let rejected = |pointer: &str, value| assert_rejected(&validator, &printed, pointer, value);
    for (pointer, value) in [
        ("/note", json!("more")),
        ("/schema", json!("mingbai/1")),
        ("/files/0/note", json!("more")),
        ("/files/0/outcome", json!("fine")),
        ("/files/0/outcome", json!("unreadable")),
        ("/files/0/checks/0/left", json!(1796.88)),
        ("/files/0/checks/0/outcome", json!("failed")),
        ("/files/0/encoding", json!(null)),
        ("/files/1/outcome", json!("adds_up")),
        ("/files/1/error/kind", json!("novel")),
        ("/files/1/error/kind", json!("settlement")),
        ("/files/1/error/line", json!(1)),
        ("/summary/exit", json!(3)),
        ("/summary/files", json!("2")),
    ] {
        rejected(pointer, value);
    }
}
