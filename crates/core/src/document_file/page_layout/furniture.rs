//! What stands on pages and is not part of the text: running heads, page numbers, footnotes.

use super::super::file_text::{LeftOut, LeftOutReason};
use super::lines::Line;
use std::collections::HashMap;

/// The part of a page, from its top and from its bottom, in which running heads and page numbers stand.
const MARGIN: f64 = 0.14;
/// A line of this part of the text's size or less may be a footnote at the foot of a page, and is a running head at its
/// top.
const SMALL_SIZE: f64 = 0.87;

/// Takes running heads, page numbers and footnotes out of the pages. What repeats is listed once.
pub fn take_out(pages: &mut [Vec<Line>]) -> Vec<LeftOut> {
    let mut left_out: Vec<LeftOut> = Vec::new();
    let repeated = repeated_heads(pages);
    let page_count = pages.len();
    let text_size = usual_size(pages);
    for (at, lines) in pages.iter_mut().enumerate() {
        let mut taken: Vec<Line> = Vec::new();
        for is_top in [true, false] {
            while let Some(line) = if is_top { lines.first() } else { lines.last() } {
                let is_small_head = is_top && line.size <= SMALL_SIZE * text_size;
                let has_page_number = || {
                    is_page_number(&line.text, at + 1)
                        || line.text.split('\t').any(|cell| says_page_number(cell, page_count))
                };
                let is_furniture = is_in_margin(line, is_top)
                    && (is_small_head || repeated.contains_key(&key(line)) || has_page_number());
                if !is_furniture {
                    break;
                }
                taken.push(if is_top { lines.remove(0) } else { lines.remove(lines.len() - 1) });
            }
        }
        for line in taken {
            let listed = left_out
                .iter()
                .any(|other| other.reason == LeftOutReason::RunningHead && pattern(&other.text) == pattern(&line.text));
            if !listed {
                left_out.push(LeftOut { reason: LeftOutReason::RunningHead, text: line.text });
            }
        }
        let notes = footnotes(lines, text_size);
        if !notes.is_empty() {
            left_out.push(LeftOut { reason: LeftOutReason::Footnote, text: notes.join("\n") });
        }
    }
    left_out
}

/// What a line is recognised by on another page: its text with all numbers alike, and its height.
fn key(line: &Line) -> (String, i64) {
    (pattern(&line.text), (line.baseline / 4.0).round() as i64)
}

/// A text with all numbers alike: those of pages differ.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if !(c == '0' && pattern.ends_with('0')) {
            pattern.push(c);
        }
    }
    pattern
}

/// The lines in the margins that stand on more than one page, and on half of them at least.
fn repeated_heads(pages: &[Vec<Line>]) -> HashMap<(String, i64), usize> {
    let mut counts: HashMap<(String, i64), usize> = HashMap::new();
    for lines in pages {
        let mut keys: Vec<_> = lines
            .iter()
            .filter(|line| is_in_margin(line, true) || is_in_margin(line, false))
            // A row of numbers is a row of a table, and may be alike on two pages.
            .filter(|line| !line.is_row() || line.text.chars().any(char::is_alphabetic))
            .map(key)
            .collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= 2 && *count * 2 >= pages.len());
    counts
}

fn is_in_margin(line: &Line, is_top: bool) -> bool {
    let part = line.baseline / line.page_height;
    if is_top { part <= MARGIN } else { part >= 1.0 - MARGIN }
}

/// True for `- 3 -`, and for the page's number alone.
fn is_page_number(text: &str, page: usize) -> bool {
    let text = without_spaces(text);
    let bare = text.trim_matches(['-', '—', '–', '－', '―', '~', '·']);
    is_number(bare) && (bare.len() < text.len() || bare.parse() == Ok(page))
}

/// True for `第 3 页`, `第 3 页 共 9 页`, `3 / 9`.
fn says_page_number(text: &str, pages: usize) -> bool {
    let text = without_spaces(text);
    let named = |text: &str| text.strip_prefix('第').and_then(|text| text.strip_suffix('页')).is_some_and(is_number);
    let Some((first, second)) = text.split_once('/').or_else(|| text.split_once('共')) else { return named(&text) };
    let digits = |text: &str| text.trim_matches(['第', '页', '共', ',', '，']).to_owned();
    is_number(&digits(first)) && digits(second).parse() == Ok(pages)
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The size that most of the text has.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for line in pages.iter().flatten() {
        *counts.entry((line.size * 4.0).round() as i64).or_default() += line.text.chars().count();
    }
    let usual = counts.into_iter().max_by_key(|(size, count)| (*count, *size)).map_or(0, |(size, _)| size);
    usual as f64 / 4.0
}

/// Takes the footnotes out of a page: its last lines, smaller than the text, from one on that begins with a mark.
fn footnotes(lines: &mut Vec<Line>, text_size: f64) -> Vec<String> {
    let small = lines.iter().rev().take_while(|line| line.size <= SMALL_SIZE * text_size && !line.is_row()).count();
    let from = lines.len() - small;
    let first = lines[from..].iter().position(|line| is_note_mark(&line.text));
    match first {
        // A page of small lines only has no text that a note belongs to.
        Some(first) if from > 0 => lines.split_off(from + first).into_iter().map(|line| line.text).collect(),
        _ => Vec::new(),
    }
}

/// True if a line begins like a footnote: `①`, `[1]`, `1`, `*`, `¹`, `注`.
fn is_note_mark(text: &str) -> bool {
    let text = text.trim_start();
    let first = text.chars().next().unwrap_or_default();
    matches!(first, '①'..='⑳' | '*' | '＊' | '※' | '†' | '注' | '¹' | '²' | '³' | '⁴'..='⁹' | '[' | '［')
}

#[cfg(test)]
mod tests {
    use super::super::placed::page;
    use super::super::tests::read;
    use super::*;

    #[test]
    fn running_heads_and_page_numbers_are_taken_out_and_listed_once() {
        let pages = (1..=3).map(|number| {
            let foot = format!("- {number} -");
            let lines = [
                ("某局部门预算", 240.0, 50.0, 9.0),
                ("某局负责全区的工作，支出较多，用于日常工作和", 90.0, 280.0, 12.0),
                ("项目。", 90.0, 300.0, 12.0),
                (&foot, 280.0, 760.0, 9.0),
            ];
            page(&lines)
        });
        let (text, left_out) = read(pages.collect());
        assert_eq!(text.lines().count(), 3, "{text}");
        let heads =
            [(LeftOutReason::RunningHead, "某局部门预算".to_owned()), (LeftOutReason::RunningHead, "- 1 -".to_owned())];
        assert_eq!(left_out, heads);
    }

    #[test]
    fn a_number_of_the_text_is_not_a_page_number() {
        let is_either = |text: &str| is_page_number(text, 3) || says_page_number(text, 9);
        for text in ["- 3 -", "- 4 -", "3", "第 3 页", "第3页 共9页", "3/9"] {
            assert!(is_either(text), "{text}");
        }
        for text in ["4", "57.00", "2023/12", "第三部分", "3万元", "-", "共 3 个"] {
            assert!(!is_either(text), "{text}");
        }
        // The last row of a table's page.
        let rows = [("基本支出", 90.0, 400.0, 12.0), ("出国人数", 90.0, 760.0, 12.0), ("1", 400.0, 760.0, 12.0)];
        assert_eq!(read(vec![page(&rows)]).0, "基本支出\n出国人数\t1\n");
        // In the middle of a page nothing is furniture.
        let (text, left_out) = read(vec![page(&[("1", 90.0, 400.0, 12.0), ("收入", 90.0, 420.0, 12.0)])]);
        assert!(text.contains('1') && left_out.is_empty(), "{text}");
    }

    #[test]
    fn footnotes_are_listed_and_not_read_as_text() {
        let lines = [
            ("基本支出57.00万元。", 90.0, 300.0, 12.0),
            ("① 含上年结转", 90.0, 700.0, 9.0),
            ("5万元。", 90.0, 712.0, 9.0),
        ];
        let (text, left_out) = read(vec![page(&lines)]);
        assert_eq!(text, "基本支出57.00万元。\n");
        assert_eq!(left_out, [(LeftOutReason::Footnote, "① 含上年结转\n5万元。".to_owned())]);
    }
}
