//! Every hook that scripts, style sheets, components and tests share is listed in `src/hooks.rs`, and every hook listed there
//! is used.

use mingbai::hooks::{ATTRIBUTES, CLASSES, EVENTS, GLOBALS, Hook, IDS, LINK_KINDS, PAGE_ATTRIBUTES, STORAGE_KEYS};
use mingbai_core::address::term_href;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where hooks are used.
const FOLDERS: [&str; 11] = [
    "src",
    "public",
    "tools",
    "deploy",
    "tests/browser",
    "crates/core/src",
    "crates/core/tests",
    "crates/site/src",
    "crates/cli/src",
    "crates/cli/tests",
    "xtask/src",
];

/// Attributes that are no hooks of the page: a test's own mark, words of data packages, and what only the build reads.
const FOREIGN: [&str; 6] =
    ["data-test", "data-package", "data-resource", "data-bin", "data-development", "data-hashed"];

/// Ids of a test's own: of its fixture, of an article, or set for one test; and `top`, which browsers know.
const FOREIGN_IDS: [&str; 10] =
    ["button", "field", "hidden", "said", "other", "posts", "row", "part", "table-under-test", "top"];

/// What ends a name in a selector.
const NAME_ENDS: &str = r#"(?:[\s\[\].:,>~+)"'`\\]|$)"#;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            files(&path, found);
        } else if ["rs", "js", "mjs", "css", "html"].contains(&kind) && !path.ends_with("src/hooks.rs") {
            found.push(path);
        }
    }
}

/// The texts in which hooks are used, by file.
fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("index.html")];
    FOLDERS.iter().for_each(|folder| files(&root.join(folder), &mut found));
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What a pattern finds in its first group, with one of the files that it was found in.
fn uses(texts: &[(PathBuf, String)], pattern: &str) -> BTreeMap<String, PathBuf> {
    let pattern = Regex::new(pattern).unwrap();
    let in_text = |(path, text): &(PathBuf, String)| {
        let found = pattern.captures_iter(text).map(|found| (found[1].to_owned(), path.clone()));
        found.collect::<Vec<_>>()
    };
    texts.iter().flat_map(in_text).collect()
}

/// `madeReady` as `data-index-count`.
fn attribute_of(property: &str) -> String {
    let mut attribute = "data-".to_owned();
    for letter in property.chars() {
        if letter.is_ascii_uppercase() {
            attribute.push('-');
        }
        attribute.push(letter.to_ascii_lowercase());
    }
    attribute
}

fn names(lists: &[&[Hook]]) -> BTreeSet<String> {
    lists.iter().flat_map(|list| list.iter().map(|hook| hook.name.to_owned())).collect()
}

#[track_caller]
fn assert_listed(used: &BTreeMap<String, PathBuf>, listed: &BTreeSet<String>) {
    let missing: Vec<_> = used.iter().filter(|(name, _)| !listed.contains(*name)).collect();
    assert!(missing.is_empty(), "used, but not listed in src/hooks.rs: {missing:#?}");
}

#[track_caller]
fn assert_used(listed: &BTreeSet<String>, used: &BTreeMap<String, PathBuf>) {
    let unused: Vec<_> = listed.iter().filter(|name| !used.contains_key(*name)).collect();
    assert!(unused.is_empty(), "listed in src/hooks.rs, but used nowhere: {unused:?}");
}

#[test]
fn every_data_attribute_is_listed_and_used() {
    let texts = texts();
    let listed = names(&[PAGE_ATTRIBUTES, ATTRIBUTES]);
    let mut used = uses(&texts, r"(?:^|[^\w-])(data-[a-z]+(?:-[a-z]+)*)(?:[='\x22\]\s,:$)~^*|&\\]|$)");
    used.extend(uses(&texts, r"\.dataset\.([a-zA-Z]+)").into_iter().map(|(name, path)| (attribute_of(&name), path)));
    used.retain(|name, _| !FOREIGN.contains(&name.as_str()) && !name.starts_with("data-trunk"));
    // Trunk reads these from index.html.
    used.retain(|_, path| !path.ends_with("index.html"));
    assert!(used.len() > 50, "{} attributes found", used.len());
    assert_listed(&used, &listed);
    assert_used(&listed, &used);
}

/// True for the app and the scripts of a page, as opposed to what writes pages and what tests them.
fn runs_in_a_browser(path: &Path) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src/enhance", "src/platform", "public", "tools"];
    folders.iter().any(|folder| path.starts_with(root.join(folder)))
        || path.starts_with(root.join("crates/site/src")) && path.extension().is_some_and(|kind| kind == "js")
}

/// True for tests of built pages. Those of the core write counts of people as `#staff`.
fn tests_pages(path: &Path) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["tests/browser", "crates/cli/tests"].iter().any(|folder| path.starts_with(root.join(folder)))
}

/// The texts in which selectors may be, each by its file: in Rust all that is quoted on one line, in a script what it asks
/// the page for. Unit tests do not count.
fn quoted(texts: &[(PathBuf, String)], wanted: impl Fn(&Path) -> bool) -> Vec<(PathBuf, String)> {
    let in_rust = Regex::new(r#""((?:[^"\\\n]|\\.)*)""#).unwrap();
    let in_script = Regex::new(r"(?:querySelector(?:All)?|closest|matches)\('([^']*)'").unwrap();
    let of = |(path, text): &(PathBuf, String)| {
        let is_rust = path.extension().is_some_and(|kind| kind == "rs");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let quotes = if is_rust { &in_rust } else { &in_script };
        let found = lines.flat_map(|line| quotes.captures_iter(line).map(|found| (path.clone(), found[1].to_owned())));
        found.collect::<Vec<_>>()
    };
    texts.iter().filter(|(path, _)| wanted(path)).flat_map(of).collect()
}

/// A listed name as a pattern: what is in `<…>` may be any word, or a slot of a format string.
fn pattern_of(name: &str) -> Regex {
    let name = regex::escape(name);
    let name = name.replace("<n>", r"(?:\d+|\{\w*\})");
    let slot = Regex::new(r"<\w+>").unwrap();
    Regex::new(&format!("^{}$", slot.replace_all(&name, regex::NoExpand(r"(?:\w+|\{[^}]*\})")))).unwrap()
}

#[test]
fn every_id_that_is_asked_for_is_listed_and_on_a_page() {
    let texts = texts();
    let mut asked = uses(&texts, r#"get_element_by_id\((?:&format!\()?"([^"]+)""#);
    asked.extend(uses(&texts, r"getElementById\('([^'$]+)'\)"));
    asked.extend(uses(&texts, r#"aria-(?:controls|activedescendant)=move \|\| [^<]*?"([a-z-]+)""#));
    let selectors = quoted(&texts, |path| runs_in_a_browser(path) || tests_pages(path));
    asked.extend(uses(&selectors, &format!(r#"(?:^|[\s,>(\[}}'"`\\a-z])#([a-z{{][\w{{}}-]*){NAME_ENDS}"#)));
    asked.extend(uses(&selectors, r#"\[id=\\*["']?([^"'\\\]]+)"#));
    // All of such a name is filled in.
    let whole = Regex::new(r"^\{\w*\}$").unwrap();
    let colour = Regex::new("^[0-9a-f]{3}(?:[0-9a-f]{3})?$").unwrap();
    asked.retain(|name, _| !whole.is_match(name) && !colour.is_match(name) && !FOREIGN_IDS.contains(&name.as_str()));
    assert!(asked.len() > 25, "{asked:?}");

    let patterns: Vec<Regex> = IDS.iter().map(|hook| pattern_of(hook.name)).collect();
    let is_listed = |name: &str| patterns.iter().any(|pattern| pattern.is_match(name));
    let missing: Vec<_> = asked.iter().filter(|(name, _)| !is_listed(name)).collect();
    assert!(missing.is_empty(), "asked for, but not listed in src/hooks.rs: {missing:#?}");

    // An id with something to fill in is made by a format string, or by a function of the core.
    let mut set = uses(&texts, r#"\bid=\\?"?([a-z-]+)"#);
    set.extend(uses(&texts, r##""#?((?:[\w&-]|\{\w*\})*[=-]\{[\w.:?()]*\}(?:-\{\w+\})?)""##));
    set.extend(uses(&texts, r##""#?(\{\w*\}-heading)""##));
    set.extend(uses(&texts, r#"_ID: &'static str = "([a-z-]+)""#));
    set.insert(term_href("staff").trim_start_matches('#').to_owned(), PathBuf::new());
    let unused: Vec<_> = IDS.iter().filter(|hook| !set.keys().any(|id| pattern_of(hook.name).is_match(id))).collect();
    assert!(unused.is_empty(), "listed in src/hooks.rs, but set nowhere: {unused:#?}");
}

#[test]
fn every_class_that_the_app_asks_for_is_listed_and_on_a_page() {
    let texts = texts();
    let listed = names(&[CLASSES]);
    let in_browser: Vec<_> = texts.iter().filter(|(path, _)| runs_in_a_browser(path)).cloned().collect();
    let set_by_app = uses(&in_browser, r#"(?:add_1|toggle_with_force)\("([a-z-]+)""#)
        .into_iter()
        .chain(uses(&in_browser, r#"_CLASS: &str = "([a-z-]+)""#));
    let set_by_app: BTreeMap<String, PathBuf> = set_by_app.collect();
    let mut asked = set_by_app.clone();
    // A name behind a name is a file's, except behind the name of an element.
    let selector = format!(r"(?:^|[\s,>(\]}}]|\b(?:a|button|div|li|main|p))\.([a-z][a-z-]*){NAME_ENDS}");
    asked.extend(uses(&quoted(&texts, runs_in_a_browser), &selector));
    assert_listed(&asked, &listed);
    assert_used(&listed, &asked);
    let mut set = set_by_app;
    for (classes, path) in uses(&texts, r#"\bclass=\\?"?([\w -]+)"#) {
        set.extend(classes.split(' ').map(|class| (class.to_owned(), path.clone())));
    }
    assert_used(&listed, &set);
}

#[test]
fn every_kind_of_link_that_no_browser_knows_is_listed_and_used() {
    let known = [
        "alternate",
        "apple-touch-icon",
        "canonical",
        "icon",
        "license",
        "manifest",
        "modulepreload",
        "preload",
        "stylesheet",
    ];
    let of_trunk = ["copy-file", "css", "rust", "sass"];
    let mut used = uses(&texts(), r#"\brel=\\?["']?([a-z][a-z-]*)"#);
    used.retain(|name, _| !known.contains(&name.as_str()) && !of_trunk.contains(&name.as_str()));
    let listed = names(&[LINK_KINDS]);
    assert_listed(&used, &listed);
    assert_used(&listed, &used);
}

#[test]
fn every_key_of_the_storage_is_listed_and_used() {
    let texts = texts();
    let mut used = uses(&texts, r#"\bremember(?:ed)?\("([a-z]+)""#);
    used.extend(uses(&texts, r"\bstoredPreference\('([a-z]+)'\)"));
    used.extend(uses(&texts, r#"['"`]mingbai\.([a-z]+)['"`]"#));
    let listed = names(&[STORAGE_KEYS]);
    assert_listed(&used, &listed);
    assert_used(&listed, &used);
}

#[test]
fn every_event_global_and_message_is_listed_and_used() {
    let texts = texts();
    let mut used = uses(&texts, r#"['"<](mingbai-[a-z]+(?:-[a-z]+)*)\b"#);
    used.extend(uses(&texts, r#"\bname=\\?"?(mingbai-[a-z]+)"#));
    used.extend(uses(&texts, r"\b(mingbai[A-Z]\w+)"));
    // Packages and folders, no names of the page.
    let foreign = [
        "mingbai-cli",
        "mingbai-core",
        "mingbai-reader",
        "mingbai-site",
        "mingbai-",
        "mingbai-host",
        "mingbai-budget",
        "mingbai-check",
    ];
    used.retain(|name, _| !foreign.contains(&name.as_str()) && !name.starts_with("mingbai-xtask"));
    let listed = names(&[EVENTS, GLOBALS]);
    assert_listed(&used, &listed);
    assert_used(&listed, &used);
}

#[test]
fn no_hook_is_listed_twice() {
    let attributes = [PAGE_ATTRIBUTES, ATTRIBUTES].concat();
    let named_alike = [EVENTS, GLOBALS].concat();
    for list in [&attributes, &named_alike, IDS, CLASSES, LINK_KINDS, STORAGE_KEYS] {
        let different: BTreeSet<_> = list.iter().map(|hook| hook.name).collect();
        assert_eq!(list.len(), different.len());
        assert!(list.iter().all(|hook| !hook.meaning.is_empty()));
    }
}

/// Beginnings of names that lists of filters hide on every site: rows of buttons of social networks, notices about
/// cookies, newsletters, advertisements (as in the general hiding rules of EasyList and Fanboy's lists).
const HIDDEN_BY_FILTERS: &[&str] = &[
    "ad",
    "adblock",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "facebook",
    "fb",
    "feedback",
    "follow",
    "gdpr",
    "like",
    "newsletter",
    "outbrain",
    "paywall",
    "print-page",
    "promo",
    "promoted",
    "recommended",
    "retweet",
    "rss",
    "share",
    "sharebar",
    "sharing",
    "signup",
    "sns",
    "soc",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "survey",
    "taboola",
    "toolbox",
    "tweet",
    "twitter",
    "weibo",
    "widget",
];

#[test]
fn no_class_or_id_is_one_that_filter_lists_hide() {
    let texts = texts();
    let classes = uses(&texts, r#"class=(?:\()?"([^"]+)""#);
    let more = uses(&texts, r"class:([a-z][a-z-]*)=");
    let ids = uses(&texts, r#"\bid="([a-z][a-z-]*)""#);
    let names: BTreeSet<&str> = [&classes, &more, &ids]
        .into_iter()
        .flat_map(|found| found.keys())
        .flat_map(|names| names.split_whitespace())
        .collect();
    assert!(names.len() > 100, "{} names", names.len());
    let is_hidden = |name: &&&str| {
        HIDDEN_BY_FILTERS
            .iter()
            .any(|word| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_'])))
    };
    assert_eq!(names.iter().filter(is_hidden).collect::<Vec<_>>(), [&""; 0]);
}
