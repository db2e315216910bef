//! The reason why a figure has nothing to show.

use super::{FigureId, RenderContext, RichText, question};

/// Shown instead of a figure that has nothing to show: its question, and one sentence instead of an answer.
#[derive(Clone, Debug)]
pub struct EmptyState {
    /// The id of the figure.
    pub id: FigureId,
    /// The question that it would answer.
    pub question: &'static str,
    /// The reason.
    pub why: RichText,
}

/// The reason why [`figure`](super::figure()) returns None for this id.
pub fn empty_state(id: FigureId, context: &RenderContext) -> EmptyState {
    let (d, words) = (context.disclosure, context.locale.words());
    let why = match id {
        FigureId::Flow => words.flow_empty,
        FigureId::Purpose if d.parts("expenditure").any(|line| line.amount.is_negative()) => {
            words.purpose_empty_negative
        }
        FigureId::Purpose if d.parts("expenditure").next().is_some() => words.purpose_empty_zero,
        FigureId::Purpose => words.purpose_empty,
        FigureId::Nature => words.nature_empty,
        FigureId::Change if d.lines.iter().any(|line| line.change.is_some()) => words.change_empty_whole,
        FigureId::Change => words.change_empty,
        FigureId::ThreePublic => words.three_public_empty,
        FigureId::Running => words.running_empty,
        FigureId::Office if !d.duties.is_empty() => words.office_empty_duties,
        FigureId::Office => words.office_empty,
    };
    EmptyState { id, question: question(id, words), why: context.fill(why, &[]).sentence(context.locale.lang) }
}
