//! The automatic numbers of lists, as they are written: 一、（一）1. ①.

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    DecimalZero,
    /// １, ２, ３.
    FullWidth,
    /// ①, ②, ③.
    Circled,
    /// ⑴, ⑵, ⑶.
    Parenthesised,
    /// 一, 十一, 一百零五.
    Chinese,
    /// 一, 一一, 一〇五: digit by digit.
    ChineseDigits,
    /// 壹, 拾壹.
    ChineseLegal,
    /// 甲, 乙, 丙.
    HeavenlyStems,
    /// 子, 丑, 寅.
    EarthlyBranches,
    /// a, b, c.
    LowerLetter,
    /// A, B, C.
    UpperLetter,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// No number.
    Nothing,
}

const CHINESE_DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const HEAVENLY_STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const EARTHLY_BRANCHES: [char; 12] = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl NumberFormat {
    /// A number, written. What a format has no sign for is written in digits.
    pub fn write(self, number: u32) -> String {
        let decimal = || number.to_string();
        let sign = |signs: &[char]| {
            (number as usize).checked_sub(1).and_then(|at| signs.get(at)).map_or_else(decimal, char::to_string)
        };
        let sign_from = |first: char, count: u32| match number {
            1.. if number <= count => char::from_u32(first as u32 + number - 1).map_or_else(decimal, String::from),
            _ => decimal(),
        };
        match self {
            NumberFormat::Decimal => decimal(),
            NumberFormat::DecimalZero => format!("{number:02}"),
            NumberFormat::FullWidth => decimal().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect(),
            NumberFormat::Circled => sign_from('①', 20),
            NumberFormat::Parenthesised => sign_from('⑴', 20),
            NumberFormat::Chinese => chinese(number).unwrap_or_else(decimal),
            NumberFormat::ChineseDigits => {
                decimal().chars().filter_map(|c| c.to_digit(10)).map(|digit| CHINESE_DIGITS[digit as usize]).collect()
            }
            NumberFormat::ChineseLegal => chinese(number).map_or_else(decimal, |written| legal(&written)),
            NumberFormat::HeavenlyStems => sign(&HEAVENLY_STEMS),
            NumberFormat::EarthlyBranches => sign(&EARTHLY_BRANCHES),
            NumberFormat::LowerLetter => letters(number).unwrap_or_else(decimal),
            NumberFormat::UpperLetter => letters(number).unwrap_or_else(decimal).to_uppercase(),
            NumberFormat::LowerRoman => roman(number).unwrap_or_else(decimal),
            NumberFormat::UpperRoman => roman(number).unwrap_or_else(decimal).to_uppercase(),
            NumberFormat::Nothing => String::new(),
        }
    }
}

/// 一, 十一, 二十, 一百零五; None from ten thousand on.
fn chinese(number: u32) -> Option<String> {
    if number >= 10_000 {
        return None;
    }
    let mut written = String::new();
    let mut owes_zero = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            owes_zero = !written.is_empty();
            continue;
        }
        if owes_zero {
            written.push('零');
            owes_zero = false;
        }
        // 十一, not 一十一.
        if !(digit == 1 && unit == 10 && written.is_empty()) {
            written.push(CHINESE_DIGITS[digit as usize]);
        }
        written += name;
    }
    Some(if written.is_empty() { CHINESE_DIGITS[0].to_string() } else { written })
}

/// The characters that cheques use.
fn legal(written: &str) -> String {
    let legal = |c| match c {
        '一' => '壹',
        '二' => '贰',
        '三' => '叁',
        '四' => '肆',
        '五' => '伍',
        '六' => '陆',
        '七' => '柒',
        '八' => '捌',
        '九' => '玖',
        '十' => '拾',
        '百' => '佰',
        '千' => '仟',
        '〇' => '零',
        other => other,
    };
    written.chars().map(legal).collect()
}

/// a to z, then aa to zz, as word processors count; None beyond, and for 0.
fn letters(number: u32) -> Option<String> {
    let at = number.checked_sub(1).filter(|at| *at < 26 * 9)?;
    let letter = char::from_u32('a' as u32 + at % 26)?;
    Some(String::from(letter).repeat(at as usize / 26 + 1))
}

/// In Roman numerals; None for 0 and from 5000 on.
fn roman(number: u32) -> Option<String> {
    if !(1..5000).contains(&number) {
        return None;
    }
    let (mut rest, mut written) = (number, String::new());
    for (value, sign) in ROMAN {
        while rest >= value {
            written += sign;
            rest -= value;
        }
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_processors_write_them() {
        let cases = [
            (NumberFormat::Decimal, 12, "12"),
            (NumberFormat::DecimalZero, 3, "03"),
            (NumberFormat::FullWidth, 12, "１２"),
            (NumberFormat::Circled, 3, "③"),
            (NumberFormat::Circled, 21, "21"),
            (NumberFormat::Parenthesised, 2, "⑵"),
            (NumberFormat::Chinese, 0, "〇"),
            (NumberFormat::Chinese, 9, "九"),
            (NumberFormat::Chinese, 10, "十"),
            (NumberFormat::Chinese, 11, "十一"),
            (NumberFormat::Chinese, 20, "二十"),
            (NumberFormat::Chinese, 99, "九十九"),
            (NumberFormat::Chinese, 100, "一百"),
            (NumberFormat::Chinese, 105, "一百零五"),
            (NumberFormat::Chinese, 110, "一百一十"),
            (NumberFormat::Chinese, 1005, "一千零五"),
            (NumberFormat::Chinese, 10_000, "10000"),
            (NumberFormat::ChineseDigits, 105, "一〇五"),
            (NumberFormat::ChineseLegal, 12, "拾贰"),
            (NumberFormat::HeavenlyStems, 3, "丙"),
            (NumberFormat::EarthlyBranches, 12, "亥"),
            (NumberFormat::LowerLetter, 28, "bb"),
            (NumberFormat::UpperLetter, 1, "A"),
            (NumberFormat::LowerRoman, 14, "xiv"),
            (NumberFormat::UpperRoman, 1999, "MCMXCIX"),
            (NumberFormat::LowerRoman, 0, "0"),
            (NumberFormat::Nothing, 4, ""),
        ];
        for (format, number, written) in cases {
            assert_eq!(format.write(number), written, "{format:?} {number}");
        }
        for number in 0..10_000 {
            assert!(!NumberFormat::Chinese.write(number).is_empty());
        }
    }
}
