//! The reason of a change as words on its bar.

use super::RenderContext;
use super::canvas::{Canvas, LabelStyle};
use super::chart_style::ChartStyle;
use crate::disclosure::LineId;

/// The document's own reason for the change of a line, in its words or as a translation that is marked as ours. None
/// where the style wants no reasons, or the document gives none.
pub fn reason_line(context: &RenderContext, chart_style: &ChartStyle, line: &LineId) -> Option<String> {
    let change = context.disclosure.change(line.as_str()).filter(|_| chart_style.reasons)?;
    let reason = &change.reason.as_ref()?.text;
    Some(match context.translation(reason) {
        Some(english) => format!("{english} {}", context.locale.labels.our_translation),
        None => format!("“{reason}”"),
    })
}

/// Writes a reason from `y` downwards, right of `left`. Returns where it ends.
pub fn draw_reason(canvas: &mut Canvas, chart_style: &ChartStyle, left: f64, y: f64, reason: &str) -> f64 {
    let style = LabelStyle { size: chart_style.px(15.0), color: chart_style.palette().muted, bold: false };
    canvas.paragraph_from(left, y, (reason, style))
}
