//! Architecture: modules have no import cycles, the core depends on nothing of the web, and documents name files that
//! exist.
//!
//! A module depends on another one where its `use` statements or paths (`crate::…`, `super::…`) name an item of it. A
//! re-export (`pub use`) counts as the module that defines the item. Code under `#[cfg(test)]` does not count.

#[path = "architecture/documents.rs"]
mod documents;
#[path = "architecture/imports.rs"]
mod imports;

use imports::Crate;
use std::process::Command;

/// The workspace's root.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Fails where modules directly inside one folder of the crate in `source` form a cycle: at its top level, or in any of
/// the folders below.
fn assert_no_cycle(source: &str) {
    let source_crate = Crate::read(&format!("{ROOT}/{source}"));
    let mut cycles = Vec::new();
    for folder in folders_below(source, "") {
        let dependencies = source_crate.dependencies_inside(&folder);
        assert!(!dependencies.is_empty(), "{source}: no modules in `{folder}`");
        cycles.extend(imports::cycles(&dependencies).into_iter().map(|cycle| format!("`{folder}`: {cycle}")));
    }
    assert!(cycles.is_empty(), "{source}: modules of these folders form cycles:\n{}", cycles.join("\n"));
}

/// `folder` (`""` for the top level) of the crate in `source`, and all folders below it.
fn folders_below(source: &str, folder: &str) -> Vec<String> {
    let mut found = vec![folder.to_owned()];
    for entry in std::fs::read_dir(format!("{ROOT}/{source}/{folder}")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let inner = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if entry.path().is_dir() && !files_below(&format!("{source}/{inner}")).is_empty() {
            found.extend(folders_below(source, &inner));
        }
    }
    found
}

#[test]
fn modules_of_the_core_have_no_cycle() {
    assert!(folders_below("crates/core/src", "").contains(&"disclosure/lexicon".to_owned()));
    assert_no_cycle("crates/core/src");
}

#[test]
fn modules_of_the_command_have_no_cycle() {
    assert_no_cycle("crates/cli/src");
}

#[test]
fn modules_of_the_site_have_no_cycle() {
    assert_no_cycle("crates/site/src");
}

#[test]
fn modules_of_the_web_app_have_no_cycle() {
    assert_no_cycle("src");
}

#[test]
fn modules_of_the_release_build_have_no_cycle() {
    assert_no_cycle("xtask/src");
}

#[test]
fn the_core_depends_on_nothing_of_the_web() {
    let arguments =
        ["tree", "--offline", "--locked", "--package", "mingbai-core", "--edges", "normal", "--prefix", "none"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(ROOT).output().expect("cargo runs");
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let packages: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains(&"rust_decimal"), "the tree lists dependencies: {packages:?}");
    for package in packages {
        let web = ["leptos", "web-sys", "js-sys", "wasm-bindgen"].iter().any(|name| package.starts_with(name));
        assert!(!web, "mingbai-core depends on {package}");
    }
}

/// The Rust files below a folder of the workspace, with their texts.
fn files_below(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(format!("{ROOT}/{folder}")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if name.ends_with(".rs") {
            found.push((path.clone(), std::fs::read_to_string(format!("{ROOT}/{path}")).unwrap()));
        } else if std::path::Path::new(&format!("{ROOT}/{path}")).is_dir() {
            found.extend(files_below(&path));
        }
    }
    found
}

/// Fails where a line of code in `folder` contains one of these names.
fn assert_free_of(folder: &str, names: &[&str]) {
    let files = files_below(folder);
    assert!(files.len() > 5, "{folder}: {} files", files.len());
    for (path, text) in files {
        let code = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (at, line) in code {
            let found = names.iter().find(|name| line.contains(*name));
            assert!(found.is_none(), "{path}:{}: {}: {folder} must not use it", at + 1, line.trim());
        }
    }
}

#[test]
fn templates_are_filled_in_one_place() {
    // locale::fill does not search the values that it fills in for further slots.
    for folder in ["crates/core/src", "crates/cli/src", "crates/site/src"] {
        assert_free_of(folder, &[".replace(\"{", ".replace(&format!(\"{{"]);
    }
}

#[test]
fn components_know_no_browser_and_nothing_that_a_script_adds() {
    assert_free_of("src/components", &["web_sys", "js_sys", "wasm_bindgen", "crate::platform", "crate::enhance"]);
}

#[test]
fn platform_knows_no_type_of_the_domain() {
    assert_free_of("src/platform", &["mingbai_core", "crate::components", "crate::enhance", "crate::kiosk"]);
}

#[test]
fn files_that_documents_name_exist() {
    let files = documents::source_files(ROOT);
    // The guides of the built site name its files.
    let is_document = |file: &&String| {
        matches!(file.as_str(), "ARCHITECTURE.md" | "CONTRIBUTING.md")
            || file.starts_with("docs/") && file.ends_with(".md") && !file.starts_with("docs/site.")
    };
    let mut missing = Vec::new();
    for document in files.iter().filter(is_document) {
        let text = std::fs::read_to_string(format!("{ROOT}/{document}")).unwrap();
        missing.extend(documents::missing_files(&text, &files).into_iter().map(|file| format!("{document}:{file}")));
    }
    assert!(missing.is_empty(), "files that do not exist:\n{}", missing.join("\n"));
}

#[test]
fn comments_are_no_wider_than_code() {
    let settings = std::fs::read_to_string(format!("{ROOT}/rustfmt.toml")).unwrap();
    let width = settings.lines().find_map(|line| line.strip_prefix("max_width = ")).unwrap().parse().unwrap();
    let mut wide = Vec::new();
    for (path, text) in files_below("crates").into_iter().chain(files_below("xtask")) {
        wide.extend(documents::wide_comments(&text, width).into_iter().map(|line| format!("{path}:{line}")));
    }
    assert!(wide.is_empty(), "comments wider than {width} columns:\n{}", wide.join("\n"));
}
