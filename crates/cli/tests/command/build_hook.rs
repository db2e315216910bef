//! The build asks the command whether it may embed a text.

use super::harness::{file, root};
use std::process::{Command, Output};

fn hook(disclosure: &std::path::Path) -> Output {
    Command::new("sh")
        .arg("tools/check-disclosure.sh")
        .env("MINGBAI_DISCLOSURE", disclosure)
        .current_dir(root())
        .output()
        .unwrap()
}

#[test]
fn a_build_of_what_is_no_budget_stops_with_its_line_and_reason() {
    let output = hook(&file("hook-novel.txt", "从前有座山，\n山里有座庙。\n"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("第 1–2 行：没有找到收入预算"), "{said}");
    assert!(said.contains("not built"), "{said}");
}

#[test]
fn amounts_that_conflict_do_not_stop_a_build() {
    let output = hook("tests/examples/1.txt".as_ref());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("amounts that conflict"), "{said}");
}
