//! The pages of the site: prerendered, and compressed for hosts that send files as they are.

use crate::document;
use crate::process::{node, run};
use anyhow::Result;
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

/// Fills the pages of a staged site by `mingbai site`.
///
/// # Errors
/// Where the command fails: it says on what.
pub fn prerender(mingbai: &Path, document: &Path, drawn: &Path, stage: &Path) -> Result<()> {
    let mut command = Command::new(mingbai);
    command.arg("site");
    if let Some(address) = env::var_os("MINGBAI_ADDRESS").filter(|address| !address.is_empty()) {
        command.arg("--address").arg(address);
    }
    if let Some(publication) = document::publication() {
        command.arg("--publication").arg(publication);
    }
    command.arg("--drawn").arg(drawn).arg(stage).arg(document).stdout(Stdio::null());
    run("prerendering the pages", &mut command)
}

/// Bundles the service worker into `sw.js` of a staged site.
///
/// # Errors
/// Where esbuild or an npm package is missing.
pub fn service_worker(stage: &Path) -> Result<()> {
    run("bundling the service worker", node("tools/offline.mjs").arg(stage))
}

/// Writes the notices and licences of what is compiled into the app into `licences.txt` of a staged site.
///
/// # Errors
/// Where a crate comes without the text of its licence.
pub fn licences(stage: &Path) -> Result<()> {
    run("collecting licences", node("tools/licences.mjs").arg(stage))
}

/// Writes `.br` and `.gz` next to each file that is the smaller for it.
///
/// # Errors
/// Where a file cannot be written.
pub fn compress(stage: &Path) -> Result<()> {
    run("compressing the site", node("tools/compress.mjs").arg(stage))
}
