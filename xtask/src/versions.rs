//! Versions that must agree: what the app was compiled with, and the libraries here that read it.

use crate::cargo::cargo;
use crate::process;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;

/// Compares the versions in `Cargo.lock`.
///
/// # Errors
/// Where two do not agree: which, and where to change them.
pub fn check() -> Result<()> {
    let metadata =
        process::output("reading the versions of the dependencies", cargo("metadata").arg("--format-version=1"))?;
    let metadata: Value = serde_json::from_slice(&metadata).context("reading what `cargo metadata` prints")?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` lists no packages")?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    agree(&packages.iter().filter_map(|package| Some((text(&package["name"])?, text(&package["version"])?))).collect())
}

fn agree(versions: &BTreeMap<String, String>) -> Result<()> {
    let of = |name: &str| versions.get(name).with_context(|| format!("{name} is not among the dependencies"));
    let (app, library) = (of("wasm-bindgen")?, of("wasm-bindgen-cli-support")?);
    if app != library {
        bail!(
            "the app is compiled with wasm-bindgen {app}, but xtask reads it with wasm-bindgen-cli-support {library}: \
             name the same version in Cargo.toml and xtask/Cargo.toml"
        );
    }
    // What the attribute marks and what the splitter looks for changes with the second number.
    let (app, library) = (of("wasm_split_helpers")?, of("wasm_split_cli_support")?);
    if minor(app) != minor(library) {
        bail!(
            "the app is compiled with wasm_split_helpers {app}, which Leptos brings, but xtask splits it with \
             wasm_split_cli_support {library}: name a version of the same series in xtask/Cargo.toml"
        );
    }
    Ok(())
}

fn minor(version: &str) -> Vec<&str> {
    version.split('.').take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(bindgen: &str, split: &str) -> BTreeMap<String, String> {
        let all = [
            ("wasm-bindgen", "0.2.130"),
            ("wasm-bindgen-cli-support", bindgen),
            ("wasm_split_helpers", "0.2.3"),
            ("wasm_split_cli_support", split),
        ];
        all.into_iter().map(|(name, version)| (name.to_owned(), version.to_owned())).collect()
    }

    #[test]
    fn a_version_that_does_not_agree_is_named() {
        assert!(agree(&versions("0.2.130", "0.2.4")).is_ok());
        let bindgen = agree(&versions("0.2.131", "0.2.4")).unwrap_err().to_string();
        assert!(bindgen.contains("wasm-bindgen-cli-support 0.2.131"), "{bindgen}");
        let split = agree(&versions("0.2.130", "0.3.0")).unwrap_err().to_string();
        assert!(split.contains("wasm_split_cli_support 0.3.0"), "{split}");
    }

    #[test]
    fn a_missing_dependency_is_named() {
        let mut versions = versions("0.2.130", "0.2.4");
        versions.remove("wasm_split_helpers");
        assert!(agree(&versions).unwrap_err().to_string().contains("wasm_split_helpers"));
    }
}
