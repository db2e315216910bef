//! The JavaScript glue between the browser and the app's first file.

use crate::interface_names;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use walrus::passes::gc;
use wasm_bindgen_cli_support::Bindgen;

/// The exports of classes that a dependency of Leptos brings for servers that stream. Nothing here makes one; while
/// they are exported, all that they call stays in the file.
const UNUSED_CLASSES: &str = "intounderlying";

/// Writes `app.js` and `app.wasm` for a module into a folder.
///
/// # Errors
/// Where the module is not one of a wasm-bindgen of the same version.
pub fn bindgen(module: &Path, folder: &Path) -> Result<()> {
    let attempt = || format!("making the JavaScript of {}", module.display());
    let mut bindgen = Bindgen::new();
    // The chunks use the memory, the table and the stack pointer, which the linker exports.
    bindgen.input_path(module).out_name("app").typescript(false).keep_lld_exports(true);
    let mut output = bindgen.web(true).and_then(Bindgen::generate_output).with_context(attempt)?;

    let wasm = output.wasm_mut();
    let unused: Vec<_> =
        wasm.exports.iter().filter(|export| export.name.contains(UNUSED_CLASSES)).map(walrus::Export::id).collect();
    unused.into_iter().for_each(|export| wasm.exports.delete(export));
    gc::run(wasm);
    let glue = output.js().to_owned();
    let glue = interface_names::shorten(output.wasm_mut(), &glue).with_context(attempt)?;

    let file = folder.join("app.wasm");
    fs::write(&file, output.wasm_mut().emit_wasm()).with_context(|| format!("writing {}", file.display()))?;
    let file = folder.join("app.js");
    fs::write(&file, glue).with_context(|| format!("writing {}", file.display()))
}
