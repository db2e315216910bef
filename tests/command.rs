//! The host's command: an office checks its draft before it publishes, and a build stops at what is no budget.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn mingbai(arguments: &[&str]) -> Output {
    let root = env!("CARGO_MANIFEST_DIR");
    Command::new(env!("CARGO_BIN_EXE_mingbai")).args(arguments).current_dir(root).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A file of this text, in the folder that cargo gives to tests.
fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_budget_that_adds_up_ends_with_0() {
    let output = mingbai(&["check", "data/disclosure.txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("项核对全部通过"), "{}", said(&output));
}

#[test]
fn a_budget_with_a_conflict_ends_with_1_and_says_which() {
    let output = mingbai(&["check", "tests/examples/1.txt", "tests/examples/5.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("支出总数等于各类支出之和"), "{}", said(&output));
}

#[test]
fn what_is_no_budget_ends_with_2_and_says_the_line_and_what_to_do() {
    let settlement = file("settlement.txt", "某局\n2022年部门决算公开说明\n收入1万元\n");
    let output = mingbai(&["check", settlement.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("第 2 行：这是一份决算"), "{}", said(&output));
    let missing = mingbai(&["check", "no/such/file.txt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(said(&missing).contains("no/such/file.txt"), "{}", said(&missing));
}

#[test]
fn a_build_of_what_is_no_budget_stops_with_its_line_and_reason() {
    let novel = file("novel.txt", "从前有座山，\n山里有座庙。\n");
    let hook = Command::new("sh")
        .arg("tools/check-disclosure.sh")
        .env("MINGBAI_DISCLOSURE", &novel)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(hook.status.code(), Some(1), "{}", said(&hook));
    assert!(said(&hook).contains("第 1–2 行：没有找到收入预算"), "{}", said(&hook));
    assert!(said(&hook).contains("not built"), "{}", said(&hook));
}
