//! Amounts in numerals that are not the usual digits: 一千六百七十五点八二万元, 伍拾柒万元, ٥٧万元.
//!
//! They are found and listed, not read: one unusual character more or less changes such an amount by a factor of ten.

use std::ops::Range;

/// Numerals with a value of their own, in everyday and in financial writing.
const DIGITS: &str = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖";
/// Numerals for ten and its powers, and marks inside of an amount.
const POWERS_AND_MARKS: &str = "十百千万亿拾佰仟萬億廿卅点余.,·";
/// Words behind the name of what is counted; numerals behind them are a count.
const COUNTED: [&str; 10] = ["编制数", "编制", "车辆", "用车", "人数", "职工", "科室", "机构", "处室", "部门"];

/// The amounts and counts in numerals in a line of normalized text, in order.
pub fn find(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (end, unit) in line.match_indices(['元', '人', '名', '辆', '个']) {
        let mut start = end;
        let mut has_numeral = false;
        for (at, c) in line[..end].char_indices().rev() {
            let is_numeral = DIGITS.contains(c)
                || !c.is_ascii() && c.is_numeric()
                || matches!(c, '十' | '拾' | '百' | '佰' | '千' | '仟');
            if !(is_numeral || POWERS_AND_MARKS.contains(c) || c.is_ascii_digit()) {
                break;
            }
            has_numeral |= is_numeral;
            start = at;
        }
        // Digits of another script count whatever stands before them.
        let has_other_digit = line[start..end].chars().any(|c| !c.is_ascii() && c.is_numeric());
        let is_counted = || has_other_digit || COUNTED.iter().any(|word| line[..start].ends_with(word));
        if has_numeral && (unit == "元" || is_counted()) {
            found.push(start..end);
        }
    }
    found.extend(decimals(line).filter(|decimal| !line[decimal.end..].starts_with(['万', '元', '亿'])));
    found.sort_by_key(|range| range.start);
    found
}

/// Numerals with a point and without a unit: 七点五.
fn decimals(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_numeral = |c: &char| DIGITS.contains(*c) || matches!(c, '十' | '拾' | '百' | '佰' | '千' | '仟');
    line.match_indices('点').filter_map(move |(at, point)| {
        let behind = at + point.len();
        let before: usize = line[..at].chars().rev().take_while(is_numeral).map(char::len_utf8).sum();
        let decimals: usize = line[behind..].chars().take_while(is_numeral).map(char::len_utf8).sum();
        // 一点一滴 is no number.
        let is_number = before > 0 && decimals > 0 && !line[behind + decimals..].starts_with('滴');
        is_number.then(|| at - before..behind + decimals)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_counts_in_numerals_are_found() {
        let words = |line: &'static str| find(line).into_iter().map(|range| &line[range]).collect::<Vec<_>>();
        assert_eq!(words("收入一千六百七十五点八二万元,支出2百万元"), ["一千六百七十五点八二万", "2百万"]);
        assert_eq!(words("伍拾柒万元、٥٧万元、十元"), ["伍拾柒万", "٥٧万", "十"]);
        assert_eq!(words("行政编制数三十三人"), ["三十三"]);
        assert_eq!(words("三公经费预算七点五,一点一滴"), ["七点五"]);
        assert_eq!(words("三公经费5万元,1,675.82万元,0元,一般公共预算,每个人,一人一辆"), [] as [&str; 0]);
    }
}
