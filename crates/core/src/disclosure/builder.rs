//! A disclosure in the making.

use super::line_id::LineId;
use super::model::*;
use super::normalization::Normal;
use super::roles;
use crate::amount::{Amount, Unit};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What has been read so far.
pub struct Draft<'n> {
    /// The text being read.
    pub normal: &'n Normal<'n>,
    /// The institution's name in one spelling, once known.
    pub institution: Option<&'n str>,
    /// The document's year, once known.
    pub year: Option<i32>,
    /// The one unit that the document writes its amounts in; None where it writes several, or none.
    pub unit: Option<Unit>,
    /// See [`Disclosure::lines`].
    pub lines: Vec<Line>,
    /// See [`Disclosure::lone_changes`].
    pub lone_changes: Vec<LoneChange>,
    /// See [`Disclosure::counts`].
    pub counts: Vec<Count>,
    /// See [`Disclosure::duties`].
    pub duties: Vec<Duty>,
    /// See [`Disclosure::units`].
    pub units: Vec<BudgetUnit>,
    /// See [`Disclosure::definitions`].
    pub definitions: Vec<Definition>,
    /// See [`Disclosure::contact`].
    pub contact: Option<Contact>,
    /// See [`Disclosure::headings`].
    pub headings: Vec<Heading>,
    /// See [`Disclosure::passages`].
    pub passages: Vec<Passage>,
    /// Where in `lines` each line was stated last, as a part.
    latest: HashMap<LineId, usize>,
    /// Which of `lines` have a name and no amount.
    unstated: HashSet<usize>,
    /// Lines whose amount has no unit of its own, with their clauses.
    bare: Vec<(usize, Range<usize>)>,
    /// Clauses whose numbers are not understood though a passage that is kept verbatim holds them.
    pub insisted: Vec<Range<usize>>,
    /// Clauses whose numbers were not understood, with the reason; in order once settled.
    pub doubts: Vec<(Range<usize>, Why)>,
}

impl<'n> Draft<'n> {
    /// Nothing read yet.
    pub fn new(normal: &'n Normal<'n>) -> Draft<'n> {
        Draft {
            normal,
            institution: None,
            year: None,
            unit: None,
            lines: Vec::new(),
            counts: Vec::new(),
            lone_changes: Vec::new(),
            duties: Vec::new(),
            units: Vec::new(),
            definitions: Vec::new(),
            contact: None,
            headings: Vec::new(),
            passages: Vec::new(),
            latest: HashMap::new(),
            unstated: HashSet::new(),
            bare: Vec::new(),
            insisted: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Keeps a stated line; returns where it stands.
    pub fn line(&mut self, line: Line) -> usize {
        let at = self.lines.len();
        self.latest.insert(line.id.clone(), at);
        self.lines.push(line);
        at
    }

    /// Where the line of this id was stated last.
    pub fn latest(&self, id: &LineId) -> Option<usize> {
        self.latest.get(id).copied()
    }

    /// True where the line of this id is stated without a change.
    pub fn lacks_change(&self, id: &LineId) -> bool {
        self.latest(id).is_some_and(|at| self.lines[at].change.is_none())
    }

    /// Notes that the line stated last has an amount without a unit, in this clause.
    pub fn bare(&mut self, range: Range<usize>) {
        self.bare.push((self.lines.len() - 1, range));
    }

    /// Keeps the name of a line whose amount is not there or not understood; returns where it stands.
    pub fn unstated(&mut self, id: LineId, label: Range<usize>) -> usize {
        let passage = self.passage(label);
        let (at, quote) = (self.lines.len(), passage.quote);
        self.unstated.insert(at);
        self.lines.push(Line {
            id,
            label: passage.text,
            amount: Amount::ZERO,
            published: String::new(),
            role: Role::Within,
            quote,
            figure: quote,
            change: None,
            purpose: None,
        });
        at
    }

    /// Takes back the lines whose amounts have no unit and do not fit the sums that they stand in, and parts the changes
    /// of lines without an amount from the others.
    pub fn settle(&mut self) {
        let misfits = roles::settle(&mut self.lines, self.bare.iter().map(|(at, _)| *at).collect());
        let misfits: HashSet<usize> = misfits.into_iter().collect();
        for (at, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            let Line { id, label, change, purpose, .. } = line;
            match (self.unstated.contains(&at), change) {
                (true, Some(change)) => self.lone_changes.push(LoneChange { id, label, change, purpose }),
                (false, change) if !misfits.contains(&at) => {
                    self.lines.push(Line { id, label, change, purpose, ..line });
                }
                _ => {}
            }
        }
        for (at, range) in std::mem::take(&mut self.bare) {
            if misfits.contains(&at) {
                self.not_understood(range, Why::NoUnit);
            }
        }
        self.insisted.sort_by_key(|range| range.start);
        self.doubts.sort_by_key(|(range, _)| range.start);
    }

    /// Notes why the numbers of `range` are not understood.
    pub fn not_understood(&mut self, range: Range<usize>, why: Why) {
        self.doubts.push((range, why));
    }

    /// A passage of the source, verbatim.
    pub fn passage(&self, range: Range<usize>) -> Passage {
        let quote = self.normal.quote(range);
        Passage { text: self.normal.words(quote), quote }
    }

    /// Keeps a heading.
    pub fn heading(&mut self, level: u8, whole: Range<usize>, words: Range<usize>) {
        let passage = self.passage(words);
        let quote = self.normal.quote(whole);
        self.headings.push(Heading { text: passage.text, level, quote });
    }
}
