//! The one-file explorer, opened from a disk: nothing is served, and nothing is fetched.

use super::charts::FIGURES;
use super::harness::{OtherEngine, Page, artifacts, root, visit};
use std::fs;
use std::path::PathBuf;
use thirtyfour::Key;

/// A copy of the file in a folder of its own, as on a stick.
fn stick(name: &str) -> PathBuf {
    let folder = artifacts().join(format!("sticks/{name} 带着走"));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("kiosk.html");
    fs::copy(root().join("dist/kiosk.html"), &file).unwrap();
    file
}

/// Opens it by its path, as a double click does, with this query and fragment.
fn from_stick(page: &Page, name: &str, query: &str) {
    page.open_file(&stick(name), query);
    page.wait_until_ready();
}

#[test]
fn it_is_one_file_of_bounded_size() {
    let file = fs::read_to_string(root().join("dist/kiosk.html")).unwrap();
    println!("kiosk.html: {} bytes, at most 2,800,000", file.len());
    // A fifth of it reads documents that readers open, half of that PDFs and the parser.
    assert!(file.len() <= 2_800_000, "{}", file.len());
    // It refers to no other file.
    let references = [
        "src=\"./",
        "href=\"./app",
        "href=\"./icon",
        "=\"picture/",
        "href=\"en/",
        "rel=\"manifest\"",
        "rel=\"preload\"",
    ];
    assert_eq!(references.iter().find(|reference| file.contains(**reference)), None);
}

#[test]
fn everything_works_from_a_disk() {
    let page = visit("404.html").never_ready().open();
    from_stick(&page, "works", "?lang=zh");
    for figure in FIGURES {
        page.chart(figure).draw();
    }
    page.search_dialog().search_for("jd");
    page.search_dialog().wait_for_result("line");
    page.press(Key::Enter);
    page.popup().wait_open();
    page.press(Key::Escape);
    page.click(".lede .amount[data-origin=stated]");
    page.popup().wait_for_quote();
    page.press(Key::Escape);
    page.figure_card("flow").open_table();

    // The other language is in the file as well, and what was chosen holds the next time.
    page.settings().press_language();
    page.wait_for("the page in English", "document.documentElement.lang === 'en' && !!document.querySelector('h1')");
    page.chart("change").draw();
    page.click_by_script("[data-unit=million]");
    page.settings().wait_for_unit("million");
    from_stick(&page, "works", "?lang=en#figure=purpose");
    page.settings().wait_for_unit("million");
    assert_eq!(page.settings().language(), "en");
    page.chart("purpose").draw();
    // Others could not open an address of this disk: none is offered.
    assert!(!page.shows("[data-choice=share]"));
    // All that was asked for was in the file.
    let asked = page.js("performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name))");
    assert_eq!(asked, serde_json::json!([]));
}

#[test]
fn it_works_from_a_disk_in_firefox() {
    let page = OtherEngine::firefox();
    page.open_file(&stick("firefox"), "?lang=zh");
    for figure in FIGURES {
        page.js(&format!(
            "document.querySelector('[data-figure={figure}][hidden]') && document.querySelector('.figure:not([hidden]) [data-choose-figure={figure}]').click()"
        ));
        page.js(&format!("document.querySelector('[data-figure={figure}] .chart').scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        page.wait_for(
            figure,
            &format!("document.querySelectorAll('[data-figure={figure}] .chart[data-drawn] svg path').length > 0"),
        );
    }
    // Colours by their names, and shapes that answer: words are no obstacle to a pointer.
    let words = "document.querySelector('[data-figure=three_public] .chart text[fill*=ink]')";
    assert_eq!(page.js(&format!("getComputedStyle({words}).fill")), "rgb(26, 32, 38)");
    page.js(&format!("{words}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
    page.js(&format!(
        "(() => {{
            const box = {words}.getBoundingClientRect()
            const at = {{ clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true }}
            document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(new PointerEvent('click', at))
        }})()"
    ));
    page.wait_for("the card of a mark", "document.querySelector('#popup mark')?.checkVisibility()");
    page.escape();
    page.click("[data-choice=find]");
    page.wait_for("the box", "document.activeElement.matches('#find input')");
    page.press("jd");
    page.wait_for("what was found", "document.querySelector('#find [data-kind=line]')");
    page.escape();
    page.click(".lede .amount[data-origin=stated]");
    page.wait_for("its card", "document.querySelector('#popup mark')?.checkVisibility()");
    page.escape();
    page.click("[data-choice=lang]");
    page.wait_for(
        "the page in English",
        "document.documentElement.lang === 'en' && document.querySelector('h1').innerText.includes('Dazu')",
    );
    assert_eq!(
        page.js("[...document.querySelectorAll('.failed, .chunk-failed')].some((said) => said.checkVisibility())"),
        false
    );
}

#[test]
fn without_scripts_text_and_pictures_are_shown() {
    let page = visit("404.html").never_ready().noisy().open();
    page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
    page.open_file(&stick("scriptless"), "");
    page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false }));
    assert!(page.text("h1").contains("大足区") && page.shows_without_scripts("#source .original p"));
    page.js("document.querySelectorAll('.chart img').forEach((picture) => (picture.loading = 'eager'))");
    page.wait_for(
        "its pictures",
        "document.querySelectorAll('[data-picture-theme=light] img').length === 8 && [...document.querySelectorAll('[data-picture-theme=light] img')].every((picture) => picture.complete && picture.naturalWidth > 100)",
    );
}

#[test]
fn a_browser_without_decompression_is_told_so_and_can_be_read() {
    let page = visit("404.html").never_ready().noisy().before("delete window.DecompressionStream").open();
    page.open_file(&stick("old"), "");
    page.wait_to_show("#failed");
    assert!(page.text("#failed").contains("浏览器太旧"), "{}", page.text("#failed"));
    assert!(page.text("h1").contains("大足区"));
}

#[test]
fn notices_of_all_that_is_compiled_are_in_the_site_and_in_the_file() {
    let notices = fs::read_to_string(root().join("dist/licences.txt")).unwrap();
    for part in
        ["the Rust standard library", "\nleptos ", "\nrust_decimal ", "\nserde ", "\nwasm-bindgen ", "\ncharming "]
    {
        assert!(notices.contains(part), "{part}");
    }
    // Each crate is followed by a notice, and each licence by its text.
    assert!(notices.matches("    Copyright").count() > 60);
    assert!(notices.contains("Permission is hereby granted, free of charge"));
    assert!(!notices.contains("undefined") && !notices.contains("/root/") && !notices.contains("/home/"));
    let file = fs::read_to_string(root().join("dist/kiosk.html")).unwrap();
    for (id, words) in [("licences.txt", "\nleptos "), ("charts.LICENSE.txt", "Apache")] {
        let (_, inside) = file.split_once(&format!("<script type=\"text/plain\" id=\"{id}\">")).unwrap();
        assert!(inside.split("</script>").next().unwrap().contains(words), "{id}");
    }
}
