//! `index.html` with the names of the built files.
//!
//! The page is written for Trunk, which builds it in development: elements with `data-trunk` name what is to be built.
//! Here the same elements are found by an HTML parser, and replaced where they stand; the rest of the file stays as it
//! is.

use anyhow::{Context, Result, bail};
use html5gum::{DefaultEmitter, HtmlString, Span, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The attribute of a script for a worker that names the WebAssembly file which the worker runs.
const PROGRAM: &str = "data-program";

/// What an element of the page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// A style sheet, named by its hash.
    Style(String),
    /// A script, named by its hash.
    Script(String),
    /// A file that a script's `data-program` names, named by its hash.
    Program(String),
    /// A file of the site that the page need not name.
    Copy(String),
    /// The app.
    App,
    /// Something that only a development build has.
    Development,
}

/// An element of the page that is replaced.
#[derive(Debug)]
pub struct Element {
    /// What it asks for; files are named from the project's folder.
    pub asset: Asset,
    /// Its start tag in the page.
    span: Span<usize>,
    /// The attributes that it has in a release as well.
    attributes: BTreeMap<String, String>,
}

/// The elements of the page that are to be replaced, in order.
///
/// # Errors
/// Where one asks for something that only Trunk knows.
pub fn elements(html: &str) -> Result<Vec<Element>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // What is inside a script is no markup.
    emitter.naively_switch_states(true);
    let mut elements = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        if let Token::StartTag(tag) = token {
            let line = html[..tag.span.start].matches('\n').count() + 1;
            elements.extend(element(&tag).with_context(|| format!("index.html, line {line}"))?);
        }
    }
    Ok(elements)
}

fn element(tag: &StartTag<usize>) -> Result<Option<Element>> {
    let text = |bytes: &HtmlString| String::from_utf8_lossy(bytes).into_owned();
    let mut attributes: BTreeMap<String, String> =
        tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
    let development = attributes.contains_key("data-development");
    if !development && !attributes.contains_key("data-trunk") {
        return Ok(None);
    }
    let name = text(&tag.name);
    let is_hashed = attributes.contains_key("data-hashed");
    let mut file = |attribute: &str| {
        attributes.remove(attribute).with_context(|| format!("<{name} data-trunk> without {attribute}"))
    };
    let asset = match (name.as_str(), tag.attributes.get(&b"rel"[..]).map(|rel| text(rel)).as_deref()) {
        _ if development => Asset::Development,
        ("link", Some("css")) => Asset::Style(file("href")?),
        ("link", Some("copy-file")) if is_hashed => Asset::Program(file("href")?),
        ("link", Some("copy-file")) => Asset::Copy(file("href")?),
        ("link", Some("rust")) => Asset::App,
        ("script", _) => Asset::Script(file("src")?),
        (_, rel) => bail!("xtask does not know what to make of <{name} data-trunk rel={}>", rel.unwrap_or_default()),
    };
    attributes.retain(|name, _| name == PROGRAM || (name != "rel" && !name.starts_with("data-")));
    Ok(Some(Element { asset, span: tag.span, attributes }))
}

/// The page with each element replaced: `name` gives the name of the file that was built for an asset, and `app` that
/// of the app's files, without their endings.
pub fn with_names(html: &str, elements: &[Element], name: impl Fn(&Asset) -> String, app: &str) -> String {
    let (mut page, mut at) = (String::new(), 0);
    for element in elements {
        let before = &html[at..element.span.start];
        let replacement = match &element.asset {
            Asset::Style(_) => {
                let start = format!("<link rel=\"stylesheet\" href=\"./{}\"", name(&element.asset));
                with_attributes(start, &element.attributes) + "/>"
            }
            // `mingbai site` takes a script for one of the site's own by its first attribute.
            Asset::Script(_) => {
                let start = format!("<script src=\"./{}\"", name(&element.asset));
                let mut attributes = element.attributes.clone();
                if let Some(program) = attributes.get_mut(PROGRAM) {
                    *program = format!("./{}", name(&Asset::Program(program.clone())));
                }
                with_attributes(start, &attributes) + ">"
            }
            Asset::App => app_start(app),
            Asset::Copy(_) | Asset::Program(_) | Asset::Development => String::new(),
        };
        // An element that goes takes its line with it.
        page += if replacement.is_empty() { before.trim_end() } else { before };
        page += &replacement;
        at = element.span.end;
    }
    page + &html[at..]
}

/// The start of a tag with further attributes.
fn with_attributes(mut start: String, attributes: &BTreeMap<String, String>) -> String {
    for (name, value) in attributes {
        // Not `mingbai_core::escape`: this program would have to compile the core in its own profile, for two
        // characters.
        let _ = write!(start, " {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;"));
    }
    start
}

/// What starts the app once the words are painted, which `boot.js` knows; it turns the links into preloads then.
fn app_start(app: &str) -> String {
    format!(
        "<script type=\"module\">\n\
         await window.mingbaiAppMayLoad;\n\
         const {{ default: init }} = await import('./{app}.js');\n\
         await init({{ module_or_path: './{app}.wasm' }});\n\
         </script>\
         <link rel=\"later\" fetchpriority=\"low\" href=\"./{app}.js\" crossorigin=\"anonymous\">\
         <link rel=\"later\" fetchpriority=\"low\" href=\"./{app}.wasm\" crossorigin=\"anonymous\" as=\"fetch\" \
         type=\"application/wasm\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head>
    <!-- <link data-trunk rel="css" href="remark.css"> -->
    <link data-trunk rel="css" href="src/a.css" />
    <link data-trunk rel="css" href="src/a.css" media="print" />
    <link data-trunk rel="copy-file" href="public/b.js" />
    <link data-development rel="carried" href="./carried.json" />
    <script data-trunk data-no-minify type="text/x-later" id="charts" src="target/c.js"></script>
    <script data-trunk id="reader" src="target/d.js" data-program="./d.wasm"></script>
    <link data-trunk data-hashed rel="copy-file" href="target/d.wasm" />
    <script>"<link data-trunk rel='css' href='string.css'>"</script>
    <link data-trunk rel="rust" data-bin="app" />
  </head>
"#;

    #[test]
    fn elements_are_replaced_where_they_stand() {
        let elements = elements(PAGE).unwrap();
        let name = |asset: &Asset| match asset {
            Asset::Style(file) => file.replace("src/a", "a-1"),
            Asset::Script(file) => file.replace("target/c", "c-2"),
            Asset::Program(file) => file.replace("./d", "d-4"),
            other => panic!("{other:?} has no name"),
        };
        let page = with_names(PAGE, &elements, name, "app-3");
        let begin = r#"<head>
    <!-- <link data-trunk rel="css" href="remark.css"> -->
    <link rel="stylesheet" href="./a-1.css"/>
    <link rel="stylesheet" href="./a-1.css" media="print"/>
    <script src="./c-2.js" id="charts" type="text/x-later"></script>
    <script src="./target/d.js" data-program="./d-4.wasm" id="reader"></script>
    <script>"<link data-trunk rel='css' href='string.css'>"</script>
    <script type="module">
await window.mingbaiAppMayLoad;
const { default: init } = await import('./app-3.js');
"#;
        assert!(page.starts_with(begin), "{page}");
        assert!(page.ends_with("type=\"application/wasm\">\n  </head>\n"), "{page}");
    }

    #[test]
    fn what_only_trunk_knows_is_an_error_with_its_line() {
        let error = elements("<p>\n<link data-trunk rel=\"sass\" href=\"a.scss\">").unwrap_err();
        assert_eq!(
            format!("{error:#}"),
            "index.html, line 2: xtask does not know what to make of <link data-trunk rel=sass>"
        );
        let error = elements("<script data-trunk></script>").unwrap_err();
        assert!(format!("{error:#}").ends_with("<script data-trunk> without src"));
    }
}
