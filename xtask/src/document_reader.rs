//! What reads documents that readers open: a script for a worker, and its WebAssembly file.

use crate::process::{npm, run};
use crate::{binaryen, cargo};
use anyhow::{Context, Result};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The folder of the JavaScript that wasm-bindgen makes, which the worker's script imports.
const GLUE: &str = "target/web/reader";
/// The finished files; `index.html` names them.
const FILES: &str = "target/web/document-reader";

/// Builds both files.
///
/// # Errors
/// Where it does not compile, or a tool fails.
pub fn build() -> Result<()> {
    let module = cargo::document_reader()?;
    let glue = Path::new(GLUE);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&module).out_name("reader").typescript(false).omit_default_module_path(true);
    let made = bindgen.web(true).and_then(|bindgen| bindgen.generate(glue));
    made.with_context(|| format!("making the JavaScript of {}", module.display()))?;
    binaryen::optimise(&glue.join("reader_bg.wasm"), Path::new(&format!("{FILES}.wasm")))?;
    let mut esbuild = npm("esbuild")?;
    esbuild.args(["tools/document-reader.worker.js", "--bundle", "--format=iife", "--minify", "--charset=utf8"]);
    // As for the app's script: unused classes stay otherwise.
    esbuild.args(["--define:Symbol.dispose=undefined", "--log-level=warning"]);
    run("bundling the document reader", esbuild.arg(format!("--outfile={FILES}.js")))
}
