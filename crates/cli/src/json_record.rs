//! The output of `mingbai check --json`, schema `mingbai/check/1`, as `schema/mingbai-check-1.schema.json` describes
//! it.

use crate::checked_file::CheckedFile;
use crate::input_error::InputError;
use crate::summary::Summary;
use mingbai_core::audit;
use mingbai_core::document_file::LeftOut;
use mingbai_core::export::{CheckRecord, UnreadRecord, plain_text};
use mingbai_core::figures::verdict;
use mingbai_core::locale::Lang;
use serde::Serialize;

/// The results for all files.
#[derive(Debug, Serialize)]
pub struct CheckReport {
    /// `mingbai/check/1`.
    pub schema: &'static str,
    /// One record a file, in the order in which they were read.
    pub files: Vec<FileRecord>,
    /// The number of files for each verdict.
    pub summary: Summary,
}

/// The result for one file.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FileRecord {
    /// It was read.
    Read(Box<ReadRecord>),
    /// It could not be read.
    Unreadable {
        /// Its path as given, `-` for standard input.
        file: String,
        /// `unreadable`.
        outcome: &'static str,
        /// What is wrong and what to do, in a sentence.
        #[serde(rename = "says")]
        sentence: String,
        /// The same for programs.
        error: ErrorRecord,
    },
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub struct ReadRecord {
    /// Its path as given, `-` for standard input.
    pub file: String,
    /// `adds_up`, `conflict`, or `unchecked` where it contains too few numbers.
    pub outcome: &'static str,
    /// The verdict in a sentence.
    #[serde(rename = "says")]
    pub sentence: String,
    /// As published.
    pub title: Option<String>,
    /// As published.
    pub institution: Option<String>,
    /// The year that is planned.
    pub year: Option<i32>,
    /// The encoding of the file. Quotes are bytes of the text as UTF-8.
    pub encoding: &'static str,
    /// What kind of file it is.
    pub format: &'static str,
    /// True where it has revisions that nobody has accepted: they were read as accepted.
    pub has_revisions: bool,
    /// What the file contains and the text does not.
    pub left_out: Vec<LeftOutRecord>,
    /// Every check, conflicts first.
    pub checks: Vec<CheckRecord>,
    /// The ids of lines that changed without a stated reason: an observation, not a conflict.
    pub unexplained: Vec<String>,
    /// The ids of lines whose reason speaks against the direction of their change: an observation, not a conflict.
    pub opposing_reasons: Vec<String>,
    /// Numbers that were not understood.
    pub unread: Vec<UnreadRecord>,
}

/// A passage of a file that is not in its text.
#[derive(Debug, Serialize)]
pub struct LeftOutRecord {
    /// The stable word for why.
    pub reason: &'static str,
    /// The passage.
    pub text: String,
}

impl LeftOutRecord {
    fn of(passage: &LeftOut) -> LeftOutRecord {
        LeftOutRecord { reason: passage.reason.as_str(), text: passage.text.clone() }
    }
}

/// Why a file could not be read.
#[derive(Debug, Serialize)]
pub struct ErrorRecord {
    /// The stable word of the error.
    pub kind: &'static str,
    /// The line of the text that it concerns, from 1; null for the file as a whole.
    pub line: Option<usize>,
}

impl FileRecord {
    /// A file that was read and checked.
    pub fn read(file: String, checked_file: &CheckedFile, lang: Lang) -> FileRecord {
        let (d, context) = (&checked_file.disclosure, checked_file.context(lang));
        let file_text = &checked_file.file_text;
        FileRecord::Read(Box::new(ReadRecord {
            file,
            outcome: checked_file.verdict().as_str(),
            sentence: plain_text(&context, &verdict(&context, &checked_file.checks)),
            title: d.title.as_ref().map(|title| title.text.clone()),
            institution: d.institution.as_ref().map(|name| name.text.clone()),
            year: d.year,
            encoding: file_text.encoding.name(),
            format: file_text.format.as_str(),
            has_revisions: file_text.has_revisions,
            left_out: file_text.left_out.iter().map(LeftOutRecord::of).collect(),
            checks: checked_file.checks.iter().map(|check| CheckRecord::of(&context, check)).collect(),
            unexplained: audit::unexplained(d).iter().map(ToString::to_string).collect(),
            opposing_reasons: audit::opposing_reasons(d).iter().map(ToString::to_string).collect(),
            unread: UnreadRecord::all(&context),
        }))
    }

    /// A file that could not be read.
    pub fn unreadable(file: String, error: &InputError, lang: Lang) -> FileRecord {
        FileRecord::Unreadable {
            file,
            outcome: crate::checked_file::Verdict::Unreadable.as_str(),
            sentence: error.message(lang),
            error: ErrorRecord { kind: error.as_str(), line: error.line() },
        }
    }
}
