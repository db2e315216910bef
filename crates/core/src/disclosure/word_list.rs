//! Looks for the words of a list at the beginning or at the end of a text.

/// The first of `words` that `text` begins with.
pub fn leading_word<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    // Most words differ in their first character, which these three bytes hold: comparing them costs far less than
    // comparing whole words, whose lengths the compiler does not know.
    let first = text.as_bytes().first_chunk::<3>();
    words.iter().copied().find(|word| {
        let may_match = word.len() < 3 || word.as_bytes().first_chunk() == first;
        may_match && text.starts_with(word)
    })
}

/// The first of `words` that `text` ends with.
pub fn trailing_word<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let last = text.as_bytes().last_chunk::<3>();
    words.iter().copied().find(|word| {
        let may_match = word.len() < 3 || word.as_bytes().last_chunk() == last;
        may_match && text.ends_with(word)
    })
}

/// True where `text` begins with one of `words`.
pub fn begins_with_any(text: &str, words: &[&str]) -> bool {
    leading_word(text, words).is_some()
}

/// True where `text` ends with one of `words`.
pub fn ends_with_any(text: &str, words: &[&str]) -> bool {
    trailing_word(text, words).is_some()
}

/// `text` without the first of `words` that it begins with; None where it begins with none of them.
pub fn strip_leading_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    leading_word(text, words).map(|word| &text[word.len()..])
}

/// `text` without the first of `words` that it ends with; None where it ends with none of them.
pub fn strip_trailing_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    trailing_word(text, words).map(|word| &text[..text.len() - word.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_the_list_is_found() {
        let words = ["主要是因", "主要是", "?", "约"];
        assert_eq!(leading_word("主要是因为", &words), Some("主要是因"));
        assert_eq!(leading_word("主要是", &words), Some("主要是"));
        assert_eq!(leading_word("?", &words), Some("?"));
        assert_eq!(leading_word("主要", &words), None);
        assert_eq!(leading_word("", &words), None);
        assert_eq!(trailing_word("大约", &words), Some("约"));
        assert_eq!(strip_leading_word("约5万元", &words), Some("5万元"));
        assert_eq!(strip_trailing_word("5?", &words), Some("5"));
        assert!(begins_with_any("主要是5", &words) && !ends_with_any("主要是5", &words));
    }
}
