//! The state that an address carries: `?lang=en&theme=dark&text=large#figure=change&line=appropriation.project`.
//!
//! Only the query and the fragment change, never the path: that works on a sub-path, from a file, and in a frame.

use crate::figure::FigureId;
use crate::locale::Lang;
use std::fmt;

/// What an address says; None where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Large text.
    pub large: Option<bool>,
    /// Where to go.
    pub place: Option<Place>,
    /// The line to show there.
    pub line: Option<String>,
    /// Query parameters that belong to somebody else: kept as they are.
    pub others: Vec<String>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// A place on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A figure.
    Figure(FigureId),
    /// A section that is no figure: `glossary`, `checks`, `source`.
    Section(&'static str),
    /// A figure or section that does not exist.
    Unknown,
}

/// The sections that are no figures.
pub const SECTIONS: [&str; 3] = ["glossary", "checks", "source"];

impl Theme {
    /// The word in addresses and in the page's hook.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl Address {
    /// Reads a query (with or without `?`) and a fragment (with or without `#`). What it does not know it passes over.
    pub fn parse(query: &str, fragment: &str) -> Address {
        let mut address = Address::default();
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            match pair {
                "lang=zh" => address.lang = Some(Lang::Zh),
                "lang=en" => address.lang = Some(Lang::En),
                "theme=light" => address.theme = Some(Theme::Light),
                "theme=dark" => address.theme = Some(Theme::Dark),
                "text=large" => address.large = Some(true),
                "text=usual" => address.large = Some(false),
                other if ["lang=", "theme=", "text="].iter().any(|key| other.starts_with(key)) => {}
                other => address.others.push(other.to_owned()),
            }
        }
        for pair in fragment.trim_start_matches('#').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (key, value) {
                ("figure", word) => address.place = Some(FigureId::of_word(word).map_or(Place::Unknown, Place::Figure)),
                ("line", id) if !id.is_empty() => address.line = Some(decode(id)),
                (section, "") => {
                    let known = SECTIONS.into_iter().find(|known| *known == section).map(Place::Section);
                    address.place = address.place.or(known);
                }
                _ => {}
            }
        }
        address
    }

    /// The query with its `?`, or nothing.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.lang.map(|lang| format!("lang={}", lang.code())));
        pairs.extend(self.theme.map(|theme| format!("theme={}", theme.word())));
        pairs.extend(self.large.map(|large| format!("text={}", if large { "large" } else { "usual" })));
        pairs.extend(self.others.iter().cloned());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The fragment with its `#`, or nothing.
    pub fn fragment(&self) -> String {
        let place = match self.place {
            Some(Place::Figure(figure)) => format!("#figure={}", figure.word()),
            Some(Place::Section(section)) => format!("#{section}"),
            Some(Place::Unknown) | None => return String::new(),
        };
        match &self.line {
            Some(line) => format!("{place}&line={}", encode(line)),
            None => place,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.query(), self.fragment())
    }
}

/// Escapes what would end a fragment's value.
fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => out.push(byte as char),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_back() {
        let address = Address {
            lang: Some(Lang::En),
            theme: Some(Theme::Dark),
            large: Some(true),
            place: Some(Place::Figure(FigureId::Change)),
            line: Some("expenditure.某某支出".to_owned()),
            others: vec!["from=paper".to_owned()],
        };
        assert_eq!(Address::parse(&address.query(), &address.fragment()), address);
        assert!(
            address
                .to_string()
                .starts_with("?lang=en&theme=dark&text=large&from=paper#figure=change&line=expenditure.%E6")
        );
    }

    #[test]
    fn an_address_that_says_nothing_is_empty() {
        assert_eq!(Address::default().to_string(), "");
        assert_eq!(Address::parse("?lang=fr", "#nothing"), Address::default());
    }

    #[test]
    fn an_unknown_figure_is_known_to_be_unknown() {
        assert_eq!(Address::parse("", "#figure=pie").place, Some(Place::Unknown));
        assert_eq!(Address::parse("", "#checks").place, Some(Place::Section("checks")));
    }
}
