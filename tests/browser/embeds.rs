//! Figures embedded in other sites' articles.

use super::harness::{PATIENCE, Page, root, visit};
use mingbai::prerender::Prerenderer;
use mingbai_core::disclosure::parse;
use mingbai_core::export::{COMPACT_HEIGHT, Embed, embed_height};
use mingbai_core::figures::FigureId;
use mingbai_core::locale::Lang;
use mingbai_site::{oembed, translations};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use std::{fs, thread};

pub const FRAME: &str = "document.querySelector('iframe')";
const MADE: &str = "document.querySelector('mingbai-figure')?.shadowRoot?.querySelector('iframe')";
/// Inside a frame: the page is as high as what it holds. By a pixel less it would show a scrollbar. While a chart is
/// drawn for another width, it is neither.
const WHOLE: &str = "Math.abs(document.body.getBoundingClientRect().height - innerHeight) < 2
    && document.documentElement.scrollHeight <= innerHeight";

/// How high a frame is.
fn height(page: &Page, frame: &str) -> f64 {
    page.js(&format!("{frame}.getBoundingClientRect().height")).as_f64().unwrap()
}

/// Waits inside the frame until the figure is live, and outside until the frame is as high as it.
#[track_caller]
fn fits(page: &Page, frame: &str) {
    page.enter_frame(frame);
    page.wait_until_ready();
    page.wait_for("the frame to be as high as the figure", WHOLE);
    page.leave_frame();
}

#[test]
fn the_custom_element_is_as_high_as_its_figure() {
    let page = visit("")
        .embedded_in(
            "<script async src=\"{site}embed.js\"></script>\
             <mingbai-figure figure=\"change\" lang=\"en\" theme=\"dark\"><a href=\"{site}\">Change</a></mingbai-figure>",
        )
        .size(640, 800)
        .open();
    fits(&page, MADE);
    assert!(!page.shows("mingbai-figure a"), "what stood there for readers without scripts is gone");
    page.enter_frame(MADE);
    assert_eq!(page.settings().language(), "en");
    assert_eq!(page.settings().theme(), "dark");
    assert!(page.shows("[data-figure=change] h2") && page.shows(".foot a") && page.shows(".source"));
    assert!(!page.shows("#source .original") && !page.shows("#glossary .entries"), "there is no room for all");
    page.wait_for("the chart", "document.querySelector('.chart[data-drawn]')");
    page.leave_frame();
    // Height follows what is opened and closed, and the width.
    let shut = height(&page, MADE);
    for open in [true, false] {
        page.enter_frame(MADE);
        page.click(".table-fold > summary");
        page.leave_frame();
        let changed = if open { ">" } else { "<=" };
        page.wait_for("another height", &format!("{MADE}.getBoundingClientRect().height {changed} {shut}"));
        fits(&page, MADE);
    }
    page.resize(300, 800);
    page.wait_for("a narrow figure to be higher", &format!("{MADE}.getBoundingClientRect().height > {shut}"));
    fits(&page, MADE);
    page.resize(1200, 800);
    fits(&page, MADE);
    // Another figure in the same place.
    page.js("document.querySelector('mingbai-figure').setAttribute('figure', 'purpose')");
    page.enter_frame(MADE);
    page.wait_for("the other figure", "document.documentElement.dataset.sheet === 'purpose'");
    page.leave_frame();
    fits(&page, MADE);
}

#[test]
fn a_pasted_frame_has_a_fixed_height_without_the_script_and_the_figures_with_it() {
    let frame =
        "<iframe src=\"{site}figure/three_public.html\" width=\"100%\" height=\"700\" title=\"“三公”经费\"></iframe>";
    let page = visit("").embedded_in(frame).size(640, 900).open();
    page.enter_frame(FRAME);
    page.wait_until_ready();
    assert!(page.shows("[data-figure=three_public] h2"));
    page.leave_frame();
    assert_eq!(height(&page, FRAME).round(), 704.0, "it is not changed, border included");
    drop(page);
    let page =
        visit("").embedded_in(&format!("{frame}<script src=\"{{site}}embed.js\"></script>")).size(640, 900).open();
    fits(&page, FRAME);
    assert!((height(&page, FRAME) - 704.0).abs() > 1.0);
}

#[test]
fn the_height_is_sent_in_our_form_and_in_those_of_amp_and_pym() {
    let page = visit("")
        .embedded_in(
            "<script>window.received = []; addEventListener('message', (event) => received.push(event.data))</script>\
             <iframe src=\"{site}figure/change.html?childId=pym-0&initialWidth=600\"></iframe>",
        )
        .open();
    page.wait_for("the heights", "received.length >= 3");
    fits_never(&page);
    let received = page.js("received.slice(0, 3)");
    let height = received[0]["mingbai-height"]["change"].as_u64().expect("the height in our form");
    assert!((300..4000).contains(&height), "{height}");
    assert_eq!(received[1], json!({ "sentinel": "amp", "type": "embed-size", "height": height }));
    assert_eq!(received[2], json!(format!("pymxPYMxpym-0xPYMxheightxPYMx{height}")));
}

#[test]
fn amp_and_pym_receivers_keep_the_frame_as_high_as_its_figure() {
    let amp = "event.data.sentinel === 'amp' && event.data.type === 'embed-size' && event.data.height";
    let pym =
        "typeof event.data === 'string' && event.data.split('xPYMx')[2] === 'height' && event.data.split('xPYMx')[3]";
    for read in [amp, pym] {
        let page = visit("")
            .embedded_in(&format!(
                "<script>addEventListener('message', (event) => {{ const frame = document.querySelector('iframe'); \
                 const height = event.source === frame.contentWindow && event.data && {read}; \
                 if (height) frame.style.height = height + 'px' }})</script>\
                 <iframe src=\"{{site}}figure/nature.html?childId=pym-0\" style=\"border:0;width:100%\"></iframe>"
            ))
            .size(640, 900)
            .open();
        fits(&page, FRAME);
        let shut = height(&page, FRAME);
        page.enter_frame(FRAME);
        page.click(".table-fold > summary");
        page.leave_frame();
        page.wait_for("a higher frame", &format!("{FRAME}.getBoundingClientRect().height > {shut}"));
        fits(&page, FRAME);
    }
}

/// Nothing but the page that asked for it changes a frame.
fn fits_never(page: &Page) {
    assert!(height(page, FRAME) < 200.0);
}

#[test]
fn a_sandbox_without_an_origin_shows_the_figure_live() {
    // As WordPress puts what is embedded.
    let page = visit("")
        .embedded_in(
            "<iframe sandbox=\"allow-scripts\" security=\"restricted\" src=\"{site}figure/change.html\" width=\"600\" \
             height=\"500\"></iframe><script src=\"{site}embed.js\"></script>",
        )
        .open();
    fits(&page, FRAME);
    page.enter_frame(FRAME);
    assert_eq!(page.js("origin"), "null");
    page.wait_for("the chart", "document.querySelector('.chart[data-drawn]')");
    page.click("[data-figure=change] a.term");
    page.popup().wait_open();
}

#[test]
fn a_sandbox_without_scripts_shows_the_prerendered_figure() {
    let page = visit("")
        .embedded_in("<iframe sandbox src=\"{site}figure/change.html\" width=\"600\" height=\"500\"></iframe>")
        .noisy()
        .open();
    page.enter_frame(FRAME);
    assert!(page.shows("[data-figure=change] h2") && page.shows(".chart img, .chart picture, .chart svg"));
    assert!(page.shows("#source .original") && page.shows("#glossary .entries"), "all is there");
}

#[test]
fn messages_from_other_windows_change_no_height() {
    let page = visit("")
        .embedded_in(
            "<script src=\"{site}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>\
             <iframe id=\"other\" srcdoc=\"<p>Another site\"></iframe>",
        )
        .open();
    fits(&page, MADE);
    let before = height(&page, MADE);
    for message in [
        "{ 'mingbai-height': { change: 7 } }",
        "{ 'mingbai-height': 7 }",
        "{ 'mingbai-height': null }",
        "null",
        "'mingbai-height'",
    ] {
        page.js(&format!("postMessage({message}, '*')"));
        page.js(&format!("document.querySelector('#other').contentWindow.parent.postMessage({message}, '*')"));
        page.js(&format!("document.querySelector('#other').contentWindow.eval(`parent.postMessage({message}, '*')`)"));
    }
    // Out of the frame itself, but nothing that could be a height.
    page.enter_frame(MADE);
    for height in ["-5", "NaN", "1e9", "'50'", "null", "{}"] {
        page.js(&format!("parent.postMessage({{ 'mingbai-height': {{ change: {height} }} }}, '*')"));
    }
    page.leave_frame();
    page.settle();
    assert_eq!(height(&page, MADE), before);
    assert_eq!(height(&page, "document.querySelector('#other')").round(), 154.0);
}

#[test]
fn an_article_neither_scrolls_nor_loses_the_focus_when_its_figure_becomes_live() {
    let page = visit("")
        .embedded_in(
            "<p style=\"height:6000px\">文章</p><script src=\"{site}embed.js\"></script>\
             <mingbai-figure figure=\"change\" line=\"appropriation.project\"></mingbai-figure><p>文章</p>",
        )
        .open();
    assert_eq!(page.site().requests().iter().filter(|request| request.path.contains("figure/")).count(), 0, "far away");
    page.js("scrollTo(0, 5500)");
    fits(&page, MADE);
    page.enter_frame(MADE);
    page.wait_for("the line lit", "document.querySelector('[data-explains].lit')");
    page.leave_frame();
    page.settle();
    assert_eq!(page.js("scrollY"), 5500, "the article does not move");
    assert_eq!(page.js("document.activeElement === document.body"), true, "nor does it lose the focus");
}

#[test]
fn several_figures_of_an_article_request_each_shared_file_once() {
    let figures =
        ["change", "flow", "nature", "purpose", "three_public", "running", "change", "nature", "flow", "office"];
    let elements = figures.map(|figure| format!("<mingbai-figure figure=\"{figure}\"></mingbai-figure>")).concat();
    let page = visit("").embedded_in(&format!("<script src=\"{{site}}embed.js\"></script>{elements}")).open();
    for at in 0..figures.len() {
        let element = format!("document.querySelectorAll('mingbai-figure')[{at}]");
        page.js(&format!("{element}.scrollIntoView()"));
        fits(&page, &format!("{element}.shadowRoot.querySelector('iframe')"));
    }
    let requests = page.site().requests();
    for shared in ["app-", "charts-", "carried-"] {
        let mut asked: Vec<&str> = requests.iter().map(|request| request.path.as_str()).collect();
        asked.retain(|path| path.rsplit('/').next().is_some_and(|name| name.starts_with(shared)));
        let all = asked.len();
        asked.sort_unstable();
        asked.dedup();
        assert!(!asked.is_empty() && asked.len() == all, "each is asked for once by all ten: {all} for {asked:?}");
    }
}

#[test]
fn a_figure_works_under_a_strict_content_security_policy_of_the_article() {
    let page = visit("")
        .embedded_in("<script src=\"{site}embed.js\"></script><mingbai-figure figure=\"nature\"></mingbai-figure>")
        .with_policy("default-src 'none'; img-src data:; script-src {site}; frame-src {site}")
        .open();
    fits(&page, MADE);
}

#[test]
fn a_popup_in_a_frame_opens_next_to_its_word() {
    let page = visit("")
        .embedded_in("<script src=\"{site}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>")
        .size(360, 700)
        .touch()
        .open();
    fits(&page, MADE);
    page.enter_frame(MADE);
    page.click("[data-figure=change] .source a, [data-figure=change] a.amount");
    page.popup().wait_open();
    let near = page.js("(() => { const card = document.querySelector('#popup').getBoundingClientRect()
            const word = document.querySelector('[data-figure=change] a.amount').getBoundingClientRect()
            return Math.min(Math.abs(card.top - word.bottom), Math.abs(word.top - card.bottom)) })()");
    assert!(near.as_f64().unwrap() < 60.0, "{near}: on the lower edge of a frame it would not be seen");
}

#[test]
fn a_frozen_figure_shows_its_date_and_links_to_the_current_version() {
    let version = || {
        let folder = super::harness::root().join("dist/v");
        let entry = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap();
        entry.file_name().into_string().unwrap()
    };
    let page = visit("")
        .embedded_in(&format!(
            "<script src=\"{{site}}embed.js\"></script>\
             <mingbai-figure figure=\"three_public\" version=\"{}\"></mingbai-figure>",
            version()
        ))
        .open();
    fits(&page, MADE);
    page.enter_frame(MADE);
    assert!(page.text(".frozen").contains("的版本，以后不再变"));
    page.wait_for("the chart", "document.querySelector('.chart[data-drawn]')");
    // In another language it is the same.
    page.settings().press_language();
    page.settings().wait_for_language("en");
    assert!(page.text(".frozen").contains("will not change"));
    let current = page.js("document.querySelector('.frozen a').href");
    let path = current.as_str().unwrap().strip_prefix(page.site().origin()).unwrap();
    assert!(path == "/figure/three_public.html" || path == "/en/figure/three_public.html", "{path}");
    page.leave_frame();
}

#[test]
fn a_figure_that_does_not_exist_is_a_short_frame_with_one_sentence() {
    for address in ["figure=\"pie\"", "figure=\"change\" lang=\"fr\"", "figure=\"change\" version=\"0123456789ab\""] {
        let page = visit("")
            .embedded_in(&format!(
                "<script src=\"{{site}}embed.js\"></script><mingbai-figure {address}></mingbai-figure>"
            ))
            .noisy()
            .open();
        page.enter_frame(MADE);
        page.wait_to_show("main p");
        assert!(page.text("main").contains("这里没有这一页"), "{address}");
        let whole = page.js("document.querySelector('a').href");
        assert_eq!(whole, page.site().url("index.html"), "{address}");
        page.leave_frame();
        page.wait_for("its height", &format!("{MADE}.getBoundingClientRect().height < 300"));
    }
}

#[test]
fn an_embedded_figure_stores_nothing_and_contacts_no_other_host() {
    let page = visit("")
        .embedded_in("<script src=\"{site}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>")
        .open();
    fits(&page, MADE);
    page.enter_frame(MADE);
    page.click("[data-figure=change] a.term");
    page.popup().wait_open();
    assert_eq!(page.js("document.cookie"), "");
    assert_eq!(page.js("Object.keys(localStorage).length + Object.keys(sessionStorage).length"), 0);
    page.leave_frame();
    assert_eq!(page.foreign_requests(), [""; 0]);
    let cookies = page.cdp("Network.getAllCookies", json!({}));
    assert_eq!(cookies["cookies"], json!([]));
    let queries: Vec<_> =
        page.site().requests().iter().filter_map(|request| Some(request.path.split_once('?')?.1.to_owned())).collect();
    assert_eq!(queries, ["theme=light"], "no address tells who asks");
}

/// Shows the oEmbed code of each figure as a site would that reads oEmbed: in a frame of the given height.
/// The heights of frames in an article's column, each as a share of what its page needs, with the address of that page.
fn heights_of_frames(codes: &[String], heights: &[f64]) -> Vec<(String, f64)> {
    let page =
        visit("").embedded_in(&format!("<div style=\"width:640px\">{}</div>", codes.concat())).size(700, 900).open();
    let share = |(at, height): (usize, &f64)| {
        let frame = format!("document.querySelectorAll('iframe')[{at}]");
        page.js(&format!("{frame}.scrollIntoView()"));
        page.enter_frame(&frame);
        page.wait_until_ready();
        page.wait_for(
            "its chart",
            "[...document.querySelectorAll('.figure-view:not([hidden]) .chart')].every((it) => it.dataset.drawn)",
        );
        let needed = page.js("document.body.getBoundingClientRect().height").as_f64().unwrap();
        let address = page.js("location.href").as_str().unwrap().to_owned();
        page.leave_frame();
        (address, height / needed)
    };
    heights.iter().enumerate().map(share).collect()
}

#[test]
fn the_height_of_each_embedded_figure_fits_its_page() {
    let text = fs::read_to_string(root().join("data/disclosure.txt")).unwrap();
    let prerenderer = Prerenderer::new(parse(&text).unwrap(), translations().clone());
    for lang in Lang::ALL {
        let context = prerenderer.context(lang);
        let whole = |id| {
            let (height, site) = (embed_height(&context, id), "{site}");
            let embed =
                Embed { site, id, view: 0, lang, theme: None, version: None, title: "", is_compact: false, height };
            (embed.frame(), f64::from(height))
        };
        // A site that turns links into figures gets the compact form.
        let compact = |id| {
            let answer: Value = serde_json::from_str(&oembed(prerenderer, id, lang, "{site}", |_| None)).unwrap();
            let (code, height) = (answer["html"].as_str().unwrap().to_owned(), answer["height"].as_f64().unwrap());
            assert!(code.contains("?compact\"") && height <= COMPACT_HEIGHT, "{answer}");
            (code, height)
        };
        for frames in [FigureId::ALL.map(whole), FigureId::ALL.map(compact)] {
            let (codes, heights): (Vec<String>, Vec<f64>) = frames.into_iter().unzip();
            for (address, share) in heights_of_frames(&codes, &heights) {
                assert!((0.98..1.15).contains(&share), "{address} {lang:?}: {share} of its height");
            }
        }
    }
}

#[test]
fn a_lazy_frame_starts_the_app_only_when_it_is_on_screen() {
    let lazy = "<iframe src=\"{site}figure/change.html\" width=\"600\" height=\"1000\" loading=\"lazy\"></iframe>";
    let page = visit("").embedded_in(&format!("<div style=\"height: 1600px\">…</div>{lazy}")).size(640, 800).open();
    page.enter_frame(FRAME);
    page.wait_for("the figure's page", "document.readyState === 'complete' && document.querySelector('h2')");
    page.leave_frame();
    page.settle();
    let begun = |page: &Page| page.site().requests().iter().any(|request| request.path.ends_with(".wasm"));
    assert!(!begun(&page), "off screen it needs no app");
    page.js(&format!("{FRAME}.scrollIntoView()"));
    page.enter_frame(FRAME);
    page.wait_until_ready();
    page.wait_for("the chart", "document.querySelector('.chart[data-drawn]')");
    assert!(begun(&page));
}

/// The site with a second one of another office in the folder `other`.
fn two_offices() -> std::path::PathBuf {
    let (folder, other) = (super::offline::copy("two-offices"), super::offline::next("other-office"));
    fs::rename(other, folder.join("other")).unwrap();
    folder
}

#[test]
fn figures_of_two_offices_in_one_article_show_their_own() {
    let body = "<script async src=\"{site}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>\
                <script async src=\"{site}other/embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>\
                <mingbai-figure src=\"{site}\" figure=\"purpose\"></mingbai-figure>\
                <iframe src=\"{site}other/figure/purpose.html\" width=\"100%\" height=\"700\"></iframe>";
    let page = visit("").of(two_offices()).embedded_in(body).size(640, 900).open();
    let figure =
        |n: usize| format!("document.querySelectorAll('mingbai-figure')[{n}]?.shadowRoot?.querySelector('iframe')");
    for (frame, institution) in [
        (figure(0), "重庆市大足区人民政府办公室"),
        (figure(1), "某区示例单位2"),
        (figure(2), "重庆市大足区人民政府办公室"),
        ("document.querySelector('body > iframe')".to_owned(), "某区示例单位2"),
    ] {
        page.wait_for("the frame", &format!("{frame}?.contentWindow"));
        page.js(&format!("{frame}.scrollIntoView()"));
        fits(&page, &frame);
        page.enter_frame(&frame);
        assert!(page.text("h1").contains(institution), "{frame}: {}", page.text("h1"));
        page.leave_frame();
    }
}

#[test]
fn a_script_that_comes_after_its_figure_asks_for_the_height() {
    let frame = "<iframe src=\"{site}figure/three_public.html\" width=\"100%\" height=\"700\"></iframe><data title=\"{site}\"></data>";
    let page = visit("").embedded_in(frame).size(640, 900).open();
    page.enter_frame(FRAME);
    page.wait_until_ready();
    page.leave_frame();
    page.settle();
    assert_eq!(height(&page, FRAME).round(), 704.0, "nobody has listened");
    page.js("document.head.append(Object.assign(document.createElement('script'), { src: document.querySelector('data').title + 'embed.js' }))");
    page.wait_for("the height of the figure", &format!("Math.abs({FRAME}.getBoundingClientRect().height - 704) > 1"));
    fits(&page, FRAME);
}

#[test]
fn a_figure_whose_host_does_not_answer_is_its_link() {
    let body = "<script async src=\"{site}embed.js\"></script>\
                <mingbai-figure src=\"http://127.0.0.1:9/\" figure=\"change\"><a href=\"{site}\">为什么变</a></mingbai-figure>\
                <mingbai-figure figure=\"change\"><a href=\"{site}\">为什么变</a></mingbai-figure>";
    let page = visit("").embedded_in(body).size(640, 900).noisy().open();
    page.wait_to_show("mingbai-figure:first-of-type a");
    page.js("document.querySelector('mingbai-figure:last-of-type').scrollIntoView()");
    let answering = "document.querySelector('mingbai-figure:last-of-type').shadowRoot.querySelector('iframe')";
    fits(&page, answering);
    assert!(!page.shows("mingbai-figure:last-of-type a"));
}

#[test]
fn a_figure_is_dark_only_in_an_article_that_can_be() {
    for (style, theme) in [
        ("", "light"),
        ("color-scheme: light", "light"),
        ("color-scheme: dark", "dark"),
        ("color-scheme: light dark", "dark"),
    ] {
        let body = format!(
            "<div style=\"{style}\"><script async src=\"{{site}}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure></div>"
        );
        let page = visit("").embedded_in(&body).size(640, 900).dark().open();
        page.wait_for("the frame", MADE);
        page.enter_frame(MADE);
        page.wait_until_ready();
        let dark = page.js("getComputedStyle(document.body).backgroundColor");
        assert_eq!(dark == "rgb(20, 22, 26)" || page.settings().theme() == "dark", theme == "dark", "{style}: {dark}");
        page.leave_frame();
    }
}

#[test]
fn a_sandbox_that_forbids_downloads_and_tabs_offers_ways_that_work() {
    let framed = |sandbox: &str| {
        visit("")
            .embedded_in(&format!(
                "<iframe sandbox=\"allow-scripts allow-same-origin {sandbox}\" src=\"{{site}}figure/change.html\" \
                 width=\"700\" height=\"900\"></iframe>"
            ))
            .noisy()
            .open()
    };
    let page = framed("");
    page.enter_frame(FRAME);
    page.wait_until_ready();
    page.figure_card("change").open_downloads();
    page.figure_card("change").download("csv");
    page.wait_for(
        "no claim that it started",
        "document.querySelector('.download-message')?.textContent.includes('如果没有开始下载')",
    );
    // The way out of the frame is forbidden as well, so its address is shown.
    page.click(".download-outcome a");
    let address = "document.querySelector('.download-outcome').textContent.split('再下载')[1].trim()";
    page.wait_for("the address", &format!("{address}.startsWith(location.origin + '/figure/change.html')"));
    // An address of another host is shown too: the host may refuse frames.
    page.js(
        "document.querySelector('.foot').insertAdjacentHTML('beforeend', '<a href=\"https://example.org/x\">x</a>')",
    );
    page.click("a[href='https://example.org/x']");
    page.wait_for("its address", "document.querySelector('.foot').textContent.includes('https://example.org/x')");
    // A page of the same site takes the figure's place.
    page.click(".foot a[href='../index.html']");
    page.wait_for(
        "the report",
        "!document.documentElement.dataset.sheet && document.querySelector('#checks') !== null",
    );

    drop(page);

    let page = framed("allow-popups allow-popups-to-escape-sandbox");
    page.enter_frame(FRAME);
    page.wait_until_ready();
    page.click(".foot a[href='../index.html']");
    page.leave_frame();
    let deadline = Instant::now() + PATIENCE;
    while page.run(page.browser().windows()).unwrap().len() < 2 {
        assert!(Instant::now() < deadline, "no tab was opened");
        thread::sleep(Duration::from_millis(50));
    }
    page.enter_frame(FRAME);
    assert_eq!(page.js("document.documentElement.dataset.sheet"), "change", "the figure remains in the article");
}

#[test]
fn a_tab_that_a_sandboxed_frame_opened_claims_no_download_either() {
    let page = visit("figure/change.html?lang=zh&tab=frame").open();
    page.figure_card("change").open_downloads();
    page.figure_card("change").download("csv");
    page.wait_for(
        "no claim that it started",
        "document.querySelector('.download-message')?.textContent.includes('如果没有开始下载')",
    );
    page.wait_for(
        "the address to copy",
        "document.querySelector('#copy-text')?.value.includes('figure/change.html?lang=zh#')",
    );
}
