//! Clauses: the pieces of a paragraph between marks, and where one ends without a mark.

use super::comparison;
use super::lexicon;
use super::normalization::Normal;
use super::number::{self, Measure};
use std::ops::Range;

/// A clause: a range of the normal text with the marks round it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Without the marks.
    pub range: Range<usize>,
    /// The mark before it: `,` `;` `。` `:` `、`, or a space where there is none.
    pub before: char,
    /// The mark behind it, likewise; None where the paragraph ends without one.
    pub after: Option<char>,
}

/// Cuts `range` into clauses. Brackets stay whole; 、 cuts only behind an amount or a count.
pub fn split(normal: &Normal, range: Range<usize>) -> Vec<Clause> {
    let text = &normal.text;
    let brackets = brackets(&text[range.clone()], range.start);
    let mut next_bracket = 0;
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut start, mut before) = (range.start, ' ');
    let mut measured_end = usize::MAX; // where the number and unit just read end
    let mut at = range.start;
    let mut push = |from: usize, to: usize, before: char, after: Option<char>| {
        if from < to {
            clauses.push(Clause { range: from..to, before, after });
        }
    };
    while at < range.end {
        let Some(c) = text[at..range.end].chars().next() else { break };
        if c.is_ascii_digit() {
            let number = number::number_at(normal, at);
            let end = number.range.end.min(range.end);
            let (measure, len) = number::measure_at(text, end);
            at = end + if end + len <= range.end { len } else { 0 };
            if !matches!(measure, Measure::Percent) {
                measured_end = at;
            }
            continue;
        }
        let next = at + c.len_utf8();
        match c {
            '(' => {
                while brackets.get(next_bracket).is_some_and(|bracket| bracket.start < at) {
                    next_bracket += 1;
                }
                let whole = brackets.get(next_bracket).filter(|bracket| bracket.start == at);
                let behind_measure = measured_end == at;
                at = whole.map_or(next, |bracket| bracket.end);
                // What is in brackets behind an amount belongs to it, and so may what follows.
                if behind_measure && whole.is_some() {
                    measured_end = at;
                }
            }
            ',' | ';' | '。' | ':' | '!' => {
                push(start, at, before, Some(c));
                (start, before, at) = (next, c, next);
            }
            '、' if measured_end == at => {
                push(start, at, before, Some(c));
                (start, before, at) = (next, c, next);
            }
            _ => {
                if at > start && opens(text, at..range.end, measured_end == at) {
                    push(start, at, before, Some(' '));
                    (start, before) = (at, ' ');
                }
                at = next;
            }
        }
    }
    push(start, range.end, before, None);
    clauses
}

/// True where a clause begins without a mark before it.
fn opens(text: &str, range: Range<usize>, behind_measure: bool) -> bool {
    let rest = &text[range.clone()];
    if rest.starts_with("主要") {
        return ["主要原因", "主要用于", "主要是"].iter().any(|word| rest.starts_with(word));
    }
    behind_measure
        && (rest.starts_with("其中") || comparison::base(text, range).is_some() || lexicon::begins_name(rest))
}

/// The outermost brackets of `text` that are closed in the same sentence, in order, moved by `offset`.
fn brackets(text: &str, offset: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'(' => open.push(at),
            b')' => {
                if let Some(start) = open.pop() {
                    // What lies inside this bracket is no longer outermost.
                    while found.last().is_some_and(|inner| inner.start > offset + start) {
                        found.pop();
                    }
                    found.push(offset + start..offset + at + 1);
                }
            }
            // 。 is the only mark that begins with these bytes and ends a sentence.
            0xe3 if text[at..].starts_with('。') => open.clear(),
            _ => {}
        }
    }
    found
}

/// Where the bracket begins that `text` ends with.
pub fn closing_bracket(text: &str) -> Option<usize> {
    if !text.ends_with(')') {
        return None;
    }
    let mut depth = 0usize;
    text.bytes().enumerate().rev().find_map(|(at, b)| {
        match b {
            b')' => depth += 1,
            b'(' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// The length of the bracket that `text` begins with, where it is closed in the same sentence.
pub fn bracket(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            '。' => return None,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let normal = Normal::new(text);
        split(&normal, 0..normal.text.len()).into_iter().map(|clause| normal.text[clause.range].to_owned()).collect()
    }

    #[test]
    fn a_sentence_is_cut_at_its_marks_and_behind_amounts() {
        assert_eq!(
            cut("货物预算0万元、工程预算0万元；会议费、培训费"),
            ["货物预算0万元", "工程预算0万元", "会议费、培训费"]
        );
        assert_eq!(cut("预算4.6万元较上年无增减"), ["预算4.6万元", "较上年无增减"]);
        assert_eq!(cut("合计5万元（含上年结转1万元，略），其中"), ["合计5万元(含上年结转1万元,略)", "其中"]);
    }

    #[test]
    fn two_lines_without_a_mark_between_them_are_two() {
        assert_eq!(cut("事业收入0事业单位经营收入0，其他收入0元"), ["事业收入0", "事业单位经营收入0", "其他收入0元"]);
    }

    #[test]
    fn brackets_hold_together_even_when_they_are_nested_or_never_closed() {
        assert_eq!(cut("甲（乙，（丙，丁），戊），己"), ["甲(乙,(丙,丁),戊)", "己"]);
        assert_eq!(cut("甲（乙，丙"), ["甲(乙", "丙"]);
        assert_eq!(cut("甲（乙。丙），丁"), ["甲(乙", "丙)", "丁"]);
    }
}
