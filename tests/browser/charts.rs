//! Charts: they are drawn at every width, and can be used by pointer, touch and keyboard.

use super::harness::{ChartContents, Page, open, open_browser, visit};
use serde_json::json;
use thirtyfour::Key;

pub const FIGURES: [&str; 7] = ["flow", "purpose", "nature", "change", "three_public", "running", "office"];
/// Those of them that the page shows until a reader chooses another of their group.
pub const SHOWN_FIGURES: [&str; 5] = ["purpose", "change", "three_public", "running", "office"];

#[test]
fn every_chart_is_drawn_at_every_size_with_all_its_words_inside() {
    let page = open_browser();
    for (lang, width) in [("zh", 360), ("en", 360), ("en", 768), ("zh", 1280), ("en", 1920)] {
        page.goto_at(&format!("?lang={lang}"), width, 900);
        for figure in FIGURES {
            page.chart(figure).draw();
            let ChartContents { shapes, labels, labels_outside } = page.chart(figure).contents();
            assert!(shapes >= 2, "{figure} at {width} {lang}: {shapes} shapes");
            assert!(labels >= 2, "{figure} at {width} {lang}: {labels} labels");
            assert_eq!(labels_outside, 0, "{figure} at {width} {lang}: labels outside the chart");
        }
        let wide = page.js("document.documentElement.scrollWidth <= innerWidth");
        assert_eq!(wide, true, "the page scrolls sideways at {width} {lang}");
    }
}

#[test]
fn a_chart_is_redrawn_for_the_width_of_its_container() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("flow").draw();
    for width in [1100, 1500, 700] {
        page.resize(width, 900);
        // Where it looks as before but for its size, too: the flow says the same in any wide room.
        page.wait_for(
            &format!("the flow in its room at {width}"),
            "(() => {
                const chart = document.querySelector('[data-figure=flow] .figure-view:not([hidden]) .chart')
                return Math.abs(chart.querySelector('svg').getBoundingClientRect().width - chart.clientWidth) < 2
            })()",
        );
        assert_eq!(page.chart("flow").contents().labels_outside, 0, "labels outside at {width}");
    }
}

#[test]
fn the_flow_has_one_source_and_four_classes_and_a_second_view() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("flow").draw();
    let words = |page: &Page| {
        page.js("[...document.querySelectorAll('[data-figure=flow] .figure-view:not([hidden]) .chart text')].map((e) => e.textContent).join('|')")
            .as_str()
            .unwrap()
            .to_owned()
    };
    for class in ["一般公共服务", "社会保障和就业", "卫生健康", "住房保障"] {
        assert!(words(&page).contains(class), "{class}");
    }
    page.figure_card("flow").choose_view(2);
    page.wait_for_text("[data-figure=flow] .figure-view:not([hidden]) .chart svg", "项目支出");
    assert!(!words(&page).contains("卫生健康"));
    assert_eq!(
        page.attribute("[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)", "aria-pressed")
            .unwrap(),
        "true"
    );
}

#[test]
fn the_purpose_chart_has_exactly_a_hundred_squares() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("purpose").draw();
    let squares = page.js("[...document.querySelectorAll('[data-figure=purpose] .chart svg path')].filter((e) => {
            const box = e.getBoundingClientRect()
            const left = e.ownerSVGElement.getBoundingClientRect().left
            return box.right < left + 262 && Math.abs(box.width - 22) < 1 && Math.abs(box.height - 22) < 1
        }).length");
    assert_eq!(squares, 100);
}

#[test]
fn arrow_keys_move_along_the_bridge_and_enter_opens_the_reason() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("change").draw();
    page.chart("change").focus();
    page.press(Key::Down);
    page.press(Key::Down);
    page.press(Key::Down);
    page.wait_for_announcement("项目支出");
    page.press(Key::Enter);
    page.popup().wait_open();
    assert!(page.shows("#popup [data-term=project_expenditure]"), "the card explains its term");
    let said = page.popup().text();
    for words in [
        "200\u{202f}万元",
        "11.9%",
        "267\u{202f}万元",
        "减少 67\u{202f}万元",
        "信息网络中心部分网络运维项目合并至区大数据局等",
    ] {
        assert!(said.contains(words), "{words} is not in: {said}");
    }
    assert!(page.shows("[data-explains='appropriation.project'].lit"), "the reason next to the chart is highlighted");
    page.press(Key::Escape);
    page.popup().wait_closed();
    page.wait_for("the focus back on the chart", "document.activeElement.matches('[data-figure=change] .chart')");
}

#[test]
fn hovering_a_bar_shows_a_tip_and_a_click_opens_its_card() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("three_public").draw();
    page.js("document.querySelector('[data-figure=three_public] .chart path[fill=none][data-hit]').id = 'row'");
    page.hover("#row");
    page.popup().wait_tip();
    let said = page.popup().text();
    assert!(said.contains("公务接待费") && said.contains("比2022年减少 74.86%"), "{said}");
    assert!(!said.contains("27.7"), "what the chart writes is not repeated: {said}");
    page.click("#row");
    page.popup().wait_pinned();
    page.wait_for("the line in the address", "location.hash.includes('figure=three_public&line=three_public.')");
    page.wait_to_show("#row.lit");
}

#[test]
fn a_wheel_that_scrolls_charts_under_a_resting_pointer_opens_nothing() {
    let page = visit("?lang=zh").size(1280, 900).with_clock().open();
    page.chart("three_public").draw();
    // The pointer rests above the chart, and the wheel brings rows under it.
    page.hover("[data-figure=three_public] h2");
    page.js(
        "addEventListener('pointerover', (event) => { window.rowsPassed = (window.rowsPassed ?? 0) + event.target.matches('[data-hit]') })",
    );
    let place = page.js("(() => { const box = document.querySelector('[data-figure=three_public] h2').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] })()");
    let wheel = |delta: i32| {
        let event = json!({ "type": "mouseWheel", "x": place[0], "y": place[1], "deltaX": 0, "deltaY": delta });
        page.cdp("Input.dispatchMouseEvent", event);
    };
    wheel(100);
    page.wait_for("a row under the pointer", "window.rowsPassed > 0");
    page.advance_clock(600);
    page.settle();
    assert!(!page.popup().is_open(), "a tip opened unasked");
    // A tip that is open closes when the page moves on.
    page.js("document.querySelector('[data-figure=three_public] .chart path[fill=none][data-hit]').id = 'row'");
    page.move_pointer_away();
    page.hover("#row");
    page.popup().wait_tip();
    wheel(-100);
    page.popup().wait_closed();
}

#[test]
fn the_card_of_a_mark_covers_nothing_and_repeats_nothing() {
    let page = open_browser();
    for (width, lang) in [(1280, "zh"), (768, "en")] {
        page.goto_at(&format!("?lang={lang}"), width, 900);
        page.chart("three_public").draw();
        page.js("document.querySelector('[data-figure=three_public] .chart path[fill=none][data-hit]').id = 'row'");
        let height = "document.querySelector('[data-figure=three_public]').getBoundingClientRect().height";
        let before = page.js(height);
        page.click("#row");
        page.popup().wait_pinned();
        let covered = page.js(
            "(() => {
                const card = document.querySelector('#popup').getBoundingClientRect()
                const parts = document.querySelectorAll('[data-figure=three_public] :is(.chart, h2, .key li, [data-explains], .notes p, .source)')
                return [...parts].filter((part) => {
                    const box = part.getBoundingClientRect()
                    return box.height > 0 && box.top < card.bottom - 1 && box.bottom > card.top + 1
                }).map((part) => part.textContent.slice(0, 30))
            })()",
        );
        assert_eq!(covered, json!([]), "covered at {width}");
        page.wait_for(
            "the card on screen",
            "(() => { const card = document.querySelector('#popup').getBoundingClientRect(); return card.top >= 0 && card.bottom <= innerHeight })()",
        );
        let reason = page.text("[data-figure=three_public] [data-explains='three_public.reception'] [data-reason]");
        assert_eq!(page.count("#popup [data-reason]"), 0, "the reason stands beside the card: {reason}");
        page.press(Key::Escape);
        page.popup().wait_closed();
        page.wait_for("the room given back", &format!("{height} === {before}"));
    }
}

#[test]
fn a_chart_row_receives_pointer_events_over_its_whole_area() {
    let page = open_browser();
    for (width, height) in [(360, 740), (1280, 900)] {
        page.goto_at("?lang=zh", width, height);
        for figure in FIGURES {
            page.chart(figure).draw();
            let places = page.js(&format!(
                "[...document.querySelectorAll('[data-figure={figure}] .figure-view:not([hidden]) .chart [data-hit][fill=none]')].flatMap((row) => {{
                    row.scrollIntoView({{ block: 'center', behavior: 'instant' }})
                    const box = row.getBoundingClientRect()
                    return [0.03, 0.2, 0.4, 0.6, 0.8, 0.97].flatMap((x) => [0.1, 0.35, 0.65, 0.9].map((y) => {{
                        const at = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)
                        return at?.matches('.chart [data-hit]') ? '' : `${{row.dataset.hit}} at ${{x}}, ${{y}}: ${{at?.outerHTML.slice(0, 80)}}`
                    }}))
                }})"
            ));
            let places: Vec<String> = serde_json::from_value(places).unwrap();
            let silent: Vec<&String> = places.iter().filter(|place| !place.is_empty()).collect();
            assert!(!places.is_empty() && silent.is_empty(), "{figure} at {width}: {silent:?}");
        }
    }
}

#[test]
fn hovering_a_mark_highlights_all_marks_of_its_line() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("purpose").draw();
    page.settle();
    // The row of a class, and its squares: 75 of 100.
    page.js("document.querySelector('[data-figure=purpose] .chart path[fill=none][data-hit]').id = 'row'");
    page.hover("#row");
    page.wait_for("the squares", "document.querySelectorAll('[data-figure=purpose] .chart .lit').length === 76");
    page.hover("[data-figure=purpose] h2");
    page.wait_for("nothing lit", "!document.querySelector('[data-figure=purpose] .chart .lit')");
    page.chart("flow").draw();
    page.settle();
    // A part of a flow: the others step back, what all flow through does not.
    page.js(
        "document.querySelector('[data-figure=flow] .figure-view:not([hidden]) .chart [data-hit=\"0 2 node\"]').id = 'part'",
    );
    page.hover("#part");
    page.wait_for("the part", "document.querySelector('#part').matches('.lit')");
    let dimmed = page.js("['0 0 edge', '0 0 node', '0 1 node', '0 1 edge', '0 2 edge', '0 3 node'].map((hit) => document.querySelector(`[data-figure=flow] .figure-view:not([hidden]) .chart [data-hit=\"${hit}\"]`).matches('.dimmed'))");
    assert_eq!(dimmed, serde_json::json!([true, true, false, false, true, true]));
    page.hover("[data-figure=flow] h2");
    page.wait_for("nothing lit", "!document.querySelector('[data-figure=flow] .chart :is(.lit, .dimmed)')");
}

#[test]
fn a_tap_on_a_chart_opens_the_popup_at_the_bottom_of_a_phone() {
    let page = visit("?lang=zh").size(360, 740).touch().open();
    page.chart("nature").draw();
    page.tap("[data-figure=nature] .chart");
    page.popup().wait_open();
    let docked = page.js("Math.abs(document.querySelector('#popup').getBoundingClientRect().bottom - innerHeight) < 2");
    assert_eq!(docked, true);
}

#[test]
fn a_resting_mouse_highlights_nothing_when_the_page_scrolls_under_it() {
    let page = open("?lang=zh", 1280, 800);
    page.js("location.hash = 'figure=three_public&line=three_public.vehicle_operation'");
    page.wait_to_show("[data-figure=three_public] [data-explains='three_public.vehicle_operation'].lit");
    page.press(Key::Escape);
    // What browsers say where the page moves under a mouse: over what it is now, and nothing of a movement.
    page.js("document.querySelector('[data-figure=three_public] [data-explains=\"three_public.reception\"] blockquote').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))");
    page.settle();
    assert!(
        page.shows("[data-figure=three_public] [data-explains='three_public.vehicle_operation'].lit"),
        "the link's line stays lit"
    );
    page.hover("[data-figure=three_public] [data-explains='three_public.reception'] blockquote");
    page.wait_to_show("[data-figure=three_public] [data-explains='three_public.reception'].lit");
}

#[test]
fn each_end_of_the_bridge_opens_its_own_year() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("change").draw();
    page.chart("change").focus();
    page.press(Key::Down);
    page.wait_for_announcement("2022年预算，1,568.04");
    page.press(Key::Enter);
    page.popup().wait_for_formula();
    assert_eq!(page.popup().line_name(), "支出，2022年预算");
    let apart = |from: f64, to: f64| {
        let apart = page.js(&format!(
            "(() => {{
                const chart = document.querySelector('[data-figure=change] .chart').getBoundingClientRect().top
                const card = document.querySelector('#popup').getBoundingClientRect()
                return card.top >= chart + {to} || card.bottom <= chart + {from}
            }})()"
        ));
        assert_eq!(apart, true, "the card covers what it tells of");
    };
    apart(4.0, 66.0);
    page.press(Key::Escape);
    page.press(Key::End);
    page.press(Key::Enter);
    page.popup().wait_for_quote();
    assert!(page.popup().text().contains("原文数") && page.popup().quote().contains("1675.82万元"));
    apart(4.0 + 3.0 * 66.0, 4.0 * 66.0);
}

#[test]
fn hovering_the_name_of_a_kind_of_posts_opens_its_popup() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("office").draw();
    page.settle();
    page.js("[...document.querySelectorAll('[data-figure=office] .chart text')].find((e) => e.textContent.includes('行政编制')).id = 'posts'");
    page.hover("#posts");
    page.popup().wait_tip();
    assert!(page.popup().text().contains("行政编制"), "{}", page.popup().text());
}

#[test]
fn wider_letters_of_the_reader_leave_labels_whole_and_apart() {
    // What WCAG 2.2, 1.4.12, allows readers to set for all pages.
    let wider = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }";
    let page = visit("?lang=en").size(390, 844).open();
    let mut letters = 0;
    for (at, figure) in FIGURES.iter().enumerate() {
        if page.count(&page.figure_card(figure).part(".chart")) == 0 {
            continue;
        }
        page.chart(figure).draw();
        if at == 0 {
            // The first chart is there already, and has to be drawn again.
            page.js(&format!("document.head.insertAdjacentHTML('beforeend', '<style>{wider}</style>')"));
        }
        let css = format!("[data-figure={figure}] .figure-view:not([hidden]) .chart");
        page.wait_for(
            &format!("all labels of {figure} inside of it, and apart"),
            &format!(
                "(() => {{
                    const chart = document.querySelector('{css}').getBoundingClientRect()
                    const labels = [...document.querySelectorAll('{css} svg text')]
                        .filter((text) => text.textContent.trim()).map((text) => text.getBoundingClientRect())
                    const isInside = (label) => label.left > chart.left - 2 && label.right < chart.right + 2
                    const isApart = (a, b) => a === b || a.right < b.left + 2 || b.right < a.left + 2
                        || Math.abs(a.top - b.top) > a.height / 2
                    return labels.length > 1 && labels.every((a) => isInside(a) && labels.every((b) => isApart(a, b)))
                }})()"
            ),
        );
        letters += 1;
    }
    assert!(letters > 4, "{letters} charts");
}
