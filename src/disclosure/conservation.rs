//! Nothing is lost: every number that no quote holds is listed as not understood.

use super::model::{Unread, Why};
use super::normal::Normal;
use super::number;
use super::quote::Quote;
use std::ops::Range;

/// The numbers of the text that stand in none of `quotes`, in order. `doubts` are clauses with the reason why they were
/// not understood; both are in the order of the text.
pub fn unread(normal: &Normal, quotes: &[Quote], doubts: &[(Range<usize>, Why)]) -> Vec<Unread> {
    let mut unread = Vec::new();
    let (mut next, mut reach) = (0, 0); // quotes seen so far, and the furthest byte that they hold
    for row in &normal.rows {
        for number in number::numbers(normal, row.range.clone()) {
            let quote = normal.quote(number.range.clone());
            while quotes.get(next).is_some_and(|known| known.start <= quote.start) {
                reach = reach.max(quotes[next].end);
                next += 1;
            }
            if quote.end > reach {
                let text =
                    around(&normal.text[row.range.clone()], number.range.start - row.range.start, number.range.len());
                unread.push(Unread { text, quote, why: why(doubts, number.range.start) });
            }
        }
    }
    unread
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
