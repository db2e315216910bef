//! `mingbai withdraw`: nothing of the budget is left, and nothing else is touched.

use super::harness::{example_file, folder, mingbai, refused};
use std::fs;
use std::path::{Path, PathBuf};

/// A built page, as far as it matters here.
const PAGE: &str = "<html lang=\"zh-CN\"><head><!--policy--><!--/policy--><!--head--><title>旧的</title><!--/head--></head>\
    <body><div id=\"page\"><!--page-->旧的<!--/page--></div>\
    <script type=\"application/json\" id=\"disclosure\">\"旧的\"</script></body></html>";

/// A site with two documents put into it one after the other, and with files of its owner and of the build.
fn filled(name: &str) -> PathBuf {
    let site = folder(name).join("site");
    fs::create_dir_all(&site).unwrap();
    for (path, content) in [("index.html", PAGE), ("sw.js", "self.mingbaiFiles=[];\nkeep()"), ("embed.js", "show()")] {
        fs::write(site.join(path), content).unwrap();
    }
    for n in [1, 2] {
        assert_eq!(mingbai(&["site".as_ref(), site.as_os_str(), example_file(n).as_os_str()]).code, 0);
    }
    fs::write(site.join("about.html"), "ours").unwrap();
    site
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn every_page_becomes_a_sentence_and_no_figure_is_left() {
    let site = filled("withdraw");
    let frozen = files_below(&site.join("v")).into_iter().filter(|path| path.extension().unwrap() == "html").count();
    assert!(frozen > 10, "{frozen} pages of frozen versions");
    let run = mingbai(&["withdraw".as_ref(), site.as_os_str()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("已撤下") && run.out.contains("几个月"), "{}", run.out);
    for path in files_below(&site) {
        let content = fs::read_to_string(&path).unwrap();
        assert!(!content.contains("示例单位") && !content.contains("万元"), "{}", path.display());
        let is_page = path.extension().is_some_and(|kind| kind == "html") && !path.ends_with("about.html");
        assert_eq!(content.contains("已经由发布者撤下"), is_page, "{}", path.display());
    }
    for page in ["index.html", "en/index.html", "figure/change.html", "404.html", "about.html", "embed.js"] {
        assert!(site.join(page).is_file(), "{page}");
    }
    assert!(!site.join("data").exists());
    let worker = fs::read_to_string(site.join("sw.js")).unwrap();
    assert!(worker.contains("registration.unregister()") && !worker.contains("mingbaiFiles"));
    // Once more changes nothing; with another address each page names it.
    assert_eq!(mingbai(&["withdraw".as_ref(), site.as_os_str()]).code, 0);
    let run =
        mingbai(&["withdraw".as_ref(), "--moved-to".as_ref(), "https://example.org/2024".as_ref(), site.as_os_str()]);
    assert_eq!(run.code, 0);
    assert!(fs::read_to_string(site.join("figure/flow.html")).unwrap().contains("href=\"https://example.org/2024/\""));
}

#[test]
fn what_somebody_has_changed_is_named_and_stays() {
    let site = filled("withdraw-changed");
    fs::write(site.join("data/budget.csv"), "theirs").unwrap();
    let run = mingbai(&["withdraw".as_ref(), site.as_os_str()]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("data/budget.csv") && run.err.contains("没有删"), "{}", run.err);
    assert_eq!(fs::read_to_string(site.join("data/budget.csv")).unwrap(), "theirs");
}

#[test]
fn what_is_no_site_or_has_no_budget_is_refused() {
    let empty = folder("withdraw-nothing");
    let run = mingbai(&["withdraw".as_ref(), empty.as_os_str()]);
    assert!(refused(&run).contains("没有 index.html"), "{}", run.err);
    fs::write(empty.join("index.html"), "somebody's page").unwrap();
    let run = mingbai(&["withdraw".as_ref(), empty.as_os_str()]);
    assert!(refused(&run).contains("没有东西可以撤下"), "{}", run.err);
    assert_eq!(fs::read_to_string(empty.join("index.html")).unwrap(), "somebody's page");
    let run = mingbai(&["withdraw", "--moved-to", "javascript:alert(1)", "dist"]);
    assert!(refused(&run).contains("https://example.org"), "{}", run.err);
}
