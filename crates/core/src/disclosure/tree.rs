//! Access to a disclosure: lines by id, parts of a line, the words of a quote.

use super::line_id::LineId;
use super::quote::{self, Quote};
use super::text_lines::{is_line_end, text_lines};
use super::{Change, Count, Disclosure, Line, LineStatement, OrphanedChange, Role, StatedChange};
use crate::amount::Amount;
use std::ops::Range;

impl Disclosure {
    /// The line of this id, if it is stated.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines
            .iter()
            .find(|line| line.id == *id && line.role == Role::Part)
            .or_else(|| self.lines.iter().find(|line| line.id == *id))
    }

    /// The amount of this id, if it is stated.
    pub fn amount(&self, id: &str) -> Option<Amount> {
        self.line(id).map(|line| line.amount)
    }

    /// The stated change of this id.
    pub fn change(&self, id: &str) -> Option<&Change> {
        match self.line(id) {
            Some(line) => line.change.as_ref(),
            None => self.orphaned_change(id).map(|orphaned| &orphaned.change),
        }
    }

    /// The change of a line whose own amount is not stated.
    pub fn orphaned_change(&self, id: &str) -> Option<&OrphanedChange> {
        self.orphaned_changes.iter().find(|orphaned| orphaned.id == *id)
    }

    /// Changes and purposes of every line, in the order of the text; behind them those of lines whose own amount is not
    /// stated.
    pub fn statements(&self) -> impl Iterator<Item = LineStatement<'_>> + Clone {
        let of_lines = self.lines.iter().map(|line| LineStatement {
            id: &line.id,
            line: Some(line),
            change: line.change.as_ref(),
            purpose: line.purpose.as_ref(),
        });
        let orphaned = self.orphaned_changes.iter().map(|orphaned| LineStatement {
            id: &orphaned.id,
            line: None,
            change: Some(&orphaned.change),
            purpose: orphaned.purpose.as_ref(),
        });
        of_lines.chain(orphaned)
    }

    /// Every stated change, in the order of the text; behind them those of lines whose own amount is not stated.
    pub fn changes(&self) -> impl Iterator<Item = StatedChange<'_>> + Clone {
        self.statements().filter_map(|LineStatement { id, line, change, purpose }| {
            change.map(|change| StatedChange { id, line, change, purpose })
        })
    }

    /// The parts of a line, in the order of the text: the children that add up to it.
    pub fn parts<'a>(&'a self, parent: &'a str) -> impl Iterator<Item = &'a Line> + 'a {
        self.lines
            .iter()
            .filter(move |line| line.role == Role::Part && line.id.parent() == Some(parent) && !is_mirror(&line.id))
    }

    /// The count of this id, if it is stated.
    pub fn count(&self, id: &str) -> Option<&Count> {
        self.counts.iter().find(|count| count.id == *id)
    }

    /// The counts that are children of `parent`, in the order of the text.
    pub fn counts_below<'a>(&'a self, parent: &'a str) -> impl Iterator<Item = &'a Count> + 'a {
        self.counts.iter().filter(move |count| count.id.parent() == Some(parent))
    }

    /// The sentence that contains a quote: the source between the full stops or line ends around it.
    pub fn sentence(&self, quote: Quote) -> Quote {
        let start = self.source[..quote.start]
            .rfind(ends_sentence)
            .map_or(0, |at| at + self.source[at..].chars().next().map_or(1, char::len_utf8));
        let end = self.source[quote.end..].find(ends_sentence).map_or(self.source.len(), |at| quote.end + at);
        Quote { start, end, line: quote.line }
    }

    /// Where the sentence that contains a byte ends, across hard line breaks, and the line of the source that it ends
    /// on.
    pub fn end_of_paragraph(&self, byte: usize) -> usize {
        let sentence = self.source[byte..].find('。').map_or(self.source.len(), |at| byte + at);
        self.source[sentence..].find(is_line_end).map_or(self.source.len(), |at| sentence + at)
    }

    /// The line of the source on which a quote ends, from 1.
    pub fn last_line(&self, quote: Quote) -> usize {
        quote.line + text_lines(&self.source[quote.range()]).count().saturating_sub(1)
    }

    /// How many numbers the disclosure states: amounts, changes with their components, counts.
    pub fn stated_numbers(&self) -> usize {
        let of_changes: usize = self.changes().map(|stated| 1 + stated.change.components.len()).sum();
        self.lines.len() + of_changes + self.counts.len()
    }

    /// True where more than a fifth of the numbers were not understood: that the others agree says little about the
    /// document.
    pub fn has_much_unread(&self) -> bool {
        self.unread.len() * 4 > self.stated_numbers()
    }

    /// True where one sentence of the source contains both quotes.
    pub fn in_one_sentence(&self, one: Quote, other: Quote) -> bool {
        let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
        // Quotes that overlap have nothing between them.
        !self.source.get(first.end..second.start).unwrap_or_default().contains(ends_sentence)
    }

    /// Every quote of the disclosure, in the order of the source: statements and headings.
    pub fn quotes(&self) -> Vec<Quote> {
        let passages =
            [&self.title, &self.institution].into_iter().flatten().chain(&self.passages).chain(&self.furniture);
        let mut quotes: Vec<Quote> = passages.map(|passage| passage.quote).collect();
        quotes.extend(self.lines.iter().flat_map(|line| [line.quote, line.number_quote]));
        quotes.extend(self.statements().filter_map(|statement| statement.purpose).map(|passage| passage.quote));
        for StatedChange { change, .. } in self.changes() {
            quotes.push(change.quote);
            quotes.extend(change.number_quote);
            quotes.extend(change.explanation.iter().map(|passage| passage.quote));
            quotes.extend(change.components.iter().flat_map(|part| [part.quote, part.number_quote]));
        }
        quotes.extend(self.counts.iter().map(|count| count.quote));
        quotes.extend(self.duties.iter().map(|duty| duty.quote));
        quotes.extend(self.budget_units.iter().map(|unit| unit.quote));
        quotes.extend(self.definitions.iter().map(|definition| definition.quote));
        quotes.extend(self.headings.iter().map(|heading| heading.quote));
        quotes.extend(self.contact.iter().map(|contact| contact.quote));
        quotes.sort();
        quotes
    }

    /// The quotes of all reasons and purposes, in the order of the source.
    pub fn explanations(&self) -> Vec<Quote> {
        let reasons = self.changes().filter_map(|stated| stated.change.explanation.as_ref());
        let purposes = self.statements().filter_map(|statement| statement.purpose);
        let mut quotes: Vec<Quote> = reasons.chain(purposes).map(|passage| passage.quote).collect();
        quotes.sort();
        quotes
    }

    /// The range of a quote in bytes from the start of its line.
    pub fn in_line(&self, quote: Quote) -> Range<usize> {
        let before = &self.source[..quote.start];
        let start = before.char_indices().rfind(|(_, c)| is_line_end(*c)).map_or(0, |(end, c)| end + c.len_utf8());
        quote.start - start..quote.end - start
    }

    /// The text as published, byte for byte.
    pub fn published_text(&self) -> &str {
        self.published.as_deref().unwrap_or(&self.source)
    }

    /// The published text of a quote, without hard line breaks.
    pub fn quoted_text(&self, quote: Quote) -> String {
        quote::quoted_text(&self.source, &self.furniture, |piece| piece.quote.range(), quote)
    }
}

/// True for a character at which a sentence ends at the latest.
fn ends_sentence(c: char) -> bool {
    c == '。' || is_line_end(c)
}

/// True for a line that states the same money as its parent from another side, not a part of it.
fn is_mirror(id: &LineId) -> bool {
    id.as_str().ends_with(".income")
        || id.as_str().ends_with(".general_public_budget") && id.as_str().starts_with("procurement")
}
