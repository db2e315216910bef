//! The page that tells the owner of a site what their host does wrong.

use crate::notice_page::notice_page;
use mingbai_core::locale::Lang;

/// Its file name.
pub const HEALTH: &str = "health.html";

/// What the page runs.
const SCRIPT: &str = include_str!("health.js");

/// Styles beyond those of all notices.
const STYLE: &str = "<style>ul{padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid;\
    border-color:light-dark(#ddd,#444)}h1{font-size:1.25rem}p,pre{margin:.25rem 0 .5rem 1.25rem}\
    pre{overflow:auto;font-size:.875rem;opacity:.8}</style>";

/// The page. It requests the files that `sw.js` lists, as the browsers of readers do, and looks at the answers.
pub fn health_page() -> Option<String> {
    let without_scripts = Lang::ALL.map(|lang| {
        let sentence = match lang {
            Lang::Zh => "这一页检查主机，要运行脚本。脚本被关掉了，或者主机把网页改写了、另写了一份安全策略。",
            Lang::En => {
                "This page looks at the host, for which it must run a script. Scripts are off, or the host rewrites \
                 pages or sends a policy of its own."
            }
        };
        format!("<p lang=\"{}\">{sentence}</p>", lang.tag())
    });
    // The first thing the script does is to remove this.
    let main = format!("<div id=\"no-script\">{}</div>", without_scripts.concat());
    notice_page(&format!("<script>addEventListener('DOMContentLoaded',function(){{{SCRIPT}}})</script>{STYLE}"), &main)
}
