//! The state that an address carries: `?lang=en&theme=dark&text=large#figure=flow&view=nature&line=appropriation.project`,
//! or `?line=appropriation.project` without a figure.
//!
//! Only the query and the fragment change, never the path: that works on a sub-path, from a file, and in a frame.

use crate::disclosure::{Disclosure, LineId, Quote};
use crate::escape::{decode, encode};
use crate::figure_id::FigureId;
use crate::locale::{Lang, MoneyUnit};
use std::fmt;
use strum::{Display, EnumString, IntoStaticStr};

/// What an address says; None where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Large text.
    pub large: Option<bool>,
    /// The unit of money.
    pub unit: Option<MoneyUnit>,
    /// Where to go.
    pub place: Option<Place>,
    /// Which of the figure's ways to look at it, by its place among [`FigureId::views`].
    pub view: Option<usize>,
    /// The line to show there; without a place, where it is shown best.
    pub line: Option<String>,
    /// The entry of the glossary to show there.
    pub term: Option<String>,
    /// Query parameters that belong to somebody else: kept as they are.
    pub others: Vec<String>,
}

/// Light or dark.
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
    /// The word in addresses and in the page's hook.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A place on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A figure.
    Figure(FigureId),
    /// A section that is no figure: `glossary`, `checks`, `source`.
    Section(&'static str),
    /// A place in the original text: `#source=70.35-48`.
    Text(Spot),
    /// None of ours: it does not exist, or it is somebody else's.
    Unknown,
}

/// A place in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// The bytes of it that are meant, from the line's beginning; None for all of it.
    pub bytes: Option<(usize, usize)>,
}

impl Spot {
    /// The place of a quote.
    pub fn of(disclosure: &Disclosure, quote: Quote) -> Spot {
        let bytes = disclosure.in_line(quote);
        Spot { line: quote.line, bytes: Some((bytes.start, bytes.end)) }
    }

    /// What stands there; None where the text has no such line, or the line no such words.
    pub fn quote(&self, source: &str) -> Option<Quote> {
        Quote::at_line(source, self.line, self.bytes.map(|(start, end)| start..end))
    }

    /// The fragment that leads there.
    pub fn href(&self) -> String {
        Address { place: Some(Place::Text(*self)), ..Address::default() }.fragment()
    }

    /// What [`fmt::Display`] writes, read back.
    pub fn parse(text: &str) -> Option<Spot> {
        let Some((line, bytes)) = text.split_once('.') else {
            return Some(Spot { line: text.parse().ok()?, bytes: None });
        };
        let (start, end) = bytes.split_once('-')?;
        Some(Spot { line: line.parse().ok()?, bytes: Some((start.parse().ok()?, end.parse().ok()?)) })
    }
}

/// `70.35-48`: a line, and the bytes of it; or the line alone.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bytes {
            Some((start, end)) => write!(f, "{}.{start}-{end}", self.line),
            None => write!(f, "{}", self.line),
        }
    }
}

/// The fragment that leads to a line in a figure.
pub fn line_href(figure: FigureId, line: &LineId) -> String {
    Address { place: Some(Place::Figure(figure)), line: Some(line.to_string()), ..Address::default() }.fragment()
}

/// The fragment that leads to an entry of the glossary.
pub fn term_href(id: &str) -> String {
    Address { place: Some(Place::Section("glossary")), term: Some(id.to_owned()), ..Address::default() }.fragment()
}

/// The sections that are no figures.
pub const SECTIONS: [&str; 3] = ["glossary", "checks", "source"];

impl Address {
    /// Reads a query (with or without `?`) and a fragment (with or without `#`). What it does not know it passes over.
    pub fn parse(query: &str, fragment: &str) -> Address {
        let mut address = Address::default();
        let mut asked = None;
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            match pair {
                "lang=zh" => address.lang = Some(Lang::Zh),
                "lang=en" => address.lang = Some(Lang::En),
                "theme=light" => address.theme = Some(Theme::Light),
                "theme=dark" => address.theme = Some(Theme::Dark),
                "text=large" => address.large = Some(true),
                "text=usual" => address.large = Some(false),
                pair if pair.starts_with("unit=") => address.unit = pair["unit=".len()..].parse().ok(),
                pair if pair.starts_with("line=") => asked = Some(decode(&pair["line=".len()..])),
                other if ["lang=", "theme=", "text="].iter().any(|key| other.starts_with(key)) => {}
                other => address.others.push(other.to_owned()),
            }
        }
        let mut view = "";
        for pair in fragment.trim_start_matches('#').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (key, value) {
                ("figure", word) => {
                    address.place = Some(word.parse::<FigureId>().ok().map_or(Place::Unknown, Place::Figure))
                }
                ("source", text) if !text.is_empty() => {
                    address.place = Some(Spot::parse(text).map_or(Place::Unknown, Place::Text));
                }
                ("view", word) => view = word,
                ("line", id) if !id.is_empty() => address.line = Some(decode(id)),
                ("term", id) if !id.is_empty() => address.term = Some(decode(id)),
                (section, "") => {
                    let known = SECTIONS.into_iter().find(|known| *known == section).map(Place::Section);
                    address.place = address.place.or(known);
                }
                _ => {}
            }
        }
        if let Some(Place::Figure(figure)) = address.place {
            address.view = figure.views().iter().position(|known| *known == view);
            if !view.is_empty() && address.view.is_none() {
                address.place = Some(Place::Unknown);
            }
        }
        // A line is a line of a figure, and an entry one of the glossary: alone they lead nowhere.
        if address.place.is_none() && !fragment.trim_start_matches('#').is_empty() {
            address.place = Some(Place::Unknown);
        }
        // A place in the fragment has a line of its own, or none.
        if address.place.is_none() {
            address.line = asked.filter(|line| !line.is_empty());
        }
        address
    }

    /// The query with its `?`, or nothing.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.lang.map(|lang| format!("lang={}", lang.code())));
        pairs.extend(self.theme.map(|theme| format!("theme={}", theme.as_str())));
        pairs.extend(self.large.map(|large| format!("text={}", if large { "large" } else { "usual" })));
        pairs.extend(self.unit.map(|unit| format!("unit={}", unit.as_str())));
        let asked = self.line.as_ref().filter(|_| self.place.is_none());
        pairs.extend(asked.map(|line| format!("line={}", encode(line))));
        pairs.extend(self.others.iter().cloned());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The fragment with its `#`, or nothing.
    pub fn fragment(&self) -> String {
        let place = match self.place {
            Some(Place::Figure(figure)) => {
                let view = self.view.and_then(|view| figure.views().get(view));
                let view = view.map_or(String::new(), |view| format!("&view={view}"));
                format!("#figure={}{view}", figure.as_str())
            }
            Some(Place::Section(section)) => format!("#{section}"),
            Some(Place::Text(spot)) => format!("#source={spot}"),
            Some(Place::Unknown) | None => return String::new(),
        };
        match (&self.line, &self.term) {
            (Some(line), _) => format!("{place}&line={}", encode(line)),
            (None, Some(term)) => format!("{place}&term={}", encode(term)),
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
    fn what_is_printed_is_read_back() {
        let address = Address {
            lang: Some(Lang::En),
            theme: Some(Theme::Dark),
            large: Some(true),
            unit: Some(MoneyUnit::Million),
            place: Some(Place::Figure(FigureId::Change)),
            view: None,
            line: Some("expenditure.某某支出".to_owned()),
            term: None,
            others: vec!["from=paper".to_owned()],
        };
        assert_eq!(Address::parse(&address.query(), &address.fragment()), address);
        assert!(
            address.to_string().starts_with(
                "?lang=en&theme=dark&text=large&unit=million&from=paper#figure=change&line=expenditure.%E6"
            )
        );
    }

    #[test]
    fn an_entry_of_the_glossary_has_an_address() {
        let address = Address::parse("", &term_href("three_public"));
        assert_eq!(address.place, Some(Place::Section("glossary")));
        assert_eq!(address.term.as_deref(), Some("three_public"));
        assert_eq!(term_href("three_public"), "#glossary&term=three_public");
    }

    #[test]
    fn an_address_that_says_nothing_is_empty() {
        assert_eq!(Address::default().to_string(), "");
        assert_eq!(Address::parse("?lang=fr", "#"), Address::default());
    }

    #[test]
    fn a_place_in_the_text_is_a_line_or_some_words_of_it() {
        for bytes in [None, Some((35, 48))] {
            let spot = Spot { line: 70, bytes };
            assert_eq!(Address::parse("", &spot.href()).place, Some(Place::Text(spot)));
        }
        for unread in ["#source=seventy", "#source=70.", "#source=70.35", "#source=70.35-all"] {
            assert_eq!(Address::parse("", unread).place, Some(Place::Unknown), "{unread}");
        }
        let text = "第一行\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。";
        let disclosure = crate::disclosure::parse(text).unwrap();
        let at = |href: &str| match Address::parse("", href).place {
            Some(Place::Text(spot)) => spot.quote(&disclosure.source).map(|quote| disclosure.words(quote)),
            _ => None,
        };
        assert_eq!(at("#source=1").as_deref(), Some("第一行"));
        let line = disclosure.line("three_public").unwrap();
        assert_eq!(at(&Spot::of(&disclosure, line.figure).href()).as_deref(), Some("66.3万元"));
        for nowhere in
            ["#source=9", "#source=1.1-2", "#source=1.0-999", "#source=1.10-13", "#source=1.6-3", "#source=1.3-3"]
        {
            assert!(matches!(Address::parse("", nowhere).place, Some(Place::Text(_))), "{nowhere}");
            assert_eq!(at(nowhere), None, "{nowhere}: another line's words, half a character, or none");
        }
    }

    #[test]
    fn a_way_of_looking_is_part_of_an_address_where_the_figure_has_it() {
        let address = Address::parse("", "#figure=flow&view=nature&line=income");
        assert_eq!((address.view, address.to_string().as_str()), (Some(1), "#figure=flow&view=nature&line=income"));
        for nowhere in ["#figure=flow&view=pie", "#figure=change&view=nature"] {
            assert_eq!(Address::parse("", nowhere).place, Some(Place::Unknown), "{nowhere}");
        }
    }

    #[test]
    fn a_line_can_be_asked_for_without_a_figure_and_a_place_comes_before_it() {
        let asked = Address::parse("?line=appropriation.project&theme=dark", "");
        assert_eq!((asked.place, asked.line.as_deref()), (None, Some("appropriation.project")));
        assert_eq!(asked.to_string(), "?theme=dark&line=appropriation.project");
        let place = Address::parse("?line=appropriation.project", "#figure=change");
        assert_eq!((place.line.clone(), place.to_string().as_str()), (None, "#figure=change"));
        assert_eq!(Address::parse("?line=", ""), Address::default());
    }

    #[test]
    fn what_is_none_of_our_places_is_known_to_be_none() {
        for unknown in ["#figure=pie", "#line=foo", "#term=foo", "#check=nope", "#checks=nope", "#foo"] {
            assert_eq!(Address::parse("", unknown).place, Some(Place::Unknown), "{unknown}");
        }
        assert_eq!(Address::parse("", "#checks").place, Some(Place::Section("checks")));
    }
}
