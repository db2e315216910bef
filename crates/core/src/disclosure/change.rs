//! Changes: which line a difference against last year belongs to.

use super::clause::{self, Clause};
use super::clause_kind::{Quantity, Says};
use super::comparison::Base;
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::line_name;
use super::model::{Change, Direction, Why};
use super::sentence_parser::Statements;
use crate::amount::Amount;
use std::ops::Range;

/// How many clauses a list is looked ahead for its next part.
const AHEAD: usize = 12;

impl Statements<'_, '_> {
    /// A change of one line, or of several that did not change: A、B均与2022年持平.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn changes(
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
        // 与上年保持一致(公务用车运行维护费24万元, …): what is in brackets states lines of its own.
        let bracket = clause::closing_bracket(self.text(range.clone())).map(|at| range.start + at);
        let inside = bracket.map(|at| at + 1..range.end - 1).filter(|inside| self.bracket_states(inside.clone()));
        let range = range.start..inside.as_ref().map_or(range.end, |inside| inside.start - 1);
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
        if let Some(inside) = inside {
            self.note(inside, clause);
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
        match line_name::several(name) {
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
    pub(super) fn percent(&mut self, range: Range<usize>) {
        let normal = self.draft.normal;
        let change = self.current.and_then(|at| self.draft.lines[at].change.as_mut());
        match change {
            Some(change) => change.quote = change.quote.through(normal.quote(range)),
            None => self.draft.not_understood(range, Why::UnknownSentence),
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
