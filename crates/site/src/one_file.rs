//! The whole explorer in one file, which opens by a double click: page, app, charts, text and pictures, and nothing that
//! is fetched.
//!
//! What the app asks for lies in the page, gzipped and in base64; a script before all others gives it that
//! (`one_file.js`). So the app is the same as on a site.

use crate::content_security_policy::policy_alone;
use crate::template::{FRAME, HEAD, POLICY, without_places};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::Compression;
use flate2::write::GzEncoder;
use mingbai::components::chart_placeholder::data_uri;
use mingbai::kiosk::KioskSettings;
use mingbai_core::escape::markup;
use std::io;
use std::io::Write as _;

/// Its name.
pub const ONE_FILE: &str = "kiosk.html";

/// What gives the app its files.
const GIVES: &str = include_str!("one_file.js");

/// Why the file could not be made: what was expected of what it is made of.
pub type Unexpected = &'static str;

/// The file, made of the whole page of a site: `title` is its name, `address` that of the site, where it is known, `file`
/// gives what a file of the site holds, by its path.
///
/// # Errors
/// What of the page or the app is not as the build leaves it.
pub fn one_file(
    page: &str,
    title: &str,
    address: Option<&str>,
    file: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<String, Unexpected> {
    let text = |name: &str| file(name).and_then(|content| String::from_utf8(content).ok());
    let html = FRAME.removed(page).unwrap_or_else(|| page.to_owned());

    let carried = between(&html, "id=\"carried\" href=\"./", "\"").ok_or("a page that names its text")?.to_owned();
    let charts = between(&html, "<script src=\"./charts-", "\"").ok_or("a page that names the chart bundle")?;
    let charts = format!("charts-{charts}");
    let app = between(&html, "await import('./", ".js'").ok_or("a page that starts the app")?.to_owned();

    // Whoever has the file may come to the site from it.
    let canonical =
        address.map_or_else(String::new, |address| format!("<link rel=\"canonical\" href=\"{}\" />", markup(address)));
    let head = format!(
        "<title>{}</title>{canonical}<link rel=\"carried\" id=\"carried\" href=\"./{carried}\" />",
        markup(title)
    );
    let html = HEAD.filled(&html, &head).ok_or("a page with a place for its head")?;
    // Its bundle lies in the page, as what else is fetched.
    let html = html.replacen(&format!("<script src=\"./{charts}\""), &format!("<script src=\"{charts}\""), 1);
    // A page without an icon asks for one.
    let icon = text("icon.svg").map_or_else(|| "data:,".to_owned(), |icon| data_uri(icon.trim()));
    let html = html.replacen("href=\"./icon.svg\"", &format!("href=\"{icon}\""), 1);

    // The app in place of what fetches it, and what gives it its files before all others.
    let (before, rest) = html.split_once("<script type=\"module\">").ok_or("a page that starts the app")?;
    let (_, behind) = rest.split_once("</head>").ok_or("a page with a head")?;
    let (first, rest) = before.split_once("<script>").ok_or("a page with boot.js inside")?;
    let script = runs(&text(&format!("{app}.js")).ok_or("the app's script")?, &app)?;
    // What makes a kiosk of it stands where it would be fetched on a site.
    let kiosk = match (text("kiosk.css"), text("kiosk.js")) {
        (Some(style), Some(script)) => format!("<style>{}</style><script>{}</script>", style.trim(), script.trim()),
        _ => return Err("what makes the page a kiosk"),
    };
    let html = format!(
        "{first}<script>{GIVES}</script><script>{rest}{kiosk}<script type=\"module\">{script}</script></head>{}",
        with_pictures(behind, text)?
    );

    // Only what the app itself asks for: its parts, the chart bundle, the text.
    let mut files = String::new();
    let parts = split_parts(&script).into_iter().map(|part| format!("{app}.{part}.wasm"));
    // How the kiosk of the site is set, which may name a picture.
    let set = text("kiosk.txt").map(|set| KioskSettings::parse(&set, "").0);
    let logo = set.as_ref().and_then(|set| set.logo.clone()).filter(|logo| file(logo).is_some());
    let set = set.map(|_| "kiosk.txt".to_owned());
    for name in [format!("{app}.wasm"), charts, carried].into_iter().chain(parts).chain(set).chain(logo) {
        let packed = packed(&file(&name).ok_or("a file that the app asks for")?).map_err(|_| "room to pack a file")?;
        let name = name.rsplit_once('/').map_or(name.as_str(), |(_, name)| name);
        let kind = match name.rsplit_once('.') {
            Some((_, "wasm")) => "application/wasm",
            Some((_, "js")) => "text/javascript",
            Some((_, "json")) => "application/json",
            Some((_, "svg")) => "image/svg+xml",
            // What a picture is a browser sees by its first bytes.
            _ => "application/octet-stream",
        };
        files += &format!("<script type=\"text/x-file\" id=\"file={name}\" data-kind=\"{kind}\">{packed}</script>\n");
    }
    // The file is handed on alone: under which terms others made what is in it goes with it.
    if let Some(terms) = text("charts.LICENSE.txt") {
        files += &format!(
            "<script type=\"text/plain\" id=\"charts.LICENSE.txt\">\n{}</script>\n",
            terms.replace("</", "< /")
        );
    }
    let html = html.replacen("</body>", &(files + "</body>"), 1);
    let html = html.replacen("href=\"en/index.html\"", "href=\"?lang=en\"", 1);
    let html = POLICY.filled(&html, &policy_alone(&html)).ok_or("a page with a place for its policy")?;
    without_places(&html).ok_or("a page with a place for its text")
}

/// The app's script as one that runs where it stands: what it gives to others becomes a call.
fn runs(script: &str, app: &str) -> Result<String, Unexpected> {
    let (script, exports) = script.trim_end().rsplit_once("export{").ok_or("an app's script that exports its start")?;
    let start = exports.split(',').find_map(|export| export.trim_end_matches(['}', ';']).strip_suffix(" as default"));
    let start = start.ok_or("an app's script that exports its start")?;
    // Only inside a string may this stand, and there it says the same.
    let script = script.replace("</script", "<\\/script");
    Ok(format!(
        "{script}await window.mingbaiSeen;await {start}({{module_or_path:new URL('./{app}.wasm',import.meta.url)}})"
    ))
}

/// The names of the app's parts, by what its script says of their files.
fn split_parts(script: &str) -> Vec<String> {
    let named = script.split(".wasm\",import.meta.url)").filter_map(|before| before.rsplit_once("new URL(\"./"));
    named.filter_map(|(_, name)| name.split_once('.').map(|(_, part)| part.to_owned())).collect()
}

/// The page with its pictures inside.
fn with_pictures(html: &str, text: impl Fn(&str) -> Option<String>) -> Result<String, Unexpected> {
    let mut pieces = html.split("=\"picture/");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('"').ok_or("a picture's name in quotes")?;
        let svg = text(&format!("picture/{name}")).ok_or("a picture that the page names")?;
        // A list of pictures is cut at commas before spaces, and its first word is the address.
        out += &format!("=\"{}\"{rest}", data_uri(&svg).replace(' ', "%20").replace('\n', "%0A"));
    }
    Ok(out)
}

fn between<'a>(text: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(behind).map(|(found, _)| found)
}

fn packed(content: &[u8]) -> io::Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_runs_where_it_stands() {
        let script = "var a=new URL(\"./app-1.cards.wasm\",import.meta.url);export{de as default,U as initSync};\n";
        assert_eq!(
            runs(script, "app-1").unwrap(),
            "var a=new URL(\"./app-1.cards.wasm\",import.meta.url);await window.mingbaiSeen;\
             await de({module_or_path:new URL('./app-1.wasm',import.meta.url)})"
        );
        assert_eq!(split_parts(script), ["cards"]);
        assert!(runs("var a", "app-1").is_err());
    }

    #[test]
    fn pictures_go_inside_and_one_that_is_missing_is_said() {
        let html = "<source srcset=\"picture/chart/a.svg\"><img src=\"picture/chart/a.svg\">";
        let made = with_pictures(html, |name| (name == "picture/chart/a.svg").then(|| "<svg a=\"b c\"/>".to_owned()));
        let data = "data:image/svg+xml,%3Csvg%20a='b%20c'/%3E";
        assert_eq!(made.unwrap(), format!("<source srcset=\"{data}\"><img src=\"{data}\">"));
        assert!(with_pictures(html, |_| None).is_err());
    }
}
