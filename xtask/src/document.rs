//! The document that the site is about, checked before anything is built.

use crate::process::run;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The document: `data/disclosure.txt`, or the file that MINGBAI_DISCLOSURE names.
pub fn path() -> PathBuf {
    let named = env::var_os("MINGBAI_DISCLOSURE").filter(|name| !name.is_empty());
    named.map_or_else(|| PathBuf::from("data/disclosure.txt"), PathBuf::from)
}

/// The file that says where the document was published: the one that MINGBAI_PUBLICATION names, or
/// `data/publication.toml`, which says nothing of another document than the default one.
pub fn publication() -> Option<PathBuf> {
    let named = env::var_os("MINGBAI_PUBLICATION").filter(|name| !name.is_empty());
    let default = || (path() == Path::new("data/disclosure.txt")).then(|| PathBuf::from("data/publication.toml"));
    named.map(PathBuf::from).or_else(default)
}

/// Checks it by `mingbai check`. Amounts that conflict do not stop a build, because the page shows them.
///
/// # Errors
/// Where the file cannot be read as a disclosure: the line and the reason.
pub fn check(mingbai: &Path, document: &Path) -> Result<()> {
    let output = Command::new(mingbai).arg("check").arg(document).output();
    let output = output.with_context(|| format!("checking {}: starting {}", document.display(), mingbai.display()))?;
    match output.status.code() {
        Some(0) => println!("mingbai: {}: nothing conflicts", document.display()),
        Some(1) => println!("mingbai: {} has amounts that conflict; the page will show which", document.display()),
        Some(2) => bail!(
            "{} cannot be read as a disclosure:\n{}",
            document.display(),
            String::from_utf8_lossy(&output.stderr).trim_end()
        ),
        _ => bail!(
            "the check of {} could not be run ({}):\n{}",
            document.display(),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        ),
    }
    Ok(())
}

/// Draws the charts of the document into a folder, one SVG each.
///
/// # Errors
/// Where ECharts cannot draw one, or draws it otherwise than the bundle that readers get.
pub fn draw_charts(mingbai: &Path, document: &Path, folder: &Path) -> Result<()> {
    let attempt = "listing the charts";
    let charts = crate::process::output(attempt, Command::new(mingbai).arg("drawings").arg(document))?;
    let list = folder.with_extension("json");
    std::fs::write(&list, charts).with_context(|| format!("writing {}", list.display()))?;
    let charts = std::fs::File::open(&list).with_context(|| format!("reading {}", list.display()))?;
    run("drawing the charts", crate::process::node("tools/draw-charts.mjs").arg(folder).stdin(charts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo;
    use std::fs;

    /// What `mingbai check` says of a text, as a build takes it.
    fn checked(name: &str, text: &str) -> Result<()> {
        env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).unwrap();
        let file = env::temp_dir().join(name);
        fs::write(&file, text).unwrap();
        check(&cargo::mingbai().unwrap(), &file)
    }

    #[test]
    fn a_build_of_what_is_no_budget_stops_with_its_line_and_reason() {
        let error = checked("mingbai-xtask-novel.txt", "从前有座山，\n山里有座庙。\n").unwrap_err().to_string();
        assert!(error.contains("第 1–2 行：看起来是一篇没有金额的文章"), "{error}");
    }

    #[test]
    fn amounts_that_conflict_do_not_stop_a_build() {
        let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/examples/1.txt")).unwrap();
        assert!(checked("mingbai-xtask-conflict.txt", &text).is_ok());
    }
}
