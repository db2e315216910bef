//! Compiles the English translations in `data/translations`, which non-programmers edit, into the host's program.
//!
//! A mistake in a file stops the build with the file's name.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../data/translations");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(|error| format!("reading {}: {error}", folder.display()))? {
        let path = entry?.path();
        if !path.to_string_lossy().ends_with(".en.toml") {
            return Err(format!("{}: the name of a file of translations ends with .en.toml", path.display()).into());
        }
        let text = fs::read_to_string(&path).map_err(|error| format!("reading {}: {error}", path.display()))?;
        let translations: BTreeMap<String, String> =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        for (zh, en) in translations {
            if all.contains_key(&zh) {
                return Err(format!("{}: “{zh}” is translated in another file too", path.display()).into());
            }
            all.insert(zh, en);
        }
    }
    let mut code = String::from("static TRANSLATIONS: &[(&str, &str)] = &[\n");
    for (zh, en) in &all {
        writeln!(code, "({zh:?}, {en:?}),")?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("translations.rs"), code)?;
    Ok(())
}
