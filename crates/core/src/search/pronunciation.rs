//! How Chinese characters are read.

use std::sync::OnceLock;

/// A character with one of its readings, in plain letters; ü is v, as on keyboards.
pub type Pronunciation = (char, &'static str);

/// Each syllable followed by the characters that are read so; written by the build script.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// The readings of a character; none for one that is not common.
pub fn readings(c: char) -> &'static [Pronunciation] {
    static SORTED: OnceLock<Vec<Pronunciation>> = OnceLock::new();
    if c.is_ascii() {
        return &[];
    }
    let sorted = SORTED.get_or_init(|| {
        let mut sorted = Vec::with_capacity(TABLE.len() / 3);
        let mut rest = TABLE;
        while let Some(letters) = rest.find(|c: char| !c.is_ascii()) {
            let (syllable, behind) = rest.split_at(letters);
            let end = behind.find(|c: char| c.is_ascii()).unwrap_or(behind.len());
            sorted.extend(behind[..end].chars().map(|c| (c, syllable)));
            rest = &behind[end..];
        }
        sorted.sort_unstable();
        sorted
    });
    let start = sorted.partition_point(|(other, _)| *other < c);
    let end = start + sorted[start..].iter().take_while(|(other, _)| *other == c).count();
    &sorted[start..end]
}

/// A set of small letters that contains only this one: a bit for each letter.
pub fn letter_bit(letter: u8) -> u32 {
    1 << (letter & 31)
}
