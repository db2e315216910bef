//! Our English translation of this disclosure's own words.

include!(concat!(env!("OUT_DIR"), "/gloss.rs"));

/// Our English for a verbatim Chinese text, where we have one. A text that differs by one character has none.
pub fn english(zh: &str) -> Option<&'static str> {
    GLOSSES.binary_search_by(|(known, _)| (*known).cmp(zh)).ok().map(|at| GLOSSES[at].1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_translation_is_shown_for_the_exact_words_only() {
        assert!(super::english("进一步规范公务接待相关要求").is_some());
        assert!(super::english("进一步规范公务接待相关要求。").is_none());
    }
}
