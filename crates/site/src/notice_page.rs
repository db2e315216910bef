//! Pages with a few sentences, which need no other file of the site: they work in any folder of it, and inside a frame.

use crate::content_security_policy::policy;
use crate::template::POLICY;
use mingbai_core::locale::{Lang, Locale};

/// A page with these elements in its head and in its `main` element. Search engines leave it out.
pub fn notice_page(head: &str, main: &str) -> Option<String> {
    let brand = Locale::of(Lang::Zh).words().brand;
    let html = format!(
        "<!doctype html><html lang=\"zh-CN\" data-sheet=\"\"><head><meta charset=\"utf-8\" />\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\
         <meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"robots\" content=\"noindex\" />\
         <link rel=\"icon\" href=\"data:,\" />\
         <!--policy--><!--/policy--><title>{brand}</title>{head}\
         <style>body{{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem;font:1rem/1.7 system-ui,sans-serif}}\
         b{{color:light-dark(#0b5d66,#6cc5cc)}}a{{color:inherit}}</style></head>\
         <body><main><b>{brand}</b>{main}</main></body></html>\n",
    );
    POLICY.fill(&html, &policy(&html))
}
