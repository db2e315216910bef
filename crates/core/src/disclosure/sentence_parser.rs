//! Budget sentences: what the clauses of a paragraph say of which line.
//!
//! A small machine walks the clauses. It knows the item it is in (收入预算, “三公”经费 …), the line that was stated last, and
//! whether it stands inside a reason or a purpose (see [`super::explanation`]). A clause that is not understood makes it forget
//! the line, so that nothing behind it is laid at the wrong door.

use super::builder::Draft;
use super::clause::{self, Clause};
use super::clause_kind::{self, Quantity, Says};
use super::explanation::Tail;
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::line_name::{self, Name};
use super::model::{Count, Why};
use super::number::{self, Measure};
use crate::amount::{Amount, Unit};
use std::ops::Range;

/// Reads the sentences of one item, paragraph by paragraph.
pub struct Statements<'d, 'n> {
    pub(super) draft: &'d mut Draft<'n>,
    pub(super) item: Item,
    /// The line that changes, reasons and purposes belong to.
    pub(super) current: Option<usize>,
    pub(super) tail: Option<Tail>,
    /// Where words stand that belong to the next line or count (截至2022年12月，所属各预算单位).
    pub(super) lead: Option<usize>,
    /// The ending of procurement ids: the part that is paid from 一般公共预算拨款 has ids of its own.
    pub(super) procurement: &'static str,
    /// True where the item's name stands in the same paragraph.
    pub(super) headed: bool,
    /// True inside brackets that state lines of their own: brackets in those do not, or a text of nothing but brackets
    /// would be read over and over.
    pub(super) bracketed: bool,
    /// True once 安排购置车辆 was said.
    bought: bool,
}

impl<'d, 'n> Statements<'d, 'n> {
    /// A reader of the sentences of `item`; `headed` where its name stands in the same paragraph.
    pub fn new(draft: &'d mut Draft<'n>, item: Item, headed: bool) -> Self {
        Statements {
            draft,
            item,
            current: None,
            tail: None,
            lead: None,
            procurement: "procurement",
            headed,
            bracketed: false,
            bought: false,
        }
    }

    /// Reads one paragraph; returns the item that it turned out to be about.
    pub fn paragraph(mut self, range: Range<usize>) -> Item {
        let clauses = clause::split(self.draft.normal, range);
        for at in 0..clauses.len() {
            if clauses[at].before == '。' {
                self.lead = None;
            }
            self.clause(&clauses[at], &clauses[at + 1..]);
        }
        self.close();
        self.item
    }

    pub(super) fn text(&self, range: Range<usize>) -> &'n str {
        &self.draft.normal.text[range]
    }

    pub(super) fn says(&self, range: Range<usize>) -> Says {
        clause_kind::says(self.draft.normal, range)
    }

    pub(super) fn name(&self, label: Range<usize>) -> Name<'n> {
        line_name::name(self.text(label), self.draft.institution)
    }

    /// True where the item is a list of parts.
    pub(super) fn lists(&self) -> bool {
        matches!(self.item, Item::Income | Item::Expenditure)
    }

    /// True where `name` is a line of this item.
    pub(super) fn known(&self, name: &str) -> bool {
        lexicon::line(self.item, name).is_some()
            || (self.item == Item::Procurement && lexicon::procurement(name).is_some())
    }

    pub(super) fn clause(&mut self, clause: &Clause, rest: &[Clause]) {
        let range = self.without_marker(clause.range.clone());
        if range.is_empty() {
            return;
        }
        let says = self.says(range.clone());
        if self.tail.is_some() {
            if self.goes_on(clause, &says) {
                return self.extend(range, says, clause);
            }
            self.close();
        }
        self.say(says, range, clause, rest);
    }

    fn say(&mut self, says: Says, range: Range<usize>, clause: &Clause, rest: &[Clause]) {
        match says {
            Says::Amount { label, quantity, note } => self.amounts(range, label, quantity, note, clause, rest),
            Says::Change { label, base, direction, quantity } => {
                self.changes(range, label, base, direction, quantity, clause, rest);
            }
            Says::Count { label, quantity } => self.count(range, label, quantity),
            Says::Reason(behind) => {
                // 主要是一般公共预算拨款177.03万元: a list, not a reason, where nothing changed before it.
                let unchanged = self.current.is_some_and(|at| self.draft.lines[at].change.is_none());
                match self.says(behind.clone()) {
                    Says::Amount { label, quantity, note }
                        if unchanged && self.known(self.name(label.clone()).text) =>
                    {
                        self.amounts(behind, label, quantity, note, clause, rest);
                    }
                    _ => self.open(true, behind, clause),
                }
            }
            Says::Purpose(behind) => self.open(false, behind, clause),
            Says::None => self.nothing(range),
            Says::Percent => self.percent(range),
            Says::Words => self.words(range),
        }
    }

    /// `range` without 其中 at its head.
    pub(super) fn without_marker(&self, range: Range<usize>) -> Range<usize> {
        let skip = if self.text(range.clone()).starts_with("其中") { "其中".len() } else { 0 };
        range.start + skip..range.end
    }

    /// A clause that is not understood: what follows it belongs to no line.
    pub(super) fn lost(&mut self, range: Range<usize>, why: Why) {
        self.draft.not_understood(range, why);
        self.current = None;
    }

    /// The line that a clause names without an amount that could be understood, so that a change behind it has an owner.
    /// Not in a list: there it may be the change of the whole.
    pub(super) fn unstated(&mut self, label: Range<usize>) -> Option<usize> {
        let text = self.text(label.clone());
        let name = self.name(label.clone()).text;
        let id = lexicon::line(self.item, name).filter(|id| !self.lists() && self.draft.latest(id).is_none())?;
        let at = label.start + text.rfind(name)?;
        Some(self.draft.unstated(id, at..at + name.len()))
    }

    /// The money of a quantity in 万元, or why it cannot be known.
    pub(super) fn money(&self, quantity: &Quantity, clause: &Clause) -> Result<Amount, Why> {
        let number = quantity.number.value.ok_or(Why::Malformed)?;
        let unit = match quantity.measure {
            // 万 is lost more easily than an office pays in single yuan.
            Measure::Money(Unit::Yuan) if self.draft.unit == Some(Unit::Wan) && !number.is_zero() => {
                return Err(Why::OtherUnit);
            }
            Measure::Money(unit) => unit,
            _ if quantity.number.doubtful => return Err(Why::Malformed),
            Measure::Bare if number.is_zero() => self.draft.unit.unwrap_or(Unit::Wan),
            // Where the paragraph breaks off behind the number, more than the unit may be lost.
            Measure::Bare if clause.after.is_some() => self.draft.unit.ok_or(Why::NoUnit)?,
            _ => return Err(Why::NoUnit),
        };
        Amount::new(number, unit).ok_or(Why::Malformed)
    }

    fn count(&mut self, range: Range<usize>, label: Range<usize>, quantity: Quantity) {
        let name = self.name(label).text;
        self.bought |= name.contains("购置车辆");
        let id = match self.item {
            Item::Assets => lexicon::vehicle(name, self.bought)
                .or_else(|| (!name.is_empty()).then(|| LineId::named("assets", name))),
            _ => None,
        };
        let n = quantity.number.whole();
        let (Some(id), Some(n), Measure::Things(unit)) = (id, n, quantity.measure) else {
            self.draft.not_understood(range, Why::UnknownSentence);
            return;
        };
        let start = self.lead.take().unwrap_or(range.start);
        let quote = self.draft.normal.quote(start..range.end);
        self.draft.counts.push(Count { id, label: name.to_owned(), n, unit: unit.to_owned(), quote });
    }

    /// Words before an amount or a count in the same sentence belong to it, where they hold no number but a date.
    fn words(&mut self, range: Range<usize>) {
        let normal = self.draft.normal;
        // 基本支出主要用于…: the name of a line says what the words behind it are about.
        if let Some(at) = lexicon::line(self.item, self.name(range.clone()).text).and_then(|id| self.draft.latest(&id))
        {
            self.current = Some(at);
        }
        // 一般公共预算财政拨款支出万元: the number is lost, and what follows is about it.
        if self.text(range.clone()).ends_with('元') {
            let label = self.text(range.clone()).trim_end_matches(['万', '元', '亿']).len();
            self.current = self.unstated(range.start..range.start + label);
        }
        let plain = number::numbers(normal, range.clone()).all(|number| {
            let rest = &normal.text[number.range.end..];
            ["年", "月", "日"].iter().any(|word| rest.starts_with(word))
        });
        if plain && matches!(self.item, Item::Assets | Item::Performance | Item::Operating | Item::Procurement) {
            self.lead.get_or_insert(range.start);
        } else {
            self.lead = None;
        }
    }
}
