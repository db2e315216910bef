//! A change with its reason as one sentence.

use super::plain_text::plain_text;
use crate::figures::{ExplainedChange, NumberFormat, ReasonText, RenderContext, RichText};

/// `项目支出 ▼ 减少 67 万元（25.09%）：“信息网络中心部分网络运维项目合并至区大数据局等”`.
pub fn explanation_sentence(context: &RenderContext, item: &ExplainedChange) -> String {
    change_sentence(context, item, reason_words(context, &item.reason))
}

/// A change, and what is to be said of it.
fn change_sentence(context: &RenderContext, item: &ExplainedChange, told: RichText) -> String {
    let slots = [("name", item.name.clone()), ("moved", item.change_text(context)), ("reason", told)];
    plain_text(context, &context.fill(context.locale.words().reason_line, &slots))
}

/// That the reason of a change speaks against its direction, as one sentence; None where it does not.
pub fn remark_sentence(context: &RenderContext, item: &ExplainedChange) -> Option<String> {
    let ReasonText::Verbatim { remark: Some(remark), .. } = &item.reason else { return None };
    Some(change_sentence(context, item, remark.clone()))
}

/// The reason in the document's words, in English after their translation; or that the document gives none.
pub fn reason_words(context: &RenderContext, reason: &ReasonText) -> RichText {
    let words = context.locale.words();
    match reason {
        ReasonText::Verbatim { zh, english, .. } => {
            let translation = english
                .as_ref()
                .map_or(String::new(), |english| format!("{english} {} ", context.locale.labels.our_translation));
            RichText::text(translation).then(RichText::text(zh.as_str()).quoted())
        }
        ReasonText::Components { intro, components } => {
            let component = |(name, change): &(RichText, _)| {
                name.clone().then(" ".into()).then(RichText::number(Clone::clone(change), NumberFormat::Arrow))
            };
            let components = RichText::list(components.iter().map(component).collect(), context.locale.lang);
            let gap = if context.locale.english() { " " } else { "" };
            intro.clone().then(gap.into()).then(components)
        }
        ReasonText::Flat(zh) => RichText::text(zh.as_str()).quoted(),
        ReasonText::Unexplained => words.reason_unexplained.into(),
    }
}
