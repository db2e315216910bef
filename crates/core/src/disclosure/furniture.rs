//! Page furniture: what belongs to a page and not to the text, such as page numbers and line numbers.
//!
//! Only unambiguous furniture is removed from the text: `- 3 -`, `第3页 共9页`, and numbers that count several lines in a
//! row. A bare number on a line of its own may be a page number, an amount or a part of one, so it is left in the text and
//! never joined with the lines around it (see [`super::paragraph`]).

use super::character::{NormalizedChar, normalize_char};

/// How many lines in a row are counted where lines have numbers; fewer are a list.
const MIN_NUMBERED_LINES: usize = 5;

/// True for a line that is only a page number: `- 3 -`, `第3页 共9页`, `3/9`, `Page 3 of 9`.
pub fn is_page_number(line: &str) -> bool {
    // Longer lines are not worth normalizing.
    if line.len() > 60 {
        return false;
    }
    let text: String = line
        .chars()
        .filter_map(|c| match normalize_char(c) {
            NormalizedChar::Char(c) => Some(c.to_ascii_lowercase()),
            NormalizedChar::Space | NormalizedChar::Dropped => None,
        })
        .collect();
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '─' | '－' | '·' | '•' | '~' | '～' | '|');
    let inner = text.trim_start_matches(is_dash);
    if inner.len() < text.len() && inner.ends_with(is_dash) {
        return is_number(inner.trim_end_matches(is_dash));
    }
    if let Some(rest) = text.strip_prefix("page") {
        return rest.split("of").all(is_number);
    }
    if let Some((page, pages)) = text.trim_end_matches('页').split_once('/') {
        // 2023/12 is a date.
        let count = |text: &str| text.parse::<u32>().ok().filter(|_| is_number(text));
        return count(page).zip(count(pages)).is_some_and(|(page, pages)| page <= pages);
    }
    let mut parts = text.split_inclusive('页').map(|part| part.trim_start_matches([',', '/', '、', ';']));
    let says_page = |part: &str| {
        let number =
            part.strip_suffix('页').and_then(|part| part.strip_prefix(['第', '共']).or(part.strip_prefix("总共")));
        number.is_some_and(is_number)
    };
    !text.is_empty() && parts.all(says_page)
}

/// True for up to four digits and nothing else, which may be the number of a page.
pub fn is_bare_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// True for the number of a page, in digits or in Chinese numerals.
fn is_number(text: &str) -> bool {
    let is_chinese = (1..=15).contains(&text.len()) && text.chars().all(|c| "〇零一二三四五六七八九十百".contains(c));
    is_bare_number(text) || is_chinese
}

/// For each of the `lines` of a text, true where it begins with its number: one of several lines in a row that are counted.
pub fn numbered_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let mut numbered: Vec<bool> = Vec::new();
    let (mut run, mut last): (Vec<usize>, Option<usize>) = (Vec::new(), None);
    let close = |run: &mut Vec<usize>, numbered: &mut Vec<bool>| {
        if run.len() >= MIN_NUMBERED_LINES {
            run.iter().for_each(|&at| numbered[at] = true);
        }
        run.clear();
    };
    for (at, line) in lines.enumerate() {
        numbered.push(false);
        if line.trim().is_empty() {
            continue;
        }
        let number = line_number(line).and_then(|(number, _)| number.parse::<usize>().ok());
        if number.is_none() || last.is_some_and(|last| number != Some(last + 1)) {
            close(&mut run, &mut numbered);
        }
        run.extend(number.map(|_| at));
        last = number;
    }
    close(&mut run, &mut numbered);
    numbered
}

/// The number that a line begins with and the length of what precedes the text: the number with the spaces around it.
pub fn line_number(line: &str) -> Option<(&str, usize)> {
    let (number, rest) = leading_number(line.trim_start())?;
    rest.starts_with(char::is_whitespace).then_some((number, line.len() - rest.trim_start().len()))
}

/// True for text that begins with a short number and a space behind it, perhaps with a mark between them, like a numbered line.
pub fn begins_with_number_apart(text: &str) -> bool {
    leading_number(text).is_some_and(|(_, rest)| {
        rest.strip_prefix([':', '：', '.', '、', ')', '|']).unwrap_or(rest).starts_with([' ', '\t', '\u{3000}'])
    })
}

/// The up to four digits that `text` begins with, and what is behind them.
fn leading_number(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).take(5).count();
    (1..5).contains(&digits).then(|| text.split_at(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_says_what_it_is() {
        for line in [
            "- 3 -",
            "—12—",
            "－３－",
            "第3页",
            "第 3 页 共 9 页",
            "第三页",
            "第3页，共9页",
            "共9页 第3页",
            "3/9",
            "Page 3 of 9",
            "· 3 ·",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "-3", "3万元", "第3条", "- 3.5 -", "一、收入", "", "2023/12/31", "2023/12", "第页", "12345"]
        {
            assert!(!is_page_number(line), "{line}");
        }
    }

    #[test]
    fn line_numbers_count_lines_in_a_row() {
        let lines = ["标题", "41 收入5万元", "42 支出5万元", "", "43 其他", "44 结转", "45 合计", "完"];
        assert_eq!(numbered_lines(lines.into_iter()), [false, true, true, false, true, true, true, false]);
        let is_numbered = |lines: &[&str]| numbered_lines(lines.iter().copied()).contains(&true);
        assert!(!is_numbered(&["1.收入", "2.支出", "3.其他", "4.结转", "5.合计"]), "a list");
        assert!(!is_numbered(&["1 收入", "收入", "2 支出", "支出", "3 合计"]));
        assert_eq!(line_number("  12  收入"), Some(("12", 6)));
    }
}
