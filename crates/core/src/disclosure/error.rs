//! Errors of the parser.

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
            ParseError::NoBudget { lines } => {
                let lines = if *lines > 1 { format!("1–{lines}") } else { "1".to_owned() };
                format!("第 {lines} 行：没有找到收入预算、支出预算或财政拨款的金额；请放入部门预算情况说明的全文。")
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
            ParseError::NoBudget { lines } => {
                let lines = if *lines > 1 { format!("Lines 1–{lines}") } else { "Line 1".to_owned() };
                format!(
                    "{lines}: no amount of income, expenditure or appropriation was found; put in the whole text of a budget disclosure."
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
