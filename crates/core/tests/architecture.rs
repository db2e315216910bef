//! Architecture: modules have no import cycles, and the core depends on nothing of the web.
//!
//! A module depends on another one where its `use` statements or paths (`crate::…`, `super::…`) name an item of it. A
//! re-export (`pub use`) counts as the module that defines the item. Code under `#[cfg(test)]` does not count.

#[path = "architecture/imports.rs"]
mod imports;

use imports::Crate;
use std::process::Command;

/// The workspace's root.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Fails where modules directly inside `folder` (`""` for the crate's top level) of the crate in `source` form a cycle.
fn assert_no_cycle(source: &str, folder: &str) {
    let source_crate = Crate::read(&format!("{ROOT}/{source}"));
    let dependencies = source_crate.dependencies_inside(folder);
    assert!(!dependencies.is_empty(), "{source}: no modules in `{folder}`");
    let cycles = imports::cycles(&dependencies);
    assert!(cycles.is_empty(), "{source}, modules of `{folder}` form cycles:\n{}", cycles.join("\n"));
}

const CORE: &str = "crates/core/src";

#[test]
fn top_level_modules_of_the_core_have_no_cycle() {
    assert_no_cycle(CORE, "");
}

#[test]
fn modules_of_disclosure_have_no_cycle() {
    assert_no_cycle(CORE, "disclosure");
    assert_no_cycle(CORE, "disclosure/lexicon");
}

#[test]
fn modules_of_audit_and_provenance_have_no_cycle() {
    assert_no_cycle(CORE, "audit");
    assert_no_cycle(CORE, "provenance");
}

#[test]
fn modules_of_figures_have_no_cycle() {
    assert_no_cycle(CORE, "figures");
}

#[test]
fn modules_of_export_have_no_cycle() {
    assert_no_cycle(CORE, "export");
}

#[test]
fn modules_of_search_have_no_cycle() {
    assert_no_cycle(CORE, "search");
}

#[test]
fn modules_of_glossary_have_no_cycle() {
    assert_no_cycle(CORE, "glossary");
}

#[test]
fn modules_of_locale_have_no_cycle() {
    assert_no_cycle(CORE, "locale");
}

#[test]
fn modules_of_the_command_have_no_cycle() {
    assert_no_cycle("crates/cli/src", "");
}

#[test]
fn modules_of_the_site_have_no_cycle() {
    assert_no_cycle("crates/site/src", "");
}

#[test]
fn top_level_modules_of_the_web_app_have_no_cycle() {
    assert_no_cycle("src", "");
}

#[test]
fn modules_of_components_have_no_cycle() {
    assert_no_cycle("src", "components");
}

#[test]
fn modules_of_platform_and_kiosk_have_no_cycle() {
    assert_no_cycle("src", "platform");
    assert_no_cycle("src", "kiosk");
}

#[test]
fn modules_of_enhance_have_no_cycle() {
    assert_no_cycle("src", "enhance");
}

#[test]
fn modules_of_each_feature_of_enhance_have_no_cycle() {
    let entries = std::fs::read_dir(format!("{ROOT}/src/enhance")).unwrap().map(|entry| entry.unwrap());
    let folders: Vec<_> = entries.filter(|entry| entry.path().is_dir()).map(|folder| folder.file_name()).collect();
    assert!(folders.len() > 4, "{folders:?}");
    for folder in folders {
        assert_no_cycle("src", &format!("enhance/{}", folder.to_string_lossy()));
    }
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
fn components_know_no_browser_and_nothing_that_a_script_adds() {
    assert_free_of("src/components", &["web_sys", "js_sys", "wasm_bindgen", "crate::platform", "crate::enhance"]);
}

#[test]
fn platform_knows_no_type_of_the_domain() {
    assert_free_of("src/platform", &["mingbai_core", "crate::components", "crate::enhance", "crate::kiosk"]);
}
