//! Languages, light and dark, and addresses that lead to a place.

use super::harness::{open, visit};

#[test]
fn a_link_to_a_line_opens_there() {
    let page = open("?lang=zh#figure=change&line=appropriation.project", 1280, 800);
    page.wait_to_show("#popup");
    assert!(page.text("#popup h3").contains("项目支出"));
    assert!(page.shows("[data-explains='appropriation.project'].lit"));
    page.wait_for("the figure on the screen", "(() => { const top = document.querySelector('[data-figure=change]').getBoundingClientRect().top; return top < innerHeight && top > -600 })()");
}

#[test]
fn a_link_to_what_is_not_here_opens_the_page_and_says_so() {
    for address in ["?lang=zh#figure=pie", "?lang=zh#figure=change&line=expenditure.999"] {
        let page = open(address, 1280, 800);
        page.wait_to_show(".lost");
        assert!(page.shows("[data-figure=flow]"), "the page is there all the same");
    }
}

#[test]
fn a_reader_switches_to_english_and_back() {
    let page = open("?lang=zh", 1280, 800);
    assert_eq!(page.js("document.documentElement.lang"), "zh-CN");
    page.click("[data-choice=lang]");
    page.wait_for("the page in English", "document.documentElement.lang === 'en'");
    assert!(page.text("[data-figure=change] h2").contains("yet the total rises by"));
    assert!(page.address().contains("lang=en"));
    assert!(page.js("document.title").as_str().unwrap().contains("Dazu District"));
    page.reload();
    page.wait_for("still in English", "document.documentElement.lang === 'en'");
    page.click("[data-choice=lang]");
    page.wait_for("the page in Chinese", "document.documentElement.lang === 'zh-CN'");
}

#[test]
fn english_marks_our_translation_and_keeps_the_original() {
    let page = open("?lang=en", 1280, 800);
    let reason = page.text("[data-explains='three_public.reception']");
    assert!(reason.contains("our translation, not official"), "{reason}");
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
fn light_and_dark_follow_the_system_the_choice_and_the_address() {
    let dark = visit("").dark().open();
    assert_eq!(dark.js("document.documentElement.dataset.theme"), "dark");
    drop(dark);
    let page = open("?theme=light", 1280, 800);
    page.click("[data-choice=theme]");
    page.wait_for("dark", "document.documentElement.dataset.theme === 'dark'");
    assert!(page.address().contains("theme=dark"));
    let ground = page.js("getComputedStyle(document.body).backgroundColor");
    assert_eq!(ground, "rgb(20, 23, 26)");
}

#[test]
fn large_text_is_a_quarter_larger() {
    let page = open("?text=usual", 1280, 800);
    let usual = page.js("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)").as_f64().unwrap();
    page.click("[data-choice=text]");
    page.wait_for("large text", "document.documentElement.dataset.text === 'large'");
    let large = page.js("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)").as_f64().unwrap();
    assert!((large / usual - 1.25).abs() < 0.01, "{usual} → {large}");
}
