//! Scripts and style sheets, minified and named by a hash of their content.

use crate::process::{npm, run};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The first 16 digits of the hash of several contents, for the name of the file that is made of them.
pub fn hash<'a>(contents: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    contents.into_iter().for_each(|content| hash.update(content));
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `page.css` with a hash: `page-0123456789abcdef.css`.
pub fn hashed_name(file: &str, hash: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{file}-{hash}"),
    }
}

/// Minifies a script or a style sheet; other files are copied as they are.
///
/// # Errors
/// Where the file cannot be read, or esbuild cannot parse it.
pub fn minify(source: &Path, minified: &Path) -> Result<()> {
    let attempt = format!("minifying {}", source.display());
    if !source.extension().is_some_and(|ending| ending == "js" || ending == "css") {
        fs::copy(source, minified).with_context(|| format!("copying {}", source.display()))?;
        return Ok(());
    }
    let mut esbuild = npm("esbuild")?;
    esbuild.arg(source).args(["--minify", "--charset=utf8", "--legal-comments=inline", "--log-level=warning"]);
    run(&attempt, esbuild.arg(format!("--outfile={}", minified.display())))
}

/// Bundles the app's script and the loader of its chunks into one module.
///
/// # Errors
/// Where esbuild cannot parse one of them.
pub fn bundle_app(entry: &Path, bundled: &Path) -> Result<()> {
    let mut esbuild = npm("esbuild")?;
    esbuild.arg(entry).args(["--bundle", "--format=esm", "--minify", "--charset=utf8", "--legal-comments=inline"]);
    // Unused exported classes are left out only without the statement that prepares each for `using`.
    esbuild.arg("--define:Symbol.dispose=undefined");
    // wasm-bindgen names one module once for each function that it imports from it.
    esbuild.args(["--log-level=warning", "--log-override:duplicate-object-key=silent"]);
    run("bundling the app's script", esbuild.arg(format!("--outfile={}", bundled.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_what_the_file_holds() {
        let (one, other) = (hash([&b"a"[..], b"b"]), hash([&b"a"[..], b"c"]));
        assert_eq!(one, "fb8e20fc2e4c3f24");
        assert_ne!(one, other);
        assert_eq!(hashed_name("page.css", &one), "page-fb8e20fc2e4c3f24.css");
    }
}
