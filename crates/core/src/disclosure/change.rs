//! Changes: which line a difference against last year belongs to.

use super::bracket;
use super::clause::{self, Clause};
use super::clause_kind::{ChangeClause, ClauseKind};
use super::comparison::Comparison;
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::line_name::{self, LineName};
use super::number::Measure;
use super::sentence_state::{ClauseInParagraph, SentenceState};
use super::text_numbers;
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
    let name = state.name(label.clone());
    let subject = state.check_subject(name).and_then(|()| check_base(state, comparison.as_ref()));
    if let Err(reason) = subject {
        // The current line stays: its change against last year may follow.
        state.builder.mark_unread(context.range.clone(), reason);
        return None;
    }
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
    let mut lines = lines_of_change(state, context, name, amount);
    if state.is_list() && comparison.is_none() && !label.is_empty() {
        // 教育支出增加5万元 in a list is a component of the total's change, whose 主要是 is lost.
        lines.retain(|&at| state.builder.lines[at].id.parent().is_none());
    }
    let has_no_change = |at: &usize| state.builder.lines[*at].change.is_none();
    if lines.is_empty() || !lines.iter().all(has_no_change) {
        if quantity.is_some() && !names_part(state, name.text) {
            retract_contradicted(state, context);
        }
        state.reject(context.range.clone(), UnreadReason::StrayChange);
        return None;
    }
    let closing = clause::closing_bracket(&state.builder.normalized.text, context.range.clone());
    let (with_lines, other) = match closing {
        Some(inside) if bracket::states_lines(state, inside.clone()) => (Some(inside), None),
        other => (None, other),
    };
    if other.is_some_and(|inside| may_state_amount(state, inside)) {
        state.reject(context.range.clone(), UnreadReason::UnknownSentence);
        return None;
    }
    let end = with_lines.as_ref().map_or(context.range.end, |inside| inside.start - 1);
    let normalized = state.builder.normalized;
    let change = Change {
        amount,
        direction,
        base_year: comparison.as_ref().and_then(|comparison| base_year(comparison, state.builder.year)),
        comparison: comparison
            .map_or(String::new(), |comparison| normalized.quoted_text(normalized.quote(comparison.range))),
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
    with_lines
}

/// True for the name of a part, whose change explains that of the line before it.
fn names_part(state: &SentenceState, name: &str) -> bool {
    state.is_known(name) || lexicon::component(state.item, name).is_some()
}

/// Takes 持平 back where an amount right behind it contradicts it: 与2022年持平，减少3.21万元. Which of the two is right is not
/// certain.
fn retract_contradicted(state: &mut SentenceState, context: &ClauseInParagraph) {
    let start = state.builder.normalized.quote(context.range.clone()).start;
    let Some(line) = state.current_line.map(|at| &mut state.builder.lines[at]) else { return };
    let is_before = |change: &Change| change.quote.end <= start && start - change.quote.end <= ','.len_utf8() * 3;
    if line.change.as_ref().is_some_and(|change| change.direction == Direction::Flat && is_before(change)) {
        line.change = None;
    }
}

/// The year that a comparison names, or that 去年 means in a document of `year`.
fn base_year(comparison: &Comparison, year: Option<i32>) -> Option<i32> {
    let own = year.filter(|year| comparison.is_last_year || comparison.year == Some(*year));
    own.map(|year| year - 1).or(comparison.year)
}

/// An error where a comparison is with another year than the one before the document's own.
fn check_base(state: &SentenceState, comparison: Option<&Comparison>) -> Result<(), UnreadReason> {
    let base = comparison.and_then(|comparison| comparison.year);
    let may_be_own = comparison.is_some_and(|comparison| comparison.is_bare_year);
    let is_other = |(base, own): (i32, i32)| base != own - 1 && !(may_be_own && base == own);
    let is_other = base.zip(state.builder.year).is_some_and(is_other);
    if is_other { Err(UnreadReason::OtherYear) } else { Ok(()) }
}

/// True where `range` contains money, or a number without a unit: 与2022年持平(减少1万元).
fn may_state_amount(state: &SentenceState, range: Range<usize>) -> bool {
    text_numbers::measured_numbers(state.builder.normalized, range)
        .any(|(_, measure)| matches!(measure, Measure::Money(_) | Measure::Missing))
}

/// Indices of the lines that a change behind `name` belongs to.
fn lines_of_change(state: &SentenceState, context: &ClauseInParagraph, name: LineName, amount: Amount) -> Vec<usize> {
    let stated = |name: LineName| lexicon::line(state.item, name.text).and_then(|id| state.builder.latest(&id));
    if name.text.is_empty() && state.is_list() && matches!(context.clause.before, '。' | ';') {
        // A sentence of its own behind a list, without a name, is about the total.
        let total = if state.item == Item::Income { "income" } else { "expenditure" };
        return state.builder.latest(&LineId::known(total)).into_iter().collect();
    }
    if name.text.is_empty() {
        let current = state.current_line.filter(|&line| may_change_current_line(state, context, line, amount));
        return current.into_iter().collect();
    }
    match line_name::several(name) {
        Some(names) if amount.is_zero() => names.into_iter().map_while(stated).collect(),
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
