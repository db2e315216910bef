//! A change with its reason, in one sentence without markup.

use super::plain;
use crate::figures::{Explanation, NumberFormat, Reason, RenderContext, RichText};

/// `项目支出 ▼ 减少 67.00 万元（25.09%）：“信息网络中心部分网络运维项目合并至区大数据局等”`.
pub fn explained(context: &RenderContext, item: &Explanation) -> String {
    let words = context.locale.words();
    let slots =
        [("name", item.name.clone()), ("moved", item.change_text(context)), ("reason", reason(context, &item.reason))];
    plain(context, &context.fill(words.reason_line, &slots))
}

/// The document's words, with our English where the reader reads English; else that it gives none.
pub fn reason(context: &RenderContext, reason: &Reason) -> RichText {
    let words = context.locale.words();
    match reason {
        Reason::Verbatim { zh, english, .. } => {
            let ours = english.map_or(String::new(), |english| format!("{english} {} ", words.our_translation));
            RichText::words(ours).then(RichText::words(zh.as_str()).quoted())
        }
        Reason::Components { intro, parts } => {
            let part = |(name, part): &(RichText, _)| {
                name.clone().then(" ".into()).then(RichText::number(Clone::clone(part), NumberFormat::Arrow))
            };
            let parts = RichText::list(parts.iter().map(part).collect(), context.locale.lang);
            let gap = if context.locale.english() { " " } else { "" };
            intro.clone().then(gap.into()).then(parts)
        }
        Reason::Flat(zh) => RichText::words(zh.as_str()).quoted(),
        Reason::Unexplained => words.reason_unexplained.into(),
    }
}
