//! Brackets behind an amount: what the amount contains (含上年结转5.01万元), or lines of their own.

use super::clause::{self, Clause};
use super::clause_kind::{AmountClause, ClauseKind};
use super::lexicon;
use super::line_id::LineId;
use super::sentence_state::SentenceState;
use super::word_list::Prefixes;
use super::{Line, Role};
use std::ops::Range;

/// True where brackets state a line of the item itself, and not what a line of a list contains.
pub fn states_lines(state: &SentenceState, inside: Range<usize>) -> bool {
    if state.is_list() || state.in_bracket {
        return false;
    }
    let clauses = clause::split(state.builder.normalized, inside);
    clauses.iter().any(|clause| match state.classify(state.without_marker(clause.range.clone())) {
        ClauseKind::Amount(amount) => state.is_known(state.name(amount.label).text),
        _ => false,
    })
}

/// True where a line of this id can be part of the line before the brackets that state it.
pub fn is_part_of(id: &LineId, line: &LineId) -> bool {
    let vehicle_parts = ["three_public.vehicle_operation", "three_public.vehicle_purchase"];
    id.parent() == Some(line.as_str()) || line == "three_public.vehicle" && vehicle_parts.contains(&id.as_str())
}

/// Words before what an amount contains.
const CONTAINING: Prefixes = Prefixes::new(&["其中含", "其中包含", "其中", "包含", "含", "包括"]);

/// Adds what the current line contains: 含上年结转5.01万元. `outer` is the clause with the brackets.
pub fn add_contained_lines(state: &mut SentenceState, inside: Range<usize>, outer: &Clause) {
    let Some(current) = state.current_line else { return };
    let text = state.text(inside.clone());
    // Without such a word the brackets may state last year's amount, a limit, or another institution's amount.
    let Some(lead) = CONTAINING.find(text) else { return };
    let inside = inside.start + lead.len()..inside.end;
    let parent = state.builder.lines[current].id.clone();
    for clause in clause::split(state.builder.normalized, inside) {
        let ClauseKind::Amount(AmountClause { label, quantity, bracket: None }) = state.classify(clause.range.clone())
        else {
            continue;
        };
        let name = state.name(label);
        if state.check_subject(name).is_err() {
            continue;
        }
        let name = name.text.trim_start_matches(':');
        let Ok(amount) = state.money(&quantity, outer) else { continue };
        if !may_be_contained(name) || clause.before == ';' {
            continue;
        }
        let source = lexicon::source(name).filter(|_| parent == "income");
        let id = source.unwrap_or_else(|| LineId::child(parent.as_str(), name));
        let normalized = state.builder.normalized;
        let number_quote = normalized.quote(quantity.range.clone());
        state.builder.lines.push(Line {
            id,
            label: name.to_owned(),
            amount,
            published: normalized.quoted_text(number_quote),
            role: Role::Within,
            quote: normalized.quote(clause.range.start..quantity.range.end),
            number_quote,
            change: None,
            purpose: None,
        });
    }
}

/// True for a name that can be a part of the amount before the brackets: not last year's, a limit, a share of a person,
/// or what is left out.
fn may_be_contained(name: &str) -> bool {
    const OTHERS: Prefixes = Prefixes::new(&[
        "上年", "去年", "往年", "原", "另", "限额", "上限", "控制", "决算", "执行", "人均", "每", "如", "例", "拟",
        "剔除", "扣除", "不", "未", "全区", "全市", "全县", "超",
    ]);
    const CARRIED_OVER: Prefixes = Prefixes::new(&["上年结转", "上年结余"]);
    let is_carried_over = CARRIED_OVER.begin(name);
    let carries_over_anothers = !is_carried_over && name.contains("上年");
    let is_name = name.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '(' | ')' | '、'));
    is_name && !name.is_empty() && !carries_over_anothers && (is_carried_over || !OTHERS.begin(name))
}
