//! Minifies the style sheets that the app itself adds to the page, each together with the code that needs it, and sets up the
//! linker for a release build.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The style sheets in `src/styles` that a part of the app includes; `index.html` names the others.
const SHEETS: [&str; 9] = ["chart", "close", "dialog", "draft", "motion", "open", "popup", "search", "share"];

fn main() -> Result<(), Box<dyn Error>> {
    let (root, out) = (PathBuf::from(env::var("CARGO_MANIFEST_DIR")?), PathBuf::from(env::var("OUT_DIR")?));
    for name in SHEETS {
        let css = text(&root.join(format!("src/styles/{name}.css")))?;
        fs::write(out.join(format!("{name}.css")), bare(&css))?;
    }
    // The splitter needs the relocations to know which function calls which. They are of no use otherwise.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() && env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}

/// The text of a file that the build depends on.
fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()).into())
}

/// A style sheet without its comments and the room at the beginning of its lines: it goes into the app as it is.
fn bare(css: &str) -> String {
    let mut pieces = css.split("/*");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out += piece.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
