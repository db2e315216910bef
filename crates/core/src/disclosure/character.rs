//! Characters in one spelling: full and half width, spaces, quotation marks, radicals and compatibility characters.

use super::text_lines::is_line_end;

/// The unified characters of U+2F00 to U+2FD5: PDF readers write 支 as the radical ⽀.
const KANGXI_RADICALS: &str = include_str!(concat!(env!("OUT_DIR"), "/kangxi_radicals.txt"));
/// The unified characters of U+F900 to U+FAD9, where there is one; otherwise the character itself.
const COMPATIBILITY_IDEOGRAPHS: &str = include_str!(concat!(env!("OUT_DIR"), "/compatibility_ideographs.txt"));
/// Simplified radicals, each with its unified character (Unicode's EquivalentUnifiedIdeograph; NFKC leaves them as they
/// are).
const SIMPLIFIED_RADICALS: &str = "⺝月⺟母⺠民⺧牛⺩王⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// What normalization makes of a character.
pub enum NormalizedChar {
    /// Nothing: a quotation mark or an invisible character.
    Dropped,
    /// A space.
    Space,
    /// This character.
    Char(char),
}

/// True for a quotation mark of any style.
#[rustfmt::skip] // one character a line would hide the table
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c,
        '"' | '\'' | '＂' | '＇' | '\u{2018}'..='\u{201f}' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' | '｢' | '｣'
        | '«' | '»' | '‹' | '›')
}

/// True for a common Chinese character (CJK Unified Ideographs): Unicode counts none of them as numeric, not even 一.
fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// True for a digit or numeral that is neither an ASCII digit nor a Chinese character: ٥, ①, Ⅷ, 〇.
pub fn is_other_numeral(c: char) -> bool {
    !c.is_ascii() && !is_ideograph(c) && c.is_numeric()
}

/// The characters of a line in normalized spelling, without spaces.
pub fn normalized_chars(line: &str) -> impl DoubleEndedIterator<Item = char> {
    line.chars().filter_map(|c| match normalize_char(c) {
        NormalizedChar::Char(c) => Some(c),
        NormalizedChar::Space | NormalizedChar::Dropped => None,
    })
}

/// A line in normalized spelling, without spaces.
pub fn normalized_line(line: &str) -> String {
    let mut normalized = String::with_capacity(line.len());
    normalized.extend(normalized_chars(line));
    normalized
}

/// True for a character that is not drawn (Unicode's Default_Ignorable_Code_Point).
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The length in bytes of the first characters of `text` that are normalized already, as nearly all of them are:
/// Chinese characters, letters and digits.
pub fn unchanged_len(text: &str) -> usize {
    text.find(|c| !is_unchanged(c)).unwrap_or(text.len())
}

fn is_unchanged(c: char) -> bool {
    is_ideograph(c) || c.is_ascii_alphanumeric()
}

/// The normalized spelling of a character.
pub fn normalize_char(c: char) -> NormalizedChar {
    match c {
        _ if is_unchanged(c) => NormalizedChar::Char(c),
        _ if is_line_end(c) => NormalizedChar::Space,
        ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            NormalizedChar::Space
        }
        _ if is_invisible(c) => NormalizedChar::Dropped,
        _ if is_quotation_mark(c) => NormalizedChar::Dropped,
        '｡' | '︒' | '﹒' => NormalizedChar::Char('。'),
        '﹐' | '︐' => NormalizedChar::Char(','),
        '﹑' | '︑' | '､' => NormalizedChar::Char('、'),
        '﹔' | '︔' => NormalizedChar::Char(';'),
        '﹕' | '︓' => NormalizedChar::Char(':'),
        '﹙' | '︵' | '【' | '〔' | '〖' => NormalizedChar::Char('('),
        '﹚' | '︶' | '】' | '〕' | '〗' => NormalizedChar::Char(')'),
        '﹪' => NormalizedChar::Char('%'),
        '〇' | '○' => NormalizedChar::Char('〇'),
        '－' | '−' | '﹣' => NormalizedChar::Char('-'),
        '！'..='～' => NormalizedChar::Char(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        // Mathematical digits, five styles of ten.
        '\u{1d7ce}'..='\u{1d7ff}' => NormalizedChar::Char(char::from(b'0' + ((c as u32 - 0x1d7ce) % 10) as u8)),
        _ => NormalizedChar::Char(unified_ideograph(c)),
    }
}

/// The unified ideograph of a radical or a compatibility ideograph; any other character itself.
pub fn unified_ideograph(c: char) -> char {
    let nth = |table: &str, first: char| table.chars().nth(c as usize - first as usize);
    let unified = match c {
        '\u{2f00}'..='\u{2fd5}' => nth(KANGXI_RADICALS, '\u{2f00}'),
        '\u{2e80}'..='\u{2ef3}' => {
            let at = SIMPLIFIED_RADICALS.find(c);
            at.and_then(|at| SIMPLIFIED_RADICALS[at..].chars().nth(1))
        }
        '\u{f900}'..='\u{fad9}' => nth(COMPATIBILITY_IDEOGRAPHS, '\u{f900}'),
        _ => None,
    };
    unified.unwrap_or(c)
}
