//! The page for addresses that do not exist, also inside a frame: for a figure, a language or a version that the site
//! does not have.

use crate::content_security_policy::policy;
use crate::template::{FRAME_SCRIPT, POLICY};
use mingbai_core::locale::{Lang, Locale};
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
    let brand = Locale::of(Lang::Zh).words().brand;
    let paragraphs = Lang::ALL.map(|lang| {
        let ((sentence, link), path) = (texts(lang), PageKind::Report.path(lang));
        let href = address.map_or_else(|| format!("../{path}"), |address| format!("{address}{path}"));
        format!("<p lang=\"{}\">{sentence} <a data-path=\"{path}\" href=\"{href}\">{link}</a></p>", lang.tag())
    });
    let html = format!(
        "<!doctype html><html lang=\"zh-CN\" data-sheet=\"\"><head><meta charset=\"utf-8\" />\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <link rel=\"icon\" href=\"data:,\" />\
         <!--policy--><!--/policy--><title>{brand}</title>{frame}{find_root}\
         <style>body{{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem;font:1rem/1.7 system-ui,sans-serif}}\
         b{{color:light-dark(#0b5d66,#6cc5cc)}}a{{color:inherit}}</style></head>\
         <body><main><b>{brand}</b>{}</main></body></html>\n",
        paragraphs.concat()
    );
    POLICY.fill(&html, &policy(&html))
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
