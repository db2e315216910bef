//! The page for addresses that do not exist, also inside a frame: for a figure, a language or a version that the site
//! does not have.

use crate::notice_page::notice_page;
use crate::template::FRAME_SCRIPT;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;

/// Its file name, which hosts look for.
pub const NOT_FOUND: &str = "404.html";

/// Its sentence, and the text of its link.
fn texts(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("这里没有这一页。可能是图、语言或版本的地址写错了。", "看完整的页面"),
        Lang::En => (
            "There is no such page here. The address of a figure, a language or a version may be wrong.",
            "See the whole page",
        ),
    }
}

/// The page is sent for addresses in any folder: where the site's address is unknown, this script finds its root.
const FIND_ROOT: &str = "<script>addEventListener('DOMContentLoaded',function(){\
    var root=location.pathname.replace(/(v\\/[^/]*\\/)?(en\\/)?(figure\\/)?[^/]*$/,'');\
    document.querySelectorAll('a').forEach(function(a){a.href=root+a.dataset.path})})</script>";

/// The page, with the frame script of `template`. `address` is that of the site, where it is known.
pub fn not_found_page(template: &str, address: Option<&str>) -> Option<String> {
    let frame = FRAME_SCRIPT.content(template).map_or(String::new(), |script| format!("<script>{script}</script>"));
    let find_root = if address.is_some() { "" } else { FIND_ROOT };
    let paragraphs = Lang::ALL.map(|lang| {
        let ((sentence, link), path) = (texts(lang), PageKind::Report.path(lang));
        let href = address.map_or_else(|| format!("../{path}"), |address| format!("{address}{path}"));
        format!("<p lang=\"{}\">{sentence} <a data-path=\"{path}\" href=\"{href}\">{link}</a></p>", lang.tag())
    });
    notice_page(&format!("{frame}{find_root}"), &paragraphs.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leads_to_the_whole_page_in_either_language() {
        let html =
            not_found_page("<script type=\"text/x-frame\">f()</script>", Some("https://example.org/a/")).unwrap();
        assert!(html.contains("<script>f()</script>") && !html.contains("pathname"));
        assert!(html.contains("href=\"https://example.org/a/index.html\""));
        assert!(html.contains("href=\"https://example.org/a/en/index.html\""));
        assert!(not_found_page("", None).unwrap().contains("location.pathname"));
    }
}
