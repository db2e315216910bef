//! Compiles the glossary, which non-programmers edit, and for search the readings and the traditional forms of Chinese
//! characters.
//!
//! The glossary becomes Rust tables, so that nothing is parsed in the reader's browser and a mistake in it stops the
//! build with the name of the entry.

use hanconv::RawDictionary;
use pinyin::ToPinyinMulti;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::{env, fs};
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GlossaryFile {
    term: Vec<TermEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermEntry {
    id: String,
    zh: String,
    #[serde(default)]
    aliases: Vec<String>,
    en: String,
    #[serde(default)]
    aliases_en: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    also_en: Vec<String>,
    #[serde(default)]
    lines: Vec<String>,
    plain: String,
    plain_en: String,
    #[serde(default)]
    official: Option<String>,
    #[serde(default)]
    see: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassMeaningsFile {
    runs_a_place: Vec<String>,
    class: Vec<ClassMeaningEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassMeaningEntry {
    code: String,
    meaning: String,
    meaning_en: String,
    own_field: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let terms = manifest.join("../../data/glossary.toml");
    fs::write(out.join("glossary.rs"), glossary(&terms)?)?;
    fs::write(out.join("class_meanings.rs"), class_meanings(&manifest.join("../../data/class_meanings.toml"))?)?;
    let own_words = text(&terms)? + &text(&manifest.join("src/locale/zh.rs"))?;
    fs::write(out.join("pinyin.txt"), pinyin(&own_words)?)?;
    let translated = texts(&manifest.join("../../data/translations"))?;
    fs::write(out.join("traditional.txt"), traditional(&(own_words + &translated)))?;
    fs::write(out.join("kangxi_radicals.txt"), unified_ideographs('\u{2f00}'..='\u{2fd5}'))?;
    fs::write(out.join("compatibility_ideographs.txt"), unified_ideographs('\u{f900}'..='\u{fad9}'))?;
    Ok(())
}

/// The text of a file that the build depends on.
fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()).into())
}

/// The texts of all files of a folder that the build depends on.
fn texts(folder: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::read_dir(folder)?.map(|file| text(&file?.path())).collect()
}

fn glossary(path: &Path) -> Result<String, Box<dyn Error>> {
    let glossary: GlossaryFile =
        toml::from_str(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut owner: HashMap<String, &str> = HashMap::new();
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for term in &glossary.term {
        if !ids.insert(&term.id) {
            return Err(format!("{}: two entries have the id {}", path.display(), term.id).into());
        }
        for form in forms(&term.zh, &term.aliases).iter().chain(&forms(&term.en.to_lowercase(), &term.aliases_en)) {
            if let Some(other) = owner.insert(form.clone(), &term.id).filter(|other| *other != term.id) {
                return Err(format!("{}: “{form}” is a form of {other} and of {}", path.display(), term.id).into());
            }
        }
        for word in term.also.iter().chain(&term.also_en) {
            if let Some(problem) = everyday_problem(word, term.also_en.contains(word), &mut owner, &term.id) {
                return Err(format!("{}: {}: “{word}” {problem}", path.display(), term.id).into());
            }
        }
        if let Some(see) = term.see.iter().find(|see| !glossary.term.iter().any(|other| other.id == **see)) {
            return Err(format!("{}: {} refers to {see}, which is not a term", path.display(), term.id).into());
        }
    }
    let mut code = String::from("static TERMS: &[Term] = &[\n");
    // The explanations are a table of their own: marking terms in text does not need them.
    let mut plain = String::from("static PLAIN: &[(&str, &str)] = &[\n");
    // Everyday words are of use to the search alone.
    let mut everyday = String::from("static EVERYDAY: &[(&str, &str, &str)] = &[\n");
    for (at, term) in glossary.term.iter().enumerate() {
        writeln!(plain, "({:?}, {:?}),", term.plain, term.plain_en)?;
        let words = [&term.also, &term.also_en, &term.lines].map(|words| words.join("|"));
        writeln!(everyday, "({:?}, {:?}, {:?}),", words[0], words[1], words[2])?;
        writeln!(
            code,
            "Term {{ at: {at}, id: {:?}, zh: {:?}, forms: &{:?}, en: {:?}, forms_en: &{:?}, official: {:?}, see: &{:?} }},",
            term.id,
            term.zh,
            forms(&term.zh, &term.aliases),
            term.en,
            forms(&term.en.to_lowercase(), &term.aliases_en),
            term.official,
            term.see,
        )?;
    }
    code.push_str("];\n");
    plain.push_str("];\n");
    everyday.push_str("];\n");
    Ok(code + &plain + &everyday)
}

/// What is wrong with an everyday word. Otherwise the entry owns it: two entries with one word would hide each other.
fn everyday_problem<'t>(
    word: &str,
    english: bool,
    owner: &mut HashMap<String, &'t str>,
    id: &'t str,
) -> Option<String> {
    if word.trim().is_empty() || word.contains('|') {
        return Some("is no word".to_owned());
    }
    if english && word.chars().any(|c| !c.is_ascii() || c.is_ascii_uppercase()) {
        return Some("in also_en is not in small English letters".to_owned());
    }
    owner.insert(word.to_owned(), id).map(|other| format!("is a word of {other} already"))
}

/// Each traditional character followed by the simplified one, for the simplified characters of a text.
///
/// A character that is common in simplified texts as well, such as 于's variant 於, stays what it is.
fn traditional(own_words: &str) -> String {
    let own: BTreeSet<char> = own_words.chars().collect();
    let common: Vec<u8> = (0xb0..=0xf7).flat_map(|row| (0xa1..=0xfe).flat_map(move |cell| [row, cell])).collect();
    let common: BTreeSet<char> = encoding_rs::GBK.decode(&common).0.chars().collect();
    let pairs = RawDictionary::TSCharacters
        .iter()
        .filter_map(|(traditional, simplified)| Some((traditional.chars().next()?, simplified.chars().next()?)));
    let pairs: BTreeMap<char, char> = pairs
        .filter(|(traditional, simplified)| own.contains(simplified) && !common.contains(traditional))
        .filter(|(traditional, _)| *traditional <= '\u{ffff}')
        .collect();
    pairs.into_iter().flat_map(|(traditional, simplified)| [traditional, simplified]).collect()
}

fn class_meanings(path: &Path) -> Result<String, Box<dyn Error>> {
    let file: ClassMeaningsFile =
        toml::from_str(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut code = format!("const RUNS_A_PLACE: &[&str] = &{:?};\n", file.runs_a_place);
    code.push_str("const CLASSES: &[OrdinaryClass] = &[\n");
    for entry in &file.class {
        let has_digit = |words: &str| words.bytes().any(|byte| byte.is_ascii_digit());
        if has_digit(&entry.meaning) || has_digit(&entry.meaning_en) {
            return Err(format!("{}: the meaning of {} has a number", path.display(), entry.code).into());
        }
        writeln!(
            code,
            "OrdinaryClass {{ code: {:?}, meaning: {:?}, meaning_en: {:?}, own_field: &{:?} }},",
            entry.code, entry.meaning, entry.meaning_en, entry.own_field
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The unified character of each character of a range (Unicode NFKC); itself where there is none.
fn unified_ideographs(range: RangeInclusive<char>) -> String {
    range.map(|c| c.nfkc().next().unwrap_or(c)).collect()
}

/// All forms of a word, longest first.
fn forms(word: &str, aliases: &[String]) -> Vec<String> {
    let mut forms: Vec<String> = std::iter::once(word.to_owned()).chain(aliases.iter().cloned()).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}

/// Characters with several common readings. For all others the most common reading is enough: rare ones only cause
/// wrong matches.
const HETERONYMS: &str = "阿把伴薄背便泊藏参差禅长朝车称乘处传创答大单当倒得地的调钉度都恶发分服干给供更贯果过行号喝和荷核横哄化划华还会混几济系假间监将降强教角节结解禁尽劲觉卡看可空宽乐了累量论落率没蒙模难宁片铺奇期纤切亲区曲任散色厦少舍摄盛省十什石识食似适刷说宿提通头吐为尾委下相校兴削吁旋血压要叶应予与员晕载脏曾扎炸占涨着折正只中种重属数转琢综作";

/// The readings of characters in plain letters (ü is v): each syllable followed by its characters.
///
/// The characters are the common ones of GB 2312 (its first level), and all that the glossary and the interface use.
fn pinyin(own_words: &str) -> Result<String, Box<dyn Error>> {
    let common: Vec<u8> = (0xb0..=0xd7).flat_map(|row| (0xa1..=0xfe).flat_map(move |cell| [row, cell])).collect();
    let characters: BTreeSet<char> = encoding_rs::GBK.decode(&common).0.chars().chain(own_words.chars()).collect();
    let mut table: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in characters {
        let Some(readings) = c.to_pinyin_multi() else { continue };
        let take = if HETERONYMS.contains(c) { 4 } else { 1 };
        for reading in readings.into_iter().take(take) {
            let plain = reading.plain().replace('ü', "v");
            if !plain.bytes().all(|letter| letter.is_ascii_lowercase()) {
                return Err(format!("{c} is read “{plain}”, which cannot be typed").into());
            }
            table.entry(plain).or_default().insert(c);
        }
    }
    Ok(table
        .iter()
        .map(|(syllable, characters)| format!("{syllable}{}", characters.iter().collect::<String>()))
        .collect())
}
