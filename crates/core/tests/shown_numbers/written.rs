//! Numbers as they are written, read independently of the parser: digits of any script, Chinese numerals, units.

use mingbai_core::amount::{Amount, AmountUnit};

/// A number as written. Its value is `digits` × 10^`exponent`, without zeros at either end of the digits; in 元, where
/// the number has a unit of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    is_negative: bool,
    digits: String,
    exponent: i32,
    has_unit: bool,
    /// The words behind the number.
    pub behind: String,
}

impl Written {
    fn new(is_negative: bool, digits: &str, exponent: i32) -> Written {
        let digits = digits.trim_start_matches('0');
        let short = digits.trim_end_matches('0');
        let exponent = if short.is_empty() { 0 } else { exponent + (digits.len() - short.len()) as i32 };
        let is_negative = is_negative && !short.is_empty();
        Written { is_negative, digits: short.to_owned(), exponent, has_unit: false, behind: String::new() }
    }

    fn of(amount: Amount) -> Written {
        let plain = amount.plain();
        let digits = plain.trim_start_matches('-');
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Written::new(plain.starts_with('-'), &digits.replace('.', ""), 4 - decimals as i32)
    }

    /// True where this number states `amount`. `unit` is that of a number without one.
    pub fn is(&self, amount: Amount, unit: AmountUnit) -> bool {
        let of = Written::of(amount);
        let moved = match unit {
            _ if self.has_unit || self.digits.is_empty() => 0,
            AmountUnit::Wan => 4,
            AmountUnit::Yuan => 0,
            AmountUnit::Yi => 8,
        };
        (self.is_negative, &self.digits, self.exponent + moved) == (of.is_negative, &of.digits, of.exponent)
    }

    /// True where this number is the count `n`.
    pub fn is_count(&self, n: u64) -> bool {
        let of = Written::new(false, &n.to_string(), 0);
        (self.is_negative, &self.digits, self.exponent) == (false, &of.digits, of.exponent)
    }
}

/// The value of a digit of any script that occurs in disclosures and their PDFs.
pub fn digit(c: char) -> Option<u32> {
    let zeros = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0];
    zeros.iter().find_map(|&zero| (c as u32).checked_sub(zero).filter(|n| *n < 10))
}

/// The value of a Chinese digit, also in the form for accounts.
pub fn chinese_digit(c: char) -> Option<u32> {
    let forms = ["零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
    forms.iter().position(|form| form.contains(c)).map(|n| n as u32)
}

/// The power of ten of a Chinese multiplier.
fn multiplier(c: char) -> Option<i32> {
    let forms = [("十拾", 1), ("百佰", 2), ("千仟", 3), ("万萬", 4), ("亿億", 8)];
    forms.iter().find(|(form, _)| form.contains(c)).map(|(_, n)| *n)
}

/// True for a mark that can stand for a decimal point.
pub fn is_mark(c: char) -> bool {
    ".。．｡·・•:：;；!！、,，‚'’‘\"”“`´".contains(c)
}

/// True for the marks that end a line.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The words without line breaks and the spaces around them.
pub fn without_line_breaks(words: &str) -> String {
    words.split(is_line_end).map(str::trim).collect()
}

/// The words as they stand, and without lines that may be furniture in the middle of them.
pub fn without_furniture(words: &str) -> Vec<String> {
    let lines: Vec<&str> = words.split(is_line_end).map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut candidates = vec![lines.concat()];
    for from in 1..lines.len().min(12) {
        for to in from + 1..lines.len().min(12) {
            candidates.push([&lines[..from], &lines[to..]].concat().concat());
        }
    }
    if lines.len() > 1 {
        // The lines of the text are numbered, or have borders.
        let without = |before: fn(char) -> bool| {
            let bare = lines[1..].iter().map(|line| line.trim_start_matches(before).trim_start());
            lines[..1].iter().copied().chain(bare).collect::<String>()
        };
        candidates.push(without(|c| c.is_ascii_digit()));
        candidates.push(without(|c| matches!(c, '>' | '|' | '│')));
    }
    candidates
}

/// One spelling: half width, no invisible characters, no quotation marks around a number.
fn folded(words: &str) -> Vec<char> {
    let fold = |c: char| match c {
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => None,
        '\u{fe00}'..='\u{fe0f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}' => None,
        '\u{e0000}'..='\u{e0fff}' => None,
        // The radical that PDFs have for 人.
        '⼈' => Some('人'),
        _ if digit(c).is_some() => digit(c).and_then(|n| char::from_digit(n, 10)),
        '－' | '−' | '﹣' => Some('-'),
        '﹒' | '․' => Some('.'),
        '﹐' => Some(','),
        '！'..='～' => char::from_u32(c as u32 - 0xfee0),
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    };
    let all: Vec<char> = words.chars().filter_map(fold).collect();
    let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    let kept = |at: usize| {
        let between = at > 0 && is_digit(all.get(at - 1)) && is_digit(all.get(at + 1));
        let space_between = all[at] == ' ' && {
            let next = all[at..].iter().find(|c| **c != ' ');
            at > 0 && is_digit(all[..at].iter().rfind(|c| **c != ' ')) && is_digit(next)
        };
        match all[at] {
            ' ' => space_between,
            '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '『' | '』' => between,
            _ => true,
        }
    };
    (0..all.len()).filter(|&at| kept(at)).map(|at| all[at]).collect()
}

/// The readings of words that are nothing but a number with its unit.
pub fn readings(words: &str) -> Vec<Written> {
    let candidates = without_furniture(words);
    let mut found: Vec<Written> = candidates.iter().filter_map(|candidate| whole(&folded(candidate))).collect();
    found.dedup();
    found
}

/// Words that are nothing but a number, its unit, and a word which says that it is not exact.
fn whole(chars: &[char]) -> Option<Written> {
    let text: String = chars.iter().collect();
    let mut text = text.as_str();
    for word in ["约", "近", "不超过", "超过", "暂定", "上限"] {
        text = text.strip_prefix(word).unwrap_or(text);
    }
    for word in ["左右", "上下", "以内", "以上", "以下", "(上限)", "(暂定)", "?"] {
        text = text.strip_suffix(word).unwrap_or(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let (is_negative, from) = if matches!(chars.first(), Some('-' | '负')) { (true, 1) } else { (false, 0) };
    let mut number = number_at(&chars, from)?;
    number.is_negative = is_negative && !number.digits.is_empty();
    number.behind.is_empty().then_some(number)
}

/// The numbers in words, each with its unit and what stands behind it.
pub fn numbers(words: &str) -> impl Iterator<Item = Written> {
    let chars = folded(&without_line_breaks(words));
    let starts = move |at: usize| {
        let begins = |c: char| c.is_ascii_digit() || chinese_digit(c).is_some() || c == '十';
        let first = begins(chars[at]) && (at == 0 || !(begins(chars[at - 1]) || ".,".contains(chars[at - 1])));
        if first { number_at(&chars, at) } else { None }
    };
    let len = folded(&without_line_breaks(words)).len();
    (0..len).filter_map(starts)
}

/// The number at `from`: digits or numerals, multipliers, a unit.
fn number_at(chars: &[char], from: usize) -> Option<Written> {
    let (mut value, mut at) = match chars.get(from)? {
        c if c.is_ascii_digit() => arabic(chars, from)?,
        _ => chinese(chars, from)?,
    };
    while let Some(power) = chars.get(at).copied().and_then(multiplier) {
        value.exponent += if value.digits.is_empty() { 0 } else { power };
        value.has_unit |= power >= 4 && !chars[at + 1..].first().is_some_and(|c| "人名辆个台".contains(*c));
        at += 1;
    }
    if matches!(chars.get(at), Some('元' | '圆')) {
        value.has_unit = true;
        at += 1;
    }
    value.behind = chars[at..].iter().collect();
    Some(value)
}

/// A number in digits, with well-formed groups of thousands.
fn arabic(chars: &[char], from: usize) -> Option<(Written, usize)> {
    let run = chars[from..].iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count();
    let text: String = chars[from..from + run].iter().collect();
    let text = text.trim_end_matches(['.', ',']);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = first.len() <= 3 && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    if decimals.contains(['.', ',']) || whole.contains(',') && !grouped {
        return None;
    }
    let digits = whole.replace(',', "") + decimals;
    Some((Written::new(false, &digits, -(decimals.len() as i32)), from + text.len()))
}

/// A number in Chinese numerals: 一千六百七十五点八二, 两百, 二三.
fn chinese(chars: &[char], from: usize) -> Option<(Written, usize)> {
    let (mut total, mut section, mut current): (i128, i128, Option<i128>) = (0, 0, None);
    let (mut at, mut decimals) = (from, 0);
    let mut mantissa = None;
    while let Some(&c) = chars.get(at) {
        if let Some(n) = chinese_digit(c) {
            let n = i128::from(n);
            match &mut mantissa {
                Some(mantissa) => {
                    *mantissa = i128::checked_mul(*mantissa, 10)?.checked_add(n)?;
                    decimals += 1;
                }
                None => current = Some(current.unwrap_or(0).checked_mul(10)?.checked_add(n)?),
            }
        } else if c == '点' && mantissa.is_none() {
            mantissa = Some(total + section + current.unwrap_or(0));
        } else if let Some(power) = multiplier(c).filter(|_| mantissa.is_none()) {
            let factor = 10i128.pow(power as u32);
            if power >= 4 {
                let last = chars.get(at + 1).is_none_or(|next| chinese_digit(*next).is_none() && *next != '千');
                if last {
                    break; // The multiplier of the unit: 万元.
                }
                total = (total + section + current.take().unwrap_or(0)).checked_mul(factor)?;
                section = 0;
            } else {
                section = section.checked_add(current.take().unwrap_or(1).checked_mul(factor)?)?;
            }
        } else {
            break;
        }
        at += 1;
    }
    let value = mantissa.unwrap_or(total + section + current.unwrap_or(0));
    (at > from).then(|| (Written::new(false, &value.to_string(), -decimals), at))
}
