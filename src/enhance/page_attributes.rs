//! The attributes of `<html>` that say which page it is and how it is shown, and what follows from them.

use crate::platform::{dom, environment, events};
use leptos::prelude::document;
use mingbai_core::address::Theme;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use wasm_bindgen::JsCast;
use web_sys::HtmlScriptElement;

/// The language that the page came in, also if the browser translates it.
pub fn lang() -> Lang {
    let tag = dom::root_attribute("data-lang");
    Lang::ALL.into_iter().find(|lang| Some(lang.tag()) == tag.as_deref()).unwrap_or(Lang::Zh)
}

/// The day since which the page does not change, such as `2026-11-25`; None for a page that stays up to date.
pub fn frozen_since() -> Option<String> {
    dom::root_attribute("data-frozen")
}

/// True where the site holds pictures of its charts: the head of the page names one for link previews. A site that was
/// given another disclosure has none.
pub fn has_pictures() -> bool {
    !dom::query_all("meta[property='og:image']").is_empty()
}

/// Which page of the site it is.
pub fn page_kind() -> PageKind {
    PageKind::from_hook(&dom::root_attribute("data-sheet").unwrap_or_default())
}

/// True in a frame of another page, whose address parameters then decide about language, theme and size of text.
pub fn is_framed() -> bool {
    dom::root_attribute("data-framed").is_some()
}

/// True for the compact form of a figure page; `frame.js` sets the attribute before anything is painted.
pub fn is_compact() -> bool {
    dom::root_attribute("data-compact").is_some()
}

/// True for a kiosk; `report.js` sets the attribute before anything is painted.
pub fn is_kiosk() -> bool {
    dom::root_attribute("data-mode").is_some()
}

/// Loads the script that installs the service worker. It is in the app's folder.
pub fn load_offline_script() {
    let app = dom::query_all("link[rel=modulepreload]").into_iter().next().and_then(|link| link.get_attribute("href"));
    let script = document().create_element("script").ok().and_then(|made| made.dyn_into::<HtmlScriptElement>().ok());
    if let (false, Some(app), Some(script), Some(head)) = (is_framed(), app, script, document().head()) {
        let folder = app.rsplit_once('/').map_or("", |(folder, _)| folder);
        script.set_src(&format!("{folder}/offline.js"));
        let _ = head.append_child(&script);
    }
}

/// The theme that the reader's system prefers.
pub fn preferred_theme() -> Theme {
    if environment::matches_media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light }
}

/// Theme, language and unit changes, and dialogs, update the viewport first: `report.js` skips the layout of off-screen parts
/// until they are painted.
pub fn update_viewport_first() {
    events::dispatch_to_window("mingbai-before-update");
}
