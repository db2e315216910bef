//! Nothing is lost: every number that no quote holds is listed as not understood.

use super::draft::Draft;
use super::model::Unread;
use super::number;
use super::quote::Quote;

/// The numbers of the text that stand in no quote, in order.
pub fn unread(draft: &Draft, more: impl Iterator<Item = Quote>) -> Vec<Unread> {
    let normal = draft.normal;
    let quotes = draft.quotes(more);
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
                unread.push(Unread { text, quote, why: draft.doubt(number.range.start) });
            }
        }
    }
    unread
}

/// A number with a few words round it.
fn around(row: &str, at: usize, len: usize) -> String {
    let before: Vec<char> = row[..at].chars().rev().take(12).collect();
    let after = row[at + len..].chars().take(8);
    before.into_iter().rev().chain(row[at..at + len].chars()).chain(after).collect()
}
