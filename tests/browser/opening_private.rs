//! A document that the reader opens stays on the device, in every format: with the network cut, from a disk, in a frame
//! without an origin. And whatever it is, the page stays alive.

use super::document_files::{convert, flat_document, folder, office_page, revised_document, web_archive};
use super::embeds::FRAME;
use super::harness::{Page, artifacts, root, visit};
use super::ofd_files::ofd;
use super::offline::wait_until_kept;
use super::opening::{drop_files, example, wait_for_opened};
use super::pdf_files::produce;
use encoding_rs::GB18030;
use std::fs;
use thirtyfour::Key;

/// A file of each format that is read, with the institution that its document names.
fn every_format(test: &str) -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let gb18030 = |text: &str| GB18030.encode(text).0.into_owned();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (pdf, [old_word, open_document, rtf]) = (pdf(test, &example(7)), of_libreoffice(test, &example(3)));
    vec![
        ("a.txt", example(2).into_bytes(), "某区示例单位2"),
        ("b.txt", gb18030(&example(3)), "某区示例单位3"),
        ("c.txt", utf16(&example(4)), "某区示例单位4"),
        ("d.html", gb18030(&office_page(&example(5), "gb2312")), "某区示例单位5"),
        ("e.mhtml", web_archive(&example(6)), "某区示例单位6"),
        ("f.docx", revised_document(&example(2)), "某区示例单位2"),
        ("g.pdf", pdf, "某区示例单位7"),
        ("h.doc", old_word, "某区示例单位3"),
        ("j.odt", open_document, "某区示例单位3"),
        ("k.ofd", ofd(&example(5)), "某区示例单位5"),
        ("l.rtf", rtf, "某区示例单位3"),
    ]
}

/// A text as an old Word document, an OpenDocument text and RTF, as LibreOffice makes them.
fn of_libreoffice(test: &str, text: &str) -> [Vec<u8>; 3] {
    let folder = folder(&format!("{test}-of-libreoffice"));
    let source = folder.join("a.fodt");
    fs::write(&source, flat_document(text, true)).unwrap();
    [("doc", "doc:MS Word 97"), ("odt", "odt"), ("rtf", "rtf")].map(|(ending, filter)| {
        convert(&folder, filter, std::slice::from_ref(&source));
        fs::read(folder.join(format!("a.{ending}"))).unwrap()
    })
}

/// A text as a PDF.
fn pdf(test: &str, text: &str) -> Vec<u8> {
    let folder = folder(test);
    fs::write(folder.join("a.txt"), text).unwrap();
    produce("reportlab", &folder);
    fs::read(folder.join("a.pdf")).unwrap()
}

#[track_caller]
fn open_each(page: &Page, test: &str) {
    for (name, bytes, institution) in every_format(test) {
        drop_files(page, &[(name, &bytes)]);
        wait_for_opened(page, name, institution);
    }
}

#[test]
fn every_format_opens_without_a_network_and_nothing_is_requested_or_kept() {
    let page = visit("?lang=zh").with_service_worker().open();
    wait_until_kept(&page);
    let address = page.address();
    page.site().cut_network_after(0);
    open_each(&page, "without-network");
    assert_eq!(page.address(), address);
    // Every request was answered from what the site itself had cached.
    let requested = page.js("performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin).filter((origin) => origin !== location.origin && origin !== 'null')");
    assert_eq!(requested, serde_json::json!([]));
    let kept = page.js_async(
        "listing what is kept",
        "const [done] = arguments
         Promise.all([caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))),
           indexedDB.databases()]).then(([kept, databases]) => done(JSON.stringify([kept.flat().map(({ url }) => url), databases,
           { ...localStorage }, { ...sessionStorage }, document.cookie])))",
    );
    let kept = kept.as_str().unwrap().to_owned();
    assert!(!kept.contains("示例") && !kept.contains("docx") && kept.contains("document-reader-"), "{kept}");
}

#[test]
fn every_format_opens_from_a_disk() {
    let folder = artifacts().join("sticks/opening");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("kiosk.html");
    fs::copy(root().join("dist/kiosk.html"), &file).unwrap();
    let page = visit("404.html").never_ready().open();
    page.open_file(&file, "?lang=zh");
    page.wait_until_ready();
    open_each(&page, "from-disk");
    let requested = page.js("performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name))");
    assert_eq!(requested, serde_json::json!([]));
}

#[test]
fn every_format_opens_in_a_frame_without_an_origin() {
    let page = visit("")
        .embedded_in("<iframe sandbox=\"allow-scripts\" src=\"{site}?lang=zh\" width=\"900\" height=\"700\"></iframe>")
        .open();
    page.enter_frame(FRAME);
    assert_eq!(page.js("origin"), "null");
    page.wait_for("the page", "document.documentElement.hasAttribute('data-ready')");
    open_each(&page, "in-frame");
}

#[test]
fn a_locked_pdf_asks_for_its_password() {
    let folder = folder("locked");
    fs::write(folder.join("a.pdf"), pdf("to-lock", &example(7))).unwrap();
    fs::write(folder.join("a.txt"), "").unwrap();
    produce("spoiled", &folder);
    let locked = fs::read(folder.join("a-locked.pdf")).unwrap();
    let page = visit("?lang=zh").open();
    drop_files(&page, &[("预算.pdf", &locked)]);
    page.wait_for_text("#open .open-error", "“预算.pdf”：文件有密码保护；请输入密码。");
    page.wait_for("the field to have the focus", "document.activeElement.id === 'open-password'");
    page.press("1");
    page.press(Key::Enter);
    page.wait_for_text("#open .open-error", "“预算.pdf”：密码不对；请再输入一次。");
    page.wait_for("the field to have the focus", "document.activeElement.id === 'open-password'");
    page.press("密码12");
    page.click("[data-open=unlock]");
    wait_for_opened(&page, "预算.pdf", "某区示例单位7");
    page.click(".left-out summary");
    page.wait_to_show(".left-out li");
    assert_eq!(page.text(".left-out li"), "页眉页脚 政府信息公开");
    // Nothing is left of the password.
    page.click(".foot [data-choice=open]");
    page.wait_to_show("#open");
    assert_eq!(page.count("#open-password"), 0);
}

#[test]
fn a_pdf_that_unpacks_to_gigabytes_ends_its_worker_only() {
    let folder = folder("bomb");
    fs::write(folder.join("a.txt"), "").unwrap();
    produce("bomb", &folder);
    let bomb = fs::read(folder.join("a.pdf")).unwrap();
    assert!(bomb.len() < 8 << 20, "{}", bomb.len());
    let page = visit("?lang=zh").open();
    drop_files(&page, &[("a.pdf", &bomb)]);
    page.wait_for_text("#open .open-error", "“a.pdf”读到一半停了");
    drop_files(&page, &[("b.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "b.txt", "某区示例单位2");
}

#[test]
fn reading_can_be_stopped_and_the_page_stays_as_it_was() {
    let page = visit("?lang=zh").open();
    // A worker that never answers.
    page.js("(window.post = Worker.prototype.postMessage, Worker.prototype.postMessage = () => {}, 0)");
    drop_files(&page, &[("很长.txt", example(3).as_bytes()), ("更长.txt", example(4).as_bytes())]);
    page.wait_to_show("#open [data-open=stop]");
    assert!(page.text(".open-reading").contains("正在读“很长.txt”"));
    page.click("#open [data-open=stop]");
    page.wait_for("the end of reading", "!document.querySelector('.open-reading')");
    assert_eq!(page.js("document.activeElement.id"), "open-heading");
    assert_eq!(page.count(".opened-note"), 0, "nor is the next file read");
    page.js("(Worker.prototype.postMessage = window.post, 0)");
    drop_files(&page, &[("a.txt", example(2).as_bytes())]);
    wait_for_opened(&page, "a.txt", "某区示例单位2");
}

#[test]
fn without_the_reader_a_sentence_says_so() {
    let page = visit("?lang=zh").without("document-reader").open();
    drop_files(&page, &[("a.txt", example(2).as_bytes())]);
    page.wait_for_text("#open .open-error", "没有取到");
    drop(page);
    // Neither a script that does not parse nor a program that fails in the worker leaves the page waiting.
    for ending in [".js", ".wasm"] {
        let names = fs::read_dir(root().join("dist")).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names = names.map(|name| name.into_string().unwrap());
        let file = names.find(|name| name.starts_with("document-reader-") && name.ends_with(ending)).unwrap();
        let page = visit("?lang=zh").truncated(&file).open();
        drop_files(&page, &[("a.txt", example(2).as_bytes())]);
        page.wait_for_text("#open .open-error", "读到一半停了");
        drop(page);
    }
}
