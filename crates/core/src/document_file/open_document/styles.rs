//! The styles of a text: how characters look, and how lists are numbered.

use crate::document_file::error::DocumentFileError;
use crate::document_file::list_level::{LEVELS, ListLevel, NumberPart};
use crate::document_file::list_number::NumberFormat;
use crate::document_file::xml::{XmlElement, XmlHandler, read};
use std::collections::HashMap;

/// How many styles may be based on one another.
const CHAIN_LIMIT: usize = 32;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    /// By their family, such as `paragraph`, and their name.
    styles: HashMap<(String, String), Style>,
    /// The levels of lists, by the names of their styles.
    lists: HashMap<String, Levels>,
    /// The levels of headings.
    outline: Option<Levels>,
}

/// The levels of a list.
pub type Levels = Vec<ListLevel>;

#[derive(Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    look: Look,
}

/// How characters look, as far as it matters; None where it is not said.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// True for hidden ones.
    pub is_hidden: Option<bool>,
    /// True for those that are struck out.
    pub is_struck: Option<bool>,
    /// True for those above or below the line.
    pub is_raised: Option<bool>,
}

impl Look {
    /// This look on top of another.
    pub fn over(self, other: Look) -> Look {
        Look {
            is_hidden: self.is_hidden.or(other.is_hidden),
            is_struck: self.is_struck.or(other.is_struck),
            is_raised: self.is_raised.or(other.is_raised),
        }
    }
}

impl Styles {
    /// Adds the styles in a part; those of a name that is known replace it.
    ///
    /// # Errors
    /// That the part is damaged.
    pub fn read(&mut self, xml: &str) -> Result<(), DocumentFileError> {
        let mut reader = StylesReader { styles: self, style: None, list: None };
        read(xml, &mut reader)
    }

    /// The look of a style's characters.
    pub fn look(&self, family: &str, name: Option<&str>) -> Look {
        self.chain(family, name).fold(Look::default(), |look, style| look.over(style.look))
    }

    /// The name of the list style that a style of paragraphs names.
    pub fn list_of_paragraphs(&self, name: Option<&str>) -> Option<&str> {
        self.chain("paragraph", name).find_map(|style| style.list.as_deref())
    }

    /// The levels of a list style.
    pub fn levels(&self, name: &str) -> Option<&Levels> {
        self.lists.get(name)
    }

    /// The levels of headings.
    pub fn outline(&self) -> Option<&Levels> {
        self.outline.as_ref()
    }

    /// A style and those that it is based on.
    fn chain(&self, family: &str, name: Option<&str>) -> impl Iterator<Item = &Style> {
        let mut name = name.map(str::to_owned);
        let family = family.to_owned();
        let next = move || {
            let style = self.styles.get(&(family.clone(), name.take()?))?;
            name.clone_from(&style.parent);
            Some(style)
        };
        std::iter::from_fn(next).take(CHAIN_LIMIT)
    }
}

struct StylesReader<'s> {
    styles: &'s mut Styles,
    style: Option<(String, String)>,
    /// The name of the list style; "" for that of headings.
    list: Option<String>,
}

impl XmlHandler for StylesReader<'_> {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        match element.name() {
            "style" => {
                let (family, name) = (element.attribute("family"), element.attribute("name"));
                if let (Some(family), Some(name)) = (family, name) {
                    let style = Style {
                        parent: element.attribute("parent-style-name"),
                        list: element.attribute("list-style-name").filter(|name| !name.is_empty()),
                        look: Look::default(),
                    };
                    let key = (family, name);
                    self.styles.styles.insert(key.clone(), style);
                    self.style = Some(key);
                }
            }
            "text-properties" => {
                if let Some(style) = self.style.as_ref().and_then(|key| self.styles.styles.get_mut(key)) {
                    style.look = look(element);
                }
            }
            "list-style" => {
                let name = element.attribute("name").unwrap_or_default();
                self.styles.lists.insert(name.clone(), vec![ListLevel::default(); LEVELS]);
                self.list = Some(name);
            }
            "outline-style" => {
                self.styles.outline = Some(vec![ListLevel::default(); LEVELS]);
                self.list = Some(String::new());
            }
            "list-level-style-number" | "outline-level-style" => self.set_level(element),
            "list-level-style-bullet" | "list-level-style-image" => self.set_level(element),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "style" => self.style = None,
            "list-style" | "outline-style" => self.list = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

impl StylesReader<'_> {
    fn set_level(&mut self, element: &XmlElement) {
        let Some(at) = element.attribute("level").and_then(|level| level.parse::<usize>().ok()?.checked_sub(1)) else {
            return;
        };
        let levels = match self.list.as_deref() {
            Some("") => self.styles.outline.as_mut(),
            Some(name) => self.styles.lists.get_mut(name),
            None => None,
        };
        if let Some(level) = levels.and_then(|levels| levels.get_mut(at)) {
            *level = list_level(element, at);
        }
    }
}

/// How the characters of a style look.
fn look(properties: &XmlElement) -> Look {
    let is_line = |name: &str| properties.attribute(name).map(|line| line != "none");
    let position = properties.attribute("text-position");
    Look {
        is_hidden: properties.attribute("display").map(|display| display == "none"),
        is_struck: is_line("text-line-through-style").or_else(|| is_line("text-line-through-type")),
        // `super 58%`, `sub 58%`, or how far above the line: `33% 58%`, `0% 100%`.
        is_raised: position.map(|position| !matches!(position.split(' ').next(), Some("0%" | "0" | ""))),
    }
}

/// A level of a list, from 0.
fn list_level(element: &XmlElement, at: usize) -> ListLevel {
    let text = |name: &str| element.attribute(name).unwrap_or_default();
    let number = |name: &str| element.attribute(name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(1);
    let format = match element.name() {
        "list-level-style-number" | "outline-level-style" => number_format(&text("num-format")),
        _ => NumberFormat::Nothing,
    };
    let mut parts = Vec::new();
    if format != NumberFormat::Nothing {
        match element.attribute("num-list-format") {
            Some(template) => parts = number_parts(&template),
            None => {
                parts.extend(text("num-prefix").chars().map(NumberPart::Character));
                let shown = (number("display-levels") as usize).clamp(1, at + 1);
                for level in at + 1 - shown..=at {
                    if level > at + 1 - shown {
                        parts.push(NumberPart::Character('.'));
                    }
                    parts.push(NumberPart::Level(level));
                }
                parts.extend(text("num-suffix").chars().map(NumberPart::Character));
            }
        }
    }
    ListLevel { start: number("start-value"), format, text: parts, ..ListLevel::default() }
}

/// The parts of a text with `%1%` to `%10%` for the numbers of levels.
fn number_parts(template: &str) -> Vec<NumberPart> {
    // Between percent signs there are words and numbers in turn.
    let parts = template.split('%').enumerate().flat_map(|(at, part)| {
        let level = if at % 2 == 1 { part.parse::<usize>().ok() } else { None };
        match level {
            Some(level @ 1..=LEVELS) => vec![NumberPart::Level(level - 1)],
            _ => part.chars().map(NumberPart::Character).collect(),
        }
    });
    parts.collect()
}

/// The format that a style names by its first numbers, such as `一, 二, 三, ...`. What is not known counts in digits.
fn number_format(name: &str) -> NumberFormat {
    match name.split(',').next().unwrap_or_default().trim() {
        "" => NumberFormat::Nothing,
        "01" => NumberFormat::DecimalZero,
        "１" => NumberFormat::FullWidth,
        "①" => NumberFormat::Circled,
        "⑴" => NumberFormat::Parenthesised,
        "一" => NumberFormat::Chinese,
        "〇" => NumberFormat::ChineseDigits,
        "壹" | "壱" => NumberFormat::ChineseLegal,
        "甲" => NumberFormat::HeavenlyStems,
        "子" => NumberFormat::EarthlyBranches,
        "a" => NumberFormat::LowerLetter,
        "A" => NumberFormat::UpperLetter,
        "i" => NumberFormat::LowerRoman,
        "I" => NumberFormat::UpperRoman,
        _ => NumberFormat::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_looks_like_the_one_it_is_based_on_where_it_says_nothing_else() {
        let mut styles = Styles::default();
        let read = styles.read(
            "<o><s:style s:name=\"a\" s:family=\"text\"><s:text-properties t:display=\"none\" s:text-position=\"super 58%\"/></s:style>\
             <s:style s:name=\"b\" s:family=\"text\" s:parent-style-name=\"a\"><s:text-properties s:text-position=\"0% 100%\" \
             s:text-line-through-style=\"solid\"/></s:style>\
             <s:style s:name=\"loop\" s:family=\"text\" s:parent-style-name=\"loop\"/></o>",
        );
        assert_eq!(read, Ok(()));
        let look = styles.look("text", Some("b"));
        assert_eq!((look.is_hidden, look.is_struck, look.is_raised), (Some(true), Some(true), Some(false)));
        for (family, name) in [("paragraph", Some("b")), ("text", Some("loop")), ("text", None)] {
            assert_eq!(styles.look(family, name).is_hidden, None);
        }
    }
}
