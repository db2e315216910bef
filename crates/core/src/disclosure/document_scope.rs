//! The scope of a document: its year, its institution and its unit, and where the text speaks of others.

use super::UnreadReason;
use super::builder::DisclosureBuilder;
use super::normalization::NormalizedText;
use super::number::Measure;
use super::text_numbers;
use super::word_list::Prefixes;
use super::year::{YearMention, leading_year, years};
use super::{heading, title};
use crate::amount::AmountUnit;
use std::ops::Range;

/// The unit of nearly all amounts of the text. Zeros do not count: 0元 occurs among amounts in 万元.
pub fn usual_unit(normalized: &NormalizedText) -> Option<AmountUnit> {
    let (mut wan, mut yuan) = (0usize, 0usize);
    for (number, measure) in text_numbers::measured_numbers(normalized, 0..normalized.text.len()) {
        if number.value.is_none_or(|value| value.is_zero()) {
            continue;
        }
        match measure {
            Measure::Money(AmountUnit::Wan) => wan += 1,
            Measure::Money(AmountUnit::Yuan) => yuan += 1,
            _ => {}
        }
    }
    match (wan, yuan) {
        (0, 0) => None,
        _ if wan > 3 * yuan => Some(AmountUnit::Wan),
        _ if yuan > 3 * wan => Some(AmountUnit::Yuan),
        _ => None,
    }
}

/// The year of a document without a title: that of 2023年年初预算数 and variants, if they all have the same.
pub fn year_of_totals(normalized: &NormalizedText, paragraphs: &[Range<usize>]) -> Option<i32> {
    const TOTALS: Prefixes = Prefixes::new(&["年初预算", "一般公共预算财政拨款", "三公经费", "部门预算", "单位预算"]);
    let mut found = None;
    for range in paragraphs {
        let text = &normalized.text[range.clone()];
        for YearMention { year, range } in years(text) {
            let rest = &text[range.end..];
            match found {
                _ if !TOTALS.begin(rest) => {}
                Some(known) if known != year => return None,
                _ => found = Some(year),
            }
        }
    }
    found
}

/// What another document is about, where paragraph `at` is its title, or the name of an institution above one: another
/// year or another institution.
pub fn other_document(builder: &DisclosureBuilder, paragraphs: &[Range<usize>], at: usize) -> Option<UnreadReason> {
    let text = |at: usize| paragraphs.get(at).map_or("", |range| &builder.normalized.text[range.clone()]);
    let Some(title) = title::parse(text(at)) else {
        let names_institution = title::may_be_institution(text(at)) && title::parse(text(at + 1)).is_some();
        let is_other = names_institution && builder.institution.is_some_and(|own| own != text(at));
        return is_other.then_some(UnreadReason::OtherOwner);
    };
    let name = &text(at)[title.institution.clone()];
    let is_other = |own: &str| !name.is_empty() && !own.contains(name) && !name.contains(own);
    if builder.institution.is_some_and(is_other) {
        return Some(UnreadReason::OtherOwner);
    }
    builder.year.is_some_and(|own| own != title.year).then_some(UnreadReason::OtherYear)
}

/// True where a paragraph is about another year: it is a heading that names one (2022年预算执行情况), or stands below such a
/// heading and neither names the document's own year nor opens a part of the template.
pub fn is_about_other_year(builder: &DisclosureBuilder, range: Range<usize>, is_below: bool) -> bool {
    const BUDGETS: Prefixes = Prefixes::new(&["预算", "决算", "执行", "收支"]);
    const LAST_YEARS: Prefixes = Prefixes::new(&["预算执行", "决算", "收支决算"]);
    let text = &builder.normalized.text[range];
    let Some(own) = builder.year else { return false };
    let words = &text[heading::enumerator(text).len..];
    let names_own_year = years(text).any(|named| named.year == own);
    if names_own_year || heading::section(words).is_some() || heading::item(words).is_some() {
        return false;
    }
    let is_heading = text.chars().nth(40).is_none()
        && !text.contains(['。', ',', ';'])
        && years(text).next().is_some()
        && BUDGETS.occur_in(text)
        && !text.contains("万元")
        && !text.contains('比');
    // The paragraph below such a heading may be joined to it.
    let opens_with_year = || leading_year(text).is_some_and(|year| LAST_YEARS.begin(&text[year.range.end..]));
    is_below || is_heading || opens_with_year()
}
