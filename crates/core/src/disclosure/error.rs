//! Errors of the parser.

use super::text_kind::TextKind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a text could not be parsed as a disclosure. The sentences name what was expected, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParseError {
    /// The text is empty, or only white space.
    Empty,
    /// The document is a settlement of accounts (决算), not a budget.
    Settlement {
        /// The line of its title in the source, from 1.
        line: usize,
    },
    /// The text contains no budget line.
    NoBudget {
        /// The number of lines of the text.
        lines: usize,
        /// What the text seems to be.
        seems: TextKind,
    },
}

impl ParseError {
    /// The error as a sentence in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            ParseError::Empty => "里面没有文字；请放入部门预算情况说明的全文。".to_owned(),
            ParseError::Settlement { line } => {
                format!("第 {line} 行：这是一份决算，不是预算；请换成部门预算情况说明。")
            }
            ParseError::NoBudget { lines, seems } => {
                let lines = if *lines > 1 { format!("1–{lines}") } else { "1".to_owned() };
                let seems = match seems {
                    TextKind::Table => "看起来是表格，表格还读不了，",
                    TextKind::Notice => "看起来是一份通知或公告，",
                    TextKind::WithoutMoney => "看起来是一篇没有金额的文章，",
                    TextKind::Other => "",
                };
                format!(
                    "第 {lines} 行：{seems}没有找到收入预算、支出预算或财政拨款的金额；请放入部门预算情况说明的全文。"
                )
            }
        }
    }

    /// The error as a sentence in English.
    pub fn english(&self) -> String {
        match self {
            ParseError::Empty => "There is no text in it; put in the whole text of a budget disclosure.".to_owned(),
            ParseError::Settlement { line } => {
                format!("Line {line}: this is a settlement of accounts, not a budget; put in a budget disclosure.")
            }
            ParseError::NoBudget { lines, seems } => {
                let lines = if *lines > 1 { format!("Lines 1–{lines}") } else { "Line 1".to_owned() };
                let seems = match seems {
                    TextKind::Table => "this seems to be a table, which is not read yet, and ",
                    TextKind::Notice => "this seems to be a notice, and ",
                    TextKind::WithoutMoney => "this seems to be a text without money, and ",
                    TextKind::Other => "",
                };
                format!(
                    "{lines}: {seems}no amount of income, expenditure or appropriation was found; put in the whole text of a budget disclosure."
                )
            }
        }
    }
}

/// In both languages, Chinese first.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.chinese(), self.english())
    }
}

impl std::error::Error for ParseError {}
