//! What a site says after its budget was withdrawn, and the service worker that removes it from the browsers of
//! readers.

use crate::notice_page::notice_page;
use mingbai_core::escape::markup;
use mingbai_core::locale::Lang;

/// The script with which a page in a frame tells its height. A withdrawn site has no template that contains it.
const FRAME_SCRIPT: &str = include_str!("../../../public/frame.js");

/// The service worker of a withdrawn site: it removes what the site's own worker cached, and itself.
pub const WITHDRAWN_WORKER: &str = include_str!("withdrawn_worker.js");

/// The page in the place of each page of a withdrawn site. `moved_to` is the address where readers find another one.
pub fn withdrawn_page(moved_to: Option<&str>) -> Option<String> {
    let paragraphs = Lang::ALL.map(|lang| {
        let (sentence, link) = texts(lang);
        let moved = moved_to.map_or(String::new(), |address| {
            let address = markup(address);
            format!(" {link}<a href=\"{address}\" target=\"_top\">{address}</a>")
        });
        format!("<p lang=\"{}\">{sentence}{moved}</p>", lang.tag())
    });
    notice_page(&format!("<script>{FRAME_SCRIPT}</script>"), &paragraphs.concat())
}

/// Its sentence, and what stands before the other address.
fn texts(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("这里的预算网页已经由发布者撤下，数字不再提供。", "新的网址："),
        Lang::En => ("The budget that was here has been withdrawn by its publisher.", "It is now at "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_so_in_both_languages_and_may_lead_elsewhere() {
        let html = withdrawn_page(None).unwrap();
        assert!(html.contains("已经由发布者撤下") && html.contains("has been withdrawn") && !html.contains("<a "));
        assert!(html.contains("mingbai-height") && html.contains("noindex"), "a frame gets its height");
        let html = withdrawn_page(Some("https://example.org/a/?b&c")).unwrap();
        assert_eq!(html.matches("<a href=\"https://example.org/a/?b&amp;c\" target=\"_top\">").count(), 2);
    }
}
