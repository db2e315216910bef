//! A trigger: a piece of text that opens a card.

use super::popup::{Opener, Subject};
use leptos::html;
use leptos::prelude::*;

/// A button that opens a card when it is pointed at (where `hover` is set), has the focus by keyboard, or is pressed.
///
/// It is a `span`, not a `button`: browsers set a button as one block, which tears sentences apart and lets a line begin
/// with a comma.
#[component]
pub fn Hold(
    /// What its card shows.
    subject: Subject,
    /// Its class.
    class: &'static str,
    /// Opens when the pointer rests on it, too.
    #[prop(optional)]
    hover: bool,
    /// A stop for the Tab key.
    #[prop(default = true)]
    stop: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let opener = Opener::here();
    let button = NodeRef::<html::Span>::new();
    let (pointed, focused, pressed, shown) = (subject.clone(), subject.clone(), subject.clone(), subject.clone());
    let entered = subject;
    let element = move || button.get_untracked().map(web_sys::HtmlElement::from);
    view! {
        <span
            node_ref=button
            role="button"
            tabindex=if stop { "0" } else { "-1" }
            class=class
            data-opens=""
            aria-haspopup="dialog"
            aria-expanded=move || opener.shows(&shown).to_string()
            on:pointerenter=move |event| {
                if hover && event.pointer_type() == "mouse" && let Some(element) = element() {
                    opener.point(pointed.clone(), element);
                }
            }
            on:pointerleave=move |event| {
                if hover && event.pointer_type() == "mouse" {
                    opener.leave();
                }
            }
            on:focus=move |_| {
                if hover && !opener.returning() && let Some(element) = element()
                    && element.matches(":focus-visible").unwrap_or(false)
                {
                    opener.point(focused.clone(), element);
                }
            }
            on:blur=move |_| {
                if hover {
                    opener.leave();
                }
            }
            on:click=move |_| {
                if let Some(element) = element() {
                    opener.press(pressed.clone(), &element);
                }
            }
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") && let Some(element) = element() {
                    event.prevent_default();
                    opener.press(entered.clone(), &element);
                }
            }
        >
            {children()}
        </span>
    }
}
