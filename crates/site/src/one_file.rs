//! The one-file explorer: page, app, charts, text and pictures in one HTML file that opens with a double click and
//! fetches nothing.
//!
//! The files that the app requests are in the page, gzipped and base64-encoded; the script `one_file.js`, before all
//! others, answers the app's requests with them. So the app is the same as on a site.

use crate::content_security_policy::one_file_policy;
use crate::html_attributes::{attribute, module_script, with_attributes};
use crate::template::{FRAME_SCRIPT, HEAD, POLICY, without_placeholders};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::Compression;
use flate2::write::GzEncoder;
use mingbai::components::chart_placeholder::data_uri;
use mingbai::kiosk::KioskSettings;
use mingbai_core::escape::markup;
use std::cell::Cell;
use std::io;
use std::io::Write as _;

/// The file name of the explorer.
pub const ONE_FILE: &str = "kiosk.html";

/// The script that answers the app's requests.
const REQUEST_SCRIPT: &str = include_str!("one_file.js");

/// Why the file could not be made: what was expected of the page or of the app.
pub type Unexpected = &'static str;

/// The names of the files that a page of the site refers to.
struct SiteFiles {
    /// The embedded document.
    document: String,
    /// The chart bundle.
    charts: String,
    /// The script that reads documents which readers open.
    document_reader: String,
    /// The WebAssembly file that it runs.
    document_program: String,
    /// The app's files, without the extension.
    app: String,
}

impl SiteFiles {
    /// The names in a page.
    fn of(html: &str) -> Result<SiteFiles, Unexpected> {
        let charts = attribute(html, "script", "src", |name, value| name == "src" && value.starts_with("./charts-"));
        let document = attribute(html, "link", "href", |name, value| (name, value) == ("id", "carried"));
        let script = module_script(html);
        let app = script.as_deref().and_then(|script| between(script, "await import('./", ".js'"));
        let is_reader = |name: &str, value: &str| name == "src" && value.starts_with("./document-reader-");
        let document_reader = attribute(html, "script", "src", is_reader);
        let document_program = attribute(html, "script", "data-program", is_reader);
        let in_site = |path: Option<String>| path?.strip_prefix("./").map(str::to_owned);
        Ok(SiteFiles {
            document: in_site(document).ok_or("a page that names its text")?,
            charts: in_site(charts).ok_or("a page that names the chart bundle")?,
            document_reader: in_site(document_reader).ok_or("a page that names what reads documents")?,
            document_program: in_site(document_program).ok_or("a page that names what reads documents")?,
            app: app.ok_or("a page that starts the app")?.to_owned(),
        })
    }
}

/// The one-file explorer, made from the report page of a site. `title` is its title, `address` that of the site, where
/// it is known; `file` gives the content of a file of the site by its path.
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
    let html = FRAME_SCRIPT.remove(page).unwrap_or_else(|| page.to_owned());
    let names = SiteFiles::of(&html)?;
    let html = with_head(&html, title, address, &names, text("icon.svg").as_deref())?;
    let html = with_print_styles(&html, &text).ok_or("a page with styles for print")?;
    let script = script_in_place(&text(&format!("{}.js", names.app)).ok_or("the app's script")?, &names.app)?;
    let html = with_scripts(&html, &script, text)?;
    let files = embedded_files(&names, &script, &file)?;
    let html = html.replacen("</body>", &(files + "</body>"), 1);
    let html = POLICY.fill(&html, &one_file_policy(&html)).ok_or("a page with a place for its policy")?;
    without_placeholders(&html).ok_or("a page with a place for its text")
}

/// The page with its own head, and with references that `one_file.js` answers.
fn with_head(
    html: &str,
    title: &str,
    address: Option<&str>,
    names: &SiteFiles,
    icon: Option<&str>,
) -> Result<String, Unexpected> {
    // From the file a reader can get to the site.
    let canonical =
        address.map_or_else(String::new, |address| format!("<link rel=\"canonical\" href=\"{}\" />", markup(address)));
    let head = format!(
        "<title>{}</title>{canonical}<link rel=\"carried\" id=\"carried\" href=\"./{}\" />",
        markup(title),
        names.document,
    );
    let html = HEAD.fill(html, &head).ok_or("a page with a place for its head")?;
    // A page without an icon requests one.
    let icon = icon.map_or_else(|| "data:,".to_owned(), |icon| data_uri(icon.trim()));
    Ok(with_attributes(&html, |_, name, value| match (name, value) {
        // The bundle is in the page, like all files.
        ("src", charts) if charts.strip_prefix("./") == Some(&names.charts) => Some(names.charts.clone()),
        ("src", reader) if reader.strip_prefix("./") == Some(&names.document_reader) => {
            Some(names.document_reader.clone())
        }
        ("data-program", program) => program.strip_prefix("./").map(str::to_owned),
        ("href", "./icon.svg") => Some(icon.clone()),
        // The page in the other language is the same file.
        ("href", "en/index.html") => Some("?lang=en".to_owned()),
        _ => None,
    }))
}

/// The page with its style sheet for print inside.
fn with_print_styles(html: &str, text: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let (before, rest) = html.split_once("<link rel=\"stylesheet\" href=\"./")?;
    let (name, rest) = rest.split_once("\" media=\"print\"/>")?;
    Some(format!("{before}<style media=\"print\">{}</style>{rest}", text(name)?.trim()))
}

/// The page with the app's script in place of the one that fetches it, with the script that answers requests before all
/// others, with the kiosk's script and styles, and with its pictures.
fn with_scripts(html: &str, script: &str, text: impl Fn(&str) -> Option<String>) -> Result<String, Unexpected> {
    let (before, rest) = html.split_once("<script type=\"module\">").ok_or("a page that starts the app")?;
    let (_, after) = rest.split_once("</head>").ok_or("a page with a head")?;
    let (first, rest) = before.split_once("<script>").ok_or("a page with boot.js inside")?;
    let (Some(kiosk_style), Some(kiosk_script)) = (text("kiosk.css"), text("kiosk.js")) else {
        return Err("what makes the page a kiosk");
    };
    Ok(format!(
        "{first}<script>{REQUEST_SCRIPT}</script><script>{rest}<style>{}</style><script>{}</script>\
         <script type=\"module\">{script}</script></head>{}",
        kiosk_style.trim(),
        kiosk_script.trim(),
        with_pictures(after, text)?
    ))
}

/// The files that the app requests, as elements: its chunks, the chart bundle, the embedded document, the kiosk's
/// settings and logo; and the licences of what is in the file.
fn embedded_files(
    names: &SiteFiles,
    script: &str,
    file: &impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<String, Unexpected> {
    let text = |name: &str| file(name).and_then(|content| String::from_utf8(content).ok());
    let app = &names.app;
    let chunks = chunk_names(script).into_iter().map(|chunk| format!("{app}.{chunk}.wasm"));
    let settings = text("kiosk.txt");
    let logo = settings.as_ref().and_then(|settings| KioskSettings::parse(settings, "", false).0.logo);
    let logo = logo.filter(|logo| file(logo).is_some());
    let settings = settings.map(|_| "kiosk.txt".to_owned());
    let mut elements = String::new();
    let first = [
        format!("{app}.wasm"),
        names.charts.clone(),
        names.document.clone(),
        names.document_reader.clone(),
        names.document_program.clone(),
    ];
    for path in first.into_iter().chain(chunks).chain(settings).chain(logo) {
        let packed = packed(&file(&path).ok_or("a file that the app asks for")?).map_err(|_| "room to pack a file")?;
        let name = path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name);
        let kind = media_type(name);
        elements +=
            &format!("<script type=\"text/x-file\" id=\"file={name}\" data-kind=\"{kind}\">{packed}</script>\n");
    }
    for name in ["charts.LICENSE.txt", "licences.txt"] {
        if let Some(licences) = text(name) {
            let licences = licences.replace("</", "< /");
            elements += &format!("<script type=\"text/plain\" id=\"{name}\">\n{licences}</script>\n");
        }
    }
    Ok(elements)
}

/// The media type of a file by its name. Browsers recognise other pictures by their content.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "wasm")) => "application/wasm",
        Some((_, "js")) => "text/javascript",
        Some((_, "json")) => "application/json",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// The app's script as an inline script: its export of the start function becomes a call.
fn script_in_place(script: &str, app: &str) -> Result<String, Unexpected> {
    let (script, exports) = script.trim_end().rsplit_once("export{").ok_or("an app's script that exports its start")?;
    let start = exports.split(',').find_map(|export| export.trim_end_matches(['}', ';']).strip_suffix(" as default"));
    let start = start.ok_or("an app's script that exports its start")?;
    // It can occur in strings only, where it means the same.
    let script = script.replace("</script", "<\\/script");
    Ok(format!(
        "{script}await window.mingbaiAppMayLoad;await {start}({{module_or_path:new URL('./{app}.wasm',import.meta.url)}})"
    ))
}

/// The names of the app's chunks, which its script contains.
fn chunk_names(script: &str) -> Vec<String> {
    let named = script.split(".wasm\",import.meta.url)").filter_map(|before| before.rsplit_once("new URL(\"./"));
    named.filter_map(|(_, name)| name.split_once('.').map(|(_, part)| part.to_owned())).collect()
}

/// The page with its pictures inlined.
fn with_pictures(html: &str, text: impl Fn(&str) -> Option<String>) -> Result<String, Unexpected> {
    let missing = Cell::new(false);
    let html = with_attributes(html, |_, _, value| {
        let picture = value.strip_prefix("picture/")?;
        match text(&format!("picture/{picture}")) {
            // `srcset` is split at spaces.
            Some(svg) => Some(data_uri(&svg).replace(' ', "%20").replace('\n', "%0A")),
            None => {
                missing.set(true);
                None
            }
        }
    });
    if missing.get() { Err("a picture that the page names") } else { Ok(html) }
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
    fn the_script_runs_inline() {
        let script = "var a=new URL(\"./app-1.cards.wasm\",import.meta.url);export{de as default,U as initSync};\n";
        assert_eq!(
            script_in_place(script, "app-1").unwrap(),
            "var a=new URL(\"./app-1.cards.wasm\",import.meta.url);await window.mingbaiAppMayLoad;\
             await de({module_or_path:new URL('./app-1.wasm',import.meta.url)})"
        );
        assert_eq!(chunk_names(script), ["cards"]);
        assert!(script_in_place("var a", "app-1").is_err());
    }

    #[test]
    fn words_that_look_like_attributes_stay_words() {
        let html = "<title>=\"picture/../secret\"</title><p>=\"picture/x\"</p><img alt='src=\"picture/y\"'>";
        let files = |name: &str| panic!("{name} was read");
        assert_eq!(with_pictures(html, files).unwrap(), html);
        let html = "<title>await import('./x.js' id=\"carried\" href=\"./x\"</title><link id=\"carried\" href=\"./c.json\">\
                    <script src=\"./charts-1.js\"></script>\
                    <script src=\"./document-reader-1.js\" data-program=\"./document-reader-2.wasm\"></script>\
                    <script type=\"module\">await import('./app-1.js')</script>";
        let names = SiteFiles::of(html).unwrap_or_else(|what| panic!("{what}"));
        assert_eq!([names.document, names.charts, names.app], ["c.json", "charts-1.js", "app-1"]);
        assert_eq!([names.document_reader, names.document_program], ["document-reader-1.js", "document-reader-2.wasm"]);
    }

    #[test]
    fn pictures_are_inlined_and_a_missing_one_is_an_error() {
        let html = "<source srcset=\"picture/chart/a.svg\"><img src=\"picture/chart/a.svg\">";
        let made = with_pictures(html, |name| (name == "picture/chart/a.svg").then(|| "<svg a=\"b c\"/>".to_owned()));
        let data = "data:image/svg+xml,%3Csvg%20a='b%20c'/%3E";
        assert_eq!(made.unwrap(), format!("<source srcset=\"{data}\"><img src=\"{data}\">"));
        assert!(with_pictures(html, |_| None).is_err());
    }
}
