//! Clauses: the parts of a paragraph between punctuation marks, or between an amount and the next statement.

use super::comparison;
use super::lexicon;
use super::normalization::NormalizedText;
use super::number::{self, Measure};
use super::word_list::Prefixes;
use std::ops::Range;

/// A clause: a range of the normalized text with the marks before and behind it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The clause without its marks.
    pub range: Range<usize>,
    /// The mark before it: `,` `;` `。` `:` `!` `、`, or a space where there is none.
    pub before: char,
    /// The mark behind it, likewise; None at the end of the paragraph.
    pub after: Option<char>,
}

/// Words that open a reason or a purpose, with or without a mark before them.
const EXPLANATIONS: Prefixes = Prefixes::new(&["主要原因", "主要用于", "主要是"]);

/// Splits `range` into clauses. Brackets are not split; 、 splits only behind an amount or a count.
pub fn split(normalized: &NormalizedText, range: Range<usize>) -> Vec<Clause> {
    let mut splitter = Splitter {
        normalized,
        end: range.end,
        brackets: brackets(&normalized.text[range.clone()], range.start),
        next_bracket: 0,
        clauses: Vec::new(),
        clause_start: range.start,
        mark_before: ' ',
        measure_end: usize::MAX,
    };
    let mut next = range.start;
    for (at, c) in normalized.text[range.clone()].char_indices() {
        // The characters of a number or of brackets are passed at once.
        if range.start + at == next {
            next = splitter.step(next, c);
        }
    }
    splitter.push(range.end, None);
    splitter.clauses
}

/// Where [`split`] is in a paragraph.
struct Splitter<'n> {
    normalized: &'n NormalizedText<'n>,
    /// The end of the paragraph.
    end: usize,
    /// The outermost brackets, in order.
    brackets: Vec<Range<usize>>,
    next_bracket: usize,
    clauses: Vec<Clause>,
    /// Where the clause begins that is not complete yet.
    clause_start: usize,
    /// The mark before that clause.
    mark_before: char,
    /// The end of the last number with its unit, and of brackets right behind it.
    measure_end: usize,
}

impl Splitter<'_> {
    /// Passes the character `c` at byte `at`; returns the byte of the next one.
    fn step(&mut self, at: usize, c: char) -> usize {
        if c.is_ascii_digit() {
            return self.pass_number(at);
        }
        let next = at + c.len_utf8();
        match c {
            '(' => return self.pass_bracket(at, next),
            ',' | ';' | '。' | ':' | '!' => self.split_at_mark(at, c),
            '、' if self.measure_end == at => self.split_at_mark(at, c),
            _ if at > self.clause_start && self.begins_clause(at, c) => {
                self.push(at, Some(' '));
                (self.clause_start, self.mark_before) = (at, ' ');
            }
            _ => {}
        }
        next
    }

    /// Passes a number and its unit.
    fn pass_number(&mut self, at: usize) -> usize {
        let number_end = self.normalized.number_at(at).range.end.min(self.end);
        let (measure, len) = number::measure_before(&self.normalized.text, number_end, self.end);
        let end = number_end + len;
        if measure != Measure::Percent {
            self.measure_end = end;
        }
        end
    }

    /// Passes brackets, or the opening one where they are never closed.
    fn pass_bracket(&mut self, at: usize, next: usize) -> usize {
        while self.brackets.get(self.next_bracket).is_some_and(|bracket| bracket.start < at) {
            self.next_bracket += 1;
        }
        let Some(bracket) = self.brackets.get(self.next_bracket).filter(|bracket| bracket.start == at) else {
            return next;
        };
        // Brackets behind an amount belong to it, and so may a mark behind them.
        if self.measure_end == at {
            self.measure_end = bracket.end;
        }
        bracket.end
    }

    fn split_at_mark(&mut self, at: usize, mark: char) {
        self.push(at, Some(mark));
        (self.clause_start, self.mark_before) = (at + mark.len_utf8(), mark);
    }

    fn push(&mut self, end: usize, after: Option<char>) {
        if self.clause_start < end {
            self.clauses.push(Clause { range: self.clause_start..end, before: self.mark_before, after });
        }
    }

    /// True where a clause begins with the character `c` at byte `at` without a mark before it.
    fn begins_clause(&self, at: usize, c: char) -> bool {
        // Of nearly every character, nothing else is asked.
        if c != '主' && at != self.measure_end {
            return false;
        }
        let text = &self.normalized.text;
        let rest = &text[at..self.end];
        if rest.starts_with("主要") {
            return EXPLANATIONS.begin(rest);
        }
        at == self.measure_end
            && (rest.starts_with("其中")
                || comparison::comparison_at(text, at..self.end).is_some()
                || lexicon::begins_name(rest))
    }
}

/// The outermost brackets of `text` that are closed in the same sentence, in order; `offset` is added to their bytes.
fn brackets(text: &str, offset: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains('(') {
        return found;
    }
    let mut open: Vec<usize> = Vec::new();
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'(' => open.push(at),
            b')' => {
                if let Some(start) = open.pop() {
                    // Brackets inside this one are not outermost.
                    while found.last().is_some_and(|inner| inner.start > offset + start) {
                        found.pop();
                    }
                    found.push(offset + start..offset + at + 1);
                }
            }
            // 。 ends the sentence; it begins with this byte.
            0xe3 if text[at..].starts_with('。') => open.clear(),
            _ => {}
        }
    }
    found
}

/// The inside of the brackets that `range` of `text` ends with.
pub fn closing_bracket(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = &text[range.clone()];
    if !words.ends_with(')') {
        return None;
    }
    let mut depth = 0usize;
    let open = words.bytes().enumerate().rev().find_map(|(at, b)| {
        match b {
            b')' => depth += 1,
            b'(' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    Some(range.start + open + '('.len_utf8()..range.end - ')'.len_utf8())
}

/// The length of the brackets that `text` begins with, where they are closed in the same sentence.
pub fn opening_bracket_len(text: &str) -> Option<usize> {
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

    fn clauses(text: &str) -> Vec<String> {
        let normalized = NormalizedText::of_one_paragraph(text);
        split(&normalized, 0..normalized.text.len())
            .into_iter()
            .map(|clause| normalized.text[clause.range].to_owned())
            .collect()
    }

    #[test]
    fn a_sentence_is_split_at_marks_and_behind_amounts() {
        assert_eq!(
            clauses("货物预算0万元、工程预算0万元；会议费、培训费"),
            ["货物预算0万元", "工程预算0万元", "会议费、培训费"]
        );
        assert_eq!(clauses("预算4.6万元较上年无增减"), ["预算4.6万元", "较上年无增减"]);
        assert_eq!(clauses("合计5万元（含上年结转1万元，略），其中"), ["合计5万元(含上年结转1万元,略)", "其中"]);
    }

    #[test]
    fn two_lines_without_a_mark_between_them_are_split() {
        assert_eq!(
            clauses("事业收入0事业单位经营收入0，其他收入0元"),
            ["事业收入0", "事业单位经营收入0", "其他收入0元"]
        );
    }

    #[test]
    fn closing_brackets_are_those_at_the_end_with_all_inside() {
        let inside = |text: &str| closing_bracket(text, 1..text.len()).map(|range| text[range].to_owned());
        assert_eq!(inside("x5(6(7)8)").as_deref(), Some("6(7)8"));
        assert_eq!(inside("x(5)6"), None);
        assert_eq!(inside("x5)"), None);
    }

    #[test]
    fn brackets_are_not_split_even_when_nested_or_never_closed() {
        assert_eq!(clauses("甲（乙，（丙，丁），戊），己"), ["甲(乙,(丙,丁),戊)", "己"]);
        assert_eq!(clauses("甲（乙，丙"), ["甲(乙", "丙"]);
        assert_eq!(clauses("甲（乙。丙），丁"), ["甲(乙", "丙)", "丁"]);
    }
}
