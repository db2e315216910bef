//! Rendering the page again in another language, unit, theme or text size: in which order its parts follow, and that all do.

use super::charts::SHOWN_FIGURES;
use super::harness::{Page, SourceText, open, visit};
use serde_json::{Value, json};

/// The elements of the page's parts: the bar, two for the top, then one for each part.
const ELEMENTS: usize = 3 + SHOWN_PARTS.len() + HIDDEN_PARTS.len() + 1;
/// The parts below the top that are shown, as they follow each other.
const SHOWN_PARTS: [&str; 8] =
    ["purpose", "change", "three_public", "running", "office", "glossary", "checks", "source"];
/// Figures in whose place another of their group is shown.
const HIDDEN_PARTS: [&str; 2] = ["flow", "nature"];

const LANGUAGE: &str = "[data-choice=lang]";
const YUAN: &str = "[data-unit=yuan]";
const WAN: &str = "[data-unit=wan]";

/// Records from now on, in `wrote`, the parts that are rendered, one list for each task. When `wrote` has `at` lists, the script
/// `meanwhile` runs at once.
fn note(page: &Page, at: usize, meanwhile: &str) {
    page.js(&format!(
        "(() => {{
            globalThis.noting?.disconnect()
            globalThis.wrote = []
            globalThis.noting = new MutationObserver((changes) => {{
                const added = changes.filter((it) => it.target.matches('#page, main')).flatMap((it) => [...it.addedNodes])
                const parts = added.filter((it) => it.nodeType === 1 && it.checkVisibility())
                if (!parts.length) return
                wrote.push(parts.map((it) => it.dataset.figure || it.id || it.className))
                if (wrote.length === {at}) {{ {meanwhile} }}
            }})
            noting.observe(document.querySelector('#page'), {{ childList: true, subtree: true }})
        }})()"
    ));
}

fn press(page: &Page, choice: &str) {
    page.click_by_script(choice);
}

/// Presses a button once the page rests, and gives the parts that were rendered, one list for each task.
fn choose(page: &Page, choice: &str) -> Vec<Vec<String>> {
    choose_and(page, choice, 0, "")
}

/// The same; after that many tasks the script `meanwhile` runs.
fn choose_and(page: &Page, choice: &str, at: usize, meanwhile: &str) -> Vec<Vec<String>> {
    page.settle();
    note(page, at, meanwhile);
    press(page, choice);
    // Whichever press was the last, each part was written after it.
    let since = "wrote.slice(wrote.findLastIndex((parts) => parts.includes('bar'))).flat().length";
    page.wait_for("all parts", &format!("wrote.length > {at} && {since} === {}", ELEMENTS));
    page.settle();
    serde_json::from_value(page.js("wrote")).unwrap()
}

/// The text, links and attributes of the page without its charts.
fn content(page: &Page) -> String {
    page.settle();
    let said = page.js(
        "(() => {
            const page = document.querySelector('#page').cloneNode(true)
            for (const chart of page.querySelectorAll('.chart')) chart.replaceChildren()
            for (const element of page.querySelectorAll('*')) {
                for (const name of ['style', 'data-drawn']) element.removeAttribute(name)
                // In whichever order they were set.
                const names = element.getAttributeNames().sort()
                const values = names.map((name) => element.getAttribute(name))
                for (const name of names) element.removeAttribute(name)
                names.forEach((name, at) => element.setAttribute(name, values[at]))
            }
            return [document.documentElement.lang, document.title, page.innerHTML.replace(/<!--.*?-->/g, '')].join('\\n')
        })()",
    );
    said.as_str().unwrap().to_owned()
}

/// Fails with the first difference.
#[track_caller]
fn assert_same(found: &str, wanted: &str) {
    let same = found.bytes().zip(wanted.bytes()).take_while(|(found, wanted)| found == wanted).count();
    let at = |text: &str| text.bytes().skip(same.saturating_sub(80)).take(160).collect::<Vec<u8>>();
    let (found_there, wanted_there) = (at(found), at(wanted));
    assert!(
        found == wanted,
        "here:   {}\nwanted: {}",
        String::from_utf8_lossy(&found_there),
        String::from_utf8_lossy(&wanted_there)
    );
}

#[test]
fn after_a_switch_the_page_equals_one_opened_with_those_settings() {
    let (english, english_million) = {
        let page = open("?lang=zh&unit=yuan", 1280, 800);
        choose(&page, WAN);
        choose(&page, LANGUAGE);
        let english = content(&page);
        drop(page);
        // Not the unit that the page was made in: the app writes it.
        (english, content(&open("en/index.html?unit=million", 1280, 800)))
    };
    let page = open("?lang=zh&unit=wan", 1280, 800);
    choose(&page, LANGUAGE);
    assert_same(&content(&page), &english);
    choose(&page, "[data-unit=million]");
    assert_same(&content(&page), &english_million);
    assert_eq!(page.count("main > [lang]"), 0);
}

#[test]
fn a_second_switch_during_the_first_leaves_no_mixed_page() {
    for at in [1, 4] {
        let page = open("?lang=zh", 1280, 800);
        choose(&page, LANGUAGE);
        choose(&page, LANGUAGE);
        let chinese = content(&page);
        choose(&page, YUAN);
        choose(&page, LANGUAGE);
        let english_yuan = content(&page);
        choose(&page, WAN);
        choose(&page, LANGUAGE);
        assert_same(&content(&page), &chinese);

        let again = |choice: &str| format!("document.querySelector('{choice}').click()");
        let wrote = choose_and(&page, LANGUAGE, at, &again(LANGUAGE)).concat();
        assert!(wrote.len() < 2 * ELEMENTS, "the first was not given up: {wrote:?}");
        assert_same(&content(&page), &chinese);
        let wrote = choose_and(&page, YUAN, at, &again(LANGUAGE)).concat();
        assert!(wrote.len() < 2 * ELEMENTS, "the first was not given up: {wrote:?}");
        assert_same(&content(&page), &english_yuan);
    }
}

#[test]
fn a_switch_renders_the_nearest_part_first_and_each_part_in_its_own_task() {
    // The header answers a change of language, the numbers at the top a change of unit.
    let top = ["hero", "contents"];
    for (choice, at_once) in
        [(LANGUAGE, vec![vec!["bar"], top.to_vec()]), (YUAN, vec![[["bar"].as_slice(), &top].concat()])]
    {
        let page = open("?lang=zh", 1280, 800);
        let one_by_one = |parts: &[&'static str]| parts.iter().map(|part| vec![*part]).collect::<Vec<_>>();
        // What is hidden comes last.
        let wanted = [at_once, one_by_one(&SHOWN_PARTS), one_by_one(&["foot"]), one_by_one(&HIDDEN_PARTS)].concat();
        assert_eq!(choose(&page, choice), wanted, "{choice}");

        page.js("document.querySelector('#source .reference').open = true");
        page.scroll_to(&SourceText::line(70));
        let back: Vec<&str> = SHOWN_PARTS.iter().rev().skip(1).copied().collect();
        let first = one_by_one(&["bar", "source", "foot"]);
        let wanted = [first, one_by_one(&back), vec![top.to_vec()], one_by_one(&HIDDEN_PARTS)].concat();
        assert_eq!(choose(&page, choice.replace("yuan", "wan").as_str()), wanted, "{choice}, from the text");
    }
}

#[test]
fn a_part_that_is_not_rendered_yet_has_its_own_lang_attribute() {
    let page = open("?lang=zh", 1280, 800);
    choose_and(
        &page,
        LANGUAGE,
        1,
        "globalThis.seen = ['bar', 'hero', 'flow', 'source'].map((part) => document.querySelector(`.${part}, #${part}, [data-figure=${part}]`).closest('[lang]').lang)",
    );
    assert_eq!(page.js("seen"), json!(["en", "zh-CN", "zh-CN", "zh-CN"]));
}

#[test]
fn printing_during_a_switch_prints_the_new_language() {
    let page = open("?lang=zh", 1280, 800);
    page.chart("purpose").draw();
    page.js("scrollTo(0, 0)");
    // As a browser prints: after the event, and after all microtasks. A chart that is not
    // drawn again by then stays away; its table is there.
    let print = "dispatchEvent(new Event('beforeprint'))
        const count = async () => {
            for (let turn = 0; turn < 2000; turn++) await null
            globalThis.printed = {
                mixed: document.querySelectorAll('main > [lang]').length,
                titles: [...document.querySelectorAll('main h2')].map((title) => title.textContent),
                charts: [...document.querySelectorAll('.figure .figure-view:not([hidden]) .chart[data-drawn]')].map((it) => it.textContent),
                tables: [...document.querySelectorAll('.figure .figure-view:not([hidden]) table')].filter((it) => it.checkVisibility()).length,
            }
        }
        count()";
    let wrote = choose_and(&page, LANGUAGE, 1, print);
    page.wait_for("the paper", "globalThis.printed");
    let printed = page.js("printed");
    assert_eq!(printed["mixed"], 0);
    let titles: Vec<&str> = printed["titles"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(
        titles.len() > 10
            && titles.iter().all(|title| title.is_ascii() || !title.starts_with(|c: char| c > '\u{2fff}')),
        "{titles:?}"
    );
    let charts: Vec<&str> = printed["charts"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(charts.iter().all(|words| !words.contains('万')), "{charts:?}");
    assert_eq!(printed["tables"], SHOWN_FIGURES.len());
    // Soon all of them are there, near the screen or far.
    let drawn = "document.querySelectorAll('.figure .figure-view:not([hidden]) .chart[data-drawn] svg')";
    page.wait_for("all charts", &format!("{drawn}.length === {}", SHOWN_FIGURES.len()));
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(page.js(&format!("[...{drawn}].every((it) => it.checkVisibility())")), true);
    // In one script: between two of them the chart may be drawn again.
    let outdated = "(() => {
            const chart = document.querySelector('.figure:not([hidden]) .chart')
            chart.removeAttribute('data-drawn')
            return chart.querySelector(':scope > svg').checkVisibility()
        })()";
    assert_eq!(page.js(outdated), false, "a chart that is not drawn again stays off the paper");
    assert!(wrote.len() < ELEMENTS - 3, "at once, not one by one: {wrote:?}");
}

#[test]
fn following_a_link_during_a_switch_reaches_its_target() {
    let page = open("?lang=zh", 1280, 800);
    let wrote = choose_and(&page, LANGUAGE, 2, "location.hash = '#source=70'");
    page.wait_for_focus_on("source=70");
    page.wait_to_show("#source mark");
    let middle = "(() => { const box = document.activeElement.getBoundingClientRect(); return Math.abs(box.top + box.height / 2 - innerHeight / 2) < 60 })()";
    assert_eq!(page.js(middle), true);
    assert!(wrote.len() < ELEMENTS - 3, "at once, not one by one: {wrote:?}");
}

#[test]
fn the_figure_that_is_read_keeps_its_place_and_a_second_press_on_the_same_spot_switches_back() {
    const PLACE: f64 = 200.0;
    let drawn = format!(
        "document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart[data-drawn]').length === {}",
        SHOWN_FIGURES.len()
    );
    for width in [360, 1280] {
        let page = open("?lang=zh", width, 800);
        for figure in SHOWN_FIGURES {
            page.chart(figure).draw();
        }
        for figure in ["change", "three_public", "office"] {
            let top = format!("document.querySelector('#figure-{figure}').getBoundingClientRect().top");
            page.js(&format!("scrollBy({{ top: {top} - {PLACE}, behavior: 'instant' }})"));
            page.settle();
            let button = format!(
                "(() => {{ const {{ x, y, width, height }} = document.querySelector('{LANGUAGE}').getBoundingClientRect()
                 return [x, y, width, height] }})()"
            );
            let before = page.js(&button);
            for lang in ["en", "zh-CN"] {
                choose(&page, LANGUAGE);
                page.wait_for("all charts", &drawn);
                page.settle();
                assert_eq!(page.settings().language(), lang);
                let place = page.js(&top).as_f64().unwrap();
                assert!((place - PLACE).abs() < 4.0, "{width} {figure} {lang}: it was at {PLACE}, and is at {place}");
                let after = page.js(&button);
                let moved = after.as_array().unwrap().iter().zip(before.as_array().unwrap());
                let moved = moved.map(|(after, before)| after.as_f64().unwrap() - before.as_f64().unwrap());
                assert!(
                    moved.fold(0.0, |most: f64, one| most.max(one.abs())) < 1.5,
                    "{width} {lang}: the button is where it was, and as large: {before} {after}"
                );
            }
        }
    }
}

#[test]
fn the_focus_is_restored_while_the_page_is_rendered_again() {
    let page = open("?lang=zh", 1280, 800);
    choose_and(&page, LANGUAGE, 2, "document.querySelector('#checks-heading').focus({ preventScroll: true })");
    assert_eq!(page.js("document.activeElement.id"), "checks-heading");
    let said = page.text("#checks-heading");
    assert!(!said.contains(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{said}");
}

#[test]
fn the_reading_position_is_restored_without_scroll_anchoring() {
    // As in Safari: nothing is left out of the layout, and what changes above moves what is below.
    let safari = "addEventListener('DOMContentLoaded', () => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync('* { overflow-anchor: none !important } main > * { content-visibility: visible !important }')
            document.adoptedStyleSheets = [sheet]
        })";
    let page = visit("?lang=zh").size(360, 800).before(safari).open();
    for figure in SHOWN_FIGURES {
        page.chart(figure).draw();
    }
    page.js("document.querySelector('#source .reference').open = true");
    for piece in ["[data-figure=three_public] [data-explains=\"three_public.reception\"]", "[id=\"source=70\"]"] {
        let area = format!("document.querySelector('{piece}').getBoundingClientRect()");
        let bar = "Math.max(0, document.querySelector('.bar').getBoundingClientRect().bottom)";
        page.js(&format!("scrollBy(0, {area}.top - {bar} + 8)"));
        page.settle();
        let height = "document.documentElement.scrollHeight";
        for choice in [LANGUAGE, LANGUAGE] {
            let before = page.js(height).as_f64().unwrap();
            choose(&page, choice);
            assert!((page.js(height).as_f64().unwrap() - before).abs() > 200.0, "something moved");
            let read = page.js(&format!("({bar} - {area}.top) / {area}.height")).as_f64().unwrap();
            assert!((-0.05..1.0).contains(&read), "{piece}: {read} of it is above the screen");
        }
    }
}

/// Records from now on, in `drew`, the figures whose charts are inserted; in `asked`, the task of each request to the worker,
/// counted by timers.
const NOTE_CHARTS: &str = "(() => {
        globalThis.drew = []
        globalThis.asked = []
        const ask = Worker.prototype.postMessage
        Worker.prototype.postMessage = function (...given) {
            asked.push(task)
            ask.apply(this, given)
        }
        new MutationObserver((changes) => {
            for (const { target } of changes) if (target.matches('.chart')) drew.push(target.closest('[data-figure]').dataset.figure)
        }).observe(document.querySelector('main'), { childList: true, subtree: true })
    })()";

#[test]
fn charts_are_resized_one_per_task_and_visible_ones_first() {
    // Counts the tasks that begin by a timer.
    let count = "{
            const later = setTimeout
            globalThis.task = 0
            window.setTimeout = (work, ...rest) => later((...given) => { task++; work(...given) }, ...rest)
        }";
    let page = visit("?lang=zh").before(count).open();
    for figure in SHOWN_FIGURES {
        page.chart(figure).draw();
    }
    page.scroll_to("[data-figure=change] .chart");
    page.settle();
    page.js(NOTE_CHARTS);
    page.settings().press_text_size();
    for figure in SHOWN_FIGURES {
        page.wait_for(figure, &format!("drew.includes('{figure}')"));
    }
    page.settle();
    let drew: Vec<String> = serde_json::from_value(page.js("drew")).unwrap();
    let turn = |figure: &str| drew.iter().position(|drawn| drawn == figure);
    assert!(turn("change") < turn("running") && turn("change") < turn("office"), "{drew:?}");
    let asked: Vec<u64> = serde_json::from_value(page.js("asked")).unwrap();
    assert!(
        asked.len() >= SHOWN_FIGURES.len() && asked.windows(2).all(|two| two[0] != two[1]),
        "two in one task: {asked:?}"
    );
}

#[test]
fn a_theme_switch_recolours_charts_without_drawing_them() {
    let page = open("?lang=zh&theme=light", 1280, 800);
    for figure in SHOWN_FIGURES {
        page.chart(figure).draw();
    }
    page.settle();
    page.js("globalThis.task = 0");
    page.js(NOTE_CHARTS);
    let ink = "[...new Set([...document.querySelectorAll('.figure .figure-view:not([hidden]) .chart svg')].map((svg) => getComputedStyle(svg.querySelector('text[fill*=ink]')).fill))]";
    let light = page.js(ink);
    page.click_by_script("[data-choice=theme]");
    let dark = page.js(ink);
    assert_eq!((light, dark), (json!(["rgb(26, 32, 38)"]), json!(["rgb(236, 234, 228)"])));
    page.settle();
    assert_eq!(page.js("[drew, asked]"), json!([[], []]));
}

#[test]
fn a_switch_updates_the_viewport_first_and_then_lays_out_the_whole_page() {
    let page = open("?lang=zh", 768, 800);
    for figure in SHOWN_FIGURES {
        page.chart(figure).draw();
    }
    // What is read is in one part, the focus in another.
    page.js(
        "document.querySelector('[data-figure=change] h2').scrollIntoView({ block: 'start', behavior: 'instant' })",
    );
    let top = "document.querySelector('[data-figure=change] h2').getBoundingClientRect().top";
    for choice in ["[data-choice=theme]", "[data-choice=text]", "[data-choice=text]", YUAN, LANGUAGE] {
        page.settle();
        page.wait_until_laid_out();
        page.js("document.querySelector('#checks-heading').focus({ preventScroll: true })");
        // As it is when the answer is painted.
        let painted = page.js(&format!(
            "(() => {{
                document.querySelector('{choice}').click()
                return [{top}, ['change', 'running', 'office'].map((figure) => document.querySelector(`[data-figure=${{figure}}]`))
                    .concat(document.querySelector('#checks'), document.querySelector('#source'))
                    .map((part) => getComputedStyle(part).contentVisibility)]
            }})()"
        ));
        assert_eq!(painted[1], json!(["visible", "hidden", "hidden", "visible", "hidden"]), "{choice}");
        page.wait_for(
            "all laid out again",
            "!document.querySelector('[data-off-screen]') && !('defersLayout' in document.documentElement.dataset)
                && [...document.querySelectorAll('main > :not([hidden])')].every((part) => getComputedStyle(part).contentVisibility === 'visible')",
        );
        page.settle();
        // Nothing that is read moves when what is above it takes its room.
        let (before, after) = (painted[0].as_f64().unwrap(), page.js(top).as_f64().unwrap());
        let written = [YUAN, LANGUAGE].contains(&choice);
        assert!(written || (after - before).abs() < 4.0, "{choice}: from {before} to {after}");
    }
}
