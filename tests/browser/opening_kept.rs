//! What becomes of an opened document: how much of it was understood, keeping it on the device, opening it in a kiosk,
//! and in Firefox.

use super::embeds::FRAME;
use super::harness::{OtherEngine, Page, open, visit};
use super::kiosk::{site_with, visit_kiosk};
use super::opening::{drop_files, example, wait_for_opened};
use serde_json::json;
use thirtyfour::Key;

/// The names of the databases that the page has.
fn databases(page: &Page) -> serde_json::Value {
    page.js("indexedDB.databases().then((all) => all.map((database) => database.name))")
}

/// Waits until the note on the opened document shows these words.
#[track_caller]
fn wait_for_note(page: &Page, words: &str) {
    page.wait_for(words, &format!("document.querySelector('.opened-note')?.innerText.includes({})", json!(words)));
}

#[test]
fn of_a_document_of_which_little_is_understood_the_share_is_said_and_the_text_is_marked() {
    let page = open("?lang=zh", 1280, 900);
    let vague: String = (1..=6).map(|n| format!("其他安排约{n}5万元。\n")).collect();
    let text = format!("某县示例局\n2023年部门预算情况说明\n（一）收入预算：2023年年初预算数100万元。\n{vague}");
    drop_files(&page, &[("多半读不懂.txt", text.as_bytes())]);
    wait_for_opened(&page, "多半读不懂.txt", "某县示例局");
    let said = page.text(".half-understood");
    assert!(said.contains("7 个数里读懂了 1 个（14%）"), "{said}");
    // No page of empty answers: the text is open, with each of them marked.
    assert!(!page.shows("[data-empty-state]"));
    page.click(".half-understood a");
    page.wait_for("the text", "document.querySelector('#source .original').checkVisibility()");
    let marked =
        "[...document.querySelectorAll('#source .original .unread')].filter((it) => it.checkVisibility()).length";
    assert_eq!(page.js(marked), 6);
    assert!(page.js("document.querySelector('h1 + *, .hero').innerText").as_str().unwrap().contains("100"));
    // In English, too; and of a text that was understood well, only what was not is said.
    page.settings().press_language();
    page.settings().wait_for_language("en");
    page.wait_for_text(".half-understood", "1 of its 7 numbers (14%)");
    let text = format!("{}\n另有约7万元。", example(2));
    drop_files(&page, &[("b.txt", text.as_bytes())]);
    wait_for_opened(&page, "b.txt", "某区示例单位2");
    assert!(page.text("[data-alert=unread]").contains("One number"), "{}", page.text("[data-alert=unread]"));
    assert_eq!(page.count(".half-understood"), 0);
    assert_eq!(page.js("document.querySelector('#source details').open"), false);
}

#[test]
fn a_document_is_kept_only_when_asked_and_can_be_forgotten() {
    let page = open("?lang=zh", 1280, 900);
    let text = format!("{}\n脚注", example(2));
    drop_files(&page, &[("甲.txt", text.as_bytes())]);
    wait_for_opened(&page, "甲.txt", "某区示例单位2");
    page.click(".bar [data-choice=open]");
    page.wait_to_show("#open");
    assert_eq!(databases(&page), json!([]), "nothing is kept unasked, not even an empty database");
    page.press(Key::Escape);
    // A second press while it is being kept keeps no second copy.
    page.wait_for("the page", "!document.querySelector('#open').open");
    page.js(
        "(() => { const button = document.querySelector('[data-choice=keep]'); button.click(); button.click() })()",
    );
    wait_for_note(&page, "留在了这台设备上");
    assert!(!page.shows("[data-choice=keep]"));
    drop_files(&page, &[("乙.txt", example(3).as_bytes())]);
    wait_for_opened(&page, "乙.txt", "某区示例单位3");
    page.click("[data-choice=keep]");
    wait_for_note(&page, "留在了这台设备上");
    // What is kept is no reason to ask before leaving, and is there after it.
    page.reload();
    assert_eq!(page.count(".opened-note"), 0);
    page.click(".bar [data-choice=open]");
    page.wait_for("both", "document.querySelectorAll('#open [data-kept]').length === 2");
    page.click("#open [data-kept='1']");
    wait_for_opened(&page, "甲.txt", "某区示例单位2");
    wait_for_note(&page, "留在了这台设备上");
    assert_eq!(page.js("document.querySelector('#source .original').textContent.includes('脚注')"), true);
    // One is forgotten, then all; what is open stays open, and is lost with the page.
    page.click(".bar [data-choice=open]");
    page.wait_to_show("[data-forget='2']");
    assert_eq!(page.text("[data-forget='2']"), "删掉“乙.txt”");
    page.click("[data-forget='2']");
    page.wait_for("one", "document.querySelectorAll('#open [data-kept]').length === 1");
    page.click("[data-forget=all]");
    page.wait_for("none", "document.querySelectorAll('#open [data-kept]').length === 0");
    assert_eq!(databases(&page), json!([]));
    page.press(Key::Escape);
    wait_for_note(&page, "刷新页面就没有了");
    assert!(page.shows("[data-choice=keep]"));
}

#[test]
fn a_frame_without_an_origin_keeps_nothing_and_says_so() {
    let page = visit("")
        .embedded_in("<iframe sandbox=\"allow-scripts\" src=\"{site}?lang=zh\" width=\"900\" height=\"700\"></iframe>")
        .open();
    page.enter_frame(FRAME);
    page.wait_for("the page", "document.documentElement.hasAttribute('data-ready')");
    drop_files(&page, &[("甲.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "甲.txt", "某区示例单位2");
    page.click("[data-choice=keep]");
    wait_for_note(&page, "不让网页保存文件");
    assert!(!page.shows("[data-choice=keep]"));
}

#[test]
fn while_a_file_is_held_over_the_page_it_says_so_and_its_reader_is_fetched() {
    let page = open("?lang=zh", 1280, 900);
    let drag = |event: &str| {
        page.js(&format!(
            "(() => {{
                const dataTransfer = new DataTransfer()
                dataTransfer.items.add(new File(['a'], 'a.txt'))
                document.body.dispatchEvent(new DragEvent('{event}', {{ dataTransfer, bubbles: true, cancelable: true }}))
            }})()"
        ));
    };
    drag("dragover");
    assert_eq!(page.js("getComputedStyle(document.documentElement, '::after').content"), "\"打开一份预算\"");
    page.wait("the reader to be fetched", || {
        page.site()
            .requests()
            .iter()
            .any(|request| request.path.contains("document-reader") && request.path.ends_with(".wasm"))
            .then_some(())
    });
    drag("dragleave");
    assert_eq!(page.js("document.documentElement.dataset.fileOver"), "");
    drag("dragover");
    drop_files(&page, &[("甲.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "甲.txt", "某区示例单位2");
    assert_eq!(page.js("document.documentElement.dataset.fileOver"), "");
}

/// Chooses a file in the dialog that is open, and waits until it is shown.
fn choose(page: &Page) {
    page.js(&format!(
        "(() => {{
            const chosen = new DataTransfer()
            chosen.items.add(new File([{}], '甲.txt'))
            const field = document.querySelector('#open-file')
            field.files = chosen.files
            field.dispatchEvent(new Event('change', {{ bubbles: true }}))
        }})()",
        json!(example(2))
    ));
    wait_for_opened(page, "甲.txt", "某区示例单位2");
}

#[test]
fn a_kiosk_that_allows_opening_forgets_with_the_person() {
    let page = visit_kiosk("&idle=60").of(site_with("kiosk-open", &[("kiosk.txt", b"open = yes\n")])).open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.tap(".kiosk-bar [data-choice=open]");
    page.wait_to_show("#open #open-file");
    assert!(page.shows("#open [data-open=text]"), "a text can be opened, too");
    choose(&page);
    assert!(!page.shows("[data-choice=keep]") && !page.shows("[data-choice=draft]"));
    page.kiosk().restart_after(61);
    page.kiosk().wait_until_shown();
    assert_eq!(page.count(".opened-note"), 0);
    assert_eq!(page.js("document.body.innerText.includes('示例单位2')"), false);
    page.kiosk().begin();
    page.js("history.back()");
    assert_eq!(page.count(".opened-note"), 0);
    assert_eq!(databases(&page), json!([]));
}

#[test]
fn a_kiosk_that_cannot_load_its_page_again_forgets_as_well() {
    let page =
        visit_kiosk("&idle=60").of(site_with("kiosk-open-cut", &[("kiosk.txt", b"open = yes\n")])).noisy().open();
    page.kiosk().wait_until_shown();
    page.kiosk().begin();
    page.tap(".kiosk-bar [data-choice=open]");
    page.wait_to_show("#open #open-file");
    choose(&page);
    page.site().cut_network_after(0);
    page.advance_clock(61_000);
    page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
    page.wait_for("no trace", "!document.body.textContent.includes('示例单位2')");
}

#[test]
fn files_are_dropped_chosen_and_pasted_in_firefox() {
    let (site, _) = visit("").serve();
    let page = OtherEngine::firefox();
    page.open(&site.url("?lang=zh"));
    let opened = |file: &str, institution: &str| {
        page.wait_for(
            institution,
            &format!(
                "document.querySelector('.opened-note')?.textContent.includes('{file}') \
                 && document.querySelector('.bar-who').textContent === '{institution}'"
            ),
        );
    };
    let transfer = |name: &str, n: u32| {
        format!("const data = new DataTransfer(); data.items.add(new File([{}], '{name}'))", json!(example(n)))
    };
    page.js(&format!(
        "(() => {{ {}; window.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }})) }})()",
        transfer("放下.txt", 2)
    ));
    opened("放下.txt", "某区示例单位2");
    page.click(".bar [data-choice=open]");
    page.wait_for("the dialog", "document.querySelector('#open-file')?.checkVisibility()");
    page.js(&format!(
        "(() => {{ {}; const field = document.querySelector('#open-file'); field.files = data.files
            field.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()",
        transfer("选的.txt", 3)
    ));
    opened("选的.txt", "某区示例单位3");
    // Cut from a field and pasted on the page, by the keys of a reader.
    page.click(".bar [data-choice=open]");
    page.wait_for("the dialog", "document.querySelector('#open-text')?.checkVisibility()");
    page.js(&format!("document.querySelector('#open-text').value = {}", json!(example(4))));
    page.js("document.querySelector('#open-text').focus()");
    page.press_with(Key::Control, 'a');
    page.press_with(Key::Control, 'x');
    page.escape();
    page.wait_for("the page", "!document.querySelector('#open').open");
    page.press_with(Key::Control, 'v');
    opened("粘贴的文字", "某区示例单位4");
    page.click("[data-choice=keep]");
    page.wait_for("it to be kept", "document.querySelector('.opened-note').innerText.includes('留在了这台设备上')");
    page.click("[data-choice=published]");
    page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
    page.click(".bar [data-choice=open]");
    page.wait_for("what is kept", "document.querySelectorAll('#open [data-kept]').length === 1");
    page.click("[data-forget=all]");
    page.wait_for("nothing", "document.querySelectorAll('#open [data-kept]').length === 0");
}
