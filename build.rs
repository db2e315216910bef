//! Puts what non-programmers edit into the build: the glossary and the English gloss of the document's words.
//!
//! The word lists become Rust tables, so that nothing is parsed in the reader's browser and a mistake in a list stops
//! the build with its name. The disclosure is none of them: the page carries it (see `mingbai site`).

use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    id: String,
    zh: String,
    #[serde(default)]
    aliases: Vec<String>,
    en: String,
    #[serde(default)]
    aliases_en: Vec<String>,
    plain: String,
    plain_en: String,
    #[serde(default)]
    official: Option<String>,
    #[serde(default)]
    see: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glosses {
    gloss: Vec<Gloss>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gloss {
    zh: String,
    en: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("glossary.rs"), glossary(&root.join("data/glossary.toml"))?)?;
    fs::write(out.join("gloss.rs"), glosses(&root.join("data/gloss.en.toml"))?)?;
    Ok(())
}

/// The text of a file that the build depends on.
fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()).into())
}

fn glossary(path: &Path) -> Result<String, Box<dyn Error>> {
    let glossary: Glossary = toml::from_str(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut owner: HashMap<String, &str> = HashMap::new();
    for term in &glossary.term {
        for form in forms(&term.zh, &term.aliases).iter().chain(&forms(&term.en.to_lowercase(), &term.aliases_en)) {
            if let Some(other) = owner.insert(form.clone(), &term.id).filter(|other| *other != term.id) {
                return Err(format!("{}: “{form}” stands under {other} and under {}", path.display(), term.id).into());
            }
        }
        if let Some(see) = term.see.iter().find(|see| !glossary.term.iter().any(|other| other.id == **see)) {
            return Err(format!("{}: {} points to {see}, which is no term", path.display(), term.id).into());
        }
    }
    let mut code = String::from("static TERMS: &[Term] = &[\n");
    for term in &glossary.term {
        writeln!(
            code,
            "Term {{ id: {:?}, zh: {:?}, forms: &{:?}, en: {:?}, forms_en: &{:?}, plain: {:?}, plain_en: {:?}, official: {:?}, see: &{:?} }},",
            term.id,
            term.zh,
            forms(&term.zh, &term.aliases),
            term.en,
            forms(&term.en.to_lowercase(), &term.aliases_en),
            term.plain,
            term.plain_en,
            term.official,
            term.see,
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// Every form of a word, longest first.
fn forms(word: &str, aliases: &[String]) -> Vec<String> {
    let mut forms: Vec<String> = std::iter::once(word.to_owned()).chain(aliases.iter().cloned()).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}

fn glosses(path: &Path) -> Result<String, Box<dyn Error>> {
    let mut glosses: Glosses = toml::from_str(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    glosses.gloss.sort_by(|a, b| a.zh.cmp(&b.zh));
    if let Some(twice) = glosses.gloss.windows(2).find(|pair| pair[0].zh == pair[1].zh) {
        return Err(format!("{}: “{}” stands twice", path.display(), twice[0].zh).into());
    }
    let mut code = String::from("static GLOSSES: &[(&str, &str)] = &[\n");
    for gloss in &glosses.gloss {
        writeln!(code, "({:?}, {:?}),", gloss.zh, gloss.en)?;
    }
    code.push_str("];\n");
    Ok(code)
}
