//! Opening a document of the reader's own: by a file, by dropping, by pasting; it stays on the device.

use super::document_files;
use super::harness::{Page, open, open_browser, root, visit};
use super::offline::wait_until_kept;
use encoding_rs::GB18030;
use serde_json::json;
use std::fs;
use thirtyfour::Key;

pub fn example(n: u32) -> String {
    fs::read_to_string(root().join(format!("tests/examples/{n}.txt"))).unwrap()
}

/// Drops files with these names and bytes on the page.
pub fn drop_files(page: &Page, files: &[(&str, &[u8])]) {
    let files: Vec<_> = files.iter().map(|(name, bytes)| json!([name, bytes])).collect();
    page.js(&format!(
        "(() => {{
            const dropped = new DataTransfer()
            for (const [name, bytes] of {}) dropped.items.add(new File([new Uint8Array(bytes)], name))
            window.dispatchEvent(new DragEvent('drop', {{ dataTransfer: dropped, bubbles: true, cancelable: true }}))
        }})()",
        json!(files)
    ));
}

/// Waits until the page shows an opened document: the sentence that names its file, and its institution.
#[track_caller]
pub fn wait_for_opened(page: &Page, file: &str, institution: &str) {
    page.wait_for(
        &format!("{file} to be shown"),
        &format!(
            "document.querySelector('.opened-note')?.textContent.includes({}) \
             && document.querySelector('.bar-who').textContent === {}",
            json!(file),
            json!(institution)
        ),
    );
}

#[test]
fn a_dropped_file_becomes_the_whole_page_and_back_returns_to_the_published_one() {
    let page = open("?lang=zh", 1280, 900);
    let (address, title) = (page.address(), page.js("document.title"));
    let requests = page.site().requests().len();
    drop_files(&page, &[("某局预算.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "某局预算.txt", "某区示例单位2");
    assert_eq!(page.js("document.title"), "把某区示例单位2的预算讲明白 · 明白账");
    assert_eq!(page.address(), address, "nothing of the file is in the address");
    assert_eq!(page.js("document.activeElement.tagName"), "H1");
    assert_eq!(page.js("scrollY"), 0);
    page.chart("purpose").draw();
    assert_eq!(page.js("document.querySelector('#source .original').textContent.includes('某区示例单位2')"), true);
    // Others could not open it.
    assert_eq!(page.count("[data-choice=share], [data-download=link]"), 0);
    // Its numbers lead to its own text, and its places have addresses.
    page.click(".hero a.amount");
    page.popup().wait_open();
    page.press(Key::Escape);
    page.click("a[href='#checks']");
    page.wait_for("the place in the address", "location.hash === '#checks'");
    page.js("history.back()");
    page.wait_for("the place before", "location.hash === ''");
    wait_for_opened(&page, "某局预算.txt", "某区示例单位2");
    page.js("history.back()");
    page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
    assert_eq!(page.js("document.title"), title);
    assert_eq!(page.js("document.querySelector('#source .original').textContent.includes('大足区')"), true);
    assert!(page.count("[data-choice=share]") > 3);
    page.js("history.forward()");
    wait_for_opened(&page, "某局预算.txt", "某区示例单位2");
    page.click("[data-choice=published]");
    page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
    // Only files of the app were requested, and nothing is stored.
    let requests = page.site().requests().split_off(requests);
    let is_ours = |path: &str| ["/app-", "/charts-", "/document-reader-"].iter().any(|name| path.contains(name));
    assert!(requests.iter().all(|request| is_ours(&request.path)), "{requests:?}");
    let kept = page.js("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
    assert!(!kept.as_str().unwrap().contains("示例"), "{kept}");
}

#[test]
fn files_in_any_encoding_are_told_apart_by_their_content() {
    let page = open("?lang=zh", 1280, 900);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(example(4).encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let gb18030 = GB18030.encode(&example(3)).0.into_owned();
    // The names say nothing of what is inside.
    drop_files(&page, &[("gb.pdf", &gb18030), ("utf16.docx", &utf16)]);
    wait_for_opened(&page, "gb.pdf", "某区示例单位3");
    // Each of several can be chosen, and the published one.
    page.click(".foot [data-choice=open]");
    page.wait_to_show("#open [data-open='1']");
    page.click("#open [data-open='1']");
    wait_for_opened(&page, "utf16.docx", "某区示例单位4");
    assert!(!page.shows("#open"));
    page.click(".foot [data-choice=open]");
    page.wait_to_show("#open");
    page.click("#open [data-open=published]");
    page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
}

#[test]
fn a_word_document_and_a_web_page_become_the_page_and_say_what_was_left_out() {
    let page = open("?lang=zh", 1280, 900);
    drop_files(&page, &[("预算.docx", &document_files::revised_document(&example(2)))]);
    wait_for_opened(&page, "预算.docx", "某区示例单位2");
    let note = page.text(".opened-note");
    assert!(note.contains("有尚未接受的修订，这里按已接受来读"), "{note}");
    page.click(".left-out summary");
    page.wait_to_show(".left-out li");
    assert_eq!(page.text(".left-out li"), "已删除 旧的标题");
    // Its numbers lead to its own text.
    page.click(".hero a.amount");
    page.popup().wait_open();
    page.press(Key::Escape);
    let gbk = GB18030.encode(&document_files::office_page(&example(3), "gb2312")).0.into_owned();
    drop_files(&page, &[("page", &gbk)]);
    wait_for_opened(&page, "page", "某区示例单位3");
    assert_eq!(page.js("document.querySelector('#source .original').textContent.includes('互动交流')"), false);
    assert!(page.text(".left-out summary").contains("2 处"), "{}", page.text(".left-out summary"));
}

#[test]
fn what_holds_no_budget_is_refused_in_a_sentence_and_the_page_stays() {
    let page = open("?lang=zh", 1280, 900);
    let refused: [(&str, &[u8], &str); 5] = [
        ("扫描.pdf", b"%PDF-1.7 ...", "文件不完整"),
        ("预算.docx", b"PK\x03\x04....", "文件不完整"),
        ("空.txt", b"", "里面没有文字"),
        ("小说.txt", "很久以前，有一座山。".as_bytes(), "没有找到收入预算"),
        ("坏.txt", &[0xe5, 0x8d, 0x95, b'\n', 0xe5, 0xff, 0xe4, 0xbd, 0x8d], "第 2 行：有损坏的字节"),
    ];
    for (name, bytes, why) in refused {
        drop_files(&page, &[(name, bytes)]);
        page.wait_for(
            &format!("why {name} is refused"),
            &format!(
                "document.querySelector('#open[open] .open-error')?.textContent.startsWith({} ) \
                 && document.querySelector('.open-error').textContent.includes({})",
                json!(format!("“{name}”：")),
                json!(why)
            ),
        );
    }
    assert_eq!(page.count(".opened-note"), 0);
    page.press(Key::Escape);
    page.wait_for("the dialog closed", "!document.querySelector('#open').open");
}

#[test]
fn a_text_is_pasted_on_the_page_or_into_the_field() {
    let page = open("?lang=en", 1280, 900);
    let paste = |text: &str| {
        page.js(&format!(
            "(() => {{
                const clipboardData = new DataTransfer()
                clipboardData.setData('text/plain', {})
                document.body.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData, bubbles: true, cancelable: true }}))
            }})()",
            json!(text)
        ));
    };
    // Copied from a page, a text has its source: tables as tables, numbers of lists.
    let source = example(4).lines().map(|line| format!("<p>{line}</p>")).collect::<String>() + "<del>旧</del>";
    page.js(&format!(
        "(() => {{
            const clipboardData = new DataTransfer()
            clipboardData.setData('text/plain', {})
            clipboardData.setData('text/html', {})
            document.body.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData, bubbles: true, cancelable: true }}))
        }})()",
        json!("字".repeat(60)),
        json!(source)
    ));
    wait_for_opened(&page, "pasted text", "某区示例单位4");
    assert_eq!(page.count(".left-out"), 1);
    paste("a word");
    paste(&example(5));
    wait_for_opened(&page, "pasted text", "某区示例单位5");
    page.click(".bar [data-choice=open]");
    page.wait_to_show("#open-text");
    page.js(&format!("document.querySelector('#open-text').value = {}", json!(example(6))));
    page.click("[data-open=text]");
    page.wait_for("the other text", "document.querySelector('.bar-who').textContent === '某区示例单位6'");
    // In the other language it is the same document.
    page.settings().press_language();
    page.settings().wait_for_language("zh-CN");
    wait_for_opened(&page, "pasted text", "某区示例单位6");
}

#[test]
fn a_file_that_is_opened_with_the_installed_site_becomes_the_page() {
    let page = visit("?lang=zh").with_service_worker().open();
    // As the browser of a system that opens files with installed sites; it calls when the page asks.
    let queue = "Object.defineProperty(window, 'launchQueue', { value: { setConsumer(it) { window.launch = it } } })";
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": queue }));
    page.goto("?lang=zh");
    page.wait_for("the page to ask", "window.launch");
    page.js(&format!(
        "launch({{ files: [{{ getFile: async () => new File([{}], '双击打开.txt') }}] }})",
        json!(example(2))
    ));
    wait_for_opened(&page, "双击打开.txt", "某区示例单位2");
}

#[test]
fn what_another_app_shares_is_handed_over_once_and_kept_nowhere() {
    let page = visit("?lang=zh").with_service_worker().open();
    wait_until_kept(&page);
    let share = |field: &str, value: String| {
        let script = format!(
            "const [done] = arguments
             const form = new FormData()
             form.append('{field}', {value})
             fetch('./?shared', {{ method: 'POST', body: form }}).then(({{ url }}) => done(url), (error) => done(`${{error}}`))"
        );
        let answered = page.js_async("sharing", &script);
        assert!(answered.as_str().is_some_and(|address| address.starts_with("http")), "{answered}");
        page.goto("?shared");
    };
    share("file", format!("new File([{}], '群里的.txt')", json!(example(2))));
    wait_for_opened(&page, "群里的.txt", "某区示例单位2");
    let leave = || {
        page.click("[data-choice=published]");
        page.wait_for("the published budget", "document.querySelector('.opened-note') === null");
    };
    leave();
    share("text", json!(example(3)).to_string());
    wait_for_opened(&page, "text.txt", "某区示例单位3");
    leave();
    // Neither the server nor the cache has seen it, and it is gone.
    assert!(page.site().requests().iter().all(|request| !request.path.contains("shared")));
    page.goto("?shared");
    page.wait_until_ready();
    assert_eq!(page.count(".opened-note, #open[open]"), 0);
}

#[test]
fn a_file_that_is_dropped_on_the_open_search_closes_it() {
    let page = open("?lang=zh", 1280, 900);
    page.press_with(Key::Control, 'k');
    page.wait_to_show("#find");
    drop_files(&page, &[("a.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "a.txt", "某区示例单位2");
    page.wait_for("the search closed", "!document.querySelector('#find').open");
    // Its search finds what is in it.
    page.press_with(Key::Control, 'k');
    page.wait_to_show("#find");
    page.js("history.back()");
    page.wait_for("the search closed again", "!document.querySelector('#find').open");
    wait_for_opened(&page, "a.txt", "某区示例单位2");
}

#[test]
fn the_bar_stays_on_the_screen_with_wide_letters() {
    let wider = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";
    let page = open_browser();
    for (address, width) in [("?lang=en", 768), ("?lang=en&text=large", 768), ("?lang=en&text=large", 1024)] {
        page.goto_at(address, width, 900);
        assert!(!page.scrolls_sideways(), "{address} at {width}");
        page.js(&format!("document.head.insertAdjacentHTML('beforeend', '<style>{wider}</style>')"));
        assert!(!page.scrolls_sideways(), "{address} at {width} with wide letters");
    }
}

#[test]
fn nothing_can_be_opened_in_a_kiosk() {
    let page = visit("?mode=kiosk&lang=zh").size(1080, 1920).open();
    drop_files(&page, &[("a.txt", example(2).as_bytes())]);
    assert_eq!(page.js("[...document.querySelectorAll('[data-choice=open]')].some((e) => e.checkVisibility())"), false);
    assert_eq!(page.count(".opened-note, #open"), 0);
}
