//! What must work in WebKit, the engine of Safari: page, cards, search, charts, sharing, embedding, offline.

use super::charts::FIGURES;
use super::harness::{OtherEngine, visit};

#[test]
fn the_page_its_cards_and_its_search_work() {
    let (site, _) = visit("").serve();
    let page = OtherEngine::webkit();
    page.open(&site.url("?lang=zh"));
    // Terms are dotted, computed numbers dashed, others have a thin line: three different ones.
    let line = |css: &str| {
        let style = format!("getComputedStyle(document.querySelector('{css}'))");
        page.js(&format!("{style}.textDecorationStyle + ' ' + ({style}.textDecorationColor !== {style}.color)"))
    };
    assert_eq!(line(".lede .term"), "dotted true");
    assert_eq!(line(".lede .amount[data-origin=computed]"), "dashed true");
    assert_eq!(line(".lede .amount[data-origin=stated]"), "solid true");

    page.click(".lede .amount[data-origin=stated]");
    page.wait_for("its card", "document.querySelector('#popup mark')?.checkVisibility()");
    page.escape();
    page.wait_for("no card", "!document.querySelector('#popup')?.checkVisibility()");
    page.click("[data-choice=find]");
    page.wait_for("the box", "document.activeElement.matches('#find input')");
    page.press("jd");
    page.wait_for("what was found", "document.querySelector('#find [data-kind=line]')");
    page.escape();
    page.click("[data-choice=theme]");
    page.wait_for("the dark theme", "document.documentElement.dataset.theme === 'dark'");
    page.click("[data-choice=lang]");
    page.wait_for(
        "English",
        "document.documentElement.lang === 'en' && document.querySelector('h1').innerText.includes('Dazu')",
    );
    assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true);
    let failures = "[...document.querySelectorAll('.failed, .chunk-failed')].some((said) => said.checkVisibility())";
    assert_eq!(page.js(failures), false);
}

#[test]
fn every_chart_is_drawn_and_answers() {
    let (site, _) = visit("").serve();
    let page = OtherEngine::webkit();
    for figure in FIGURES {
        page.open(&site.url(&format!("figure/{figure}.html?lang=zh")));
        let chart = format!("[data-figure={figure}] .chart");
        page.js(&format!(
            "document.querySelector('{chart}').scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ));
        page.wait_for(figure, &format!("document.querySelectorAll('{chart}[data-drawn] svg path').length > 0"));
        page.js(&format!(
            "(() => {{
                const box = document.querySelector('{chart} [data-hit]').getBoundingClientRect()
                const at = {{ clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true }}
                document.querySelector('{chart} [data-hit]').dispatchEvent(new PointerEvent('click', at))
            }})()"
        ));
        page.wait_for("the card of a mark", "document.querySelector('#popup')?.checkVisibility()");
    }
}

#[test]
fn a_figure_is_shared_and_embedded() {
    let element = "<script async src=\"{site}embed.js\"></script>\
                   <mingbai-figure figure=\"change\" lang=\"zh\"></mingbai-figure>";
    let (site, article) = visit("").embedded_in(element).serve();
    let page = OtherEngine::webkit();
    page.open(&site.url("figure/change.html?lang=zh"));
    page.click("[data-choice=share]");
    page.wait_for("its code", "document.querySelector('#reuse-element')?.value.includes('<mingbai-figure')");
    page.escape();

    page.load(&article.expect("an article").url(""));
    let frame = "document.querySelector('mingbai-figure')?.frame";
    page.wait_for("the height of the figure", &format!("{frame} && parseFloat({frame}.style.height) > 700"));
    assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true);
}

#[test]
fn after_one_visit_the_site_works_offline() {
    let (site, _) = visit("").serve();
    let page = OtherEngine::webkit();
    page.open(&site.url("?lang=zh"));
    page.wait_for("the site to be kept", "navigator.serviceWorker.controller?.state === 'activated'");
    site.cut_network_after(0);
    page.open(&site.url("en/figure/change.html"));
    page.wait_for(
        "its chart",
        "document.querySelectorAll('[data-figure=change] .chart[data-drawn] svg path').length > 0",
    );
}
