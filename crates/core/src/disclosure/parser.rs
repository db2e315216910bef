//! The reader: paragraphs, told apart by the headings above them.

use super::builder::Draft;
use super::error::ParseError;
use super::heading::{self, Item};
use super::model::{Disclosure, Kind};
use super::normalization::Normal;
use super::number::{self, Measure};
use super::sentence_parser::Statements;
use super::{paragraph, profile, unread_numbers};
use crate::amount::Unit;
use std::ops::Range;

/// Reads a published text as a disclosure, in time and memory proportional to its length.
///
/// # Errors
/// [`ParseError`] where the text is empty, a settlement of accounts, or holds no budget line at all. Anything less is no
/// error: what is not understood stands in [`Disclosure::unread`].
pub fn parse(source: &str) -> Result<Disclosure, ParseError> {
    let normal = Normal::new(source);
    if normal.text.is_empty() {
        return Err(ParseError::Empty);
    }
    let paragraphs = paragraph::split(&normal);
    let mut draft = Draft::new(&normal);
    let front = front_matter(&mut draft, &paragraphs)?;
    draft.institution = front.name.clone().map(|range| &normal.text[range]);
    draft.unit = usual_unit(&normal);
    draft.year = front.year.or_else(|| year_of_totals(&normal, &paragraphs));

    let mut item = Item::Other;
    for (at, range) in paragraphs.iter().enumerate() {
        if !front.taken.contains(&at) {
            read_paragraph(&mut draft, &mut item, range.clone());
        }
    }
    if draft.lines.is_empty() {
        return Err(ParseError::NoBudget { lines: normal.lines() });
    }
    draft.settle();
    let (doubts, insisted) = (std::mem::take(&mut draft.doubts), std::mem::take(&mut draft.insisted));
    let mut disclosure = Disclosure {
        title: front.title,
        institution: front.institution,
        year: draft.year,
        kind: if front.unit { Kind::Unit } else { Kind::Department },
        unit: draft.unit.unwrap_or(Unit::Wan),
        lines: draft.lines,
        lone_changes: draft.lone_changes,
        counts: draft.counts,
        duties: draft.duties,
        units: draft.units,
        definitions: draft.definitions,
        contact: draft.contact,
        headings: draft.headings,
        passages: draft.passages,
        unread: Vec::new(),
        source: source.to_owned(),
    };
    disclosure.unread = unread_numbers::unread(&normal, &disclosure.quotes(), &doubts, &insisted);
    Ok(disclosure)
}

/// How many paragraphs are searched for the title.
const FRONT: usize = 24;

/// What stands before the first section.
#[derive(Default)]
struct Front {
    title: Option<super::Passage>,
    institution: Option<super::Passage>,
    /// Where the institution's name stands in the normal text.
    name: Option<Range<usize>>,
    year: Option<i32>,
    unit: bool,
    /// Paragraphs that are title or institution.
    taken: Vec<usize>,
}

fn front_matter(draft: &mut Draft, paragraphs: &[Range<usize>]) -> Result<Front, ParseError> {
    let normal = draft.normal;
    let mut front = Front::default();
    // What a website puts above a document may quote its title; the last one is the document's own.
    for (at, range) in paragraphs.iter().enumerate().take(FRONT) {
        let text = &normal.text[range.clone()];
        if heading::enumerator(text).0 > 0 || heading::section(text).is_some() {
            break;
        }
        let Some(title) = heading::title(text) else { continue };
        let passage = draft.passage(range.start + title.at..range.end);
        if title.settlement {
            return Err(ParseError::Settlement { line: passage.quote.line });
        }
        front = Front { year: Some(title.year), unit: title.unit, title: Some(passage), ..Front::default() };
        front.taken.push(at);
        // The institution stands in the title, or in the paragraph above.
        let name = range.start + title.name.start..range.start + title.name.end;
        front.name = (!name.is_empty()).then_some(name);
    }
    if front.name.is_none() {
        let last = front.taken.first().copied().unwrap_or(1).min(paragraphs.len());
        let name = (0..last).rev().find(|&at| is_name(&normal.text[paragraphs[at].clone()]));
        if let Some(at) = name {
            let range = paragraphs[at].clone();
            let start = normal.text[range.clone()].rfind(':').map_or(range.start, |colon| range.start + colon + 1);
            front.name = Some(start..range.end);
            front.taken.push(at);
        }
    }
    front.institution = front.name.clone().map(|range| draft.passage(range));
    Ok(front)
}

/// A short line that is no sentence and no heading.
fn is_name(text: &str) -> bool {
    (2..=40).contains(&text.chars().count())
        && heading::enumerator(text).0 == 0
        && heading::section(text).is_none()
        && heading::item(text).is_none()
        && !text.contains(['。', ',', ';', ':'])
        && !text.starts_with('(')
        && number_free_but_names(text)
}

/// A name may hold a number (第1中学), but no amount and no year.
fn number_free_but_names(text: &str) -> bool {
    !text.contains("万元") && !text.contains('年')
}

/// The unit that nearly all amounts of the text have. Zero says nothing: 0元 stands among amounts in 万元.
fn usual_unit(normal: &Normal) -> Option<Unit> {
    let (mut wan, mut yuan) = (0usize, 0usize);
    for number in number::numbers(normal, 0..normal.text.len()) {
        if number.value.is_none_or(|value| value.is_zero()) {
            continue;
        }
        match number::measure_at(&normal.text, number.range.end).0 {
            Measure::Money(Unit::Wan) => wan += 1,
            Measure::Money(Unit::Yuan) => yuan += 1,
            _ => {}
        }
    }
    match (wan, yuan) {
        (0, 0) => None,
        _ if wan > 3 * yuan => Some(Unit::Wan),
        _ if yuan > 3 * wan => Some(Unit::Yuan),
        _ => None,
    }
}

/// Without a title: the year of 2023年年初预算数 and its kin, if it is one.
fn year_of_totals(normal: &Normal, paragraphs: &[Range<usize>]) -> Option<i32> {
    let mut one = None;
    for range in paragraphs {
        let text = &normal.text[range.clone()];
        for (at, _) in text.match_indices('年') {
            let Some(at) = at.checked_sub(4).filter(|&at| text.is_char_boundary(at)) else { continue };
            let Some((year, len)) = heading::year(&text[at..]) else { continue };
            let rest = &text[at + len..];
            let own = ["年初预算", "一般公共预算财政拨款", "三公经费", "部门预算", "单位预算"]
                .iter()
                .any(|word| rest.starts_with(word));
            match one {
                _ if !own => {}
                Some(known) if known != year => return None,
                _ => one = Some(year),
            }
        }
    }
    one
}

fn read_paragraph(draft: &mut Draft, item: &mut Item, range: Range<usize>) {
    let normal = draft.normal;
    let text = &normal.text[range.clone()];
    let (number, level) = heading::enumerator(text);
    let body = range.start + number..range.end;
    let words = &normal.text[body.clone()];
    if let Some(section) = heading::section(words) {
        *item = section.item();
        draft.heading(1, range, body);
        return;
    }
    if profile::contact(draft, range.clone()) {
        return;
    }
    let opened = heading::item(words).filter(|_| *item != Item::Glossary && !(*item == Item::Duties && level == 3));
    if let Some((opens, len)) = opened {
        *item = opens;
        let head = body.start..body.start + len;
        let bare = head.start..head.start + words[..len].trim_end_matches([':', '。', ',', '.', '、']).len();
        draft.heading(2, range.start..head.end, bare);
        if head.end < range.end {
            let found = read_body(draft, *item, head.end..range.end, true);
            *item = if *item == Item::Other { found } else { *item };
        }
        return;
    }
    if heading_like(words, number, level) && *item != Item::Duties {
        // An extra heading: what stands below it belongs to none of the known items.
        *item = if level == 1 { Item::Other } else { *item };
        draft.heading(level.min(2), range, body);
        return;
    }
    if *item == Item::Glossary && profile::definition(draft, range.clone()) {
        return;
    }
    if *item == Item::Duties {
        return profile::duty(draft, range);
    }
    if number > 0 && level >= 2 && number < text.len() {
        // The number of an item that is not known is no amount.
        draft.passages.push(draft.passage(range.start..body.start));
    }
    let about = subject(words).filter(|_| !list_goes_on(draft, *item, range.start)).unwrap_or(*item);
    let found = read_body(draft, about, body, false);
    if *item == Item::Other && about == Item::Other {
        *item = found;
    }
}

/// True where the paragraph before `start` left a list open: 其中: 1.一般公共预算拨款…; 2.政府性基金预算拨款….
fn list_goes_on(draft: &Draft, item: Item, start: usize) -> bool {
    matches!(item, Item::Income | Item::Expenditure) && draft.normal.text[..start].ends_with([':', ';', '、', ','])
}

/// Reads a paragraph of `item`, `headed` by it or not; returns the item that it turned out to be about.
fn read_body(draft: &mut Draft, item: Item, range: Range<usize>, headed: bool) -> Item {
    match item {
        Item::Duties => profile::duty(draft, range),
        Item::Units => profile::units(draft, range),
        Item::Glossary => draft.passages.push(draft.passage(range)),
        _ => return Statements::new(draft, item, headed).paragraph(range),
    }
    item
}

/// A numbered paragraph of a few words: a heading that the template does not have.
fn heading_like(words: &str, number: usize, level: u8) -> bool {
    number > 0
        && level <= 2
        && words.chars().count() <= 30
        && !words.bytes().any(|b| b.is_ascii_digit())
        && !words.contains([',', ';', '。', ':'])
}

/// What a paragraph is about by its own first words, where the headings are missing.
fn subject(words: &str) -> Option<Item> {
    let head: String = words.chars().take(40).collect();
    let first = head.split([',', ';', '。']).next().unwrap_or_default();
    if first.contains("三公经费") {
        Some(Item::ThreePublic)
    } else if first.contains("一般公共预算财政拨款运行经费") || first.contains("机关运行经费") {
        Some(Item::Operating)
    } else if [
        "一般公共预算财政拨款收入",
        "一般公共预算财政拨款支出",
        "一般公共预算拨款收入",
        "一般公共预算拨款支出",
        "政府性基金预算",
    ]
    .iter()
    .any(|word| first.contains(word))
        && !first.contains("采购")
        && !first.contains("其中")
    {
        Some(Item::Appropriation)
    } else if first.contains("政府采购") {
        Some(Item::Procurement)
    } else if first.contains("绩效目标") {
        Some(Item::Performance)
    } else if first.contains("车辆") {
        Some(Item::Assets)
    } else {
        None
    }
}
