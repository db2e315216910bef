//! What the sentence parser knows while it walks the clauses of a paragraph.

use super::UnreadReason;
use super::builder::DisclosureBuilder;
use super::clause::Clause;
use super::clause_kind::{self, ClauseKind, Quantity};
use super::furniture;
use super::heading::Item;
use super::lexicon;
use super::line_name::{self, LineName, Owner};
use super::number::Measure;
use super::unit_note::UnitNote;
use crate::amount::{Amount, AmountUnit};
use std::ops::Range;

/// The state of the sentence parser. Ranges are byte ranges of the normalized text.
pub struct SentenceState<'b, 'n> {
    /// Collects what is parsed.
    pub builder: &'b mut DisclosureBuilder<'n>,
    /// The item that the sentences belong to (收入预算, “三公”经费 …).
    pub item: Item,
    /// The index of the first line that this paragraph could state.
    pub first_line: usize,
    /// The current line, as an index into the builder's lines: changes, reasons and purposes attach to it.
    pub current_line: Option<usize>,
    /// Start of words that belong to the next line or count (截至2022年12月，所属各预算单位).
    pub lead_in: Option<usize>,
    /// True where the item's heading is in the same paragraph.
    pub headed: bool,
    /// True inside brackets that state lines of their own. Brackets inside those do not: parsing them would take
    /// quadratic time for a text of nothing but brackets.
    pub in_bracket: bool,
    /// The line before the brackets that are parsed, as an index into the builder's lines.
    pub bracketed_line: Option<usize>,
}

/// A clause at its place in a paragraph.
pub struct ClauseInParagraph<'c> {
    /// The part of the clause that was classified: without 其中, or behind 主要是.
    pub range: Range<usize>,
    /// The clause with its marks.
    pub clause: &'c Clause,
    /// The clauses that follow in the paragraph.
    pub following: &'c [Clause],
}

impl<'b, 'n> SentenceState<'b, 'n> {
    /// The state at the start of a paragraph of `item`; `headed` where the item's heading is in the same paragraph.
    pub fn new(builder: &'b mut DisclosureBuilder<'n>, item: Item, headed: bool) -> Self {
        SentenceState {
            first_line: builder.lines.len(),
            builder,
            item,
            current_line: None,
            lead_in: None,
            headed,
            in_bracket: false,
            bracketed_line: None,
        }
    }

    /// The normalized text in `range`.
    pub fn text(&self, range: Range<usize>) -> &'n str {
        &self.builder.normalized.text[range]
    }

    /// Notes what the clauses behind `range` are about, even where the clause itself is not understood: what 一般公共预算拨款
    /// procures, vehicles that are bought.
    pub fn note_subject(&mut self, range: Range<usize>) {
        let text = self.text(range);
        match self.item {
            Item::Procurement if ["一般公共预算", "政府采购"].iter().all(|word| text.contains(word)) => {
                self.builder.procurement_prefix = "procurement.general_public_budget";
            }
            Item::Assets if text.contains("购置") => self.builder.vehicles_are_bought = true,
            Item::Assets if text.contains("共有车辆") => self.builder.vehicles_are_bought = false,
            _ => return,
        }
        self.builder.subject_is_uncertain = false;
    }

    /// The kind of the clause in `range`.
    pub fn classify(&self, range: Range<usize>) -> ClauseKind {
        clause_kind::classify(self.builder.normalized, range)
    }

    /// The line name inside `label`, the words before an amount or a comparison.
    pub fn name(&self, label: Range<usize>) -> LineName<'n> {
        line_name::line_name(self.text(label), self.builder.institution)
    }

    /// Checks that the name before an amount, a change or a negation speaks of this document's year and institution. In
    /// the template's section of other matters 所属各预算单位 is the department itself, and vehicles are counted at the end of
    /// the year before.
    ///
    /// # Errors
    /// [`UnreadReason::OtherYear`] or [`UnreadReason::OtherOwner`] where they do not.
    pub fn check_subject(&self, name: LineName) -> Result<(), UnreadReason> {
        let is_other_year = name
            .year
            .zip(self.builder.year)
            .is_some_and(|(stated, own)| stated != own && !(self.item == Item::Assets && stated == own - 1));
        let is_of_department = matches!(self.item, Item::Assets | Item::Procurement | Item::Performance);
        match name.owner {
            _ if is_other_year => Err(UnreadReason::OtherYear),
            Owner::Own => Ok(()),
            Owner::Units if is_of_department => Ok(()),
            Owner::Units | Owner::Others => Err(UnreadReason::OtherOwner),
        }
    }

    /// True where the item is a list of parts that add up to a total.
    pub fn is_list(&self) -> bool {
        matches!(self.item, Item::Income | Item::Expenditure)
    }

    /// True where `name` is the name of a line of this item.
    pub fn is_known(&self, name: &str) -> bool {
        lexicon::line(self.item, name).is_some()
            || (self.item == Item::Procurement && lexicon::procurement(name).is_some())
    }

    /// `range` without a leading 其中.
    pub fn without_marker(&self, range: Range<usize>) -> Range<usize> {
        let marker = if self.text(range.clone()).starts_with("其中") { "其中".len() } else { 0 };
        range.start + marker..range.end
    }

    /// Marks the numbers of `range` as unread and resets the current line, so that later clauses cannot attach to the
    /// wrong line.
    pub fn reject(&mut self, range: Range<usize>, reason: UnreadReason) {
        self.builder.mark_unread(range, reason);
        self.current_line = None;
        self.lead_in = None;
    }

    /// Adds a line without an amount for the name in `label`, so that a change behind it has an owner; returns its
    /// index.
    ///
    /// Returns None in a list, where the change may be that of the total, and for lines that are stated already.
    pub fn add_line_without_amount(&mut self, label: Range<usize>) -> Option<usize> {
        if self.is_list() {
            return None;
        }
        let name = self.name(label.clone());
        let id = lexicon::line(self.item, name.text).filter(|id| self.builder.latest(id).is_none())?;
        let start = label.start + name.start;
        Some(self.builder.push_line_without_amount(id, start..start + name.text.len()))
    }

    /// True where the paragraph ends behind a number, and the number may go on in the next one: 0 and .37万元, 10, and
    /// 421万元.
    fn breaks_off_behind(&self, quantity: &Quantity) -> bool {
        let normalized = self.builder.normalized;
        let end = normalized.paragraph_end(quantity.range.start);
        let next = normalized.next_paragraph(end);
        let goes_on = || next.starts_with('.') || furniture::is_bare_number(next) || normalized.is_torn_behind(end - 1);
        match self.text(quantity.range.end..end) {
            "" => goes_on(),
            "," => next.starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        }
    }

    /// A quantity as money.
    ///
    /// # Errors
    /// The reason why it has no certain value.
    pub fn money(&self, quantity: &Quantity, clause: &Clause) -> Result<Amount, UnreadReason> {
        let number = quantity.number.value.ok_or(UnreadReason::MalformedNumber)?;
        if quantity.is_approximate {
            return Err(UnreadReason::Approximate);
        }
        if self.text(quantity.range.clone()).starts_with('-') {
            return Err(UnreadReason::UnexpectedSign);
        }
        let note = self.builder.unit_note;
        let unit = match (quantity.measure, note) {
            // What contradicts the note of its section is not certain. 亿元 are written out in any section.
            (Measure::Money(unit), Some(UnitNote::Known(noted)))
                if unit != noted && unit != AmountUnit::Yi && !number.is_zero() =>
            {
                return Err(UnreadReason::OtherUnit);
            }
            // A lost 万 is more likely than an office that counts in single yuan.
            (Measure::Money(AmountUnit::Yuan), None)
                if self.builder.unit == Some(AmountUnit::Wan) && !number.is_zero() =>
            {
                return Err(UnreadReason::OtherUnit);
            }
            (Measure::Money(unit), _) => unit,
            _ if quantity.number.has_full_width_comma => return Err(UnreadReason::MalformedNumber),
            (Measure::Missing, _) if self.breaks_off_behind(quantity) => return Err(UnreadReason::NoUnit),
            (Measure::Missing, _) if number.is_zero() => self.builder.unit.unwrap_or(AmountUnit::Wan),
            // Where the paragraph breaks off behind the number, more than the unit may be lost.
            (Measure::Missing, Some(UnitNote::Known(unit))) if clause.after.is_some() => unit,
            (Measure::Missing, None) if clause.after.is_some() => self.builder.unit.ok_or(UnreadReason::NoUnit)?,
            _ => return Err(UnreadReason::NoUnit),
        };
        Amount::new(number, unit).ok_or(UnreadReason::MalformedNumber)
    }
}
