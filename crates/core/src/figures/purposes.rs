//! Purposes in the document's own words (主要用于).

use super::{FigureId, RenderContext};
use crate::disclosure::{LineId, Passage};

/// The lines of a figure for which the document states a purpose, with that purpose.
pub fn purposes<'d>(id: FigureId, context: &RenderContext<'d>) -> Vec<(LineId, &'d Passage)> {
    let lines: &[&'static str] = match id {
        FigureId::Nature => &["appropriation.basic", "appropriation.project"],
        FigureId::Running => &["operating"],
        _ => &[],
    };
    let d = context.disclosure;
    lines.iter().filter_map(|id| Some((LineId::known(id), d.line(id)?.purpose.as_ref()?))).collect()
}
