//! What a text is that is no budget: told by its words, for the sentence that refuses it.

use super::text_lines::text_lines;
use serde::{Deserialize, Serialize};

/// What a text without a budget seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextKind {
    /// Cells of tables, without a sentence.
    Table,
    /// A notice, an announcement or a decision.
    Notice,
    /// A text in which no amount of money is written.
    WithoutMoney,
    /// A text with amounts, of another kind.
    Other,
}

/// Words of settlements (决算). A budget that compares itself with last year's settlement has few of them.
const SETTLEMENT_WORDS: [&str; 6] = ["支出决算", "收入决算", "收支决算", "年度决算", "决算总体", "完成预算"];
/// Words of budgets.
const BUDGET_WORDS: [&str; 8] =
    ["支出预算", "收入预算", "收支预算", "预算数", "预算总额", "总预算", "部门预算", "单位预算"];
/// Fewer words of settlements than this prove nothing.
const LEAST_SETTLEMENT_WORDS: usize = 3;
/// Fewer numbers than this are no table.
const LEAST_TABLE_NUMBERS: usize = 10;
/// How many lines of a text its title may be in.
const TITLE_LINES: usize = 6;
/// Words of the titles of notices.
const NOTICE_WORDS: [&str; 7] = ["通知", "公告", "通报", "公示", "决定", "意见", "批复"];

/// The line, from 1, that first speaks of a settlement, where the text speaks more of settlements than of budgets.
pub fn settlement_line(text: &str) -> Option<usize> {
    // Nearly all texts end here: looking for one word is fast.
    text.matches("决算").nth(LEAST_SETTLEMENT_WORDS - 1)?;
    let count = |words: &[&str]| words.iter().map(|word| text.matches(word).count()).sum::<usize>();
    let settlements = count(&SETTLEMENT_WORDS);
    if settlements < LEAST_SETTLEMENT_WORDS || settlements <= count(&BUDGET_WORDS) {
        return None;
    }
    text_lines(text).position(|line| line.contains("决算")).map(|at| at + 1)
}

/// True for a text that consists of cells: many numbers, no sentence, and no unit behind a number, since a table states
/// its unit once.
pub fn is_table(text: &str) -> bool {
    !text.contains(['。', '；', ';'])
        && numbers(text).nth(LEAST_TABLE_NUMBERS - 1).is_some()
        && !numbers(text).any(begins_with_unit)
}

/// True for a unit of money.
fn begins_with_unit(text: &str) -> bool {
    text.starts_with(['元', '万', '亿'])
}

/// What a text without a budget seems to be.
pub fn text_kind(text: &str) -> TextKind {
    if is_table(text) {
        TextKind::Table
    } else if text_lines(text)
        .filter(|line| !line.trim().is_empty())
        .take(TITLE_LINES)
        .any(|line| NOTICE_WORDS.iter().any(|word| line.trim().ends_with(word)))
    {
        TextKind::Notice
    } else if !numbers(text).any(begins_with_unit) {
        TextKind::WithoutMoney
    } else {
        TextKind::Other
    }
}

/// What follows each number of a text.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(|c: char| c.is_ascii_digit()).filter_map(|(at, digit)| {
        let rest = &text[at + digit.len()..];
        (!rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))).then(|| rest.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_words() {
        let table = "2023年部门收支总表\n单位：万元\n".to_owned() + &"一、教育支出 | 12.5 |\n".repeat(12);
        assert_eq!(text_kind(&table), TextKind::Table);
        assert_eq!(text_kind("某县财政局\n关于报送2023年报表的通知\n各单位：请于5月前报送。"), TextKind::Notice);
        assert_eq!(text_kind("从前有座山，山里有3座庙。"), TextKind::WithoutMoney);
        assert_eq!(text_kind("他花了 20 元买书。"), TextKind::Other);
        // Sentences that have lost their full stops are no table.
        assert!(!is_table(&"教育支出 12.5万元，比上年增加 1 万元\n".repeat(12)));
    }

    #[test]
    fn a_settlement_speaks_more_of_settlements_than_of_budgets() {
        let settlement =
            "三公情况\n2023年度决算：支出决算为1.71万元，完成预算的43%。公务接待费支出决算0.5万元，完成预算的50%。";
        assert_eq!(settlement_line(settlement), Some(2));
        let budget = "2023年支出预算10万元，比上年支出决算数增加1万元。收入预算10万元，比上年收入决算数增加1万元。\
                      部门预算中，项目支出预算5万元，比上年支出决算数减少1万元。";
        assert_eq!(settlement_line(budget), None);
    }
}
