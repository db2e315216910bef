//! Chinese by the letters that one types for it: 接待 is `jiedai`, `jieda` on the way there, and `jd`.

use super::normalize::Glyph;
use std::ops::Range;
use std::sync::OnceLock;

/// A character with one of its readings, in plain letters; ü is v, as on keyboards.
pub type Pronunciation = (char, &'static str);

/// Each syllable with the characters that are read so behind it, made by the build.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// More letters than this are no pinyin that anybody types.
pub const LONGEST: usize = 63;

/// How a character may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// By its whole syllable; the last one may be under way.
    Whole,
    /// By its first letter, or by zh, ch, sh.
    Initial,
    /// Some so, some so.
    Either,
}

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

/// The first stretch of `glyphs` that is typed with `letters`, all of them.
pub fn find(glyphs: &[Glyph], letters: &[u8], typed: Typed) -> Option<Range<usize>> {
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    let first = bit(letters[0]);
    let may_begin = (0..glyphs.len()).filter(|start| glyphs[*start].letters & first != 0);
    may_begin.into_iter().find_map(|start| Some(start..start + typed_from(&glyphs[start..], letters, typed)?))
}

/// The bit that stands for a small letter.
pub fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

/// How many glyphs from the first on are typed with `letters`.
///
/// A set of numbers stands in a word of bits: bit `n` says that the characters so far can be typed with the first `n`
/// letters. So a letter is looked at once a character, however many ways there are to divide them.
fn typed_from(glyphs: &[Glyph], letters: &[u8], typed: Typed) -> Option<usize> {
    let mut reached = 1u64;
    for (at, glyph) in glyphs.iter().enumerate() {
        // 因公出国（境）费: nobody types the brackets.
        if at > 0 && matches!(glyph.c, '(' | ')') {
            continue;
        }
        let mut next = 0u64;
        for from in (0..letters.len()).filter(|from| reached >> from & 1 == 1) {
            let rest = &letters[from..];
            for (_, syllable) in glyph.readings {
                let syllable = syllable.as_bytes();
                if typed != Typed::Initial && syllable.starts_with(rest) {
                    return Some(at + 1);
                }
                if typed != Typed::Initial && rest.starts_with(syllable) {
                    next |= 1 << (from + syllable.len());
                }
                if typed != Typed::Whole && rest[0] == syllable[0] {
                    next |= 1 << (from + 1);
                    let two = syllable.get(1) == Some(&b'h') && rest.get(1) == Some(&b'h');
                    next |= u64::from(two) << (from + 2);
                }
            }
        }
        if next >> letters.len() & 1 == 1 {
            return Some(at + 1);
        }
        if next == 0 {
            return None;
        }
        reached = next;
    }
    None
}

/// The first letters of a name, as one types them; None where a character's reading is not known.
pub fn initials(name: &str) -> Option<String> {
    name.chars().map(|c| readings(c).first()?.1.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::normalize::fold;
    use super::*;

    fn typed(text: &str, letters: &str, typed: Typed) -> Option<String> {
        let glyphs = fold(text);
        let range = find(&glyphs, letters.as_bytes(), typed)?;
        Some(glyphs[range].iter().map(|glyph| glyph.c).collect())
    }

    #[test]
    fn whole_syllables_and_the_last_one_under_way() {
        assert_eq!(typed("公务接待费", "jiedai", Typed::Whole).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jieda", Typed::Whole).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jied", Typed::Whole).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jd", Typed::Whole), None);
        assert_eq!(typed("公务接待费", "jiedaix", Typed::Whole), None);
    }

    #[test]
    fn first_letters() {
        assert_eq!(typed("公务接待费", "jd", Typed::Initial).as_deref(), Some("接待"));
        assert_eq!(typed("政府采购", "zfcg", Typed::Initial).as_deref(), Some("政府采购"));
        assert_eq!(typed("政府采购", "zhfcg", Typed::Initial).as_deref(), Some("政府采购"));
        assert_eq!(typed("因公出国（境）费", "ygcgjf", Typed::Initial).as_deref(), Some("因公出国(境)费"));
        assert_eq!(typed("公务，接待", "wj", Typed::Initial), None, "not across a comma");
        assert_eq!(typed("公务接待费", "gongwujd", Typed::Either).as_deref(), Some("公务接待"));
    }

    #[test]
    fn characters_that_are_read_in_several_ways() {
        assert_eq!(typed("运行", "yunxing", Typed::Whole).as_deref(), Some("运行"));
        assert_eq!(typed("银行", "yinhang", Typed::Whole).as_deref(), Some("银行"));
        assert_eq!(typed("会计", "kuaiji", Typed::Whole).as_deref(), Some("会计"));
        assert_eq!(typed("会议费", "huiyi", Typed::Whole).as_deref(), Some("会议"));
        assert_eq!(typed("差旅费", "chailvfei", Typed::Whole).as_deref(), Some("差旅费"));
        assert_eq!(typed("西安", "xian", Typed::Whole).as_deref(), Some("西安"));
    }

    #[test]
    fn letters_that_divide_in_many_ways_take_no_longer() {
        let text = "安阿昂".repeat(20_000);
        assert_eq!(typed(&text, &"an".repeat(31), Typed::Either), None);
        assert_eq!(typed("接待", &"jd".repeat(5_000), Typed::Initial), None);
    }

    #[test]
    fn the_initials_of_a_name() {
        assert_eq!(initials("公务接待费").as_deref(), Some("gwjdf"));
        assert_eq!(initials("“三公”经费"), None);
    }
}
