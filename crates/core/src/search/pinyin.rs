//! Matching Chinese by the pinyin that one types for it: 接待 is `jiedai`, `jieda` while it is being typed, and `jd`.

use super::normalize::Glyph;
use super::pronunciation::letter_bit;
use std::ops::Range;

/// The longest input that is matched as pinyin, in letters: a set of positions in it must fit into 64 bits.
pub const LONGEST: usize = 63;

/// How characters are typed in pinyin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinyinStyle {
    /// Each by its whole syllable; the last one may be incomplete.
    Syllables,
    /// Each by its first letter, or by zh, ch, sh.
    Initials,
    /// Some by the syllable, some by the first letter.
    Mixed,
}

/// The first range of `glyphs` that can be typed with exactly these `letters`.
pub fn find_pinyin(glyphs: &[Glyph], letters: &[u8], style: PinyinStyle) -> Option<Range<usize>> {
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    let first = letter_bit(letters[0]);
    let may_begin = (0..glyphs.len()).filter(|start| glyphs[*start].letters & first != 0);
    may_begin.into_iter().find_map(|start| Some(start..start + typed_from(&glyphs[start..], letters, style)?))
}

/// How many glyphs, counted from the first, are typed with `letters`.
///
/// `reached` is a set of numbers as bits: bit `n` means that the characters so far can be typed with the first `n`
/// letters. So each letter is examined once per character, however many ways there are to divide the letters into
/// syllables.
fn typed_from(glyphs: &[Glyph], letters: &[u8], style: PinyinStyle) -> Option<usize> {
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
                if style != PinyinStyle::Initials && syllable.starts_with(rest) {
                    return Some(at + 1);
                }
                if style != PinyinStyle::Initials && rest.starts_with(syllable) {
                    next |= 1 << (from + syllable.len());
                }
                if style != PinyinStyle::Syllables && rest[0] == syllable[0] {
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

#[cfg(test)]
mod tests {
    use super::super::normalize::fold;
    use super::*;

    fn typed(text: &str, letters: &str, style: PinyinStyle) -> Option<String> {
        let glyphs = fold(text);
        let range = find_pinyin(&glyphs, letters.as_bytes(), style)?;
        Some(glyphs[range].iter().map(|glyph| glyph.c).collect())
    }

    #[test]
    fn whole_syllables_and_the_last_one_under_way() {
        assert_eq!(typed("公务接待费", "jiedai", PinyinStyle::Syllables).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jieda", PinyinStyle::Syllables).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jied", PinyinStyle::Syllables).as_deref(), Some("接待"));
        assert_eq!(typed("公务接待费", "jd", PinyinStyle::Syllables), None);
        assert_eq!(typed("公务接待费", "jiedaix", PinyinStyle::Syllables), None);
    }

    #[test]
    fn first_letters() {
        assert_eq!(typed("公务接待费", "jd", PinyinStyle::Initials).as_deref(), Some("接待"));
        assert_eq!(typed("政府采购", "zfcg", PinyinStyle::Initials).as_deref(), Some("政府采购"));
        assert_eq!(typed("政府采购", "zhfcg", PinyinStyle::Initials).as_deref(), Some("政府采购"));
        assert_eq!(typed("因公出国（境）费", "ygcgjf", PinyinStyle::Initials).as_deref(), Some("因公出国(境)费"));
        assert_eq!(typed("公务，接待", "wj", PinyinStyle::Initials), None, "not across a comma");
        assert_eq!(typed("公务接待费", "gongwujd", PinyinStyle::Mixed).as_deref(), Some("公务接待"));
    }

    #[test]
    fn characters_that_are_read_in_several_ways() {
        assert_eq!(typed("运行", "yunxing", PinyinStyle::Syllables).as_deref(), Some("运行"));
        assert_eq!(typed("银行", "yinhang", PinyinStyle::Syllables).as_deref(), Some("银行"));
        assert_eq!(typed("会计", "kuaiji", PinyinStyle::Syllables).as_deref(), Some("会计"));
        assert_eq!(typed("会议费", "huiyi", PinyinStyle::Syllables).as_deref(), Some("会议"));
        assert_eq!(typed("差旅费", "chailvfei", PinyinStyle::Syllables).as_deref(), Some("差旅费"));
        assert_eq!(typed("西安", "xian", PinyinStyle::Syllables).as_deref(), Some("西安"));
    }

    #[test]
    fn letters_that_divide_in_many_ways_take_no_longer() {
        let text = "安阿昂".repeat(20_000);
        assert_eq!(typed(&text, &"an".repeat(31), PinyinStyle::Mixed), None);
        assert_eq!(typed("接待", &"jd".repeat(5_000), PinyinStyle::Initials), None);
    }
}
