//! Downloads and copies: they arrive, and contain what they should.

use super::charts::FIGURES;
use super::harness::{PATIENCE, Page, artifacts, open, root, visit};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{fs, process, thread};
use thirtyfour::Key;

/// A folder that a page's downloads go to; it goes with the test.
pub struct Downloads(PathBuf);

impl Downloads {
    pub fn of(page: &Page, test: &str) -> Downloads {
        let folder = artifacts().join(format!("downloads/{}-{test}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        page.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }));
        Downloads(folder)
    }

    /// The file of this name, once it has wholly arrived.
    #[track_caller]
    pub fn file(&self, name: &str) -> Vec<u8> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match fs::read(self.0.join(name)) {
                Ok(content) if !content.is_empty() => return content,
                _ if Instant::now() > deadline => {
                    let there: Vec<_> = fs::read_dir(&self.0).unwrap().flatten().map(|file| file.file_name()).collect();
                    panic!("{name} did not arrive; there are {there:?}");
                }
                _ => thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    #[track_caller]
    fn text(&self, name: &str) -> String {
        String::from_utf8(self.file(name)).unwrap()
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the page says of the last thing taken of a figure.
fn said(page: &Page, figure: &str, words: &str) {
    let place = format!(
        "document.querySelector('[data-figure={figure}] .figure-view:not([hidden]) .download-message')?.textContent"
    );
    page.wait_for(&format!("{words:?} said"), &format!("{place}.includes({})", json!(words)));
    page.wait_for("its announcement", &format!("document.querySelector('#live-region').textContent === {place}"));
}

fn example(n: u32) -> String {
    fs::read_to_string(root().join(format!("tests/examples/{n}.txt"))).unwrap()
}

#[test]
fn svg_and_png_contain_finding_source_and_address() {
    let page = open("?lang=zh", 1280, 900);
    let downloads = Downloads::of(&page, "pictures");
    page.figure_card("change").open_downloads();
    page.figure_card("change").download("svg");
    let name = "明白账-重庆市大足区人民政府办公室-2023-change";
    let svg = downloads.text(&format!("{name}.svg"));
    said(&page, "change", &format!("已开始下载：{name}.svg"));
    // LibreOffice, Word and Inkscape know neither: labels would be too high, or under their own outlines.
    assert!(!svg.contains("paint-order") && !svg.contains("dominant-baseline"));
    let address = page.address().replace('&', "&amp;") + "#figure=change";
    for words in [
        "项目支出减少 67 万元，总预算仍增加 107.78 万元",
        "单位：万元 · 2023年年初预算，是计划数",
        "第 58、60、64、70、74 行 · sha256:d4921cf4ca42",
        address.as_str(),
    ] {
        assert!(svg.contains(words), "{words} is not in the picture");
    }
    let drawn = roxmltree::Document::parse(&svg).unwrap();
    let chart = drawn.descendants().find(|node| node.has_tag_name("g")).unwrap();
    let drawn = |name| chart.descendants().filter(|node| node.has_tag_name(name)).count();
    assert!(drawn("path") > 4 && drawn("text") > 4, "the chart is in the picture");
    assert!(svg.contains("fill=\"#ffffff\"") && !svg.contains(":hover"), "light ground, no pointer");

    page.figure_card("change").download("png");
    let png = downloads.file(&format!("{name}.png"));
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 1800, "one and a half times the width");
    assert!(colours(&page, &png) > 20, "the picture is not blank");
    assert_eq!(png[25], 3, "it has a palette");
    assert!(png.len() < 80_000, "{} bytes", png.len());
}

/// How many colours a picture has, as a browser decodes it.
fn colours(page: &Page, png: &[u8]) -> u64 {
    let bytes: Vec<String> = png.iter().map(ToString::to_string).collect();
    page.js(&format!(
        "void createImageBitmap(new Blob([new Uint8Array([{}])])).then((bitmap) => {{
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
            canvas.drawImage(bitmap, 0, 0)
            const points = new Uint32Array(canvas.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
            window.colours = new Set(points).size
        }})",
        bytes.join(",")
    ));
    page.wait_for("the picture decoded", "window.colours > 0");
    page.js("window.colours").as_u64().unwrap()
}

#[test]
fn every_figure_can_be_downloaded_in_every_format_in_english_on_a_phone() {
    let page = visit("?lang=en").size(360, 740).open();
    let downloads = Downloads::of(&page, "figures");
    let name = |figure: &str| format!("mingbai-Office-of-the-People-s-Government-of-Dazu-District-2023-{figure}");
    for figure in FIGURES {
        page.figure_card(figure).open_downloads();
        for what in ["png", "svg", "csv", "json"] {
            page.figure_card(figure).download(what);
            let file = downloads.file(&format!("{}.{what}", name(figure)));
            match what {
                "csv" => assert!(file.starts_with("\u{feff}".as_bytes())),
                "json" => {
                    let json: Value = serde_json::from_slice(&file).unwrap();
                    let finding = page.text(&format!("#figure-{figure}"));
                    assert_eq!(
                        json["takeaway"].as_str().unwrap().split_whitespace().collect::<String>(),
                        finding.split_whitespace().collect::<String>()
                    );
                    assert!(json["address"].as_str().unwrap().contains(&format!("?lang=en#figure={figure}")));
                }
                "svg" => assert!(roxmltree::Document::parse(std::str::from_utf8(&file).unwrap()).is_ok()),
                _ => assert!((20_000..80_000).contains(&file.len()), "{figure}: {} bytes", file.len()),
            }
        }
    }
    assert!(!page.scrolls_sideways(), "it scrolls sideways");
    let small = "[...document.querySelectorAll('[data-download]')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).length";
    assert_eq!(page.js(small), 0, "every button is large enough for a finger");
    assert_eq!(page.axe(), [""; 0]);
}

#[test]
fn the_disclosure_can_be_downloaded_as_json_csv_and_package() {
    let page = open("?lang=zh&theme=dark", 1280, 900);
    let downloads = Downloads::of(&page, "whole");
    let name = "明白账-重庆市大足区人民政府办公室-2023-budget";
    for what in ["json", "csv", "zip"] {
        page.click(&format!("#source [data-download={what}]"));
        downloads.file(&format!("{name}.{what}"));
    }
    let d = mingbai_core::disclosure::parse(include_str!("../../data/disclosure.txt")).unwrap();
    let json: Value = serde_json::from_slice(&downloads.file(&format!("{name}.json"))).unwrap();
    assert_eq!(json["lines"].as_array().unwrap().len(), d.lines.len());
    assert_eq!(json["sha256"], mingbai_core::export::dataset_hash(&d), "the page carries the text to the last byte");
    assert_eq!(downloads.text(&format!("{name}.csv")), mingbai_core::export::budget_csv(&d));
    let zip = downloads.file(&format!("{name}.zip"));
    assert!(zip == mingbai_core::export::datapackage_zip(&d), "the same bytes in the browser and on the host");
    super::data_package::accepted(&zip);
    assert_eq!(page.axe(), [""; 0]);
}

#[test]
fn a_citation_and_a_link_to_the_current_view_can_be_copied() {
    let page = open("?lang=zh&theme=dark&text=large&unit=yuan#figure=flow&line=expenditure.208", 1280, 900);
    page.allow_clipboard();
    page.popup().wait_open();
    page.press(Key::Escape);
    page.chart("flow").draw();
    page.figure_card("flow").choose_view(2);
    page.figure_card("flow").open_downloads();
    page.figure_card("flow").download("link");
    said(&page, "flow", "已复制");
    let link = page.clipboard_after("");
    // Light and size are the reader's own; others have theirs. The place is in the query too, for what cuts fragments off.
    let (query, place) = ("?lang=zh&unit=yuan", "figure=flow&view=nature&line=expenditure.208");
    let in_query = place.replace('=', "%3D").replace('&', "%26");
    assert_eq!(link, format!("{}/{query}&at={in_query}#{place}", page.site().origin()));

    page.figure_card("flow").download("cite-zh");
    said(&page, "flow", "已复制");
    let today = page.js("new Date().toLocaleDateString('sv')");
    let cited = page.clipboard_after(&link);
    let wanted =
        format!("重庆市大足区人民政府办公室. 2023年部门预算情况说明[R/OL]. [{}]. 第 ", today.as_str().unwrap());
    let end = format!(" 行. 数据集 sha256:d4921cf4ca42. {}/{query}#{place}", page.site().origin());
    assert!(cited.starts_with(&wanted) && cited.ends_with(&end), "{cited}");
    page.figure_card("flow").download("cite-en");
    let cited = page.clipboard_after(&cited);
    assert!(cited.contains("Explanation of the 2023 departmental budget [2023年部门预算情况说明]. Lines "), "{cited}");
    assert!(
        cited.ends_with(&format!("/{}#{place}", query.replace("lang=zh", "lang=en"))),
        "an English citation leads to an English page: {cited}"
    );

    // The link leads to the same view.
    let rest = link.strip_prefix(&format!("{}/", page.site().origin())).unwrap().to_owned();
    page.goto("?lang=en");
    page.goto(&rest);
    page.wait_for(
        "the flow by basic and project",
        "document.querySelector('[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)').getAttribute('aria-pressed') === 'true'",
    );
    page.popup().wait_open();
}

#[test]
fn a_refused_copy_selects_the_text() {
    let page = open("?lang=zh", 1280, 900);
    for refusal in [
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })",
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    ] {
        page.reload();
        page.js(&format!("void {refusal}"));
        page.figure_card("nature").open_downloads();
        page.figure_card("nature").download("cite-zh");
        said(&page, "nature", "文字已经选好");
        page.wait_for(
            "the citation selected",
            "document.activeElement.matches('.copy-text') && getSelection().toString().includes('[R/OL]')",
        );
        assert_eq!(page.axe(), [""; 0]);
    }
}

#[test]
fn the_list_of_downloads_opens_by_keyboard_and_escape_closes_it() {
    let page = open("?lang=en", 1280, 900);
    page.chart("office").draw();
    page.focus("[data-figure=office] .download-menu > summary");
    page.press(Key::Enter);
    page.wait_to_show("[data-figure=office] .button-row");
    page.press(Key::Tab);
    page.wait_for("the first button has the focus", "document.activeElement.dataset.download === 'png'");
    page.press(Key::Escape);
    page.wait_for("the list closed", "!document.querySelector('[data-figure=office] .download-menu').open");
    page.wait_for("the focus back", "document.activeElement.matches('[data-figure=office] .download-menu > summary')");
}

#[test]
fn a_document_in_yuan_exports_yuan_and_an_empty_figure_has_no_downloads() {
    let page = visit("?lang=zh").with_document(&example(8)).open();
    let downloads = Downloads::of(&page, "yuan");
    page.figure_card("purpose").open_downloads();
    page.figure_card("purpose").download("csv");
    let csv = downloads.text("明白账-某区示例单位8-2026-purpose.csv");
    assert!(csv.contains("2026年预算（元）") && csv.contains("一般公共服务,5916913,"), "{csv}");
    page.figure_card("purpose").download("svg");
    assert!(downloads.text("明白账-某区示例单位8-2026-purpose.svg").contains("单位：元"));
    let empty_state = page
        .js("[...document.querySelectorAll('.figure.empty-state')].map((e) => e.querySelectorAll('[data-download]').length)");
    let empty_state = empty_state.as_array().unwrap();
    assert!(!empty_state.is_empty() && empty_state.iter().all(|buttons| *buttons == 0), "{empty_state:?}");
    drop(downloads);
    drop(page);
    // What a figure cannot show, the whole may still hold.
    let page = visit("?lang=zh").with_document(&example(1)).open();
    let downloads = Downloads::of(&page, "aside");
    assert!(page.figure_card("three_public").is_empty_state());
    page.click("#source [data-download=zip]");
    super::data_package::accepted(&downloads.file("明白账-某区示例单位1-2023-budget.zip"));
}

#[test]
fn without_the_chart_bundle_the_table_can_still_be_downloaded() {
    let page = visit("?lang=zh").without("charts").open();
    let downloads = Downloads::of(&page, "bundle");
    page.click("[data-figure=change] .download-menu > summary");
    page.figure_card("change").download("png");
    said(&page, "change", "所以没有图片");
    page.figure_card("change").download("csv");
    assert!(downloads.text("明白账-重庆市大足区人民政府办公室-2023-change.csv").contains("项目支出,200,267,-67,"));
}

#[test]
fn a_browser_that_scrambles_canvases_offers_the_svg() {
    let scrambled = "CanvasRenderingContext2D.prototype.getImageData = function (x, y, width, height) {
            const data = new Uint8ClampedArray(4 * width * height).map(() => 256 * Math.random())
            return new ImageData(data, width, height)
        }";
    let page = visit("?lang=zh").before(scrambled).open();
    page.chart("purpose").draw();
    page.figure_card("purpose").open_downloads();
    page.figure_card("purpose").download("png");
    said(&page, "purpose", "可以下载 SVG");
}

#[test]
fn a_browser_inside_an_app_offers_what_can_be_taken_by_hand() {
    // Such browsers ignore files that a page creates, without a sign.
    let messenger =
        "Object.defineProperty(navigator, 'userAgent', { value: navigator.userAgent + ' MicroMessenger/8.0' })
        HTMLAnchorElement.prototype.click = function () { window.saved = this.download }";
    let page = visit("?lang=zh").before(messenger).open();
    page.figure_card("change").open_downloads();
    page.figure_card("change").download("png");
    said(&page, "change", "请长按图片保存");
    let outcome = "document.querySelector('[data-figure=change] .figure-view:not([hidden]) .download-outcome')";
    let drawn = format!("{outcome}.querySelector('img').naturalWidth > 1000");
    page.wait_for("the picture", &drawn);
    assert!(page.js(&format!("{outcome}.querySelector('img').src")).as_str().unwrap().starts_with("data:image/png"));
    assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true, "the picture fits");
    for (kind, content) in [("csv", "项目支出,200,267,-67,"), ("svg", "</svg>"), ("json", "\"change\"")] {
        page.figure_card("change").download(kind);
        said(&page, "change", "内容已经选好");
        let field = format!("{outcome}.querySelector('textarea')");
        // The text before this one was selected as well.
        page.wait_for(kind, &format!("{field}?.value.includes({})", json!(content)));
        page.wait_for("the text, selected", &format!("{field}?.selectionEnd === {field}?.value.length"));
    }
    page.click("#source [data-download=zip]");
    page.wait_for("the address", "document.querySelector('#source .copy-text')?.value.startsWith(location.origin)");
    assert_eq!(page.js("window.saved === undefined"), true, "nothing was said to be saved");
    // What the dialog for sharing offers is opened, not saved.
    page.share_dialog().open_for("change");
    assert_eq!(page.js("document.querySelector('[data-share=png]').hasAttribute('download')"), false);
}
