//! Front matter: title, institution and year, from what precedes the first section.

use super::Passage;
use super::builder::DisclosureBuilder;
use super::error::ParseError;
use super::{heading, title};
use std::ops::Range;

/// The front matter of a document.
#[derive(Default)]
pub struct FrontMatter {
    /// The title.
    pub title: Option<Passage>,
    /// The institution's name.
    pub institution: Option<Passage>,
    /// Where the institution's name is in the normalized text.
    pub institution_range: Option<Range<usize>>,
    /// The year in the title.
    pub year: Option<i32>,
    /// True for the budget of a single unit.
    pub is_unit_budget: bool,
    /// Indices of the paragraphs that are title or institution.
    pub paragraphs: Vec<usize>,
}

/// Finds the front matter of a document.
///
/// # Errors
/// [`ParseError::Settlement`] where the title is that of a settlement of accounts.
pub fn parse(builder: &DisclosureBuilder, paragraphs: &[Range<usize>]) -> Result<FrontMatter, ParseError> {
    let normalized = builder.normalized;
    let mut front = FrontMatter::default();
    // The last title is the document's own: the website above it may quote it.
    for (at, range) in paragraphs.iter().enumerate().take(title::SEARCHED_PARAGRAPHS) {
        let text = &normalized.text[range.clone()];
        if heading::enumerator(text).len > 0 || heading::section(text).is_some() {
            break;
        }
        let Some(title) = title::parse(text) else { continue };
        let passage = builder.passage(range.start + title.at..range.end);
        if title.is_settlement {
            return Err(ParseError::Settlement { line: passage.quote.line });
        }
        let institution = range.start + title.institution.start..range.start + title.institution.end;
        front = FrontMatter {
            title: Some(passage),
            institution_range: (!institution.is_empty()).then_some(institution),
            year: Some(title.year),
            is_unit_budget: title.is_unit_budget,
            paragraphs: vec![at],
            ..FrontMatter::default()
        };
    }
    if front.institution_range.is_none() {
        find_institution_above(builder, paragraphs, &mut front);
    }
    front.institution = front.institution_range.clone().map(|range| builder.passage(range));
    Ok(front)
}

/// Finds the institution's name in the paragraphs above the title, or in the first one where there is no title.
fn find_institution_above(builder: &DisclosureBuilder, paragraphs: &[Range<usize>], front: &mut FrontMatter) {
    let text = &builder.normalized.text;
    let end = front.paragraphs.first().copied().unwrap_or(1).min(paragraphs.len());
    let Some(at) = (0..end).rev().find(|&at| title::may_be_institution(&text[paragraphs[at].clone()])) else { return };
    let range = paragraphs[at].clone();
    let start = text[range.clone()].rfind(':').map_or(range.start, |colon| range.start + colon + 1);
    front.institution_range = Some(start..range.end);
    front.paragraphs.push(at);
}
