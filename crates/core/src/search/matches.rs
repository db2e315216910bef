//! Whether an entry is what was typed, and how well.

use super::entry::{Entry, Number, Slot};
use super::normalize::{Field, Glyph};
use super::pinyin::{self, Typed};
use super::query::{Part, Query, Sought};
use std::ops::Range;

/// A stretch of an entry's text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which text.
    pub slot: Slot,
    /// Its bytes.
    pub range: Range<usize>,
}

/// How well something fits: the better, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// False for the whole as it was typed, true for its words here and there.
    scattered: bool,
    /// False for names and numbers, true for sentences.
    prose: bool,
    /// False where it is what was typed, true where it only holds it.
    partly: bool,
    /// False for what is always shown, true for other words.
    secondary: bool,
    how: How,
    slot: Slot,
}

impl Fit {
    fn new(prose: bool, how: How, slot: Slot) -> Fit {
        let (partly, secondary) = (how != How::Exactly, matches!(slot, Slot::Also(_)));
        Fit { scattered: false, prose, partly, secondary, how, slot }
    }
}

/// How something fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// It is what was typed.
    Exactly,
    /// It begins so.
    Begins,
    /// It holds it.
    Holds,
    /// It begins so, in pinyin.
    BeginsByPinyin,
    /// It holds it, in pinyin.
    HoldsByPinyin,
    /// It begins with these letters of syllables.
    BeginsByInitials,
    /// It holds these letters of syllables.
    HoldsByInitials,
    /// Partly the one, partly the other.
    Mixed,
}

/// Letters by which a sentence is found: with fewer, nearly every one would be.
const IN_PROSE: (usize, usize) = (2, 3);

/// How an entry fits, and where; None where it does not.
pub fn fit(entry: &Entry, query: &Query) -> Option<(Fit, Vec<Mark>)> {
    if let Some((fit, mark)) = part(entry, &query.whole) {
        return Some((fit, vec![mark]));
    }
    let mut worst: Option<Fit> = None;
    let mut marks = Vec::with_capacity(query.words.len());
    for word in &query.words {
        let (fit, mark) = part(entry, word)?;
        worst = worst.max(Some(fit));
        marks.push(mark);
    }
    Some((Fit { scattered: true, ..worst? }, marks))
}

/// The best fit of words that stand together.
fn part(entry: &Entry, part: &Part) -> Option<(Fit, Mark)> {
    let words = entry.fields().filter_map(|(slot, field)| {
        let (how, range) = words(field, part)?;
        Some((Fit::new(field.prose, how, slot), Mark { slot, range: field.bytes(range) }))
    });
    let numbers = entry.numbers.iter().enumerate().filter_map(|(at, number)| {
        let (how, range) = self::number(number, part.number.as_ref()?)?;
        let slot = Slot::Number(at);
        let fit = Fit::new(false, how, slot);
        // What the document states comes before what follows from it.
        Some((Fit { secondary: number.secondary, ..fit }, Mark { slot, range }))
    });
    words.chain(numbers).min_by_key(|(fit, _)| *fit)
}

/// How a text fits, and which of its glyphs.
fn words(field: &Field, part: &Part) -> Option<(How, Range<usize>)> {
    let glyphs = &field.glyphs;
    if let Some(start) = literally(glyphs, &part.chars) {
        let range = start..start + part.chars.len();
        let how = match start {
            0 if range.end == glyphs.len() => How::Exactly,
            0 => How::Begins,
            _ => How::Holds,
        };
        return Some((how, range));
    }
    let letters = part.letters.as_slice();
    // A single letter says too little to be looked for anywhere but at the beginning of a name.
    let searched = if letters.len() == 1 { &glyphs[..glyphs.len().min(1)] } else { glyphs };
    let typed = |typed| pinyin::find(searched, letters, typed);
    let (whole, initials) = if field.prose { IN_PROSE } else { (1, 1) };
    let begins = |range: &Range<usize>, begins, holds| if range.start == 0 { begins } else { holds };
    if letters.len() >= whole
        && let Some(range) = typed(Typed::Whole)
    {
        return Some((begins(&range, How::BeginsByPinyin, How::HoldsByPinyin), range));
    }
    if letters.len() >= initials
        && let Some(range) = typed(Typed::Initial)
    {
        return Some((begins(&range, How::BeginsByInitials, How::HoldsByInitials), range));
    }
    if field.prose {
        return None;
    }
    Some((How::Mixed, typed(Typed::Either)?))
}

/// Where the characters stand as they are; Latin words and numbers from their beginning.
fn literally(glyphs: &[Glyph], chars: &[char]) -> Option<usize> {
    let (first, rest) = chars.split_first()?;
    let last = glyphs.len().checked_sub(chars.len())?;
    (0..=last).find(|&at| {
        glyphs[at].c == *first
            && glyphs[at + 1..].iter().zip(rest).all(|(glyph, c)| glyph.c == *c)
            && !(first.is_ascii_alphanumeric() && inside_word(&glyphs[..at]))
    })
}

/// True where a Latin word or a number goes on.
fn inside_word(before: &[Glyph]) -> bool {
    match before {
        [.., digit, point] if point.c == '.' => digit.c.is_ascii_digit(),
        [.., last] => last.c.is_ascii_alphanumeric(),
        [] => false,
    }
}

/// How a number fits, and which bytes of it.
fn number(number: &Number, sought: &Sought) -> Option<(How, Range<usize>)> {
    let start = number.text.find(|c: char| c.is_ascii_digit())?;
    if sought.percent && !number.text.contains('%') {
        return None;
    }
    if number.money.is_some_and(|money| sought.amounts.contains(&money))
        || number.digits == sought.digits && !sought.unit
    {
        return Some((How::Exactly, start..start + digits(&number.text[start..], usize::MAX)));
    }
    let begins = !sought.unit && number.digits.starts_with(&sought.digits);
    begins.then(|| (How::Begins, start..start + digits(&number.text[start..], sought.digits.len())))
}

/// How many bytes the first `count` digits and points take, commas between them included.
fn digits(text: &str, count: usize) -> usize {
    let written = text.char_indices().take_while(|(_, c)| c.is_ascii_digit() || matches!(c, '.' | ','));
    written.filter(|(_, c)| *c != ',').take(count).last().map_or(0, |(at, _)| at + 1)
}
