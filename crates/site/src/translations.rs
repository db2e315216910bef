//! The project's own English translations of words that documents use, from `data/translations`.

use mingbai_core::glossary::Translations;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/translations.rs"));

/// All translations of the project, for every document. Only the host has them: the app gets those that its document
/// uses from [`EmbeddedDocumentFile`](crate::EmbeddedDocumentFile).
pub fn translations() -> &'static Translations {
    static ALL: OnceLock<Translations> = OnceLock::new();
    ALL.get_or_init(|| TRANSLATIONS.iter().map(|(zh, en)| ((*zh).to_owned(), (*en).to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_translation_is_of_words_in_a_document() {
        let folders = ["../../data", "../../tests/examples", "../../tests/family"];
        let files =
            folders.into_iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|file| file.unwrap().path());
        let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        let documents: String = texts.map(|path| fs::read_to_string(path).unwrap()).collect();
        let used = translations().within(&documents);
        assert!(used.len() > 60, "{} translations", used.len());
        let unused = TRANSLATIONS.iter().find(|(zh, _)| used.get(zh).is_none());
        assert_eq!(unused, None, "one character off, and a translation is not shown");
    }
}
