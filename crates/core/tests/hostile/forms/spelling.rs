//! Scanning errors, other digits, numerals in words, compatibility characters, invisible characters.

use super::{listed, number, written};
use crate::hostile::base::Base;
use crate::hostile::compatibility::{INVISIBLE, SPACES, digits_in_other_forms};
use crate::hostile::edit::Edit;
use crate::hostile::variant::Form;

/// Digits and what scanners read for them.
const SCANNED: [(char, &str); 10] = [
    ('0', "OoD口"),
    ('1', "lIi|丨"),
    ('2', "Zz"),
    ('3', "з"),
    ('4', "A"),
    ('5', "Ss"),
    ('6', "bб"),
    ('7', "?"),
    ('8', "B&"),
    ('9', "gq"),
];
/// Signs for a digit that was lost.
const LOST: [&str; 9] = ["□", "■", "\u{fffd}", "?", "*", "#", "×", "_", "…"];

/// Scanning errors: the number is listed.
pub fn forms(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    let mut forms = Vec::new();
    // Where the only digit is lost, there is nothing left to list.
    let several = digits.chars().filter(char::is_ascii_digit).count() > 1;
    for (place, c) in digits.char_indices().filter(|_| several) {
        let replace = |what: &str| format!("{}{what}{}{unit}", &digits[..place], &digits[place + c.len_utf8()..]);
        let scanned = SCANNED.iter().filter(|(digit, _)| *digit == c).flat_map(|(_, forms)| forms.chars());
        for form in scanned {
            forms.push(listed(written("22 scanning error", figure, "scanned", replace(&form.to_string())), at));
        }
        if c.is_ascii_digit() {
            for lost in LOST {
                forms.push(listed(written("22 scanning error", figure, "lost digit", replace(lost)), at));
            }
        }
    }
    let unit_forms = ["方元", "力元", "万无", "万兀", "万 元", "萬元", "万圆", "万元元", "万元万元"];
    for form in unit_forms.iter().filter(|_| unit.trim() == "万元") {
        forms.push(written("22 scanning error", figure, "unit", format!("{digits}{form}")));
    }
    forms
}

/// Digits of other scripts and numerals in words: read, or listed.
pub fn numerals(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure).filter(|(digits, _)| !digits.contains(',')) else {
        return Vec::new();
    };
    let mut forms: Vec<Form> = Vec::new();
    for form in digits_in_other_forms(digits) {
        let class = "15 compatibility character";
        forms.push(written(class, figure, "digits", format!("{form}{unit}")));
        forms.push(written(class, figure, "digits and point", format!("{}{unit}", form.replace('.', "．"))));
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let by_digit = |text: &str, of: &str| -> String {
        text.chars().filter_map(|c| of.chars().nth(c.to_digit(10)? as usize)).collect()
    };
    for names in ["零一二三四五六七八九", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"]
    {
        let point = if decimals.is_empty() { "" } else { "点" };
        let accounts = names.contains('壹');
        let words = format!("{}{point}{}", in_words(whole, names, accounts), by_digit(decimals, names));
        forms.push(written("16 numeral", figure, "in words", format!("{words}{unit}")));
        let words = format!("{}{point}{}", by_digit(whole, names), by_digit(decimals, names));
        forms.push(written("16 numeral", figure, "digit by digit", format!("{words}{unit}")));
    }
    if let Some(hundreds) = digits.strip_suffix("00") {
        forms.push(written("16 numeral", figure, "hundreds", format!("{hundreds}百{unit}")));
    }
    forms
}

/// A whole number in words: 一千六百七十五.
fn in_words(whole: &str, names: &str, accounts: bool) -> String {
    let units = if accounts {
        ["", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿"]
    } else {
        ["", "十", "百", "千", "万", "十", "百", "千", "亿"]
    };
    let mut words = String::new();
    let mut zero = false;
    for (at, c) in whole.char_indices() {
        let power = whole.len() - 1 - at;
        match c.to_digit(10).unwrap_or(0) {
            0 => {
                zero = true;
                if matches!(power, 4 | 8) {
                    words.push_str(units[power]);
                    zero = false;
                }
            }
            n => {
                let zero_name = names.chars().next().unwrap_or('零');
                if zero && !words.is_empty() {
                    words.push(zero_name);
                }
                zero = false;
                words.extend(names.chars().nth(n as usize));
                words.push_str(units.get(power).copied().unwrap_or(""));
            }
        }
    }
    if words.is_empty() { names.chars().take(1).collect() } else { words }
}

/// Invisible characters and spaces in and around a number and its clause: read through, or listed.
pub fn invisible(base: &Base, at: usize) -> Vec<Form> {
    let figure = &base.stated[at];
    let Some((digits, unit)) = number(base, figure) else { return Vec::new() };
    let mut forms = Vec::new();
    let whole = format!("{digits}{unit}");
    let places = [
        0,
        1,
        digits.find('.').map_or(0, |point| point + 1),
        digits.len(),
        digits.len() + unit.chars().next().map_or(0, char::len_utf8),
    ];
    for place in places.into_iter().filter(|&place| whole.is_char_boundary(place)) {
        for c in INVISIBLE.iter().chain(&SPACES) {
            let with = format!("{}{c}{}", &whole[..place], &whole[place..]);
            forms.push(written("21 invisible character", figure, "in the number", with));
        }
    }
    let clause = &base.text[figure.clause.clone()];
    for c in INVISIBLE.iter().chain(&SPACES[1..]) {
        let every = clause.char_indices().skip(1).filter(|(_, next)| !next.is_ascii_digit() && *next != '.');
        let edits = every.map(|(at, _)| Edit::insert(figure.clause.start + at, c.to_string(), &[])).collect();
        forms.push(Form::new("21 invisible character", format!("{c:?} in every word of the clause"), edits));
    }
    forms
}

#[test]
fn numbers_in_words() {
    let names = "零一二三四五六七八九";
    assert_eq!(in_words("1675", names, false), "一千六百七十五");
    assert_eq!(in_words("200", names, false), "二百");
    assert_eq!(in_words("10203", names, false), "一万零二百零三");
    assert_eq!(in_words("33272398", names, false), "三千三百二十七万二千三百九十八");
    assert_eq!(in_words("57", "零壹贰叁肆伍陆柒捌玖", true), "伍拾柒");
}
