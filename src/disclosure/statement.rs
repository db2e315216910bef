//! Budget sentences: what the clauses of a paragraph say of which line.
//!
//! A small machine walks the clauses. It knows the item it is in (收入预算, “三公”经费 …), the line that was stated last,
//! and whether it stands inside a reason or a purpose, which go on until something begins that only a sentence of the
//! template can begin with.

use super::clause::{self, Base, Clause, Quantity, Says};
use super::draft::Draft;
use super::heading::{self, Item};
use super::id::LineId;
use super::lexicon;
use super::model::{Change, Component, Count, Direction, Line, Passage, Role, Why};
use super::number::{self, Measure};
use crate::amount::{Amount, Unit};
use std::ops::Range;

/// A reason or a purpose that is being read.
struct Tail {
    reason: bool,
    line: usize,
    range: Range<usize>,
    components: Vec<Component>,
    /// True while every clause of it was a component.
    only_components: bool,
}

/// Reads the sentences of one item, paragraph by paragraph.
pub struct Statements<'d, 'n> {
    draft: &'d mut Draft<'n>,
    item: Item,
    /// The line that changes, reasons and purposes belong to.
    current: Option<usize>,
    tail: Option<Tail>,
    /// Where words stand that belong to the next line or count (截至2022年12月，所属各预算单位).
    lead: Option<usize>,
    /// The ending of procurement ids: the part that is paid from 一般公共预算拨款 has ids of its own.
    procurement: &'static str,
    /// True once 安排购置车辆 was said.
    bought: bool,
}

impl<'d, 'n> Statements<'d, 'n> {
    /// A reader of the sentences of `item`.
    pub fn new(draft: &'d mut Draft<'n>, item: Item) -> Self {
        Statements { draft, item, current: None, tail: None, lead: None, procurement: "procurement", bought: false }
    }

    /// Reads one paragraph.
    pub fn paragraph(&mut self, range: Range<usize>) {
        let clauses = clause::split(self.draft.normal, range);
        for (at, clause) in clauses.iter().enumerate() {
            if clause.before == '。' {
                self.lead = None;
            }
            self.clause(clause, clauses.get(at + 1));
        }
        self.close();
        self.lead = None;
    }

    fn text(&self, range: Range<usize>) -> &'n str {
        &self.draft.normal.text[range]
    }

    fn clause(&mut self, clause: &Clause, next: Option<&Clause>) {
        let range = self.without_marker(clause.range.clone());
        if range.is_empty() {
            return;
        }
        let says = clause::says(self.draft.normal, range.clone());
        if self.tail.is_some() {
            if self.goes_on(clause, &says) {
                return self.extend(range, says);
            }
            self.close();
        }
        match says {
            Says::Amount { label, quantity, note } => self.amount(range, label, quantity, note, next),
            Says::Change { label, base, direction, quantity } => self.change(range, label, base, direction, quantity),
            Says::Count { label, quantity } => self.count(range, label, quantity),
            Says::Reason(rest) => self.open(true, rest),
            Says::Purpose(rest) => self.open(false, rest),
            Says::None => self.nothing(range),
            Says::Percent => self.percent(range),
            Says::Words => self.words(range),
        }
    }

    /// `range` without 其中 at its head.
    fn without_marker(&self, range: Range<usize>) -> Range<usize> {
        let skip = if self.text(range.clone()).starts_with("其中") { "其中".len() } else { 0 };
        range.start + skip..range.end
    }

    /// The name of a line: without the year, the institution and other words before it.
    fn name(&self, label: Range<usize>) -> (&'n str, Option<i32>) {
        let text = self.text(label);
        let mut year = None;
        let mut from = 0;
        for (at, _) in text.match_indices('年') {
            if let Some(at) = at.checked_sub(4).filter(|&at| text.is_char_boundary(at))
                && let Some((n, len)) = heading::year(&text[at..])
            {
                (year, from) = (Some(n), at + len);
            }
        }
        let mut name = &text[from..];
        for lead in [
            "所属各预算单位",
            "所属预算单位",
            "各预算单位",
            "本部门",
            "本单位",
            "我单位",
            "我部门",
            "我局",
            "全年",
            "当年",
            "安排",
            "其中",
            "的",
        ] {
            name = name.strip_prefix(lead).unwrap_or(name);
        }
        (name, year)
    }

    // --- reasons and purposes -------------------------------------------------------------------------------------

    fn open(&mut self, reason: bool, rest: Range<usize>) {
        let Some(line) = self.current else { return };
        if reason && self.draft.lines[line].change.as_ref().is_none_or(|change| change.explanation.is_some()) {
            return; // a reason for nothing, or a second one: its numbers, if any, are reported
        }
        if !reason && self.draft.lines[line].purpose.is_some() {
            return;
        }
        self.tail =
            Some(Tail { reason, line, range: rest.start..rest.start, components: Vec::new(), only_components: true });
        if !rest.is_empty() {
            let says = clause::says(self.draft.normal, rest.clone());
            self.extend(rest, says);
        }
    }

    /// True where a clause still belongs to the reason or purpose that is being read.
    fn goes_on(&self, clause: &Clause, says: &Says) -> bool {
        let Some(tail) = &self.tail else { return false };
        if clause.before == '。' {
            return false;
        }
        let sentence = matches!(clause.before, ';' | ':');
        match says {
            Says::Reason(_) => !tail.reason && self.draft.lines[tail.line].change.is_none(),
            Says::Purpose(_) => false,
            Says::None => false,
            Says::Amount { label, .. } => {
                let (name, _) = self.name(label.clone());
                !self.known(name)
            }
            Says::Change { label, base: Some(_), .. } => {
                let (name, _) = self.name(label.clone());
                let of_current = name.is_empty() && self.draft.lines[tail.line].change.is_none();
                let of_other = !name.is_empty()
                    && lexicon::line(self.item, name).is_some_and(|id| sentence || self.lacks_change(&id))
                    && (sentence || !tail.reason);
                !(of_current || of_other)
            }
            Says::Change { base: None, .. } => tail.reason || !sentence,
            _ => true,
        }
    }

    fn lacks_change(&self, id: &LineId) -> bool {
        self.draft.lines.iter().any(|line| line.id == *id && line.change.is_none())
    }

    fn extend(&mut self, range: Range<usize>, says: Says) {
        let part = match says {
            Says::Change { label, direction, quantity: Some(quantity), .. } => {
                self.component(range.clone(), label, direction, &quantity)
            }
            _ => None,
        };
        let Some(tail) = &mut self.tail else { return };
        if tail.range.is_empty() {
            tail.range.start = range.start;
        }
        tail.range.end = range.end;
        match part {
            Some(part) if tail.reason => tail.components.push(part),
            _ => tail.only_components = false,
        }
    }

    fn component(
        &self,
        range: Range<usize>,
        label: Range<usize>,
        direction: Direction,
        quantity: &Quantity,
    ) -> Option<Component> {
        let mut name = self.text(label).trim_start_matches([',', '、']);
        for ordinal in ["一是", "二是", "三是", "四是", "五是", "六是", "其中", "因", "是"] {
            name = name.strip_prefix(ordinal).unwrap_or(name);
        }
        if name.is_empty() {
            return None;
        }
        let (amount, _) = self.money(quantity)?;
        Some(Component {
            label: name.to_owned(),
            id: lexicon::component(self.item, name),
            amount: signed(amount, direction),
            quote: self.draft.normal.quote(range),
            figure: self.draft.normal.quote(quantity.range.clone()),
        })
    }

    fn close(&mut self) {
        let Some(tail) = self.tail.take() else { return };
        if tail.range.is_empty() {
            return;
        }
        let normal = self.draft.normal;
        let quote = normal.quote(tail.range);
        let passage = Passage { text: normal.words(quote), quote };
        let line = &mut self.draft.lines[tail.line];
        if !tail.reason {
            line.purpose = Some(passage);
        } else if let Some(change) = &mut line.change {
            change.reason = (!tail.only_components).then(|| passage.clone());
            change.explanation = Some(passage);
            change.components = tail.components;
        }
    }

    // --- amounts --------------------------------------------------------------------------------------------------

    /// True where `name` is a line of this item.
    fn known(&self, name: &str) -> bool {
        lexicon::line(self.item, name).is_some()
            || (self.item == Item::Procurement && lexicon::procurement(name).is_some())
    }

    /// The id of an amount's name, or why it has none.
    fn id(&mut self, name: &str) -> Result<LineId, Why> {
        if name.is_empty() {
            return Err(Why::NoLabel);
        }
        if self.item == Item::Procurement {
            let (ending, general) = lexicon::procurement(name).ok_or(Why::UnknownLabel)?;
            if ending.is_empty() {
                self.procurement = if general { "procurement.general_public_budget" } else { "procurement" };
            }
            return Ok(LineId::from(format!("{}{ending}", self.procurement)));
        }
        if self.item == Item::Performance {
            let own = name.contains("一般公共预算") || !name.contains("预算");
            return if own { Ok(LineId::known("performance.project")) } else { Ok(LineId::named("performance", name)) };
        }
        if let Some(id) = lexicon::line(self.item, name) {
            return Ok(id);
        }
        // A name that is not in the lists keeps its own words, where it looks whole.
        let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
        let short = name.chars().count() <= 20 && !name.contains([',', '、']);
        match self.item {
            Item::Income if short && ends(&["收入", "拨款", "资金", "收入预算"]) => {
                Ok(LineId::named("income", name))
            }
            Item::Expenditure if short && ends(&["支出", "支出预算"]) => Ok(LineId::named("expenditure", name)),
            Item::ThreePublic if short && ends(&["费", "费用"]) => Ok(LineId::named("three_public", name)),
            _ => Err(Why::UnknownLabel),
        }
    }

    /// The money of a quantity in 万元, with its unit; None where it cannot be known.
    fn money(&self, quantity: &Quantity) -> Option<(Amount, Unit)> {
        let number = quantity.number.value?;
        let unit = match quantity.measure {
            Measure::Money(unit) => unit,
            Measure::Bare if number.is_zero() => self.draft.unit.unwrap_or(Unit::Wan),
            Measure::Bare => self.draft.unit?,
            _ => return None,
        };
        Amount::new(number, unit).map(|amount| (amount, unit))
    }

    fn amount(
        &mut self,
        range: Range<usize>,
        label: Range<usize>,
        quantity: Quantity,
        note: Option<Range<usize>>,
        next: Option<&Clause>,
    ) {
        let (name, year) = self.name(label);
        let id = self.id(name);
        let other_year =
            year.zip(self.draft.year).is_some_and(|(said, own)| said != own) && !matches!(self.item, Item::Assets);
        let money = self.money(&quantity);
        let why = match (&id, &money) {
            _ if quantity.number.value.is_none() => Some(Why::Malformed),
            (Err(why), _) => Some(*why),
            (_, None) if matches!(quantity.measure, Measure::Money(_)) => Some(Why::Malformed),
            (_, None) => Some(Why::NoUnit),
            _ => other_year.then_some(Why::OtherYear),
        };
        if let Some(why) = why {
            self.draft.not_understood(range, why);
            return;
        }
        let (Ok(id), Some((amount, _))) = (id, money) else { return };
        let normal = self.draft.normal;
        let start = self.lead.take().unwrap_or(range.start);
        let body_end = quantity.range.end;
        let level = self.level(next);
        let figure = normal.quote(quantity.range.clone());
        self.draft.lines.push(Line {
            id,
            label: name_as_published(normal, range.start, body_end, name),
            amount,
            published: normal.words(figure),
            role: level,
            quote: normal.quote(start..body_end),
            figure,
            change: None,
            purpose: None,
        });
        self.current = Some(self.draft.lines.len() - 1);
        if let Some(note) = note {
            self.note(note);
        }
    }

    /// A class that stands before 其中 is the sum of those behind it; the arithmetic decides later.
    fn level(&self, next: Option<&Clause>) -> Role {
        let heads_list = next.is_some_and(|next| self.text(next.range.clone()).starts_with("其中"));
        if heads_list && self.item == Item::Expenditure && self.current.is_some() { Role::Subtotal } else { Role::Part }
    }

    /// What stands in brackets behind an amount: 含上年结转5.01万元.
    fn note(&mut self, range: Range<usize>) {
        let text = self.text(range.clone());
        let skip = ["其中含", "其中", "包含", "含", "包括"]
            .iter()
            .find(|word| text.starts_with(**word))
            .map_or(0, |word| word.len());
        let whole = range.start + skip..range.end;
        for clause in clause::split(self.draft.normal, whole) {
            let Says::Amount { label, quantity, note: None } = clause::says(self.draft.normal, clause.range.clone())
            else {
                continue;
            };
            let (name, _) = self.name(label);
            let normal = self.draft.normal;
            let Some(parent) = self.current.map(|at| self.draft.lines[at].id.clone()) else { continue };
            let Some((amount, _)) = self.money(&quantity) else { continue };
            let id = lexicon::source(name)
                .filter(|_| parent == "income")
                .unwrap_or_else(|| LineId::named(parent.as_str(), name));
            let figure = normal.quote(quantity.range.clone());
            let current = self.current;
            self.draft.lines.push(Line {
                id,
                label: name.to_owned(),
                amount,
                published: normal.words(figure),
                role: Role::Within,
                quote: normal.quote(clause.range.start..quantity.range.end),
                figure,
                change: None,
                purpose: None,
            });
            self.current = current;
        }
    }

    /// Nothing planned from a fund is a stated zero.
    fn nothing(&mut self, range: Range<usize>) {
        let text = self.text(range.clone());
        let id = if text.contains("政府性基金") { "government_fund" } else { "state_capital" };
        let normal = self.draft.normal;
        let quote = normal.quote(range);
        let (label, word) = if id == "government_fund" {
            ("政府性基金预算拨款安排的支出", "无")
        } else {
            ("国有资本经营预算拨款安排的支出", "无")
        };
        self.draft.lines.push(Line {
            id: LineId::known(id),
            label: label.to_owned(),
            amount: Amount::ZERO,
            published: word.to_owned(),
            role: Role::Part,
            quote,
            figure: quote,
            change: None,
            purpose: None,
        });
        self.current = Some(self.draft.lines.len() - 1);
    }

    // --- changes --------------------------------------------------------------------------------------------------

    fn change(
        &mut self,
        range: Range<usize>,
        label: Range<usize>,
        base: Option<Base>,
        direction: Direction,
        quantity: Option<Quantity>,
    ) {
        let (name, _) = self.name(label);
        let name = name.trim_end_matches("预算数");
        let target = if name.is_empty() {
            self.current
        } else {
            let id = lexicon::line(self.item, name);
            id.and_then(|id| self.draft.lines.iter().rposition(|line| line.id == id))
        };
        let amount = match &quantity {
            None => Some(Amount::ZERO),
            Some(quantity) => self.money(quantity).map(|(amount, _)| signed(amount, direction)),
        };
        let free = target.filter(|&at| self.draft.lines[at].change.is_none());
        let (Some(at), Some(amount)) = (free, amount) else {
            let malformed = quantity.is_some_and(|quantity| quantity.number.value.is_none());
            self.draft.not_understood(range, if malformed { Why::Malformed } else { Why::StrayChange });
            return;
        };
        let normal = self.draft.normal;
        let base_year = base
            .as_ref()
            .and_then(|base| base.year.or(if base.last { self.draft.year.map(|year| year - 1) } else { None }));
        self.draft.lines[at].change = Some(Change {
            amount,
            direction,
            base: base.map_or(String::new(), |base| normal.words(normal.quote(base.range))),
            base_year,
            quote: normal.quote(range),
            figure: quantity.map(|quantity| normal.quote(quantity.range)),
            reason: None,
            explanation: None,
            components: Vec::new(),
        });
        self.current = Some(at);
    }

    /// 下降19% beside a change belongs to it.
    fn percent(&mut self, range: Range<usize>) {
        let normal = self.draft.normal;
        let change = self.current.and_then(|at| self.draft.lines[at].change.as_mut());
        match change {
            Some(change) => change.quote = change.quote.through(normal.quote(range)),
            None => self.draft.not_understood(range, Why::UnknownSentence),
        }
    }

    // --- counts and words -----------------------------------------------------------------------------------------

    fn count(&mut self, range: Range<usize>, label: Range<usize>, quantity: Quantity) {
        let (name, _) = self.name(label);
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

fn signed(amount: Amount, direction: Direction) -> Amount {
    match direction {
        Direction::Down => -amount,
        Direction::Up | Direction::Flat => amount,
    }
}

/// A line's name with the quotation marks and the width that the source gives it.
fn name_as_published(normal: &super::normal::Normal, start: usize, end: usize, name: &str) -> String {
    let clause = &normal.text[start..end];
    match clause.rfind(name) {
        Some(at) => normal.words(normal.quote(start + at..start + at + name.len())),
        None => name.to_owned(),
    }
}
