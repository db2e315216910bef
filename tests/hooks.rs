//! Every hook that scripts, style sheets, components and browser tests share is listed in `src/hooks.rs`, and every hook
//! listed there is used.

use mingbai::hooks::{ATTRIBUTES, EVENTS, GLOBALS, Hook, IDS, PAGE_ATTRIBUTES};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where hooks are used.
const FOLDERS: [&str; 6] = ["src", "public", "tools", "tests/browser", "crates/site/src", "crates/core/src"];

/// Attributes that are no hooks of the page: a test's own mark, and words of data packages.
const FOREIGN: [&str; 3] = ["data-test", "data-package", "data-resource"];

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

#[test]
fn every_id_that_a_script_asks_for_is_listed_and_on_a_page() {
    let texts = texts();
    let listed = names(&[IDS]);
    let mut asked = uses(&texts, r#"get_element_by_id\("([a-z-]+)"\)"#);
    asked.extend(uses(&texts, r"getElementById\('([a-z-]+)'\)"));
    assert!(asked.len() > 4, "{asked:?}");
    asked.retain(|_, path| !path.components().any(|part| part.as_os_str() == "tests"));
    assert_listed(&asked, &listed);
    let set = uses(&texts, r#"\bid=\\?"?([a-z-]+)"#);
    assert_used(&listed, &set);
}

#[test]
fn every_event_global_and_message_is_listed_and_used() {
    let texts = texts();
    let mut used = uses(&texts, r#"['"<](mingbai-[a-z]+(?:-[a-z]+)*)\b"#);
    used.extend(uses(&texts, r#"\bname=\\?"?(mingbai-[a-z]+)"#));
    used.extend(uses(&texts, r"\b(mingbai[A-Z]\w+)"));
    // A cargo package, not a name of the page.
    used.retain(|name, _| !["mingbai-cli", "mingbai-core", "mingbai-site", "mingbai-"].contains(&name.as_str()));
    let listed = names(&[EVENTS, GLOBALS]);
    assert_listed(&used, &listed);
    assert_used(&listed, &used);
}

#[test]
fn no_hook_is_listed_twice() {
    let lists = [PAGE_ATTRIBUTES, ATTRIBUTES, IDS, EVENTS, GLOBALS];
    let all: Vec<_> = lists.iter().flat_map(|list| list.iter()).collect();
    let different: BTreeSet<_> = all.iter().map(|hook| hook.name).collect();
    assert_eq!(all.len(), different.len());
    assert!(all.iter().all(|hook| !hook.meaning.is_empty()));
}
