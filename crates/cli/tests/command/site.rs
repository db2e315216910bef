//! `mingbai site`: a built site gets another disclosure.

use super::harness::{example, file, folder, mingbai, refused};
use encoding_rs::GB18030;
use mingbai_core::disclosure::snapshot;
use std::fs;
use std::path::{Path, PathBuf};

/// A built page, as far as it matters here: with another disclosure in it.
const PAGE: &str = "<html lang=\"zh-CN\"><head><!--policy--><!--/policy--><!--head--><title>旧的</title><!--/head-->\
    <link rel=\"icon\" href=\"./icon.svg\" /></head>\
    <body><div id=\"page\"><!--page-->旧的<!--/page--></div>\
    <script type=\"application/json\" id=\"disclosure\">\"旧的\"</script></body></html>";

fn read(site: &Path, name: &str) -> String {
    fs::read_to_string(site.join(name)).unwrap()
}

fn site(name: &str, index: &str) -> PathBuf {
    let site = folder(name);
    fs::write(site.join("index.html"), index).unwrap();
    site
}

fn put(site: &Path, disclosure: &Path) -> super::harness::Run {
    mingbai(&["site".as_ref(), site.as_os_str(), disclosure.as_os_str()])
}

/// The file that a page of the site names, and what it holds.
fn carried(site: &Path, page: &str) -> (String, serde_json::Value) {
    let html = read(site, page);
    let name = html.split_once("id=\"carried\" href=\"").unwrap().1.split_once('"').unwrap().0;
    let name = name.trim_start_matches(['.', '/']).to_owned();
    let inside = serde_json::from_str(&read(site, &name)).unwrap();
    (name, inside)
}

#[test]
fn a_page_carries_what_the_checks_contradict() {
    let text = include_str!("../../../../data/disclosure.txt");
    // 57 and 9.3 are no longer 66.3.
    let wrong = text.replace("公务用车运行维护费57万元", "公务用车运行维护费55万元");
    for (name, text, contradicted) in [("agreeing", text, false), ("contradicted", &wrong, true)] {
        let site = site(&format!("site-{name}"), PAGE);
        assert_eq!(put(&site, &file(&format!("site-{name}.txt"), text)).code, 0);
        let (_, inside) = carried(&site, "index.html");
        let found = inside.get("contradicted").map(|lines| lines["three_public.vehicle_operation"].clone());
        assert_eq!(found, contradicted.then(|| serde_json::json!("amount")), "{name}");
        assert_eq!(read(&site, "figure/three_public.html").contains("画斜线的数"), contradicted);
    }
}

#[test]
fn a_built_site_gets_the_whole_text_whatever_it_was_saved_in() {
    let text = example(2);
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (n, bytes) in [text.clone().into_bytes(), GB18030.encode(&text).0.into_owned(), utf16].iter().enumerate() {
        let site = site(&format!("site-{n}"), PAGE);
        let run = put(&site, &file(&format!("site-{n}.txt"), bytes));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{n}");
        assert!(run.out.contains("某区示例单位2 · "), "{}", run.out);
        // Every page names the file with the text and what was read of it.
        let (fetched, inside) = carried(&site, "index.html");
        assert_eq!(carried(&site, "en/figure/flow.html").0, fetched);
        assert_eq!(inside["text"], text, "{n}");
        assert!(inside["kept"].as_str().unwrap().starts_with(&snapshot::prefix(&text)));
        assert!(!read(&site, "figure/flow.html").contains("id=\"disclosure\""));
        assert_eq!(
            names(&site),
            [".mingbai-files.json", "404.html", &fetched, "data", "en", "figure", "health.html", "index.html", "v"],
            "nothing else is left there"
        );
        assert_eq!(fs::read(site.join("data/disclosure.txt")).unwrap(), text.as_bytes());
    }
}

fn names(site: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn amounts_that_conflict_are_no_reason_against_it() {
    let site = site("site-conflict", PAGE);
    assert_eq!(put(&site, "tests/examples/1.txt".as_ref()).code, 0);
}

#[test]
fn what_cannot_be_done_leaves_the_page_as_it_was_and_says_why() {
    let there = site("site-kept", PAGE);
    let novel = file("site-novel.txt", "从前有座山。");
    let other = site("site-other", "<head></head>");
    let cases = [
        (&there, novel.as_path(), "没有找到收入预算"),
        (&there, Path::new("no-such.txt"), "没有找到这个文件"),
        (&other, Path::new("data/disclosure.txt"), "没有放说明的地方"),
        (&folder("site-empty"), Path::new("data/disclosure.txt"), "里面没有 index.html"),
    ];
    for (site, disclosure, why) in cases {
        let run = put(site, disclosure);
        assert!(refused(&run).contains(why), "{}", run.err);
    }
    assert_eq!(read(&there, "index.html"), PAGE);
    assert_eq!(fs::read_to_string(other.join("index.html")).unwrap(), "<head></head>");
}

#[test]
fn a_site_that_was_filled_is_filled_anew_and_nothing_of_the_old_is_left() {
    let site = site("site-again", PAGE);
    put(&site, "tests/examples/2.txt".as_ref());
    let (first, english) = (read(&site, "index.html"), read(&site, "en/index.html"));
    let files = names(&site);
    fs::write(site.join("index.html.br"), "packed").unwrap();
    put(&site, "data/disclosure.txt".as_ref());
    assert!(!site.join("index.html.br").exists(), "what was packed of the old page");
    assert_eq!(names(&site).len(), files.len(), "what the figures' pages fetched before");
    assert!(read(&site, "index.html").contains("重庆市大足区") && !read(&site, "index.html").contains("示例单位2"));
    put(&site, "tests/examples/2.txt".as_ref());
    assert_eq!((read(&site, "index.html"), read(&site, "en/index.html")), (first, english));
    assert_eq!(names(&site), files);
}

/// The files that a site's service worker keeps.
fn listed(site: &Path) -> Vec<String> {
    let worker = read(site, "sw.js");
    let (list, rest) = worker.strip_prefix("self.mingbaiFiles=").unwrap().split_once(";\n").unwrap();
    assert_eq!(rest, "work()");
    let list: Vec<serde_json::Value> = serde_json::from_str(list).unwrap();
    list.iter().map(|file| file["url"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_a_browser_keeps_is_listed_anew_and_nothing_of_former_versions() {
    let site = site("site-listed", PAGE);
    fs::write(site.join("sw.js"), "self.mingbaiFiles=[];\nwork()").unwrap();
    for left in ["app-0000000000000000.js", "sw.js.br", "google0123456789abcdef.html", "index.html.gz"] {
        fs::write(site.join(left), "left").unwrap();
    }
    assert_eq!(put(&site, "tests/examples/2.txt".as_ref()).code, 0);
    let first = listed(&site);
    let (fetched, _) = carried(&site, "index.html");
    for kept in ["index.html", "en/index.html", "figure/flow.html", "data/budget.csv", &fetched] {
        assert!(first.iter().any(|file| file == kept), "{kept}: {first:?}");
    }
    let foreign = |file: &String| ["app-", "google", "v/", "sw.js", "404"].iter().any(|begin| file.starts_with(begin));
    assert_eq!(first.iter().find(|file| foreign(file)), None);
    assert!(!site.join("sw.js.br").exists(), "what was packed of the old list");
    put(&site, "data/disclosure.txt".as_ref());
    let second = listed(&site);
    assert!(!second.contains(&fetched) && second.len() == first.len(), "{second:?}");

    // A worker that has no place for a list stops all before anything is written.
    let page = read(&site, "index.html");
    fs::write(site.join("sw.js"), "work()").unwrap();
    assert_eq!(put(&site, "tests/examples/2.txt".as_ref()).code, 2);
    assert_eq!(read(&site, "index.html"), page);
}

#[test]
fn a_figure_that_does_not_change_any_more_stays_when_the_site_gets_another_disclosure() {
    let site = site("site-frozen", PAGE);
    put(&site, "tests/examples/2.txt".as_ref());
    let folders = || names(&site.join("v"));
    let first = folders().remove(0);
    let page = format!("v/{first}/figure/flow.html");
    let frozen = read(&site, &page);
    // It says since when, what it needs lies beside it, and what is now is elsewhere.
    let date = frozen.split_once("data-frozen=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(date.len() == 10 && frozen.contains(&format!("固定为 {date} 的版本")), "{date}");
    assert!(frozen.contains("href=\"../../../figure/flow.html\"") && frozen.contains("href=\"../../../index.html"));
    assert!(frozen.contains("href=\"../../../icon.svg\"") && frozen.contains("content=\"noindex\""));
    let carried = frozen.split_once("id=\"carried\" href=\"../").unwrap().1.split_once('"').unwrap().0;
    assert!(read(&site, &format!("v/{first}/{carried}")).contains("某区示例单位2"));
    let english = read(&site, &format!("v/{first}/en/figure/flow.html"));
    assert!(english.contains("is fixed as of") && english.contains("href=\"../../../../en/figure/flow.html\""));

    put(&site, "data/disclosure.txt".as_ref());
    assert_eq!(folders().len(), 2);
    assert_eq!(read(&site, &page), frozen);
    assert!(!read(&site, "figure/flow.html").contains("data-frozen"));
}

#[test]
fn both_pages_say_what_they_are_about_and_find_their_files() {
    let site = site("site-pages", PAGE);
    put(&site, "data/disclosure.txt".as_ref());
    let (zh, en) = (read(&site, "index.html"), read(&site, "en/index.html"));
    assert!(zh.contains("<html lang=\"zh-CN\">") && en.contains("<html lang=\"en\">"));
    assert!(zh.contains("content=\"./en/index.html\"") && en.contains("content=\"../index.html\""));
    assert!(zh.contains("href=\"./icon.svg\"") && en.contains("href=\"../icon.svg\""));
    assert!(
        !zh.contains("canonical") && !zh.contains("rel=\"alternate\""),
        "an address that nobody told is not made up"
    );
    assert!(zh.contains("比2022年增加 107.78") && en.contains("¥1,077,800"));

    let run = mingbai(&[
        "site".as_ref(),
        "--address".as_ref(),
        "https://example.org/budget".as_ref(),
        site.as_os_str(),
        "data/disclosure.txt".as_ref(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(read(&site, "index.html").contains("<link rel=\"canonical\" href=\"https://example.org/budget/\" />"));
    assert!(
        read(&site, "en/index.html").contains("<link rel=\"canonical\" href=\"https://example.org/budget/en/\" />")
    );
    let run = mingbai(&["site", "--address", "example.org", "dist", "data/disclosure.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("https://example.org/budget/"), "{}", run.err);
}

#[test]
fn it_answers_in_english_too() {
    let run = mingbai(&["site", "--lang", "en", "no-such-site", "data/disclosure.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("there is no index.html in it; name the folder"), "{}", run.err);
}

#[test]
fn a_page_says_where_and_when_the_original_was_published_and_nothing_where_that_is_not_known() {
    let text = file("published.txt", include_str!("../../../../data/disclosure.txt"));
    let known = file(
        "published.toml",
        "address = \"https://www.example.gov.cn/t1.html\"\npublished = \"2023-02-10\"\n\
         report_errors_to = \"errors@example.org\"\n",
    );
    let filled = site("published", PAGE);
    let run =
        mingbai(&["site".as_ref(), "--publication".as_ref(), known.as_os_str(), filled.as_os_str(), text.as_os_str()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for (page, label) in [("index.html", "原文发布于 "), ("en/index.html", "Original published: ")] {
        let html = read(&filled, page);
        let top = html.split_once("<p class=\"kick published\">").unwrap().1.split_once("</p>").unwrap().0;
        assert_eq!(
            top,
            format!("{label}<a href=\"https://www.example.gov.cn/t1.html\">www.example.gov.cn</a> · 2023-02-10")
        );
        let foot = html.split_once("<footer class=\"foot\">").unwrap().1;
        assert!(foot.contains("<a href=\"mailto:errors@example.org\">errors@example.org</a>"), "{foot}");
        assert!(html.contains("\"datePublished\":\"2023-02-10\"") && html.contains("2023-02-10"), "{page}");
        // The citation of a printed page.
        assert!(html.contains("https://www.example.gov.cn/t1.html&gt;") || html.contains("t1.html>. "), "{page}");
    }
    assert_eq!(carried(&filled, "index.html").1["publication"]["published"], "2023-02-10");

    let plain = site("unpublished", PAGE);
    assert_eq!(put(&plain, &text).code, 0);
    let html = read(&plain, "index.html");
    assert!(!html.contains("原文发布于") && !html.contains("datePublished") && !html.contains("mailto:"));
    assert!(!html.contains("网页上的，请告诉"), "nobody is named where nobody is known");
    assert_eq!(carried(&plain, "index.html").1.get("publication"), None);
}

#[test]
fn the_contact_can_be_called_in_both_languages() {
    let filled = site("contact", PAGE);
    assert_eq!(put(&filled, &file("contact.txt", include_str!("../../../../data/disclosure.txt"))).code, 0);
    for (page, label) in [("index.html", "联系人"), ("en/index.html", "Contact")] {
        let html = read(&filled, page);
        let call = "<span lang=\"zh-CN\">杨昌龙</span> <a href=\"tel:023-43762520\">023-43762520</a>";
        assert_eq!(html.matches(call).count(), 2, "with the office, and at the foot of {page}");
        assert!(html.contains(&format!("<h3>{label}</h3>")), "{page}");
    }
}

#[test]
fn a_file_of_publication_with_a_mistake_changes_nothing() {
    let filled = site("misdated", PAGE);
    let wrong = file("misdated.toml", "published = \"10.2.2023\"\n");
    let run = mingbai(&[
        "site".as_ref(),
        "--publication".as_ref(),
        wrong.as_os_str(),
        filled.as_os_str(),
        file("misdated.txt", example(2)).as_os_str(),
    ]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("misdated.toml") && run.err.contains("10.2.2023"), "{}", run.err);
    assert_eq!(read(&filled, "index.html"), PAGE);
}

#[test]
fn characters_that_turn_the_direction_are_visible_on_pages_and_kept_in_the_text() {
    let text = include_str!("../../../../data/disclosure.txt").replacen(
        "公务接待费9.3万元",
        "公务接待费\u{202e}9.3\u{200f}万元",
        1,
    );
    assert!(text.contains('\u{202e}'));
    let site = folder("direction").join("site");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), PAGE).unwrap();
    let run = mingbai(&["site".as_ref(), site.as_os_str(), file("direction.txt", &text).as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(fs::read_to_string(site.join("data/disclosure.txt")).unwrap(), text);
    for page in ["index.html", "en/index.html", "figure/three_public.html", "data/budget.csv", "data/budget.json"] {
        let content = fs::read_to_string(site.join(page)).unwrap();
        assert!(!content.contains(['\u{202e}', '\u{200f}']), "{page}");
    }
    assert!(fs::read_to_string(site.join("index.html")).unwrap().contains("公务接待费⇐"));
}
