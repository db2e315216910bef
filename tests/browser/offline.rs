//! Offline: what the service worker caches after one visit, and how a new version is installed.

use super::charts::FIGURES;
use super::harness::{Page, artifacts, command, root, visit};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::Key;

/// Waits until the browser has kept all of the site.
#[track_caller]
pub fn wait_until_kept(page: &Page) {
    page.wait_for("the site to be kept", "navigator.serviceWorker.controller?.state === 'activated'");
}

/// A copy of the built site that another test does not touch.
pub fn copy(name: &str) -> PathBuf {
    let folder = artifacts().join(format!("sites/{name}"));
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

/// Asks whether there is another version, and waits until that is settled. Says what became of it: `none`, `waiting` until it
/// is accepted, or `redundant`, where it could not be cached completely.
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
fn after_one_visit_the_whole_site_works_offline() {
    let page = visit("?lang=zh").under("/budget/2023/").with_service_worker().open();
    wait_until_kept(&page);
    let against = page.cdp("Page.getInstallabilityErrors", serde_json::json!({}));
    assert_eq!(against["installabilityErrors"], serde_json::json!([]), "it can be installed");
    page.site().cut_network_after(0);

    // What was not fetched yet: search, a number's card, a table, what is shared.
    page.search_dialog().search_for("公务");
    page.search_dialog().wait_for_result("line");
    page.press(Key::Escape);
    page.search_dialog().wait_closed();
    page.click(".lede .amount[data-origin=stated]");
    page.popup().wait_for_quote();
    page.press(Key::Escape);

    // From nothing, in both languages, with charts; every figure alone; what was kept for the whole address.
    for (address, figure) in [("", "flow"), ("index.html?lang=zh&unit=yuan", "purpose"), ("en/index.html", "change")] {
        page.goto(address);
        page.chart(figure).draw();
    }
    // Each figure in one of the languages; that the pages of both are cached another test proves.
    for (figure, lang) in FIGURES.into_iter().zip(["en/", ""].into_iter().cycle()) {
        page.goto(&format!("{lang}figure/{figure}.html"));
        page.chart(figure).draw();
    }
    let fetched = page.js(
        "Promise.all(['budget.json', 'budget.csv', 'disclosure.txt', 'datapackage.json'].map((name) =>
            fetch('../../data/' + name).then((answer) => answer.ok && answer.arrayBuffer()).then((bytes) => bytes.byteLength > 100)))",
    );
    assert_eq!(fetched, serde_json::json!([true, true, true, true]));
}

#[test]
fn an_interrupted_update_leaves_the_old_version_and_a_complete_one_is_offered() {
    let page = visit("?lang=zh").with_service_worker().noisy().open();
    wait_until_kept(&page);
    // Not even the list came; that and no file; one file; some more, of those that are left.
    page.site().publish(next("broken-off"));
    for (answered, became) in [(0, "unanswered"), (1, "redundant"), (2, "redundant"), (8, "redundant")] {
        page.site().cut_network_after(answered);
        assert_eq!(look_for_another(&page), became, "{answered}");
        page.reload();
        assert_eq!(page.js(OURS), true, "{answered}");
        page.chart("flow").draw();
    }

    page.site().restore_network();
    assert_eq!(look_for_another(&page), "waiting");
    page.wait_to_show(".update");
    assert!(page.text(".update").starts_with("本站已更新。"));
    // Until it is taken, all is of the old one: what is fetched now, and other pages.
    page.search_dialog().search_for("公务接待费");
    page.search_dialog().wait_for_result("line");
    page.press(Key::Escape);
    page.search_dialog().wait_closed();
    page.goto("en/index.html");
    assert_eq!(page.js(OURS), true);
    page.wait_to_show(".update");
    assert!(page.text(".update").starts_with("This site has been updated."));
    page.click("[data-update=later]");
    page.wait_for("the line to be gone", "!document.querySelector('.update')?.checkVisibility()");

    page.goto("?lang=zh");
    page.wait_to_show(".update");
    page.click("[data-update=reload]");
    page.wait_for("the new version", OTHERS);
    assert!(!page.shows(".update"));
    // It is whole, and nothing of the old one is left.
    page.site().cut_network_after(0);
    page.goto("figure/change.html");
    assert_eq!(
        page.js("document.body.innerText.includes('示例单位2') && !document.body.innerText.includes('大足')"),
        true
    );
    let left = page.js("caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((kept) => kept.keys())))).then((all) => all.flat().filter(({ url }) => url.includes('carried-')).length)");
    assert_eq!(left, 1, "the text of one version");
}

#[test]
fn a_partly_uploaded_site_is_not_installed() {
    let page = visit("?lang=zh").with_service_worker().noisy().open();
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
fn an_update_accepted_in_one_tab_applies_to_all_tabs() {
    let page = visit("?lang=zh").with_service_worker().open();
    wait_until_kept(&page);
    page.js("void (window.other = open('en/index.html'))");
    page.wait_for("the other tab", "other.document.documentElement?.dataset.ready === 'true'");
    page.wait_for("its part in it", "other.navigator.serviceWorker.controller");
    page.site().publish(next("tabs"));
    assert_eq!(look_for_another(&page), "waiting");
    page.wait_for("the offer there", "other.document.querySelector('[data-update=reload]')");
    page.js("other.document.querySelector('[data-update=reload]').click()");
    page.wait_for("this tab to be of the new version", OTHERS);
}

#[test]
fn two_sites_on_one_host_have_separate_caches() {
    let host = copy("nested");
    let inner = copy("nested-inner");
    fs::create_dir_all(host.join("budget")).unwrap();
    fs::rename(inner, host.join("budget/2023")).unwrap();
    let page = visit("?lang=zh").of(host).with_service_worker().open();
    wait_until_kept(&page);
    // The outer one's worker answers for the inner one at first. That is no other version of it.
    page.goto("budget/2023/index.html?lang=zh");
    page.js("void (window.still = true)");
    let scope = "navigator.serviceWorker.controller?.scriptURL.endsWith('/budget/2023/sw.js')";
    page.wait_for("the inner one's own worker", scope);
    assert_eq!(page.js("window.still"), true, "nothing is loaded again");
    page.goto("index.html?lang=zh");
    page.site().cut_network_after(0);
    for address in ["budget/2023/en/index.html", "en/index.html", "budget/2023/figure/flow.html"] {
        page.goto(address);
        page.chart("flow").draw();
    }
}

/// What the browser has of the site: workers and cached files.
const LEFT: &str = "Promise.all([
        navigator.serviceWorker.getRegistrations(),
        caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))),
    ]).then(([workers, files]) => workers.length + files.flat().length)";

#[test]
fn a_site_that_was_taken_down_is_not_shown_from_the_cache() {
    let gone = artifacts().join("sites/gone");
    fs::create_dir_all(&gone).unwrap();
    fs::write(gone.join("index.html"), "<!doctype html><title>gone</title><p>Nothing is here.").unwrap();
    for (status, headers) in [
        (None, None),
        (Some("410 Gone"), None),
        (Some("302 Found\r\nLocation: /"), None),
        (Some("200 OK"), Some("Content-Type: text/html; charset=utf-8")),
    ] {
        let page = visit("?lang=zh").with_service_worker().noisy().open();
        wait_until_kept(&page);
        page.site().change(|host| {
            host.dist.clone_from(&gone);
            host.statuses.extend(status.map(|status| ("/sw.js".to_owned(), status.to_owned())));
            host.headers.extend(headers.map(|lines| ("/sw.js".to_owned(), lines.to_owned())));
        });
        page.load("?lang=zh");
        page.wait_for("what the host has now", "document.title === 'gone'");
        page.wait_for("nothing to be left", &format!("{LEFT}.then((left) => left === 0)"));
    }
}

#[test]
fn a_host_that_cannot_answer_now_is_no_site_that_was_taken_down() {
    let page = visit("?lang=zh").with_service_worker().noisy().open();
    wait_until_kept(&page);
    for status in ["500 Internal Server Error", "503 Service Unavailable", "403 Forbidden", "405 Method Not Allowed"] {
        page.site().change(|host| host.statuses = vec![(String::new(), status.to_owned())]);
        let asked = page.site().requests().len();
        page.load("?lang=zh");
        page.wait_until_ready();
        page.wait("the worker to have asked", || (page.site().requests().len() > asked).then_some(()));
        page.settle();
        page.reload();
        assert_eq!(page.js(OURS), true, "{status}");
    }
}

#[test]
fn a_withdrawn_site_cleans_the_browsers_of_its_readers() {
    let page = visit("?lang=zh").with_service_worker().noisy().open();
    wait_until_kept(&page);
    let withdrawn = copy("withdrawn");
    let run = Command::new(command()).arg("withdraw").arg(&withdrawn).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    page.site().publish(withdrawn.clone());
    page.load("figure/change.html");
    page.wait_for("the sentence", "document.body.innerText.includes('已经由发布者撤下')");
    page.wait_for("nothing to be left", &format!("{LEFT}.then((left) => left === 0)"));
    assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true);
    drop(page);

    // In an article, as high as its sentence.
    let page = visit("")
        .of(withdrawn)
        .embedded_in("<script src=\"{site}embed.js\"></script><mingbai-figure figure=\"change\"></mingbai-figure>")
        .open();
    let frame = "document.querySelector('mingbai-figure').frame";
    page.wait_for("its height", &format!("{frame}.getBoundingClientRect().height < 300"));
    page.enter_frame(frame);
    assert!(page.text("main").contains("已经由发布者撤下"));
    page.leave_frame();
}

#[test]
fn a_file_that_is_changed_on_the_way_is_named_and_the_site_works() {
    for (fault, said) in [("404 Not Found", "404"), ("200 OK", "和清单不符")] {
        let visit = visit("?lang=zh").with_service_worker().noisy();
        let page = visit.rewritten("figure/change.html", "</html>", "<script src=/tracker.js></script></html>").open();
        page.site().change(|host| host.statuses = vec![("figure/change.html".to_owned(), fault.to_owned())]);
        page.wait("the file to be named", || {
            let console = page.console();
            console.iter().any(|line| line.contains("figure/change.html") && line.contains(said)).then_some(())
        });
        page.chart("flow").draw();
        assert_eq!(page.js("navigator.serviceWorker.controller"), serde_json::Value::Null, "nothing comes by halves");
    }
}

#[test]
fn nothing_is_cached_in_articles_or_with_save_data() {
    let kept = "navigator.serviceWorker.getRegistrations().then((all) => all.length)";
    let page = visit("")
        .with_service_worker()
        .with_clock()
        .embedded_in("<iframe src=\"{site}figure/flow.html\" width=600 height=900></iframe>")
        .open();
    page.enter_frame("document.querySelector('iframe')");
    page.wait_until_ready();
    page.advance_clock(6000);
    page.settle();
    page.leave_frame();
    let asked: Vec<String> = page.site().requests().into_iter().map(|request| request.path).collect();
    assert!(asked.iter().any(|path| path.contains("app-")), "{asked:?}");
    assert!(!asked.iter().any(|path| path.ends_with("offline.js") || path.ends_with("sw.js")), "{asked:?}");

    let saves = "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })";
    drop(page);
    let page = visit("?lang=zh").with_service_worker().with_clock().before(saves).open();
    page.advance_clock(6000);
    page.settle();
    assert_eq!(page.js(kept), 0);
}

#[test]
fn without_a_service_worker_the_page_works_as_usual() {
    for refused in [
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('storage is full', 'QuotaExceededError'))",
        "delete Navigator.prototype.serviceWorker",
    ] {
        let page = visit("?lang=zh").with_service_worker().with_clock().before(refused).open();
        page.advance_clock(5000);
        page.chart("flow").draw();
        assert!(!page.shows(".update") && !page.shows("#failed"));
    }
}

#[test]
fn every_file_that_a_page_requests_is_cached() {
    let worker = fs::read_to_string(Path::new(root()).join("dist/sw.js")).unwrap();
    let list = worker.strip_prefix("self.mingbaiFiles=").unwrap().split_once(";\n").unwrap().0;
    let list: Vec<serde_json::Value> = serde_json::from_str(list).unwrap();
    let kept: Vec<&str> = list.iter().map(|file| file["url"].as_str().unwrap()).collect();
    for lang in ["", "en/"] {
        for figure in FIGURES {
            let page = format!("{lang}figure/{figure}.html");
            assert!(kept.contains(&page.as_str()), "{page} is not kept");
        }
    }
    let page = visit("?lang=zh").open();
    page.js("document.querySelectorAll('.chart').forEach((chart) => chart.scrollIntoView())");
    page.chart("office").draw();
    page.goto("en/figure/change.html");
    page.chart("change").draw();
    for request in page.site().requests() {
        let path = request.path.trim_start_matches('/').split('?').next().unwrap().to_owned();
        let file = if path.is_empty() { "index.html" } else { &path };
        assert!(kept.contains(&file), "{file} is not kept");
    }
}
