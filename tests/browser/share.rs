//! Sharing a figure.

use super::charts::FIGURES;
use super::harness::{Page, ShareDialog, open, open_browser, root, visit};
use serde_json::json;
use std::fs;
use thirtyfour::Key;

/// The address of the site that the page is of.
fn site(page: &Page) -> String {
    page.js("location.origin + '/'").as_str().unwrap().to_owned()
}

#[test]
fn the_preview_and_all_codes_follow_the_options() {
    let page = open("?lang=zh", 1280, 900);
    let site = site(&page);
    page.share_dialog().open_for("change");
    assert_eq!(page.share_dialog().code("link"), format!("{site}figure/change.html"));
    assert!(page.share_dialog().code("element").contains(&format!("<script async src=\"{site}embed.js\"></script>")));
    assert!(page.share_dialog().code("picture").contains(&format!("<img src=\"{site}picture/change.zh.png\"")));
    page.share_dialog()
        .wait_for_preview("the chart", "document.querySelector('[data-figure=change] .chart[data-drawn]')");
    page.share_dialog().enter_preview();
    assert!(!page.shows("[data-choice=share]"), "in a frame there is no sharing");
    page.leave_frame();
    page.share_dialog().choose("lang", 1);
    page.share_dialog().choose("theme", 2);
    page.share_dialog().wait_for_preview(
        "English",
        "document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark'",
    );
    let link = format!("{site}en/figure/change.html?theme=dark");
    assert_eq!(page.share_dialog().code("link"), link);
    let compact = format!("<iframe src=\"{link}&amp;compact\" title=\"What changed");
    assert!(page.share_dialog().code("frame").contains(&compact), "what is offered first is compact");
    assert!(page.share_dialog().code("element").contains("theme=\"dark\" compact height=\""));
    page.share_dialog().wait_for_preview("the compact form", "'compact' in document.documentElement.dataset");
    page.share_dialog().choose("form", 1);
    page.share_dialog().wait_for_preview("the whole figure", "!('compact' in document.documentElement.dataset)");
    assert!(page.share_dialog().code("element").contains("figure=\"change\" lang=\"en\" theme=\"dark\""));
    assert_eq!(page.settings().language(), "zh-CN", "the page itself is as it was");
    assert_eq!(page.settings().theme(), "light");
    page.share_dialog().choose("version", 1);
    page.share_dialog().wait_for_preview("the day that it is of", "document.querySelector('[data-frozen]')");
    let frozen = page.share_dialog().code("link");
    assert!(
        frozen.starts_with(&format!("{site}v/")) && frozen.ends_with("/en/figure/change.html?theme=dark"),
        "{frozen}"
    );
    assert!(page.share_dialog().code("element").contains("version=\""));
    for ending in ["png", "svg"] {
        let file = page.share_dialog().picture_address(ending);
        assert!(
            file.starts_with(&format!("{site}v/")) && file.ends_with(&format!("/picture/change.en.{ending}")),
            "{file}"
        );
        page.js(&format!("void fetch({}).then((answer) => (window.there = answer.ok))", json!(file)));
        page.wait_for("the picture to be there", "window.there === true");
        page.js("void delete window.there");
    }
    assert_eq!(page.share_dialog().preview_count(), 1);
}

#[test]
fn the_readers_own_settings_do_not_affect_the_preview() {
    let page = open("en/index.html?theme=dark&text=large", 1280, 900);
    page.js("['lang=en', 'theme=dark', 'text=large'].forEach((kept) => localStorage.setItem('mingbai.' + kept.split('=')[0], kept.split('=')[1]))");
    page.share_dialog().open_for("nature");
    page.share_dialog().choose("lang", 0);
    page.share_dialog().wait_for_preview(
        "Chinese, light, in usual type",
        "document.documentElement.lang === 'zh-CN' && document.documentElement.dataset.theme === 'light' && \
         document.documentElement.dataset.text === 'usual'",
    );
}

#[test]
fn options_add_no_history_entries_and_escape_works_in_the_preview() {
    let page = open("?lang=zh", 1280, 900);
    let entries = page.js("history.length").as_u64().unwrap();
    page.share_dialog().open_for("nature");
    for (name, place) in [("lang", 1), ("theme", 2), ("version", 1), ("lang", 0)] {
        page.share_dialog().choose(name, place);
        page.share_dialog().wait_for_preview("the figure", "document.querySelector('[data-figure=nature] h2')");
    }
    assert_eq!(page.js("history.length"), entries + 1);
    page.go_back();
    page.share_dialog().wait_closed();
    page.share_dialog().open_for("nature");
    page.share_dialog().wait_for_preview("the figure", "document.querySelector('[data-figure=nature] h2')");
    page.share_dialog().enter_preview();
    page.click("[data-figure=nature] h2");
    page.press(Key::Escape);
    page.leave_frame();
    page.share_dialog().wait_closed();
}

#[test]
fn a_frozen_page_is_shared_as_that_version() {
    let page = open("?lang=zh", 1280, 900);
    page.share_dialog().open_for("purpose");
    page.share_dialog().choose("version", 1);
    let frozen = page.share_dialog().code("link");
    page.goto(frozen.strip_prefix(&site(&page)).unwrap());
    page.share_dialog().open_for("purpose");
    assert_eq!(page.share_dialog().code("link"), frozen);
    page.share_dialog().choose("version", 0);
    assert_eq!(page.share_dialog().code("link"), format!("{}figure/purpose.html", site(&page)));
}

#[test]
fn the_chosen_view_of_a_figure_is_shared() {
    let page = open("?lang=zh", 1280, 900);
    page.figure_card("flow").choose_view(2);
    page.share_dialog().open_for("flow");
    page.share_dialog().choose("form", 1);
    assert!(page.share_dialog().code("link").ends_with("figure/flow.html#figure=flow&view=nature"));
    assert!(page.share_dialog().code("picture").contains("picture/flow-nature.zh.png"));
    page.share_dialog().wait_for_preview(
        "the way",
        "document.querySelector('.figure-view:not([hidden]) [data-choose-view=\"1\"][aria-pressed=true]')",
    );
}

#[test]
fn every_code_works_where_it_is_pasted() {
    let page = open("?lang=zh", 1280, 900);
    let origin = site(&page);
    page.figure_card("flow").choose_view(2);
    page.share_dialog().open_for("flow");
    // What a filter leaves that knows neither scripts nor our element: a link.
    let left = "(() => { const made = document.createElement('div'); made.innerHTML = document.querySelector('#reuse-element').value; \
                made.querySelectorAll('script').forEach((e) => e.remove()); \
                made.querySelectorAll('mingbai-figure').forEach((e) => e.replaceWith(...e.childNodes)); return made.innerHTML.trim() })()";
    let left = page.js(left);
    assert!(left.as_str().unwrap().starts_with(&format!("<a href=\"{origin}figure/flow.html")), "{left}");
    let codes = ["element", "frame", "picture"].map(|way| page.share_dialog().code(way).replace(&origin, "{site}"));
    drop(page);
    let [element, frame, picture] = codes;
    let page = visit("").embedded_in(&format!("{element}{frame}{picture}")).size(640, 900).open();
    for there in [
        "document.querySelector('mingbai-figure').shadowRoot.querySelector('iframe')",
        "document.querySelector('body > iframe')",
    ] {
        page.js(&format!("{there}.scrollIntoView()"));
        page.enter_frame(there);
        page.wait_until_ready();
        page.wait_for(
            "the way that was shared",
            "document.querySelector('.figure-view:not([hidden]) [data-choose-view=\"1\"][aria-pressed=true]')",
        );
        page.leave_frame();
    }
    page.wait_for("the picture", "document.querySelector('a > img').naturalWidth > 1000");
    assert!(page.attribute("body > a", "href").unwrap().ends_with("figure/flow.html#figure=flow&view=nature"));
    assert!(page.attribute("a > img", "alt").unwrap().contains("钱从哪里来"));
}

#[test]
fn the_picture_and_a_code_for_phones_are_in_the_dialog() {
    let page = open("?lang=zh", 1280, 900);
    page.share_dialog().open_for("change");
    page.wait_for("the picture", "document.querySelector('#reuse img')?.naturalWidth >= 1200");
    let picture = page.js("document.querySelector('#reuse img').src");
    assert_eq!(picture, page.site().url("picture/change.zh.png"));
    assert!(page.js("document.querySelector('#reuse img').alt").as_str().unwrap().contains("比去年变了多少"));
    let code = "document.querySelector('#reuse .reuse-qr path').getAttribute('d')";
    let wanted = |link: &str| mingbai::kiosk::draw_qr_code(link).unwrap().path;
    assert_eq!(page.js(code), wanted(&page.share_dialog().code("link")));
    page.share_dialog().choose("lang", 1);
    page.wait_for("the English picture", "document.querySelector('#reuse img')?.src.endsWith('picture/change.en.png')");
    assert_eq!(page.js(code), wanted(&page.share_dialog().code("link")));
    assert_eq!(page.count("#reuse [data-share=system]"), 0, "this browser has no share sheet");
}

/// A browser with a share sheet, which takes files if `canShare` says so.
fn share_sheet(can_share: &str) -> String {
    format!(
        "Object.defineProperties(Navigator.prototype, {{
            canShare: {{ value: (data) => {can_share} }},
            share: {{ value: (data) => {{
                window.shared = {{ title: data.title, url: data.url, isPressed: navigator.userActivation.isActive,
                    files: (data.files ?? []).map((file) => [file.name, file.type, file.size > 10000]) }}
                return window.refuses ? Promise.reject(new DOMException('', window.refuses)) : Promise.resolve()
            }} }},
        }})"
    )
}

#[test]
fn a_phone_opens_its_share_sheet_with_title_address_and_picture() {
    let picture = json!([["change.zh.png", "image/png", true]]);
    for (can_share, files) in [("data.files?.[0]?.type === 'image/png'", picture), ("false", json!([]))] {
        let page = visit("?lang=zh").size(360, 740).before(&share_sheet(can_share)).open();
        page.share_dialog().open_for("change");
        // The picture is fetched for the sheet as well as shown.
        page.wait_for("the picture", "document.querySelector('#reuse img')?.naturalWidth >= 1200");
        page.settle();
        page.click("#reuse [data-share=system]");
        page.wait_for("the share sheet", "window.shared");
        let shared = page.js("shared");
        assert_eq!(shared["url"], page.site().url("figure/change.html"));
        assert!(shared["title"].as_str().unwrap().contains("比去年变了多少"), "{shared}");
        assert_eq!(shared["isPressed"], true, "a browser opens it only while a press is handled");
        assert_eq!(shared["files"], files);
        // Who closes the sheet again is told nothing; who cannot open it is told what to do.
        page.js("(window.refuses = 'AbortError')");
        page.click("#reuse [data-share=system]");
        page.settle();
        assert_eq!(page.text("#reuse [role=status]"), "");
        page.js("(window.refuses = 'NotAllowedError')");
        page.click("#reuse [data-share=system]");
        page.share_dialog().wait_for_message("请复制链接");
    }
}

#[test]
fn copying_is_announced_and_a_refused_copy_selects_the_code() {
    let page = open("?lang=zh", 1280, 900);
    page.allow_clipboard();
    page.share_dialog().open_for("nature");
    let mut copied = String::new();
    for way in ["link", "element", "frame", "picture"] {
        page.share_dialog().press_copy(way);
        page.share_dialog().wait_for_message("已复制");
        copied = page.clipboard_after(&copied);
        assert_eq!(copied, page.share_dialog().code(way));
    }
    for refusal in ["{ writeText: () => Promise.reject(new Error('no')) }", "undefined"] {
        page.js(&format!(
            "void Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusal} }})"
        ));
        page.share_dialog().press_copy("frame");
        page.share_dialog().wait_for_selection("frame", "<iframe");
        page.share_dialog().wait_for_message("文字已经选好");
    }
}

#[test]
fn escape_button_back_and_backdrop_close_the_dialog() {
    for address in ["?lang=zh", "figure/purpose.html"] {
        let page = open(address, 1280, 900);
        let (button, dialog) = (ShareDialog::button_of("purpose"), page.share_dialog());
        let focused = format!("document.activeElement.matches('{button}')");
        let entries = page.js("history.length").as_u64().unwrap();
        for close_by in ["Escape", "button", "back", "backdrop"] {
            page.focus(&button);
            page.press(Key::Enter);
            dialog.wait_open();
            page.wait_for("the focus in it", "document.activeElement.closest('#reuse')");
            page.press("/");
            assert!(!page.search_dialog().is_open(), "nothing opens over it");
            match close_by {
                "Escape" => page.press(Key::Escape),
                "button" => dialog.press_close(),
                "backdrop" => dialog.press_backdrop(),
                _ => page.go_back(),
            }
            dialog.wait_closed();
            page.wait_for("the focus back where it was", &focused);
            assert_eq!(dialog.preview_count(), 0, "{close_by}: nothing is loaded behind it");
        }
        assert!(page.js("history.length").as_u64().unwrap() <= entries + 1);
    }
}

#[test]
fn a_figure_without_a_chart_has_no_picture_to_share() {
    // No disclosure of the site lacks one, so the chart's own room says which do.
    let page = open("?lang=en", 1280, 900);
    for figure in FIGURES {
        let pictured = page.count(&page.figure_card(figure).part(".chart")) > 0;
        page.share_dialog().open_for(figure);
        assert_eq!(page.share_dialog().has_code("picture"), pictured, "{figure}");
        page.press(Key::Escape);
        page.share_dialog().wait_closed();
    }
}

#[test]
fn a_site_without_pictures_offers_none() {
    let document = fs::read_to_string(root().join("tests/examples/8.txt")).unwrap();
    let page = visit("?lang=zh").with_document(&document).open();
    page.share_dialog().open_for("change");
    assert!(page.share_dialog().has_code("frame") && !page.share_dialog().has_code("picture"));
    assert!(!page.shows("[data-share=png], [data-share=svg]"));
    assert_eq!(page.count(".reuse-pictures img"), 0);
}

#[test]
fn axe_finds_nothing_and_nothing_is_cut_off() {
    let page = open_browser();
    for (lang, theme, text, width) in [
        ("zh", "light", "usual", 360),
        ("en", "dark", "large", 360),
        ("en", "light", "usual", 768),
        ("zh", "dark", "large", 1280),
    ] {
        page.goto_at(&format!("?lang={lang}&theme={theme}&text={text}"), width, 800);
        page.share_dialog().open_for("three_public");
        page.share_dialog().wait_for_preview("the figure", "document.querySelector('[data-figure=three_public] h2')");
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {text} {width}");
        let hidden = page.share_dialog().hidden_width();
        assert_eq!(hidden, 0, "{lang} {theme} {text} {width}: wider than its room");
    }
}
