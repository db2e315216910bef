//! Amounts in numerals that are not the usual digits: 一千六百七十五点八二万元, 伍拾柒万元, ٥٧万元.
//!
//! They are found and listed, not read: one unusual character more or less changes such an amount by a factor of ten.

use super::character::is_other_numeral;
use super::word_list::Suffixes;
use std::ops::Range;

/// True for a numeral with a value of its own, in everyday and in financial writing.
#[rustfmt::skip] // one character a line would hide the table
pub fn is_digit(c: char) -> bool {
    matches!(c,
        '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '壹' | '贰' | '叁' | '肆'
        | '伍' | '陆' | '柒' | '捌' | '玖')
}

/// Ten, a hundred or a thousand, of which an amount may consist.
fn is_power(c: char) -> bool {
    matches!(c, '十' | '拾' | '百' | '佰' | '千' | '仟')
}

/// Other powers of ten, and marks inside of an amount.
fn is_inside_amount(c: char) -> bool {
    matches!(c, '万' | '亿' | '萬' | '億' | '廿' | '卅' | '点' | '余' | '.' | ',' | '·')
}

/// Words behind the name of what is counted; numerals behind them are a count.
const COUNTED: Suffixes =
    Suffixes::new(&["编制数", "编制", "车辆", "用车", "人数", "职工", "科室", "机构", "处室", "部门"]);

/// The amounts and counts in numerals in a line of normalized text, in order.
pub fn find(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (end, unit) in line.char_indices().filter(|(_, c)| matches!(c, '元' | '人' | '名' | '辆' | '个')) {
        let mut start = end;
        let mut has_numeral = false;
        for (at, c) in line[..end].char_indices().rev() {
            let is_numeral = is_digit(c) || is_power(c) || is_other_numeral(c);
            if !(is_numeral || is_inside_amount(c) || c.is_ascii_digit()) {
                break;
            }
            has_numeral |= is_numeral;
            start = at;
        }
        // Digits of another script count whatever stands before them.
        let has_other_digit = line[start..end].chars().any(is_other_numeral);
        let is_counted = || has_other_digit || COUNTED.end(&line[..start]);
        if has_numeral && (unit == '元' || is_counted()) {
            found.push(start..end);
        }
    }
    found.extend(decimals(line).filter(|decimal| !line[decimal.end..].starts_with(['万', '元', '亿'])));
    found.sort_by_key(|range| range.start);
    found
}

/// Numerals with a point and without a unit: 七点五.
fn decimals(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_numeral = |c: &char| is_digit(*c) || is_power(*c);
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
