//! `mingbai check --json`: one document for machines.

use super::harness::{example, fed, file, mingbai};
use serde_json::{Value, json};

fn check<'a>(file: &'a Value, id: &str) -> &'a Value {
    file["checks"].as_array().unwrap().iter().find(|check| check["id"] == id).unwrap()
}

#[test]
fn one_document_holds_every_file_and_the_summary() {
    let novel = file("json-novel.txt", "从前有座山。\n山里有座庙。\n");
    let settlement = file("json-settlement.txt", "某局\n2022年部门决算公开说明\n");
    let run = mingbai(&[
        "check".as_ref(),
        "--json".as_ref(),
        "tests/examples".as_ref(),
        novel.as_os_str(),
        settlement.as_os_str(),
    ]);
    assert_eq!((run.code, run.err.as_str()), (2, ""));
    let found = run.json();
    assert_eq!(found["schema"], "mingbai/check/1");
    let summary = json!({"files": 10, "adds_up": 3, "conflict": 5, "unchecked": 0, "unreadable": 2, "exit": 2});
    assert_eq!(found["summary"], summary);
    let outcomes: Vec<&str> =
        found["files"].as_array().unwrap().iter().map(|file| file["outcome"].as_str().unwrap()).collect();
    let expected = ["conflict", "adds_up", "conflict", "conflict", "adds_up", "adds_up", "conflict", "conflict"];
    assert_eq!(outcomes[..8], expected);
    assert_eq!(outcomes[8..], ["unreadable", "unreadable"]);
    assert_eq!(found["files"][8]["error"], json!({"kind": "no_budget", "line": null}));
    assert_eq!(found["files"][9]["error"], json!({"kind": "settlement", "line": 2}));
    assert!(found["files"][9]["says"].as_str().unwrap().contains("这是一份决算"));
}

#[test]
fn a_conflict_carries_both_sides_with_their_words() {
    let run = mingbai(&["check", "--json", "tests/examples/1.txt"]);
    assert_eq!(run.code, 1);
    let found = run.json();
    let file = &found["files"][0];
    assert_eq!((&file["file"], &file["encoding"]), (&json!("tests/examples/1.txt"), &json!("UTF-8")));
    let classes = check(file, "expenditure_classes");
    assert_eq!(classes["outcome"], "conflict");
    assert_eq!([&classes["left"], &classes["right"], &classes["difference"]], ["1796.88", "1895.74", "-98.86"]);
    let right = &classes["sides"]["right"][0];
    assert_eq!((&right["id"], &right["wan"]), (&json!("expenditure"), &json!("1895.74")));
    assert_eq!((&right["words"], &right["quote"]["line"]), (&json!("2023年年初预算数1,895.74万元"), &json!(11)));
    assert_eq!(classes["sides"]["left"].as_array().unwrap().len(), 5);
    let says = "支出总数等于各类支出之和：0.00 + 0.00 + 1,779.74 + 6.48 + 10.66 ≠ 1,895.74 万元，相差 98.86 万元";
    assert_eq!(classes["says"], says);
}

#[test]
fn what_cannot_be_checked_names_what_is_missing_and_has_no_sums() {
    let found = mingbai(&["check", "--json", "tests/examples/3.txt"]).json();
    let balance = check(&found["files"][0], "appropriation_balance");
    assert_eq!(balance["outcome"], "unchecked");
    assert_eq!(balance["missing"], json!(["appropriation.income", "appropriation"]));
    assert_eq!([&balance["left"], &balance["right"], &balance["difference"]], [&Value::Null; 3]);
}

#[test]
fn a_reason_against_the_direction_is_an_observation_and_no_conflict() {
    let text = include_str!("../../../../data/disclosure.txt");
    let text = text.replace("进一步规范公务接待相关要求", "新增接待任务");
    let found = fed(&["check", "--json", "-"], text.as_bytes()).json();
    let file = &found["files"][0];
    assert_eq!((&file["outcome"], &file["opposing_reasons"]), (&json!("adds_up"), &json!(["three_public.reception"])));
    let told = fed(&["check", "-"], text.as_bytes());
    assert!(told.out.contains("原因和增减方向不一致的") && told.out.contains("“新增接待任务”"), "{}", told.out);
}

#[test]
fn a_change_without_a_reason_and_a_number_not_understood_are_there() {
    let found = fed(&["check", "--json", "-"], (example(4) + "\n另有奇怪的事项77.7万元。\n").as_bytes()).json();
    let file = &found["files"][0];
    assert_eq!((&file["file"], &file["unexplained"]), (&json!("-"), &json!(["appropriation"])));
    let unread = &file["unread"][0];
    assert!(unread["text"].as_str().unwrap().contains("77.7"), "{unread}");
    assert!(unread["why"].is_string() && unread["says"].is_string() && unread["line"].is_u64(), "{unread}");
}
