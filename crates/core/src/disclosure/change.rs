//! Changes: which line a difference against last year belongs to.

use super::bracket;
use super::clause::{self, Clause};
use super::clause_kind::{ChangeClause, ClauseKind};
use super::comparison::Comparison;
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::line_name;
use super::sentence_state::{ClauseInParagraph, SentenceState};
use super::{Change, Direction, UnreadReason};
use crate::amount::Amount;
use std::ops::Range;

/// How many of the following clauses are searched for the next part of a list.
const LOOKAHEAD: usize = 12;

/// Adds a change of one line, or of several lines that did not change: A、B均与2022年持平.
///
/// Returns the inside brackets behind it that state lines of their own: 与上年保持一致(公务用车运行维护费24万元, …).
pub fn add(state: &mut SentenceState, context: &ClauseInParagraph, stated: ChangeClause) -> Option<Range<usize>> {
    let ChangeClause { label, comparison, direction, quantity } = stated;
    let amount = match &quantity {
        None => Ok(Amount::ZERO),
        Some(quantity) => state.money(quantity, context.clause).map(|amount| signed(amount, direction)),
    };
    let amount = match amount {
        Ok(amount) => amount,
        Err(reason) => {
            state.reject(context.range.clone(), reason);
            return None;
        }
    };
    let mut lines = changed_lines(state, context, state.name(label.clone()).text, amount);
    if state.is_list() && comparison.is_none() && !label.is_empty() {
        // 教育支出增加5万元 in a list is a component of the total's change, whose 主要是 is lost.
        lines.retain(|&at| state.builder.lines[at].id.parent().is_none());
    }
    let has_no_change = |at: &usize| state.builder.lines[*at].change.is_none();
    if lines.is_empty() || !lines.iter().all(has_no_change) {
        state.reject(context.range.clone(), UnreadReason::StrayChange);
        return None;
    }
    let bracket = bracket_with_lines(state, &context.range);
    let end = bracket.as_ref().map_or(context.range.end, |inside| inside.start - 1);
    let normalized = state.builder.normalized;
    let change = Change {
        amount,
        direction,
        base_year: comparison.as_ref().and_then(|comparison| base_year(comparison, state.builder.year)),
        comparison: comparison.map_or(String::new(), |comparison| normalized.words(normalized.quote(comparison.range))),
        quote: normalized.quote(context.range.start..end),
        number_quote: quantity.map(|quantity| normalized.quote(quantity.range)),
        reason: None,
        explanation: None,
        components: Vec::new(),
    };
    for &at in &lines {
        state.builder.lines[at].change = Some(change.clone());
        state.current_line = Some(at);
    }
    bracket
}

/// The year that a comparison names, or that 去年 means in a document of `year`.
fn base_year(comparison: &Comparison, year: Option<i32>) -> Option<i32> {
    let last_year = year.filter(|_| comparison.is_last_year).map(|year| year - 1);
    comparison.year.or(last_year)
}

/// The inside the brackets that end the clause in `range`, where they state lines of their own.
fn bracket_with_lines(state: &SentenceState, range: &Range<usize>) -> Option<Range<usize>> {
    let open = range.start + clause::closing_bracket(state.text(range.clone()))?;
    Some(open + 1..range.end - 1).filter(|inside| bracket::states_lines(state, inside.clone()))
}

/// Indices of the lines that a change behind `name` belongs to.
fn changed_lines(state: &SentenceState, context: &ClauseInParagraph, name: &str, amount: Amount) -> Vec<usize> {
    let stated = |name: &str| lexicon::line(state.item, name).and_then(|id| state.builder.latest(&id));
    if name.is_empty() && state.is_list() && matches!(context.clause.before, '。' | ';') {
        // A sentence of its own behind a list, without a name, is about the total.
        let total = if state.item == Item::Income { "income" } else { "expenditure" };
        return state.builder.latest(&LineId::known(total)).into_iter().collect();
    }
    if name.is_empty() {
        let current = state.current_line.filter(|&line| may_change_current_line(state, context, line, amount));
        return current.into_iter().collect();
    }
    match line_name::several(name) {
        Some(names) if amount.is_zero() => names.iter().map_while(|name| stated(name)).collect(),
        _ => stated(name).into_iter().collect(),
    }
}

/// True where a change without a name can only be the change of the current line.
fn may_change_current_line(state: &SentenceState, context: &ClauseInParagraph, line: usize, amount: Amount) -> bool {
    let line = &state.builder.lines[line];
    let is_part = matches!(line.id.parent(), Some("income" | "expenditure"));
    match context.clause.before {
        '。' => !is_part,
        ';' => false,
        // Behind the last part of a list, a change may be that of the total.
        _ if is_part => list_continues(state, context.following) && amount <= line.amount,
        _ => true,
    }
}

/// True where one of the following clauses of the same sentence states a known line.
fn list_continues(state: &SentenceState, following: &[Clause]) -> bool {
    following.iter().take(LOOKAHEAD).take_while(|clause| clause.before != '。').any(|clause| {
        match state.classify(state.without_marker(clause.range.clone())) {
            ClauseKind::Amount(amount) => state.is_known(state.name(amount.label).text),
            _ => false,
        }
    })
}

/// Extends the quote of the current line's change by a percentage behind it: 下降19%.
pub fn add_percent(state: &mut SentenceState, range: Range<usize>) {
    let normalized = state.builder.normalized;
    let change = state.current_line.and_then(|at| state.builder.lines[at].change.as_mut());
    match change {
        Some(change) => change.quote = change.quote.through(normalized.quote(range)),
        None => state.builder.mark_unread(range, UnreadReason::UnknownSentence),
    }
}

/// The signed amount of a change in this direction.
pub fn signed(amount: Amount, direction: Direction) -> Amount {
    match direction {
        Direction::Down => -amount,
        Direction::Up | Direction::Flat => amount,
    }
}
