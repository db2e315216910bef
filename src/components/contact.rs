//! The person to ask about the document, with a telephone number that a phone can call.

use leptos::prelude::*;
use mingbai_core::disclosure::Contact;

/// Name and telephone number as published. The number is a link.
#[component]
pub fn ContactLine(
    /// The contact.
    contact: &'static Contact,
) -> impl IntoView {
    let dialled: String = contact.phone.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '-')).collect();
    let phone = contact.phone.as_str();
    let phone = match dialled.chars().any(|c| c.is_ascii_digit()) {
        true => view! { <a href=format!("tel:{dialled}")>{phone}</a> }.into_any(),
        false => phone.into_any(),
    };
    view! {
        <span lang="zh-CN">{contact.name.as_str()}</span>
        " "
        {phone}
    }
}
