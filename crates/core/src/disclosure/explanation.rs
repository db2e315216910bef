//! Reasons and purposes: 主要原因是… and 主要用于…, which may continue over several clauses.
//!
//! An explanation ends with its sentence, or where a clause can only be a new statement. Clauses of a reason that name
//! a direction and an amount are components of the change: 主要原因是基本支出增加174.78万元，项目支出减少67万元.

use super::builder::DisclosureBuilder;
use super::change::signed;
use super::clause::{self, Clause};
use super::clause_kind::{AmountClause, ChangeClause, ClauseKind};
use super::comparison;
use super::lexicon;
use super::number;
use super::sentence_state::SentenceState;
use super::text_numbers;
use super::word_list::{Prefixes, Suffixes};
use super::{Component, UnreadReason};
use std::ops::Range;

/// What an explanation explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplanationKind {
    /// Why a line changed (主要原因是).
    Reason,
    /// What a line's money is for (主要用于).
    Purpose,
}

/// A reason or purpose of which more clauses may follow.
pub struct ExplanationBuilder {
    kind: ExplanationKind,
    /// Index of the line that it belongs to; None where that is not known, so that its numbers stay unread.
    line: Option<usize>,
    range: Range<usize>,
    components: Vec<Component>,
    /// Clauses with an amount that is no component: 基本支出39.86万元.
    other_amounts: Vec<Range<usize>>,
    /// True while every clause was a component.
    only_components: bool,
}

impl ExplanationBuilder {
    /// Opens a reason or purpose of the current line, with the first words behind 主要原因是 or 主要用于.
    pub fn open(state: &SentenceState, kind: ExplanationKind, rest: Range<usize>, clause: &Clause) -> Self {
        let line = state.current_line.filter(|&at| {
            let line = &state.builder.lines[at];
            match kind {
                ExplanationKind::Reason => line.change.as_ref().is_some_and(|change| change.explanation.is_none()),
                ExplanationKind::Purpose => line.purpose.is_none(),
            }
        });
        let mut explanation = ExplanationBuilder {
            kind,
            line,
            range: rest.start..rest.start,
            components: Vec::new(),
            other_amounts: Vec::new(),
            only_components: true,
        };
        if !rest.is_empty() {
            let first = state.classify(rest.clone());
            explanation.extend(state, rest, first, clause);
        }
        explanation
    }

    fn is_reason(&self) -> bool {
        self.kind == ExplanationKind::Reason
    }

    /// True where a clause of this kind still belongs to the explanation.
    pub fn continues(&self, state: &SentenceState, clause: &Clause, kind: &ClauseKind) -> bool {
        if clause.before == '。' {
            return false;
        }
        let after_break = matches!(clause.before, ';' | ':');
        let has_change = self.line.is_none_or(|at| state.builder.lines[at].change.is_some());
        match kind {
            ClauseKind::Reason(_) if self.is_reason() => !after_break,
            ClauseKind::Reason(_) => !has_change,
            ClauseKind::Purpose(_) => !self.is_reason(),
            ClauseKind::NothingPlanned => false,
            // 较2022年增加5% is no purpose.
            ClauseKind::Percent => self.is_reason(),
            ClauseKind::Amount(amount) => self.continues_with_amount(state, clause, amount, after_break),
            ClauseKind::Change(change) => self.continues_with_change(state, change, has_change, after_break),
            // 基本支出主要用于…: the name of a line, without a mark before its purpose.
            ClauseKind::Other if clause.after == Some(' ') => !state.is_known(state.name(clause.range.clone()).text),
            ClauseKind::Other if after_break => {
                // ；项目支出200万美元: a statement that was not understood.
                let text = state.text(clause.range.clone());
                !(lexicon::begins_name(text) && text.bytes().any(|b| b.is_ascii_digit()))
            }
            _ => true,
        }
    }

    fn continues_with_amount(
        &self,
        state: &SentenceState,
        clause: &Clause,
        amount: &AmountClause,
        after_break: bool,
    ) -> bool {
        let name = state.name(amount.label.clone()).text;
        let marked = state.text(clause.range.clone()).starts_with("其中");
        let listed = lexicon::line(state.item, name).filter(|id| state.is_list() && id.parent().is_some());
        if let Some(id) = listed.filter(|_| self.is_reason()) {
            // Among components, or stated before: a component that lost its 增加, not a new line.
            return !self.components.is_empty() || state.builder.latest(&id).is_some();
        }
        !(state.is_known(name) || !marked && lexicon::resembles(state.item, name) || after_break && name.is_empty())
    }

    fn continues_with_change(
        &self,
        state: &SentenceState,
        change: &ChangeClause,
        has_change: bool,
        after_break: bool,
    ) -> bool {
        let name = state.name(change.label.clone()).text;
        let line = lexicon::line(state.item, name);
        if change.comparison.is_none() {
            let own = || line.is_some_and(|id| state.builder.lacks_change(&id));
            return !after_break || self.is_reason() && (state.is_list() || !own());
        }
        if name.is_empty() {
            return has_change && !after_break;
        }
        match line {
            // In a list, the changes of the parts explain the change of the total.
            Some(id) if state.is_list() && id.parent().is_some() => self.is_reason(),
            Some(id) => !after_break && (self.is_reason() || !state.builder.lacks_change(&id)),
            None => !(after_break && lexicon::resembles(state.item, name)),
        }
    }

    /// Adds a clause to the explanation.
    pub fn extend(&mut self, state: &SentenceState, range: Range<usize>, kind: ClauseKind, clause: &Clause) {
        let has_amount = match kind {
            ClauseKind::Amount(_) | ClauseKind::Change(_) => true,
            ClauseKind::Percent => is_component_in_percent(state, range.clone()),
            ClauseKind::Count { .. } => false,
            _ => may_change_line(state, range.clone()),
        };
        let change = match kind {
            ClauseKind::Change(change) => Some(change),
            // 增加对个人和家庭补助经费8.31万元: the verb precedes the name.
            ClauseKind::Amount(AmountClause { label, quantity, bracket: None }) => {
                comparison::verb(state.text(label.clone())).map(|(direction, len)| ChangeClause {
                    label: label.start + len..label.end,
                    comparison: None,
                    direction,
                    quantity: Some(quantity),
                })
            }
            _ => None,
        };
        let component = change.and_then(|change| component(state, range.clone(), change, clause));
        if self.range.is_empty() {
            self.range.start = range.start;
        }
        self.range.end = range.end;
        if component.is_none() && has_amount {
            self.other_amounts.push(range);
        } else if let Some(inside) = brackets_with_money(state, range) {
            // 增加5万元（另有3万元）
            self.other_amounts.push(inside);
        }
        match component {
            Some(component) if self.is_reason() => self.components.push(component),
            _ => self.only_components = false,
        }
    }

    /// Ends the explanation and attaches it to its line. True where a change that follows may still be that of the
    /// line: a purpose with amounts of its own may have stated other lines.
    pub fn close(self, builder: &mut DisclosureBuilder) -> bool {
        if self.range.is_empty() {
            return true;
        }
        let keeps_line = self.is_reason() || self.other_amounts.is_empty();
        let Some(line) = self.line else {
            builder.mark_unread(self.range, UnreadReason::UnknownSentence);
            return keeps_line;
        };
        // In a reason these may be components, and in a purpose lines, that were not understood.
        let reason = if self.is_reason() { UnreadReason::StrayChange } else { UnreadReason::UnknownLabel };
        for range in &self.other_amounts {
            builder.mark_unread_inside_quote(range.clone(), reason);
        }
        let passage = builder.passage(self.range.clone());
        let line = &mut builder.lines[line];
        if !self.is_reason() {
            line.purpose = Some(passage);
        } else if let Some(change) = &mut line.change {
            change.reason = (!self.only_components).then(|| passage.clone());
            change.explanation = Some(passage);
            change.components = self.components;
        }
        keeps_line
    }
}

/// True where a percentage stands in the place of a component's amount: 基本支出增加174.78%.
fn is_component_in_percent(state: &SentenceState, range: Range<usize>) -> bool {
    let text = state.text(range);
    let name = comparison::last_direction(text).map(|at| component_name(&text[..at]));
    name.is_some_and(|name| lexicon::component(state.item, name).is_some())
}

/// True where a clause of no known form contains money, a number with decimals, or a number behind 增加 or 减少.
fn may_change_line(state: &SentenceState, range: Range<usize>) -> bool {
    let (normalized, text) = (state.builder.normalized, state.text(range.clone()));
    let behind_direction = comparison::last_direction(text)
        .and_then(|at| comparison::direction(&text[at..]).map(|(_, len)| at + len))
        .is_some_and(|at| text[at..].starts_with(|c: char| c.is_ascii_digit()));
    let is_amount = |number: number::ParsedNumber| {
        normalized.text[number.range.clone()].contains('.')
            || number::is_part_of_money(&normalized.text, number.range.end)
    };
    behind_direction || text_numbers::numbers(normalized, range).any(is_amount)
}

/// The inside of the brackets that end a clause, where they contain an amount.
fn brackets_with_money(state: &SentenceState, range: Range<usize>) -> Option<Range<usize>> {
    let normalized = state.builder.normalized;
    clause::closing_bracket(&normalized.text, range)
        .filter(|inside| text_numbers::has_money(normalized, inside.clone()))
}

/// A clause of a reason as a component of the change; None where its words are not a name or its amount is not certain.
fn component(state: &SentenceState, range: Range<usize>, change: ChangeClause, clause: &Clause) -> Option<Component> {
    let ChangeClause { label, direction, quantity, .. } = change;
    let quantity = quantity?;
    let name = state.name(label);
    state.check_subject(name).ok()?;
    let name = component_name(name.text);
    let is_name = !name.is_empty()
        && !names_no_single_line(name)
        && name.chars().all(|c| c.is_alphanumeric() && !c.is_ascii_digit() || "()、·/".contains(c))
        && name.chars().nth(30).is_none()
        && !comparison::describes_change(name);
    if !is_name {
        return None;
    }
    let amount = state.money(&quantity, clause).ok()?;
    Some(Component {
        label: name.to_owned(),
        id: lexicon::component(state.item, name),
        amount: signed(amount, direction),
        quote: state.builder.normalized.quote(range),
        number_quote: state.builder.normalized.quote(quantity.range),
    })
}

/// True for 基本支出、项目支出各, of which each changed by the amount, for last year's money, and for wishes: 争取.
fn names_no_single_line(name: &str) -> bool {
    const CARRIED_OVER: Prefixes = Prefixes::new(&["上年结转", "上年结余"]);
    const WISHES: Suffixes = Suffixes::new(&["如", "若", "拟", "不再", "将", "可", "应", "或", "争取", "计划"]);
    WISHES.end(name)
        || name.ends_with(['各', '均', '都'])
        || name.ends_with("分别")
        || name.starts_with(['上', '去']) && !CARRIED_OVER.begin(name) && name.chars().nth(1) == Some('年')
}

/// `name` without a comparison behind it, an ordinal before it and 共计 behind it.
fn component_name(name: &str) -> &str {
    const ORDINALS: [&str; 11] = ["一是", "二是", "三是", "四是", "五是", "六是", "其中", "由于", "因为", "因", "是"];
    let mut name = name.trim_start_matches([',', '、']);
    // 一般公共预算拨款较2023年, 2022年较2021年工资福利: the comparison is not part of the name.
    for word in ['比', '较'] {
        if let Some((before, _)) = name.rsplit_once(word).filter(|(_, behind)| behind.ends_with('年')) {
            name = before;
        }
    }
    for ordinal in ORDINALS {
        name = name.strip_prefix(ordinal).unwrap_or(name);
    }
    for suffix in ["共计", "合计", "共"] {
        name = name.strip_suffix(suffix).unwrap_or(name);
    }
    name
}
