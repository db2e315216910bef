//! The smallest text of every kind of wrong number, each with what is right.
//!
//! A row is a sentence, where it stands in a document, and what may be shown of it (see [`facts::expectation`]). The
//! document around the sentence states one more line, which must stay as it is.
//!
//! A number on a line of its own is ambiguous (a page number, or digits that belong to the number above it): it may be
//! read through, or all of it listed. Furniture that says what it is (`- 3 -`, 第3页, a running head) must be read
//! through.

mod breaks;
mod counts;
mod documents;
mod lines;
mod numbers;
mod sentences;

use super::facts::{self, Expectation};
use mingbai_core::disclosure::parse;

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Behind （一）收入预算：.
    Income,
    /// Behind （二）支出预算：.
    Expenditure,
    /// In section three, 部门预算情况说明.
    Budget,
    /// Under “三公”经费情况说明.
    ThreePublic,
    /// Behind （二）单位构成。.
    Units,
    /// Under 其他重要事项的情况说明.
    Other,
    /// The sentence is the whole document.
    Whole,
}

/// Where a sentence stands, the sentence, and what is right.
pub type Row<T> = (Place, T, T);

/// The document around a sentence: text, the byte at which the sentence begins, and what the rest of it states.
fn document(place: Place, sentence: &str) -> (String, usize, &'static str) {
    let title = "某区示例单位\n2023年部门预算情况说明\n";
    let (head, tail, states) = match place {
        Place::Whole => return (sentence.to_owned(), 0, ""),
        Place::ThreePublic => (
            "二、部门收支总体情况\n（一）收入预算：2023年年初预算数120万元。\n四、“三公”经费情况说明\n",
            "",
            "income 120",
        ),
        Place::Income => ("二、部门收支总体情况\n（一）收入预算：", THREE_PUBLIC, "three_public 66.3"),
        Place::Expenditure => ("二、部门收支总体情况\n（二）支出预算：", THREE_PUBLIC, "three_public 66.3"),
        Place::Budget => ("三、部门预算情况说明\n", THREE_PUBLIC, "three_public 66.3"),
        Place::Units => ("一、单位基本情况\n（二）单位构成。", THREE_PUBLIC, "three_public 66.3"),
        Place::Other => (
            "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n五、其他重要事项的情况说明\n",
            "",
            "three_public 66.3",
        ),
    };
    (format!("{title}{head}{sentence}{tail}"), title.len() + head.len(), states)
}

const THREE_PUBLIC: &str = "\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n";

/// Asserts that all rows of a kind are right; lists every row that is not.
fn assert_right<T: AsRef<str>>(rows: &[Row<T>]) {
    let mut failed = Vec::new();
    for (place, sentence, written) in rows {
        let (place, sentence, written) = (*place, sentence.as_ref(), written.as_ref());
        let (text, start, around) = document(place, sentence);
        let mut right: Expectation = facts::expectation(written, &text, start);
        right.shown.extend(around.split('|').filter(|fact| !fact.is_empty()).map(facts::fact));
        let verdict = facts::judge(&text, &right);
        if !verdict.is_right() {
            failed.push(format!("{place:?} {sentence:?}\n    right: {written}\n    {}", verdict.describe()));
        }
    }
    assert!(failed.is_empty(), "{} of {} are not right:\n{}", failed.len(), rows.len(), failed.join("\n"));
}

/// Asserts that no row shows a conflict: what was not understood cannot contradict anything.
fn assert_not_charged<T: AsRef<str>>(rows: &[Row<T>]) {
    let mut failed = Vec::new();
    for (place, sentence, _) in rows {
        let (text, ..) = document(*place, sentence.as_ref());
        let charged = parse(&text).map_or(Vec::new(), |d| facts::conflicts(&d));
        if !charged.is_empty() {
            failed.push(format!("{:?}: {}", sentence.as_ref(), charged.join(", ")));
        }
    }
    assert!(failed.is_empty(), "{} of {} are charged:\n{}", failed.len(), rows.len(), failed.join("\n"));
}
