//! The whole disclosure as a Frictionless data package: its tables, described, with the text that they were read from.
//!
//! It is made of the disclosure alone: the same text makes the same bytes, so nothing in it says when it was made. No
//! licence is named, since the documents name none.

use super::budget_csv::{BUDGET, COMPONENTS, COUNTS, Field, budget_csv, components_csv, counts_csv};
use super::citation::title;
use super::dataset_hash::{self, sha256};
use super::json::to_json;
use super::zip::{File, zip};
use crate::disclosure::Disclosure;
use crate::figures::RenderContext;
use crate::locale::Lang;
use serde::Serialize;

/// The file that everything was read from.
const TEXT: &str = "disclosure.txt";

const ABOUT: &str = "Read from the published text, disclosure.txt, whose SHA-256 is the id. Amounts are in 万元. \
    由公布的原文 disclosure.txt 读出，id 是它的 SHA-256；金额单位是万元。";

/// What `datapackage.json` holds. The fields stand in the file in this order.
#[derive(Serialize)]
struct Package {
    profile: &'static str,
    name: String,
    id: String,
    title: String,
    description: &'static str,
    sources: [Source; 1],
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Source {
    title: String,
    path: &'static str,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    path: &'static str,
    profile: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<FieldRecord>,
}

#[derive(Serialize)]
struct FieldRecord {
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
}

/// The files of the package, its description first.
pub fn datapackage(d: &Disclosure) -> Vec<File> {
    let tables: [(&str, &str, String, &[Field]); 3] = [
        ("budget", "budget.csv", budget_csv(d), &BUDGET),
        ("components", "components.csv", components_csv(d), &COMPONENTS),
        ("counts", "counts.csv", counts_csv(d), &COUNTS),
    ];
    let (mut resources, mut files) = (Vec::new(), Vec::new());
    for (name, path, csv, fields) in tables {
        let file = File { name: path, content: csv.into_bytes() };
        resources.push(Resource::of(name, &file, Some(fields)));
        files.push(file);
    }
    let text = File { name: TEXT, content: dataset_hash::text(d).as_bytes().to_vec() };
    resources.push(Resource::of("disclosure", &text, None));
    files.push(text);

    let hash = dataset_hash::dataset(d);
    let year = d.year.map_or(String::new(), |year| format!("-{year}"));
    let title = title(&RenderContext::new(d, Lang::Zh));
    let title = d.institution.as_ref().map_or(title.clone(), |name| format!("{} {title}", name.text));
    let package = Package {
        profile: "data-package",
        name: format!("budget{year}-{}", &hash[..12]),
        id: format!("sha256:{hash}"),
        sources: [Source { title: title.clone(), path: TEXT }],
        title,
        description: ABOUT,
        resources,
    };
    files.insert(0, File { name: "datapackage.json", content: to_json(&package).into_bytes() });
    files
}

/// The package as one file.
pub fn datapackage_zip(d: &Disclosure) -> Vec<u8> {
    zip(&datapackage(d))
}

impl Resource {
    fn of(name: &'static str, file: &File, fields: Option<&[Field]>) -> Resource {
        let table = fields.is_some();
        let field = |&(name, r#type, description): &Field| FieldRecord { name, r#type, description };
        Resource {
            name,
            path: file.name,
            profile: if table { "tabular-data-resource" } else { "data-resource" },
            format: if table { "csv" } else { "txt" },
            mediatype: if table { "text/csv" } else { "text/plain" },
            encoding: "utf-8",
            bytes: file.content.len(),
            hash: format!("sha256:{}", sha256(&file.content)),
            schema: fields.map(|fields| Schema { fields: fields.iter().map(field).collect() }),
        }
    }
}
