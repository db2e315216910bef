//! The original text, line by line, with what is asked for lit up.

use super::state::State;
use crate::disclosure::Quote;
use crate::platform::page;
use leptos::html;
use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

/// The original text.
#[component]
pub fn Source() -> impl IntoView {
    let state = State::here();
    let d = &state.book.disclosure;
    let whole = NodeRef::<html::Details>::new();
    // Asked for a clause: open, then go there.
    Effect::new(move |_| {
        let Some(quote) = state.quoted.get() else { return };
        if let Some(details) = whole.get_untracked() {
            details.set_open(true);
        }
        request_animation_frame(move || {
            let line = page::scroll_to(&format!("#line-{}", quote.line), ScrollLogicalPosition::Center);
            if let Some(line) = line {
                use wasm_bindgen::JsCast;
                let _ = line.unchecked_into::<web_sys::HtmlElement>().focus();
            }
        });
    });
    move || {
        let words = state.reading().locale.words;
        let mut start = 0;
        let lines = d.source.split_inclusive('\n').enumerate().filter_map(|(at, line)| {
            let from = start;
            start += line.len();
            let text = line.trim_end();
            (!text.trim().is_empty()).then(|| view! { <SourceLine n=at + 1 from text=text.to_owned() /> })
        });
        let lines = lines.collect_view();
        let unread = if d.unread.is_empty() {
            view! { <p class="muted">{words.unread_none}</p> }.into_any()
        } else {
            let items = d.unread.iter().map(|unread| {
                let said =
                    words.unread_line.replace("{n}", &unread.quote.line.to_string()).replace("{text}", &unread.text);
                view! { <li data-unread=unread.why.word()>{said}</li> }
            });
            view! {
                <p>{words.unread_intro.replace("{n}", &d.unread.len().to_string())}</p>
                <ul>{items.collect_view()}</ul>
            }
            .into_any()
        };
        view! {
            <section id="source" aria-labelledby="source-heading">
                <h2 id="source-heading" tabindex="-1">{words.source_question}</h2>
                <p class="subtitle">{words.source_intro}</p>
                {unread}
                <details class="more" node_ref=whole>
                    <summary>{words.source_show}</summary>
                    <div class="original" lang="zh-CN">{lines}</div>
                </details>
            </section>
        }
    }
}

/// A line of the source; the clause that is asked for is marked.
#[component]
fn SourceLine(n: usize, from: usize, text: String) -> impl IntoView {
    let state = State::here();
    let end = from + text.len();
    let inside = move |quote: &Quote| quote.start >= from && quote.end <= end;
    view! {
        <p id=format!("line-{n}") data-n=n tabindex="-1">
            {move || match state.quoted.get().filter(inside) {
                Some(quote) => {
                    let (a, b) = (quote.start - from, quote.end - from);
                    view! {
                        {text[..a].to_owned()}
                        <mark>{text[a..b].to_owned()}</mark>
                        {text[b..].to_owned()}
                    }
                        .into_any()
                }
                None => text.clone().into_any(),
            }}
        </p>
    }
}
