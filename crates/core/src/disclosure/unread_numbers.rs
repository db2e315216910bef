//! Nothing is lost: every number that no quote holds is listed as not understood.

use super::model::{Unread, Why};
use super::normalization::Normal;
use super::number::{self, Measure};
use super::quote::Quote;
use std::ops::Range;

/// The numbers of the text that stand in none of `quotes`, or in a clause of `insisted`, in order. `doubts` are clauses
/// with the reason why they were not understood. All are in the order of the text.
pub fn unread(
    normal: &Normal,
    quotes: &[Quote],
    doubts: &[(Range<usize>, Why)],
    insisted: &[Range<usize>],
) -> Vec<Unread> {
    let mut unread = Vec::new();
    let (mut next, mut reach) = (0, 0); // quotes seen so far, and the furthest byte that they hold
    for row in &normal.rows {
        for number in number::numbers(normal, row.range.clone()) {
            let quote = normal.quote(number.range.clone());
            while quotes.get(next).is_some_and(|known| known.start <= quote.start) {
                reach = reach.max(quotes[next].end);
                next += 1;
            }
            // Money that is not written as numbers are is never understood, not even in a reason that is kept verbatim.
            let measure = number::measure_at(&normal.text, number.range.end).0;
            let malformed = number.value.is_none() && matches!(measure, Measure::Money(_));
            if quote.end > reach || malformed || holds(insisted, number.range.start) {
                let text =
                    around(&normal.text[row.range.clone()], number.range.start - row.range.start, number.range.len());
                unread.push(Unread {
                    text,
                    quote,
                    why: if malformed { Why::Malformed } else { why(doubts, number.range.start) },
                });
            }
        }
    }
    unread
}

/// True where one of `ranges`, which do not overlap, holds the byte `at`.
fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    ranges[..after].last().is_some_and(|range| at < range.end)
}

/// Why the number at byte `at` of the normal text was not understood.
fn why(doubts: &[(Range<usize>, Why)], at: usize) -> Why {
    let after = doubts.partition_point(|(range, _)| range.start <= at);
    match doubts[..after].last() {
        Some((range, why)) if at < range.end => *why,
        _ => Why::UnknownSentence,
    }
}

/// A number with a few words round it.
fn around(row: &str, at: usize, len: usize) -> String {
    let before: Vec<char> = row[..at].chars().rev().take(12).collect();
    let after = row[at + len..].chars().take(8);
    before.into_iter().rev().chain(row[at..at + len].chars()).chain(after).collect()
}
