//! Amounts: which line an amount is stated of.

use super::clause::{self, Clause};
use super::clause_kind::{Quantity, Says};
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::line_name::{self, Name};
use super::model::{Line, Role, Why};
use super::number::Measure;
use super::sentence_parser::Statements;
use crate::amount::Amount;
use std::ops::Range;

impl Statements<'_, '_> {
    /// The id of an amount's name, or why it has none.
    fn id(&mut self, name: &str, clause: &Clause) -> Result<LineId, Why> {
        if name.is_empty() {
            // 机关运行经费: 2022年38.16万元. The other items have parts, whose names may be lost.
            let first = self.headed && self.current.is_none() && clause.before == ' ';
            return if first && self.item == Item::Operating {
                Ok(LineId::known("operating"))
            } else {
                Err(Why::NoLabel)
            };
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
    pub(super) fn amounts(
        &mut self,
        range: Range<usize>,
        label: Range<usize>,
        quantity: Quantity,
        note: Option<Range<usize>>,
        clause: &Clause,
        rest: &[Clause],
    ) {
        let name = self.name(label.clone());
        let several = line_name::several(name.text).filter(|names| names.iter().all(|name| self.known(name)));
        for text in several.unwrap_or(vec![name.text]) {
            let name = Name { text, year: name.year };
            if let Err(why) = self.amount(range.clone(), name, &quantity, clause, rest.first()) {
                self.lost(range, why);
                if matches!(why, Why::Malformed | Why::NoUnit | Why::OtherUnit) {
                    self.current = self.unstated(label);
                }
                return;
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
    pub(super) fn note(&mut self, range: Range<usize>, outer: &Clause) {
        if self.bracket_states(range.clone()) {
            let inner = clause::split(self.draft.normal, range);
            // 公务用车购置及运行维护费2.5万元(其中: 公务用车购置费0万元, …): sentences of their own.
            let current = self.current;
            self.bracketed = true;
            for at in 0..inner.len() {
                self.clause(&inner[at], &inner[at + 1..]);
            }
            self.close();
            (self.bracketed, self.current) = (false, current);
            return;
        }
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

    /// True where brackets state a line of the item itself, and not what a line of a list contains.
    pub(super) fn bracket_states(&self, inside: Range<usize>) -> bool {
        if self.lists() || self.bracketed {
            return false;
        }
        let clauses = clause::split(self.draft.normal, inside);
        clauses.iter().any(|clause| match self.says(self.without_marker(clause.range.clone())) {
            Says::Amount { label, .. } => self.known(self.name(label).text),
            _ => false,
        })
    }

    /// Nothing planned from a fund is a stated zero.
    pub(super) fn nothing(&mut self, range: Range<usize>) {
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
}

/// A line's name with the quotation marks and the width that the source gives it.
fn name_as_published(normal: &super::normalization::Normal, start: usize, end: usize, name: &str) -> String {
    let clause = &normal.text[start..end];
    match clause.rfind(name) {
        Some(at) => normal.words(normal.quote(start + at..start + at + name.len())),
        None => name.to_owned(),
    }
}
