//! No number is lost: every number outside of all quotes is listed as unread.

use super::builder::{UnreadClause, UnreadClauses};
use super::normalization::NormalizedText;
use super::number::{self, Measure};
use super::quote::Quote;
use super::{UnreadNumber, UnreadReason};
use std::ops::Range;

/// How many characters before an unread number are shown with it.
const CHARS_BEFORE: usize = 12;
/// How many characters behind an unread number are shown with it.
const CHARS_BEHIND: usize = 8;

/// The unread numbers of the text, in order: those outside of `quotes`, those in a clause that is unread although a quote
/// contains it, and malformed amounts anywhere. `quotes` are in the order of the text.
pub fn find(normalized: &NormalizedText, quotes: &[Quote], rejected: &UnreadClauses) -> Vec<UnreadNumber> {
    let mut unread = Vec::new();
    let (mut passed, mut quoted_until) = (0, 0); // quotes that begin before the number, and where the last of them ends
    for line in &normalized.text_lines {
        for number in number::numbers(normalized, line.range.clone()) {
            let quote = normalized.quote(number.range.clone());
            while quotes.get(passed).is_some_and(|known| known.start <= quote.start) {
                quoted_until = quoted_until.max(quotes[passed].end);
                passed += 1;
            }
            // A malformed amount is never understood, not even in a reason that is quoted verbatim.
            let measure = number::measure_at(&normalized.text, number.range.end).0;
            let is_malformed = number.value.is_none() && matches!(measure, Measure::Money(_));
            if quote.end > quoted_until || is_malformed || contains(&rejected.inside_quotes, number.range.start) {
                let start = number.range.start;
                let text = &normalized.text[line.range.clone()];
                unread.push(UnreadNumber {
                    text: with_context(text, start - line.range.start, number.range.len()),
                    quote,
                    reason: if is_malformed { UnreadReason::MalformedNumber } else { reason(&rejected.clauses, start) },
                });
            }
        }
    }
    unread
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
