//! The charts are drawn, answer to pointer, finger and keyboard, and are drawn for the phone.

use super::harness::{Page, open, visit};
use thirtyfour::Key;

pub const FIGURES: [&str; 7] = ["flow", "purpose", "nature", "change", "three_public", "running", "office"];

/// Brings a figure's chart onto the screen and waits until it is drawn.
pub fn draw(page: &Page, figure: &str) {
    page.js(&format!("document.querySelector('[data-figure={figure}] .chart').scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
    page.wait_for(
        &format!("{figure} drawn"),
        &format!("document.querySelectorAll('[data-figure={figure}] .chart[data-drawn] svg path').length > 0"),
    );
}

/// How many painted shapes and words a chart has inside its own frame.
pub fn inside(page: &Page, figure: &str) -> (u64, u64, u64) {
    let counted = page.js(&format!(
        "(() => {{
            const svg = document.querySelector('[data-figure={figure}] .chart svg')
            const frame = svg.getBoundingClientRect()
            const within = (e) => {{
                const box = e.getBoundingClientRect()
                return box.left >= frame.left - 2 && box.right <= frame.right + 2 && box.top >= frame.top - 2 && box.bottom <= frame.bottom + 2
            }}
            const words = [...svg.querySelectorAll('text')]
            const shapes = [...svg.querySelectorAll('path')].filter((e) => {{
                const box = e.getBoundingClientRect()
                return e.getAttribute('fill') !== 'none' && e.getAttribute('fill') !== 'transparent' && box.width * box.height > 4
            }})
            return [shapes.length, words.length, words.filter((e) => !within(e)).length]
        }})()"
    ));
    let n = |at: usize| counted[at].as_u64().unwrap();
    (n(0), n(1), n(2))
}

#[test]
fn every_chart_is_drawn_at_every_size_with_all_its_words_inside() {
    for (lang, width) in [("zh", 360), ("en", 360), ("en", 768), ("zh", 1280), ("en", 1920)] {
        let page = open(&format!("?lang={lang}"), width, 900);
        for figure in FIGURES {
            draw(&page, figure);
            let (shapes, words, outside) = inside(&page, figure);
            assert!(shapes >= 2, "{figure} at {width} {lang}: {shapes} shapes");
            assert!(words >= 2, "{figure} at {width} {lang}: {words} words");
            assert_eq!(outside, 0, "{figure} at {width} {lang}: words outside the chart");
        }
        let wide = page.js("document.documentElement.scrollWidth <= innerWidth");
        assert_eq!(wide, true, "the page scrolls sideways at {width} {lang}");
    }
}

#[test]
fn a_chart_follows_the_room_that_it_gets() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "flow");
    for width in [1100, 1500, 700] {
        page.resize(width, 900);
        // Where it looks as before but for its size, too: the flow says the same in any wide room.
        page.wait_for(
            &format!("the flow in its room at {width}"),
            "(() => {
                const chart = document.querySelector('[data-figure=flow] .way:not([hidden]) .chart')
                return Math.abs(chart.querySelector('svg').getBoundingClientRect().width - chart.clientWidth) < 2
            })()",
        );
        assert_eq!(inside(&page, "flow").2, 0, "words outside at {width}");
    }
}

#[test]
fn the_flow_runs_from_one_source_to_four_classes_and_can_be_divided_otherwise() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "flow");
    let words = |page: &Page| {
        page.js("[...document.querySelectorAll('[data-figure=flow] .way:not([hidden]) .chart text')].map((e) => e.textContent).join('|')")
            .as_str()
            .unwrap()
            .to_owned()
    };
    for class in ["一般公共服务", "社会保障和就业", "卫生健康", "住房保障"] {
        assert!(words(&page).contains(class), "{class}");
    }
    page.click("[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)");
    page.wait_for(
        "the flow by basic and project",
        "document.querySelector('[data-figure=flow] .way:not([hidden]) .chart svg')?.textContent.includes('项目支出')",
    );
    assert!(!words(&page).contains("卫生健康"));
    assert_eq!(
        page.attribute("[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)", "aria-pressed").unwrap(),
        "true"
    );
}

#[test]
fn a_hundred_squares_are_a_hundred() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "purpose");
    let squares = page.js("[...document.querySelectorAll('[data-figure=purpose] .chart svg path')].filter((e) => {
            const box = e.getBoundingClientRect()
            const left = e.ownerSVGElement.getBoundingClientRect().left
            return box.right < left + 262 && Math.abs(box.width - 22) < 1 && Math.abs(box.height - 22) < 1
        }).length");
    assert_eq!(squares, 100);
}

#[test]
fn a_keyboard_walks_the_bridge_and_opens_the_reason() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "change");
    page.js("document.querySelector('[data-figure=change] .chart').focus()");
    page.press(Key::Down);
    page.press(Key::Down);
    page.press(Key::Down);
    page.wait_for("the mark told", "document.querySelector('#said').textContent.includes('项目支出')");
    page.press(Key::Enter);
    page.wait_to_show("#popup");
    assert!(page.shows("#popup [data-term=project_expenditure]"), "the card explains its term");
    let said = page.text("#popup");
    for words in ["200.00", "11.9%", "267.00", "减少 67.00", "信息网络中心部分网络运维项目合并至区大数据局等"]
    {
        assert!(said.contains(words), "{words} is not in: {said}");
    }
    assert!(page.shows("[data-explains='appropriation.project'].lit"), "the reason beside the chart is lit");
    page.press(Key::Escape);
    page.wait_for("the card closed", "!document.querySelector('#popup')");
    page.wait_for("the focus back on the chart", "document.activeElement.matches('[data-figure=change] .chart')");
}

#[test]
fn a_pointer_over_a_bar_shows_its_card_and_a_click_keeps_it() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "three_public");
    page.hover("[data-figure=three_public] .chart");
    page.wait_to_show("#popup");
    assert!(page.text("#popup").contains("万元"));
    page.click("[data-figure=three_public] .chart");
    page.wait_for("the card kept", "document.querySelector('#popup')?.dataset.pinned === 'true'");
    page.wait_for("the line in the address", "location.hash.includes('figure=three_public&line=three_public.')");
}

#[test]
fn a_row_answers_from_end_to_end_whatever_lies_over_it() {
    for (width, height) in [(360, 740), (1280, 900)] {
        let page = open("?lang=zh", width, height);
        for figure in FIGURES {
            draw(&page, figure);
            let places = page.js(&format!(
                "[...document.querySelectorAll('[data-figure={figure}] .way:not([hidden]) .chart [data-hit][fill=none]')].flatMap((row) => {{
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
fn a_pointer_lights_up_all_that_shows_the_same_until_it_leaves() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "purpose");
    // The row of a class, and its squares: 75 of 100.
    page.js("document.querySelector('[data-figure=purpose] .chart path[fill=none][data-hit]').id = 'row'");
    page.hover("#row");
    page.wait_for("the squares", "document.querySelectorAll('[data-figure=purpose] .chart .lit').length === 76");
    page.hover("[data-figure=purpose] h2");
    page.wait_for("nothing lit", "!document.querySelector('[data-figure=purpose] .chart .lit')");
    draw(&page, "flow");
    // A part of a flow: the others step back, what all flow through does not.
    page.js(
        "document.querySelector('[data-figure=flow] .way:not([hidden]) .chart [data-hit=\"0 2 node\"]').id = 'part'",
    );
    page.hover("#part");
    page.wait_for("the part", "document.querySelector('#part').matches('.lit')");
    let empty_state = page.js("['0 0 edge', '0 0 node', '0 1 node', '0 1 edge', '0 2 edge', '0 3 node'].map((hit) => document.querySelector(`[data-figure=flow] .way:not([hidden]) .chart [data-hit=\"${hit}\"]`).matches('.aside'))");
    assert_eq!(empty_state, serde_json::json!([true, true, false, false, true, true]));
    page.hover("[data-figure=flow] h2");
    page.wait_for("nothing lit", "!document.querySelector('[data-figure=flow] .chart :is(.lit, .aside)')");
}

#[test]
fn a_finger_on_a_chart_opens_the_card_at_the_foot_of_a_phone() {
    let page = visit("?lang=zh").size(360, 740).touch().open();
    draw(&page, "nature");
    page.tap("[data-figure=nature] .chart");
    page.wait_to_show("#popup");
    let docked = page.js("Math.abs(document.querySelector('#popup').getBoundingClientRect().bottom - innerHeight) < 2");
    assert_eq!(docked, true);
}

#[test]
fn a_mouse_that_rests_lights_nothing_when_the_page_moves_under_it() {
    let page = open("?lang=zh", 1280, 800);
    page.js("location.hash = 'figure=three_public&line=three_public.vehicle_operation'");
    page.wait_to_show("[data-explains='three_public.vehicle_operation'].lit");
    page.press(Key::Escape);
    // What browsers say where the page moves under a mouse: over what it is now, and nothing of a movement.
    page.js("document.querySelector('[data-explains=\"three_public.reception\"] blockquote').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))");
    page.settle();
    assert!(page.shows("[data-explains='three_public.vehicle_operation'].lit"), "the link's line stays lit");
    page.hover("[data-explains='three_public.reception'] blockquote");
    page.wait_to_show("[data-explains='three_public.reception'].lit");
}

#[test]
fn each_end_of_the_bridge_answers_for_its_own_year_and_its_card_stands_beside_it() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "change");
    page.js("document.querySelector('[data-figure=change] .chart').focus()");
    page.press(Key::Down);
    page.wait_for("last year told", "document.querySelector('#said').textContent.includes('2022年预算，1,568.04')");
    page.press(Key::Enter);
    page.wait_to_show("#popup .formula");
    assert_eq!(page.text("#popup .popup-name").trim(), "支出，2022年预算");
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
    page.wait_to_show("#popup mark");
    assert!(page.text("#popup").contains("公布值") && page.text("#popup mark").contains("1675.82万元"));
    apart(4.0 + 3.0 * 66.0, 4.0 * 66.0);
}

#[test]
fn the_name_of_a_kind_of_posts_answers_to_a_pointer() {
    let page = open("?lang=zh", 1280, 900);
    draw(&page, "office");
    page.js("[...document.querySelectorAll('[data-figure=office] .chart text')].find((e) => e.textContent.includes('行政编制')).id = 'posts'");
    page.hover("#posts");
    page.wait_to_show("#popup");
    assert!(page.text("#popup h3").contains("行政编制"), "{}", page.text("#popup h3"));
}
