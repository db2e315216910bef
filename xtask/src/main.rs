//! The project's own build program. `cargo xtask dist` makes the release in `dist/`:
//!
//! 1. the document is checked, and the app compiled for the browser ([`cargo`], [`document`]);
//! 2. the app is split into chunks, and each chunk made one small file ([`split`], [`chunks`], [`bindgen`],
//!    [`loader`]);
//! 3. `index.html` gets the names of the built files, which hold a hash of their content ([`page`], [`assets`]);
//! 4. the pages are prerendered, and every file compressed ([`site`]).
//!
//! In development `trunk serve` builds the same app from the same `index.html` without steps 2 and 4.

mod assets;
mod binaryen;
mod bindgen;
mod cargo;
mod chunks;
mod dist;
mod document;
mod document_reader;
mod interface_names;
mod loader;
mod page;
mod process;
mod site;
mod split;
mod versions;

use std::env;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask dist     make the release in dist/

MINGBAI_DISCLOSURE   the document of the site, in place of data/disclosure.txt
MINGBAI_PUBLICATION  where that was published, in place of data/publication.toml
MINGBAI_ADDRESS      the address that the site will have, for links that must be absolute";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["dist"] => {}
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    // Cargo names the package's folder; the workspace is the folder above it.
    let Some(root) =
        env::var_os("CARGO_MANIFEST_DIR").and_then(|folder| Path::new(&folder).parent().map(Path::to_owned))
    else {
        eprintln!("mingbai: xtask does not know where the project is: run it as `cargo xtask dist`");
        return ExitCode::FAILURE;
    };
    match env::set_current_dir(&root).map_err(anyhow::Error::from).and_then(|()| dist::build()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mingbai: not built: {error:#}");
            ExitCode::FAILURE
        }
    }
}
