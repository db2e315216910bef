//! The explorer as one file, opened from a disk: nothing is served, and nothing is fetched.

use super::figures::{FIGURES, draw};
use super::find::look_for;
use super::harness::{Firefox, Page, leavings, root, visit};
use std::fs;
use std::path::PathBuf;
use thirtyfour::Key;

/// A copy of the file in a folder of its own, as on a stick.
fn stick(name: &str) -> PathBuf {
    let folder = leavings().join(format!("sticks/{name} 带着走"));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("kiosk.html");
    fs::copy(root().join("dist/kiosk.html"), &file).unwrap();
    file
}

/// Opens it by its path, as a double click does, with what stands behind the name.
fn from_stick(page: &Page, name: &str, wishes: &str) {
    page.open_file(&stick(name), wishes);
    page.wait_for("the app to be live", "document.documentElement.dataset.ready === 'true'");
}

#[test]
fn it_is_one_file_that_a_stick_has_room_for() {
    let file = fs::read_to_string(root().join("dist/kiosk.html")).unwrap();
    println!("kiosk.html: {} bytes, at most 2,500,000", file.len());
    assert!(file.len() <= 2_500_000, "{}", file.len());
    // Nothing that it names lies beside it.
    let beside = [
        "src=\"./",
        "href=\"./app",
        "href=\"./icon",
        "=\"picture/",
        "href=\"en/",
        "rel=\"manifest\"",
        "rel=\"preload\"",
    ];
    assert_eq!(beside.iter().find(|beside| file.contains(**beside)), None);
}

#[test]
fn everything_works_from_a_disk_without_a_network() {
    let page = visit("404.html").never_ready().open();
    from_stick(&page, "works", "?lang=zh");
    for figure in FIGURES {
        draw(&page, figure);
    }
    look_for(&page, "jd");
    page.wait_to_show("#find [data-kind=line]");
    page.press(Key::Enter);
    page.wait_to_show("#popup");
    page.press(Key::Escape);
    page.click(".lede .amount[data-origin=stated]");
    page.wait_to_show("#popup mark");
    page.press(Key::Escape);
    page.click("[data-figure=flow] .way:not([hidden]) .table-fold > summary");
    page.wait_to_show("[data-figure=flow] table");

    // The other language is in the file as well, and what was chosen holds the next time.
    page.click("[data-choice=lang]");
    page.wait_for("the page in English", "document.documentElement.lang === 'en' && !!document.querySelector('h1')");
    draw(&page, "change");
    page.js("document.querySelector('[data-unit=million]').click()");
    page.wait_for("the unit", "document.querySelector('[data-unit=million][aria-pressed=true]')");
    from_stick(&page, "works", "?lang=en#figure=purpose");
    page.wait_for("the unit to be remembered", "document.querySelector('[data-unit=million][aria-pressed=true]')");
    assert_eq!(page.js("document.documentElement.lang"), "en");
    draw(&page, "purpose");
    // Others could not open an address of this disk: none is offered.
    assert!(!page.shows("[data-choice=share]"));
    // All that was asked for was in the file.
    let asked = page.js("performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name))");
    assert_eq!(asked, serde_json::json!([]));
}

#[test]
fn it_works_from_a_disk_in_firefox() {
    let page = Firefox::start();
    page.open_file(&stick("firefox"), "?lang=zh");
    for figure in FIGURES {
        page.js(&format!("document.querySelector('[data-figure={figure}] .chart').scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        page.wait_for(
            figure,
            &format!("document.querySelectorAll('[data-figure={figure}] .chart[data-drawn] svg path').length > 0"),
        );
    }
    // Colours by their names, and shapes that answer: words are no obstacle to a pointer.
    let words = "document.querySelector('[data-figure=nature] .chart text[fill*=ink]')";
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
        page.js("[...document.querySelectorAll('.failed, .unfetched')].some((said) => said.checkVisibility())"),
        false
    );
}

#[test]
fn without_scripts_it_reads_and_has_its_pictures() {
    let page = visit("404.html").never_ready().noisy().open();
    page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
    page.open_file(&stick("scriptless"), "");
    page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false }));
    assert!(page.text("h1").contains("大足区") && page.shows("#source .original p"));
    page.js("document.querySelectorAll('.chart img').forEach((picture) => (picture.loading = 'eager'))");
    page.wait_for(
        "its pictures",
        "document.querySelectorAll('[data-ground=light] img').length === 8 && [...document.querySelectorAll('[data-ground=light] img')].every((picture) => picture.complete && picture.naturalWidth > 100)",
    );
}

#[test]
fn a_browser_that_cannot_unpack_it_says_so_and_stays_readable() {
    let page = visit("404.html").never_ready().noisy().before("delete window.DecompressionStream").open();
    page.open_file(&stick("old"), "");
    page.wait_to_show("#failed");
    assert!(page.text("#failed").contains("浏览器太旧"), "{}", page.text("#failed"));
    assert!(page.text("h1").contains("大足区"));
}
