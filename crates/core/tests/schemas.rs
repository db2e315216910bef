//! What programs get matches `schema/*.schema.json`: every document and every figure, in every language and unit. What
//! deviates from it is rejected, so that these tests can fail.

mod translations;

use jsonschema::Validator;
use mingbai_core::audit;
use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::export::{DisclosureRecord, figure_json, to_json};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure};
use mingbai_core::locale::{DisplayUnit, Lang};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use translations::translations;

/// A path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

fn schema(name: &str) -> Value {
    let text = fs::read_to_string(repository(&format!("schema/{name}.schema.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&schema(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

const SCHEMAS: [&str; 3] = ["mingbai-1", "mingbai-check-1", "mingbai-figure-1"];

/// The disclosures of a folder, each with its path.
fn folder(path: &str) -> Vec<(String, Disclosure)> {
    let files = fs::read_dir(repository(path)).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    let named = |path: PathBuf| (path.display().to_string(), parse(&fs::read_to_string(&path).unwrap()).unwrap());
    texts.into_iter().map(named).collect()
}

/// The published disclosure, the examples and the family.
fn disclosures() -> Vec<(String, Disclosure)> {
    let all: Vec<_> = ["data", "tests/examples", "tests/family"].into_iter().flat_map(folder).collect();
    assert!(all.len() > 100, "{} disclosures", all.len());
    all
}

fn document(disclosure: &Disclosure, lang: Lang) -> Value {
    let context = RenderContext::new(disclosure, lang).with_translations(translations());
    serde_json::from_str(&to_json(&DisclosureRecord::of(&context, &audit::run(disclosure)))).unwrap()
}

/// Every figure of a disclosure as it is read, each view on its own.
fn figures(context: &RenderContext, address: Option<&str>) -> Vec<Value> {
    let views = |id: FigureId| (0..id.views().len().max(1)).map(move |view| (id, view));
    let made =
        FigureId::ALL.into_iter().flat_map(views).filter_map(|(id, view)| figure(id, context, view, &ChartStyle::WIDE));
    made.map(|figure| serde_json::from_str(&figure_json(context, &figure, address)).unwrap()).collect()
}

/// Fails with every deviation and its place.
fn assert_valid(validator: &Validator, instance: &Value, what: &str) {
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {}", error.instance_path(), error.masked())).collect();
    assert!(errors.is_empty(), "{what}:\n{}", errors.join("\n"));
}

/// Fails if the schema accepts `instance` with `value` at `pointer`. A last part that does not exist is added.
fn assert_rejected(validator: &Validator, instance: &Value, pointer: &str, value: Value) {
    assert!(validator.is_valid(instance));
    let mut changed = instance.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"));
    match parent {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
        _ => parent[key] = value.clone(),
    }
    assert!(!validator.is_valid(&changed), "{pointer} may be {value}");
}

#[test]
fn every_schema_is_a_schema() {
    for name in SCHEMAS {
        let schema = schema(name);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        validator(name);
    }
}

#[test]
fn every_object_is_closed_and_everything_is_described() {
    fn visit(value: &Value, path: &str) {
        if value["type"] == "object" && value.get("properties").is_some() {
            assert_eq!(value["additionalProperties"], false, "{path}");
            for (name, property) in value["properties"].as_object().unwrap() {
                let described = property.get("description").or(property.get("$ref"));
                assert!(described.is_some(), "{path}/{name} has no description");
            }
        }
        let parts: Vec<(String, &Value)> = match value {
            Value::Object(parts) => parts.iter().map(|(key, part)| (key.clone(), part)).collect(),
            Value::Array(parts) => parts.iter().enumerate().map(|(at, part)| (at.to_string(), part)).collect(),
            _ => Vec::new(),
        };
        parts.iter().for_each(|(key, part)| visit(part, &format!("{path}/{key}")));
    }
    for name in SCHEMAS {
        let schema = schema(name);
        visit(&schema, name);
        for (key, definition) in schema["$defs"].as_object().unwrap() {
            assert!(definition["title"].is_string() && definition["description"].is_string(), "{name}: {key}");
        }
    }
}

#[test]
fn what_several_schemas_define_they_define_alike() {
    let schemas = SCHEMAS.map(schema);
    let mut shared = 0;
    for one in &schemas {
        for other in &schemas {
            for (key, definition) in one["$defs"].as_object().unwrap() {
                let Some(same) = other["$defs"].get(key) else { continue };
                assert_eq!(definition, same, "{key}");
                shared += usize::from(one != other);
            }
        }
    }
    assert!(shared > 10, "{shared}");
}

#[test]
fn every_document_matches_its_schema() {
    let validator = validator("mingbai-1");
    for (name, disclosure) in disclosures() {
        for lang in Lang::ALL {
            assert_valid(&validator, &document(&disclosure, lang), &name);
        }
    }
}

#[test]
fn every_figure_matches_its_schema() {
    let validator = validator("mingbai-figure-1");
    let mut seen = HashSet::new();
    for (name, disclosure) in disclosures() {
        for lang in Lang::ALL {
            for figure in figures(&RenderContext::new(&disclosure, lang).with_translations(translations()), None) {
                assert_valid(&validator, &figure, &name);
                seen.insert(figure["figure"].as_str().unwrap().to_owned());
            }
        }
    }
    assert_eq!(seen, FigureId::ALL.map(|id| id.as_str().to_owned()).into());
}

#[test]
fn every_figure_matches_its_schema_in_every_unit_and_with_an_address() {
    let validator = validator("mingbai-figure-1");
    for (name, disclosure) in ["data", "tests/examples"].into_iter().flat_map(folder) {
        for lang in Lang::ALL {
            for unit in DisplayUnit::choices(lang, disclosure.unit) {
                let context = RenderContext::new(&disclosure, lang).with_translations(translations()).in_unit(unit);
                for figure in figures(&context, Some("https://example.org/?lang=zh#figure=change")) {
                    assert_valid(&validator, &figure, &name);
                }
            }
        }
    }
}

#[test]
fn a_document_that_deviates_is_rejected() {
    let validator = validator("mingbai-1");
    let disclosure = parse(&fs::read_to_string(repository("data/disclosure.txt")).unwrap()).unwrap();
    let document = document(&disclosure, Lang::Zh);
    let rejected = |pointer: &str, value| assert_rejected(&validator, &document, pointer, value);
    for extra in ["/note", "/lines/0/note", "/lines/0/quote/note", "/changes/0/note", "/checks/0/sides/note"] {
        rejected(extra, json!("more"));
    }
    for amount in
        [json!(1675.82), json!("1,675.82"), json!("1675.80"), json!("-0"), json!("+1"), json!("1e3"), json!(".5")]
    {
        rejected("/lines/0/wan", amount.clone());
        rejected("/checks/0/left", amount);
    }
    for (word, other) in [
        ("/schema", "mingbai/2"),
        ("/kind", "学校"),
        ("/unit", "美元"),
        ("/encoding", "Big5"),
        ("/lines/0/origin", "computed"),
        ("/lines/0/role", "whole"),
        ("/lines/0/id", "spending.208"),
        ("/checks/0/id", "adds_up"),
        ("/checks/0/outcome", "passed"),
        ("/checks/0/relation", "less"),
        ("/checks/0/sides/right/0/aspect", "base"),
        ("/sha256", "D4921CF4"),
    ] {
        rejected(word, json!(other));
    }
    for (nothing, other) in [("/lines", json!(null)), ("/lines/0/label", json!(null)), ("/lines/0/quote", json!(null))]
    {
        rejected(nothing, other);
    }
    for (number, other) in [("/year", json!("2023")), ("/year", json!(23)), ("/lines/0/quote/line", json!(0))] {
        rejected(number, other);
    }
    // A check that compared two sides has sums, and one that could not has none.
    rejected("/checks/0/left", json!(null));
    rejected("/checks/0/missing", json!(["income"]));
    rejected("/checks/0/outcome", json!("unchecked"));
    let unchecked = document["checks"].as_array().unwrap().iter().position(|check| check["outcome"] == "unchecked");
    if let Some(at) = unchecked {
        rejected(&format!("/checks/{at}/left"), json!("0"));
        rejected(&format!("/checks/{at}/outcome"), json!("pass"));
    }
}

#[test]
fn a_document_without_a_field_is_rejected() {
    let validator = validator("mingbai-1");
    let disclosure = parse(&fs::read_to_string(repository("data/disclosure.txt")).unwrap()).unwrap();
    let document = document(&disclosure, Lang::En);
    for (holder, key) in [("", "unread"), ("/lines/0", "at"), ("/changes/0", "base_year"), ("/checks/0", "sides")] {
        let mut less = document.clone();
        less.pointer_mut(holder).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        assert!(!validator.is_valid(&less), "{holder}/{key} may be absent");
    }
}

#[test]
fn a_figure_that_deviates_is_rejected() {
    let validator = validator("mingbai-figure-1");
    let disclosure = parse(&fs::read_to_string(repository("data/disclosure.txt")).unwrap()).unwrap();
    let all = figures(&RenderContext::new(&disclosure, Lang::Zh), None);
    let change = all.iter().find(|figure| figure["figure"] == "change").unwrap();
    let rejected = |pointer: &str, value| assert_rejected(&validator, change, pointer, value);
    let stated = "/table/rows/0/cells/0/number";
    let computed = "/table/rows/0/cells/1/number";
    assert_eq!(change.pointer(&format!("{stated}/origin")), Some(&json!("stated")));
    assert_eq!(change.pointer(&format!("{computed}/origin")), Some(&json!("computed")));
    for extra in ["/note", "/table/note", "/table/rows/0/note", "/sources/0/note", "/reasons/0/note"] {
        rejected(extra, json!("more"));
    }
    rejected("/figure", json!("pie"));
    rejected("/sources/0/quote", json!(null));
    for (key, value) in [
        ("wan", json!(1675.82)),
        ("percent", json!("6.87")),
        ("n", json!(7)),
        ("aspect", json!("total")),
        ("origin", json!("guessed")),
        ("origin", json!("computed")),
        ("formula", json!("1 + 1")),
        ("lines", json!([])),
        ("lines", json!([0])),
    ] {
        rejected(&format!("{stated}/{key}"), value);
    }
    rejected(&format!("{computed}/origin"), json!("stated"));
    let verbatim =
        change["reasons"].as_array().unwrap().iter().position(|reason| reason["reason"].is_string()).unwrap();
    rejected(&format!("/reasons/{verbatim}/quote"), json!(null));
    rejected(&format!("/reasons/{verbatim}/reason"), json!(null));
}
