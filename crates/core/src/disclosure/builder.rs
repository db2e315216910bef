//! Collects what the parser finds and resolves it into the parts of a disclosure.

use super::line_id::LineId;
use super::normalization::NormalizedText;
use super::roles;
use super::unit_note::UnitNote;
use super::{BudgetUnit, Contact, Count, Definition, Duty, Heading, Line, OrphanedChange, Passage, Role, UnreadReason};
use crate::amount::{Amount, AmountUnit};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Prefix of the ids of all procurement.
const PROCUREMENT: &str = "procurement";

/// How many lines a disclosure has at most, as a rule.
const USUAL_LINES: usize = 64;

/// What was parsed so far. Ranges are byte ranges of the normalized text.
pub struct DisclosureBuilder<'n> {
    /// The text that is parsed.
    pub normalized: &'n NormalizedText<'n>,
    /// The institution's name in normalized spelling, once known.
    pub institution: Option<&'n str>,
    /// The document's year, once known.
    pub year: Option<i32>,
    /// The unit of the document's amounts; None where it uses several, or none.
    pub unit: Option<AmountUnit>,
    /// The unit that a note above the present paragraph states (单位：元).
    pub unit_note: Option<UnitNote>,
    /// Prefix of the ids of procurement lines: what 一般公共预算拨款 pays has ids of its own.
    pub procurement_prefix: &'static str,
    /// True after 安排购置车辆: vehicles that follow in the same item are bought, not owned.
    pub vehicles_are_bought: bool,
    /// True behind a break inside of a sentence, until a heading or a name says again what the text is about.
    pub subject_is_uncertain: bool,
    /// The index of the first line that the present item could have: an item that is opened again repeats itself.
    pub first_line_of_item: usize,
    /// See [`Disclosure::lines`](super::Disclosure::lines).
    pub lines: Vec<Line>,
    /// See [`Disclosure::orphaned_changes`](super::Disclosure::orphaned_changes).
    pub orphaned_changes: Vec<OrphanedChange>,
    /// See [`Disclosure::counts`](super::Disclosure::counts).
    pub counts: Vec<Count>,
    /// See [`Disclosure::duties`](super::Disclosure::duties).
    pub duties: Vec<Duty>,
    /// See [`Disclosure::budget_units`](super::Disclosure::budget_units).
    pub budget_units: Vec<BudgetUnit>,
    /// See [`Disclosure::definitions`](super::Disclosure::definitions).
    pub definitions: Vec<Definition>,
    /// See [`Disclosure::contact`](super::Disclosure::contact).
    pub contact: Option<Contact>,
    /// See [`Disclosure::headings`](super::Disclosure::headings).
    pub headings: Vec<Heading>,
    /// See [`Disclosure::passages`](super::Disclosure::passages).
    pub passages: Vec<Passage>,
    /// For each id the index of the line that stated it last.
    latest: HashMap<LineId, usize>,
    /// Indices of lines that have a name and no amount.
    without_amount: HashSet<usize>,
    /// Indices of lines whose amount has no unit of its own, with their clauses.
    without_unit: Vec<(usize, Range<usize>)>,
    /// Clauses whose numbers are unread.
    unread_clauses: Vec<UnreadClause>,
    /// Clauses whose numbers are unread although a quote contains them.
    unread_inside_quotes: Vec<Range<usize>>,
}

/// A clause whose numbers are unread, with the reason.
pub struct UnreadClause {
    /// The clause.
    pub range: Range<usize>,
    /// Why its numbers were not understood.
    pub reason: UnreadReason,
}

/// What the parser rejected, in the order of the text.
pub struct UnreadClauses {
    /// Clauses whose numbers are unread unless a quote contains them.
    pub clauses: Vec<UnreadClause>,
    /// Clauses whose numbers are unread although a quote contains them.
    pub inside_quotes: Vec<Range<usize>>,
}

impl<'n> DisclosureBuilder<'n> {
    /// A builder without content.
    pub fn new(normalized: &'n NormalizedText<'n>) -> DisclosureBuilder<'n> {
        DisclosureBuilder {
            normalized,
            institution: None,
            year: None,
            unit: None,
            unit_note: None,
            procurement_prefix: PROCUREMENT,
            vehicles_are_bought: false,
            subject_is_uncertain: false,
            first_line_of_item: 0,
            lines: Vec::with_capacity(USUAL_LINES),
            counts: Vec::new(),
            orphaned_changes: Vec::new(),
            duties: Vec::new(),
            budget_units: Vec::new(),
            definitions: Vec::new(),
            contact: None,
            headings: Vec::new(),
            passages: Vec::new(),
            latest: HashMap::with_capacity(USUAL_LINES),
            without_amount: HashSet::new(),
            without_unit: Vec::new(),
            unread_clauses: Vec::new(),
            unread_inside_quotes: Vec::new(),
        }
    }

    /// Adds a stated line; returns its index.
    pub fn push_line(&mut self, line: Line) -> usize {
        let at = self.lines.len();
        self.latest.insert(line.id.clone(), at);
        self.lines.push(line);
        at
    }

    /// The index of the line that stated this id last.
    pub fn latest(&self, id: &LineId) -> Option<usize> {
        self.latest.get(id).copied()
    }

    /// True where the line of this id is stated without a change.
    pub fn lacks_change(&self, id: &LineId) -> bool {
        self.latest(id).is_some_and(|at| self.lines[at].change.is_none())
    }

    /// Notes that the amount of the line added last has no unit; `clause` states it.
    pub fn mark_without_unit(&mut self, clause: Range<usize>) {
        self.without_unit.push((self.lines.len() - 1, clause));
    }

    /// Adds a line whose amount is missing or not understood, so that a change can attach to it; returns its index.
    pub fn push_line_without_amount(&mut self, id: LineId, label: Range<usize>) -> usize {
        let passage = self.passage(label);
        let (at, quote) = (self.lines.len(), passage.quote);
        self.without_amount.insert(at);
        self.lines.push(Line {
            id,
            label: passage.text,
            amount: Amount::ZERO,
            published: String::new(),
            role: Role::Within,
            quote,
            number_quote: quote,
            change: None,
            purpose: None,
        });
        at
    }

    /// Resolves the lines once all are known: assigns roles, removes lines whose amounts have no unit and do not fit
    /// the sums that they are part of, and separates the changes of lines without an amount.
    pub fn resolve_lines(&mut self) {
        let without_unit = self.without_unit.iter().map(|(at, _)| *at).collect();
        let misfits = roles::assign(&mut self.lines, without_unit, self.unit.unwrap_or(AmountUnit::Wan));
        let misfits: HashSet<usize> = misfits.into_iter().collect();
        for (at, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            let Line { id, label, change, purpose, .. } = line;
            match (self.without_amount.contains(&at), change) {
                (true, Some(change)) => self.orphaned_changes.push(OrphanedChange { id, label, change, purpose }),
                (false, change) if !misfits.contains(&at) => {
                    self.lines.push(Line { id, label, change, purpose, ..line });
                }
                _ => {}
            }
        }
        for (at, range) in std::mem::take(&mut self.without_unit) {
            if misfits.contains(&at) {
                self.mark_unread(range, UnreadReason::NoUnit);
            }
        }
    }

    /// How many clauses are rejected so far.
    pub fn rejected_clauses(&self) -> usize {
        self.unread_clauses.len()
    }

    /// Marks the numbers of a clause as unread, unless a quote contains them.
    pub fn mark_unread(&mut self, range: Range<usize>, reason: UnreadReason) {
        self.unread_clauses.push(UnreadClause { range, reason });
    }

    /// Marks the numbers of a clause as unread although a quote contains them: a passage is quoted verbatim, numbers
    /// that were not understood included.
    pub fn mark_unread_inside_quote(&mut self, range: Range<usize>, reason: UnreadReason) {
        self.mark_unread(range.clone(), reason);
        self.unread_inside_quotes.push(range);
    }

    /// Takes the rejected clauses out of the builder.
    pub fn take_unread_clauses(&mut self) -> UnreadClauses {
        let mut clauses = std::mem::take(&mut self.unread_clauses);
        let mut inside_quotes = std::mem::take(&mut self.unread_inside_quotes);
        clauses.sort_by_key(|clause| clause.range.start);
        inside_quotes.sort_by_key(|range| range.start);
        UnreadClauses { clauses, inside_quotes }
    }

    /// A passage of the source, verbatim.
    pub fn passage(&self, range: Range<usize>) -> Passage {
        let quote = self.normalized.quote(range);
        Passage { text: self.normalized.quoted_text(quote), quote }
    }

    /// Adds a heading: `numbered` with its number, `text` without.
    pub fn push_heading(&mut self, level: u8, numbered: Range<usize>, text: Range<usize>) {
        self.first_line_of_item = self.lines.len();
        self.procurement_prefix = PROCUREMENT;
        self.vehicles_are_bought = false;
        self.subject_is_uncertain = false;
        let passage = self.passage(text);
        let quote = self.normalized.quote(numbered);
        self.headings.push(Heading { text: passage.text, level, quote });
    }
}
