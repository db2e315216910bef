//! The disclosure of 重庆市大足区人民政府办公室 for 2023, as it was published.

use mingbai_core::amount::Amount;
use mingbai_core::audit::{self, Outcome};
use mingbai_core::disclosure::{BudgetKind, Direction, Disclosure, TextKind, parse};
use mingbai_core::provenance::Value;
use mingbai_core::variance::{ChangeReason, variance_of, variances};

const TEXT: &str = include_str!("../../../data/disclosure.txt");

fn disclosure() -> Disclosure {
    parse(TEXT).expect("the disclosure of the explorer can be parsed")
}

fn wan(text: &str) -> Amount {
    Amount::wan(text.parse().unwrap())
}

#[test]
fn institution_year_and_kind_are_found() {
    let d = disclosure();
    assert_eq!(d.institution.unwrap().text, "重庆市大足区人民政府办公室");
    assert_eq!(d.title.unwrap().text, "2023年部门预算情况说明");
    assert_eq!((d.year, d.kind), (Some(2023), BudgetKind::Department));
}

#[test]
fn every_stated_amount_is_parsed_from_its_clause() {
    let d = disclosure();
    let stated = [
        ("income", "1675.82", "2023年年初预算数1675.82万元"),
        ("income.general_public_budget", "1675.82", "一般公共预算拨款1675.82万元"),
        ("income.government_fund", "0", "政府性基金预算拨款0万元"),
        ("income.state_capital", "0", "国有资本经营预算收入0万元"),
        ("income.institutional", "0", "事业收入0万元"),
        ("income.institutional_business", "0", "事业单位经营收入0万元"),
        ("income.other", "0", "其他收入0万元"),
        ("expenditure", "1675.82", "2023年年初预算数1675.82万元"),
        ("expenditure.201", "1253.32", "一般公共服务支出1253.32万元"),
        ("expenditure.205", "0", "教育支出0万元"),
        ("expenditure.208", "238.49", "社会保障和就业支出238.49万元"),
        ("expenditure.210", "84.58", "卫生健康支出84.58万元"),
        ("expenditure.221", "99.43", "住房保障支出99.43万元"),
        ("appropriation.income", "1675.82", "2023年一般公共预算财政拨款收入1675.82万元"),
        ("appropriation", "1675.82", "一般公共预算财政拨款支出1675.82万元"),
        ("appropriation.basic", "1475.82", "基本支出1475.82万元"),
        ("appropriation.project", "200", "项目支出200万元"),
        ("government_fund", "0", "重庆市大足区人民政府办公室2023年无使用政府性基金预算拨款安排的支出"),
        ("three_public", "66.3", "2023年“三公”经费预算66.3万元"),
        ("three_public.overseas", "0", "因公出国（境）费用0万元"),
        ("three_public.reception", "9.3", "公务接待费9.3万元"),
        ("three_public.vehicle_operation", "57", "公务用车运行维护费57万元"),
        ("three_public.vehicle_purchase", "0", "公务用车购置费0万元"),
        ("operating", "311.79", "2023年一般公共预算财政拨款运行经费311.79万元"),
        ("procurement", "0", "所属各预算单位政府采购预算总额0万元"),
        ("procurement.goods", "0", "政府采购货物预算0万元"),
        ("procurement.works", "0", "政府采购工程预算0万元"),
        ("procurement.services", "0", "政府采购服务预算0万元"),
        ("procurement.general_public_budget", "0", "一般公共预算拨款政府采购0万元"),
        ("procurement.general_public_budget.goods", "0", "政府采购货物预算0万元"),
        ("procurement.general_public_budget.works", "0", "政府采购工程预算0万元"),
        ("procurement.general_public_budget.services", "0", "政府采购服务预算0万元"),
        ("performance.project", "200", "2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款200万元"),
    ];
    assert_eq!(d.lines.len(), stated.len(), "exactly these lines");
    for (id, amount, quote) in stated {
        let line = d.line(id).unwrap_or_else(|| panic!("{id} is not found"));
        assert_eq!(line.amount, wan(amount), "{id}");
        assert_eq!(&d.source[line.quote.range()], quote, "{id}");
        assert!(line.quote.contains(line.number_quote), "{id}: the number is inside the clause");
    }
}

#[test]
fn every_stated_change_is_parsed_with_its_comparison_reason_and_components() {
    let d = disclosure();
    let changes = [
        ("income", "107.78", "较去年", None),
        ("expenditure", "107.78", "较去年", None),
        ("appropriation", "107.78", "比2022年", None),
        ("appropriation.basic", "174.78", "比2022年", Some("人员工资调整及正常调动等")),
        ("appropriation.project", "-67", "比2022年", Some("信息网络中心部分网络运维项目合并至区大数据局等")),
        ("three_public", "-15.7", "比2022年", None),
        ("three_public.overseas", "0", "与2022年", None),
        ("three_public.reception", "-27.7", "比2022年", Some("进一步规范公务接待相关要求")),
        ("three_public.vehicle_operation", "12", "比2022年", Some("新增平台车辆租用相关费用")),
        ("three_public.vehicle_purchase", "0", "与2022年", None),
        ("operating", "0.37", "比上年", Some("人员正常调动调整")),
    ];
    assert_eq!(variances(&d).len(), changes.len());
    for (id, amount, base, reason) in changes {
        let change = d.change(id).unwrap_or_else(|| panic!("{id} has no change"));
        assert_eq!(change.amount, wan(amount), "{id}");
        assert_eq!((change.comparison.as_str(), change.base_year), (base, Some(2022)), "{id}");
        assert_eq!(change.reason.as_ref().map(|reason| reason.text.as_str()), reason, "{id}");
    }
    let parts = |id: &str| -> Vec<(String, Amount)> {
        d.change(id).unwrap().components.iter().map(|part| (part.label.clone(), part.amount)).collect()
    };
    assert_eq!(parts("income"), [("一般公共预算经费拨款".into(), wan("107.78"))]);
    assert_eq!(parts("expenditure"), [("基本支出".into(), wan("174.78")), ("项目支出".into(), wan("-67"))]);
    assert_eq!(d.change("three_public.overseas").unwrap().direction, Direction::Flat);
}

#[test]
fn purposes_are_verbatim() {
    let d = disclosure();
    let purpose = |id: &str| d.line(id).unwrap().purpose.clone().unwrap().text;
    assert!(purpose("appropriation.basic").starts_with("保障在职人员工资福利"));
    assert!(purpose("appropriation.basic").ends_with("各项商品服务支出"));
    assert!(purpose("appropriation.project").starts_with("课题调研、政府工作会议"));
    assert!(purpose("operating").starts_with("办公费、印刷费"));
}

#[test]
fn duties_units_offices_posts_and_vehicles_are_counted() {
    let d = disclosure();
    assert_eq!(d.duties.len(), 24);
    assert_eq!(d.duties.iter().map(|duty| duty.n.unwrap()).collect::<Vec<_>>(), (1..=24).collect::<Vec<_>>());
    assert_eq!(d.duties[7].text, "负责全区公共机构节能工作");
    let units: Vec<_> = d.budget_units.iter().map(|unit| (unit.name.as_str(), unit.note.as_deref())).collect();
    assert_eq!(units, [("重庆市大足区人民政府办公室", None), ("重庆市大足区政府信息网络中心", Some("二级预算单位"))]);
    let count = |id: &str| d.count(id).unwrap_or_else(|| panic!("{id} is not counted")).n;
    assert_eq!((count("staff.administrative"), count("staff.institutional")), (33, 22));
    assert_eq!((count("offices.区政府办公室"), count("offices.信息网络中心")), (17, 7));
    assert_eq!((count("vehicles"), count("vehicles.general"), count("vehicles.enforcement")), (7, 7, 0));
    assert_eq!(
        (count("vehicles_bought"), count("vehicles_bought.general"), count("vehicles_bought.enforcement")),
        (0, 0, 0)
    );
}

#[test]
fn five_terms_are_defined_and_four_more_inside_of_the_fifth() {
    let d = disclosure();
    let terms = |nested: bool| -> Vec<&str> {
        d.definitions.iter().filter(|d| d.is_nested == nested).map(|d| d.term.as_str()).collect()
    };
    assert_eq!(terms(false), ["财政拨款收入", "其他收入", "基本支出", "项目支出", "“三公”经费"]);
    assert_eq!(terms(true), ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]);
    let contact = d.contact.unwrap();
    assert_eq!((contact.name.as_str(), contact.phone.as_str()), ("杨昌龙", "023-43762520"));
}

#[test]
fn every_digit_of_the_text_is_understood() {
    let d = disclosure();
    assert!(d.unread.is_empty(), "not understood: {:?}", d.unread);
    // Independently of the parser: every digit must be inside a quote.
    let quotes = d.quotes();
    for (at, c) in TEXT.char_indices().filter(|(_, c)| c.is_numeric() && !"一二三四五六七八九十".contains(*c))
    {
        let is_quoted = quotes.iter().any(|quote| quote.range().contains(&at));
        assert!(is_quoted, "the digit {c} at byte {at} (line {}) is in no quote", TEXT[..at].lines().count());
    }
}

#[test]
fn quotes_name_the_line_that_they_begin_on() {
    let d = disclosure();
    for line in &d.lines {
        let counted = TEXT[..line.quote.start].matches('\n').count() + 1;
        assert_eq!(line.quote.line, counted, "{}", line.id);
    }
    assert_eq!(d.line("three_public.reception").unwrap().quote.line, 70);
}

#[test]
fn last_year_is_computed_exactly() {
    let d = disclosure();
    let base = |id: &str| d.cite_base(id).unwrap().money();
    assert_eq!(base("expenditure"), wan("1568.04"));
    assert_eq!(base("appropriation.basic"), wan("1301.04"));
    assert_eq!(base("appropriation.project"), wan("267"));
    assert_eq!(base("three_public"), wan("82"));
    assert_eq!(base("three_public.reception"), wan("37"));
    assert_eq!(base("three_public.vehicle_operation"), wan("45"));
    assert_eq!(base("operating"), wan("311.42"));
    let Value::Percent(percent) = d.cite_percent("expenditure").unwrap().value else { panic!("a percent") };
    assert_eq!(mingbai_core::amount::format_percent(percent, 2), "6.87");
}

#[test]
fn a_variance_has_the_cause_that_the_document_states() {
    let d = disclosure();
    let reason = |id: &str| variance_of(&d, id).unwrap().reason;
    assert!(matches!(reason("income"), ChangeReason::Components(_)), "income has components and no reason");
    assert!(matches!(reason("three_public.reception"), ChangeReason::Verbatim(_)));
    assert_eq!(reason("three_public.overseas"), ChangeReason::Flat);
    assert_eq!(reason("three_public.vehicle_purchase"), ChangeReason::Flat);
    assert_eq!(reason("three_public"), ChangeReason::Unexplained);
    let components = variance_of(&d, "expenditure").unwrap().components;
    assert_eq!(components.iter().map(|(_, component)| component.money()).sum::<Amount>(), wan("107.78"));
}

#[test]
fn it_adds_up() {
    let checks = audit::run(&disclosure());
    let not_passed: Vec<String> =
        checks.iter().filter(|check| check.outcome != Outcome::Pass).map(audit::Check::id).collect();
    assert!(not_passed.is_empty(), "{not_passed:?}");
    let ids: Vec<String> = checks.iter().map(audit::Check::id).collect();
    for id in [
        "income_sources",
        "expenditure_classes",
        "income_expenditure",
        "change_components.income",
        "change_components.expenditure",
        "appropriation_parts",
        "appropriation_changes",
        "component_agrees.appropriation.basic",
        "component_agrees.appropriation.project",
        "appropriation_balance",
        "appropriation_source",
        "part_within_whole.appropriation.basic",
        "part_within_whole.three_public",
        "three_public_items",
        "three_public_changes",
        "procurement_parts",
        "performance_project",
        "vehicle_kinds.vehicles",
        "vehicle_kinds.vehicles_bought",
        "vehicle_purchase",
        "base_not_negative",
        "direction_agrees",
        "flat_is_zero",
    ] {
        assert!(ids.iter().any(|known| known == id), "{id} was not checked");
    }
    let distinct: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "check ids are unique");
}

#[test]
fn a_wrong_digit_is_found() {
    let damaged = TEXT.replace("卫生健康支出84.58万元", "卫生健康支出84.85万元");
    let checks = audit::run(&parse(&damaged).unwrap());
    let conflict =
        checks.iter().find(|check| check.outcome == Outcome::Conflict).expect("the classes no longer add up");
    assert_eq!(conflict.id(), "expenditure_classes");
    assert_eq!(conflict.difference.to_string(), "0.27");
}

#[test]
fn a_text_that_is_not_a_budget_is_rejected() {
    use mingbai_core::disclosure::ParseError;
    assert_eq!(parse(" \n\n").unwrap_err(), ParseError::Empty);
    assert_eq!(parse("某局\n2022年部门决算公开说明\n收入1万元").unwrap_err(), ParseError::Settlement { line: 2 });
    assert_eq!(
        parse("从前有座山，\n山里有座庙。").unwrap_err(),
        ParseError::NoBudget { lines: 2, seems: TextKind::WithoutMoney }
    );
}
