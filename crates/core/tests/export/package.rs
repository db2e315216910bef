//! The data package, as far as it can be judged here; the reference validator judges it in
//! `tests/browser/data_package.rs`.

use super::shared::{all, disclosure, parse_csv};
use mingbai_core::export::{NamedFile, budget_csv, datapackage, datapackage_zip, sha256};
use serde_json::Value;

fn described(files: &[NamedFile]) -> Value {
    assert_eq!(files[0].name, "datapackage.json");
    serde_json::from_slice(&files[0].content).unwrap()
}

#[test]
fn the_package_describes_each_of_its_files_truly() {
    for d in all() {
        let files = datapackage(&d);
        let package = described(&files);
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len() + 1, files.len());
        for (resource, file) in resources.iter().zip(&files[1..]) {
            assert_eq!(resource["path"], file.name);
            assert_eq!(resource["bytes"], file.content.len());
            assert_eq!(resource["hash"], format!("sha256:{}", sha256(&file.content)));
            if let Some(fields) = resource["schema"]["fields"].as_array() {
                let rows = parse_csv(std::str::from_utf8(&file.content).unwrap());
                assert!(fields.iter().map(|field| field["name"].as_str().unwrap()).eq(&rows[0]));
            }
        }
    }
}

#[test]
fn the_package_holds_the_text_that_it_was_read_from_and_names_no_licence() {
    let d = disclosure();
    let files = datapackage(&d);
    let package = described(&files);
    assert_eq!(package["name"], "budget-2023-d4921cf4ca42");
    assert_eq!(package["title"], "重庆市大足区人民政府办公室 2023年部门预算情况说明");
    assert!(package["licenses"].is_null());
    let of = |name: &str| &files.iter().find(|file| file.name == name).unwrap().content;
    assert!(of("disclosure.txt") == include_bytes!("../../../../data/disclosure.txt"));
    assert_eq!(of("budget.csv"), budget_csv(&d).as_bytes());
}

/// The files of a ZIP file whose entries are not compressed, by its directory.
fn unzipped(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, bytes: usize| (0..bytes).rev().fold(0, |n, byte| n << 8 | usize::from(zip[at + byte]));
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut files = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (size, name_length, start) = (number(at + 24, 4), number(at + 28, 2), number(at + 42, 4));
        let name = String::from_utf8(zip[at + 46..at + 46 + name_length].to_vec()).unwrap();
        let content = start + 30 + name_length;
        assert_eq!(&zip[start..start + 4], b"PK\x03\x04");
        files.push((name, zip[content..content + size].to_vec()));
        at += 46 + name_length;
    }
    assert_eq!(at, end, "the directory ends where its end begins");
    files
}

#[test]
fn the_zip_file_holds_every_file_of_the_package() {
    let d = disclosure();
    let zip = datapackage_zip(&d);
    let files = unzipped(&zip);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["datapackage.json", "budget.csv", "components.csv", "counts.csv", "disclosure.txt"]);
    assert!(files.iter().zip(datapackage(&d)).all(|((_, content), file)| *content == file.content));
    assert!(zip == datapackage_zip(&d.clone()), "the same text makes the same bytes");
}
