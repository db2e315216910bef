//! The project's documents and comments: which files they name, and how wide they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders of what is built or fetched.
const NOT_SOURCES: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// The endings of names that are names of source files. In documents, other words contain points, too: `history.state`.
const ENDINGS: [&str; 10] = [".rs", ".mjs", ".js", ".css", ".html", ".toml", ".json", ".sh", ".txt", ".md"];

/// Files that documents name although no source has the name: files of a built site, and placeholders.
const NOT_IN_SOURCES: [&str; 5] = ["kiosk.html", "sw.js", "tests/family/NN.txt", "NN.txt", "NN.json"];

/// The paths of all source files of the workspace at `root`, with slashes.
pub fn source_files(root: &str) -> BTreeSet<String> {
    fn add(root: &str, folder: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(format!("{root}/{folder}")).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            match entry.path().is_dir() {
                true if NOT_SOURCES.contains(&name.as_str()) => {}
                true => add(root, &path, found),
                false => _ = found.insert(path),
            }
        }
    }
    let mut found = BTreeSet::new();
    add(root, "", &mut found);
    found
}

/// The files in backquotes in a document that are none of `files`, each with its line. A path may leave out folders at
/// its beginning.
pub fn missing_files(document: &str, files: &BTreeSet<String>) -> Vec<String> {
    let mut missing = Vec::new();
    for (at, line) in document.lines().enumerate() {
        for path in line.split('`').skip(1).step_by(2) {
            let is_path = path.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
            let is_file = ENDINGS.iter().any(|ending| path.ends_with(ending) && path.len() > ending.len());
            let exists = || files.iter().any(|file| Path::new(file).ends_with(path));
            if is_path && is_file && !NOT_IN_SOURCES.contains(&path) && !exists() {
                missing.push(format!("{}: {path}", at + 1));
            }
        }
    }
    missing
}

/// The numbers of the lines with only a comment that are wider than `width`. Formatting wraps code, and no comments.
pub fn wide_comments(source: &str, width: usize) -> Vec<usize> {
    let is_wide = |line: &str| line.trim_start().starts_with("//") && line.chars().count() > width;
    source.lines().enumerate().filter(|(_, line)| is_wide(line)).map(|(at, _)| at + 1).collect()
}
