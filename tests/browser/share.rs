//! Sharing a figure.

use super::charts::FIGURES;
use super::harness::{Page, open, open_browser, visit};
use serde_json::json;
use thirtyfour::Key;

const OPEN: &str = "!!document.querySelector('#share[open]')";
const PREVIEW: &str = "document.querySelector('#share iframe')";

/// Opens the dialog of a figure.
#[track_caller]
fn share(page: &Page, figure: &str) {
    page.click(&format!("[data-figure={figure}] .figure-view:not([hidden]) [data-choice=share]"));
    page.wait_for("the dialog", OPEN);
    page.wait_for("its codes", "document.querySelector('#share-link')?.value");
}

/// What can be copied.
fn code(page: &Page, way: &str) -> String {
    page.js(&format!("document.querySelector('#share-{way}').value")).as_str().unwrap().to_owned()
}

/// Chooses one of several by its place among them.
fn choose(page: &Page, name: &str, place: usize) {
    page.js(&format!("document.querySelectorAll('#share [name=share-{name}]')[{place}].click()"));
}

/// The address of the site that the page is of.
fn site(page: &Page) -> String {
    page.js("location.origin + '/'").as_str().unwrap().to_owned()
}

/// Waits until the preview shows what the codes say, and a condition is true in it.
#[track_caller]
fn previews(page: &Page, what: &str, expression: &str) {
    page.wait_for(
        "a preview of what is copied",
        &format!("{PREVIEW}?.dataset.previewAddress === document.querySelector('#share-link').value"),
    );
    // Where it is not seen, its app does not begin.
    page.js(&format!("{PREVIEW}.scrollIntoView()"));
    page.enter_frame(PREVIEW);
    page.wait_until_ready();
    page.wait_for(what, expression);
    page.leave_frame();
}

#[test]
fn the_preview_and_all_codes_follow_the_options() {
    let page = open("?lang=zh", 1280, 900);
    let site = site(&page);
    share(&page, "change");
    assert_eq!(code(&page, "link"), format!("{site}figure/change.html"));
    assert!(code(&page, "element").contains(&format!("<script async src=\"{site}embed.js\"></script>")));
    assert!(code(&page, "picture").contains(&format!("<img src=\"{site}picture/change.zh.png\"")));
    previews(&page, "the chart", "document.querySelector('[data-figure=change] .chart[data-drawn]')");
    page.enter_frame(PREVIEW);
    assert!(!page.shows("[data-choice=share]"), "in a frame there is no sharing");
    page.leave_frame();
    choose(&page, "lang", 1);
    choose(&page, "theme", 2);
    previews(
        &page,
        "English",
        "document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark'",
    );
    let link = format!("{site}en/figure/change.html?theme=dark");
    assert_eq!(code(&page, "link"), link);
    assert!(code(&page, "frame").contains(&format!("<iframe src=\"{link}\" title=\"What changed")));
    assert!(code(&page, "element").contains("figure=\"change\" lang=\"en\" theme=\"dark\""));
    assert_eq!(page.settings().language(), "zh-CN", "the page itself is as it was");
    assert_eq!(page.settings().theme(), "light");
    choose(&page, "version", 1);
    previews(&page, "the day that it is of", "document.querySelector('[data-frozen]')");
    let frozen = code(&page, "link");
    assert!(
        frozen.starts_with(&format!("{site}v/")) && frozen.ends_with("/en/figure/change.html?theme=dark"),
        "{frozen}"
    );
    assert!(code(&page, "element").contains("version=\""));
    for ending in ["png", "svg"] {
        let file = page.attribute(&format!("#share [data-share={ending}]"), "href").unwrap();
        assert!(
            file.starts_with(&format!("{site}v/")) && file.ends_with(&format!("/picture/change.en.{ending}")),
            "{file}"
        );
        page.js(&format!("void fetch({}).then((answer) => (window.there = answer.ok))", json!(file)));
        page.wait_for("the picture to be there", "window.there === true");
        page.js("void delete window.there");
    }
    assert_eq!(page.js(&format!("{PREVIEW} && document.querySelectorAll('#share iframe').length")), 1);
}

#[test]
fn the_readers_own_settings_do_not_affect_the_preview() {
    let page = open("en/index.html?theme=dark&text=large", 1280, 900);
    page.js("['lang=en', 'theme=dark', 'text=large'].forEach((kept) => localStorage.setItem('mingbai.' + kept.split('=')[0], kept.split('=')[1]))");
    share(&page, "nature");
    choose(&page, "lang", 0);
    previews(
        &page,
        "Chinese, light, in usual type",
        "document.documentElement.lang === 'zh-CN' && document.documentElement.dataset.theme === 'light' && \
         document.documentElement.dataset.text === 'usual'",
    );
}

#[test]
fn options_add_no_history_entries_and_escape_works_in_the_preview() {
    let page = open("?lang=zh", 1280, 900);
    let entries = page.js("history.length").as_u64().unwrap();
    share(&page, "nature");
    for (name, place) in [("lang", 1), ("theme", 2), ("version", 1), ("lang", 0)] {
        choose(&page, name, place);
        previews(&page, "the figure", "document.querySelector('[data-figure=nature] h2')");
    }
    assert_eq!(page.js("history.length"), entries + 1);
    page.go_back();
    page.wait_for("the dialog closed", &format!("!{OPEN} && history.state?.entry >= 0 && !history.state.overlay"));
    share(&page, "nature");
    previews(&page, "the figure", "document.querySelector('[data-figure=nature] h2')");
    page.enter_frame(PREVIEW);
    page.click("[data-figure=nature] h2");
    page.press(Key::Escape);
    page.leave_frame();
    page.wait_for("the dialog closed", &format!("!{OPEN} && history.state?.entry >= 0 && !history.state.overlay"));
}

#[test]
fn a_frozen_page_is_shared_as_that_version() {
    let page = open("?lang=zh", 1280, 900);
    share(&page, "purpose");
    choose(&page, "version", 1);
    let frozen = code(&page, "link");
    page.goto(frozen.strip_prefix(&site(&page)).unwrap());
    share(&page, "purpose");
    assert_eq!(code(&page, "link"), frozen);
    choose(&page, "version", 0);
    assert_eq!(code(&page, "link"), format!("{}figure/purpose.html", site(&page)));
}

#[test]
fn the_chosen_view_of_a_figure_is_shared() {
    let page = open("?lang=zh", 1280, 900);
    page.click("[data-figure=flow] .figure-view:not([hidden]) [data-choose-view='1']");
    share(&page, "flow");
    assert!(code(&page, "link").ends_with("figure/flow.html#figure=flow&view=nature"));
    assert!(code(&page, "picture").contains("picture/flow-nature.zh.png"));
    previews(
        &page,
        "the way",
        "document.querySelector('.figure-view:not([hidden]) [data-choose-view=\"1\"][aria-pressed=true]')",
    );
}

#[test]
fn every_code_works_where_it_is_pasted() {
    let page = open("?lang=zh", 1280, 900);
    let origin = site(&page);
    page.click("[data-figure=flow] .figure-view:not([hidden]) [data-choose-view='1']");
    share(&page, "flow");
    // What a filter leaves that knows neither scripts nor our element: a link.
    let left = "(() => { const made = document.createElement('div'); made.innerHTML = document.querySelector('#share-element').value; \
                made.querySelectorAll('script').forEach((e) => e.remove()); \
                made.querySelectorAll('mingbai-figure').forEach((e) => e.replaceWith(...e.childNodes)); return made.innerHTML.trim() })()";
    let left = page.js(left);
    assert!(left.as_str().unwrap().starts_with(&format!("<a href=\"{origin}figure/flow.html")), "{left}");
    let codes = ["element", "frame", "picture"].map(|way| code(&page, way).replace(&origin, "{site}"));
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
fn copying_is_announced_and_a_refused_copy_selects_the_code() {
    let page = open("?lang=zh", 1280, 900);
    page.allow_clipboard();
    share(&page, "nature");
    let mut copied = String::new();
    for way in ["link", "element", "frame", "picture"] {
        page.click(&format!("#share button[data-share={way}]"));
        page.wait_for("it said", "document.querySelector('#share [role=status]').textContent.includes('已复制')");
        copied = page.clipboard_after(&copied);
        assert_eq!(copied, code(&page, way));
    }
    for refusal in ["{ writeText: () => Promise.reject(new Error('no')) }", "undefined"] {
        page.js(&format!(
            "void Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusal} }})"
        ));
        page.click("#share button[data-share=frame]");
        page.wait_for(
            "the code selected",
            "document.activeElement.id === 'share-frame' && getSelection().toString().includes('<iframe')",
        );
        assert!(page.text("#share [role=status]").contains("文字已经选好"));
    }
}

#[test]
fn escape_button_back_and_backdrop_close_the_dialog() {
    for address in ["?lang=zh", "figure/purpose.html"] {
        let page = open(address, 1280, 900);
        let button = "[data-figure=purpose] .figure-view:not([hidden]) [data-choice=share]";
        let focused = format!("document.activeElement.matches('{button}')");
        let away = format!("!{OPEN} && history.state?.entry >= 0 && !history.state.overlay");
        let entries = page.js("history.length").as_u64().unwrap();
        for close_by in ["Escape", "button", "back", "backdrop"] {
            page.js(&format!("document.querySelector('{button}').focus()"));
            page.press(Key::Enter);
            page.wait_for("the dialog", OPEN);
            page.wait_for("the focus in it", "document.activeElement.closest('#share')");
            page.press("/");
            assert_eq!(page.js("!!document.querySelector('#find[open]')"), false, "nothing opens over it");
            match close_by {
                "Escape" => page.press(Key::Escape),
                "button" => page.click("#share .close"),
                "backdrop" => {
                    page.js("document.querySelector('#share').click()");
                }
                _ => {
                    page.go_back();
                }
            }
            page.wait_for(&format!("the dialog closed by {close_by}"), &away);
            page.wait_for("the focus back where it was", &focused);
            assert_eq!(page.count("#share iframe"), 0, "nothing is loaded behind it");
        }
        assert!(page.js("history.length").as_u64().unwrap() <= entries + 1);
    }
}

#[test]
fn a_figure_without_a_chart_has_no_picture_to_share() {
    // No disclosure of the site lacks one, so the chart's own room says which do.
    let page = open("?lang=en", 1280, 900);
    for figure in FIGURES {
        let pictured =
            page.js(&format!("!!document.querySelector('[data-figure={figure}] .figure-view:not([hidden]) .chart')"));
        share(&page, figure);
        assert_eq!(page.js("!!document.querySelector('#share-picture')"), pictured, "{figure}");
        page.press(Key::Escape);
        page.wait_for("the dialog closed", &format!("!{OPEN} && history.state?.entry >= 0 && !history.state.overlay"));
    }
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
        share(&page, "three_public");
        previews(&page, "the figure", "document.querySelector('[data-figure=three_public] h2')");
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {text} {width}");
        let wide =
            page.js("document.querySelector('#share').scrollWidth - document.querySelector('#share').clientWidth");
        assert_eq!(wide, 0, "{lang} {theme} {text} {width}: wider than its room");
    }
}
