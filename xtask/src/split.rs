//! Splitting the compiled app into the part that always runs and the pieces that lazy chunks are made of.

use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The module from which the app imports the functions that load a chunk. [`loader`](crate::loader) writes it.
pub const LOADER: &str = "__wasm_split.js";

/// What the splitter made.
pub struct Split {
    /// The part that always runs: what wasm-bindgen works on.
    pub main: PathBuf,
    /// The folder with the pieces.
    pub folder: PathBuf,
    /// The pieces that a chunk needs, by the chunk's name; a piece is `folder/<piece>.wasm`. Several chunks may need
    /// one.
    pub pieces: BTreeMap<String, Vec<String>>,
}

/// Splits the app.
///
/// # Errors
/// Where the file cannot be read, or is not what the splitter expects, which names what.
pub fn split(app: &Path, folder: &Path) -> Result<Split> {
    let wasm = fs::read(app).with_context(|| format!("reading {}", app.display()))?;
    let main = folder.join("app.wasm");
    let link_name = format!("./{LOADER}");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link_name;
    options.main_module = "./app.js";
    let split = transform(options).map_err(|error| anyhow!("splitting {}: {error:#}", app.display()))?;
    Ok(Split { main, folder: folder.to_owned(), pieces: split.prefetch_map.into_iter().collect() })
}
