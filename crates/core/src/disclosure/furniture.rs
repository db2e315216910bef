//! Page furniture: what belongs to a page and not to the text, such as page numbers and line numbers.
//!
//! Only unambiguous furniture is removed from the text: `- 3 -`, `第3页 共9页`, running heads, numbers that count several
//! lines in a row, and borders or quotation marks before several lines. A bare number on a line of its own may be a
//! page number, an amount or a part of one, so it is left in the text and never joined with the lines around it (see
//! [`super::paragraph`]).

use super::character::{normalized_chars, normalized_line};
use super::running_head::RunningHeads;

/// How many lines in a row are counted where lines have numbers; fewer are a list.
const MIN_NUMBERED_LINES: usize = 5;

/// How many lines begin with a border where it is one; fewer may be anything else.
const MIN_BORDERED_LINES: usize = 3;

/// For each of the lines of a text, how many of its first bytes are furniture: none, a number or border before it, or
/// the whole line.
pub fn of_lines(lines: &[&str]) -> Vec<usize> {
    let heads = RunningHeads::new(lines.iter().copied());
    let numbered = numbered_lines(lines.iter().copied());
    let has_borders = lines.iter().filter(|line| border_len(line) > 0).count() >= MIN_BORDERED_LINES;
    let mut lens = Vec::with_capacity(numbered.len());
    let mut above = "";
    for (at, (line, is_numbered)) in lines.iter().zip(numbered).enumerate() {
        let number = if is_numbered { line_number(line).map_or(0, |(_, len)| len) } else { 0 };
        let before = if has_borders { border_len(line).max(number) } else { number };
        let is_head = || heads.as_ref().is_some_and(|heads| heads.contain(at, &line[before..], above));
        lens.push(if is_page_number(&line[before..]) || is_head() { line.len() } else { before });
        if !line.trim().is_empty() {
            above = &line[before..];
        }
    }
    lens
}

/// The length of the border that a line begins with, with the spaces around it: the mark of quoted mail (`> `), or a
/// bar. A line with more bars is the row of a table.
fn border_len(line: &str) -> usize {
    let text = line.trim_start();
    let is_bar = |c: char| matches!(c, '|' | '│' | '┃' | '▏');
    let rest = match text.trim_start_matches('>') {
        rest if rest.len() < text.len() => rest,
        _ => text.strip_prefix(is_bar).filter(|rest| !rest.contains(is_bar)).unwrap_or(text),
    };
    if rest.len() < text.len() { line.len() - rest.trim_start().len() } else { 0 }
}

/// True for a line that is only a page number: `- 3 -`, `第3页 共9页`, `3/9`, `Page 3 of 9`.
fn is_page_number(line: &str) -> bool {
    // Most lines are longer, or do not end like a page number: they are not worth normalizing.
    let may_end = |c: char| c == '页' || is_dash(c) || is_page_digit(c);
    if line.len() > 60 || !normalized_chars(line).next_back().is_some_and(may_end) {
        return false;
    }
    let text = normalized_line(line).to_ascii_lowercase();
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

/// True for a mark that may stand on both sides of a page number.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '―' | '─' | '－' | '·' | '•' | '~' | '～' | '|')
}

/// True for a digit of a page number, in digits or in Chinese numerals.
fn is_page_digit(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// True for up to four digits and nothing else, which may be the number of a page.
pub fn is_bare_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// True for the number of a page, in digits or in Chinese numerals.
fn is_number(text: &str) -> bool {
    let is_chinese = (1..=15).contains(&text.len()) && text.chars().all(|c| !c.is_ascii() && is_page_digit(c));
    is_bare_number(text) || is_chinese
}

/// For each of the `lines` of a text, true where it begins with its number: one of several lines in a row that are
/// counted.
fn numbered_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<bool> {
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
fn line_number(line: &str) -> Option<(&str, usize)> {
    let (number, rest) = leading_number(line.trim_start())?;
    rest.starts_with(char::is_whitespace).then_some((number, line.len() - rest.trim_start().len()))
}

/// True for text that begins with a short number and a space behind it, perhaps with a mark between them, like a
/// numbered line.
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
    use super::super::text_lines::text_lines;
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
    fn borders_and_heads_are_furniture_and_tables_are_not() {
        let kept = |source: &str| -> Vec<String> {
            let lines: Vec<&str> = text_lines(source).collect();
            lines
                .iter()
                .zip(of_lines(&lines))
                .map(|(line, furniture)| line[furniture..].trim_end().to_owned())
                .collect()
        };
        assert_eq!(kept("> 收入5\n> 万元\n>> 支出\n其他"), ["收入5", "万元", "支出", "其他"]);
        assert_eq!(kept("| 收入5\n│万元\n| 支出"), ["收入5", "万元", "支出"]);
        assert_eq!(kept("> 收入5\n支出"), ["> 收入5", "支出"], "one is no border");
        assert_eq!(kept("| 收入 | 5 |\n| 支出 | 6 |\n| 其他 | 7 |")[0], "| 收入 | 5 |");
        let text = "某单位\n2023年部门预算情况说明\n一、收入5\n2023年部门预算情况说明\n- 3 -\n万元";
        assert_eq!(kept(text), ["某单位", "2023年部门预算情况说明", "一、收入5", "", "", "万元"]);
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
