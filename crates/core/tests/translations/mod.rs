//! The project's English translations of documents' words, which only the host's programs contain.

use mingbai_core::glossary::Translations;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// All files of `data/translations` together.
pub fn translations() -> &'static Translations {
    static ALL: OnceLock<Translations> = OnceLock::new();
    ALL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/translations");
        let mut all = Translations::NONE;
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            for (zh, en) in toml::from_str::<std::collections::BTreeMap<String, String>>(&text).unwrap() {
                all.insert(zh, en);
            }
        }
        all
    })
}
