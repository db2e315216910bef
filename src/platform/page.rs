//! The page: its address, what it remembers, what the reader's system prefers.

use leptos::prelude::{document, window};
use mingbai_core::address::{Address, Theme};
use mingbai_core::escape::percent_decode;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlScriptElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// What the address says now.
pub fn address() -> Address {
    let location = window().location();
    Address::parse(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Writes the address without leaving the page; where that is not allowed (some frames), nothing happens. In a kiosk its query
/// stays: it is where everybody begins.
pub fn set_address(address: &Address) {
    if is_kiosk() {
        return set_fragment(&address.fragment());
    }
    let Ok(history) = window().history() else { return };
    let path = window().location().pathname().unwrap_or_default();
    // Only what follows the path changes. From a file the whole path must be given, or the browser refuses.
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{address}")));
}

/// Writes another fragment (with its `#`) into the address; the page does not move.
pub fn set_fragment(fragment: &str) {
    let (location, history) = (window().location(), window().history());
    let (Ok(path), Ok(query), Ok(history)) = (location.pathname(), location.search(), history) else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}{fragment}")));
}

/// Goes to what the fragment of the address names, a place that is none of [`Address`]: what browsers do themselves, but
/// not on a page that comes later. False where there is no such thing.
pub fn scroll_to_fragment() -> bool {
    let id = percent_decode(fragment().trim_start_matches('#'));
    let element = document().get_element_by_id(&id);
    if let Some(element) = &element {
        element.scroll_into_view();
    }
    element.is_some() || id.eq_ignore_ascii_case("top")
}

/// The fragment of the address, with its `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address of this page at a place of it; None where others could not open it: from a file, in some frames.
pub fn absolute(address: &Address) -> Option<String> {
    let location = window().location();
    let ours = location.protocol().is_ok_and(|protocol| matches!(protocol.as_str(), "https:" | "http:"));
    let (origin, path) = (location.origin().ok()?, location.pathname().ok()?);
    ours.then(|| format!("{origin}{path}{address}"))
}

/// A way from this page as a whole address.
pub fn whole(way: &str) -> String {
    web_sys::Url::new_with_base(way, &where_it_is()).map_or_else(|_| way.to_owned(), |url| url.href())
}

/// The address as the browser has it, whether or not others could open it.
pub fn where_it_is() -> String {
    window().location().href().unwrap_or_default()
}

/// Today's date where the reader is, such as `2026-11-25`. None where the clock cannot be right: one that lost its battery
/// begins again in 1970 or 2000, before there was such a page.
pub fn today() -> Option<String> {
    let now = js_sys::Date::new_0();
    let plausible = (2025..=9999).contains(&now.get_full_year());
    plausible.then(|| format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}

/// An attribute of `<html>`; None where it has none.
pub fn root(name: &str) -> Option<String> {
    document().document_element().and_then(|root| root.get_attribute(name))
}

/// Sets an attribute of `<html>`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The language that the page is written in. Where another was chosen before, it led to that other page.
pub fn lang() -> Lang {
    let tag = root("lang");
    Lang::ALL.into_iter().find(|lang| Some(lang.tag()) == tag.as_deref()).unwrap_or(Lang::Zh)
}

/// The day since which the page does not change any more, such as `2026-11-25`; None for one that stays up to date.
pub fn frozen() -> Option<String> {
    root("data-frozen")
}

/// Which page of the site it is.
pub fn sheet() -> PageKind {
    PageKind::from_hook(&root("data-sheet").unwrap_or_default())
}

/// True where an element of this id is on the page.
pub fn holds(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// True in somebody's article: what it asks for is what its readers see.
fn framed() -> bool {
    root("data-framed").is_some()
}

/// True where the page is a kiosk's: `mode.js` says so before it is painted.
pub fn is_kiosk() -> bool {
    root("data-mode").is_some()
}

/// True where nothing of a reader's is kept: in somebody's article, and where the next is another.
fn forgets() -> bool {
    framed() || is_kiosk()
}

/// Asks for the script that keeps the site for when there is no network; it lies beside the app.
pub fn keep_for_offline() {
    let app = find_all("link[rel=modulepreload]").into_iter().next().and_then(|link| link.get_attribute("href"));
    let script = document().create_element("script").ok().and_then(|made| made.dyn_into::<HtmlScriptElement>().ok());
    if let (false, Some(app), Some(script), Some(head)) = (framed(), app, script, document().head()) {
        let folder = app.rsplit_once('/').map_or("", |(folder, _)| folder);
        script.set_src(&format!("{folder}/offline.js"));
        let _ = head.append_child(&script);
    }
}

/// A remembered choice; None where storage is blocked, in somebody's article, and in a kiosk.
pub fn recall(key: &str) -> Option<String> {
    if forgets() {
        return None;
    }
    window().local_storage().ok().flatten()?.get_item(&format!("mingbai.{key}")).ok().flatten()
}

/// Remembers a choice; where storage is blocked, in somebody's article, and in a kiosk, nothing happens.
pub fn remember(key: &str, value: &str) {
    if !forgets()
        && let Ok(Some(storage)) = window().local_storage()
    {
        let _ = storage.set_item(&format!("mingbai.{key}"), value);
    }
}

/// True where a media query holds.
pub fn prefers(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// What the reader's system prefers.
pub fn preferred_theme() -> Theme {
    if prefers("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light }
}

/// The bytes that are written in base64.
pub fn bytes(base64: &str) -> Option<Vec<u8>> {
    // One character a byte.
    window().atob(base64).ok()?.chars().map(|byte| u8::try_from(byte).ok()).collect()
}

/// Goes where a link leads, a place of this page.
pub fn follow(link: &HtmlElement) {
    if let Some(href) = link.get_attribute("href").filter(|href| href.starts_with('#')) {
        let _ = window().location().set_hash(&href);
    }
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// How many pixels the page's type is high, which the reader chooses here and in the browser.
pub fn type_size() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    style
        .and_then(|style| style.get_property_value("font-size").ok())
        .map(|size| js_sys::parse_float(&size))
        .filter(|size| *size > 0.0)
        .unwrap_or(16.0)
}

/// A length for a style. The browser writes the number: what Rust writes them with would be 4 KB of the app.
pub fn pixels(length: f64) -> String {
    let number = js_sys::Number::from(length).to_string_with_radix(10);
    number.map_or_else(|_| String::new(), |number| format!("{}px", String::from(number)))
}

/// How far down the page is, in pixels.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Goes that far down the page.
pub fn scroll_down_to(scrolled: f64) {
    window().scroll_to_with_x_and_y(window().scroll_x().unwrap_or_default(), scrolled);
}

/// True in a frame of somebody's article where nobody has done anything yet, as `frame.js` says: what is shown there must
/// neither move the article nor take the focus from it.
fn unread_frame() -> bool {
    document().query_selector("[data-framed=still]").is_ok_and(|root| root.is_some())
}

/// Gives the focus to an element without moving the page.
pub fn focus_still(element: &HtmlElement) {
    if unread_frame() {
        return;
    }
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    let _ = element.focus_with_options(&still);
}

/// Gives the focus to the first element that a selector finds, without moving the page.
pub fn focus(selector: &str) {
    if let Some(root) = document().document_element() {
        focus_within(&root, selector);
    }
}

/// The heading that the reader is at.
pub fn in_view() -> Option<HtmlElement> {
    let half = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 2.0;
    let above = |heading: &Element| heading.get_bounding_client_rect().top() <= half;
    let headings = find_all("h1[tabindex], h2[tabindex]");
    let shown = |heading: &HtmlElement| heading.offset_parent().is_some();
    headings.into_iter().filter(above).filter_map(|heading| heading.dyn_into().ok()).rfind(shown)
}

/// Gives the focus to the heading that the reader is at, without moving the page.
pub fn focus_in_view() {
    if let Some(heading) = in_view() {
        focus_still(&heading);
    }
}

/// The same inside an element.
pub fn focus_within(around: &Element, selector: &str) {
    let found = around.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_still(&element);
    }
}

/// The same once what is being drawn anew stands in the page: a choice that was made keeps the focus.
pub fn focus_soon(selector: String) {
    leptos::prelude::request_animation_frame(move || focus(&selector));
}

/// Does the work once the browser has painted what was changed so far.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work: Box<dyn FnOnce()> = Box::new(work);
    leptos::prelude::request_animation_frame(move || leptos::prelude::set_timeout(work, std::time::Duration::ZERO));
}

/// Opens what an element is folded into, and scrolls to it.
pub fn reveal(element: &Element) {
    unfold(element);
    scroll_into_view(element, ScrollLogicalPosition::Center);
}

fn scroll_into_view(element: &Element, place: ScrollLogicalPosition) {
    if unread_frame() {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens all that an element is folded into.
fn unfold(element: &Element) {
    while let Some(folded) = element.closest("details:not([open])").ok().flatten() {
        let _ = folded.set_attribute("open", "");
    }
}

/// How many pixels an element is away from the screen: 0 where some of it is on it, without end where it is not shown.
pub fn from_screen(element: &Element) -> f64 {
    let area = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if area.height() > 0.0 { (area.top() - height).max(-area.bottom()).max(0.0) } else { f64::INFINITY }
}

/// Says how much room an element takes while a browser has not laid it out.
pub fn keep_room(element: &Element, height: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property("contain-intrinsic-height", &format!("auto {}", pixels(height)));
    }
}

/// The lower edge of what can be seen of the window, in pixels from its top: in a kiosk a bar lies over what is below.
pub fn lower_edge() -> f64 {
    let bar = find_all(".kiosk-bar").pop().map(|bar| bar.get_bounding_client_rect()).filter(|bar| bar.height() > 0.0);
    bar.map_or_else(|| window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or_default(), |bar| bar.top())
}

/// Tells the styles of an element a number, as a property of this name.
pub fn set_number(element: &Element, name: &str, number: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let number = js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default();
        let _ = element.style().set_property(name, &number);
    }
}

/// Tells `boot.js` that all of the page is to look otherwise, or to lie behind a dialog: what is off the screen waits until
/// what is on it was seen.
pub fn change_seen_first() {
    announce("mingbai-changes");
}

/// Tells the window that something happened, as an event of this name.
pub fn announce(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// The innermost element round what an event happened to that a selector finds.
pub fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// All elements of the page that a selector finds, in order.
pub fn find_all(selector: &str) -> Vec<Element> {
    document().document_element().map(|root| all(&root, selector)).unwrap_or_default()
}

/// All elements inside another that a selector finds, in order.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Shows all elements that a selector finds, or hides them.
pub fn show_all(selector: &str, shown: bool) {
    find_all(selector).into_iter().for_each(|found| drop(found.toggle_attribute_with_force("hidden", !shown)));
}

/// Opens everything that is folded and can be read; returns what was.
pub fn unfold_all() -> Vec<Element> {
    find_all("details:not([open], .take-fold)")
        .into_iter()
        .inspect(|details| drop(details.set_attribute("open", "")))
        .collect()
}

/// Gives the focus to the field of this id, with all its text selected.
pub fn select(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}

/// Scrolls to the first element that a selector finds; at once where the reader asked for less motion.
pub fn scroll_to(selector: &str, place: ScrollLogicalPosition) -> Option<Element> {
    let element = document().query_selector(selector).ok().flatten()?;
    unfold(&element);
    scroll_into_view(&element, place);
    Some(element)
}
