//! Checking a draft: what to look at, beside the text, which is edited in place.

use super::harness::{Page, open};
use super::opening::{drop_files, example, wait_for_opened};
use thirtyfour::Key;

/// A draft with two conflicts, and a sentence in which a template was left.
fn open_draft(page: &Page) {
    let draft = example(4) + "\n机关运行经费XX万元，较上年增加（减少）10万元。\n";
    drop_files(page, &[("草稿.docx.txt", draft.as_bytes())]);
    wait_for_opened(page, "草稿.docx.txt", "某区示例单位4");
    page.click(".opened-note [data-choice=draft]");
    page.wait_to_show("#draft .findings");
}

fn kinds(page: &Page) -> String {
    page.js("[...document.querySelectorAll('#draft [data-finding]')].map((found) => found.dataset.finding).join(' ')")
        .as_str()
        .unwrap()
        .to_owned()
}

/// Replaces words of the text as a person would: selects them and types.
fn replace(page: &Page, words: &str, by: &str) {
    page.js(&format!(
        "(() => {{
            const field = document.querySelector('#draft-text')
            const at = field.value.indexOf({words:?})
            if (at < 0) throw new Error('not in the text')
            field.focus()
            field.setSelectionRange(at, at + {words:?}.length)
        }})()"
    ));
    page.press(by);
}

#[test]
fn conflicts_come_first_and_each_finding_leads_into_the_text() {
    let page = open("?lang=zh", 1280, 900);
    open_draft(&page);
    let found = kinds(&page);
    assert!(found.starts_with("conflict conflict leftover leftover unread "), "{found}");
    let first = page.text("#draft [data-finding=conflict]");
    for said in ["相差 5.01 万元", "一边", "另一边", "第 11 行", "对照预算表"] {
        assert!(first.contains(said), "{said} in {first}");
    }
    page.click("#draft [data-finding=leftover] [data-draft-range]");
    let selected = "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)";
    assert_eq!(page.js(selected), "XX");
    // The selection is on the screen.
    page.click("#draft [data-finding=conflict] [data-draft-range]");
    assert_eq!(page.js(selected), "一般公共服务支出预算0.00 万元");
}

#[test]
fn the_checks_follow_the_text_and_the_corrected_text_can_be_shown() {
    let page = open("?lang=zh", 1280, 900);
    open_draft(&page);
    replace(&page, "XX万元，较上年增加（减少）", "20.00万元，较上年增加");
    page.wait_for("no leftover", "!document.querySelector('#draft [data-finding=leftover]')");
    replace(
        &page,
        "项目支出0.00 万元,主要用于本单位相关工作,较2022减少2.16 万元",
        "项目支出0.00 万元,主要用于本单位相关工作,较2022减少0.00 万元",
    );
    page.wait_for("a conflict less", "document.querySelectorAll('#draft [data-finding=conflict]').length === 2");
    // Closing keeps what was edited.
    page.press(Key::Escape);
    page.wait_for("the dialog closed", "!document.querySelector('#draft').open");
    page.click(".opened-note [data-choice=draft]");
    page.wait_for("a conflict less", "document.querySelectorAll('#draft [data-finding=conflict]').length === 2");
    page.click("#draft [data-draft=show]");
    wait_for_opened(&page, "草稿.docx.txt（改过）", "某区示例单位4");
    assert_eq!(
        page.js("document.querySelector('#source .original').textContent.includes('较2022减少0.00 万元')"),
        true
    );
    // A text that is no budget gets its sentence.
    page.click(".opened-note [data-choice=draft]");
    page.wait_to_show("#draft .findings");
    page.js("document.querySelector('#draft-text').select()");
    page.press("很久以前");
    page.wait_for_text("#draft [role=alert]", "没有找到收入预算");
}

#[test]
fn the_text_and_the_result_can_be_taken_away_and_printed() {
    let page = open("?lang=zh", 1280, 900);
    open_draft(&page);
    page.js(
        "(window.taken = [], URL.createObjectURL = ((make) => function (blob) { window.blob = blob; return make.call(URL, blob) })(URL.createObjectURL),
          HTMLAnchorElement.prototype.click = function () { window.blob.text().then((text) => window.taken.push([this.download, text])) }, 0)",
    );
    page.click("#draft [data-draft=text]");
    page.wait_for("the text", "window.taken.length === 1");
    assert_eq!(page.js("window.taken[0][0]"), "草稿.docx.txt");
    assert_eq!(page.js("window.taken[0][1] === document.querySelector('#draft-text').value"), true);
    page.click("#draft [data-draft=report]");
    page.wait_for("the report", "window.taken.length === 2");
    assert_eq!(page.js("window.taken[1][0]"), "草稿.docx.html");
    // Each finding leads to its line in the text below, and nothing in the page needs a script.
    let report = "(() => { const page = new DOMParser().parseFromString(window.taken[1][1], 'text/html')
        const links = [...page.querySelectorAll('.findings a')]
        return [page.querySelector('h1').textContent, page.querySelectorAll('button, script').length, links.length > 8,
            links.every((link) => page.querySelector(link.getAttribute('href')))] })()";
    assert_eq!(page.js(report), serde_json::json!(["核对结果 · 草稿.docx.txt", 0, true, true]));
    let sheets = page.sheets("draft");
    let has = |words: &str| sheets.iter().any(|sheet| sheet.has(words));
    assert!(has("像是模板里没改的字") && has("对照预算表"));
    assert!(!has("存成文本") && !has("打开一份预算"));
}

#[test]
fn a_phone_shows_the_findings_and_the_text() {
    let page = open("?lang=en", 360, 740);
    open_draft(&page);
    assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true);
    assert!(page.shows("#draft-text") && page.shows("#draft [data-finding=conflict]"));
    assert!(page.text("#draft [data-finding=conflict]").contains("Does not agree"));
}
