//! The automatic numbers of paragraphs: how they are defined, and which comes next.

use super::list_number::NumberFormat;
use std::collections::{HashMap, HashSet};

/// How many levels a list has.
pub const LEVELS: usize = 9;
/// The longest text of a number, in characters.
pub const LONGEST: usize = 60;
/// The marks that end a number visibly.
const CLOSING_MARKS: [char; 5] = ['、', '）', ')', '】', '：'];

/// The lists of a document.
#[derive(Default)]
pub struct Numbering {
    /// How lists number, by their ids.
    pub definitions: HashMap<String, Definition>,
    /// The lists that paragraphs name, by their ids.
    pub lists: HashMap<String, List>,
    /// The last number of each level, by the id of the definition: lists with the same one go on counting.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists and levels that began with a number of their own already.
    begun: HashSet<(String, usize)>,
}

/// How a list numbers.
#[derive(Default)]
pub struct Definition {
    /// Its levels, from the outermost on.
    pub levels: [Level; LEVELS],
    /// The style that names the list whose definition is meant.
    pub style_link: Option<String>,
}

/// How a level of a list numbers.
#[derive(Clone, Debug)]
pub struct Level {
    /// Its first number.
    pub start: u32,
    /// How its numbers are written.
    pub format: NumberFormat,
    /// What stands before a paragraph.
    pub text: Vec<NumberPart>,
    /// After which level it starts again; 0 for never. None: after each level above.
    pub restart: Option<usize>,
    /// All levels in digits.
    pub is_legal: bool,
    /// The style whose paragraphs are of this level.
    pub style: Option<String>,
}

/// A part of what stands before a numbered paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberPart {
    /// A character.
    Character(char),
    /// The number of a level, from 0.
    Level(usize),
}

impl Default for Level {
    fn default() -> Level {
        Level { start: 1, format: NumberFormat::Decimal, text: Vec::new(), restart: None, is_legal: false, style: None }
    }
}

/// A list that paragraphs name.
#[derive(Default)]
pub struct List {
    /// The id of its definition.
    pub definition: String,
    /// Levels that are defined for this list only.
    pub levels: HashMap<usize, Level>,
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
            counts[level] = None;
        }
        counts[level] = Some(counts[level].map_or(start.unwrap_or(of(level).start), |last| last.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            if of(below).restart.is_none_or(|after| after > level) {
                *count = None;
            }
        }
        let own = of(level);
        let number = |at: usize| {
            let format = if own.is_legal { NumberFormat::Decimal } else { of(at).format };
            format.write(counts[at].unwrap_or(of(at).start))
        };
        if own.text.len() > LONGEST {
            return String::new();
        }
        let mut text = String::new();
        for part in &own.text {
            match part {
                NumberPart::Character(c) => text.push(*c),
                NumberPart::Level(at) => text += &number(*at),
            }
        }
        // A bullet is no number; its character is often one of a font of symbols.
        let is_numbered = own.text.iter().any(|part| matches!(part, NumberPart::Level(_)));
        if own.format == NumberFormat::Nothing && !is_numbered || text.chars().count() > LONGEST {
            return String::new();
        }
        // Word puts a tab, a space or nothing there. A number must not join one that the text begins with.
        if !text.is_empty() && !text.ends_with(CLOSING_MARKS) {
            text.push(' ');
        }
        text
    }
}
