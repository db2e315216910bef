//! Numbers: each one of the disclosure is on the page with its provenance.

use super::charts::FIGURES;
use super::harness::open;
use mingbai_core::disclosure::parse;
use serde_json::Value;

fn words(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_stated_line_is_on_the_page_with_its_provenance() {
    let disclosure = parse(include_str!("../../data/disclosure.txt")).unwrap();
    let page = open("?lang=zh", 1280, 800);
    let shown = words(&page.js(
        "[...document.querySelectorAll('[data-line]')].map((e) => [e.dataset.line, e.dataset.origin, e.dataset.aspect].join(' '))",
    ));
    for line in &disclosure.lines {
        let wanted = format!("{} stated amount", line.id);
        assert!(shown.contains(&wanted), "{wanted} is not on the page");
        if line.change.is_some() {
            for wanted in [format!("{} stated change", line.id), format!("{} computed base", line.id)] {
                assert!(shown.contains(&wanted), "{wanted} is not on the page");
            }
        }
    }
    for count in &disclosure.counts {
        assert!(shown.contains(&format!("{} stated amount", count.id)), "{} is not on the page", count.id);
    }
    assert!(
        shown
            .iter()
            .all(|hook| hook.split(' ').nth(1).is_some_and(|origin| origin == "stated" || origin == "computed"))
    );
}

#[test]
fn the_page_shows_last_years_amounts_as_computed() {
    let page = open("?lang=zh", 1280, 800);
    for (line, amount) in [
        ("appropriation.basic", "1,301.04"),
        ("appropriation.project", "267.00"),
        ("three_public", "82.00"),
        ("three_public.reception", "37.00"),
        ("three_public.vehicle_operation", "45.00"),
        ("operating", "311.42"),
        ("expenditure", "1,568.04"),
    ] {
        let shown = page.js(&format!(
            "[...document.querySelectorAll('[data-line=\"{line}\"][data-aspect=base]')].map((e) => e.textContent)"
        ));
        assert!(words(&shown).iter().any(|text| text.contains(amount)), "{line}: {shown}");
    }
}

#[test]
fn a_number_leads_to_the_sentence_that_states_it() {
    let page = open("?lang=zh", 1280, 800);
    page.click("[data-fact=three_public] .amount[data-aspect=amount]");
    page.popup().wait_for_quote();
    assert!(page.popup().quote().contains("公务接待费9.3万元"));
    assert!(page.text("#popup .pill").contains("原文数"));
    page.popup().follow_source();
    page.wait_to_show("#source mark");
    let marked = page.js(
        "[...document.querySelectorAll('#source [id=\"source=70\"] mark')].map((mark) => mark.textContent).join('')",
    );
    assert!(marked.as_str().unwrap().contains("公务接待费9.3万元"), "{marked}");
}

#[test]
fn a_computed_number_shows_its_formula_and_its_operands() {
    let page = open("?lang=zh#figure=change", 1280, 800);
    page.click("[data-figure=change] details.more summary");
    page.click("[data-figure=change] [data-explains='three_public.reception'] .amount[data-aspect=base]");
    page.popup().wait_for_formula();
    let formula = page.popup().formula();
    assert!(formula.contains("2023年预算 9.30 − 比2022年的变化 (−27.70)"), "{formula}");
    assert_eq!(page.popup().line_name(), "公务接待费，2022年预算");
    assert!(page.text("#popup .pill").contains("推算数"));
    page.click("#popup .formula .amount[data-aspect=amount]");
    page.popup().wait_for_quote();
    assert!(page.popup().quote().contains("公务接待费9.3万元"));
    page.popup().back();
    page.popup().wait_for_formula();
    page.click("#popup .formula .amount[data-aspect=change]");
    page.popup().wait_for_quote();
    assert!(page.popup().title().contains("▼ 减少 27.7"), "a fall is no negative budget: {}", page.popup().title());
    page.popup().back();
    page.popup().wait_for_formula();
    assert!(!page.shows("#popup .popup-back"), "the way back ends where it began");
}

#[test]
fn all_checks_are_shown_in_words_and_pass() {
    let page = open("?lang=zh#checks", 1280, 800);
    page.wait_to_show("#checks [data-check]");
    let outcomes = words(&page.js("[...document.querySelectorAll('[data-check]')].map((e) => e.dataset.outcome)"));
    assert!(outcomes.len() >= 20, "{}", outcomes.len());
    assert!(outcomes.iter().all(|outcome| outcome == "pass"), "{outcomes:?}");
    // Those that could hardly fail are not counted.
    assert!(page.text("#checks-heading").contains("前后对得上（核对了 20 处）"));
    assert!(page.text("#checks").contains(&format!("另有 {} 处不算在内", outcomes.len() - 20)));
    assert!(page.text("[data-check=appropriation_parts]").contains("1,475.82 + 200.00 = 1,675.82"));
}

#[test]
fn every_change_gives_its_reason_or_that_the_document_gives_none() {
    let page = open("?lang=zh", 1280, 800);
    page.click("[data-figure=change] details.more summary");
    // Lines with the same change share an entry.
    let entry = |line: &str| {
        let named = format!("[data-explains='{line}']");
        format!("[data-figure=change] .explanations > li:is({named}, :has({named}))")
    };
    let reason = |line: &str| page.attribute(&format!("{} [data-reason]", entry(line)), "data-reason").unwrap();
    assert_eq!(reason("three_public.reception"), "verbatim");
    assert_eq!(reason("income"), "components");
    assert_eq!(reason("three_public.overseas"), "flat");
    assert_eq!(reason("three_public"), "none");
    assert!(page.text("[data-figure=change] [data-explains='three_public']").contains("文件没说原因"));
    assert!(
        page.text("[data-figure=change] [data-explains='appropriation.project']")
            .contains("信息网络中心部分网络运维项目合并至区大数据局等")
    );
    assert!(page.text(&entry("income")).contains("107.78"));
}

#[test]
fn each_figure_has_its_table() {
    let page = open("?lang=zh", 1280, 800);
    for figure in FIGURES {
        let table = format!("[data-figure={figure}] table");
        assert!(!page.shows(&table), "{figure}: the table waits to be asked for");
        page.figure_card(figure).open_table();
        page.wait_to_show(&table);
        let heads = page.count(&format!("{table} tbody th[scope=row]"));
        assert!(heads > 0, "{figure}: rows have headers");
        assert!(!page.text(&format!("{table} caption")).is_empty());
    }
    assert!(page.text("[data-figure=purpose] tfoot").contains("1,675.82"));
}
