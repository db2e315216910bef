//! Without a network: what a browser keeps after one visit, and how it comes to another version.

use super::figures::draw;
use super::find::look_for;
use super::harness::{Page, command, leavings, root, visit};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::Key;

/// Waits until the browser has kept all of the site.
#[track_caller]
fn wait_until_kept(page: &Page) {
    page.wait_for("the site to be kept", "navigator.serviceWorker.controller?.state === 'activated'");
}

/// A copy of the built site that another test does not touch.
pub fn copy(name: &str) -> PathBuf {
    let folder = leavings().join(format!("sites/{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    let copied = Command::new("cp").arg("-r").arg(root().join("dist")).arg(&folder).status().unwrap();
    assert!(copied.success());
    folder
}

/// The site with another office's disclosure.
pub fn next(name: &str) -> PathBuf {
    let folder = copy(name);
    let filled =
        Command::new(command()).arg("site").arg(&folder).arg(root().join("tests/examples/2.txt")).output().unwrap();
    assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    folder
}

/// Asks whether there is another version, and waits until that is settled. Says what became of it: `none`, `waiting` for
/// somebody to take it, or `redundant`, where it could not be kept as a whole.
#[track_caller]
pub fn look_for_another(page: &Page) -> String {
    let became = page.js(
        "navigator.serviceWorker.getRegistration().then((kept) => kept.update().then(() => new Promise((settled) => {
            const coming = kept.installing
            const done = () => settled(kept.waiting ? 'waiting' : coming ? coming.state : 'none')
            if (!coming) return done()
            coming.onstatechange = () => coming.state !== 'installing' && done()
        }), () => 'unanswered'))",
    );
    became.as_str().expect("a word").to_owned()
}

const OURS: &str = "document.querySelector('h1').innerText.includes('大足区') || document.querySelector('h1').innerText.includes('Dazu')";
const OTHERS: &str = "document.querySelector('h1')?.innerText.includes('示例单位2') && document.documentElement.dataset.ready === 'true'";

#[test]
fn after_one_visit_everything_works_without_a_network() {
    let page = visit("?lang=zh").under("/budget/2023/").kept().open();
    wait_until_kept(&page);
    let against = page.cdp("Page.getInstallabilityErrors", serde_json::json!({}));
    assert_eq!(against["installabilityErrors"], serde_json::json!([]), "it can be installed");
    page.site().cut_after(0);

    // What was not fetched yet: search, a number's card, a table, what is shared.
    look_for(&page, "公务");
    page.wait_to_show("#find [data-kind=line]");
    page.press(Key::Escape);
    page.click(".lede .amount[data-origin=stated]");
    page.wait_to_show("#popup mark");
    page.press(Key::Escape);

    // From nothing, in both languages, with charts; every figure alone; what was kept for the whole address.
    for (address, figure) in [("", "flow"), ("index.html?lang=zh&unit=yuan", "purpose"), ("en/index.html", "change")] {
        page.goto(address);
        draw(&page, figure);
    }
    for figure in ["flow", "purpose", "nature", "change", "three_public", "running", "office"] {
        for lang in ["", "en/"] {
            page.goto(&format!("{lang}figure/{figure}.html"));
            draw(&page, figure);
        }
    }
    let fetched = page.js(
        "Promise.all(['budget.json', 'budget.csv', 'disclosure.txt', 'datapackage.json'].map((name) =>
            fetch('../../data/' + name).then((answer) => answer.ok && answer.arrayBuffer()).then((bytes) => bytes.byteLength > 100)))",
    );
    assert_eq!(fetched, serde_json::json!([true, true, true, true]));
}

#[test]
fn an_update_that_breaks_off_leaves_the_old_one_whole_and_a_whole_one_is_offered() {
    let page = visit("?lang=zh").kept().noisy().open();
    wait_until_kept(&page);
    // Not even the list came; that and no file; one file; some more, of those that are left.
    page.site().publish(next("broken-off"));
    for (answered, became) in [(0, "unanswered"), (1, "redundant"), (2, "redundant"), (8, "redundant")] {
        page.site().cut_after(answered);
        assert_eq!(look_for_another(&page), became, "{answered}");
        page.reload();
        assert_eq!(page.js(OURS), true, "{answered}");
        draw(&page, "flow");
    }

    page.site().mend();
    assert_eq!(look_for_another(&page), "waiting");
    page.wait_to_show(".update");
    assert!(page.text(".update").starts_with("本站已更新。"));
    // Until it is taken, all is of the old one: what is fetched now, and other pages.
    look_for(&page, "公务接待费");
    page.wait_to_show("#find [data-kind=line]");
    page.press(Key::Escape);
    page.goto("en/index.html");
    assert_eq!(page.js(OURS), true);
    page.wait_to_show(".update");
    assert!(page.text(".update").starts_with("This site has been updated."));
    page.click("[data-update=wait]");
    page.wait_for("the line to be gone", "!document.querySelector('.update')?.checkVisibility()");

    page.goto("?lang=zh");
    page.wait_to_show(".update");
    page.click("[data-update=take]");
    page.wait_for("the new version", OTHERS);
    assert!(!page.shows(".update"));
    // It is whole, and nothing of the old one is left.
    page.site().cut_after(0);
    page.goto("figure/change.html");
    assert_eq!(
        page.js("document.body.innerText.includes('示例单位2') && !document.body.innerText.includes('大足')"),
        true
    );
    let left = page.js("caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((kept) => kept.keys())))).then((all) => all.flat().filter(({ url }) => url.includes('carried-')).length)");
    assert_eq!(left, 1, "the text of one version");
}

#[test]
fn a_site_that_is_being_uploaded_is_not_taken() {
    let page = visit("?lang=zh").kept().noisy().open();
    wait_until_kept(&page);
    // The list is there before one of the pages is.
    let uploading = next("uploading");
    let old = |name: &str| fs::copy(root().join("dist").join(name), uploading.join(name)).unwrap();
    old("en/index.html");
    page.site().publish(uploading.clone());
    assert_eq!(look_for_another(&page), "redundant");
    page.reload();
    assert_eq!(page.js(OURS), true);
    // It is, once it is whole.
    page.site().publish(next("uploaded"));
    assert_eq!(look_for_another(&page), "waiting");
    page.wait_to_show(".update");
}

#[test]
fn who_takes_the_new_version_in_one_tab_has_it_in_all() {
    let page = visit("?lang=zh").kept().open();
    wait_until_kept(&page);
    page.js("void (window.other = open('en/index.html'))");
    page.wait_for("the other tab", "other.document.documentElement?.dataset.ready === 'true'");
    page.wait_for("its part in it", "other.navigator.serviceWorker.controller");
    page.site().publish(next("tabs"));
    assert_eq!(look_for_another(&page), "waiting");
    page.wait_for("the offer there", "other.document.querySelector('[data-update=take]')");
    page.js("other.document.querySelector('[data-update=take]').click()");
    page.wait_for("this tab to be of the new version", OTHERS);
}

#[test]
fn two_sites_of_one_host_keep_what_is_theirs() {
    let host = copy("nested");
    let inner = copy("nested-inner");
    fs::create_dir_all(host.join("budget")).unwrap();
    fs::rename(inner, host.join("budget/2023")).unwrap();
    let page = visit("?lang=zh").of(host).kept().open();
    wait_until_kept(&page);
    // The outer one's worker answers for the inner one at first. That is no other version of it.
    page.goto("budget/2023/index.html?lang=zh");
    page.js("void (window.still = true)");
    let scope = "navigator.serviceWorker.controller?.scriptURL.endsWith('/budget/2023/sw.js')";
    page.wait_for("the inner one's own worker", scope);
    assert_eq!(page.js("window.still"), true, "nothing is loaded again");
    page.goto("index.html?lang=zh");
    page.site().cut_after(0);
    for address in ["budget/2023/en/index.html", "en/index.html", "budget/2023/figure/flow.html"] {
        page.goto(address);
        draw(&page, "flow");
    }
}

#[test]
fn nothing_is_kept_in_articles_nor_for_those_who_save_data() {
    let kept = "navigator.serviceWorker.getRegistrations().then((all) => all.length)";
    let page = visit("").kept().within("<iframe src=\"{site}figure/flow.html\" width=600 height=900></iframe>").open();
    page.wait_for("the figure's app", "performance.now() > 6000");
    let asked: Vec<String> = page.site().requests().into_iter().map(|request| request.path).collect();
    assert!(asked.iter().any(|path| path.contains("app-")), "{asked:?}");
    assert!(!asked.iter().any(|path| path.ends_with("offline.js") || path.ends_with("sw.js")), "{asked:?}");

    let saves = "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })";
    let page = visit("?lang=zh").kept().before(saves).open();
    page.wait_for("some seconds", "performance.now() > 6000");
    assert_eq!(page.js(kept), 0);
}

#[test]
fn where_it_may_not_be_kept_the_page_is_as_it_was() {
    for refused in [
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('storage is full', 'QuotaExceededError'))",
        "delete Navigator.prototype.serviceWorker",
    ] {
        let page = visit("?lang=zh").kept().before(refused).open();
        page.wait_for("some seconds", "performance.now() > 5000");
        draw(&page, "flow");
        assert!(!page.shows(".update") && !page.shows("#failed"));
    }
}

#[test]
fn all_that_a_page_asks_for_is_kept() {
    let worker = fs::read_to_string(Path::new(root()).join("dist/sw.js")).unwrap();
    let list = worker.strip_prefix("self.mingbaiFiles=").unwrap().split_once(";\n").unwrap().0;
    let list: Vec<serde_json::Value> = serde_json::from_str(list).unwrap();
    let kept: Vec<&str> = list.iter().map(|file| file["url"].as_str().unwrap()).collect();
    let page = visit("?lang=zh").open();
    page.js("document.querySelectorAll('.chart').forEach((chart) => chart.scrollIntoView())");
    draw(&page, "office");
    page.goto("en/figure/change.html");
    draw(&page, "change");
    for request in page.site().requests() {
        let path = request.path.trim_start_matches('/').split('?').next().unwrap().to_owned();
        let file = if path.is_empty() { "index.html" } else { &path };
        assert!(kept.contains(&file), "{file} is not kept");
    }
}
