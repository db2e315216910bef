//! The state of a page that its address contains: preferences in the query, a place in the fragment.
//!
//! Examples: `?lang=en&theme=dark&text=large#figure=flow&view=nature&line=appropriation.project`, or
//! `?line=appropriation.project` without a figure. The path is not part of it: this works below any path, from a file,
//! and in a frame.

use crate::disclosure::{Disclosure, LineId, Quote};
use crate::escape::{percent_decode, percent_encode};
use crate::figure_id::FigureId;
use crate::locale::{DisplayUnit, Lang};
use std::fmt;
use strum::{Display, EnumString, IntoStaticStr};

/// The query and fragment of an address, parsed. A field is None where the address does not contain it.
///
/// ```
/// use mingbai_core::address::{Address, Place};
/// use mingbai_core::figure_id::FigureId;
/// use mingbai_core::locale::Lang;
///
/// let address = Address::parse("?lang=en&from=paper", "#figure=change&line=income");
/// assert_eq!((address.lang, address.place), (Some(Lang::En), Some(Place::Figure(FigureId::Change))));
/// assert_eq!(address.line.as_deref(), Some("income"));
/// assert_eq!(address.to_string(), "?lang=en&from=paper#figure=change&line=income");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Option<Theme>,
    /// True for large text.
    pub large: Option<bool>,
    /// The unit of amounts.
    pub unit: Option<DisplayUnit>,
    /// True for the compact form of a figure page, for an article: finding, chart and source.
    pub compact: bool,
    /// The place to show.
    pub place: Option<Place>,
    /// The view of the figure, as an index into [`FigureId::views`].
    pub view: Option<usize>,
    /// The id of the line to show there; without a place, in the figure that shows it best.
    pub line: Option<String>,
    /// The id of the glossary entry to show there.
    pub term: Option<String>,
    /// Unknown query parameters, unchanged: they may belong to the host page.
    pub others: Vec<String>,
}

/// The colour theme of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The stable word in addresses and in the page's hook.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A place on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A figure.
    Figure(FigureId),
    /// A section that is not a figure, one of [`SECTIONS`].
    Section(&'static str),
    /// A place in the source: `#source=70.35-48`.
    Text(SourceRange),
    /// A place that the page does not have.
    Unknown,
}

/// A place in the source: a line, or some bytes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRange {
    /// The line, from 1.
    pub line: usize,
    /// First and end byte, from the start of the line; None for all of it.
    pub bytes: Option<(usize, usize)>,
}

impl SourceRange {
    /// The place of a quote in the source of `disclosure`.
    pub fn of(disclosure: &Disclosure, quote: Quote) -> SourceRange {
        let bytes = disclosure.in_line(quote);
        SourceRange { line: quote.line, bytes: Some((bytes.start, bytes.end)) }
    }

    /// The quote at this place; None where the source has no such line, or the line no such bytes.
    pub fn quote(&self, source: &str) -> Option<Quote> {
        Quote::at_line(source, self.line, self.bytes.map(|(start, end)| start..end))
    }

    /// The fragment of a link to this place: `#source=70.35-48`.
    pub fn href(&self) -> String {
        Address { place: Some(Place::Text(*self)), ..Address::default() }.fragment()
    }

    /// Parses what [`fmt::Display`] writes; None for anything else.
    pub fn parse(text: &str) -> Option<SourceRange> {
        let Some((line, bytes)) = text.split_once('.') else {
            return Some(SourceRange { line: text.parse().ok()?, bytes: None });
        };
        let (start, end) = bytes.split_once('-')?;
        Some(SourceRange { line: line.parse().ok()?, bytes: Some((start.parse().ok()?, end.parse().ok()?)) })
    }
}

/// `70.35-48`: line, first byte and end byte; `70` for a whole line.
impl fmt::Display for SourceRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bytes {
            Some((start, end)) => write!(f, "{}.{start}-{end}", self.line),
            None => write!(f, "{}", self.line),
        }
    }
}

/// The fragment of a link to a figure.
pub fn figure_href(figure: FigureId) -> String {
    Address { place: Some(Place::Figure(figure)), ..Address::default() }.fragment()
}

/// The fragment of a link to a line in a figure.
pub fn line_href(figure: FigureId, line: &LineId) -> String {
    Address { place: Some(Place::Figure(figure)), line: Some(line.to_string()), ..Address::default() }.fragment()
}

/// The fragment of a link to a glossary entry.
pub fn term_href(id: &str) -> String {
    Address { place: Some(Place::Section("glossary")), term: Some(id.to_owned()), ..Address::default() }.fragment()
}

/// What messengers and their browsers add to the fragments of addresses that are sent with them.
const OF_MESSENGERS: [&str; 9] = [
    "rd",
    "wechat_redirect",
    "weixin",
    "wechat_pay",
    "from",
    "isappinstalled",
    "nsukey",
    "wxshare_count",
    "wechat_webview_type",
];

/// True for a part of a fragment that a messenger has added: `wechat_redirect`, `from=timeline`.
fn is_of_messenger(pair: &str) -> bool {
    OF_MESSENGERS.contains(&pair.split('=').next().unwrap_or_default())
}

/// What of a query applies only where the fragment has no place.
#[derive(Default)]
struct InQuery {
    /// The line.
    line: Option<String>,
    /// The place, as a fragment without `#`.
    place: Option<String>,
}

/// The sections of the page that are not figures.
pub const SECTIONS: [&str; 3] = ["glossary", "checks", "source"];

impl Address {
    /// Parses a query (with or without `?`) and a fragment (with or without `#`). Unknown values are ignored; unknown
    /// query parameters are kept in [`Address::others`].
    pub fn parse(query: &str, fragment: &str) -> Address {
        let mut address = Address::default();
        let InQuery { line: line_in_query, place } = address.parse_query(query);
        address.parse_fragment(fragment);
        if let (None | Some(Place::Unknown), Some(place)) = (address.place, place) {
            address.place = None;
            address.parse_fragment(&place);
        }
        // A place in the fragment has a line of its own, or none.
        if address.place.is_none() {
            address.line = line_in_query.filter(|line| !line.is_empty());
        }
        address
    }

    /// Parses a query; returns what applies only where the fragment has no place.
    fn parse_query(&mut self, query: &str) -> InQuery {
        let mut found = InQuery::default();
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=').unwrap_or((pair, "")) {
                ("lang", code) if pair.contains('=') => self.lang = code.parse().ok().or(self.lang),
                ("theme", "light") => self.theme = Some(Theme::Light),
                ("theme", "dark") => self.theme = Some(Theme::Dark),
                ("text", "large") => self.large = Some(true),
                ("text", "usual") => self.large = Some(false),
                ("unit", unit) if pair.contains('=') => self.unit = unit.parse().ok(),
                ("compact", _) => self.compact = true,
                ("line", id) if pair.contains('=') => found.line = Some(percent_decode(id)),
                ("at", place) if pair.contains('=') => found.place = Some(percent_decode(place)),
                ("theme" | "text", _) if pair.contains('=') => {}
                _ => self.others.push(pair.to_owned()),
            }
        }
        found
    }

    fn parse_fragment(&mut self, fragment: &str) {
        let fragment = fragment.trim_start_matches('#');
        let (mut view, mut says_something) = ("", false);
        // Some messengers add a fragment of their own to one that is there.
        let pairs = fragment.split(['&', '#']).filter(|pair| !pair.is_empty() && !is_of_messenger(pair));
        for pair in pairs {
            says_something = true;
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (key, value) {
                ("figure", name) => {
                    self.place = Some(name.parse::<FigureId>().ok().map_or(Place::Unknown, Place::Figure));
                }
                ("source", source_range) if !source_range.is_empty() => {
                    self.place = Some(SourceRange::parse(source_range).map_or(Place::Unknown, Place::Text));
                }
                ("view", name) => view = name,
                ("line", id) if !id.is_empty() => self.line = Some(percent_decode(id)),
                ("term", id) if !id.is_empty() => self.term = Some(percent_decode(id)),
                (section, "") => {
                    let known = SECTIONS.into_iter().find(|known| *known == section).map(Place::Section);
                    self.place = self.place.or(known);
                }
                _ => {}
            }
        }
        if let Some(Place::Figure(figure)) = self.place {
            self.view = figure.views().iter().position(|known| *known == view);
            if !view.is_empty() && self.view.is_none() {
                self.place = Some(Place::Unknown);
            }
        }
        // A line belongs to a figure and a term to the glossary: alone they are no place.
        if self.place.is_none() && says_something {
            self.place = Some(Place::Unknown);
        }
    }

    /// The query with its `?`; empty where there is none.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.lang.map(|lang| format!("lang={}", lang.code())));
        pairs.extend(self.theme.map(|theme| format!("theme={}", theme.as_str())));
        pairs.extend(self.large.map(|large| format!("text={}", if large { "large" } else { "usual" })));
        pairs.extend(self.unit.map(|unit| format!("unit={}", unit.as_str())));
        pairs.extend(self.compact.then(|| "compact".to_owned()));
        let line = self.line.as_ref().filter(|_| self.place.is_none());
        pairs.extend(line.map(|line| format!("line={}", percent_encode(line))));
        pairs.extend(self.others.iter().cloned());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The address with its place in the query as well (`at`): some messengers cut the fragment off, or put one of
    /// their own in its place.
    ///
    /// ```
    /// use mingbai_core::address::Address;
    ///
    /// let address = Address::parse("?lang=en", "#figure=change&line=income");
    /// let sent = address.with_place_in_query();
    /// assert_eq!(sent, "?lang=en&at=figure%3Dchange%26line%3Dincome#figure=change&line=income");
    /// assert_eq!(Address::parse(sent.split('#').next().unwrap(), "#rd"), address);
    /// ```
    pub fn with_place_in_query(&self) -> String {
        let (query, fragment) = (self.query(), self.fragment());
        match fragment.strip_prefix('#') {
            Some(place) => {
                let separator = if query.is_empty() { '?' } else { '&' };
                format!("{query}{separator}at={}{fragment}", percent_encode(place))
            }
            None => query,
        }
    }

    /// The fragment with its `#`; empty where there is none.
    pub fn fragment(&self) -> String {
        let place = match self.place {
            Some(Place::Figure(figure)) => {
                let view = self.view.and_then(|view| figure.views().get(view));
                let view = view.map_or(String::new(), |view| format!("&view={view}"));
                format!("#figure={}{view}", figure.as_str())
            }
            Some(Place::Section(section)) => format!("#{section}"),
            Some(Place::Text(source_range)) => format!("#source={source_range}"),
            Some(Place::Unknown) | None => return String::new(),
        };
        match (&self.line, &self.term) {
            (Some(line), _) => format!("{place}&line={}", percent_encode(line)),
            (None, Some(term)) => format!("{place}&term={}", percent_encode(term)),
            (None, None) => place,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.query(), self.fragment())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formatted_address_is_parsed_to_the_same() {
        let address = Address {
            lang: Some(Lang::En),
            theme: Some(Theme::Dark),
            large: Some(true),
            unit: Some(DisplayUnit::Million),
            compact: true,
            place: Some(Place::Figure(FigureId::Change)),
            view: None,
            line: Some("expenditure.某某支出".to_owned()),
            term: None,
            others: vec!["from=paper".to_owned()],
        };
        assert_eq!(Address::parse(&address.query(), &address.fragment()), address);
        assert!(address.to_string().starts_with(
            "?lang=en&theme=dark&text=large&unit=million&compact&from=paper#figure=change&line=expenditure.%E6"
        ));
    }

    #[test]
    fn what_a_messenger_adds_is_ignored_and_the_place_is_kept() {
        let change = Address::parse("", "#figure=change&line=income");
        for added in ["#rd", "#wechat_redirect", "&from=timeline", "#weixin&isappinstalled=0", "##wechat_redirect"] {
            assert_eq!(Address::parse("", &format!("#figure=change&line=income{added}")), change, "{added}");
            // Alone, it is no place that the page lacks.
            let alone = format!("#{}", added.trim_start_matches(['#', '&']));
            assert_eq!(Address::parse("", &alone), Address::default(), "{alone}");
        }
        assert_eq!(Address::parse("", "#glossary#rd").place, Some(Place::Section("glossary")));
        assert_eq!(Address::parse("", "#nowhere").place, Some(Place::Unknown));
    }

    #[test]
    fn a_place_in_the_query_counts_where_the_fragment_has_none() {
        let place = |query: &str, fragment: &str| Address::parse(query, fragment).place;
        let (flow, change) = (Some(Place::Figure(FigureId::Flow)), Some(Place::Figure(FigureId::Change)));
        assert_eq!(place("?at=figure%3Dflow", ""), flow);
        assert_eq!(place("?at=figure%3Dflow", "#figure=change"), change);
        assert_eq!(place("?at=figure%3Dflow", "#added-by-somebody"), flow);
        assert_eq!(place("?at=nowhere", ""), Some(Place::Unknown));
        let address = Address::parse("?at=figure%3Dflow%26view%3Dnature&from=paper", "");
        assert_eq!((address.view, address.others.as_slice()), (Some(1), &["from=paper".to_owned()][..]));
        assert_eq!(address.to_string(), "?from=paper#figure=flow&view=nature", "once it is read, the fragment says it");
    }

    #[test]
    fn a_compact_figure_has_an_address() {
        let address = Address::parse("?theme=dark&compact", "#figure=flow&view=nature");
        assert!(address.compact && address.others.is_empty());
        assert_eq!(address.to_string(), "?theme=dark&compact#figure=flow&view=nature");
        assert!(Address::parse("?compact=", "").compact, "as embed.js and forms write it");
        assert!(!Address::parse("?compactness", "").compact);
    }

    #[test]
    fn a_glossary_entry_has_an_address() {
        let address = Address::parse("", &term_href("three_public"));
        assert_eq!(address.place, Some(Place::Section("glossary")));
        assert_eq!(address.term.as_deref(), Some("three_public"));
        assert_eq!(term_href("three_public"), "#glossary&term=three_public");
    }

    #[test]
    fn an_address_without_known_values_is_empty() {
        assert_eq!(Address::default().to_string(), "");
        assert_eq!(Address::parse("?lang=fr", "#"), Address::default());
    }

    #[test]
    fn a_place_in_the_source_is_a_line_or_some_bytes_of_it() {
        for bytes in [None, Some((35, 48))] {
            let source_range = SourceRange { line: 70, bytes };
            assert_eq!(Address::parse("", &source_range.href()).place, Some(Place::Text(source_range)));
        }
        for invalid in ["#source=seventy", "#source=70.", "#source=70.35", "#source=70.35-all"] {
            assert_eq!(Address::parse("", invalid).place, Some(Place::Unknown), "{invalid}");
        }
        let text = "第一行\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。";
        let disclosure = crate::disclosure::parse(text).unwrap();
        let words_at = |href: &str| match Address::parse("", href).place {
            Some(Place::Text(source_range)) => {
                source_range.quote(&disclosure.source).map(|quote| disclosure.quoted_text(quote))
            }
            _ => None,
        };
        assert_eq!(words_at("#source=1").as_deref(), Some("第一行"));
        let line = disclosure.line("three_public").unwrap();
        assert_eq!(words_at(&SourceRange::of(&disclosure, line.number_quote).href()).as_deref(), Some("66.3万元"));
        for nowhere in
            ["#source=9", "#source=1.1-2", "#source=1.0-999", "#source=1.10-13", "#source=1.6-3", "#source=1.3-3"]
        {
            assert!(matches!(Address::parse("", nowhere).place, Some(Place::Text(_))), "{nowhere}");
            assert_eq!(words_at(nowhere), None, "{nowhere}: another line's words, half a character, or none");
        }
    }

    #[test]
    fn a_view_is_part_of_an_address_where_the_figure_has_it() {
        let address = Address::parse("", "#figure=flow&view=nature&line=income");
        assert_eq!((address.view, address.to_string().as_str()), (Some(1), "#figure=flow&view=nature&line=income"));
        for nowhere in ["#figure=flow&view=pie", "#figure=change&view=nature"] {
            assert_eq!(Address::parse("", nowhere).place, Some(Place::Unknown), "{nowhere}");
        }
    }

    #[test]
    fn a_line_in_the_query_applies_only_without_a_place() {
        let address = Address::parse("?line=appropriation.project&theme=dark", "");
        assert_eq!((address.place, address.line.as_deref()), (None, Some("appropriation.project")));
        assert_eq!(address.to_string(), "?theme=dark&line=appropriation.project");
        let place = Address::parse("?line=appropriation.project", "#figure=change");
        assert_eq!((place.line.clone(), place.to_string().as_str()), (None, "#figure=change"));
        assert_eq!(Address::parse("?line=", ""), Address::default());
    }

    #[test]
    fn a_place_that_the_page_does_not_have_is_unknown() {
        for unknown in ["#figure=pie", "#line=foo", "#term=foo", "#check=nope", "#checks=nope", "#foo"] {
            assert_eq!(Address::parse("", unknown).place, Some(Place::Unknown), "{unknown}");
        }
        assert_eq!(Address::parse("", "#checks").place, Some(Place::Section("checks")));
    }
}
