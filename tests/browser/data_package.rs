//! The data package before the reference validator of Frictionless, a program in Python that `make test` installs.

use super::harness::{artifacts, python_tool, root};
use mingbai_core::disclosure::parse;
use mingbai_core::export::{NamedFile, datapackage, datapackage_zip, zip};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{fs, process};

/// The validator.
fn validator() -> PathBuf {
    python_tool("frictionless-", "bin/frictionless", "FRICTIONLESS_PATH")
}

/// What the validator says of a package: Ok, or its report.
fn judged(package: &[u8]) -> Result<(), String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("package-{}-{}.zip", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let file = artifacts().join(name);
    fs::create_dir_all(artifacts()).unwrap();
    fs::write(&file, package).unwrap();
    let output = Command::new(validator()).args(["validate", "--json"]).arg(&file).output().unwrap();
    let _ = fs::remove_file(&file);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    if output.status.success() { Ok(()) } else { Err(said) }
}

/// Fails unless the validator accepts a package.
#[track_caller]
pub fn accepted(package: &[u8]) {
    if let Err(said) = judged(package) {
        panic!("the reference validator rejects the package: {said}");
    }
}

fn disclosure() -> mingbai_core::disclosure::Disclosure {
    parse(include_str!("../../data/disclosure.txt")).unwrap()
}

#[test]
fn the_reference_validator_accepts_the_package_of_every_document() {
    accepted(&datapackage_zip(&disclosure()));
    for n in 1..=8 {
        let text = fs::read_to_string(root().join(format!("tests/examples/{n}.txt"))).unwrap();
        accepted(&datapackage_zip(&parse(&text).unwrap()));
    }
}

#[test]
fn labels_that_a_spreadsheet_would_run_leave_the_package_valid() {
    let mut d = disclosure();
    d.lines[0].label = "=1+1".to_owned();
    d.lines[1].label = "two\nlines, \"quoted\"".to_owned();
    accepted(&datapackage_zip(&d));
}

#[test]
fn the_reference_validator_rejects_a_manipulated_package() {
    let broken = |change: &dyn Fn(&mut Vec<NamedFile>)| {
        let mut files = datapackage(&disclosure());
        change(&mut files);
        judged(&zip(&files)).expect_err("the validator accepts a broken package")
    };
    let replace = |file: &mut NamedFile, from: &str, to: &str| {
        let text = String::from_utf8(file.content.clone()).unwrap();
        assert!(text.contains(from));
        file.content = text.replacen(from, to, 1).into_bytes();
    };
    // An amount that was changed: only the hash can tell, since it is as long as before.
    assert!(broken(&|files| replace(&mut files[1], "1253.32", "1253.33")).contains("hash"));
    // An amount that is no number.
    assert!(broken(&|files| replace(&mut files[1], ",1253.32,", ",1253,32,")).contains("error"));
    // A column that is not described.
    assert!(broken(&|files| replace(&mut files[0], "\"change_wan\"", "\"change\"")).contains("label"));
    // A file that is missing.
    broken(&|files| drop(files.remove(3)));
}
