//! The sentence parser: a state machine that attaches amounts, changes, reasons and purposes to lines.
//!
//! It walks the clauses of a paragraph. Its state ([`SentenceState`]) is the item (收入预算, “三公”经费 …) and the line that
//! was stated last; while a reason or a purpose continues over several clauses, an [`ExplanationBuilder`] is open. An
//! unrecognised clause resets the current line, so that later clauses cannot attach to the wrong one.

use super::builder::DisclosureBuilder;
use super::chinese_numerals;
use super::clause::{self, Clause};
use super::clause_kind::{ClauseKind, Quantity};
use super::explanation::{ExplanationBuilder, ExplanationKind};
use super::heading::Item;
use super::lexicon;
use super::number::Measure;
use super::sentence_state::{ClauseInParagraph, SentenceState};
use super::text_numbers;
use super::word_list::Prefixes;
use super::{Count, UnreadReason};
use super::{change, stated_amount};
use std::ops::Range;

/// Parses the sentences of one item.
pub struct SentenceParser<'b, 'n> {
    state: SentenceState<'b, 'n>,
    /// The reason or purpose that the next clause may continue.
    explanation: Option<ExplanationBuilder>,
}

impl<'b, 'n> SentenceParser<'b, 'n> {
    /// A parser of the sentences of `item`; `headed` where the item's heading is in the same paragraph.
    pub fn new(builder: &'b mut DisclosureBuilder<'n>, item: Item, headed: bool) -> Self {
        SentenceParser { state: SentenceState::new(builder, item, headed), explanation: None }
    }

    /// Parses one paragraph; returns the item that it turned out to be about.
    pub fn parse_paragraph(mut self, range: Range<usize>) -> Item {
        let clauses = clause::split(self.state.builder.normalized, range);
        for (at, clause) in clauses.iter().enumerate() {
            if clause.before == '。' {
                self.state.lead_in = None;
            }
            self.parse_clause(clause, &clauses[at + 1..]);
        }
        self.close_explanation();
        self.state.item
    }

    fn parse_clause(&mut self, clause: &Clause, following: &[Clause]) {
        let range = self.state.without_marker(clause.range.clone());
        if range.is_empty() {
            return;
        }
        self.state.note_subject(range.clone());
        let kind = self.state.classify(range.clone());
        if let Some(explanation) = &mut self.explanation {
            if explanation.continues(&self.state, clause, &kind) {
                return explanation.extend(&self.state, range, kind, clause);
            }
            self.close_explanation();
        }
        self.parse_kind(kind, ClauseInParagraph { range, clause, following });
    }

    fn parse_kind(&mut self, kind: ClauseKind, context: ClauseInParagraph) {
        let bracket = match kind {
            ClauseKind::Amount(amount) => stated_amount::add(&mut self.state, &context, amount),
            ClauseKind::Change(change) => change::add(&mut self.state, &context, change),
            ClauseKind::Reason(rest) => return self.parse_reason(rest, context),
            ClauseKind::Purpose(rest) => {
                self.explanation =
                    Some(ExplanationBuilder::open(&self.state, ExplanationKind::Purpose, rest, context.clause));
                None
            }
            ClauseKind::Count { label, quantity } => {
                self.add_count(context.range, label, quantity);
                None
            }
            ClauseKind::NothingPlanned => {
                stated_amount::add_zero_in_words(&mut self.state, context.range);
                None
            }
            ClauseKind::Percent => {
                change::add_percent(&mut self.state, context.range);
                None
            }
            ClauseKind::Other => {
                self.parse_other_words(context.range);
                None
            }
        };
        if let Some(bracket) = bracket {
            self.parse_bracket(bracket);
        }
    }

    /// 主要是 opens a reason, or a list where nothing changed before it: 主要是一般公共预算拨款177.03万元.
    fn parse_reason(&mut self, rest: Range<usize>, context: ClauseInParagraph) {
        let state = &self.state;
        let unchanged = state.current_line.is_some_and(|line| state.builder.lines[line].change.is_none());
        match state.classify(rest.clone()) {
            ClauseKind::Amount(amount) if unchanged && state.is_known(state.name(amount.label.clone()).text) => {
                self.parse_kind(ClauseKind::Amount(amount), ClauseInParagraph { range: rest, ..context });
            }
            _ => {
                self.explanation = Some(ExplanationBuilder::open(state, ExplanationKind::Reason, rest, context.clause));
            }
        }
    }

    /// Parses brackets that state lines of their own: 公务用车购置及运行维护费2.5万元(其中: 公务用车购置费0万元, …).
    fn parse_bracket(&mut self, inside: Range<usize>) {
        let current_line = self.state.current_line;
        let clauses = clause::split(self.state.builder.normalized, inside);
        self.state.in_bracket = true;
        self.state.bracketed_line = current_line;
        for (at, clause) in clauses.iter().enumerate() {
            self.parse_clause(clause, &clauses[at + 1..]);
        }
        self.close_explanation();
        self.state.in_bracket = false;
        self.state.bracketed_line = None;
        self.state.current_line = current_line;
    }

    fn close_explanation(&mut self) {
        if let Some(explanation) = self.explanation.take()
            && !explanation.close(self.state.builder)
        {
            self.state.current_line = None;
        }
    }

    fn add_count(&mut self, range: Range<usize>, label: Range<usize>, quantity: Quantity) {
        let state = &mut self.state;
        let name = state.name(label.clone());
        let id = match state.item {
            Item::Assets if !state.builder.subject_is_uncertain => {
                lexicon::asset(name.text, state.builder.vehicles_are_bought)
            }
            _ => None,
        };
        let is_signed = state.text(label).ends_with(['-', '+', '–', '—']);
        let is_signed = is_signed || state.text(quantity.range.clone()).starts_with('-');
        let unread = match (state.check_subject(name), &id) {
            (Err(reason), _) => Some(reason),
            _ if is_signed => Some(UnreadReason::UnexpectedSign),
            (Ok(()), None) => Some(UnreadReason::UnknownSentence),
            (Ok(()), Some(_)) => quantity.is_approximate.then_some(UnreadReason::Approximate),
        };
        let (Some(id), Some(n), Measure::Count(unit), None) = (id, quantity.as_count(), quantity.measure, unread)
        else {
            state.lead_in = None;
            return state.builder.mark_unread(range, unread.unwrap_or(UnreadReason::MalformedNumber));
        };
        let start = state.lead_in.take().unwrap_or(range.start);
        let quote = state.builder.normalized.quote(start..quantity.range.end);
        state.builder.counts.push(Count { id, label: name.text.to_owned(), n, measure_word: unit.to_owned(), quote });
    }

    /// Words before an amount or a count in the same sentence belong to it, where they contain no number but a date.
    fn parse_other_words(&mut self, range: Range<usize>) {
        const DATE_UNITS: Prefixes = Prefixes::new(&["年", "月", "日"]);
        const PERCENT: Prefixes = Prefixes::new(&["%"]);
        let state = &mut self.state;
        let text = state.text(range.clone());
        // 基本支出主要用于…: the purpose behind the name belongs to that line.
        let named = lexicon::line(state.item, state.name(range.clone()).text).and_then(|id| state.builder.latest(&id));
        let only = |suffixes: &Prefixes| {
            text_numbers::numbers(state.builder.normalized, range.clone()).all(|number| {
                let rest = &state.builder.normalized.text[number.range.end..];
                suffixes.begin(rest)
            })
        };
        let only_dates = only(&DATE_UNITS);
        // 占58.87%: a share of the current line.
        let is_share = text.starts_with('占') && only(&PERCENT);
        // An amount that was not understood may be that of another line, such as the one that the clause begins with.
        state.current_line = match named {
            Some(line) => Some(line),
            None if only_dates || is_share => state.current_line,
            None => {
                let name_len = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
                state.add_line_without_amount(range.start..range.start + name_len)
            }
        };
        // 一般公共预算财政拨款支出万元: the number is lost, and what follows is about this line.
        if text.ends_with('元') {
            let label_len = text.trim_end_matches(['万', '元', '亿']).len();
            state.current_line = state.add_line_without_amount(range.start..range.start + label_len);
        }
        let may_lead_in = matches!(state.item, Item::Assets | Item::Performance | Item::Operating | Item::Procurement);
        if only_dates && may_lead_in && chinese_numerals::find(text).is_empty() {
            state.lead_in.get_or_insert(range.start);
        } else {
            state.lead_in = None;
        }
    }
}
