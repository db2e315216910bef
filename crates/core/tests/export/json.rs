//! JSON: it reads back, and says the same as the page.

use super::shared::{all, disclosure, figures, made};
use crate::translations::translations;
use mingbai_core::audit;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::export::{DisclosureRecord, dataset_hash, figure_json, sha256, short_dataset_hash, to_json};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, TextRun};
use mingbai_core::locale::Lang;
use mingbai_core::provenance::Value as Number;
use serde_json::{Value, json};

/// What `sha256sum data/disclosure.txt` says.
const KNOWN: &str = "d4921cf4ca423056182eebe6b5659228121edfa9ee4333327d50e01f4a30f3fd";

fn parsed(d: &Disclosure, id: FigureId, lang: Lang, address: Option<&str>) -> Value {
    let context = RenderContext::new(d, lang).with_translations(translations());
    serde_json::from_str(&figure_json(&context, &made(id, &context, &ChartStyle::WIDE), address)).unwrap()
}

#[test]
fn the_hash_is_that_of_the_published_file() {
    let d = disclosure();
    assert_eq!(dataset_hash(&d), KNOWN);
    assert_eq!(dataset_hash(&d), sha256(include_bytes!("../../../../data/disclosure.txt")));
    assert_eq!(short_dataset_hash(&d), "sha256:d4921cf4ca42");
    let marked = mingbai_core::disclosure::parse(&format!("\u{feff}{}", d.source)).unwrap();
    assert_eq!(dataset_hash(&marked), KNOWN, "a byte order mark is no part of the text");
}

#[test]
fn a_figure_says_its_finding_its_numbers_with_their_origin_and_its_sources_verbatim() {
    let d = disclosure();
    let address = "https://example.org/?lang=zh#figure=change";
    let json = parsed(&d, FigureId::Change, Lang::Zh, Some(address));
    assert_eq!(json["schema"], "mingbai/figure/1");
    assert_eq!(json["takeaway"], "项目支出减少 67 万元，总预算仍增加 107.78 万元");
    assert_eq!(json["title"], "比去年变了多少，为什么？");
    assert_eq!((&json["unit"], &json["year"]), (&json!("万元"), &json!(2023)));
    assert_eq!((&json["sha256"], &json["address"]), (&json!(KNOWN), &json!(address)));
    let was = &json["table"]["rows"][0]["cells"][1]["number"];
    assert_eq!((&was["origin"], &was["wan"]), (&json!("computed"), &json!("1568.04")));
    assert_eq!(was["formula"], "1,675.82 − 107.78");
    let fell = &json["table"]["rows"][2]["cells"][2];
    assert_eq!(fell["shown"], "▼ 减少 67.00");
    assert_eq!(
        fell["number"],
        json!({ "id": "appropriation.project", "aspect": "change", "origin": "stated", "wan": "-67", "lines": [64] })
    );
    let reasons = json["reasons"].as_array().unwrap();
    let reason = |id: &str| reasons.iter().find(|reason| reason["id"] == id).unwrap();
    assert_eq!(
        reason("expenditure")["says"],
        "支出 ▲ 增加 107.78 万元（6.87%）：文件没说原因，只说由这几项构成：基本支出 ▲ 增加 174.78 万元、项目支出 ▼ 减少 67 万元"
    );
    let reason = reason("appropriation.project");
    assert_eq!(
        (&reason["id"], &reason["reason"]),
        (&json!("appropriation.project"), &json!("信息网络中心部分网络运维项目合并至区大数据局等"))
    );
    assert_eq!(reason["says"], "项目支出 ▼ 减少 67 万元（25.09%）：“信息网络中心部分网络运维项目合并至区大数据局等”");
    for source in json["sources"].as_array().unwrap() {
        let (start, end) = (source["quote"]["start"].as_u64().unwrap(), source["quote"]["end"].as_u64().unwrap());
        assert_eq!(source["words"], d.source[start as usize..end as usize]);
    }
    assert_eq!(parsed(&d, FigureId::Change, Lang::En, None)["address"], Value::Null);
    assert_eq!(parsed(&d, FigureId::Office, Lang::Zh, None)["unit"], Value::Null, "posts are no money");
}

#[test]
fn every_number_of_every_figure_is_in_its_json() {
    for d in all() {
        figures(&d, &ChartStyle::WIDE, |context, figure| {
            let json: Value = serde_json::from_str(&figure_json(context, figure, None)).unwrap();
            for (at, row) in figure.table.rows.iter().enumerate() {
                for (cell, text) in row.cells.iter().enumerate() {
                    let [TextRun::Number(value, _)] = text.0.as_slice() else { continue };
                    let number = &json["table"]["rows"][at]["cells"][cell]["number"];
                    assert_eq!(number["origin"], value.provenance.as_str());
                    assert_eq!(number["id"], value.line.as_str());
                    assert!(!number["lines"].as_array().unwrap().is_empty());
                    match &value.value {
                        Number::Money(wan) => {
                            assert_eq!(number["wan"].as_str().unwrap().parse(), Ok(wan.number()));
                        }
                        Number::Percent(_) => assert!(number["percent"].is_string()),
                        Number::OfHundred(n) => assert_eq!(number["n"], *n),
                        Number::Count(n, _) => assert_eq!(number["n"], *n),
                    }
                }
            }
        });
    }
}

#[test]
fn the_whole_disclosure_reads_back() {
    let d = disclosure();
    let checks = audit::run(&d);
    let text = to_json(&DisclosureRecord::of(&RenderContext::new(&d, Lang::Zh), &checks));
    assert!(text.ends_with("}\n"));
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["schema"], &json["sha256"]), (&json!("mingbai/1"), &json!(KNOWN)));
    let wan: Vec<&str> = json["lines"].as_array().unwrap().iter().map(|line| line["wan"].as_str().unwrap()).collect();
    assert_eq!(wan.len(), d.lines.len());
    assert!(wan.iter().zip(&d.lines).all(|(wan, line)| wan.parse() == Ok(line.amount.number())));
    assert_eq!(json["checks"].as_array().unwrap().len(), checks.len());
}

#[test]
fn a_check_says_what_it_compares_and_what_is_missing() {
    let text = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入21.5万元。\n\
                （二）支出预算：2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出约19万元。\n\
                四、“三公”经费情况说明\n2023年“三公”经费预算18万元，比2022年减少2万元。其中：公务用车购置费18万元。\n\
                五、其他重要事项的情况说明\n4.国有资产占有使用情况。共有车辆7辆，其中一般公务用车5辆、执勤执法用车2辆。";
    let d = mingbai_core::disclosure::parse(text).unwrap();
    let context = RenderContext::new(&d, Lang::Zh);
    let json = serde_json::to_value(DisclosureRecord::of(&context, &audit::run(&d))).unwrap();
    let check = |id: &str| json["checks"].as_array().unwrap().iter().find(|check| check["id"] == id).unwrap().clone();
    let sums = |id: &str| {
        let check = check(id);
        ["outcome", "relation", "left", "right", "difference"].map(|name| check[name].clone())
    };
    assert_eq!(sums("income_sources"), [json!("conflict"), json!("equal"), json!("121.5"), json!("120"), json!("1.5")]);
    assert_eq!(sums("income_expenditure"), [json!("pass"), json!("equal"), json!("120"), json!("120"), json!("0")]);
    assert_eq!(
        sums("vehicle_kinds.vehicles"),
        [json!("pass"), json!("equal"), json!("7"), json!("7"), json!("0")],
        "vehicles are added, not their money"
    );
    assert_eq!(
        sums("part_within_whole.three_public"),
        [json!("unchecked"), json!("at_most"), Value::Null, Value::Null, Value::Null]
    );
    assert_eq!(
        sums("base_not_negative"),
        [json!("pass"), json!("at_most"), Value::Null, Value::Null, Value::Null],
        "the sum over many lines means nothing"
    );
    let classes = check("expenditure_classes");
    assert_eq!((&classes["missing"], &classes["unread_lines"]), (&json!(["expenditure.*"]), &json!([3])));
    let unread = json["unread"].as_array().unwrap();
    assert_eq!(unread.len(), 1);
    assert_eq!((&unread[0]["line"], &unread[0]["why"]), (&json!(3), &json!("approximate")));
    assert_eq!(unread[0]["says"], "原文写的是大约的数");
    let quote = (unread[0]["quote"]["start"].as_u64().unwrap(), unread[0]["quote"]["end"].as_u64().unwrap());
    assert_eq!(&text[quote.0 as usize..quote.1 as usize], "19");
    let sources = check("income_sources");
    let side = &sources["sides"]["left"][1];
    assert_eq!(
        [&side["id"], &side["aspect"], &side["wan"]],
        [&json!("income.other"), &json!("amount"), &json!("21.5")]
    );
    assert_eq!((&side["words"], side.get("n")), (&json!("其他收入21.5万元"), None));
    let quote = (side["quote"]["start"].as_u64().unwrap(), side["quote"]["end"].as_u64().unwrap());
    assert_eq!(&text[quote.0 as usize..quote.1 as usize], "其他收入21.5万元");
    let vehicles = &check("vehicle_kinds.vehicles")["sides"]["left"][0];
    assert_eq!((&vehicles["n"], vehicles.get("wan")), (&json!(5), None));
    assert_eq!(sources["says"], "收入总数等于各项来源之和：100.00 + 21.50 ≠ 120.00 万元，相差 1.50 万元");
}
