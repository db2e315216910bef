//! Which line an amount belongs to: from the name before it, the item, and what was stated before.

use super::UnreadReason;
use super::clause::Clause;
use super::heading::Item;
use super::lexicon;
use super::line_id::LineId;
use super::sentence_state::SentenceState;
use super::word_list::{Prefixes, Suffixes};

/// The id of the line called `name`, or the reason why there is none.
pub fn identify(state: &mut SentenceState, name: &str, clause: &Clause) -> Result<LineId, UnreadReason> {
    if name.is_empty() {
        // 机关运行经费: 2022年38.16万元. Other items have parts, whose names may be lost.
        let first = state.headed && state.current_line.is_none() && clause.before == ' ';
        let is_total = first && state.item == Item::Operating;
        return if is_total { Ok(LineId::known("operating")) } else { Err(UnreadReason::NoLabel) };
    }
    if lexicon::is_bare_total(name) {
        return bare_total(state, name, clause).ok_or(UnreadReason::NoLabel);
    }
    match state.item {
        Item::Procurement => procurement(state, name),
        Item::Performance => performance(name),
        _ => match lexicon::line(state.item, name) {
            Some(id) if lexicon::is_current_year_total(name) => current_year_total(state, id, name, clause),
            Some(id) => Ok(id),
            None => unlisted_name(state, name),
        },
    }
}

/// The line that 收入 or 支出 alone means: the total at the start of its item, or the expenditure right behind its income
/// (政府性基金预算收入850万元，支出850万元). Elsewhere it is the rest of a damaged name.
fn bare_total(state: &SentenceState, name: &str, clause: &Clause) -> Option<LineId> {
    if state.text(clause.range.clone()).starts_with("其中") {
        return None;
    }
    match state.current_line {
        None if matches!(clause.before, ' ' | '。') => lexicon::line(state.item, name),
        Some(at) if name == "支出" && clause.before == ',' => {
            let income = &state.builder.lines[at].id;
            income.as_str().strip_suffix(".income").map(LineId::from)
        }
        _ => None,
    }
}

/// A procurement line. The total decides which ids its parts get: those of all procurement, or of 一般公共预算拨款.
fn procurement(state: &mut SentenceState, name: &str) -> Result<LineId, UnreadReason> {
    let (suffix, is_general) = lexicon::procurement(name).ok_or(UnreadReason::UnknownLabel)?;
    if suffix.is_empty() {
        state.builder.subject_is_uncertain = false;
        state.builder.procurement_prefix = if is_general { "procurement.general_public_budget" } else { "procurement" };
    }
    if state.builder.subject_is_uncertain {
        return Err(UnreadReason::UnknownSentence);
    }
    Ok(LineId::from(format!("{}{suffix}", state.builder.procurement_prefix)))
}

/// Money under performance targets: from 一般公共预算 or from a fund.
fn performance(name: &str) -> Result<LineId, UnreadReason> {
    let name = name.strip_prefix("涉及").unwrap_or(name);
    const FUNDS: Prefixes = Prefixes::new(&["政府性基金", "国有资本经营"]);
    if FUNDS.begin(name) && name.chars().all(|c| !c.is_ascii()) {
        return Ok(LineId::child("performance", name));
    }
    // The project expenditure as a whole, which 一般公共预算 pays.
    let bare = name.strip_prefix("一般公共预算").unwrap_or(name);
    let bare = ["当年", "预算"].iter().fold(bare, |bare, word| bare.strip_prefix(word).unwrap_or(bare));
    let is_money = matches!(
        bare,
        "财政拨款" | "拨款" | "财政资金" | "资金" | "金额" | "项目资金" | "预算资金" | "资金总额" | "总金额"
    );
    if is_money { Ok(LineId::known("performance.project")) } else { Err(UnreadReason::UnknownLabel) }
}

/// 本年收入 is the total only at the start of its item; behind 其中 or behind the total it is a sum of parts.
fn current_year_total(state: &SentenceState, id: LineId, name: &str, clause: &Clause) -> Result<LineId, UnreadReason> {
    let at_start = matches!(clause.before, ' ' | '。') && !state.text(clause.range.clone()).starts_with("其中");
    match state.builder.latest(&id) {
        Some(_) => Ok(LineId::child(id.as_str(), name)),
        None if at_start => Ok(id),
        None => Err(UnreadReason::NoLabel),
    }
}

/// A name that is not in the lexicon becomes a line under its published name, where it looks complete.
fn unlisted_name(state: &SentenceState, name: &str) -> Result<LineId, UnreadReason> {
    if lexicon::resembles(state.item, name) {
        return Err(UnreadReason::DamagedLabel);
    }
    let has_length = |least: usize| (least..=20).contains(&name.chars().count());
    let looks_complete = || {
        !name.contains('、')
            && name.chars().all(|c| c.is_alphanumeric() && !c.is_ascii() || matches!(c, '(' | ')'))
            && !lexicon::is_in_section_three(name)
            && !lexicon::is_unclear(state.item, name)
    };
    const SOURCES: Suffixes = Suffixes::new(&["收入", "拨款", "资金", "收入预算"]);
    let parent = match state.item {
        Item::Income if has_length(4) && SOURCES.end(name) && looks_complete() => "income",
        Item::Expenditure if has_length(7) && name.ends_with("支出预算") && looks_complete() => "expenditure",
        Item::Expenditure if has_length(5) && name.ends_with("支出") && looks_complete() => "expenditure",
        _ => return Err(UnreadReason::UnknownLabel),
    };
    Ok(LineId::child(parent, name))
}
