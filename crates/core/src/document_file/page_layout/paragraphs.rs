//! Lines of one paragraph as one line.

use super::lines::Line;

/// How far a line's end may be from the right edge beside the word that did not fit, in sizes of the font.
const RAGGED: f64 = 1.2;
/// The width of a digit, in sizes of the font, and a little.
const DIGIT: f64 = 0.65;
/// From this indent on, a line begins a paragraph, in sizes of the font.
const INDENT: f64 = 0.8;
/// From this part of the usual distance on, two lines are in two paragraphs.
const WIDE: f64 = 1.35;
/// How much sizes of one paragraph differ at most.
const SAME_SIZE: f64 = 0.1;

/// The text of pages, a paragraph on each line.
pub fn text_of(pages: &[Vec<Line>]) -> String {
    let mut text = String::new();
    let mut before: Option<(&Line, bool)> = None;
    for lines in pages {
        let edges = Edges::of(lines);
        for (at, line) in lines.iter().enumerate() {
            match before {
                Some((before, is_full)) if is_full && goes_on(before, line, at > 0, &edges) => {
                    text.push_str(between(&text, &line.text, edges.has_no_room(before)));
                }
                Some(_) => text.push('\n'),
                None => {}
            }
            text.push_str(&line.text);
            before = Some((line, edges.is_full(line, lines.get(at + 1))));
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Where the lines of a page begin and end, and how far they are apart.
struct Edges {
    left: f64,
    right: f64,
    distance: f64,
}

impl Edges {
    fn of(lines: &[Line]) -> Edges {
        let text = || lines.iter().filter(|line| !line.is_row());
        let left = text().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = text().map(|line| line.right).fold(0.0, f64::max);
        let mut distances: Vec<f64> = lines
            .windows(2)
            .map(|pair| (pair[1].baseline - pair[0].baseline) / pair[1].size)
            .filter(|distance| *distance > 0.5)
            .collect();
        distances.sort_by(f64::total_cmp);
        // Most lines of a page are inside of paragraphs, but not where paragraphs are short.
        let distance = distances.get(distances.len() / 4).copied().unwrap_or(f64::INFINITY);
        Edges { left, right, distance }
    }

    /// True if not even a digit would have fitted behind the line.
    fn has_no_room(&self, line: &Line) -> bool {
        self.right - line.right < DIGIT * line.size
    }

    /// True if the line ends where the first word of the next did not fit.
    fn is_full(&self, line: &Line, next: Option<&Line>) -> bool {
        let next_word = next.map_or(line.size * 4.0, |next| next.first_word.max(next.size));
        self.right - line.right < next_word + RAGGED * line.size
    }
}

/// True if a line goes on with the paragraph of the one before it, which ends at the right edge.
fn goes_on(before: &Line, line: &Line, is_same_page: bool, edges: &Edges) -> bool {
    let same_size = (before.size - line.size).abs() <= SAME_SIZE * before.size;
    let distance = (line.baseline - before.baseline) / line.size;
    let is_near = !is_same_page || distance > 0.0 && distance <= WIDE * edges.distance;
    let is_indented = line.left > edges.left + INDENT * line.size;
    let begins = ends_sentence(&before.text) && begins_with_number(&line.text);
    same_size && is_near && !is_indented && !begins && !before.is_row() && !line.is_row()
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '；', '：', ';', ':', '！', '？', '.'])
}

/// True for `一、`, `（一）`, `1.`, `第一部分`.
fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(', '第']);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    behind.len() < text.len() && behind.starts_with(['、', '）', ')', '.', '．', '部', '章', '节'])
}

/// What stands between two lines of a paragraph. Chinese goes on; Latin words do not grow together. Whether two numbers
/// are one is, unless their digits say so, for whoever reads the text to decide, as of any text with wrapped lines.
fn between(text: &str, next: &str, has_no_room: bool) -> &'static str {
    let last = text.chars().next_back().unwrap_or_default();
    let first = next.chars().next().unwrap_or_default();
    if is_numeric(last) && is_numeric(first) {
        if has_no_room && is_one_number(text, next) { "" } else { "\n" }
    } else if last.is_ascii_alphabetic() && first.is_ascii_alphanumeric() {
        " "
    } else {
        ""
    }
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// True if a line broke within a number: one half ends or begins with its point, or lacks a digit that the other has.
fn is_one_number(text: &str, next: &str) -> bool {
    let start = text.trim_end_matches(is_numeric).len();
    let (first, second) = (&text[start..], &next[..next.len() - next.trim_start_matches(is_numeric).len()]);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if first.ends_with('.') || second.starts_with('.') {
        return (first.matches('.').count() + second.matches('.').count()) == 1 && first != "." && second != ".";
    }
    if let Some((_, decimals)) = first.rsplit_once('.') {
        // Amounts have two digits behind the point.
        return decimals.len() == 1 && second.len() == 1;
    }
    match first.rsplit_once(',') {
        Some((_, group)) => group.len() < 3 && group.len() + digits(second) == 3,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::placed::page;
    use super::super::tests::read;

    #[test]
    fn lines_of_a_paragraph_become_one_also_across_pages() {
        let first = page(&[
            ("一、收入预算", 114.0, 100.0, 12.0),
            ("收入预算为一千万元，比上年有所增加，主要", 114.0, 120.0, 12.0),
            ("是工资增加，以及新的项目需要更多的资金，其中", 90.0, 140.0, 12.0),
        ]);
        let second = page(&[("项目较多。", 90.0, 100.0, 12.0), ("二、支出预算", 114.0, 120.0, 12.0)]);
        let (text, _) = read(vec![first, second]);
        let paragraph =
            "收入预算为一千万元，比上年有所增加，主要是工资增加，以及新的项目需要更多的资金，其中项目较多。";
        assert_eq!(text, format!("一、收入预算\n{paragraph}\n二、支出预算\n"));
    }

    #[test]
    fn paragraphs_without_indent_are_told_apart_by_their_distance_and_end() {
        let lines = [
            ("收入预算为一千万元，比上年有所增加，主要是", 90.0, 100.0, 12.0),
            ("工资增加。", 90.0, 115.0, 12.0),
            ("支出预算为一千万元，比上年有所增加，主要是", 90.0, 140.0, 12.0),
            ("工资增加，还有新的项目需要更多的资金来办理。", 90.0, 155.0, 12.0),
            ("三、其他各项情况的说明，包括车辆与设备等等。", 90.0, 170.0, 12.0),
        ];
        let (text, _) = read(vec![page(&lines)]);
        assert_eq!(text.lines().count(), 3, "{text}");
    }

    #[test]
    fn a_number_that_did_not_fit_leaves_a_gap_and_two_numbers_stay_two() {
        let lines = [
            ("收入预算为一千万元，比上年有所增加，主要是", 90.0, 100.0, 12.0),
            ("基本支出的年初预算数为一共", 90.0, 115.0, 12.0),
            ("1234567890123.45万元，其中工资福利等等支出一", 90.0, 130.0, 12.0),
            ("部分，合计", 90.0, 145.0, 12.0),
        ];
        let (text, _) = read(vec![page(&lines)]);
        assert_eq!(text.lines().count(), 1, "{text}");
        assert_eq!(super::between("annual", "budget", true), " ");
    }

    #[test]
    fn a_number_that_broke_is_one_only_where_its_digits_say_so() {
        for (first, second) in
            [("4231", ".57万元"), ("4231.", "57万元"), ("318.2", "0 万元"), ("4,2", "31.57"), ("4,", "231.57")]
        {
            assert_eq!(super::between(first, second, true), "", "{first} {second}");
            // There was room for the next digit: the line did not break within a number.
            assert_eq!(super::between(first, second, false), "\n", "{first} {second}");
        }
        for (first, second) in [("2023", "4231.57"), ("42", "31.57"), ("318.20", "0"), ("318.2", "05"), ("1.5", ".2")] {
            assert_eq!(super::between(first, second, true), "\n", "{first} {second}");
        }
    }
}
