//! The reader's environment: the clock, media queries, the size of type.

use leptos::prelude::{document, window};
use web_sys::Element;

/// Today's local date, such as `2026-11-25`. None if the clock is implausible: without a battery it starts in 1970 or 2000,
/// before this page existed.
pub fn today() -> Option<String> {
    let now = js_sys::Date::new_0();
    let plausible = (2025..=9999).contains(&now.get_full_year());
    plausible.then(|| format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}

/// True in the browser that is built into another app, such as a messenger (an in-app browser). Each adds the app's name
/// to its user agent.
pub fn is_in_app_browser() -> bool {
    const NAMES: [&str; 13] = [
        "MicroMessenger", // WeChat
        " QQ/",
        "Weibo",
        "DingTalk",
        "AlipayClient",
        "aweme",       // Douyin
        "NewsArticle", // Toutiao
        "xhsdiscover", // Xiaohongshu
        "Lark/",       // Feishu
        "FBAN/",       // Facebook
        "FBAV/",
        "Instagram",
        " Line/",
    ];
    window().navigator().user_agent().is_ok_and(|agent| NAMES.iter().any(|name| agent.contains(name)))
}

/// True if a media query matches.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// The value of a property in the computed style of an element.
pub fn computed_style(element: &Element, property: &str) -> Option<String> {
    window().get_computed_style(element).ok().flatten()?.get_property_value(property).ok()
}

/// The font size of the page's root in pixels, which the reader sets on the page and in the browser.
pub fn root_font_size() -> f64 {
    document().document_element().and_then(|root| font_size(&root)).unwrap_or(16.0)
}

/// The size of the body's type in pixels; what the reader's browser adds behind each letter, and besides at each space, as
/// shares of that size.
pub fn type_of_body() -> (f64, f64, f64) {
    let Some(body) = document().body() else { return (16.0, 0.0, 0.0) };
    let size = font_size(&body).unwrap_or(16.0);
    // `normal` is no number.
    let share = |property: &str| {
        let added = computed_style(&body, property).map(|length| js_sys::parse_float(&length));
        added.filter(|added| added.is_finite()).unwrap_or(0.0).max(0.0) / size
    };
    (size, share("letter-spacing"), share("word-spacing"))
}

/// The font size of an element in pixels.
pub fn font_size(element: &Element) -> Option<f64> {
    computed_style(element, "font-size").map(|size| js_sys::parse_float(&size)).filter(|size| *size > 0.0)
}
