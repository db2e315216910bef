//! Orientation: a page that is short, says what it answers and where the reader is, and folds reference away.

use super::harness::{Page, open, visit};
use serde_json::json;

/// The height of the whole page with every part laid out, in pixels. Parts off screen have an assumed height only.
fn height(page: &Page) -> f64 {
    page.js("document.head.append(Object.assign(document.createElement('style'), { textContent: \
         'main > :is(article, section):not([hidden]) { content-visibility: visible !important }' }))");
    page.js("document.documentElement.scrollHeight").as_f64().expect("a height")
}

#[test]
fn the_page_is_short() {
    for lang in ["zh", "en"] {
        let page = open(&format!("?lang={lang}"), 1280, 800);
        let wide = height(&page);
        assert!(wide <= 8000.0, "{wide} px at 1280 px in {lang}");
        // Screens of a small phone.
        for (text, screens) in [("usual", 18.0), ("large", 26.0)] {
            page.goto_at(&format!("?lang={lang}&text={text}"), 360, 740);
            let found = height(&page) / 740.0;
            assert!(found <= screens, "{found:.1} screens in {text} text in {lang}");
        }
    }
}

#[test]
fn the_big_number_and_its_unit_grow_with_the_text() {
    let page = open("?lang=zh", 360, 740);
    let size = |page: &Page, part: &str| {
        page.js(&format!("parseFloat(getComputedStyle(document.querySelector('{part}')).fontSize)")).as_f64().unwrap()
    };
    let usual = [".big", ".big small", ".lede"].map(|part| size(&page, part));
    page.goto_at("?lang=zh&text=large", 360, 740);
    let large = [".big", ".big small", ".lede"].map(|part| size(&page, part));
    for (usual, large) in usual.iter().zip(large) {
        assert!((1.2..1.3).contains(&(large / usual)), "{usual} px become {large} px");
    }
    assert!(!page.scrolls_sideways());
}

#[test]
fn english_readers_get_the_words_of_the_passage_in_english() {
    let page = open("?lang=en", 1280, 800);
    page.unfold_everything();
    let gloss = page.text("[data-figure=three_public] .passage .gloss");
    for words in ["Official receptions: ¥93,000", "¥277,000 less than in 2022", "further standardisation"] {
        assert!(gloss.contains(words), "{words} is not in {gloss}");
    }
    page.goto_at("?lang=zh", 1280, 800);
    assert_eq!(page.count(".passage .gloss"), 0);
}

#[test]
fn the_contents_lead_to_every_question_and_the_bar_says_where_the_reader_is() {
    let page = open("?lang=zh", 1280, 800);
    assert!(page.shows(".bar-who") && !page.shows(".bar-here"), "at the top the bar names the institution");
    let links = page.count("#contents a");
    assert!(links >= 8, "{links} questions");
    for at in 1..=links {
        let link = format!("#contents li:nth-child({at}) a");
        let (question, href) = (page.text(&link), page.attribute(&link, "href").expect("a link"));
        page.js(&format!("document.querySelector('{link}').click()"));
        page.wait_for("the place", &format!("location.hash === '{href}'"));
        page.wait_for_text(".bar-here", &question);
        assert!(!page.shows(".bar-who"));
    }
    page.click(".bar .brand");
    page.wait_for("the top", "scrollY < 10");
    page.wait_to_show(".bar-who");
    page.click(".bar a[href='#contents']");
    page.wait_for("the contents", "location.hash === '#contents'");
}

#[test]
fn the_bar_stays_in_one_row_in_large_text() {
    for lang in ["zh", "en"] {
        let page = open(&format!("?lang={lang}&text=large#figure=office"), 360, 740);
        page.figure_card("office").wait_on_screen();
        let [top, height] = ["top", "height"].map(|side| {
            page.js(&format!("document.querySelector('.bar').getBoundingClientRect().{side}")).as_f64().unwrap()
        });
        assert!(top == 0.0 && height <= 76.0, "{height} px high at {top} in {lang}");
        assert!(!page.scrolls_sideways());
        for choice in ["find", "lang", "theme", "text"] {
            assert!(page.shows(&format!(".bar [data-choice={choice}]")), "{choice}");
        }
    }
}

#[test]
fn one_figure_of_a_group_is_shown_and_a_reader_chooses() {
    let page = open("?lang=zh", 1280, 800);
    let shown = |page: &Page| {
        let cards = page.js(
            "[...document.querySelectorAll('.figure')].filter((card) => card.querySelector('h2').checkVisibility())
                .map((card) => card.dataset.figure).join(' ')",
        );
        cards.as_str().unwrap().to_owned()
    };
    // With one source, the flow would say that a hundred per cent are a hundred per cent.
    assert_eq!(shown(&page), "purpose change three_public running office");
    page.click("[data-figure=purpose] .tabs [data-choose-figure=flow]");
    page.wait_for("the flow", "!document.querySelector('[data-figure=flow]').hidden");
    assert_eq!(shown(&page), "flow change three_public running office");
    page.wait_for(
        "the focus on the same button",
        "document.activeElement === document.querySelector('[data-figure=flow] .tabs [aria-pressed=true]')",
    );
    page.chart("flow").draw();
    // The choice outlasts the other language.
    page.click("[data-choice=lang]");
    page.wait_for("English", "document.documentElement.lang === 'en'");
    page.settle();
    assert_eq!(shown(&page), "flow change three_public running office");
    // A link shows what it leads to.
    page.goto("?lang=zh#figure=nature");
    page.figure_card("nature").wait_on_screen();
    assert_eq!(shown(&page), "purpose nature three_public running office");
    // So does the browser's own search.
    page.js(
        "document.querySelector('[data-figure=change]').dispatchEvent(new Event('beforematch', { bubbles: true }))",
    );
    page.wait_for("the change", "!document.querySelector('[data-figure=change]').hidden");
    assert_eq!(shown(&page), "purpose change three_public running office");
}

#[test]
fn reference_is_folded_and_opens_at_a_link() {
    let page = open("?lang=zh", 1280, 800);
    for section in ["glossary", "checks", "source"] {
        assert!(!page.shows(&format!("#{section} > .reference > :not(summary)")), "{section} is folded");
    }
    page.goto("?lang=zh#glossary&term=three_public");
    page.wait_to_show("[id='glossary&term=three_public'] p");
    page.goto("?lang=zh#source=70");
    page.wait_to_show("#source [id='source=70']");
    page.goto("?lang=zh#checks");
    page.wait_to_show("#checks [data-check=income_expenditure]");
    drop(page);
    // What does not agree is never folded.
    let page = visit("?lang=zh").with_document(super::examples::example(1).as_str()).open();
    page.wait_to_show("#checks [data-outcome=conflict]");
    assert!(!page.shows("#checks [data-outcome=pass]"));
}

#[test]
fn without_scripts_nothing_is_folded_or_hidden() {
    let page = visit("?lang=zh").open_scriptless();
    for part in [
        "[data-figure=flow] h2",
        "[data-figure=nature] h2",
        "#figure-flow-nature",
        "#glossary .entry summary",
        "#checks [data-check] p",
        "#source .original p",
    ] {
        assert!(page.shows_without_scripts(part), "{part}");
    }
}

#[test]
fn the_same_change_of_income_expenditure_and_appropriation_is_one_card() {
    let page = visit("?lang=zh").open();
    let cards = "[data-figure=change] details .explanations > li";
    page.js("document.querySelectorAll('[data-figure=change] details').forEach((details) => (details.open = true))");
    page.wait_to_show(cards);
    let shared = format!("{cards}:has([data-explains=income])");
    let said = page.text(&shared);
    assert!(said.starts_with("支出、收入、一般公共预算财政拨款支出") && said.matches("107.78").count() == 1, "{said}");
    assert!(["原文第 58 行", "原文第 60 行", "原文第 64 行"].iter().all(|line| said.contains(line)), "{said}");
    // A link to one of them opens the card in which it stands.
    page.goto("?lang=zh#figure=change&line=income");
    page.wait_to_show("[data-explains=income].lit");
}

#[test]
fn a_number_stands_in_at_most_six_places() {
    for address in ["", "en/index.html"] {
        let page = visit(address).open();
        // Beside tables and the document's own words. The checks are the arithmetic of the page: each repeats its operands.
        let crowded = page.js(
            "(() => {
                const main = document.querySelector('main').cloneNode(true)
                main.querySelectorAll('table, .original, .passage, .chart-sentences, #checks, svg').forEach((part) => part.remove())
                const places = {}
                for (const amount of main.querySelectorAll('.amount[data-line]')) {
                    const number = amount.textContent.replace(/[^0-9.]/g, '')
                    if (Number(number) !== 0) places[number] = (places[number] ?? 0) + 1
                }
                return Object.entries(places).filter(([, count]) => count > 6)
            })()",
        );
        assert_eq!(crowded, json!([]), "{address}");
    }
}
