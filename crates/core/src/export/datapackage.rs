//! A disclosure as a Frictionless data package: its tables with descriptions, and the text that they were parsed from.
//!
//! It depends on the disclosure alone: the same text gives the same bytes, so it contains no date of creation. No
//! licence is named, since the documents name none.

use super::budget_csv::{
    BUDGET_COLUMNS, COMPONENT_COLUMNS, COUNT_COLUMNS, CsvColumn, budget_csv, components_csv, counts_csv,
};
use super::citation::document_title;
use super::dataset_hash::{dataset_hash, dataset_text, sha256};
use super::json_value::to_json;
use super::zip::{NamedFile, zip};
use crate::disclosure::Disclosure;
use crate::figures::RenderContext;
use crate::locale::Lang;
use serde::Serialize;

/// The name of the file with the published text.
const TEXT_FILE: &str = "disclosure.txt";

const DESCRIPTION: &str = "Read from the published text, disclosure.txt, whose SHA-256 is the id. Amounts are in 万元. \
    由公布的原文 disclosure.txt 读出，id 是它的 SHA-256；金额单位是万元。";

/// The content of `datapackage.json`. The order of the fields is that of the file.
#[derive(Serialize)]
struct DataPackage {
    profile: &'static str,
    name: String,
    id: String,
    title: String,
    description: &'static str,
    sources: [PackageSource; 1],
    resources: Vec<PackageResource>,
}

#[derive(Serialize)]
struct PackageSource {
    title: String,
    path: &'static str,
}

#[derive(Serialize)]
struct PackageResource {
    name: &'static str,
    path: &'static str,
    profile: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<TableSchema>,
}

#[derive(Serialize)]
struct TableSchema {
    fields: Vec<FieldRecord>,
}

#[derive(Serialize)]
struct FieldRecord {
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
}

/// The files of the package: `datapackage.json` first, then the tables and the text.
pub fn datapackage(d: &Disclosure) -> Vec<NamedFile> {
    let tables: [(&str, &str, String, &[CsvColumn]); 3] = [
        ("budget", "budget.csv", budget_csv(d), &BUDGET_COLUMNS),
        ("components", "components.csv", components_csv(d), &COMPONENT_COLUMNS),
        ("counts", "counts.csv", counts_csv(d), &COUNT_COLUMNS),
    ];
    let (mut resources, mut files) = (Vec::new(), Vec::new());
    for (name, path, csv, columns) in tables {
        let file = NamedFile { name: path, content: csv.into_bytes() };
        resources.push(PackageResource::of(name, &file, Some(columns)));
        files.push(file);
    }
    let text = NamedFile { name: TEXT_FILE, content: dataset_text(d).as_bytes().to_vec() };
    resources.push(PackageResource::of("disclosure", &text, None));
    files.push(text);

    let hash = dataset_hash(d);
    let year = d.year.map_or(String::new(), |year| format!("-{year}"));
    let title = document_title(&RenderContext::new(d, Lang::Zh));
    let title = d.institution.as_ref().map_or(title.clone(), |name| format!("{} {title}", name.text));
    let package = DataPackage {
        profile: "data-package",
        name: format!("budget{year}-{}", &hash[..12]),
        id: format!("sha256:{hash}"),
        sources: [PackageSource { title: title.clone(), path: TEXT_FILE }],
        title,
        description: DESCRIPTION,
        resources,
    };
    files.insert(0, NamedFile { name: "datapackage.json", content: to_json(&package).into_bytes() });
    files
}

/// The package as one ZIP file.
pub fn datapackage_zip(d: &Disclosure) -> Vec<u8> {
    zip(&datapackage(d))
}

impl PackageResource {
    fn of(name: &'static str, file: &NamedFile, columns: Option<&[CsvColumn]>) -> PackageResource {
        let is_table = columns.is_some();
        let field = |column: &CsvColumn| FieldRecord {
            name: column.name,
            r#type: column.kind,
            description: column.description,
        };
        PackageResource {
            name,
            path: file.name,
            profile: if is_table { "tabular-data-resource" } else { "data-resource" },
            format: if is_table { "csv" } else { "txt" },
            mediatype: if is_table { "text/csv" } else { "text/plain" },
            encoding: "utf-8",
            bytes: file.content.len(),
            hash: format!("sha256:{}", sha256(&file.content)),
            schema: columns.map(|columns| TableSchema { fields: columns.iter().map(field).collect() }),
        }
    }
}
