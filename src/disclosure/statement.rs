//! Budget sentences: what the clauses of a paragraph say of which line.
//!
//! A small machine walks the clauses. It knows the item it is in (收入预算, “三公”经费 …), the line that was stated last, and
//! whether it stands inside a reason or a purpose (see [`super::tail`]). A clause that is not understood makes it forget
//! the line, so that nothing behind it is laid at the wrong door.

use super::clause::{self, Clause};
use super::comparison::Base;
use super::draft::Draft;
use super::heading::Item;
use super::id::LineId;
use super::lexicon;
use super::model::{Change, Count, Direction, Line, Role, Why};
use super::name::{self, Name};
use super::number::{self, Measure};
use super::says::{self, Quantity, Says};
use super::tail::Tail;
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
    lead: Option<usize>,
    /// The ending of procurement ids: the part that is paid from 一般公共预算拨款 has ids of its own.
    procurement: &'static str,
    /// True once 安排购置车辆 was said.
    bought: bool,
}

/// How many clauses a list is looked ahead for its next part.
const AHEAD: usize = 12;

impl<'d, 'n> Statements<'d, 'n> {
    /// A reader of the sentences of `item`.
    pub fn new(draft: &'d mut Draft<'n>, item: Item) -> Self {
        Statements { draft, item, current: None, tail: None, lead: None, procurement: "procurement", bought: false }
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
        says::says(self.draft.normal, range)
    }

    pub(super) fn name(&self, label: Range<usize>) -> Name<'n> {
        name::name(self.text(label), self.draft.institution)
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

    fn clause(&mut self, clause: &Clause, rest: &[Clause]) {
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
    fn without_marker(&self, range: Range<usize>) -> Range<usize> {
        let skip = if self.text(range.clone()).starts_with("其中") { "其中".len() } else { 0 };
        range.start + skip..range.end
    }

    /// A clause that is not understood: what follows it belongs to no line.
    fn lost(&mut self, range: Range<usize>, why: Why) {
        self.draft.not_understood(range, why);
        self.current = None;
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

    // --- amounts --------------------------------------------------------------------------------------------------

    /// The id of an amount's name, or why it has none.
    fn id(&mut self, name: &str, clause: &Clause) -> Result<LineId, Why> {
        if name.is_empty() {
            return Err(Why::NoLabel);
        }
        if lexicon::bare_whole(name) {
            return self.bare_whole(name, clause).ok_or(Why::NoLabel);
        }
        if self.item == Item::Procurement {
            let (ending, general) = lexicon::procurement(name).ok_or(Why::UnknownLabel)?;
            if ending.is_empty() {
                self.procurement = if general { "procurement.general_public_budget" } else { "procurement" };
            }
            return Ok(LineId::from(format!("{}{ending}", self.procurement)));
        }
        if self.item == Item::Performance {
            let money = ["拨款", "资金", "金额"].iter().any(|word| name.contains(word));
            let fund = ["政府性基金", "国有资本经营"].iter().any(|word| name.contains(word));
            return match (money || fund, fund) {
                (true, false) if name.contains("一般公共预算") || !name.contains("预算") => {
                    Ok(LineId::known("performance.project"))
                }
                (_, true) => Ok(LineId::named("performance", name)),
                _ => Err(Why::UnknownLabel),
            };
        }
        if let Some(id) = lexicon::line(self.item, name) {
            if lexicon::current_year(name) {
                // 本年收入 is the whole at the head of its item only; behind 其中 it is a sum of parts.
                let head = matches!(clause.before, ' ' | '。') && !self.text(clause.range.clone()).starts_with("其中");
                return match self.draft.latest(&id) {
                    Some(_) => Ok(LineId::named(id.as_str(), name)),
                    None if head => Ok(id),
                    None => Err(Why::NoLabel),
                };
            }
            return Ok(id);
        }
        if lexicon::resembles(self.item, name) {
            return Err(Why::DamagedLabel);
        }
        // A name that is not in the lists keeps its own words, where it looks whole.
        let long = |least: usize| (least..=20).contains(&name.chars().count());
        let plain = !name.contains([',', '、'])
            && !name.bytes().any(|b| b.is_ascii_digit())
            && !lexicon::of_budget(name)
            && !lexicon::unclear(self.item, name);
        let ends = |words: &[&str]| plain && words.iter().any(|word| name.ends_with(word));
        let parent = match self.item {
            Item::Income if long(4) && ends(&["收入", "拨款", "资金", "收入预算"]) => "income",
            Item::Expenditure if long(7) && ends(&["支出预算"]) || long(5) && ends(&["支出"]) => "expenditure",
            Item::ThreePublic if long(3) && ends(&["费", "费用"]) => "three_public",
            _ => return Err(Why::UnknownLabel),
        };
        Ok(LineId::named(parent, name))
    }

    /// The line that 收入 or 支出 alone means. Anywhere but at the head of its item, or right behind what came in
    /// (政府性基金预算收入850万元，支出850万元), it is what is left of a longer name.
    fn bare_whole(&self, name: &str, clause: &Clause) -> Option<LineId> {
        if self.text(clause.range.clone()).starts_with("其中") {
            return None;
        }
        match self.current {
            None if matches!(clause.before, ' ' | '。') => lexicon::line(self.item, name),
            Some(at) if name == "支出" && clause.before == ',' => {
                self.draft.lines[at].id.as_str().strip_suffix(".income").map(|whole| LineId::from(whole.to_owned()))
            }
            _ => None,
        }
    }

    /// An amount of one line, or of several: 公务接待费、公务用车购置费均为0万元.
    fn amounts(
        &mut self,
        range: Range<usize>,
        label: Range<usize>,
        quantity: Quantity,
        note: Option<Range<usize>>,
        clause: &Clause,
        rest: &[Clause],
    ) {
        let name = self.name(label);
        let several = name::several(name.text).filter(|names| names.iter().all(|name| self.known(name)));
        for text in several.unwrap_or(vec![name.text]) {
            let name = Name { text, year: name.year };
            if let Err(why) = self.amount(range.clone(), name, &quantity, clause, rest.first()) {
                return self.lost(range, why);
            }
        }
        if let Some(note) = note {
            self.note(note, clause);
        }
    }

    fn amount(
        &mut self,
        range: Range<usize>,
        name: Name,
        quantity: &Quantity,
        clause: &Clause,
        next: Option<&Clause>,
    ) -> Result<(), Why> {
        if quantity.number.value.is_none() {
            return Err(Why::Malformed);
        }
        let id = self.id(name.text, clause)?;
        let amount = self.money(quantity, clause)?;
        if self.item != Item::Assets && name.year.zip(self.draft.year).is_some_and(|(said, own)| said != own) {
            return Err(Why::OtherYear);
        }
        let listed = matches!(id.parent(), Some("income" | "expenditure"));
        let before = self.draft.latest(&id).map(|at| self.draft.lines[at].amount);
        if !listed && before.is_some_and(|before| before != amount) {
            return Err(Why::StatedTwice);
        }
        // Where headings are missing, the whole says what the list behind it is about.
        match id.as_str() {
            "income" if self.item == Item::Other => self.item = Item::Income,
            "expenditure" if self.item == Item::Other => self.item = Item::Expenditure,
            _ => {}
        }
        let normal = self.draft.normal;
        let start = self.lead.take().unwrap_or(range.start);
        let end = quantity.range.end;
        let figure = normal.quote(quantity.range.clone());
        let role =
            if lexicon::current_year(name.text) && id.parent().is_some() { Role::Subtotal } else { self.level(next) };
        self.current = Some(self.draft.line(Line {
            id,
            label: name_as_published(normal, range.start, end, name.text),
            amount,
            published: normal.words(figure),
            role,
            quote: normal.quote(start..end),
            figure,
            change: None,
            purpose: None,
        }));
        if quantity.measure == Measure::Bare && !amount.is_zero() {
            self.draft.bare(range);
        }
        Ok(())
    }

    /// A class that stands before 其中 is the sum of those behind it; the arithmetic decides later.
    fn level(&self, next: Option<&Clause>) -> Role {
        let heads_list = next.is_some_and(|next| self.text(next.range.clone()).starts_with("其中"));
        if heads_list && self.item == Item::Expenditure && self.current.is_some() { Role::Subtotal } else { Role::Part }
    }

    /// What stands in brackets behind an amount: 含上年结转5.01万元.
    fn note(&mut self, range: Range<usize>, outer: &Clause) {
        let text = self.text(range.clone());
        let skip = ["其中含", "其中", "包含", "含", "包括"]
            .iter()
            .find(|word| text.starts_with(**word))
            .map_or(0, |word| word.len());
        let whole = range.start + skip..range.end;
        let Some(current) = self.current else { return };
        let parent = self.draft.lines[current].id.clone();
        for clause in clause::split(self.draft.normal, whole) {
            let Says::Amount { label, quantity, note: None } = self.says(clause.range.clone()) else { continue };
            let name = self.name(label).text;
            let Ok(amount) = self.money(&quantity, outer) else { continue };
            if name.is_empty() {
                continue;
            }
            let id = lexicon::source(name)
                .filter(|_| parent == "income")
                .unwrap_or_else(|| LineId::named(parent.as_str(), name));
            let normal = self.draft.normal;
            let figure = normal.quote(quantity.range.clone());
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
        }
    }

    /// Nothing planned from a fund is a stated zero.
    fn nothing(&mut self, range: Range<usize>) {
        let text = self.text(range.clone());
        let (id, label) = if text.contains("政府性基金") {
            (LineId::known("government_fund"), "政府性基金预算拨款安排的支出")
        } else {
            (LineId::known("state_capital"), "国有资本经营预算拨款安排的支出")
        };
        let before = self.draft.latest(&id).map(|at| self.draft.lines[at].amount);
        if before.is_some_and(|before| !before.is_zero()) {
            return self.lost(range, Why::StatedTwice);
        }
        let quote = self.draft.normal.quote(range);
        self.current = Some(self.draft.line(Line {
            id,
            label: label.to_owned(),
            amount: Amount::ZERO,
            published: "无".to_owned(),
            role: Role::Part,
            quote,
            figure: quote,
            change: None,
            purpose: None,
        }));
    }

    // --- changes --------------------------------------------------------------------------------------------------

    /// A change of one line, or of several that did not change: A、B均与2022年持平.
    #[allow(clippy::too_many_arguments)]
    fn changes(
        &mut self,
        range: Range<usize>,
        label: Range<usize>,
        base: Option<Base>,
        direction: Direction,
        quantity: Option<Quantity>,
        clause: &Clause,
        rest: &[Clause],
    ) {
        let amount = match &quantity {
            None => Ok(Amount::ZERO),
            Some(quantity) => self.money(quantity, clause).map(|amount| signed(amount, direction)),
        };
        let amount = match amount {
            Ok(amount) => amount,
            Err(why) => return self.lost(range, why),
        };
        let mut targets = self.targets(self.name(label.clone()).text, amount, clause, rest);
        if self.lists() && base.is_none() && !label.is_empty() {
            // 教育支出增加5万元 in a list is a part of the whole's change whose 主要是 is lost.
            targets.retain(|&at| self.draft.lines[at].id.parent().is_none());
        }
        let free = |at: &usize| self.draft.lines[*at].change.is_none();
        if targets.is_empty() || !targets.iter().all(free) {
            return self.lost(range, Why::StrayChange);
        }
        let normal = self.draft.normal;
        let last_year = self.draft.year.map(|year| year - 1);
        let change = Change {
            amount,
            direction,
            base_year: base.as_ref().and_then(|base| base.year.or(if base.last { last_year } else { None })),
            base: base.map_or(String::new(), |base| normal.words(normal.quote(base.range))),
            quote: normal.quote(range),
            figure: quantity.map(|quantity| normal.quote(quantity.range)),
            reason: None,
            explanation: None,
            components: Vec::new(),
        };
        for &at in &targets {
            self.draft.lines[at].change = Some(change.clone());
            self.current = Some(at);
        }
    }

    /// The lines that a change with this name before it belongs to.
    fn targets(&self, name: &str, amount: Amount, clause: &Clause, rest: &[Clause]) -> Vec<usize> {
        let stated = |name: &str| lexicon::line(self.item, name).and_then(|id| self.draft.latest(&id));
        if name.is_empty() && self.lists() && matches!(clause.before, '。' | ';') {
            // A sentence of its own behind a list, without a name, is about the whole.
            let whole = if self.item == Item::Income { "income" } else { "expenditure" };
            return self.draft.latest(&LineId::known(whole)).into_iter().collect();
        }
        if name.is_empty() {
            return self.current.filter(|&at| self.follows(at, amount, clause, rest)).into_iter().collect();
        }
        match name::several(name) {
            Some(names) if amount.is_zero() => names.iter().map_while(|name| stated(name)).collect(),
            _ => stated(name).into_iter().collect(),
        }
    }

    /// True where a change without a name can only be the change of the line stated last.
    fn follows(&self, at: usize, amount: Amount, clause: &Clause, rest: &[Clause]) -> bool {
        let line = &self.draft.lines[at];
        let part = matches!(line.id.parent(), Some("income" | "expenditure"));
        match clause.before {
            '。' => !part,
            ';' => false,
            // Behind the last part of a list, a change may be that of the whole.
            _ if part => {
                let goes_on = rest.iter().take(AHEAD).take_while(|next| next.before != '。').any(|next| {
                    matches!(self.says(self.without_marker(next.range.clone())),
                        Says::Amount { label, .. } if self.known(self.name(label.clone()).text))
                });
                goes_on && amount <= line.amount
            }
            _ => true,
        }
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
            self.current = None;
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

/// The amount of a change that goes this way.
pub(super) fn signed(amount: Amount, direction: Direction) -> Amount {
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
