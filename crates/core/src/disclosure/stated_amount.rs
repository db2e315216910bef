//! Amounts: a clause with a name and an amount becomes a line.

use super::clause::Clause;
use super::clause_kind::{AmountClause, Quantity};
use super::heading::Item;
use super::line_id::LineId;
use super::line_name::{self, LineName};
use super::number::Measure;
use super::sentence_state::{ClauseInParagraph, SentenceState};
use super::word_list::Prefixes;
use super::{Line, Role, UnreadReason};
use super::{amount_line, bracket, clause_kind, lexicon};
use crate::amount::Amount;
use std::ops::Range;

/// Adds the amount of one line, or of several: 公务接待费、公务用车购置费均为0万元.
///
/// Returns the inside brackets behind it that state lines of their own.
pub fn add(state: &mut SentenceState, context: &ClauseInParagraph, stated: AmountClause) -> Option<Range<usize>> {
    let AmountClause { label, quantity, bracket } = stated;
    let name = state.name(label.clone());
    let is_last_years = state.lead_in.is_some_and(|start| is_about_last_year(state, start..context.range.start));
    if is_last_years {
        state.lead_in = None;
        state.reject(context.range.clone(), UnreadReason::OtherYear);
        return None;
    }
    let several = line_name::several(name).filter(|names| names.iter().all(|name| state.is_known(name.text)));
    for name in several.unwrap_or_else(|| vec![name]) {
        let added = state.check_subject(name).and_then(|()| add_line(state, context, name, label.start, &quantity));
        if let Err(reason) = added {
            state.reject(context.range.clone(), reason);
            if matches!(reason, UnreadReason::MalformedNumber | UnreadReason::NoUnit | UnreadReason::OtherUnit) {
                state.current_line = state.add_line_without_amount(label);
            }
            return None;
        }
    }
    let bracket = bracket?;
    if bracket::states_lines(state, bracket.clone()) {
        return Some(bracket);
    }
    bracket::add_contained_lines(state, bracket, context.clause);
    None
}

/// True where the words that lead to an amount speak of another year: 上年项目支出均实行了绩效目标管理，涉及….
fn is_about_last_year(state: &SentenceState, lead_in: Range<usize>) -> bool {
    const LAST_YEAR: Prefixes = Prefixes::new(&["上年", "去年", "上一年"]);
    let words = state.text(lead_in.clone());
    let names_last_year = LAST_YEAR.begin(words);
    let year = state.name(lead_in).year;
    state.item != Item::Assets
        && (names_last_year || year.zip(state.builder.year).is_some_and(|(year, own)| year != own))
}

/// Adds the line `name`, in the label at byte `label_start`, with its amount; nothing where it repeats an earlier one.
fn add_line(
    state: &mut SentenceState,
    context: &ClauseInParagraph,
    name: LineName,
    label_start: usize,
    quantity: &Quantity,
) -> Result<(), UnreadReason> {
    if quantity.number.value.is_none() {
        return Err(UnreadReason::MalformedNumber);
    }
    let id = amount_line::identify(state, name.text, context.clause)?;
    let amount = state.money(quantity, context.clause)?;
    let outer = state.bracketed_line.and_then(|at| state.builder.lines.get(at));
    if outer.is_some_and(|outer| !bracket::is_part_of(&id, &outer.id)) {
        return Err(UnreadReason::UnknownSentence);
    }
    if let Some(earlier) = repeated_line(state, name.text, &id, amount)? {
        let passage = state.builder.passage(context.range.start..quantity.range.end);
        state.builder.passages.push(passage);
        state.current_line = Some(earlier);
        return Ok(());
    }
    // Where headings are missing, the total determines whether the list behind it is income or expenditure.
    match id.as_str() {
        "income" if state.item == Item::Other => state.item = Item::Income,
        "expenditure" if state.item == Item::Other => state.item = Item::Expenditure,
        _ => {}
    }
    let normalized = state.builder.normalized;
    let start = state.lead_in.take().unwrap_or(context.range.start);
    let end = quantity.range.end;
    let number_quote = normalized.quote(quantity.range.clone());
    let name_start = label_start + name.start;
    let is_subtotal = lexicon::is_current_year_total(name.text) && id.parent().is_some();
    let role = if is_subtotal { Role::Subtotal } else { role_before(state, context.following.first()) };
    state.current_line = Some(state.builder.push_line(Line {
        id,
        label: normalized.quoted_text(normalized.quote(name_start..name_start + name.text.len())),
        amount,
        published: normalized.quoted_text(number_quote),
        role,
        quote: normalized.quote(start..end),
        number_quote,
        change: None,
        purpose: None,
    }));
    if quantity.measure == Measure::Missing && !amount.is_zero() && state.builder.unit_note.is_none() {
        state.builder.mark_without_unit(context.range.clone());
    }
    Ok(())
}

/// The index of the line that a section which is published twice repeats; None for a new statement.
///
/// # Errors
/// Where the statement contradicts an earlier one of the same line, or may be of another line.
fn repeated_line(
    state: &SentenceState,
    name: &str,
    id: &LineId,
    amount: Amount,
) -> Result<Option<usize>, UnreadReason> {
    let is_listed = matches!(id.parent(), Some("income" | "expenditure"));
    let latest = state.builder.latest(id);
    let earlier = latest.map(|at| state.builder.lines[at].amount);
    // The same section once more: what it repeats is a quote, and what it changes is in doubt.
    if let Some(latest) = latest.filter(|at| is_listed && *at < state.builder.first_line_of_item) {
        return if earlier == Some(amount) { Ok(Some(latest)) } else { Err(UnreadReason::StatedTwice) };
    }
    // 年初预算数 once more, in another paragraph: that of an item whose heading is lost.
    let is_nameless_total = state.is_list() && !name.contains(['收', '支']) && id.parent().is_none();
    if is_nameless_total && state.builder.subject_is_uncertain {
        return Err(UnreadReason::UnknownSentence);
    }
    let is_in_other_paragraph = is_nameless_total && latest.is_some_and(|at| at < state.first_line);
    let is_contradiction = !is_listed && earlier.is_some_and(|earlier| earlier != amount);
    if is_in_other_paragraph || is_contradiction { Err(UnreadReason::StatedTwice) } else { Ok(None) }
}

/// The role of a line before the clause `next`: a class before 其中 may be the sum of those behind it; arithmetic decides
/// later (see [`super::roles`]).
fn role_before(state: &SentenceState, next: Option<&Clause>) -> Role {
    let heads_list = next.is_some_and(|next| state.text(next.range.clone()).starts_with("其中"));
    let is_subtotal = heads_list && state.item == Item::Expenditure && state.current_line.is_some();
    if is_subtotal { Role::Subtotal } else { Role::Part }
}

/// Adds the zero that a sentence states in words: 2023年无使用政府性基金预算拨款安排的支出.
pub fn add_zero_in_words(state: &mut SentenceState, range: Range<usize>) {
    let subject = clause_kind::subject_of_nothing_planned(state.text(range.clone())).map_or(0, str::len);
    let name = state.name(range.start..range.start + subject);
    if let Err(reason) = state.check_subject(name) {
        return state.reject(range, reason);
    }
    if !name.text.is_empty() {
        return state.reject(range, UnreadReason::UnknownSentence);
    }
    let (id, label) = if state.text(range.clone()).contains("政府性基金") {
        (LineId::known("government_fund"), "政府性基金预算拨款安排的支出")
    } else {
        (LineId::known("state_capital"), "国有资本经营预算拨款安排的支出")
    };
    let earlier = state.builder.latest(&id).map(|at| state.builder.lines[at].amount);
    if earlier.is_some_and(|earlier| !earlier.is_zero()) {
        return state.reject(range, UnreadReason::StatedTwice);
    }
    let quote = state.builder.normalized.quote(range);
    state.current_line = Some(state.builder.push_line(Line {
        id,
        label: label.to_owned(),
        amount: Amount::ZERO,
        published: "无".to_owned(),
        role: Role::Part,
        quote,
        number_quote: quote,
        change: None,
        purpose: None,
    }));
}
