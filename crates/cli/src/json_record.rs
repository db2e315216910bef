//! What `mingbai check --json` prints, schema `mingbai/check/1`.

use crate::checked_file::CheckedFile;
use crate::input_error::InputError;
use crate::summary::Summary;
use mingbai_core::audit;
use mingbai_core::export::{CheckEntry, UnreadEntry, plain_text};
use mingbai_core::figures::verdict;
use mingbai_core::locale::Lang;
use serde::Serialize;

/// The whole answer.
#[derive(Debug, Serialize)]
pub struct Record {
    /// `mingbai/check/1`.
    pub schema: &'static str,
    /// One entry a file, in the order in which they were read.
    pub files: Vec<FileEntry>,
    /// How many came out how.
    pub summary: Summary,
}

/// One file.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FileEntry {
    /// It was read.
    Read(Box<ReadEntry>),
    /// It could not be read.
    Unreadable {
        /// Its path as given, `-` for standard input.
        file: String,
        /// `unreadable`.
        outcome: &'static str,
        /// What it is and what to do, in a sentence.
        says: String,
        /// The same for machines.
        error: ErrorEntry,
    },
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub struct ReadEntry {
    /// Its path as given, `-` for standard input.
    pub file: String,
    /// `adds_up`, `conflict`, or `unchecked` where it holds too few figures.
    pub outcome: &'static str,
    /// The verdict in words.
    pub says: String,
    /// As published.
    pub title: Option<String>,
    /// As published.
    pub institution: Option<String>,
    /// The year that is planned.
    pub year: Option<i32>,
    /// What the file was decoded from; places are bytes of the text as UTF-8.
    pub encoding: &'static str,
    /// Every check, conflicts first.
    pub checks: Vec<CheckEntry>,
    /// Lines that changed without a word why: an observation.
    pub unexplained: Vec<String>,
    /// Numbers that were not understood.
    pub unread: Vec<UnreadEntry>,
}

/// Why a file could not be read.
#[derive(Debug, Serialize)]
pub struct ErrorEntry {
    /// A stable word.
    pub kind: &'static str,
    /// The line it is about; null where it is about the whole.
    pub line: Option<usize>,
}

impl FileEntry {
    /// A file that was read and checked.
    pub fn read(file: String, book: &CheckedFile, lang: Lang) -> FileEntry {
        let (d, context) = (&book.disclosure, book.context(lang));
        FileEntry::Read(Box::new(ReadEntry {
            file,
            outcome: book.verdict().as_str(),
            says: plain_text(&context, &verdict(&context, &book.checks)),
            title: d.title.as_ref().map(|title| title.text.clone()),
            institution: d.institution.as_ref().map(|name| name.text.clone()),
            year: d.year,
            encoding: book.encoding.name(),
            checks: book.checks.iter().map(|check| CheckEntry::of(&context, check)).collect(),
            unexplained: audit::unexplained(d).iter().map(ToString::to_string).collect(),
            unread: UnreadEntry::all(&context),
        }))
    }

    /// A file that could not be read.
    pub fn unreadable(file: String, problem: &InputError, lang: Lang) -> FileEntry {
        FileEntry::Unreadable {
            file,
            outcome: crate::checked_file::Verdict::Unreadable.as_str(),
            says: problem.says(lang),
            error: ErrorEntry { kind: problem.as_str(), line: problem.line() },
        }
    }
}
