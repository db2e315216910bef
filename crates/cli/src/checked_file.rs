//! An input file, parsed and checked.

use crate::decoder;
use crate::input::Input;
use crate::input_error::InputError;
use mingbai_core::audit::{self, Check, ContradictedNumbers, Outcome};
use mingbai_core::disclosure::{self, Disclosure};
use mingbai_core::document_file::{self, DocumentFileError, FileText};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use mingbai_site::translations;
use strum::IntoStaticStr;

/// A disclosure with its checks.
pub struct CheckedFile {
    /// The text of the file, and what of the file is not in it.
    pub file_text: FileText,
    /// The disclosure.
    pub disclosure: Disclosure,
    /// Its checks.
    pub checks: Vec<Check>,
    contradicted: ContradictedNumbers,
}

/// The result for a file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// Nothing conflicts.
    AddsUp,
    /// Too few of its numbers were understood to say so, or it contains too few.
    Unchecked,
    /// At least one check found a conflict.
    Conflict,
    /// It could not be read as a disclosure.
    Unreadable,
}

impl Verdict {
    /// The stable word in JSON.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The exit code. For several files the greatest counts.
    pub fn code(self) -> u8 {
        match self {
            Verdict::AddsUp | Verdict::Unchecked => 0,
            Verdict::Conflict => 1,
            Verdict::Unreadable => 2,
        }
    }
}

impl CheckedFile {
    /// Reads, parses and checks a file, with its password if it needs one.
    ///
    /// # Errors
    /// Why it could not be read as a disclosure.
    pub fn open(input: &Input, password: &str) -> Result<CheckedFile, InputError> {
        let bytes = input.bytes()?;
        let file_text = document_file::text_of(bytes, password, &decoder::decode)?;
        let disclosure = disclosure::parse(&file_text.text).map_err(DocumentFileError::from)?;
        let checks = audit::run(&disclosure);
        let contradicted = ContradictedNumbers::of(&checks);
        Ok(CheckedFile { file_text, disclosure, checks, contradicted })
    }

    /// The disclosure in a language, with the project's translations.
    pub fn context(&self, lang: Lang) -> RenderContext<'_> {
        RenderContext::new(&self.disclosure, lang)
            .with_translations(translations())
            .with_contradicted(&self.contradicted)
    }

    /// The checks of one outcome.
    pub fn checks_of(&self, outcome: Outcome) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |check| check.outcome == outcome)
    }

    /// The result as a whole.
    pub fn verdict(&self) -> Verdict {
        if self.checks_of(Outcome::Conflict).next().is_some() {
            Verdict::Conflict
        } else if self.disclosure.has_much_unread()
            || self.checks.iter().all(|check| check.outcome == Outcome::Unchecked)
        {
            Verdict::Unchecked
        } else {
            Verdict::AddsUp
        }
    }
}
