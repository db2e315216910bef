//! Where the reader is: the bar names the question that is on screen in place of the institution.

use crate::enhance::app_state::AppState;
use crate::platform::dom;
use crate::platform::intersection::observe_crossing;
use leptos::prelude::*;
use web_sys::Element;

/// Where in the viewport a part of the page counts as being read: below the bar, in the upper third.
const READING_LINE: &str = "-30% 0px -70% 0px";

/// Names the part on screen, now and whenever the reader scrolls or the page is rendered again.
pub fn start(app: AppState) {
    let section = RwSignal::new(String::new());
    Effect::new(move |_| {
        app.ui.render_count.track();
        for part in dom::query_all("main > :is(article, section)") {
            let observed = part.clone();
            observe_crossing(&part, READING_LINE, move |is_crossed| {
                if is_crossed {
                    section.set(question(&observed));
                }
            });
        }
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        section.with(|question| {
            dom::set_visible_all(".bar-who", question.is_empty());
            dom::set_visible_all(".bar-here", !question.is_empty());
            dom::query_all(".bar-here").iter().for_each(|here| here.set_text_content(Some(question)));
        });
    });
}

/// The question that a part answers; empty for the top of the page.
fn question(part: &Element) -> String {
    let heading = part.query_selector(".question, h2").ok().flatten();
    heading.and_then(|heading| heading.text_content()).unwrap_or_default()
}
