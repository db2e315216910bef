//! A quote in its sentence, cut between clauses to the length that fits on a card.

use crate::disclosure::{Disclosure, Quote};

/// A quote with the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text before it in its sentence, from the beginning of a clause.
    pub before: String,
    /// The quote.
    pub quoted: String,
    /// The text after it, to the end of a clause.
    pub after: String,
}

/// How many characters are shown before and after a quote at most, if a clause ends within them.
const BEFORE: usize = 40;
const AFTER: usize = 48;
/// Marks text that is left out.
const CUT: &str = "……";

/// The excerpt around a quote.
pub fn excerpt(d: &Disclosure, quote: Quote) -> Excerpt {
    let sentence = d.sentence(quote);
    let before = d.source[sentence.start..quote.start].trim_start();
    let after = d.source[quote.end..sentence.end].trim_end();
    Excerpt { before: tail(before), quoted: d.source[quote.range()].to_owned(), after: head(after) }
}

/// The last clauses of the text before a quote.
fn tail(text: &str) -> String {
    let length = |from: usize| text[from..].chars().count();
    if length(0) <= BEFORE {
        return text.to_owned();
    }
    let ends: Vec<usize> = ends(text).filter(|at| *at < text.len()).collect();
    match ends.iter().find(|at| length(**at) <= BEFORE).or(ends.last()) {
        Some(at) => format!("{CUT}{}", text[*at..].trim_start()),
        None => text.to_owned(),
    }
}

/// The first clauses of the text after a quote.
fn head(text: &str) -> String {
    let length = |to: usize| text[..to].chars().count();
    if length(text.len()) <= AFTER {
        return text.to_owned();
    }
    // Punctuation directly after the quote is no end: nothing would follow.
    let ends: Vec<usize> = ends(text).filter(|at| length(*at) > 1 && *at < text.len()).collect();
    match ends.iter().rfind(|at| length(**at) <= AFTER).or(ends.first()) {
        Some(at) => format!("{}{CUT}", &text[..*at]),
        None => text.to_owned(),
    }
}

/// The ends of clauses, after their punctuation. A comma or colon between digits is a part of a number.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.char_indices().filter(|(_, c)| matches!(c, '，' | '；' | '：' | ',' | ';' | ':')).filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let number = digit(text[..at].chars().next_back()) && digit(text[end..].chars().next());
        (!(c.is_ascii() && number)).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    #[test]
    fn a_sentence_is_cut_between_clauses_only() {
        let disclosure = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let mut cut = 0;
        for line in &disclosure.lines {
            let Excerpt { before, quoted, after } = excerpt(&disclosure, line.quote);
            let sentence = &disclosure.source[disclosure.sentence(line.quote).range()];
            let (shown_before, shown_after) = (before.trim_start_matches(CUT), after.trim_end_matches(CUT));
            let shown = format!("{shown_before}{quoted}{shown_after}");
            let at = sentence.find(&shown).unwrap_or_else(|| panic!("{shown} is not of {sentence}"));
            let mark = |text: &str| text.ends_with(['，', '；', '：', ',', ';', ':']);
            assert!(!before.starts_with(CUT) || mark(&sentence[..at]), "{before}");
            assert!(!after.ends_with(CUT) || mark(&shown), "{after}");
            cut += usize::from(before.starts_with(CUT)) + usize::from(after.ends_with(CUT));
        }
        assert!(cut > 5, "{cut}");
    }

    #[test]
    fn a_long_clause_is_not_cut_and_a_number_is_no_end() {
        let long = "甲".repeat(60);
        assert_eq!(tail(&long), long);
        assert_eq!(head(&format!("1,675.82{long}")), format!("1,675.82{long}"));
        assert_eq!(head(&format!("，乙万元，{long}")), "，乙万元，……");
        assert_eq!(tail(&format!("{long}，其中：乙")), "……其中：乙");
    }
}
