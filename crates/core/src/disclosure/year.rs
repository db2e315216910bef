//! Years: 2023年, 2023年度.

use std::ops::Range;

/// A year that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearMention {
    /// The year.
    pub year: i32,
    /// Where it stands, with 年 or 年度.
    pub range: Range<usize>,
}

/// The year that four digits mean; None where they are no year of a budget.
pub fn parse_year(digits: &str) -> Option<i32> {
    let is_number = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|year| is_number && (1990..2100).contains(year))
}

/// The year that `text` begins with.
pub fn leading_year(text: &str) -> Option<YearMention> {
    let year = parse_year(text.get(..4)?)?;
    let rest = text[4..].strip_prefix('年')?;
    let end = text.len() - rest.strip_prefix('度').unwrap_or(rest).len();
    Some(YearMention { year, range: 0..end })
}

/// The years that `text` names, in order.
pub fn years(text: &str) -> impl DoubleEndedIterator<Item = YearMention> + '_ {
    text.match_indices('年').filter_map(|(suffix, _)| {
        let start = suffix.checked_sub(4)?;
        let YearMention { year, range } = leading_year(text.get(start..)?)?;
        Some(YearMention { year, range: start..start + range.end })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_digits_and_a_suffix() {
        assert_eq!(leading_year("2023年度收入"), Some(YearMention { year: 2023, range: 0.."2023年度".len() }));
        for text in ["2023", "202年", "1234年", "+202年", "收入2023年", "年"] {
            assert_eq!(leading_year(text), None, "{text}");
        }
    }

    #[test]
    fn all_years_are_found_in_order() {
        let text = "与2022年相比,2023年度全年增加";
        let found: Vec<(i32, &str)> = years(text).map(|found| (found.year, &text[found.range])).collect();
        assert_eq!(found, [(2022, "2022年"), (2023, "2023年度")]);
        assert_eq!(years("年,上年,12年").count(), 0);
    }
}
