//! Graceful degradation: where a file is missing or the browser lacks a feature, the rest of the page works and a message
//! says what does not.

use super::charts::FIGURES;
use super::harness::{Page, visit};

/// One sentence says what is missing, and everything can be read.
#[track_caller]
fn still_readable(page: &Page, said: &str) {
    page.wait_to_show("#failed");
    assert!(page.text("#failed").contains(said), "{}", page.text("#failed"));
    assert_eq!(page.js("[...document.querySelectorAll('.failed')].filter((e) => e.checkVisibility()).length"), 1);
    assert!(page.shows("#figure-flow") && page.shows("#source .original p"));
    assert!(!page.shows("[data-choice=find]"), "no button that does nothing");
    page.click("[data-figure=flow] .table-fold > summary");
    page.wait_to_show("[data-figure=flow] table");
}

/// The popup of a number opens inside the window, next to the number.
#[track_caller]
fn a_popup_opens(page: &Page) {
    page.click(".lede .amount[data-origin=stated]");
    page.popup().wait_for_quote();
    let card = page.js("(() => {
            const card = document.querySelector('#popup').getBoundingClientRect()
            const number = document.querySelector('.lede .amount[data-origin=stated]').getBoundingClientRect()
            const inside = card.left >= 0 && card.right <= innerWidth && card.bottom <= innerHeight
            return inside && card.top >= number.bottom && card.top - number.bottom < 40
        })()");
    assert_eq!(card, true);
    page.press(thirtyfour::Key::Escape);
    page.popup().wait_closed();
}

#[test]
fn without_a_chart_worker_text_tables_and_pictures_remain_and_a_sentence_explains() {
    let page = || visit("?lang=zh").noisy();
    let visits = [
        // The bundle is missing, or cut off in the middle by a proxy.
        page().without("charts-"),
        page().truncated("charts-"),
        // There are no workers, or the worker ends before it has drawn.
        page().before("delete globalThis.Worker"),
        page().before(
            "Worker = class extends Worker {
                    constructor() { super(URL.createObjectURL(new Blob(['onmessage = () => { throw new Error() }']))) }
                }",
        ),
        // One chart cannot be drawn.
        page().before(
            "Worker = class extends Worker {
                    constructor() { super(URL.createObjectURL(new Blob(['onmessage = () => postMessage(null)']))) }
                }",
        ),
    ];
    for visit in visits {
        let page = visit.open();
        page.js("document.querySelector('.figure:not([hidden]) .chart').scrollIntoView()");
        page.wait_to_show("[data-figure=purpose] .failed");
        assert!(page.text("[data-figure=purpose] .failed").contains("图没有加载成功"));
        assert!(page.text("[data-figure=purpose] h2").contains("每 100 元里"));
        page.chart("purpose").wait_for_placeholder();
        page.figure_card("purpose").open_table();
        assert!(!page.shows("#failed"), "the app itself is there");
    }
}

#[test]
fn without_the_chart_bundle_other_languages_show_pictures_and_other_units_no_gaps() {
    let page = visit("index.html?lang=zh").without("charts-").open();
    page.js("document.querySelector('.figure:not([hidden]) .chart').scrollIntoView()");
    page.wait_to_show("[data-figure=purpose] .failed");
    page.settings().press_language();
    page.wait_for("the other page", "location.pathname.includes('/en/') && document.documentElement.dataset.ready");
    page.js("document.querySelector('[data-figure=purpose]').scrollIntoView()");
    page.chart("purpose").wait_for_placeholder();
    page.click_by_script("[data-unit=yuan]");
    page.settings().wait_for_unit("yuan");
    // The figure is rendered again after the total, and until then shows its picture.
    page.wait_for(
        "the sentence, and no room for what will not come",
        "document.querySelector('[data-figure=purpose] .failed').checkVisibility() && !document.querySelector('[data-figure=purpose] .chart').checkVisibility()",
    );
}

#[test]
fn a_press_on_a_button_whose_code_never_arrives_shows_a_message() {
    let page = visit("?lang=zh")
        .before("WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {})")
        .with_clock()
        .never_ready()
        .open();
    page.search_dialog().press_button();
    page.advance_clock(8000);
    page.wait_to_show("#failed");
}

#[test]
fn without_the_wasm_file_the_page_stays_readable_and_one_sentence_explains() {
    for (address, said) in [("", "图不能点开"), ("en/index.html", "charts cannot be opened")] {
        still_readable(&visit(address).without(".wasm").never_ready().open(), said);
    }
}

#[test]
fn a_truncated_wasm_file_is_treated_as_missing() {
    still_readable(&visit("?lang=zh").truncated(".wasm").never_ready().open(), "图不能点开");
}

#[test]
fn a_missing_or_truncated_app_script_is_reported_in_one_sentence() {
    still_readable(&visit("?lang=zh").without("app-").never_ready().open(), "图不能点开");
    still_readable(&visit("?lang=zh").truncated(".js").never_ready().open(), "图不能点开");
}

#[test]
fn a_missing_lazy_chunk_disables_only_its_own_feature() {
    for (part, halved) in [("figures", false), ("figures", true), ("cards", false), ("cards", true), ("search", false)]
    {
        let visit = visit("?lang=zh");
        let file = format!(".{part}.wasm");
        let page = if halved { visit.truncated(&file) } else { visit.without(&file) }.open();
        let is_reported = |page: &Page| {
            page.wait_to_show(".chunk-failed");
            assert!(page.text(".chunk-failed").contains("文件没有取到"), "{part}");
        };
        match part {
            "figures" => {
                page.js("document.querySelector('.figure:not([hidden]) .chart').scrollIntoView()");
                page.wait_to_show("[data-figure=purpose] .failed");
                assert!(!page.shows(".chunk-failed"), "the reader pressed nothing");
                assert!(!page.shows("[data-figure=purpose] .subtitle > .on-screen"), "nothing to press is promised");
            }
            // Where no card opens, the number is the link that it is without scripts.
            "cards" => {
                page.click(".lede .amount[data-origin=stated]");
                page.wait_for("the sentence that states it", "location.hash.startsWith('#source=')");
            }
            _ => {
                page.search_dialog().press_button();
                is_reported(&page);
            }
        }
        assert!(!page.shows("#failed"), "{part}: the app itself is there");
        page.settings().press_theme();
        page.settings().wait_for_theme("dark");
        page.wait_for(
            "the picture of the chart, which is not live",
            "[...document.querySelectorAll('[data-figure=purpose] .figure-view:not([hidden]) .chart')].some((chart) => chart.querySelector('svg path') || [...chart.querySelectorAll('img')].some((img) => img.checkVisibility() && img.naturalWidth > 0))",
        );
    }
}

#[test]
fn a_figure_page_without_its_document_file_stays_as_prerendered() {
    let page = visit("figure/change.html?lang=zh").without("carried-").open();
    page.wait_to_show("[data-figure=change] .failed");
    assert!(!page.shows("#failed") && !page.shows(".chunk-failed"));
    page.click("main a.amount[data-origin=stated]");
    page.wait_for("the sentence that states it", "location.hash.startsWith('#source=')");
    assert!(page.shows("#source .original > *"));
    page.chart("change").wait_for_placeholder();
    drop(page);
    // What comes only in part is as if it had not come.
    let page = visit("en/figure/flow.html").truncated("carried-").open();
    page.wait_to_show("[data-figure=flow] .failed");
}

#[test]
fn a_browser_without_webassembly_or_modules_is_told_so() {
    still_readable(
        &visit("en/index.html").before("delete window.WebAssembly").noisy().never_ready().open(),
        "charts cannot be opened",
    );
    // One that knows no modules passes over the app without an error. This one does know them, so that it comes after all:
    // held back until it has been looked for in vain.
    let later = "delete HTMLScriptElement.prototype.noModule
        const called = new Promise((call) => (globalThis.come = call))
        const begin = WebAssembly.instantiateStreaming
        WebAssembly.instantiateStreaming = async (...given) => (await called, begin(...given))";
    let page = visit("?lang=zh").before(later).never_ready().open();
    page.wait_to_show("#failed");
    page.js("come()");
    page.wait_until_ready();
    page.wait_for("the sentence to be gone", "!document.querySelector('#failed').checkVisibility()");
}

#[test]
fn an_error_of_a_foreign_script_is_not_reported_as_ours() {
    let page = visit("?lang=zh")
        .before("addEventListener('DOMContentLoaded', () => { throw new Error('of an extension') })")
        .noisy()
        .open();
    assert!(!page.shows("#failed"));
    assert_eq!(page.js("document.documentElement.dataset.failed ?? ''"), "");
    assert!(page.shows("[data-choice=find]"));
}

/// Storage that throws as soon as it is looked at, as where the reader blocks all cookies.
const NO_STORAGE: &str =
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })";
/// Storage that is full, or has no room at all, as in some private windows.
const FULL_STORAGE: &str = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
/// Storage that is not there at all.
const NULL_STORAGE: &str = "Object.defineProperty(window, 'localStorage', { get: () => null })";

#[test]
fn without_storage_every_setting_works_until_the_page_is_left() {
    for storage in [NO_STORAGE, FULL_STORAGE, NULL_STORAGE] {
        let page = visit("").before(storage).open();
        page.settings().press_theme();
        page.settings().wait_for_theme("dark");
        page.settings().press_language();
        page.settings().wait_for_language("en");
        a_popup_opens(&page);
        page.chart("purpose").draw();
    }
}

#[test]
fn a_wrong_system_clock_affects_only_the_date_of_the_citation() {
    // As after a battery died, after a jump ahead, not to be had at all, and running backwards.
    for (now, date) in [
        ("0", None),
        ("33e10", None),
        ("Date.UTC(9000, 0, 15)", Some("9000-01-15")),
        ("NaN", None),
        ("9e11 - 1e9 * times++", None),
    ] {
        let clock = format!(
            "{{
                let times = 0
                const Right = Date
                window.Date = class extends Right {{
                    constructor(...given) {{ given.length ? super(...given) : super({now}) }}
                    static now() {{ return {now} }}
                }}
            }}"
        );
        let page = visit("?lang=zh").before(&clock).open();
        page.chart("purpose").draw();
        a_popup_opens(&page);
        page.js("window.dispatchEvent(new Event('beforeprint'))");
        let printed = page.js("document.querySelector('.on-paper').textContent");
        let wanted = date.map_or("打印于 日期不详：这台设备的时钟不对。".to_owned(), |date| {
            format!("打印于 {date}。")
        });
        assert!(printed.as_str().unwrap().starts_with(&wanted), "{now}: {printed}");
    }
}

#[test]
fn popups_need_neither_the_popover_api_nor_css_anchors() {
    let old = "for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name]
        delete window.CSSPositionTryRule
        const supports = CSS.supports.bind(CSS)
        CSS.supports = (...what) => !/anchor|popover/.test(what.join()) && supports(...what)";
    let page = visit("?lang=zh").before(old).open();
    a_popup_opens(&page);
    // Nor does the style sheet ask for them, which no script can pretend.
    let styles = page
        .js("[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('')");
    let styles = styles.as_str().unwrap();
    assert!(styles.len() > 10_000);
    assert!(["anchor-name", "position-anchor", "anchor(", ":popover-open"].iter().all(|new| !styles.contains(new)));
    assert_eq!(page.count("[popover], [popovertarget]"), 0);
}

#[test]
fn without_observers_charts_are_drawn_and_follow_the_window() {
    let page = visit("?lang=zh")
        .before("delete window.IntersectionObserver; delete window.ResizeObserver; delete window.PerformanceObserver")
        .open();
    for figure in FIGURES {
        page.chart(figure).draw();
    }
    let width = "document.querySelector('[data-figure=purpose] .figure-view:not([hidden]) .chart svg').clientWidth";
    let before = page.js(width).as_f64().unwrap();
    page.resize(360, 740);
    page.wait_for("a narrow chart", &format!("{width} < 360"));
    assert!(before > 360.0);
}

/// Charts, cards and search work: one part of each lazily loaded chunk that a reader meets first.
#[track_caller]
fn every_part_works(page: &Page) {
    page.chart("purpose").draw();
    a_popup_opens(page);
    page.search_dialog().search_for("公务接待");
    page.search_dialog().wait_for_result("line");
    page.press(thirtyfour::Key::Escape);
    page.search_dialog().wait_closed();
    assert!(!page.shows(".chunk-failed"));
}

#[test]
fn a_host_without_the_media_type_of_webassembly_serves_every_part() {
    for lines in [
        "Content-Type: application/octet-stream",
        "Content-Type: application/octet-stream\r\nX-Content-Type-Options: nosniff",
        "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff",
        "Content-Type: application/wasm; charset=binary",
        // None at all.
        "X-Content-Type-Options: nosniff\r\nX-Without: Content-Type:",
    ] {
        // wasm-bindgen warns the owner of the host in the console.
        every_part_works(&visit("?lang=zh").with_headers(".wasm", lines).noisy().open());
    }
}

#[test]
fn a_browser_that_cannot_stream_webassembly_runs_every_part() {
    every_part_works(&visit("?lang=zh").before("delete WebAssembly.instantiateStreaming").open());
}

#[test]
fn where_no_script_of_ours_runs_a_sentence_says_so_and_no_dead_control_is_offered() {
    let page = || visit("?lang=zh").noisy().never_ready();
    let never = |old: &str, new: &str| page().rewritten("?lang=zh", old, new);
    for visit in [
        // A second policy, by the host.
        page().with_headers("?lang=zh", "Content-Security-Policy: script-src 'none'"),
        page().with_headers("?lang=zh", "Content-Security-Policy: script-src 'self'"),
        // A host that gives scripts a type that browsers do not run, or changes their texts, so that their hashes differ.
        never("<script>(function()", "<script type=\"text/rewritten\">(function()"),
        never("<script>(function()", "<script>/* minified */(function()"),
        // A browser that cannot parse them.
        never("<script>(function()", "<script>new-syntax!(function()"),
    ] {
        still_readable(&visit.open(), "图不能点开");
    }
}

#[test]
fn where_only_the_start_of_the_app_is_stopped_a_sentence_says_so() {
    let page = || visit("?lang=zh").noisy().never_ready();
    let started = "<script type=\"module\">\n";
    for new in ["<script type=\"text/rewritten\">\n", "<script type=\"module\">/* minified */\n"] {
        still_readable(&page().rewritten("?lang=zh", started, new).open(), "图不能点开");
    }
}

#[test]
fn a_folder_without_its_slash_is_a_whole_page() {
    let page = visit("").under("/budget/2023/").with_folders_without_slash().open();
    for (address, slashed) in
        [("/budget/2023?lang=zh", "/budget/2023/?lang=zh"), ("/budget/2023/en#checks", "/budget/2023/en/#checks")]
    {
        page.js(&format!("location.assign('{address}')"));
        page.wait_for("the address of the folder", &format!("location.href.endsWith('{slashed}')"));
        page.wait_until_ready();
        page.chart("purpose").draw();
        let picture =
            "[...document.querySelectorAll('.chart img')].every((img) => img.src.includes('/budget/2023/picture/'))";
        assert_eq!(page.js(picture), true);
    }
}

/// What a browser does that translates the page into German: each text becomes an element of its own.
const TRANSLATOR: &str = "(() => {
        document.documentElement.lang = 'de'
        document.documentElement.classList.add('translated-ltr')
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found = []
        while (texts.nextNode()) {
            const { parentElement, data } = texts.currentNode
            if (data.trim() && !parentElement.closest('[translate=no], script, style, svg')) found.push(texts.currentNode)
        }
        for (const text of found) {
            const font = document.createElement('font')
            font.append(Object.assign(document.createElement('font'), { textContent: `[${text.data}]` }))
            text.replaceWith(font)
        }
        return found.length
    })()";

#[test]
fn a_translated_page_keeps_numbers_quotations_and_its_language() {
    for address in ["?lang=zh", "en/index.html"] {
        let page = visit(address).never_ready().open();
        page.wait_for("the parsed page", "document.readyState !== 'loading'");
        assert!(page.js(TRANSLATOR).as_i64().unwrap() > 200);
        page.wait_until_ready();
        assert_eq!(page.js("document.querySelectorAll('.amount font, .original font, blockquote font').length"), 0);
        // Its other language is the one that the button offers.
        assert_eq!(
            page.js("document.querySelector('[data-choice=lang]').lang"),
            if address.starts_with("en") { "zh-CN" } else { "en" }
        );
        a_popup_opens(&page);
        page.js("location.hash = document.querySelector('.lede .amount[data-origin=stated]').hash");
        page.wait_to_show("#source mark");
        let marked = page.text("#source mark");
        assert!(!marked.contains('[') && !marked.is_empty(), "{marked}");
        page.settings().press_language();
        page.settings().wait_for_language(if address.starts_with("en") { "zh-CN" } else { "en" });
        page.wait_for("its words", "!document.querySelector('main font')");
    }
}

#[test]
fn no_rule_is_lost_for_a_selector_that_older_browsers_do_not_know() {
    // Such a browser drops the whole rule, with all of its selectors.
    let page = visit("").open();
    let lists = page.js(
        "[...document.styleSheets].flatMap(function inside(sheet) {
            return [...sheet.cssRules].flatMap((rule) => (rule.selectorText ? [rule.selectorText] : rule.cssRules ? inside(rule) : []))
        }).filter((list) => {
            // What is inside of parentheses is a list of its own.
            let outside = list
            while (/\\([^()]*\\)/.test(outside)) outside = outside.replace(/\\([^()]*\\)/g, '')
            return list.includes(':has(') && outside.includes(',')
        })",
    );
    assert_eq!(lists, serde_json::json!([]));
}
