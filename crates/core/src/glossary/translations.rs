//! English translations of a document's own words.

use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;

/// English translations of words that documents use, by the exact Chinese words.
///
/// They are the project's own, never official, and are shown as such. They come with a document, not with the program:
/// the host writes those that a disclosure uses next to its text ([`Translations::within`]).
///
/// In every format of serde it is a map from Chinese to English:
///
/// ```
/// use mingbai_core::glossary::Translations;
///
/// let translations: Translations = serde_json::from_str(r#"{"职能职责": "Functions and duties"}"#)?;
/// assert_eq!(translations.get("职能职责"), Some("Functions and duties"));
/// assert_eq!(translations.get("职能职责。"), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub struct Translations {
    /// Chinese and English, ordered by the Chinese. Compared with a `BTreeMap` this is little code in the browser's
    /// app.
    entries: Vec<(String, String)>,
}

impl Translations {
    /// No translations.
    pub const NONE: Translations = Translations { entries: Vec::new() };

    /// The English for a verbatim Chinese text. A text that differs by one character has none.
    pub fn get(&self, zh: &str) -> Option<&str> {
        self.position(zh).ok().map(|at| self.entries[at].1.as_str())
    }

    /// Adds a translation; gives back the one that it replaces.
    pub fn insert(&mut self, zh: String, en: String) -> Option<String> {
        match self.position(&zh) {
            Ok(at) => Some(std::mem::replace(&mut self.entries[at].1, en)),
            Err(at) => {
                self.entries.insert(at, (zh, en));
                None
            }
        }
    }

    /// The translations whose Chinese occurs in the text of a document. White space is ignored on both sides, since
    /// documents break lines inside sentences.
    pub fn within(&self, source: &str) -> Translations {
        let without_space = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let source = without_space(source);
        let used = self.entries.iter().filter(|(zh, _)| source.contains(&without_space(zh)));
        used.cloned().collect()
    }

    /// How many translations there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Where a Chinese text is, or where it would be inserted.
    fn position(&self, zh: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.as_str().cmp(zh))
    }
}

impl FromIterator<(String, String)> for Translations {
    /// Of two translations of the same Chinese the later one counts.
    fn from_iter<I: IntoIterator<Item = (String, String)>>(entries: I) -> Translations {
        let mut translations = Translations::NONE;
        for (zh, en) in entries {
            translations.insert(zh, en);
        }
        translations
    }
}

impl From<BTreeMap<String, String>> for Translations {
    fn from(entries: BTreeMap<String, String>) -> Translations {
        // A map yields its keys in order.
        Translations { entries: entries.into_iter().collect() }
    }
}

impl Serialize for Translations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.entries.iter().map(|(zh, en)| (zh, en)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::{Lang, Locale};
    use serde_json::Value;
    use std::fs;

    #[test]
    fn the_later_translation_of_the_same_words_counts() {
        let mut translations = Translations::NONE;
        for (zh, en) in [("支出预算", "spending"), ("收入预算", "Income budget"), ("支出预算", "Expenditure budget")]
        {
            translations.insert(zh.to_owned(), en.to_owned());
        }
        assert_eq!(translations.len(), 2);
        assert_eq!(translations.get("支出预算"), Some("Expenditure budget"));
        assert_eq!(translations.get("支出预算。"), None, "exact words only");
        let json = serde_json::to_string(&translations).unwrap();
        assert_eq!(json, r#"{"支出预算":"Expenditure budget","收入预算":"Income budget"}"#);
        assert_eq!(serde_json::from_str::<Translations>(&json).unwrap(), translations);
    }

    #[test]
    fn a_document_takes_along_what_it_uses_and_nothing_else() {
        let one = |zh: &str| Translations::from_iter([(zh.to_owned(), "English".to_owned())]);
        assert_eq!(one("人员工资调整").within("主要是人员工资\r\n　　调整等"), one("人员工资调整"));
        assert!(one("人员工资调整").within("主要是人员调整等").is_empty());
    }

    /// Every text inside a JSON value.
    fn texts(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
            _ => {}
        }
    }

    #[test]
    fn whatever_words_a_disclosure_holds_their_translation_travels_with_it() {
        let mut count = 0;
        for folder in ["../../tests/family", "../../tests/examples", "../../data"] {
            for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
                let text = file.extension().is_some_and(|ending| ending == "txt").then(|| fs::read_to_string(&file));
                let Some(Ok(mut disclosure)) = text.map(|text| parse(&text.unwrap())) else { continue };
                // Excerpts around unread numbers and amounts are not translated; known lines have names of their own.
                disclosure.unread.clear();
                for line in &mut disclosure.lines {
                    line.published.clear();
                    if Locale::of(Lang::En).line(&line.id).is_some() {
                        line.label.clear();
                    }
                }
                let mut found = Vec::new();
                texts(&serde_json::to_value(&disclosure).unwrap(), &mut found);
                let han = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
                for text in found.into_iter().filter(|text| han(text)) {
                    // The id of a line that only the document names ends with its label: expenditure.文化旅游.
                    let text = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
                    let all = Translations::from_iter([(text.to_owned(), "English".to_owned())]);
                    assert_eq!(all.within(&disclosure.source), all, "{}: {text}", file.display());
                    count += 1;
                }
            }
        }
        assert!(count > 5000, "{count} texts");
    }
}
