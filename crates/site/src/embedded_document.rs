//! What a page is about, for the app: in a file that it names; or, where it is no disclosure, in the place that `index.html`
//! keeps for it.

use crate::template::DISCLOSURE;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use mingbai_core::disclosure::{Disclosure, snapshot};
use mingbai_core::export::sha256;
use serde_json::json;

/// How many digits of a hash a file's name has.
const HASH: usize = 16;

/// The page with `text` as the disclosure that it carries, whatever it carried before; None where it has no place for
/// one.
///
/// The text stands there as a JSON string without `<`: no byte of it is lost, and nothing in it can end the script or
/// begin a comment. A byte order mark is no part of it.
pub fn carrying(html: &str, text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    DISCLOSURE.filled(html, &serde_json::Value::from(text).to_string().replace('<', "\\u003c"))
}

/// What a page names, for the app to fetch it: the text, and what was read of it, as a JSON file. The page itself has more
/// room for what is seen first.
pub struct Carried {
    /// The file's name, which holds a hash of its content.
    pub name: String,
    /// What it holds.
    pub content: String,
}

impl Carried {
    /// What files are called whose content is of this kind: `carried-….json`.
    pub const KIND: (&str, &str) = ("carried-", ".json");

    /// That of a disclosure; None where it cannot be kept.
    pub fn of(disclosure: &Disclosure) -> Option<Carried> {
        let content = json!({ "text": disclosure.source, "kept": kept_words(disclosure)? }).to_string();
        let (before, behind) = Carried::KIND;
        let hash = &sha256(content.as_bytes())[..HASH];
        Some(Carried { name: format!("{before}{hash}{behind}"), content })
    }
}

/// What was read of a disclosure, in words.
fn kept_words(disclosure: &Disclosure) -> Option<String> {
    Some(snapshot::prefix(&disclosure.source) + &BASE64_STANDARD.encode(snapshot::encode(disclosure)?))
}

#[cfg(test)]
mod tests {
    use super::carrying;

    fn page(inside: &str) -> String {
        format!("<head><script type=\"application/json\" id=\"disclosure\">{inside}</script></head>")
    }

    #[test]
    fn a_text_takes_the_place_of_the_one_before_and_is_whole() {
        let text = "</script><!-- \u{2028} \\\" 预算\r\n";
        let html = carrying(&page("\"另一份\""), text).unwrap();
        let json = html.strip_prefix(&page("").replace("</script></head>", "")).unwrap();
        let json = json.strip_suffix("</script></head>").unwrap();
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(json).unwrap(), text);
        assert_eq!(carrying(&html, "").unwrap(), page("\"\""));
    }

    #[test]
    fn a_byte_order_mark_is_left_out_and_a_page_without_a_place_is_refused() {
        assert_eq!(carrying(&page(""), "\u{feff}预算").unwrap(), page("\"预算\""));
        assert_eq!(carrying("<head></head>", "预算"), None);
    }
}
