//! No number is lost: every number outside of all quotes is listed as unread.

use super::builder::{UnreadClause, UnreadClauses};
use super::chinese_numerals;
use super::normalization::NormalizedText;
use super::number;
use super::quote::Quote;
use super::text_numbers;
use super::{UnreadNumber, UnreadReason};
use std::ops::Range;

/// How many characters before an unread number are shown with it.
const CHARS_BEFORE: usize = 12;
/// How many characters behind an unread number are shown with it.
const CHARS_BEHIND: usize = 8;

/// The quotes of a disclosure, in the order of the text.
pub struct Quotes {
    /// All of them.
    pub all: Vec<Quote>,
    /// Those of reasons and purposes.
    pub explanations: Vec<Quote>,
}

/// The unread numbers of the text, in order: those outside of `quotes`, those in a clause that is unread although a
/// quote contains it, malformed amounts anywhere, and amounts in numerals that are not read.
pub fn find(normalized: &NormalizedText, quotes: &Quotes, rejected: &UnreadClauses) -> Vec<UnreadNumber> {
    let mut unread = in_numerals(normalized, quotes);
    let quotes = &quotes.all;
    let (mut passed, mut quoted_until) = (0, 0); // quotes that begin before the number, and where the last of them ends
    for paragraph in normalized.paragraphs() {
        for number in text_numbers::numbers(normalized, paragraph.range.clone()) {
            let quote = normalized.quote(number.range.clone());
            while quotes.get(passed).is_some_and(|known| known.start <= quote.start) {
                quoted_until = quoted_until.max(quotes[passed].end);
                passed += 1;
            }
            // A malformed amount is never understood, not even in a reason that is quoted verbatim.
            let is_malformed = number.value.is_none() && number::is_part_of_money(&normalized.text, number.range.end);
            if quote.end > quoted_until || is_malformed || contains(&rejected.inside_quotes, number.range.start) {
                let start = number.range.start;
                let text = &normalized.text[paragraph.range.clone()];
                unread.push(UnreadNumber {
                    text: with_context(text, start - paragraph.range.start, number.range.len()),
                    quote,
                    reason: if is_malformed { UnreadReason::MalformedNumber } else { reason(&rejected.clauses, start) },
                });
            }
        }
    }
    unread.sort_by_key(|number| number.quote);
    unread.dedup_by(|later, earlier| earlier.quote.contains(later.quote));
    unread
}

/// Amounts in numerals outside of all quotes, and those in explanations, which quote the amounts of components.
fn in_numerals(normalized: &NormalizedText, quotes: &Quotes) -> Vec<UnreadNumber> {
    let (all, explanations) = (Coverage::new(&quotes.all), Coverage::new(&quotes.explanations));
    let mut unread = Vec::new();
    for paragraph in normalized.paragraphs() {
        let text = &normalized.text[paragraph.range.clone()];
        for found in chinese_numerals::find(text) {
            let quote = normalized.quote(paragraph.range.start + found.start..paragraph.range.start + found.end);
            if !all.contains(quote) || explanations.contains(quote) {
                let text = with_context(text, found.start, found.len());
                unread.push(UnreadNumber { text, quote, reason: UnreadReason::InWords });
            }
        }
    }
    unread
}

/// Tells in logarithmic time whether a quote of a list covers a range.
struct Coverage {
    /// For each quote its start, and the furthest end of it and all before it.
    reach: Vec<(usize, usize)>,
}

impl Coverage {
    /// The coverage of quotes in the order of the text.
    fn new(quotes: &[Quote]) -> Coverage {
        let mut furthest = 0;
        let reach = quotes.iter().map(|quote| {
            furthest = furthest.max(quote.end);
            (quote.start, furthest)
        });
        Coverage { reach: reach.collect() }
    }

    /// True where one of the quotes reaches over `quote`.
    fn contains(&self, quote: Quote) -> bool {
        let after = self.reach.partition_point(|(start, _)| *start <= quote.start);
        self.reach[..after].last().is_some_and(|(_, furthest)| quote.end <= *furthest)
    }
}

/// True where one of `ranges`, which are in order and do not overlap, contains the byte `at`.
fn contains(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    ranges[..after].last().is_some_and(|range| at < range.end)
}

/// Why the number at byte `at` of the normalized text was not understood.
fn reason(clauses: &[UnreadClause], at: usize) -> UnreadReason {
    let after = clauses.partition_point(|clause| clause.range.start <= at);
    match clauses[..after].last() {
        Some(clause) if at < clause.range.end => clause.reason,
        _ => UnreadReason::UnknownSentence,
    }
}

/// The `len` bytes of `line` from `at` on, with some characters before and behind.
fn with_context(line: &str, at: usize, len: usize) -> String {
    let before: Vec<char> = line[..at].chars().rev().take(CHARS_BEFORE).collect();
    let behind = line[at + len..].chars().take(CHARS_BEHIND);
    before.into_iter().rev().chain(line[at..at + len].chars()).chain(behind).collect()
}
