//! The automatic numbers of paragraphs: how they are defined, and which comes next.

use super::list_level::{LEVELS, ListCounts, ListLevel};
use std::collections::{HashMap, HashSet};

/// The lists of a document.
#[derive(Default)]
pub struct Numbering {
    /// How lists number, by their ids.
    pub definitions: HashMap<String, Definition>,
    /// The lists that paragraphs name, by their ids.
    pub lists: HashMap<String, List>,
    /// The last number of each level, by the id of the definition: lists with the same one go on counting.
    counts: HashMap<String, ListCounts>,
    /// The lists and levels that began with a number of their own already.
    begun: HashSet<(String, usize)>,
}

/// How a list numbers.
#[derive(Default)]
pub struct Definition {
    /// Its levels, from the outermost on.
    pub levels: [ListLevel; LEVELS],
    /// The style that names the list whose definition is meant.
    pub style_link: Option<String>,
}

/// A list that paragraphs name.
#[derive(Default)]
pub struct List {
    /// The id of its definition.
    pub definition: String,
    /// Levels that are defined for this list only.
    pub levels: HashMap<usize, ListLevel>,
    /// The first numbers of levels, where they differ.
    pub starts: HashMap<usize, u32>,
}

impl Numbering {
    /// The level of a style's paragraphs in a list.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&self.lists.get(list)?.definition)?;
        definition.levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Lets lists whose definition names a style use that style's definition.
    pub fn resolve_styles(&mut self, list_of_style: impl Fn(&str) -> Option<String>) {
        let resolved: Vec<(String, String)> = self
            .definitions
            .iter()
            .filter_map(|(id, definition)| {
                let list = list_of_style(definition.style_link.as_deref()?)?;
                Some((id.clone(), self.lists.get(&list)?.definition.clone()))
            })
            .collect();
        for list in self.lists.values_mut() {
            if let Some((_, definition)) = resolved.iter().find(|(id, _)| *id == list.definition) {
                list.definition.clone_from(definition);
            }
        }
    }

    /// The text of the next number in a list, with the space behind it; empty where it has none.
    pub fn next(&mut self, list_id: &str, level: usize) -> String {
        let Some(list) = self.lists.get(list_id).filter(|_| level < LEVELS) else { return String::new() };
        let Some(definition) = self.definitions.get(&list.definition) else { return String::new() };
        let of = |level: usize| list.levels.get(&level).unwrap_or(&definition.levels[level]);
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let start = list.starts.get(&level).copied();
        if start.is_some() && self.begun.insert((list_id.to_owned(), level)) {
            counts.forget(level);
        }
        counts.next(level, start.unwrap_or(of(level).start), of)
    }
}
