//! Builds by Cargo, and where their files are.

use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

/// Cargo, for the versions of `Cargo.lock`.
pub fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args([subcommand, "--locked"]);
    command
}

/// Builds the web app for the browser, so that it can be split; returns its WebAssembly file.
///
/// # Errors
/// Where it does not compile.
pub fn web_app() -> Result<PathBuf> {
    let mut command = web_build(&["--package", "mingbai", "--bin", "app", "--features", "split"]);
    artifact("compiling the web app", &mut command, "app", |file| file.ends_with(".wasm"))
}

/// Builds what reads documents that readers open; returns its WebAssembly file.
///
/// # Errors
/// Where it does not compile.
pub fn document_reader() -> Result<PathBuf> {
    let mut command = web_build(&["--package", "mingbai-reader"]);
    artifact("compiling the document reader", &mut command, "mingbai_reader", |file| file.ends_with(".wasm"))
}

/// A build for the browser.
fn web_build(options: &[&str]) -> Command {
    let mut command = cargo("build");
    command.args(options).args(["--profile", "web", "--target", "wasm32-unknown-unknown"]);
    command.arg("--config").arg(without_machine_paths(&registry_sources()));
    command
}

/// The folders in which Cargo keeps the sources of dependencies.
fn registry_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let Some(sources) = home.map(|home| home.join("registry/src")) else { return Vec::new() };
    let registries = fs::read_dir(&sources).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    registries.collect()
}

/// Cargo's setting by which messages of panics name a dependency's file without the folders of this machine: a reader
/// would download them, and they are nobody's business. It is added to the options of `.cargo/config.toml`.
fn without_machine_paths(folders: &[PathBuf]) -> String {
    let option = |folder: &PathBuf| format!("--remap-path-prefix={}/=", folder.display());
    let options: Vec<String> = folders.iter().map(option).collect();
    format!("target.wasm32-unknown-unknown.rustflags={options:?}")
}

/// Builds the command `mingbai`; returns its executable.
///
/// # Errors
/// Where it does not compile.
pub fn mingbai() -> Result<PathBuf> {
    let mut command = cargo("build");
    command.args(["--package", "mingbai-cli"]);
    artifact("compiling the command mingbai", &mut command, "mingbai", |_| true)
}

fn artifact(attempt: &str, build: &mut Command, target: &str, wanted: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let messages = process::output(attempt, build.arg("--message-format=json-render-diagnostics"))?;
    built_file(&String::from_utf8_lossy(&messages), target, wanted)
        .with_context(|| format!("{attempt}: Cargo does not say where it put {target}"))
}

/// The wanted file of a target, by what Cargo prints with `--message-format=json`.
fn built_file(messages: &str, target: &str, wanted: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let of_target = messages.filter(|message| {
        let is_file_of_its_own = |kind: &Value| kind == "bin" || kind == "cdylib";
        message["reason"] == "compiler-artifact"
            && message["target"]["name"] == target
            && message["target"]["kind"].as_array().is_some_and(|kinds| kinds.iter().any(is_file_of_its_own))
    });
    let files = of_target.filter_map(|message| message["filenames"].as_array().cloned()).flatten();
    files.filter_map(|file| file.as_str().map(str::to_owned)).find(|file| wanted(file)).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_of_sources_is_left_out() {
        let folders = [PathBuf::from("/c/registry/src/a"), PathBuf::from("/c/registry/src/b")];
        let options = "[\"--remap-path-prefix=/c/registry/src/a/=\", \"--remap-path-prefix=/c/registry/src/b/=\"]";
        assert_eq!(without_machine_paths(&folders), format!("target.wasm32-unknown-unknown.rustflags={options}"));
    }

    #[test]
    fn a_built_file_is_found_by_its_target() {
        let messages = r#"
            {"reason":"compiler-artifact","target":{"name":"app","kind":["lib"]},"filenames":["/t/libapp.rlib"]}
            {"reason":"compiler-artifact","target":{"name":"app","kind":["bin"]},"filenames":["/t/app.js","/t/app.wasm"]}
            {"reason":"build-finished","success":true}"#;
        assert_eq!(built_file(messages, "app", |file| file.ends_with(".wasm")), Some("/t/app.wasm".into()));
        assert_eq!(built_file(messages, "other", |_| true), None);
    }
}
