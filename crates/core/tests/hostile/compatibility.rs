//! Characters that PDFs and converters put for others.

/// Radicals and compatibility characters with the usual characters that they are shown as.
pub const RADICALS: [(char, char); 40] = [
    ('⽀', '支'),
    ('⼊', '入'),
    ('⼈', '人'),
    ('⼯', '工'),
    ('⽤', '用'),
    ('⻋', '车'),
    ('⾏', '行'),
    ('⽐', '比'),
    ('⽅', '方'),
    ('⼀', '一'),
    ('⾄', '至'),
    ('⽴', '立'),
    ('⽉', '月'),
    ('⽇', '日'),
    ('⼤', '大'),
    ('⼩', '小'),
    ('⼦', '子'),
    ('⼟', '土'),
    ('⼒', '力'),
    ('⼝', '口'),
    ('⽣', '生'),
    ('⽔', '水'),
    ('⽊', '木'),
    ('⾦', '金'),
    ('⻓', '长'),
    ('⻅', '见'),
    ('⻚', '页'),
    ('⼆', '二'),
    ('⼋', '八'),
    ('⼗', '十'),
    ('⽂', '文'),
    ('⽬', '目'),
    ('⾃', '自'),
    ('⾯', '面'),
    ('⻔', '门'),
    ('⻛', '风'),
    ('⾷', '食'),
    ('\u{f98e}', '年'),
    ('\u{f9be}', '料'),
    ('\u{f981}', '女'),
];

/// Invisible characters.
pub const INVISIBLE: [char; 22] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2060}', '\u{2061}', '\u{2066}', '\u{2069}', '\u{feff}', '\u{ad}', '\u{34f}', '\u{180e}',
    '\u{fe0e}', '\u{fe0f}', '\u{3164}', '\u{115f}',
];

/// Spaces of other widths.
pub const SPACES: [char; 8] = [' ', '\u{a0}', '\u{3000}', '\u{2009}', '\u{202f}', '\u{2003}', '\u{205f}', '\t'];

/// The usual character for a radical, and for a full-width form.
pub fn usual(c: char) -> Option<char> {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0),
        _ => RADICALS.iter().find(|(radical, _)| *radical == c).map(|(_, usual)| *usual),
    }
}

/// The radical for a character, where there is one.
pub fn radical(c: char) -> Option<char> {
    RADICALS.iter().find(|(_, usual)| *usual == c).map(|(radical, _)| *radical)
}

/// A digit in other forms: full width, and the mathematical alphabets that PDFs use for bold type.
pub fn digits_in_other_forms(digits: &str) -> Vec<String> {
    let zeros = ['０', '𝟎', '𝟘', '𝟢', '𝟬', '𝟶', '٠', '۰', '०'];
    let forms = zeros.map(|zero| {
        let form = |c: char| c.to_digit(10).and_then(|n| char::from_u32(zero as u32 + n)).unwrap_or(c);
        digits.chars().map(form).collect()
    });
    forms.to_vec()
}
