//! The document that a page is about, for the app: in a file that the page names; or, where it is no disclosure, in the
//! place that `index.html` has for it.

use crate::template::DISCLOSURE;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use mingbai::prerender::Prerenderer;
use mingbai_core::disclosure::{Disclosure, snapshot};
use mingbai_core::escape::json_in_html;
use mingbai_core::export::sha256;
use mingbai_core::publication::Publication;
use serde_json::json;

/// How many digits of a hash a file's name has.
const HASH: usize = 16;

/// The page with `text` embedded in place of any other text; None where it has no place for one.
///
/// The text becomes a JSON string ([`json_in_html`]): no byte of it is lost. A byte order mark is not part of it.
pub fn with_embedded_text(html: &str, text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    DISCLOSURE.fill(html, &json_in_html(&serde_json::Value::from(text).to_string()))
}

/// The file that the pages of a disclosure name, for the app to fetch: the text, its snapshot, English translations of
/// its words, what is known of its publication, and which of its numbers its checks contradict, as JSON. In a file of
/// its own it does not delay what a reader sees first.
pub struct EmbeddedDocumentFile {
    /// The file's name, which contains a hash of its content.
    pub name: String,
    /// The JSON.
    pub content: String,
}

impl EmbeddedDocumentFile {
    /// What the names of such files begin and end with: `carried-….json`.
    pub const NAME: (&str, &str) = ("carried-", ".json");

    /// The file of a disclosure; None where there can be no snapshot of it.
    pub fn of(prerenderer: Prerenderer) -> Option<EmbeddedDocumentFile> {
        let disclosure = prerenderer.disclosure();
        let mut content = json!({
            "text": disclosure.published_text(),
            "kept": marked_snapshot(disclosure)?,
            "translations": prerenderer.translations().within(&disclosure.source),
        });
        if *prerenderer.publication() != Publication::UNKNOWN {
            content["publication"] = json!(prerenderer.publication());
        }
        let contradicted = prerenderer.contradicted().lines();
        if !contradicted.is_empty() {
            content["contradicted"] = contradicted.iter().cloned().collect();
        }
        let content = content.to_string();
        let (prefix, suffix) = EmbeddedDocumentFile::NAME;
        let hash = &sha256(content.as_bytes())[..HASH];
        Some(EmbeddedDocumentFile { name: format!("{prefix}{hash}{suffix}"), content })
    }
}

/// The snapshot of a disclosure in base64, after the mark that says of which text it is.
fn marked_snapshot(disclosure: &Disclosure) -> Option<String> {
    Some(snapshot::prefix(disclosure.published_text()) + &BASE64_STANDARD.encode(snapshot::encode(disclosure)?))
}

#[cfg(test)]
mod tests {
    use super::with_embedded_text;

    fn page(inside: &str) -> String {
        format!("<head><script type=\"application/json\" id=\"disclosure\">{inside}</script></head>")
    }

    #[test]
    fn a_text_takes_the_place_of_the_one_before_and_is_whole() {
        let text = "</script><!-- \u{2028} \\\" 预算\r\n";
        let html = with_embedded_text(&page("\"另一份\""), text).unwrap();
        let json = html.strip_prefix(&page("").replace("</script></head>", "")).unwrap();
        let json = json.strip_suffix("</script></head>").unwrap();
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(json).unwrap(), text);
        assert_eq!(with_embedded_text(&html, "").unwrap(), page("\"\""));
    }

    #[test]
    fn a_byte_order_mark_is_left_out_and_a_page_without_a_place_is_refused() {
        assert_eq!(with_embedded_text(&page(""), "\u{feff}预算").unwrap(), page("\"预算\""));
        assert_eq!(with_embedded_text("<head></head>", "预算"), None);
    }
}
