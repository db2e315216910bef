//! The kiosk: unattended, used by one reader after another, without maintenance.

use super::charts::FIGURES;
use super::harness::{CLOCK, OtherEngine, Page, Visit, artifacts, root, visit};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};
use thirtyfour::{By, Key};

/// A kiosk on an upright screen, with a clock that can be moved on.
pub fn visit_kiosk(query: &str) -> Visit {
    visit(&format!("?mode=kiosk{query}")).size(1080, 1600).touch().with_clock()
}

/// The same for a kiosk that knows its public site.
fn visit_public_kiosk(query: &str, public: &str) -> Visit {
    let name = format!("kiosk-public-{}", std::thread::current().name().unwrap_or_default().replace("::", "-"));
    visit_kiosk(query).of(site_with(&name, &[("kiosk.txt", format!("site = {public}\n").as_bytes())]))
}

#[test]
fn unattended_it_shows_its_home_and_one_figure_after_another_until_a_touch() {
    let page = visit_kiosk("").open();
    page.kiosk().wait_until_shown();
    assert_eq!(page.kiosk().shown(), "hero contents", "the home comes first");
    for figure in FIGURES {
        page.kiosk().show_next();
        assert_eq!(page.kiosk().shown(), figure, "one at a time");
        page.kiosk().wait_for_chart();
        // The finding is large, and all of it is on the screen, above the invitation.
        let fits = page.js(&format!(
            "(() => {{
                const card = document.querySelector('[data-figure={figure}]')
                const [area, foot] = [card, document.querySelector('.kiosk-begin')].map((part) => part.getBoundingClientRect())
                const h2 = card.querySelector('.figure-view:not([hidden]) h2')
                return [parseFloat(getComputedStyle(h2).fontSize) >= 40, area.top >= 0, area.bottom <= foot.top, area.right <= innerWidth]
            }})()"
        ));
        assert_eq!(fits, json!([true, true, true, true]), "{figure}");
    }
    page.kiosk().show_next();
    assert_eq!(page.kiosk().shown(), "hero contents", "and again behind the last figure");
    assert!(!page.shows("[data-kiosk-choice]") && !page.shows(".bar"));
    assert!(page.text(".kiosk-begin").contains("点一下屏幕") && page.text(".kiosk-begin").contains("Touch the screen"));
    page.kiosk().begin();
    assert_eq!(
        page.js("[scrollY, document.querySelector('#popup')?.checkVisibility() ?? false, location.hash]"),
        json!([0, false, ""])
    );
    assert!(page.shows(".kiosk-bar") && !page.shows(".kiosk-begin"));
    assert_eq!(page.js("document.documentElement.dataset.text"), "large");
}

/// What is wrong with the chart that is shown: each in words, with its measures. Labels are those of the chart and of its
/// legend; all of them are drawn at their size, not magnified.
pub const CHART_FAULTS: &str = "
    (() => {
        const frame = document.querySelector('.on-show .figure-view:not([hidden]) .chart-frame')
        const svg = frame.querySelector('svg')
        const legend = [...frame.querySelectorAll('.key')].filter((key) => key.checkVisibility())
        const high = [svg, ...legend].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0)
        const labels = [...svg.querySelectorAll('text'), ...legend.flatMap((key) => [...key.querySelectorAll('li')])]
        const size = Math.min(...labels.map((label) => parseFloat(getComputedStyle(label).fontSize)))
        const room = frame.getBoundingClientRect()
        const out = labels.map((label) => [label.textContent, label.getBoundingClientRect()])
            .filter(([, { left, right, top, bottom }]) => left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1)
        const scale = svg.getBoundingClientRect().width / svg.clientWidth
        return [
            high >= innerHeight / 2 ? '' : `${Math.round(high)} px high`,
            size >= (innerWidth < innerHeight ? 32 : 24) ? '' : `labels of ${size} px`,
            labels.length > 1 ? '' : 'no labels',
            Math.abs(scale - 1) < 0.01 ? '' : `scaled by ${scale}`,
            ...out.map(([text, { left, right, top, bottom }]) => `cut: ${text} ${[left, right, top, bottom].map(Math.round)}`),
        ].filter(Boolean)
    })()";

#[test]
fn unattended_a_chart_fills_half_of_the_screen_with_large_labels() {
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        for query in ["&lang=zh", "&lang=en&text=usual"] {
            let page = visit_kiosk(query).size(width, height).open();
            page.kiosk().wait_until_shown();
            for figure in FIGURES {
                page.kiosk().show_next();
                page.kiosk().wait_for_chart();
                page.settle();
                assert_eq!(page.kiosk().shown(), figure);
                page.wait_for(
                    &format!("{figure} at {width} px {query}, but: {}", page.js(CHART_FAULTS)),
                    &format!("{CHART_FAULTS}.length === 0"),
                );
            }
        }
    }
}

#[test]
fn a_touch_opens_the_figure_that_is_shown() {
    let page = visit_kiosk("").size(1080, 1920).open();
    for (at, figure) in
        FIGURES.iter().enumerate().filter(|(_, figure)| ["nature", "three_public", "office"].contains(figure))
    {
        page.kiosk().wait_until_shown();
        (0..=at).for_each(|_| page.kiosk().show_next());
        assert_eq!(page.kiosk().shown(), *figure);
        page.kiosk().wait_for_chart();
        page.kiosk().touch_at(540, 900);
        page.kiosk().wait_until_in_use();
        let heading = format!(
            "document.querySelector('[data-figure={figure}] .figure-view:not([hidden]) h2').getBoundingClientRect()"
        );
        page.wait_for(
            figure,
            &format!("location.hash === '#figure={figure}' && {heading}.top > 0 && {heading}.bottom < innerHeight / 2"),
        );
        assert_eq!(
            page.js(&format!("document.activeElement.closest('[data-figure]')?.dataset.figure === '{figure}'")),
            true
        );
        // Its chart is the page's again.
        page.wait_for(
            "a chart of the page's size",
            &format!("document.querySelector('[data-figure={figure}] .chart svg').clientHeight < innerHeight / 2"),
        );
        page.settle();
        page.wait_for("to stay there", &format!("{heading}.top > 0 && {heading}.bottom < innerHeight / 2"));
        // Back leads to the home.
        page.kiosk().press_back();
        page.wait_for("the home", "location.hash === '' && scrollY === 0");
        page.kiosk().mark();
        page.kiosk().press_done();
        page.kiosk().wait_for_restart();
    }
}

/// Each tile of the home: its question, and what is wrong with it.
const TILES: &str = "
    [...document.querySelectorAll('#contents a')].map((tile) => {
        const { top, bottom, height, width, left, right } = tile.getBoundingClientRect()
        const bar = document.querySelector('.kiosk-bar').getBoundingClientRect().top
        const faults = [height < 88 && 'low', width < 88 && 'narrow', bottom > bar && 'below the bar', left < 0 && 'outside', right > innerWidth && 'outside',
            innerHeight > innerWidth && top < innerHeight * 0.4 && 'out of reach']
        return [tile.innerText, tile.getAttribute('href'), faults.filter(Boolean)]
    })";

#[test]
fn its_home_has_the_questions_as_tiles() {
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        for query in ["&lang=zh", "&lang=zh&text=usual", "&lang=en", "&lang=en&text=usual"] {
            let page = visit_kiosk(query).size(width, height).open();
            page.kiosk().wait_until_shown();
            let tiles: Vec<(String, String, Vec<String>)> = serde_json::from_value(page.js(TILES)).unwrap();
            assert!(tiles.len() >= 8, "{tiles:?}");
            assert!(tiles.iter().all(|(_, _, faults)| faults.is_empty()), "unused, {width} {query}: {tiles:?}");
            page.kiosk().begin();
            let in_use: Vec<(String, String, Vec<String>)> = serde_json::from_value(page.js(TILES)).unwrap();
            assert!(in_use.iter().all(|(_, _, faults)| faults.is_empty()), "in use, {width} {query}: {in_use:?}");
            assert!(page.shows("h1"), "the home says whose budget it is");
        }
    }
}

#[test]
fn from_a_tile_to_its_figure_and_back() {
    let page = visit_public_kiosk("", "https://example.org/").size(1080, 1920).open();
    page.kiosk().wait_until_shown();
    // The touch that begins presses the tile that it meets.
    page.kiosk().touch_element("#contents a[href='#figure=three_public']");
    page.kiosk().wait_until_in_use();
    let shown = |place: &str| {
        format!(
            "location.hash === '#{place}' && document.getElementById('{place}').getBoundingClientRect().top < innerHeight / 2 && scrollY > 500"
        )
    };
    page.wait_for("the figure", &shown("figure=three_public"));
    page.kiosk().press_back();
    page.wait_for("the home", "location.hash === '' && scrollY === 0");
    page.tap("#contents a[href='#checks']");
    page.wait_for("the checks", &shown("checks"));
    page.kiosk().press_home();
    page.wait_for("the home", "location.hash.slice(1) === 'top' && scrollY === 0");
    page.tap("#contents a[href='#figure=office']");
    page.wait_for("the figure", &shown("figure=office"));
    // Once more, since the address is the same then; and from whatever is open.
    page.kiosk().press_home();
    page.wait_for("the home", "scrollY === 0");
    page.js("scrollTo(0, 1500)");
    page.kiosk().press_home();
    page.wait_for("the home", "scrollY === 0");
    page.js("scrollTo(0, 1500)");
    page.kiosk().open_search();
    page.kiosk().open_phone();
    page.kiosk().press_home();
    page.wait_for("the home, with nothing over it", "scrollY === 0 && !document.querySelector('dialog[open]')");
    page.settle();
    assert_eq!(page.js("scrollY"), 0);
    page.kiosk().press_back();
    page.settle();
    assert!(page.kiosk().is_in_use() && page.shows(".kiosk-bar"));
}

/// Whether the buttons for the language and for the size of the text are there to be touched, whatever else is.
#[track_caller]
fn language_and_text_size_are_touchable(page: &Page, when: &str) {
    let touched = page.js(
        "['lang', 'text'].map((choice) => {
            const { x, y, width, height } = document.querySelector(`.kiosk-bar [data-choice=${choice}]`).getBoundingClientRect()
            return document.elementFromPoint(x + width / 2, y + height / 2)?.dataset.choice ?? null
        })",
    );
    assert_eq!(touched, json!(["lang", "text"]), "{when}");
}

#[test]
fn language_and_text_size_can_be_changed_in_every_state() {
    for (width, height) in [(1080, 1600), (1280, 720), (360, 740)] {
        let page = visit_public_kiosk("", "https://example.org/").size(width, height).open();
        page.kiosk().wait_until_shown();
        language_and_text_size_are_touchable(&page, "unattended");
        // The first touch is not lost where it presses a button.
        page.kiosk().press_language();
        page.kiosk().wait_until_in_use();
        page.kiosk().wait_for_english();
        language_and_text_size_are_touchable(&page, "in use");
        page.kiosk().open_search();
        language_and_text_size_are_touchable(&page, "the search");
        for key in ['s', 'g'] {
            page.kiosk().press_key(key);
        }
        page.wait_for_text("#find [role=option]", "Three");
        page.kiosk().press_language();
        page.wait_for(
            "what was found, in Chinese",
            "/^“三公”经费/.test(document.querySelector('#find [role=option]')?.innerText)",
        );
        // The button is the other language's when it is done.
        page.kiosk().wait_until_idle();
        let large = page.js("parseFloat(getComputedStyle(document.querySelector('#find [role=option]')).fontSize)");
        page.kiosk().press_text_size();
        page.wait_for(
            "another size",
            &format!("parseFloat(getComputedStyle(document.querySelector('#find [role=option]')).fontSize) < {large}"),
        );
        page.kiosk().open_phone();
        language_and_text_size_are_touchable(&page, "the way to a phone");
        assert!(page.kiosk().phone_address().contains("lang=zh"));
        page.kiosk().press_language();
        page.wait_for_text(".kiosk-address", "lang=en");
        // Back puts away what was opened last, one by one.
        for left in [1, 0] {
            page.kiosk().press_back();
            page.wait_for(
                "the dialog to close",
                &format!("document.querySelectorAll('dialog[open]').length === {left}"),
            );
        }
        language_and_text_size_are_touchable(&page, "all closed");
        // The question before a restart is shown there as well.
        page.kiosk().open_search();
        page.advance_clock(80_000);
        page.kiosk().wait_for_question();
        // The bar's height reaches the dialog by a ResizeObserver, in the next frame.
        page.wait_for(
            &format!("the keypad to end above the bar at {width} px"),
            "document.querySelector('.keypad').getBoundingClientRect().bottom <= document.querySelector('.kiosk-bar').getBoundingClientRect().top + 1",
        );
    }
}

#[test]
fn an_idle_session_is_reset_after_a_question() {
    let page = visit_kiosk("&idle=60").open();
    page.kiosk().wait_until_shown();
    let opened = page.address();
    page.kiosk().begin();
    // Everything that a session may leave: language, unit, text size, a view, a fold, a popup, a search, a position.
    page.kiosk().press_language();
    page.kiosk().wait_for_english();
    page.kiosk().wait_until_idle();
    page.tap("[data-unit=million]");
    page.settings().wait_for_unit("million");
    page.kiosk().press_text_size();
    page.figure_card("flow").show();
    page.tap(&page.figure_card("flow").view_button(2));
    page.tap("[data-figure=change] .table-fold summary");
    page.kiosk().open_search();
    page.kiosk().press_key('r');
    page.kiosk().press_back();
    page.tap("[data-figure=change] .figure-view:not([hidden]) h2 .amount");
    page.popup().wait_open();

    page.advance_clock(46_000);
    page.kiosk().wait_for_question();
    assert!(page.text(".kiosk-ending").starts_with("Still reading?"));
    // A touch continues the session.
    page.tap("#popup h3");
    page.wait_for("the question to be gone", "!document.querySelector('.kiosk-ending').checkVisibility()");
    page.advance_clock(30_000);
    assert!(page.kiosk().is_in_use());

    page.kiosk().restart_after(60);
    page.kiosk().wait_until_shown();
    assert_eq!(page.address(), opened);
    assert_eq!(page.js("[document.documentElement.lang, document.documentElement.dataset.text, localStorage.length, sessionStorage.length]"), json!(["zh-CN", "large", 0, 0]));
    page.kiosk().begin();
    assert!(page.text("h1").contains("大足区"));
    assert_eq!(page.js("[scrollY, document.querySelectorAll('main details[open]').length, !!document.querySelector('[data-figure=flow] [data-view=\"0\"]:not([hidden])'), !!document.querySelector('[data-unit=wan][aria-pressed=true]')]"), json!([0, 0, true, true]));
    page.kiosk().open_search();
    assert_eq!(page.search_dialog().query(), "");
    page.kiosk().press_back();
    // Back does not lead to what the last one saw.
    page.kiosk().press_back();
    page.settle();
    assert_eq!((page.address(), page.settings().language()), (opened, "zh-CN".to_owned()));

    // Who is done says so.
    page.kiosk().mark();
    page.kiosk().press_done();
    page.kiosk().wait_for_restart();
    page.kiosk().wait_until_shown();
}

#[test]
fn back_leads_to_what_was_seen_before() {
    let page = visit_kiosk("").open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    // Back: from a place, from a card.
    page.tap(".hero .fact-more[href='#checks']");
    page.wait_for("the checks", "location.hash === '#checks' && scrollY > 1000");
    page.kiosk().press_back();
    page.wait_for("the top", "location.hash === '' && scrollY < 900");
    // Back from a card leaves the reader where it was opened.
    page.tap(".hero .fact-more[href='#checks']");
    page.wait_for("the checks", "location.hash === '#checks' && scrollY > 1000");
    page.settle();
    page.tap("#checks a.amount, #checks a.term");
    page.popup().wait_open();
    page.kiosk().press_back();
    page.popup().wait_closed();
    page.settle();
    assert_eq!(page.js("location.hash === '#checks' && scrollY > 1000"), true);
    page.kiosk().press_back();
    page.wait_for("the top", "location.hash === '' && scrollY < 900");
}

#[test]
fn no_link_or_key_leaves_the_kiosk() {
    let page = visit_kiosk("").open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    let here = page.address();
    page.kiosk().mark();
    // Every link that is no place of this page, one to another host, one that saves a file, one in another window.
    let pressed = page.js(
        "(() => {
            const more = [['https://example.org/', {}], ['data/budget.csv', { download: 'a.csv' }], ['figure/flow.html', { target: '_blank' }], ['tel:123', {}]]
            for (const [href, set] of more) document.querySelector('main').append(Object.assign(document.createElement('a'), { href, textContent: href, ...set }))
            const leading = [...document.querySelectorAll('a[href]')].filter((link) => !link.getAttribute('href').startsWith('#') && !link.dataset.choice)
            leading.forEach((link) => link.click())
            return leading.length
        })()",
    );
    assert!(pressed.as_u64().unwrap() >= 4);
    let stopped = page.js(
        "[['contextmenu', {}], ['auxclick', { button: 1 }], ['selectstart', {}], ['dragstart', {}], ['copy', {}], ['gesturestart', {}], ['drop', {}]]
            .map(([name, set]) => document.querySelector('h1').dispatchEvent(Object.assign(new Event(name, { bubbles: true, cancelable: true }), set)))",
    );
    assert_eq!(stopped, json!([false, false, false, false, false, false, false]));
    let keys = page.js(
        "[{ key: 'p', ctrlKey: true }, { key: 's', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }, { key: 'F5' }, { key: 'F12' }, { key: 'ContextMenu' }, { key: 'Tab' }]
            .map((set) => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...set })))",
    );
    assert_eq!(keys, json!([false, false, false, false, false, false, true]));
    let zoomed = page
        .js("document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }))");
    assert_eq!(zoomed, false);
    let style = page.js("(({ touchAction, overscrollBehaviorY, userSelect }) => [touchAction, overscrollBehaviorY, userSelect])(getComputedStyle(document.body))");
    assert_eq!(style, json!(["pan-x pan-y", "none", "none"]));
    assert!(page.attribute("meta[name=viewport]", "content").unwrap().contains("user-scalable=no"));
    assert_eq!(page.attribute("html", "translate").as_deref(), Some("no"), "no browser offers to translate it");
    for gone in [".download-menu", ".button-row", "[data-choice=share]", ".choices", "[data-download]"] {
        assert_eq!(
            page.js(&format!("[...document.querySelectorAll('{gone}')].some((part) => part.checkVisibility())")),
            false,
            "{gone}"
        );
    }
    // No more than one finger does anything.
    page.cdp("Input.synthesizePinchGesture", json!({ "x": 500, "y": 800, "scaleFactor": 2 }));
    assert_eq!(page.js("visualViewport.scale"), 1);
    let windows = page.run(page.browser().windows()).unwrap();
    assert_eq!((windows.len(), page.address(), page.kiosk().has_restarted()), (1, here, false));
}

/// What can be touched and is too small: each element in words, with its size. A link in a text is as high as a fingertip, a
/// control as a thumb.
const SMALL: &str = "
    [...document.querySelectorAll('button, summary, input, [role=option], a[href]')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length && getComputedStyle(part).pointerEvents !== 'none')
        .map((part) => [part, part.getClientRects()[0]])
        .map(([part, area]) => [part, area, part.matches('main a, .popup a, .foot a') || innerWidth < 640 ? 47.5 : 63.5])
        .filter(([part, { width, height }, least]) => height < least || (!part.matches('a') && width < least))
        .map(([part, { width, height }]) => `${part.closest('[class]').className} ${part.innerText || part.outerHTML.slice(0, 80)} ${Math.round(width)}×${Math.round(height)}`)";

#[test]
fn every_control_is_as_large_as_a_fingertip_and_in_reach() {
    for (width, height, query) in
        [(1080, 1600, ""), (1280, 720, "&lang=en"), (768, 1024, "&text=usual"), (360, 740, "&lang=en")]
    {
        let page = visit_public_kiosk(query, "https://example.org/").size(width, height).open();
        page.kiosk().wait_until_shown();
        page.kiosk().begin();
        assert_eq!(page.js(SMALL), json!([]), "{width} {query}");
        let low = "[...document.querySelectorAll('.kiosk-bar :is(button, a)')].every((button) => button.getBoundingClientRect().top > innerHeight / 2)";
        assert_eq!(page.js(low), true, "{width}");
        assert!(!page.scrolls_sideways(), "{width}");
        // Tables, readings, definitions: what is folded away at first.
        page.js("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))");
        page.wait_for("the tables", "document.querySelectorAll('main details table').length > 3");
        page.settle();
        assert_eq!(page.js(SMALL), json!([]), "unfolded, {width} {query}");
        assert!(!page.scrolls_sideways(), "unfolded, {width}");
        page.js("document.querySelectorAll('main details').forEach((fold) => (fold.open = false))");
        page.tap(".lede .amount");
        page.popup().wait_open();
        assert_eq!(page.js(SMALL), json!([]), "a card, {width}");
        page.kiosk().open_search();
        assert_eq!(page.js(&SMALL.replace("button, ", "#find button, #find ")), json!([]), "the search, {width}");
        let low = "[...document.querySelectorAll('.keypad button')].every((button) => button.getBoundingClientRect().top > innerHeight / 2 - 60)";
        // A phone has no room for that.
        assert!(width < 600 || page.js(low) == true, "{width}");
        page.kiosk().press_back();
        page.kiosk().open_phone();
        assert_eq!(page.js("document.querySelector('.kiosk-phone').scrollHeight <= document.querySelector('.kiosk-phone').clientHeight + 1"), true, "{width}");
    }
}

#[test]
fn the_search_has_a_keyboard_on_the_screen() {
    let page = visit_kiosk("").open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.kiosk().open_search();
    // The field is right above the keys, what one could ask above it, and the results above that.
    let order = "['.find-body', '.find-chips', '.find-bar', '.keypad', '.kiosk-bar'].map((part) => document.querySelector(part).getBoundingClientRect())
        .every(({ bottom }, at, all) => at + 1 === all.length || (bottom <= all[at + 1].top + 1 && (at !== 2 || all[3].top - bottom < 20)))";
    assert_eq!(page.js(order), true);
    assert_eq!(page.attribute("#find input", "inputmode").as_deref(), Some("none"));
    for letter in "gwjx".chars() {
        let key = page
            .all(".keypad button")
            .into_iter()
            .find(|key| page.run(key.text()).unwrap().eq_ignore_ascii_case(&letter.to_string()));
        page.run(key.unwrap().click()).unwrap();
    }
    page.tap(".keypad [data-key=back]");
    page.kiosk().press_key('d');
    page.wait_for_text("#find [data-kind=line]", "公务接待费");
    assert_eq!(page.search_dialog().query(), "gwjd");
    page.tap(".keypad [data-key=clear]");
    page.wait_for(
        "nothing",
        "document.querySelector('#find input').value === '' && !document.querySelector('#find [data-kind=line]')",
    );
    // No pinyin is needed.
    let chips =
        page.js("[...document.querySelectorAll('.find-chips button')].map((chip) => chip.innerText)").to_string();
    for chip in ["接待花多少？", "有多少人？", "吃饭", "用车", "工资", "多少人"] {
        assert!(chips.contains(&format!("\"{chip}\"")), "{chip} is not in {chips}");
    }
    page.js("[...document.querySelectorAll('.find-chips button')].find((chip) => chip.innerText === '吃饭').click()");
    page.wait_for_text("#find [role=option]", "公务接待费");
    assert_eq!(page.js(order), true, "with results");
    let high = "document.querySelector('#find').getBoundingClientRect().top / innerHeight";
    assert!(page.js(high).as_f64().unwrap() > 0.35, "all of it is in reach: {}", page.js(high));
    page.tap("#find [role=option]");
    page.wait_for("to be there", "!document.querySelector('#find').open && location.hash !== ''");
}

#[test]
fn the_qr_code_leads_to_what_is_on_the_screen() {
    let page = visit_public_kiosk("&from=hall", "https://example.org/budget/").open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.kiosk().press_language();
    page.kiosk().wait_for_english();
    page.scroll_to("[data-figure=change] h2");
    page.kiosk().open_phone();
    let picture =
        page.run(async { page.browser().find(By::Css(".kiosk-phone svg")).await?.screenshot_as_png().await }).unwrap();
    let picture = resvg::tiny_skia::Pixmap::decode_png(&picture).unwrap();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.pixel(x as u32, y as u32).unwrap().red()
    });
    let (_, read) = seen.detect_grids()[0].decode().unwrap();
    assert_eq!(read, "https://example.org/budget/?lang=en&from=hall#figure=change");
    assert_eq!(page.kiosk().phone_address(), read);
    page.tap(".kiosk-close");
    page.wait_for("it to be closed", "!document.querySelector('.kiosk-phone').open");
}

#[test]
fn without_a_public_address_no_qr_code_is_offered() {
    let page = visit_kiosk("").open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    assert!(page.shows("[data-kiosk-choice=done]") && !page.shows("[data-kiosk-choice=phone]"));
}

/// A copy of the site with this file in it.
pub fn site_with(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = super::offline::copy(name);
    for (file, content) in files {
        fs::write(folder.join(file), content).unwrap();
        for packed in [".br", ".gz"] {
            let _ = fs::remove_file(folder.join(format!("{file}{packed}")));
        }
    }
    folder
}

#[test]
fn the_settings_file_is_applied_and_its_mistakes_are_shown() {
    let (set, _, _) = encoding_rs::GB18030.encode("idle = soon\r\ntitle = 政务服务中心\r\n# 一行字\r\nnote = 有问题请问 3 号窗口\r\nfigures = change, office\r\nlogo = hall.svg\r\ncolour = red\r\n");
    let logo = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' width='10' height='10'><rect width='10' height='10'/></svg>";
    let site = site_with("kiosk-set", &[("kiosk.txt", &set), ("hall.svg", logo)]);
    let page = visit_kiosk("&idle=45").of(site).open();
    page.kiosk().wait_until_shown();
    assert_eq!(page.text(".kiosk-title"), "政务服务中心");
    assert_eq!(page.text(".kiosk-note"), "有问题请问 3 号窗口");
    page.wait_for("the logo", "document.querySelector('.kiosk-logo').naturalWidth === 10");
    assert_eq!(page.js("document.documentElement.dataset.idle"), "45");
    let mistakes = page.text(".kiosk-mistakes");
    assert!(
        mistakes.contains("第 1 行") && mistakes.contains("idle = soon") && mistakes.contains("第 7 行"),
        "{mistakes}"
    );
    assert_eq!(mistakes.lines().count(), 2, "{mistakes}");
    let size = page.js("parseFloat(getComputedStyle(document.querySelector('.kiosk-mistakes')).fontSize)");
    assert!(size.as_f64().unwrap() < 20.0, "{size}");
    for shown in ["hero contents", "change", "office", "hero contents"] {
        assert_eq!(page.kiosk().shown(), shown);
        page.kiosk().show_next();
    }
}

#[test]
fn an_address_that_anybody_can_write_puts_no_words_on_the_page() {
    let words = "&idle=45&title=%E5%81%87%E6%A0%87%E9%A2%98&note=%E8%BD%AC%E8%B4%A6&site=https%3A%2F%2Fevil.example%2F&figures=%E5%81%87%E5%9B%BE";
    let page = visit_kiosk(words).open();
    page.kiosk().wait_until_shown();
    assert_eq!(page.js("document.documentElement.dataset.idle"), "45");
    page.wait_for_text(".kiosk-mistakes", "title=…");
    page.kiosk().begin();
    let shown = page.js("document.documentElement.outerHTML");
    for word in ["假标题", "转账", "evil.example", "假图"] {
        assert!(!shown.as_str().unwrap().contains(word), "{word}");
    }
}

#[test]
fn it_starts_in_the_language_of_its_settings() {
    let site = site_with("kiosk-english", &[("kiosk.txt", b"lang = en\nlogo = none.png")]);
    let page = visit_kiosk("").of(site).noisy().open();
    page.kiosk().wait_until_shown();
    page.wait_for("English", "document.documentElement.lang === 'en' && document.querySelector('#contents.on-show').innerText.includes('What is this office?')");
    page.wait_for_text(".kiosk-mistakes", "logo = none.png");
    assert!(page.text(".kiosk-title").contains("Dazu"));
    page.kiosk().begin();
    page.kiosk().press_language();
    page.kiosk().wait_for_chinese();
    page.kiosk().restart_after(91);
    page.wait_for("English", "document.documentElement.lang === 'en' && document.querySelector('#contents.on-show')?.innerText.includes('What is this office?')");
}

#[test]
fn after_an_error_it_restarts_with_growing_delays() {
    let page = visit_kiosk("").noisy().open();
    page.kiosk().wait_until_shown();
    let breaks = "void setTimeout(() => { throw new Error('broken') }, 0)";
    for wait in [2, 4, 8] {
        page.kiosk().begin();
        page.js(breaks);
        page.advance_clock(wait * 1000 - 500);
        assert!(page.kiosk().is_in_use(), "{wait}");
        page.kiosk().restart_after(1);
        page.kiosk().wait_until_shown();
    }
    // What went well for a minute counts as mended.
    page.advance_clock(61_000);
    assert_eq!(page.kiosk().faults(), "");
    // Of a script of the driver's browsers do not say so themselves.
    page.js("void dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'broken' }))");
    page.kiosk().restart_after(3);
    page.kiosk().wait_until_shown();
}

#[test]
fn a_missing_chart_bundle_restarts_it() {
    let page = visit_kiosk("").without("charts-").never_ready().open();
    page.wait_for("the kiosk", "document.documentElement.dataset.idle");
    page.wait_for("it to be noticed", "window.name === 'mingbai-1'");
    page.kiosk().restart_after(3);
    page.wait_for("it to be noticed again", "window.name === 'mingbai-2'");
}

#[test]
fn without_the_app_it_stays_readable_and_restarts() {
    let page = visit_kiosk("").without(".wasm").never_ready().open();
    page.wait_for("it to be noticed", "window.name === 'mingbai-1'");
    assert!(page.kiosk().is_in_use());
    assert!(page.text("h1").contains("大足区") && page.shows(".chart img"));
    page.kiosk().mark();
    page.advance_clock(3000);
    page.wait_for("another try", "window.before === undefined && window.name === 'mingbai-2'");
}

#[test]
fn without_the_kiosk_script_the_page_is_readable_and_reloads() {
    let page = visit_kiosk("").without("kiosk.js").open();
    page.wait_to_show("h1");
    page.kiosk().mark();
    page.advance_clock(11_000);
    page.wait_for("another try", "window.before === undefined");
}

#[test]
fn it_runs_on_without_its_host_and_restarts_once_a_day() {
    let page = visit_kiosk("").noisy().open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.kiosk().press_language();
    page.kiosk().wait_for_english();
    page.tap("[data-figure=change] .table-fold summary");
    let opened = page.address().split('#').next().unwrap().to_owned();
    page.site().cut_network_after(0);
    page.kiosk().mark();
    page.advance_clock(91_000);
    page.wait_for("the figures", "document.documentElement.dataset.kiosk === 'show'");
    page.kiosk().wait_for_chinese();
    page.settle();
    assert_eq!(page.count("main details[open]"), 0);
    assert_eq!(page.address(), opened, "what was chosen is not in the address");
    page.advance_clock(40_000);
    assert_eq!(
        (page.kiosk().has_restarted(), page.shows(".on-show")),
        (false, true),
        "no browser's own page of failure"
    );
    page.site().restore_network();
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    // It is not touched for a day.
    page.kiosk().mark();
    page.advance_clock(23 * 3600 * 1000);
    assert!(!page.kiosk().has_restarted());
    page.kiosk().restart_after(3700);
    page.kiosk().wait_until_shown();
}

#[test]
fn it_needs_no_storage_and_holds_the_wake_lock() {
    let refused =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let awake = "window.asked = 0; Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => ({ request: (kind) => { asked += kind === 'screen'; return Promise.resolve(new EventTarget()) } }) })";
    let workers = "ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(new DOMException('no', 'SecurityError'))";
    let page = visit_kiosk("&idle=30").before(refused).before(workers).before(awake).with_service_worker().open();
    page.kiosk().wait_until_shown();
    let opened = page.address();
    page.kiosk().mark();
    page.advance_clock(65 * 1000);
    page.settle();
    assert!(!page.kiosk().has_restarted() && page.kiosk().faults() == "", "no fault");
    page.kiosk().begin();
    page.kiosk().press_language();
    page.kiosk().wait_for_english();
    assert_eq!(page.js("asked"), 1);
    page.js("document.dispatchEvent(new Event('visibilitychange'))");
    assert_eq!(page.js("asked"), 2, "asked again when the screen is seen again");
    assert_eq!(page.address(), opened + "#figure=three_public");
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    assert_eq!((page.kiosk().shown(), page.settings().language()), ("hero contents".to_owned(), "zh-CN".to_owned()));
}

#[test]
fn offline_it_has_its_settings_and_it_updates_only_when_unattended() {
    let set = "title = 一楼大厅\nlogo = hall.svg";
    let logo = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' width='10' height='10'><rect width='10' height='10'/></svg>";
    let site = site_with("kiosk-kept", &[("kiosk.txt", set.as_bytes()), ("hall.svg", logo)]);
    let sent = "window.sent = []; const post = ServiceWorker.prototype.postMessage; ServiceWorker.prototype.postMessage = function (said) { sent.push(said); return post.call(this, said) }";
    let page = visit_kiosk("&idle=30").before(sent).of(site).with_service_worker().noisy().open();
    page.kiosk().wait_until_shown();
    page.advance_clock(4000);
    page.wait_for("the site to be kept", "navigator.serviceWorker.controller?.state === 'activated'");
    let kept = "caches.open('mingbai-kiosk').then((kept) => kept.keys()).then((keys) => keys.length === 2)";
    page.wait_for("the settings and the logo to be stored", kept);
    page.site().cut_network_after(0);
    page.kiosk().begin();
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    assert_eq!(page.text(".kiosk-title"), "一楼大厅");
    page.wait_for("the logo", "document.querySelector('.kiosk-logo')?.naturalWidth === 10");

    page.site().restore_network();
    page.site().publish(super::offline::next("kiosk-next"));
    page.kiosk().begin();
    assert_eq!(super::offline::look_for_another(&page), "waiting");
    // Not while it is in use, and without a question.
    page.advance_clock(20_000);
    assert!(!page.shows(".update"));
    assert_eq!(page.js("navigator.serviceWorker.getRegistration().then((kept) => !!kept.waiting)"), true);
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    assert_eq!(page.js("sent"), json!([]));
    // What a page does that is asked for so, `offline.rs` says. A browser may be busy with the old version for some minutes.
    page.advance_clock(61_000);
    page.wait_for(
        "the new version to be taken",
        "window.sent?.includes('take') || document.querySelector('.kiosk-title')?.innerText.includes('示例单位2')",
    );
}

/// The explorer as one file on a stick, as a kiosk.
fn stick(name: &str) -> PathBuf {
    let folder = artifacts().join(format!("sticks/kiosk {name}"));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("kiosk.html");
    fs::copy(root().join("dist/kiosk.html"), &file).unwrap();
    file
}

#[test]
fn it_works_from_a_disk() {
    let page = visit("404.html").size(1080, 1600).touch().with_clock().never_ready().open();
    page.open_file(
        &stick("chromium"),
        "?mode=kiosk&idle=30&title=%E4%B8%80%E6%A5%BC&site=https%3A%2F%2Fexample.org%2F&figures=change,flow",
    );
    page.kiosk().wait_until_shown();
    assert_eq!((page.text(".kiosk-title"), page.kiosk().shown()), ("一楼".to_owned(), "hero contents".to_owned()));
    for figure in ["change", "flow"] {
        page.kiosk().show_next();
        assert_eq!(page.kiosk().shown(), figure);
        page.kiosk().wait_for_chart();
    }
    page.kiosk().touch_at(540, 700);
    page.kiosk().wait_until_in_use();
    page.wait_for("the figure", "location.hash === '#figure=flow' && scrollY > 0");
    page.kiosk().press_home();
    page.wait_for("the home", "scrollY === 0");
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.kiosk().press_language();
    page.kiosk().wait_for_english();
    page.kiosk().open_phone();
    page.wait_for(
        "the address",
        "document.querySelector('.kiosk-address')?.innerText.startsWith('https://example.org/?lang=en')",
    );
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
    assert_eq!(page.settings().language(), "zh-CN");
    // Nothing that a disk has not (a worker, a host) is taken for a fault, however long it goes on.
    page.kiosk().mark();
    page.advance_clock(600 * 1000);
    page.settle();
    page.advance_clock(5000);
    page.settle();
    assert_eq!(
        page.js("[window.before, window.name, document.documentElement.dataset.kiosk]"),
        json!([true, "", "show"])
    );
    // Who walks away from the search is forgotten as well.
    page.kiosk().begin();
    page.kiosk().open_search();
    page.tap(".keypad button");
    page.advance_clock(21_000);
    let seen = "(() => { const said = [...document.querySelectorAll('.kiosk-ending')].map((it) => it.getBoundingClientRect()).filter((it) => it.height)
        return said.some((it) => document.elementFromPoint(it.x + it.width / 2, it.y + it.height / 2)?.matches('.kiosk-ending')) })()";
    assert_eq!(page.js(seen), true, "the question is shown over the search");
    page.kiosk().restart_after(31);
    page.kiosk().wait_until_shown();
}

/// Puts a clock that can be moved on into the file: geckodriver runs no script before a page's own. The policy goes, since it
/// names each script; that Firefox accepts it with the policy, `one_file.rs` proves.
fn with_clock_inside(file: &Path) {
    let html = fs::read_to_string(file).unwrap();
    let (before, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, after) = rest.split_once('>').unwrap();
    let (head, body) = before.split_once("<head>").unwrap();
    fs::write(file, format!("{head}<head><script>{CLOCK}</script>{body}{after}")).unwrap();
}

#[test]
fn it_works_from_a_disk_in_firefox() {
    let file = stick("firefox");
    with_clock_inside(&file);
    let page = OtherEngine::firefox();
    page.open_file(&file, "?mode=kiosk&idle=10&figures=change");
    page.wait_for(
        "the home",
        "document.documentElement.dataset.idle && document.querySelector('#contents.on-show')?.checkVisibility()",
    );
    page.js("skip(12000)");
    page.wait_for("a chart", "document.querySelectorAll('.on-show .chart[data-drawn] svg path').length > 0");
    // The passage is told first, beat by beat.
    let home = "document.querySelector('#contents.on-show')?.checkVisibility()";
    page.wait_for("the home again", &format!("skip(4000) && {home}"));
    page.js("void (window.before = true)");
    page.click(".kiosk-begin");
    page.wait_for(
        "the explorer",
        "document.documentElement.dataset.kiosk === 'use' && document.querySelector('h1').checkVisibility()",
    );
    page.js("skip(600)");
    page.click(".kiosk-bar [data-choice=lang]");
    page.wait_for("English", "document.querySelector('h1').innerText.includes('Dazu')");
    page.js("skip(7000)");
    page.wait_for("the question", "document.querySelector('.kiosk-ending').checkVisibility()");
    page.js("skip(4000)");
    page.wait_for("the kiosk to restart", "window.before === undefined && document.documentElement.dataset.idle && document.documentElement.lang === 'zh-CN'");
    assert_eq!(page.js("[document.documentElement.dataset.kiosk, localStorage.length]"), json!(["show", 0]));
}

/// What the page holds once all that nobody needs is gone: bytes of its heap, its nodes. What a browser made of scripts that
/// are not running goes only after some collections.
fn held(page: &Page) -> (f64, f64) {
    let looks = (0..24).map(|_| {
        page.cdp("HeapProfiler.collectGarbage", json!({}));
        let metrics = page.cdp("Performance.getMetrics", json!({}));
        let of = |name: &str| {
            let all = metrics["metrics"].as_array().unwrap();
            all.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64()).unwrap()
        };
        (of("JSHeapUsedSize"), of("Nodes"))
    });
    looks.reduce(|least, look| (least.0.min(look.0), least.1.min(look.1))).unwrap()
}

/// Fails where more is held than a tenth over what was.
#[track_caller]
fn no_more_than_a_tenth_over(now: (f64, f64), then: (f64, f64), when: &str) {
    println!("{when}: heap {:.1} MB, {} nodes; at first {:.1} MB, {}", now.0 / 1e6, now.1, then.0 / 1e6, then.1);
    assert!(now.0 <= then.0 * 1.1 && now.1 <= then.1 * 1.1, "{when}: {now:?} against {then:?}");
}

/// How long a soak is: whole by `make soak`, which sets MINGBAI_SOAK, else shortened, so that `make test` runs it as well.
fn soak<T>(shortened: T, whole: T) -> T {
    match env::var("MINGBAI_SOAK").as_deref() {
        Ok("whole") => whole,
        Ok(other) => panic!("MINGBAI_SOAK is `whole` or not set, not `{other}`"),
        Err(_) => shortened,
    }
}

#[test]
fn thousands_of_rounds_leave_nothing_behind() {
    let page = visit_kiosk("").size(1080, 1600).open();
    page.cdp("Performance.enable", json!({}));
    page.kiosk().wait_until_shown();

    // A round is the home and every figure once. The browser paints now and then, at another place in each round. How many
    // seconds the rounds took is added up.
    let mut seconds = 0;
    let mut rounds = |n: usize| {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{
                const task = () => new Promise((next) => {{
                    const {{ port1, port2 }} = new MessageChannel()
                    port1.onmessage = () => next(port1.close())
                    port2.postMessage(null)
                }})
                const isHome = () => document.querySelector('#contents').matches('.on-show')
                let beats = 0
                for (let round = 0; round < {n}; round++) {{
                    for (let wasElsewhere = false; !wasElsewhere || !isHome(); wasElsewhere ||= !isHome()) {{
                        skip(4000)
                        await task()
                        if (++beats % 17 === 0) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
                    }}
                }}
                done([document.querySelectorAll('main > .on-show:not(#contents)').length, beats * 4])
             }})()"
        );
        let (shown, passed): (u32, u32) =
            page.run(page.browser().execute_async(script, Vec::new())).unwrap().convert().unwrap();
        assert_eq!(shown, 1);
        seconds += passed;
        seconds
    };
    page.run(page.browser().set_script_timeout(Duration::from_secs(300))).unwrap();
    rounds(100);
    let first = held(&page);
    let mut passed = 100;
    // The rounds after which it is looked at, by day.
    let days =
        soak([[150, 200], [250, 300]].as_slice(), [[300, 500], [700, 1000], [1250, 1500], [1750, 2000]].as_slice());
    let mut begun = 0;
    for (day, looks) in days.iter().enumerate() {
        let mut now = 0;
        for until in looks {
            now = rounds(until - passed);
            passed = *until;
            no_more_than_a_tenth_over(held(&page), first, &format!("after {passed} rounds"));
        }
        if day + 1 < days.len() {
            // At the end of the day the page reloads itself, and goes on.
            page.kiosk().restart_after(86_400 + 1_200 - (now - begun));
            page.kiosk().wait_until_shown();
            begun = now;
        }
    }
}

/// Touches a point, and waits for the page that follows where the touch led away; true if it was at the button by which one
/// leaves. A touch between two pages is one that the browser never answers for.
#[track_caller]
fn touch_and_follow(page: &Page, x: u64, y: u64) -> bool {
    let at_done = page.js(&format!(
        "(() => {{
            window.before = document.documentElement.dataset.kiosk
            window.clicksBefore = window.clicks
            return !!document.elementFromPoint({x}, {y})?.closest('.kiosk-done')
        }})()"
    ));
    page.kiosk().touch_at(x, y);
    // The click comes after the touch was answered; it leads away unless it falls into the half second after the touch that
    // began.
    if at_done == true {
        page.wait_for("the click of the touch", "window.before === undefined || window.clicks > window.clicksBefore");
    }
    let leaves = page.js("window.before === 'use' && document.documentElement.dataset.kiosk === 'show'");
    if leaves == true {
        page.kiosk().wait_for_restart();
    }
    at_done == true
}

#[test]
fn thousands_of_touches_leave_nothing_behind() {
    // Of a page that is loaded again and again a browser keeps what it compiled of the scripts, more or less of it each time: a
    // megabyte of four comes and goes. What is held here is the page's own.
    let page = visit_kiosk("")
        .size(1080, 1600)
        .switch("--js-flags=--no-compilation-cache")
        // Before the kiosk's own listener, which stops clicks of the half second after the touch that begins.
        .before("window.clicks = 0; addEventListener('click', () => { window.clicks++ }, true)")
        .open();
    page.cdp("Performance.enable", json!({}));
    page.kiosk().wait_until_shown();

    // Touches anywhere, the same each time the test runs. Between them people leave.
    let mut seed = 20_231_127_u64;
    let mut random = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let origin = page.site().origin().to_owned();
    let (mut first, mut touched, mut left) = (None, 0, 0);
    let whole = soak(1000, 5000);
    while touched < whole {
        page.kiosk().touch();
        for _ in 0..100 {
            let (x, y) = (random(1080), random(1600));
            left += u32::from(touch_and_follow(&page, x, y));
        }
        touched += 100;
        assert!(page.address().starts_with(&origin) && page.address().contains("mode=kiosk"), "{}", page.address());
        if page.kiosk().is_in_use() {
            page.kiosk().restart_after(91);
        }
        page.kiosk().wait_until_shown();
        page.kiosk().show_next();
        page.kiosk().wait_for_chart();
        if touched == 100 || touched % 500 == 0 {
            let now = held(&page);
            no_more_than_a_tenth_over(now, *first.get_or_insert(now), &format!("after {touched} touches"));
        }
    }
    assert!(left > soak(0, 5), "too few touches hit the Done button: {left}");
    assert_eq!(page.run(page.browser().windows()).unwrap().len(), 1);
}

#[test]
fn a_page_that_is_no_kiosk_requests_none_of_its_files() {
    let page = visit("?lang=zh").touch().open();
    assert_eq!(
        page.js("document.documentElement.dataset.mode ?? document.documentElement.dataset.kiosk ?? null"),
        Value::Null
    );
    page.press(Key::Escape);
    let asked: Vec<String> = page.site().requests().into_iter().map(|request| request.path).collect();
    assert!(!asked.iter().any(|path| path.contains("kiosk")), "{asked:?}");
    page.tap("[data-choice=find]");
    page.wait_to_show("#find input");
    assert!(!page.shows(".keypad"));
}
