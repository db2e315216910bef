//! Conflicts that may only mean that a part was not understood.
//!
//! A list with an amount that the parser did not understand falls short of its total, whatever the document says. Such
//! a sum is not a conflict of the document: it cannot be checked.

use super::check::{Check, Outcome, Relation};
use super::rule::Rule;
use super::sum_rules::any_part;
use crate::disclosure::{Disclosure, Quote, UnreadNumber};
use crate::provenance::SourcedValue;

/// Makes a conflict *unchecked* where numbers among the lines that it adds up were not understood.
pub fn uncheck_incomplete_sum(disclosure: &Disclosure, check: &mut Check) {
    if !(check.rule.adds_up_parts() && check.outcome == Outcome::Conflict && check.relation == Relation::Equal) {
        return;
    }
    let unread = unread_among(disclosure, check);
    let Some(total) = check.right.first().filter(|_| !unread.is_empty()) else { return };
    let (rule, subject) = (check.rule, check.subject.take());
    // The parts of a change are no lines: what is missing among them are only numbers of the text.
    let missing = if rule == Rule::ChangeComponents { Vec::new() } else { vec![any_part(total.line.as_str())] };
    *check = Check { subject, unread, ..Check::unchecked(rule, missing) };
}

/// The numbers that were not understood between the first and the last quote of a check, and in the rest of the
/// sentence behind it, where a part may have lost its name.
fn unread_among(disclosure: &Disclosure, check: &Check) -> Vec<Quote> {
    let quotes = || check.left.iter().chain(&check.right).filter_map(SourcedValue::quote);
    let (Some(start), Some(end)) = (quotes().map(|quote| quote.start).min(), quotes().map(|quote| quote.end).max())
    else {
        return Vec::new();
    };
    let end = disclosure.end_of_paragraph(end);
    let is_among = |number: &&UnreadNumber| (start..end).contains(&number.quote.start);
    let unread = disclosure.unread.iter().filter(is_among);
    unread.map(|number| number.quote).collect()
}
