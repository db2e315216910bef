//! Golden files, and the documents from which they are made.

use mingbai_core::disclosure::{Disclosure, parse};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of this package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The disclosure that the site shows by default.
pub fn disclosure() -> Disclosure {
    parse(include_str!("../../../../data/disclosure.txt")).unwrap()
}

/// The same with other words in place of some.
#[track_caller]
pub fn variant(words: &str, others: &str) -> Disclosure {
    let text = include_str!("../../../../data/disclosure.txt");
    assert!(text.contains(words), "{words}");
    parse(&text.replace(words, others)).unwrap()
}

/// The example documents in other forms, with their numbers.
pub fn examples() -> impl Iterator<Item = (u32, Disclosure)> {
    (1..=8).map(|n| {
        let text = fs::read_to_string(root().join(format!("../../tests/examples/{n}.txt"))).unwrap();
        (n, parse(&text).unwrap())
    })
}

/// Compares a text with the golden file of this name, line by line. `MINGBAI_GOLDEN=write` accepts the text.
#[track_caller]
pub fn compare(name: &str, made: &str) {
    let path: PathBuf = root().join("tests/golden").join(name);
    if std::env::var_os("MINGBAI_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(&path, made).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    if let Some((at, (known, made))) = known.lines().zip(made.lines()).enumerate().find(|(_, (a, b))| a != b) {
        panic!(
            "{name}:{}: expected\n  {known}\nbut made\n  {made}\nIf this is meant: MINGBAI_GOLDEN=write cargo test -p mingbai-core --test figures",
            at + 1
        );
    }
    assert_eq!(known.lines().count(), made.lines().count(), "{name} has other lines");
}
