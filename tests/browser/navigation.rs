//! Navigation: addresses that lead to a place, language, theme and text size.

use super::harness::{open, open_browser, visit};

#[test]
fn a_link_to_a_line_opens_its_popup_and_highlights_it() {
    let page = open("?lang=zh#figure=change&line=appropriation.project", 1280, 800);
    page.popup().wait_open();
    assert!(page.popup().title().contains("项目支出"));
    assert!(page.shows("[data-explains='appropriation.project'].lit"));
    page.figure_card("change").wait_on_screen();
}

/// Requests for the popup's chunk wait until the test calls `release()`, as over a slow network.
const SLOW_POPUP_CHUNK: &str = "
    const fetchNow = fetch
    const isReleased = new Promise((release) => (globalThis.release = release))
    fetch = async (...request) => {
        if (String(request[0]?.url ?? request[0]).includes('.cards.wasm')) {
            globalThis.isWaiting = true
            await isReleased
        }
        return fetchNow(...request)
    }";

#[test]
fn a_popup_that_arrives_late_does_not_open_over_what_the_reader_did_since() {
    // The first two are wanted still when their chunk arrives; of the others the reader has gone back or pressed
    // Escape.
    for (request, since, opens) in [
        ("location.hash = 'figure=change&line=appropriation.project'", "", true),
        ("document.querySelector('.lede .amount[data-origin=stated]').click()", "", true),
        ("location.hash = 'figure=change&line=appropriation.project'", "history.back()", false),
        ("document.querySelector('.lede .amount[data-origin=stated]').click()", "Escape", false),
    ] {
        let page = visit("?lang=zh").before(SLOW_POPUP_CHUNK).open();
        page.js(&format!("void ({request})"));
        page.wait_for("the request for the chunk", "window.isWaiting");
        match since {
            "" => {}
            "Escape" => page.press(thirtyfour::Key::Escape),
            _ => {
                page.js(&format!("void {since}"));
                page.wait_for("the page without a place", "location.hash === ''");
            }
        }
        page.js("release()");
        page.wait_for("the layer of the popup", "document.querySelector('.popup-layer')");
        page.settle();
        assert_eq!(page.popup().is_open(), opens, "{request}; {since}");
    }
}

#[test]
fn a_link_to_an_unknown_target_is_reported_where_the_reader_is() {
    let page = open("?lang=zh", 1280, 800);
    for fragment in [
        "figure=pie",
        "figure=change&line=nope.nothing",
        "figure=flow&view=zzz",
        "line=foo",
        "check=nope",
        "foo",
        "source=9999",
        "source=70.900-999",
        "source=70.40-30",
    ] {
        page.goto("?lang=zh#checks");
        page.wait_for_focus_on("checks-heading");
        assert!(!page.shows(".place-not-found"), "{fragment}");
        page.js(&format!("location.hash = '{fragment}'"));
        page.wait_for(fragment, "document.activeElement.matches('.place-not-found')");
        let seen = page.js("(() => { const box = document.querySelector('.place-not-found').getBoundingClientRect(); return box.top >= document.querySelector('.bar').getBoundingClientRect().bottom && box.bottom <= innerHeight })()");
        assert_eq!(seen, true, "{fragment}");
        assert!(!page.popup().is_open() && !page.shows("#source mark"), "{fragment}");
        assert!(page.shows("[data-figure=purpose]"), "the page is there all the same");
    }
    page.goto("?lang=zh#figure=pie");
    page.wait_for("the same where the page opens with it", "document.activeElement.matches('.place-not-found')");
}

#[test]
fn a_link_to_any_other_id_is_left_to_the_browser() {
    let page = open("?lang=zh#figure-nature", 1280, 800);
    page.settle();
    assert!(!page.shows(".place-not-found"));
    assert_eq!(page.js("document.querySelector('#figure-nature').getBoundingClientRect().top < innerHeight"), true);
    for fragment in ["main", "top", ""] {
        page.js(&format!("location.hash = '{fragment}'"));
        page.settle();
        assert!(!page.shows(".place-not-found"), "#{fragment}");
    }
}

#[test]
fn back_from_a_figure_restores_the_focus_to_the_amount_that_led_there() {
    let page = open("?lang=zh#source=70", 1280, 800);
    // The line is marked, and is not any more once the reader is elsewhere.
    page.wait_to_show("#source mark");
    let amount = "document.querySelector('#source [id=\"source=70\"] a.cited')";
    page.js(&format!("({amount}).dataset.test = 'here'"));
    page.click("#source a.cited[data-test=here]");
    page.wait_for("the figure", "location.hash.startsWith('#figure=')");
    page.wait_for("the mark gone", "!document.querySelector('#source mark')");
    page.popup().wait_open();
    page.go_back();
    page.wait_for("the focus back", "document.activeElement.dataset.test === 'here'");
    page.wait_to_show("#source mark");
}

#[test]
fn a_reader_switches_to_english_and_back() {
    let page = open("?lang=zh", 1280, 800);
    assert_eq!(page.settings().language(), "zh-CN");
    page.settings().press_language();
    page.settings().wait_for_language("en");
    page.wait_for_text("[data-figure=change] h2", "but the total still rises by");
    assert!(page.address().contains("lang=en"));
    assert!(page.js("document.title").as_str().unwrap().contains("Dazu District"));
    page.reload();
    page.settings().wait_for_language("en");
    page.settings().press_language();
    page.settings().wait_for_language("zh-CN");
}

#[test]
fn english_marks_the_translation_and_shows_the_original() {
    let page = open("?lang=en", 1280, 800);
    let reason = page.text("[data-figure=three_public] [data-explains='three_public.reception']");
    assert!(reason.contains("our translation"), "{reason}");
    assert!(reason.contains("进一步规范公务接待相关要求"), "{reason}");
    let stray = page.js(
        "(() => {
            const han = /[\\u4e00-\\u9fff]/
            const out = []
            const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
            while (walk.nextNode()) {
                const node = walk.currentNode
                if (han.test(node.textContent) && node.parentElement.closest('[lang]').lang === 'en') out.push(node.textContent.trim())
            }
            return out
        })()",
    );
    assert_eq!(stray, serde_json::json!([]), "Chinese in the English page that is not marked as Chinese");
}

#[test]
fn the_theme_follows_the_system_the_button_and_the_address() {
    let dark = visit("").dark().open();
    assert_eq!(dark.settings().theme(), "dark");
    drop(dark);
    let page = open("?theme=light", 1280, 800);
    page.settings().press_theme();
    page.settings().wait_for_theme("dark");
    page.wait_for("the address", "location.search.includes('theme=dark')");
    let ground = page.js("getComputedStyle(document.body).backgroundColor");
    assert_eq!(ground, "rgb(20, 23, 26)");
}

#[test]
fn large_text_is_25_percent_larger() {
    let page = open("?text=usual", 1280, 800);
    let usual = page.js("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)").as_f64().unwrap();
    page.settings().press_text_size();
    page.wait_for("large text", "document.documentElement.dataset.text === 'large'");
    let large = page.js("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)").as_f64().unwrap();
    assert!((large / usual - 1.25).abs() < 0.01, "{usual} → {large}");
}

#[test]
fn the_table_of_contents_of_the_text_is_translated() {
    let page = open("?lang=en", 1280, 800);
    assert_eq!(page.text("#source .contents a"), "About the institution 单位基本情况");
    assert_eq!(page.attribute("#source .contents a span", "lang").as_deref(), Some("zh-CN"));
    let page = {
        drop(page);
        open("?lang=zh", 1280, 800)
    };
    assert_eq!(page.text("#source .contents a"), "单位基本情况");
}

#[test]
fn the_footer_is_aligned_with_the_figures() {
    let page = open_browser();
    for width in [768, 1280, 1920] {
        page.goto_at("?lang=zh", width, 800);
        let offset = page.js("document.querySelector('.foot p').getBoundingClientRect().left - document.querySelector('.figure').getBoundingClientRect().left");
        assert_eq!(offset, 0, "{width}");
    }
}

#[test]
fn changing_language_unit_or_text_size_keeps_the_reading_position() {
    let page = open_browser();
    for width in [360, 1280] {
        page.goto_at("?lang=zh&unit=wan&text=usual", width, 800);
        page.js("document.querySelectorAll('[data-figure=purpose] .table-fold, .reference').forEach((fold) => (fold.open = true))");
        for piece in [
            "[data-figure=three_public] [data-explains=\"three_public.reception\"]",
            "[data-figure=purpose] .table-fold tbody tr:nth-child(3)",
            "[id=\"source=70\"]",
        ] {
            // On a small screen the bar does not stay where type is large.
            let bar = "Math.max(0, document.querySelector('.bar').getBoundingClientRect().bottom)";
            let area = format!("document.querySelector('{piece}').getBoundingClientRect()");
            // Twice: what came near may have found its real height only then.
            for _ in 0..2 {
                page.js(&format!("scrollBy(0, {area}.top - {bar} + 8)"));
                page.settle();
            }
            for (choice, chosen) in [
                ("[data-choice=lang]", "document.documentElement.lang === 'en'"),
                ("[data-choice=text]", "document.documentElement.dataset.text === 'large'"),
                ("[data-unit=million]", "document.querySelector('[data-unit=million][aria-pressed=true]')"),
                ("[data-choice=text]", "document.documentElement.dataset.text === 'usual'"),
                ("[data-choice=lang]", "document.documentElement.lang === 'zh-CN'"),
                ("[data-unit=wan]", "document.querySelector('[data-unit=wan][aria-pressed=true]')"),
            ] {
                page.click_by_script(choice);
                page.wait_for(choice, chosen);
                page.settle();
                let read = page.js(&format!("({bar} - {area}.top) / {area}.height")).as_f64().unwrap();
                assert!(
                    (-0.05..1.0).contains(&read),
                    "{piece} at {width}, then {choice}: {read} of it is above the screen"
                );
            }
            assert!(page.shows("[data-figure=purpose] .table-fold[open]"), "what was open stays open");
        }
    }
}

#[test]
fn a_place_in_the_query_is_found_where_a_messenger_cut_off_the_fragment() {
    for added in [None, Some("rd"), Some("wechat_redirect")] {
        let fragment = added.map_or(String::new(), |added| ["#", added].concat());
        let page = visit(&format!("?lang=zh&at=figure%3Dchange%26line%3Dappropriation.project{fragment}")).open();
        page.popup().wait_open();
        page.wait_for(
            "the address with its fragment",
            "location.search + location.hash === '?lang=zh#figure=change&line=appropriation.project'",
        );
        let top = "document.querySelector('[data-figure=change]').getBoundingClientRect().top";
        page.wait_for("the figure on the screen", &format!("{top} < innerHeight && {top} > -innerHeight"));
    }
}
