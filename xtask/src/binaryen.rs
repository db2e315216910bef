//! The commands of binaryen, an npm package.

use crate::process::{npm, run_quietly};
use anyhow::Result;
use std::path::Path;

/// The WebAssembly features that Rust's compiler uses; the app's pieces do not name them.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Makes a file as small as possible; docs/performance.md lists what each option saves.
const SMALL: [&str; 5] =
    ["-Oz", "--one-caller-inline-max-function-size=0", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// Merges several modules, each with its name: imports from that name become calls of its exports.
///
/// # Errors
/// Where `wasm-merge` fails.
pub fn merge<'a>(modules: impl IntoIterator<Item = (&'a Path, &'a str)>, merged: &Path) -> Result<()> {
    let mut command = npm("wasm-merge")?;
    command.args(FEATURES);
    for (file, name) in modules {
        command.arg(file).arg(name);
    }
    run_quietly(&format!("merging pieces of the app into {}", merged.display()), command.arg("-o").arg(merged))
}

/// Optimises a module for its size.
///
/// # Errors
/// Where `wasm-opt` fails.
pub fn optimise(module: &Path, optimised: &Path) -> Result<()> {
    let mut command = npm("wasm-opt")?;
    command.args(SMALL).args(FEATURES).arg(module).arg("-o").arg(optimised);
    run_quietly(&format!("optimising {}", module.display()), &mut command)
}
