//! Reasons and purposes: they go on until something begins that only a sentence of the template can begin with.

use super::change::signed;
use super::clause::Clause;
use super::clause_kind::{Quantity, Says};
use super::comparison;
use super::heading::Item;
use super::lexicon;
use super::model::{Component, Direction, Passage};
use super::sentence_parser::Statements;
use std::ops::Range;

/// A reason or a purpose that is being read.
pub struct Tail {
    reason: bool,
    /// The line it belongs to; None where that is not known, so that its numbers are not understood.
    line: Option<usize>,
    range: Range<usize>,
    components: Vec<Component>,
    /// Clauses that name a line and an amount and do not say which way: 基本支出39.86万元.
    aimless: Vec<Range<usize>>,
    /// True while every clause of it was a component.
    only_components: bool,
}

impl Statements<'_, '_> {
    /// Begins a reason or a purpose of the line that was stated last.
    pub(super) fn open(&mut self, reason: bool, rest: Range<usize>, clause: &Clause) {
        let line = self.current.filter(|&at| {
            let line = &self.draft.lines[at];
            match reason {
                true => line.change.as_ref().is_some_and(|change| change.explanation.is_none()),
                false => line.purpose.is_none(),
            }
        });
        let range = rest.start..rest.start;
        self.tail =
            Some(Tail { reason, line, range, components: Vec::new(), aimless: Vec::new(), only_components: true });
        if !rest.is_empty() {
            let says = self.says(rest.clone());
            self.extend(rest, says, clause);
        }
    }

    /// True where a clause still belongs to the reason or purpose that is being read.
    pub(super) fn goes_on(&self, clause: &Clause, says: &Says) -> bool {
        let Some(tail) = &self.tail else { return false };
        if clause.before == '。' {
            return false;
        }
        let next_item = matches!(clause.before, ';' | ':');
        let has_change = tail.line.is_none_or(|at| self.draft.lines[at].change.is_some());
        match says {
            Says::Reason(_) if tail.reason => !next_item,
            Says::Reason(_) => !has_change,
            Says::Purpose(_) => !tail.reason,
            Says::None => false,
            Says::Amount { label, .. } => {
                let name = self.name(label.clone()).text;
                let inside = self.text(clause.range.clone()).starts_with("其中");
                let listed = lexicon::line(self.item, name).filter(|id| self.lists() && id.parent().is_some());
                if let Some(id) = listed.filter(|_| tail.reason) {
                    // Among the parts of a change, or stated before: a part that lost its 增加, no new line.
                    return !tail.components.is_empty() || self.draft.latest(&id).is_some();
                }
                !(self.known(name) || !inside && lexicon::resembles(self.item, name) || next_item && name.is_empty())
            }
            Says::Change { label, base: Some(_), .. } => {
                let name = self.name(label.clone()).text;
                if name.is_empty() {
                    return has_change && !next_item;
                }
                match lexicon::line(self.item, name) {
                    // In a list, what its parts changed by explains the whole.
                    Some(id) if self.lists() && id.parent().is_some() => tail.reason,
                    Some(id) => !next_item && (tail.reason || !self.draft.lacks_change(&id)),
                    None => !(next_item && lexicon::resembles(self.item, name)),
                }
            }
            Says::Change { label, base: None, .. } => {
                let name = self.name(label.clone()).text;
                let own = || lexicon::line(self.item, name).is_some_and(|id| self.draft.lacks_change(&id));
                !next_item || tail.reason && (self.lists() || !own())
            }
            // 基本支出主要用于…: the name of a line, and no mark before what is said of it.
            Says::Words if clause.after == Some(' ') => !self.known(self.name(clause.range.clone()).text),
            _ => true,
        }
    }

    /// Takes a clause into the reason or purpose that is being read.
    pub(super) fn extend(&mut self, range: Range<usize>, says: Says, clause: &Clause) {
        let aimless = match &says {
            Says::Amount { label, .. } => {
                let name = self.name(label.clone()).text;
                let damaged = || [self.item, Item::Appropriation].iter().any(|item| lexicon::resembles(*item, name));
                name.is_empty() || lexicon::component(self.item, name).is_some() || damaged()
            }
            _ => false,
        };
        let part = match says {
            Says::Change { label, direction, quantity: Some(quantity), .. } => {
                self.component(range.clone(), label, direction, &quantity, clause)
            }
            // 增加对个人和家庭补助经费8.31万元: the verb stands before the name.
            Says::Amount { label, quantity, note: None } => match comparison::direction(self.text(label.clone())) {
                Some((direction, len)) if direction != Direction::Flat => {
                    self.component(range.clone(), label.start + len..label.end, direction, &quantity, clause)
                }
                _ => None,
            },
            _ => None,
        };
        let aimless = part.is_none() && aimless;
        let Some(tail) = &mut self.tail else { return };
        if tail.range.is_empty() {
            tail.range.start = range.start;
        }
        tail.range.end = range.end;
        if aimless {
            tail.aimless.push(range);
        }
        match part {
            Some(part) if tail.reason => tail.components.push(part),
            _ => tail.only_components = false,
        }
    }

    /// A clause of a reason as a signed part of the change.
    fn component(
        &self,
        range: Range<usize>,
        label: Range<usize>,
        direction: Direction,
        quantity: &Quantity,
        clause: &Clause,
    ) -> Option<Component> {
        let mut name = self.name(label).text.trim_start_matches([',', '、']);
        // 一般公共预算拨款较2023年, 2022年较2021年工资福利: the comparison is no part of the name.
        for word in ["比", "较"] {
            if let Some((before, _)) = name.rsplit_once(word).filter(|(_, behind)| behind.ends_with(['年', '年'])) {
                name = before;
            }
        }
        for ordinal in ["一是", "二是", "三是", "四是", "五是", "六是", "其中", "由于", "因为", "因", "是"]
        {
            name = name.strip_prefix(ordinal).unwrap_or(name);
        }
        for joint in ["共计", "合计", "共"] {
            name = name.strip_suffix(joint).unwrap_or(name);
        }
        if name.is_empty()
            || name.bytes().any(|b| b.is_ascii_digit())
            || name.chars().nth(30).is_some()
            || comparison::tells(name)
        {
            return None;
        }
        let amount = self.money(quantity, clause).ok()?;
        Some(Component {
            label: name.to_owned(),
            id: lexicon::component(self.item, name),
            amount: signed(amount, direction),
            quote: self.draft.normal.quote(range),
            figure: self.draft.normal.quote(quantity.range.clone()),
        })
    }

    /// Ends the reason or purpose that is being read.
    pub(super) fn close(&mut self) {
        let Some(tail) = self.tail.take() else { return };
        if tail.range.is_empty() {
            return;
        }
        let Some(line) = tail.line else {
            self.draft.not_understood(tail.range, super::model::Why::UnknownSentence);
            return;
        };
        // Among parts that say which way, one that does not has lost it.
        if tail.reason && !tail.components.is_empty() {
            for range in tail.aimless {
                self.draft.not_understood(range.clone(), super::model::Why::StrayChange);
                self.draft.insisted.push(range);
            }
        }
        let normal = self.draft.normal;
        let quote = normal.quote(tail.range);
        let passage = Passage { text: normal.words(quote), quote };
        let line = &mut self.draft.lines[line];
        if !tail.reason {
            line.purpose = Some(passage);
        } else if let Some(change) = &mut line.change {
            change.reason = (!tail.only_components).then(|| passage.clone());
            change.explanation = Some(passage);
            change.components = tail.components;
        }
    }
}
