//! The lists that are open while a text is read, and how far they have counted.

use super::styles::{Levels, Styles};
use crate::document_file::list_level::{LEVELS, ListCounts, ListLevel};
use crate::document_file::xml::XmlElement;
use std::collections::HashMap;

/// How far the lists of a document have counted.
#[derive(Default)]
pub struct Counting {
    counts: Vec<ListCounts>,
    /// The place in `counts` of the last list with a style, and of lists with an id.
    of_style: HashMap<String, usize>,
    of_id: HashMap<String, usize>,
    /// How far headings have counted.
    outline: ListCounts,
}

/// A list whose items are being read.
pub struct OpenList {
    style: Option<String>,
    /// Which counts it has.
    counts: usize,
    level: usize,
    /// True in an item whose first paragraph is still to come.
    awaits_paragraph: bool,
    /// The number that the item has, where it says so.
    start: Option<u32>,
}

impl Counting {
    /// A list begins, in another one or not.
    pub fn open(&mut self, element: &XmlElement, outer: Option<&OpenList>) -> OpenList {
        let style = element.attribute("style-name").or_else(|| outer?.style.clone());
        let id = element.attribute("id").or_else(|| element.attribute("list-id"));
        let is_continued = element.attribute("continue-numbering").as_deref() == Some("true");
        let continued = element.attribute("continue-list").and_then(|id| self.of_id.get(&id).copied());
        let goes_on = outer.filter(|outer| outer.style == style).map(|outer| outer.counts);
        let last = || self.of_style.get(style.as_deref().unwrap_or_default()).copied().filter(|_| is_continued);
        let counts = goes_on.or(continued).or_else(last).unwrap_or_else(|| {
            self.counts.push(ListCounts::default());
            self.counts.len() - 1
        });
        self.of_style.insert(style.clone().unwrap_or_default(), counts);
        if let Some(id) = id {
            self.of_id.insert(id, counts);
        }
        let level = outer.map_or(0, |outer| outer.level + 1);
        OpenList { style, counts, level, awaits_paragraph: false, start: None }
    }

    /// A paragraph begins that is a list of its own: it names its list and level.
    pub fn open_numbered(&mut self, element: &XmlElement) -> OpenList {
        let known = element.attribute("list-id").and_then(|id| self.of_id.get(&id).copied());
        let mut list = self.open(element, None);
        list.counts = known.unwrap_or(list.counts);
        if let Some(id) = element.attribute("list-id") {
            self.of_id.insert(id, list.counts);
        }
        list.level = element.attribute("level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1).max(1) - 1;
        list.open_item(element);
        list
    }

    /// The number of a paragraph in a list, with the space behind it. Only the first one of an item has one.
    pub fn number(&mut self, list: &mut OpenList, paragraph_style: Option<&str>, styles: &Styles) -> String {
        if !std::mem::take(&mut list.awaits_paragraph) {
            return String::new();
        }
        let style = list.style.as_deref().or_else(|| styles.list_of_paragraphs(paragraph_style));
        let levels = style.and_then(|style| styles.levels(style));
        let (Some(levels), Some(counts)) = (levels, self.counts.get_mut(list.counts)) else { return String::new() };
        next(counts, levels, list.level, list.start.take())
    }

    /// The number of a heading that is in no list.
    pub fn heading_number(&mut self, heading: &XmlElement, styles: &Styles) -> String {
        let number = |name: &str| heading.attribute(name).and_then(|number| number.parse::<u32>().ok());
        let is = |name: &str| heading.attribute(name).as_deref() == Some("true");
        let (Some(levels), false) = (styles.outline(), is("is-list-header")) else { return String::new() };
        let level = number("outline-level").unwrap_or(1).max(1) as usize - 1;
        let start = number("start-value").filter(|_| is("restart-numbering"));
        next(&mut self.outline, levels, level, start)
    }
}

impl OpenList {
    /// An item begins.
    pub fn open_item(&mut self, element: &XmlElement) {
        self.awaits_paragraph = true;
        self.start = element.attribute("start-value").and_then(|start| start.parse().ok());
    }

    /// An item ends, or a header of the list begins, which has no number.
    pub fn close_item(&mut self) {
        self.awaits_paragraph = false;
    }
}

/// The text of a level's next number.
fn next(counts: &mut ListCounts, levels: &Levels, level: usize, start: Option<u32>) -> String {
    let Some(own) = levels.get(level).filter(|_| levels.len() == LEVELS) else { return String::new() };
    if start.is_some() {
        counts.forget(level);
    }
    let of = |level: usize| -> &ListLevel { levels.get(level).unwrap_or(own) };
    counts.next(level, start.unwrap_or(own.start), of)
}
