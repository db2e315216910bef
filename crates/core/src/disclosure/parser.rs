//! The parser: assigns paragraphs to items by the headings above them, and parses them.

use super::builder::DisclosureBuilder;
use super::direction_marks::with_visible_direction_marks;
use super::error::ParseError;
use super::front_matter::{self, FrontMatter};
use super::heading::{self, Enumerator, Item};
use super::normalization::NormalizedText;
use super::number::Measure;
use super::sentence_parser::SentenceParser;
use super::text_numbers;
use super::unit_note::{self, UnitNote};
use super::unread_numbers::{self, Quotes};
use super::word_list::Prefixes;
use super::year::years;
use super::{BudgetKind, Disclosure, TextKind, UnreadReason};
use super::{clause, document_scope, paragraph, profile, text_kind};
use crate::amount::AmountUnit;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// The least length in bytes of a paragraph that counts as a duplicate.
const MIN_REPEATED_LEN: usize = 60;

/// Parses a published text as a disclosure, in time and memory proportional to its length.
///
/// # Errors
/// [`ParseError`] where the text is empty, is a settlement of accounts, or contains no budget line at all. A number
/// that is not understood is not an error: it is listed in [`Disclosure::unread`].
///
/// # Examples
/// ```
/// use mingbai_core::disclosure::{ParseError, TextKind, parse};
///
/// let text = "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n\
///             2023年“三公”经费预算66.3万元，比2022年减少15.7万元，主要原因是压减公务接待。";
/// let disclosure = parse(text)?;
/// assert_eq!(disclosure.institution.unwrap().text, "某区示例单位");
/// let line = &disclosure.lines[0];
/// assert_eq!(line.id.as_str(), "three_public");
/// assert_eq!(line.amount.to_string(), "66.30");
/// assert_eq!(&text[line.quote.range()], "2023年“三公”经费预算66.3万元");
/// let change = line.change.as_ref().unwrap();
/// assert_eq!(change.amount.to_string(), "-15.70");
/// assert_eq!(change.reason.as_ref().unwrap().text, "压减公务接待");
///
/// assert_eq!(parse("从前有座山").unwrap_err(), ParseError::NoBudget { lines: 1, seems: TextKind::WithoutMoney });
/// # Ok::<(), ParseError>(())
/// ```
pub fn parse(published: &str) -> Result<Disclosure, ParseError> {
    let source = with_visible_direction_marks(published);
    let disclosure = parse_visible(&source)?;
    Ok(match source {
        Cow::Borrowed(_) => disclosure,
        Cow::Owned(_) => Disclosure { published: Some(published.to_owned()), ..disclosure },
    })
}

/// Parses a text without characters that turn the direction of writing.
fn parse_visible(source: &str) -> Result<Disclosure, ParseError> {
    let mut normalized = NormalizedText::new(source);
    if normalized.text.is_empty() {
        return Err(ParseError::Empty);
    }
    if let Some(line) = text_kind::settlement_line(source) {
        return Err(ParseError::Settlement { line });
    }
    if text_kind::is_table(source) {
        return Err(ParseError::NoBudget { lines: normalized.line_count(), seems: TextKind::Table });
    }
    normalized.set_paragraphs(paragraph::split(&normalized));
    let normalized = normalized;
    let paragraphs: Vec<Range<usize>> =
        normalized.paragraphs().iter().map(|paragraph| paragraph.range.clone()).collect();
    let mut builder = DisclosureBuilder::new(&normalized);
    let front = front_matter::parse(&builder, &paragraphs)?;
    builder.institution = front.institution_range.clone().map(|range| &normalized.text[range]);
    builder.unit = document_scope::usual_unit(&normalized);
    builder.year = front.year.or_else(|| document_scope::year_of_totals(&normalized, &paragraphs));

    let mut item = Item::Other;
    let mut is_of_other_year = false;
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, range) in paragraphs.iter().enumerate() {
        if front.paragraphs.contains(&at) {
            continue;
        }
        let other = document_scope::other_document(&builder, &paragraphs, at).filter(|_| !builder.lines.is_empty());
        if let Some(reason) = other {
            // A second document in the same file: nothing of it is this institution's, or this year's.
            builder.mark_unread(range.start..normalized.text.len(), reason);
            break;
        }
        // A paragraph that is published twice adds nothing, where it was understood.
        let text = &normalized.text[range.clone()];
        let may_repeat = text.len() > MIN_REPEATED_LEN;
        if may_repeat && seen.contains(text) {
            builder.passages.push(builder.passage(range.clone()));
            continue;
        }
        is_of_other_year = document_scope::is_about_other_year(&builder, range.clone(), is_of_other_year);
        if is_of_other_year {
            builder.mark_unread(range.clone(), UnreadReason::OtherYear);
            continue;
        }
        let is_torn = normalized.paragraphs()[at].is_torn;
        builder.subject_is_uncertain |= is_torn;
        let range = if is_torn { without_torn_clause(&mut builder, range) } else { range.clone() };
        let rejected = builder.rejected_clauses();
        parse_paragraph(&mut builder, &mut item, range.clone());
        if may_repeat && builder.rejected_clauses() == rejected && states_quantities(&normalized, range) {
            seen.insert(text);
        }
    }
    if builder.lines.is_empty() {
        let seems = text_kind::text_kind(source);
        return Err(ParseError::NoBudget { lines: normalized.line_count(), seems });
    }
    Ok(finish(source, builder, front))
}

/// A paragraph that begins inside of a sentence, without its first clause with a number: what the number belongs to is
/// not certain. Behind it, punctuation and names identify the lines again.
fn without_torn_clause(builder: &mut DisclosureBuilder, range: &Range<usize>) -> Range<usize> {
    let text = &builder.normalized.text;
    let words = |clause: &clause::Clause| !text[clause.range.clone()].is_ascii();
    let clauses = clause::split(builder.normalized, range.clone());
    let Some(torn) = clauses.iter().find(|clause| words(clause)) else { return range.clone() };
    let end = torn.range.end;
    if !text[range.start..end].bytes().any(|b| b.is_ascii_digit()) {
        return range.clone();
    }
    builder.mark_unread(range.start..end, UnreadReason::UnknownSentence);
    let mark = text[end..range.end].chars().next().filter(|c| !c.is_alphanumeric());
    end + mark.map_or(0, char::len_utf8)..range.end
}

/// Makes a disclosure of what was parsed.
fn finish(source: &str, mut builder: DisclosureBuilder, front: FrontMatter) -> Disclosure {
    let normalized = builder.normalized;
    builder.resolve_lines();
    let rejected = builder.take_unread_clauses();
    let mut disclosure = Disclosure {
        title: front.title,
        institution: front.institution,
        year: builder.year,
        kind: if front.is_unit_budget { BudgetKind::SingleUnit } else { BudgetKind::Department },
        unit: builder.unit.unwrap_or(AmountUnit::Wan),
        lines: builder.lines,
        orphaned_changes: builder.orphaned_changes,
        counts: builder.counts,
        duties: builder.duties,
        budget_units: builder.budget_units,
        definitions: builder.definitions,
        contact: builder.contact,
        headings: builder.headings,
        passages: builder.passages,
        furniture: normalized.furniture(),
        unread: Vec::new(),
        source: source.to_owned(),
        published: None,
    };
    let quotes = Quotes { all: disclosure.quotes(), explanations: disclosure.explanations() };
    disclosure.unread = unread_numbers::find(normalized, &quotes, &rejected);
    disclosure
}

/// Parses one paragraph under the current `item`, which its own heading may replace.
fn parse_paragraph(builder: &mut DisclosureBuilder, item: &mut Item, range: Range<usize>) {
    let normalized = builder.normalized;
    let (note, range) = take_unit_note(builder, range);
    if range.is_empty() {
        return;
    }
    let text = &normalized.text[range.clone()];
    let Enumerator { len: number, level } = heading::enumerator(text);
    let body = range.start + number..range.end;
    let words = &normalized.text[body.clone()];
    if let Some(section) = heading::section(words) {
        *item = section.default_item();
        // A note above the first section is about the whole document.
        if builder.headings.iter().any(|heading| heading.level == 1) {
            builder.unit_note = note;
        }
        builder.push_heading(1, range, body);
        return;
    }
    if profile::contact(builder, range.clone()) {
        return;
    }
    // Among definitions and duties, money is a statement whose heading is lost.
    let states_bare_amounts = builder.unit_note.is_some()
        && heading::item_of_first_words(words).is_some()
        && text_numbers::numbers(normalized, body.clone()).count() > years(words).count();
    let is_statement = states_quantities(normalized, body.clone()) || states_bare_amounts;
    let opens_item = || is_statement || *item != Item::Glossary && !(*item == Item::Duties && level == 3);
    let opened = heading::item(words).filter(|_| opens_item());
    if let Some((opened, len)) = opened {
        *item = open_item(builder, opened, range, body.start..body.start + len);
        return;
    }
    if number > 0 && level <= 2 && heading::is_unknown(words) && *item != Item::Duties {
        // Paragraphs below a heading that the template does not have belong to no known item.
        *item = if level == 1 { Item::Other } else { *item };
        builder.push_heading(level.min(2), range, body);
        return;
    }
    let is_prose = matches!(*item, Item::Glossary | Item::Duties) && !is_statement;
    if *item == Item::Glossary && profile::definition(builder, range.clone()) {
        return;
    }
    if *item == Item::Duties && is_prose {
        return profile::duty(builder, range);
    }
    if number > 0 && level >= 2 && number < text.len() {
        // The number of an unknown item is not an amount.
        builder.passages.push(builder.passage(range.start..body.start));
    }
    let fallback = if matches!(*item, Item::Glossary | Item::Duties) && !is_prose { Item::Other } else { *item };
    let about = heading::item_of_first_words(words).filter(|_| !continues_list(builder, *item, range.start));
    let about = about.unwrap_or(fallback);
    let found = parse_body(builder, about, body, false);
    if *item == Item::Other && about == Item::Other {
        *item = found;
    }
}

/// Opens `item` with the heading in `words`, which may be followed by its text in the same paragraph `range`; returns
/// the item that the paragraph turned out to be about.
fn open_item(builder: &mut DisclosureBuilder, item: Item, range: Range<usize>, words: Range<usize>) -> Item {
    let text = &builder.normalized.text[words.clone()];
    let text_len = text.trim_end_matches([':', '。', ',', '.', '、']).len();
    builder.push_heading(2, range.start..words.end, words.start..words.start + text_len);
    if words.end == range.end {
        return item;
    }
    let found = parse_body(builder, item, words.end..range.end, true);
    if item == Item::Other { found } else { item }
}

/// Takes the note of the unit (单位：元) off the end of a paragraph; returns the note that counts from here on, and the
/// rest.
fn take_unit_note(builder: &mut DisclosureBuilder, range: Range<usize>) -> (Option<UnitNote>, Range<usize>) {
    let Some((note, found)) = unit_note::find(&builder.normalized.text[range.clone()]) else { return (None, range) };
    builder.passages.push(builder.passage(range.start + found.start..range.start + found.end));
    builder.unit_note = Some(note);
    if let (None, UnitNote::Known(unit)) = (builder.unit, note) {
        builder.unit = Some(unit);
    }
    (Some(note), range.start..range.start + found.start)
}

/// True where `range` contains an amount of money, or a number of posts, offices or vehicles.
fn states_quantities(normalized: &NormalizedText, range: Range<usize>) -> bool {
    const COUNTED: Prefixes = Prefixes::new(&["编制", "科室", "内设", "车辆", "用车"]);
    let text = &normalized.text[range.clone()];
    text_numbers::measured_numbers(normalized, range).any(|(_, measure)| match measure {
        Measure::Money(_) => true,
        Measure::Count(_) => COUNTED.occur_in(text),
        Measure::Percent | Measure::Missing => false,
    })
}

/// True where a paragraph at `start` continues a list: 其中: 1.一般公共预算拨款…; 2.政府性基金预算拨款….
fn continues_list(builder: &DisclosureBuilder, item: Item, start: usize) -> bool {
    matches!(item, Item::Income | Item::Expenditure)
        && builder.normalized.text[..start].ends_with([':', ';', '、', ','])
}

/// Parses a paragraph of `item`; `headed` where the item's heading is in the same paragraph. Returns the item that it
/// turned out to be about.
fn parse_body(builder: &mut DisclosureBuilder, item: Item, range: Range<usize>, headed: bool) -> Item {
    match item {
        Item::Duties => profile::duty(builder, range),
        Item::Units => profile::units(builder, range),
        Item::Glossary => builder.passages.push(builder.passage(range)),
        _ => return SentenceParser::new(builder, item, headed).parse_paragraph(range),
    }
    item
}
