//! What a template left in a text: choices, placeholders, units without a number.

use crate::disclosure::Quote;

/// Two words of which a template leaves the choice.
const CHOICES: [(&str, &str); 5] =
    [("增加", "减少"), ("增长", "下降"), ("上升", "下降"), ("高于", "低于"), ("增", "减")];
/// How the second word follows the first: 增加（减少）, 增加/减少.
const CHOICE_MARKS: [(&str, &str); 4] = [("（", "）"), ("(", ")"), ("/", ""), ("／", "")];
/// What asks to be replaced.
const REQUESTS: [&str; 6] = ["请填写", "请在此", "待填", "待补充", "此处填写", "【】"];
/// Characters that stand for others where there are two of them or more.
const PLACEHOLDERS: [char; 9] = ['X', 'x', 'Ｘ', '×', '*', '＊', '○', '□', '_'];
/// Units that need a number.
const UNITS: [&str; 2] = ["万元", "亿元"];
/// What stands before a number: a unit behind it has lost its own.
const BEFORE_NUMBERS: [&str; 12] =
    ["预算数", "增加", "减少", "支出", "收入", "拨款", "经费", "费用", "合计", "共计", "为", "总额"];

/// What a template left in a text, in order.
///
/// ```
/// use mingbai_core::draft::leftovers;
///
/// let text = "公务接待费XX万元，比上年增加（减少）　万元。";
/// let found = leftovers(text).into_iter().map(|quote| &text[quote.range()]);
/// assert_eq!(found.collect::<Vec<_>>(), ["XX", "增加（减少）", "万元"]);
/// ```
pub fn leftovers(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = leftover_at(text, at);
        if let Some(length) = length {
            found.push(Quote { start: at, end: at + length, line });
        }
        let next = at + length.unwrap_or(c.len_utf8());
        line += text[at..next].matches('\n').count();
        at = next;
    }
    found
}

/// The length of the leftover that begins at a place.
fn leftover_at(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = (&text[..at], &text[at..]);
    choice(rest)
        .or_else(|| REQUESTS.iter().find(|request| rest.starts_with(**request)).map(|request| request.len()))
        .or_else(|| placeholder(before, rest))
        .or_else(|| unit_without_number(before, rest))
}

/// 增加（减少）, 减少/增加.
fn choice(rest: &str) -> Option<usize> {
    CHOICES.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).find_map(|(first, second)| {
        let behind = rest.strip_prefix(first)?;
        CHOICE_MARKS.iter().find_map(|(open, close)| {
            let end = behind.strip_prefix(open)?.strip_prefix(second)?.strip_prefix(close)?;
            Some(rest.len() - end.len())
        })
    })
}

/// XX, ××, 20XX, ○○. A single one may be meant, and so may letters of a Latin word.
fn placeholder(before: &str, rest: &str) -> Option<usize> {
    let run: usize = rest.chars().take_while(|c| PLACEHOLDERS.contains(c)).map(char::len_utf8).sum();
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let count = rest[..run].chars().count();
    (count >= 2 && !is_word(before.chars().next_back()) && !is_word(rest[run..].chars().next())).then_some(run)
}

/// 万元 behind words that a number follows, and no number.
fn unit_without_number(before: &str, rest: &str) -> Option<usize> {
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit))?;
    let words = before.trim_end_matches([' ', '\u{3000}', '\u{a0}', '_']);
    let is_choice_before = words.ends_with(['）', ')'])
        && CHOICES.iter().any(|(a, b)| {
            let inside = words.trim_end_matches(['）', ')']);
            inside.ends_with(a) || inside.ends_with(b)
        });
    (is_choice_before || BEFORE_NUMBERS.iter().any(|word| words.ends_with(word))).then_some(unit.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize)> {
        leftovers(text).into_iter().map(|quote| (&text[quote.range()], quote.line)).collect()
    }

    #[test]
    fn what_a_template_left_is_found_with_its_line() {
        assert_eq!(found("一\n较上年增加/减少××万元"), [("增加/减少", 2), ("××", 2)]);
        assert_eq!(found("20XX年部门预算\n\n【】收入预算数    万元"), [("XX", 1), ("【】", 3), ("万元", 3)]);
        assert_eq!(found("公务接待费____万元"), [("____", 1)]);
        assert_eq!(found("增长（下降）"), [("增长（下降）", 1)]);
    }

    #[test]
    fn what_is_meant_is_not_found() {
        let texts = [
            "收入预算2023年年初预算数4231.57万元，较上年增加318.46万元。",
            "单位：万元",
            "以万元为单位，金额均为万元",
            "增加了（含减少的）部分",
            "EXXON、5×7、一*二",
            "增加318.46万元（减少部分另计）",
        ];
        for text in texts {
            let expected: &[(&str, usize)] = if text.contains("均为") { &[("万元", 1)] } else { &[] };
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
