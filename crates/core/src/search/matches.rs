//! Whether an entry matches what was typed, and how well.

use super::entry::{EntryPart, SearchEntry, SearchNumber, TextMatch};
use super::normalize::{Glyph, SearchText};
use super::pinyin::{self, PinyinStyle};
use super::query::{NumberQuery, Phrase, Query};
use std::cmp::Reverse;
use std::ops::Range;

/// How well an entry matches. The smallest rank is the best; fields are compared in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// False where all that was typed matches together, true where its words match separately.
    scattered: bool,
    /// False for names and numbers, true for sentences.
    prose: bool,
    /// False where the text is what was typed, true where it only contains it.
    partial: bool,
    /// False for what is always shown, true for aliases and for numbers that are shown only if found.
    hidden: bool,
    how: MatchKind,
    /// Of the entries that an everyday word means, the entry's place; else 0.
    place: usize,
    part: EntryPart,
}

impl Rank {
    fn new(prose: bool, how: MatchKind, part: EntryPart) -> Rank {
        let hidden = matches!(part, EntryPart::Alias(_) | EntryPart::Everyday(_));
        Rank { scattered: false, prose, partial: how != MatchKind::Equals, hidden, how, place: 0, part }
    }

    /// The rank of an entry of which a question holds a word: the longest is the best.
    pub fn in_question(general: bool, length: usize, place: usize, part: EntryPart) -> Rank {
        let how = MatchKind::InQuestion { general, length: Reverse(length) };
        // A name says no more than an everyday word here.
        Rank { place, hidden: false, ..Rank::new(false, how, part) }
    }

    /// True for an everyday word that was typed as a whole.
    pub fn is_everyday_word(&self) -> bool {
        self.is_exact() && matches!(self.part, EntryPart::Everyday(_))
    }

    /// True where the whole of a name, a word or a number was typed.
    pub fn is_exact(&self) -> bool {
        !(self.scattered || self.prose || self.partial)
    }
}

/// How a text matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum MatchKind {
    /// It is what was typed.
    Equals,
    /// It starts with what was typed.
    StartsWith,
    /// It contains what was typed.
    Contains,
    /// It starts with it, typed as syllables in pinyin.
    StartsWithPinyin,
    /// It contains it, typed as syllables in pinyin.
    ContainsPinyin,
    /// It starts with characters whose initials were typed.
    StartsWithInitials,
    /// It contains characters whose initials were typed.
    ContainsInitials,
    /// It contains it, typed partly as syllables, partly as initials.
    Mixed,
    /// What was typed contains it, which may be about the whole budget, and is this long.
    InQuestion { general: bool, length: Reverse<usize> },
}

/// How many letters of syllables, and of initials, a sentence needs to match: with fewer, nearly every one would.
const PROSE_MINIMUM: (usize, usize) = (2, 3);

/// The rank of an entry, and the ranges that match; None where it does not match.
pub fn match_entry(entry: &SearchEntry, query: &Query) -> Option<(Rank, Vec<TextMatch>)> {
    if let Some((rank, found)) = match_phrase(entry, &query.whole) {
        return Some((rank, vec![found]));
    }
    let mut worst: Option<Rank> = None;
    let mut matches = Vec::with_capacity(query.words.len());
    for word in &query.words {
        let (rank, found) = match_phrase(entry, word)?;
        worst = worst.max(Some(rank));
        matches.push(found);
    }
    Some((Rank { scattered: true, ..worst? }, matches))
}

/// The best match of a phrase in any text or number of an entry.
fn match_phrase(entry: &SearchEntry, phrase: &Phrase) -> Option<(Rank, TextMatch)> {
    let words = entry.texts().filter_map(|(part, text)| {
        let (how, range) = match_text(text, phrase)?;
        Some((Rank::new(text.prose, how, part), TextMatch { part, range: text.bytes(range) }))
    });
    let numbers = entry.numbers.iter().enumerate().filter_map(|(at, number)| {
        let (how, range) = match_number(number, phrase.number.as_ref()?)?;
        let part = EntryPart::Number(at);
        let rank = Rank::new(false, how, part);
        // Stated numbers come before computed ones.
        Some((Rank { hidden: number.only_if_found, ..rank }, TextMatch { part, range }))
    });
    let everyday = entry.everyday.iter().enumerate().filter_map(|(at, word)| {
        let (how, range) = match_everyday(&word.text, phrase)?;
        let part = EntryPart::Everyday(at);
        let rank = Rank { place: word.place, ..Rank::new(false, how, part) };
        Some((rank, TextMatch { part, range: word.text.bytes(range) }))
    });
    words.chain(everyday).chain(numbers).min_by_key(|(rank, _)| *rank)
}

/// How an everyday word matches: by initials only as a whole, or else a letter or two would match nearly every entry.
fn match_everyday(word: &SearchText, phrase: &Phrase) -> Option<(MatchKind, Range<usize>)> {
    let (how, range) = match_text(word, phrase)?;
    let abbreviated = matches!(how, MatchKind::StartsWithInitials | MatchKind::ContainsInitials | MatchKind::Mixed);
    let whole = range == (0..word.glyphs.len()) && range.len() > 1;
    (whole || !abbreviated).then_some((how, range))
}

/// How a text matches a phrase, and which of its glyphs.
fn match_text(text: &SearchText, phrase: &Phrase) -> Option<(MatchKind, Range<usize>)> {
    let glyphs = &text.glyphs;
    let literal = find_literal(glyphs, &phrase.chars).map(|start| start..start + phrase.chars.len());
    if let Some(range) = literal.or_else(|| find_singular(glyphs, &phrase.singular)) {
        let how = match range.start {
            0 if range.end == glyphs.len() => MatchKind::Equals,
            0 => MatchKind::StartsWith,
            _ => MatchKind::Contains,
        };
        return Some((how, range));
    }
    let letters = phrase.letters.as_slice();
    // A single letter is looked for only at the start of a name: it would match nearly everything.
    let searched = if letters.len() == 1 { &glyphs[..glyphs.len().min(1)] } else { glyphs };
    let typed = |style| pinyin::find_pinyin(searched, letters, style);
    let (syllables, initials) = if text.prose { PROSE_MINIMUM } else { (1, 1) };
    let at_start = |range: &Range<usize>, starts_with, contains| if range.start == 0 { starts_with } else { contains };
    if letters.len() >= syllables
        && let Some(range) = typed(PinyinStyle::Syllables)
    {
        return Some((at_start(&range, MatchKind::StartsWithPinyin, MatchKind::ContainsPinyin), range));
    }
    if letters.len() >= initials
        && let Some(range) = typed(PinyinStyle::Initials)
    {
        return Some((at_start(&range, MatchKind::StartsWithInitials, MatchKind::ContainsInitials), range));
    }
    if text.prose {
        return None;
    }
    Some((MatchKind::Mixed, typed(PinyinStyle::Mixed)?))
}

/// Where the characters occur as they are; Latin words and numbers only from their first character.
fn find_literal(glyphs: &[Glyph], chars: &[char]) -> Option<usize> {
    let (first, rest) = chars.split_first()?;
    let last = glyphs.len().checked_sub(chars.len())?;
    (0..=last).find(|&at| {
        glyphs[at].c == *first
            && glyphs[at + 1..].iter().zip(rest).all(|(glyph, c)| glyph.c == *c)
            && !(first.is_ascii_alphanumeric() && inside_word(&glyphs[..at]))
    })
}

/// Where words in the singular occur and end.
fn find_singular(glyphs: &[Glyph], chars: &[char]) -> Option<Range<usize>> {
    let start = find_literal(glyphs, chars)?;
    let range = start..start + chars.len();
    glyphs.get(range.end).is_none_or(|next| !next.c.is_ascii_alphanumeric()).then_some(range)
}

/// True where a Latin word or a number continues.
fn inside_word(before: &[Glyph]) -> bool {
    match before {
        [.., digit, point] if point.c == '.' => digit.c.is_ascii_digit(),
        [.., last] => last.c.is_ascii_alphanumeric(),
        [] => false,
    }
}

/// How a number matches, and which bytes of it.
fn match_number(number: &SearchNumber, query: &NumberQuery) -> Option<(MatchKind, Range<usize>)> {
    let start = number.text.find(|c: char| c.is_ascii_digit())?;
    if query.percent && !number.text.contains('%') {
        return None;
    }
    if number.money.is_some_and(|money| query.amounts.contains(&money))
        || number.digits == query.digits && !query.has_unit
    {
        return Some((MatchKind::Equals, start..start + digits_length(&number.text[start..], usize::MAX)));
    }
    let starts_with = !query.has_unit && number.digits.starts_with(&query.digits);
    starts_with
        .then(|| (MatchKind::StartsWith, start..start + digits_length(&number.text[start..], query.digits.len())))
}

/// How many bytes the first `count` digits and points take, commas between them included.
fn digits_length(text: &str, count: usize) -> usize {
    let written = text.char_indices().take_while(|(_, c)| c.is_ascii_digit() || matches!(c, '.' | ','));
    written.filter(|(_, c)| *c != ',').take(count).last().map_or(0, |(at, _)| at + 1)
}
