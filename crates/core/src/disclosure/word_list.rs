//! Looks for the words of a list at the beginning or at the end of a text.
//!
//! The parser asks this of nearly every character, and the answer is nearly always no. So a list knows in a set of 64
//! bits which values one byte of its words has; a text with another value there is not compared with the words.

/// Words that a text may begin with.
pub struct Prefixes {
    words: &'static [&'static str],
    /// The third bytes of the words: in Chinese the last one of the first character, which differs most.
    third_bytes: ByteSet,
}

/// Words that a text may end with.
pub struct Suffixes {
    words: &'static [&'static str],
    /// The last bytes of the words.
    last_bytes: ByteSet,
}

impl Prefixes {
    /// A list of these words: of several that a text begins with, the first one is found.
    pub const fn new(words: &'static [&'static str]) -> Prefixes {
        let mut third_bytes = ByteSet::EMPTY;
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            third_bytes = if word.len() < 3 { ByteSet::ALL } else { third_bytes.with(word[2]) };
            at += 1;
        }
        Prefixes { words, third_bytes }
    }

    /// The words of the list.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// The words that `text` begins with, in the order of the list.
    pub fn find_all<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static str> + use<'t> {
        let may_begin = text.as_bytes().get(2).is_none_or(|byte| self.third_bytes.contains(*byte));
        let words = if may_begin { self.words } else { &[] };
        words.iter().copied().filter(move |word| text.starts_with(word))
    }

    /// The first word that `text` begins with.
    pub fn find(&self, text: &str) -> Option<&'static str> {
        self.find_all(text).next()
    }

    /// True where `text` is one of the words.
    pub fn contain(&self, text: &str) -> bool {
        self.find_all(text).any(|word| word == text)
    }

    /// True where one of the words occurs in `text`.
    pub fn occur_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.begin(&text[at..]))
    }

    /// True where `text` begins with one of the words.
    pub fn begin(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The length in bytes of the word that `text` begins with; 0 where it begins with none of them.
    pub fn len_in(&self, text: &str) -> usize {
        self.find(text).map_or(0, str::len)
    }

    /// `text` without the word that it begins with; None where it begins with none of them.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.find(text).map(|word| &text[word.len()..])
    }
}

impl Suffixes {
    /// A list of these words: of several that a text ends with, the first one is found.
    pub const fn new(words: &'static [&'static str]) -> Suffixes {
        let mut last_bytes = ByteSet::EMPTY;
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            last_bytes = last_bytes.with(word[word.len() - 1]);
            at += 1;
        }
        Suffixes { words, last_bytes }
    }

    /// The word that `text` ends with.
    pub fn find(&self, text: &str) -> Option<&'static str> {
        let may_end = text.as_bytes().last().is_some_and(|byte| self.last_bytes.contains(*byte));
        if may_end { self.words.iter().copied().find(|word| text.ends_with(word)) } else { None }
    }

    /// True where `text` ends with one of the words.
    pub fn end(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// `text` without the word that it ends with; None where it ends with none of them.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.find(text).map(|word| &text[..text.len() - word.len()])
    }
}

/// A set of bytes that differ in their lower six bits, as all bytes of a Chinese character but its first do. Others may
/// be taken for each other.
#[derive(Clone, Copy)]
struct ByteSet(u64);

impl ByteSet {
    const EMPTY: ByteSet = ByteSet(0);
    const ALL: ByteSet = ByteSet(u64::MAX);

    const fn with(self, byte: u8) -> ByteSet {
        ByteSet(self.0 | 1 << (byte % 64))
    }

    const fn contains(self, byte: u8) -> bool {
        self.0 & 1 << (byte % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_the_list_is_found() {
        const LEADING: Prefixes = Prefixes::new(&["主要是因", "主要是", "约"]);
        assert_eq!(LEADING.find("主要是因为"), Some("主要是因"));
        assert_eq!(LEADING.find("主要是"), Some("主要是"));
        assert_eq!(LEADING.strip("约5万元"), Some("5万元"));
        assert!(LEADING.begin("主要是5"));
        assert_eq!((LEADING.len_in("约5"), LEADING.len_in("5")), ("约".len(), 0));
        assert_eq!(LEADING.find_all("主要是因为").collect::<Vec<_>>(), ["主要是因", "主要是"]);
        for other in ["主要", "主", "5", "", "支出主要是"] {
            assert_eq!(LEADING.find(other), None, "{other}");
        }
        assert!(LEADING.occur_in("支出主要是") && !LEADING.occur_in("支出主要用于"));
        assert!(LEADING.contain("主要是") && !LEADING.contain("主要是5"));
        const TRAILING: Suffixes = Suffixes::new(&["大约", "约", "?"]);
        assert_eq!(TRAILING.find("大约"), Some("大约"));
        assert_eq!(TRAILING.strip("5?"), Some("5"));
        assert!(TRAILING.end("暂约"));
        for other in ["约5", "5", "", "大"] {
            assert_eq!(TRAILING.find(other), None, "{other}");
        }
    }

    #[test]
    fn words_shorter_than_a_chinese_character_are_found() {
        const SHORT: Prefixes = Prefixes::new(&["()", "本部门", "?"]);
        assert_eq!(SHORT.find("()收入"), Some("()"));
        assert_eq!(SHORT.find("?"), Some("?"));
        assert_eq!(SHORT.find("本部门"), Some("本部门"));
        assert_eq!(SHORT.find("("), None);
    }
}
