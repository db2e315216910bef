//! The levels of lists that number paragraphs: which number comes next, and its text.

use super::list_number::NumberFormat;

/// How many levels a list has at most.
pub const LEVELS: usize = 10;
/// The longest text of a number, in characters.
pub const LONGEST: usize = 60;
/// The marks that end a number visibly.
const CLOSING_MARKS: [char; 5] = ['、', '）', ')', '】', '：'];

/// How a level of a list is numbered.
#[derive(Clone, Debug)]
pub struct ListLevel {
    /// The first number.
    pub start: u32,
    /// How its number is written.
    pub format: NumberFormat,
    /// What stands before a paragraph.
    pub text: Vec<NumberPart>,
    /// After which level, from 1, it starts again; 0 for never. None: after each level above.
    pub restart: Option<usize>,
    /// All levels in digits.
    pub is_legal: bool,
    /// The style whose paragraphs are of this level.
    pub style: Option<String>,
}

/// A part of the text of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberPart {
    /// A character.
    Character(char),
    /// The number of a level, from 0.
    Level(usize),
}

impl Default for ListLevel {
    fn default() -> ListLevel {
        ListLevel {
            start: 1,
            format: NumberFormat::Decimal,
            text: Vec::new(),
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

/// The last number of each level of a list.
#[derive(Default)]
pub struct ListCounts([Option<u32>; LEVELS]);

impl ListCounts {
    /// Starts a level again.
    pub fn forget(&mut self, level: usize) {
        if let Some(count) = self.0.get_mut(level) {
            *count = None;
        }
    }

    /// The text of a level's next number, with the space behind it; empty where it has none. The first one is `start`.
    pub fn next<'l>(&mut self, level: usize, start: u32, of: impl Fn(usize) -> &'l ListLevel) -> String {
        let Some(count) = self.0.get_mut(level) else { return String::new() };
        *count = Some(count.map_or(start, |last| last.saturating_add(1)));
        for (below, count) in self.0.iter_mut().enumerate().skip(level + 1) {
            if of(below).restart.is_none_or(|after| after > level) {
                *count = None;
            }
        }
        let own = of(level);
        // A bullet is no number; its character is often one of a font of symbols.
        let has_number = own.text.iter().any(|part| matches!(part, NumberPart::Level(_)));
        if own.format == NumberFormat::Nothing && !has_number || own.text.len() > LONGEST {
            return String::new();
        }
        let mut text = String::new();
        for part in &own.text {
            match part {
                NumberPart::Character(c) => text.push(*c),
                NumberPart::Level(at) => {
                    let format = if own.is_legal { NumberFormat::Decimal } else { of(*at).format };
                    text += &format.write(self.0.get(*at).copied().flatten().unwrap_or(of(*at).start));
                }
            }
        }
        if text.chars().count() > LONGEST {
            return String::new();
        }
        set_apart(text)
    }
}

/// The text of a number with the space behind it.
pub fn set_apart(mut text: String) -> String {
    // Word processors put a tab, a space or nothing there. A number must not join one that the text begins with.
    if !text.is_empty() && !text.ends_with(CLOSING_MARKS) {
        text.push(' ');
    }
    text
}
