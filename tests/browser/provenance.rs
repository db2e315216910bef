//! Provenance: from a number to its sentence and back, for every number on the page.

use super::charts::FIGURES;
use super::examples::example;
use super::harness::{open, open_browser, visit};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Every amount of money in the page's own words that has no provenance; quotations, explanations and charts aside, which
/// are compared with their tables.
const BARE: &str = "(() => {
    const money = /[\\d,]+\\.\\d\\d|[\\d,.]+\\s*(?:万元|亿元|元(?!素))|¥\\s*[\\d,.]+/
    const own = 'blockquote, [data-origin], #source .original, #source [data-unread], .duties, #glossary, svg, .chart-sentences, .passage, .brand, .key i, script, style, noscript'
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const bare = []
    while (walk.nextNode()) {
        const node = walk.currentNode
        if (money.test(node.textContent) && !node.parentElement.closest(own)) bare.push(node.textContent.trim())
    }
    return bare
})()";

fn list(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_amount_on_the_page_has_its_provenance() {
    let page = open_browser();
    for lang in ["zh", "en"] {
        page.goto_at(&format!("?lang={lang}"), 1280, 800);
        page.unfold_everything();
        // “Of each 100 yuan” and “one square is ¥1” are no amounts of the document.
        let bare = list(&page.js(BARE));
        let bare: Vec<&String> = bare
            .iter()
            .filter(|text| !text.contains("100") && !text.contains("1 元") && !text.contains("¥1"))
            .collect();
        assert!(bare.is_empty(), "{lang}: {bare:?}");
        let shown = page.count("[data-origin]");
        assert!(shown > 200, "{lang}: {shown}");
        // Each opens its card, or is a link of the reader.
        let dead = page.js(
            "[...document.querySelectorAll('main [data-line][data-origin]')].filter((e) => !e.matches('a[href], .amount[data-href], .cited')).length",
        );
        assert_eq!(dead, 0, "{lang}");
    }
}

#[test]
fn every_amount_of_a_chart_is_in_its_table_with_its_provenance() {
    let page = open("?lang=zh", 1280, 800);
    for figure in FIGURES.into_iter().filter(|figure| *figure != "office") {
        page.chart(figure).draw();
        page.figure_card(figure).open_table();
        let stray = page.js(&format!(
            "(() => {{
                const card = document.querySelector('[data-figure={figure}]')
                const digits = (text) => (text.match(/[\\d,]+\\.\\d\\d/g) ?? [])
                const known = new Set([...card.querySelectorAll('[data-origin]')].flatMap((e) => digits(e.textContent)))
                return [...card.querySelectorAll('svg text, .chart-sentences li')].flatMap((e) => digits(e.textContent)).filter((n) => !known.has(n))
            }})()"
        ));
        assert_eq!(stray, json!([]), "{figure}: in the chart and nowhere else");
    }
}

#[test]
fn an_amount_links_to_its_sentence_and_back_restores_the_position() {
    let page = open("?lang=zh", 1280, 800);
    page.click("[data-figure=three_public] [data-explains='three_public.reception'] .amount[data-aspect=change]");
    page.popup().wait_for_quote();
    assert!(page.popup().quote().contains("减少27.7万元"));
    page.popup().follow_source();
    page.source_text().wait_for_mark(70, "减少27.7万元");
    assert!(page.address().contains("#source=70."), "{}", page.address());
    page.source_text().wait_for_line(70);
    assert_eq!(page.js("document.activeElement.id"), "source=70");
    page.go_back();
    page.wait_for(
        "the place that was left",
        "(() => { const top = document.querySelector('[data-figure=three_public] [data-explains=\"three_public.reception\"]').getBoundingClientRect().top; return top > -200 && top < innerHeight })()",
    );
    page.wait_for(
        "the number that led away has the focus",
        "document.activeElement.closest('[data-line=\"three_public.reception\"]') !== null",
    );
    assert!(!page.popup().is_open(), "and nothing opens by itself");
}

#[test]
fn an_amount_of_the_original_opens_its_figure() {
    let page = open("?lang=zh#source", 1280, 800);
    let understood = page.count("#source .original a.cited");
    assert!(understood > 50, "{understood}");
    page.click("[id='source=70'] a[data-line='three_public.reception'][data-aspect=amount]");
    page.popup().wait_open();
    assert!(page.address().contains("#figure=three_public&line=three_public.reception"), "{}", page.address());
    assert!(page.popup().title().contains("公务接待费"));
    assert!(page.shows("[data-figure=three_public] [data-explains='three_public.reception'].lit"));
    page.go_back();
    page.source_text().wait_for_line(70);
}

#[test]
fn every_number_of_the_original_is_a_link_or_marked_as_unread() {
    // The digits of years, dates and telephone numbers are no numbers of the budget.
    let text = "某区示例局\n2023年部门预算情况说明\n收入预算：2023年年初预算数100万元，其中：一般公共预算拨款100万元。另有某某事项77万元。";
    let page = visit("?lang=zh#source").with_document(text).open();
    let marked = page.js("[...document.querySelectorAll('.original [data-unread]')].map((e) => e.textContent)");
    assert_eq!(marked, json!(["77"]));
    let linked = page.js("[...document.querySelectorAll('.original .cited')].map((e) => e.textContent)");
    assert_eq!(linked, json!(["100万元", "100万元"]));
    assert!(page.text("#source > ul, #source li").contains("77"));
    page.click("#source li a");
    page.wait_for("the number lit up", "document.querySelector('.original mark')?.textContent === '77'");
}

#[test]
fn the_table_of_contents_links_to_the_sections_of_the_original() {
    let page = open("?lang=zh#source", 1280, 800);
    let sections = page.count(".contents a");
    assert_eq!(sections, 6);
    page.click(".contents li:nth-child(4) a");
    page.wait_for("the section", "document.activeElement.textContent.includes('“三公”经费情况说明')");
}

#[test]
fn a_conflict_quotes_both_sides() {
    let page = visit("?lang=zh#checks").with_document(&example(1)).open();
    let first = page.check(1, "conflict");
    let sides = first.sides();
    assert_eq!(sides.len(), 2);
    assert!(sides[0].starts_with("一边") && sides[1].starts_with("另一边"), "{sides:?}");
    assert!(sides.iter().all(|side| side.contains("万元") && side.contains("原文第")), "{sides:?}");
    page.click(&first.part(".sides blockquote a"));
    page.source_text().wait_for_any_mark();
}

#[test]
fn a_conflict_names_the_slip_that_would_explain_it() {
    let page = visit("?lang=zh#checks").with_document(&example(4)).open();
    let conflicts = page.count("#checks [data-outcome=conflict]") as usize;
    let slips: Vec<String> = (1..=conflicts).filter_map(|place| page.check(place, "conflict").slip()).collect();
    // The difference is another number of the document, what was carried over from last year.
    assert!(slips.iter().any(|slip| slip.contains("5.01") && slip.contains("上年结转")), "{slips:?}");
}

#[test]
fn the_card_of_a_number_says_which_checks_use_it() {
    let page = open("?lang=zh", 1280, 800);
    page.click("[data-line=expenditure][data-aspect=amount].amount");
    page.popup().wait_for_quote();
    let (agreeing, conflicting, sentence) = page.popup().corroboration();
    assert!(agreeing >= 1 && conflicting == 0, "{agreeing} {conflicting}");
    assert!(sentence.starts_with(&format!("有 {agreeing} 项核对用到它")) && sentence.contains("对得上"), "{sentence}");
    drop(page);

    let page = visit("?lang=zh").with_document(&example(4)).open();
    page.click("[data-line=expenditure][data-aspect=amount].amount");
    page.popup().wait_for_quote();
    let (_, conflicting, sentence) = page.popup().corroboration();
    assert!(conflicting >= 1 && sentence.contains("对不上"), "{conflicting}: {sentence}");
}

#[test]
fn the_difference_of_a_conflict_shows_its_formula() {
    let page = visit("?lang=zh").with_document(&example(4)).open();
    page.click("[data-alert=conflicts] .amount");
    page.popup().wait_for_formula();
    assert!(page.popup().title().contains("5.01"), "{}", page.popup().title());
    let formula = page.popup().formula();
    let of = |number| formula.find(number).unwrap_or_else(|| panic!("{number}: {formula}"));
    assert!(of("761.21 − ") < of("756.20"), "{formula}");
}

#[test]
fn all_changes_are_listed_by_size() {
    let page = open("?lang=zh#figure=change", 1280, 800);
    page.click("[data-figure=change] details.more summary");
    let listed = page.js("[...document.querySelectorAll('[data-figure=change] .explanations [data-explains]')].map((e) => e.dataset.explains)");
    let listed = list(&listed);
    assert_eq!(listed[0], "appropriation.basic");
    assert_eq!(listed.len(), 11);
    let income = page.text("[data-figure=change] [data-explains=expenditure]");
    for part in ["107.78", "6.87%", "1,568.04", "基本支出 ▲ 增加 174.78", "正好等于这个变化", "原文第 60 行"]
    {
        assert!(income.contains(part), "{part}: {income}");
    }
}

#[test]
fn the_bridge_and_the_list_highlight_each_other() {
    let page = open("?lang=zh#figure=change", 1280, 800);
    page.chart("change").draw();
    page.chart("change").focus();
    page.press(Key::Right);
    page.press(Key::Right);
    page.press(Key::Enter);
    page.wait_to_show("[data-figure=change] [data-explains].lit");
    let lit = page.attribute("[data-figure=change] [data-explains].lit", "data-explains").unwrap();
    assert_eq!(lit, "appropriation.basic");
    page.press(Key::Escape);
    page.focus("[data-figure=change] [data-explains=\"appropriation.project\"] a");
    page.wait_for("the other lit", "document.querySelector('[data-figure=change] [data-explains=\"appropriation.project\"]').classList.contains('lit')");
}

#[test]
fn money_is_shown_in_the_unit_that_the_reader_chooses() {
    let page = open("?lang=zh", 1280, 800);
    page.settings().press_unit("yuan");
    page.wait_for_text(".big", "16,758,200");
    assert!(page.address().contains("unit=yuan"));
    assert_eq!(page.js("document.activeElement.dataset.unit"), "yuan", "the choice keeps the focus");
    page.wait_for(
        "all in yuan",
        "[...document.querySelectorAll('[data-origin]:not(.cited)')].every((e) => !e.textContent.includes('万元'))",
    );
    page.goto("?lang=en&unit=million");
    page.wait_for_text(".big", "16.7582");
    assert!(page.text(".big").contains("million"), "{}", page.text(".big"));
    page.settings().press_language();
    page.wait_for_text(".big", "1,675.82");
}

#[test]
fn sorting_a_table_is_announced() {
    let page = open("?lang=zh#figure=three_public", 1280, 800);
    page.figure_card("three_public").open_table();
    let rows = || {
        let rows =
            page.js("[...document.querySelectorAll('[data-figure=three_public] tbody th')].map((e) => e.textContent)");
        list(&rows)
    };
    let usual = rows();
    let sort = "[data-figure=three_public] thead th:nth-child(2)";
    page.click(&format!("{sort} button"));
    page.wait_for("sorted", &format!("document.querySelector('{sort}').ariaSort === 'descending'"));
    assert_eq!(rows()[0], "公务用车运行维护费");
    page.wait_for_announcement("从大到小");
    page.click(&format!("{sort} button"));
    page.wait_for("the other way", &format!("document.querySelector('{sort}').ariaSort === 'ascending'"));
    assert_ne!(rows()[0], "公务用车运行维护费");
    page.click(&format!("{sort} button"));
    page.wait_for("as before", &format!("document.querySelector('{sort}').ariaSort === null"));
    assert_eq!(rows(), usual);
    assert!(page.shows("[data-figure=three_public] tfoot"), "the sum stays at the foot");
}

#[test]
fn escape_closes_the_pinned_popup_of_a_term() {
    let page = visit("?lang=zh").with_clock().open();
    page.focus(".lede .term");
    page.press(Key::Enter);
    page.popup().wait_pinned();
    page.press(Key::Escape);
    page.popup().wait_closed();
    // Longer than a card waits before it opens for the focus.
    page.advance_clock(400);
    page.settle();
    assert!(!page.popup().is_open(), "giving the focus back opens nothing");
    assert_eq!(page.js("document.activeElement.classList.contains('term')"), true);
}
