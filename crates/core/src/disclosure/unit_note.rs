//! Unit notes: the unit of a section's amounts (单位：元).

use crate::amount::AmountUnit;
use std::ops::Range;

/// The unit that a note states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitNote {
    /// A unit of money that disclosures use.
    Known(AmountUnit),
    /// Any other: 千元, 万美元, %.
    Other,
}

/// The note in a paragraph, with its range and the brackets around it; None where there is none.
///
/// A note ends its paragraph: 单位：万元 on a line of its own, or 三公经费情况说明（单位：元）.
pub fn find(text: &str) -> Option<(UnitNote, Range<usize>)> {
    let (before, words) = text.rmatch_indices(':').find_map(|(colon, mark)| {
        let before = text[..colon].strip_suffix("单位")?;
        Some((before, &text[colon + mark.len()..]))
    })?;
    let words = words.trim_end_matches(['。', ')', ']', '】']);
    let before = before.strip_suffix(['(', '[', '【']).unwrap_or(before);
    let before = before.strip_suffix("金额").unwrap_or(before);
    let unit = match words.strip_prefix("人民币").unwrap_or(words) {
        "万元" | "万" => UnitNote::Known(AmountUnit::Wan),
        "元" => UnitNote::Known(AmountUnit::Yuan),
        "亿元" => UnitNote::Known(AmountUnit::Yi),
        // 单位: 某区示例单位 names an institution.
        other if other.ends_with('元') || matches!(other, "%" | "人" | "辆" | "个") => UnitNote::Other,
        _ => return None,
    };
    Some((unit, before.len()..text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_of_the_unit_ends_its_paragraph() {
        assert_eq!(find("单位:元"), Some((UnitNote::Known(AmountUnit::Yuan), 0..10)));
        let heading = "三公经费情况说明(单位:万元)";
        let (note, range) = find(heading).unwrap();
        assert_eq!((note, &heading[..range.start]), (UnitNote::Known(AmountUnit::Wan), "三公经费情况说明"));
        assert_eq!(find("单位:千元").unwrap().0, UnitNote::Other);
        assert_eq!(find("单位:某区示例单位"), None);
        assert_eq!(find("本单位收入5万元"), None);
    }
}
