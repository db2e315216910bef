//! The page that tells the owner of a site what their host does wrong.

use super::harness::{Page, Visit, visit};

/// What is wrong with a host, each check with its outcome.
#[track_caller]
fn faults(host: Visit) -> (Page, Vec<String>) {
    let page = host.noisy().never_ready().open();
    page.wait_for("all checks", "document.documentElement.hasAttribute('data-done')");
    let faults = page.js(
        "[...document.querySelectorAll('[data-check]:not([data-outcome=good])')].map((item) => `${item.dataset.check} ${item.dataset.outcome}`)",
    );
    let faults = faults.as_array().unwrap().iter().map(|fault| fault.as_str().unwrap().to_owned()).collect();
    (page, faults)
}

fn host() -> Visit {
    visit("health.html?lang=zh").compressed()
}

#[test]
fn a_good_host_has_no_fault() {
    let (page, faults) = faults(host());
    assert_eq!(faults, [""; 0]);
    assert_eq!(page.text("h1"), "主机没有问题");
    assert!(page.count("[data-check]") >= 12);
    assert_eq!(page.axe(), [""; 0]);
    page.resize(360, 740);
    assert!(!page.scrolls_sideways());
}

#[test]
fn each_fault_of_a_host_is_named_with_what_to_do() {
    let figure = "figure/flow.html";
    let cases: [(Visit, &[&str], &str); 10] = [
        (visit("health.html?lang=zh"), &["packed poor"], "app-"),
        (
            host().with_headers(".wasm", "Content-Type: application/octet-stream"),
            &["wasm poor"],
            "application/octet-stream",
        ),
        (host().with_headers("offline.js", "Content-Type: text/plain"), &["types bad"], "offline.js"),
        (host().with_headers(figure, "X-Frame-Options: SAMEORIGIN"), &["frames bad"], "SAMEORIGIN"),
        (
            host().with_headers(figure, "Content-Security-Policy: frame-ancestors 'self'"),
            &["frames bad"],
            "frame-ancestors",
        ),
        (
            host().with_headers("index.html", "Content-Security-Policy: script-src 'self'"),
            &["policy bad"],
            "script-src",
        ),
        (
            host().rewritten(figure, "</html>", "<!-- optimised --></html>"),
            &["whole bad", "packed poor"],
            "figure/flow.html 不一样",
        ),
        (host().without(figure), &["whole bad"], "figure/flow.html 404"),
        (host().with_status("figure/nothing", "200 OK"), &["missing poor"], "figure/nothing"),
        (host().under("/budget/"), &["slash poor"], "/budget"),
    ];
    for (host, expected, said) in cases {
        let (page, faults) = faults(host);
        assert_eq!(faults, expected, "{said}");
        assert!(page.text("[data-check]:not([data-outcome=good])").contains(said), "{expected:?}");
        assert!(page.text("h1").contains(&format!("有 {} 处要改", expected.len())), "{}", page.text("h1"));
    }
}

#[test]
fn a_host_without_the_list_of_files_is_told_so_in_english() {
    let (page, faults) = faults(visit("health.html?lang=en").compressed().without("sw.js"));
    assert_eq!(faults, ["list bad"]);
    assert!(page.text("[data-check=list]").contains("was not uploaded"));
}

#[test]
fn it_looks_at_the_host_and_not_at_what_the_browser_keeps() {
    let page = visit("?lang=zh").compressed().with_service_worker().noisy().open();
    page.wait_for("the site to be kept", "navigator.serviceWorker.controller?.state === 'activated'");
    page.site().change(|host| host.without.push("figure/change.html".to_owned()));
    page.load("health.html?lang=zh");
    page.wait_for("all checks", "document.documentElement.hasAttribute('data-done')");
    assert!(page.text("[data-check=whole]").contains("figure/change.html 404"));
}

#[test]
fn without_scripts_a_sentence_says_why_it_is_empty() {
    let page = visit("health.html").open_scriptless();
    assert!(page.text("main").contains("要运行脚本"));
}
